/** A spreadsheet of competencies → what it would write, and every cell that stands in the way. Pure. */
import { inLocale } from '#platform/locale/locale.ts';
import { alike, KINDS, type Kind, kindLabel, LEVELS, type LevelCode } from '../levels.ts';
import { type Competency, codeOf, contentOf, isCode, isSameContent, LIMITS_OF_TEXT } from './model.ts';
import type { FileEntry } from './record-file.ts';
import { type ColumnKey, type FileRow, type FileRows, headingOf } from './sheet.ts';
import { text } from './text.ts';

export interface RefusedCell {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}

/** `same`: the dictionary says exactly this already, so that nothing is written. */
export type Action = 'new' | 'change' | 'same';

export interface Accepted extends FileEntry {
  readonly row: number;
  readonly action: Action;
}

export interface CheckedFile {
  readonly accepted: readonly Accepted[];
  readonly refused: readonly RefusedCell[];
}

type Refuse = (key: ColumnKey, reason: string, remedy: string) => void;

export function checkRows({ rows, names }: FileRows, dictionary: readonly Competency[]): CheckedFile {
  const refused: RefusedCell[] = [];
  const accepted: Accepted[] = [];
  const known = new Map(dictionary.map((each) => [each.code, each]));
  const seen = new Map<string, number>();
  for (const row of rows) {
    let isSound = true;
    const refuse: Refuse = (key, reason, remedy) => {
      isSound = false;
      const column = names.get(key) ?? headingOf(key);
      refused.push({ row: row.number, column, value: row.text(key).slice(0, 80), reason, remedy });
    };
    const code = codeIn(row, refuse);
    const before = known.get(code);
    const typed = typedIn(row, before, refuse);
    const earlier = seen.get(code);
    if (code && earlier !== undefined)
      refuse(row.text('code') ? 'code' : 'name', text.twice({ row: earlier }), text.twiceRemedy());
    if (!isSound) continue;
    seen.set(code, row.number);
    const isSame = before?.isActive === true && isSameContent(before, contentOf(typed, before));
    const action = before === undefined ? 'new' : isSame ? 'same' : 'change';
    accepted.push({ row: row.number, code, seen: before?.version ?? 0, typed, action });
  }
  return { accepted, refused };
}

/** A new competency gets its code from its name. */
function codeIn(row: FileRow, refuse: Refuse): string {
  const written = row.text('code').toLowerCase();
  if (!written) return codeOf(row.text('name'));
  if (!isCode(written)) refuse('code', text.codeShape(), text.codeShapeRemedy());
  return written;
}

function typedIn(row: FileRow, before: Competency | undefined, refuse: Refuse): FileEntry['typed'] {
  const read = (key: ColumnKey, limit: number): string => {
    const words = row.text(key);
    if (row.isError(key)) refuse(key, text.cellError(), text.cellErrorRemedy());
    else if (!words) refuse(key, text.cellEmpty(), text.cellEmptyRemedy());
    else if (words.length > limit) refuse(key, text.cellLong({ limit }), text.cellLongRemedy());
    return words;
  };
  const kind = kindIn(row, before, refuse);
  const level = (code: LevelCode) => read(code, LIMITS_OF_TEXT.level);
  return {
    kind,
    family: kind === 'technical' ? read('family', LIMITS_OF_TEXT.family) : null,
    name: read('name', LIMITS_OF_TEXT.name),
    definition: read('definition', LIMITS_OF_TEXT.definition),
    levels: {
      '1': level(LEVELS[0]),
      '2': level(LEVELS[1]),
      '3': level(LEVELS[2]),
      '4': level(LEVELS[3]),
      '5': level(LEVELS[4]),
    },
  };
}

/** The kind of what is there never changes; what is new is technical. */
function kindIn(row: FileRow, before: Competency | undefined, refuse: Refuse): Kind {
  const words = row.text('kind');
  const named = words ? KINDS.find((kind) => alike(kindLabel(kind)) === alike(words)) : undefined;
  if (words && !named) refuse('kind', text.kindUnknown(), text.kindUnknownRemedy());
  if (before) {
    if (named && named !== before.kind)
      refuse('kind', text.kindDiffers({ kind: kindLabel(before.kind) }), text.kindDiffersRemedy());
    return before.kind;
  }
  if (named && named !== 'technical') refuse('kind', text.kindNotNew(), text.kindNotNewRemedy());
  return 'technical';
}

/** Names of what a file would change, for the page. */
export function nameOf({ typed }: FileEntry): string {
  return inLocale({ id: typed.name, en: typed.name });
}
