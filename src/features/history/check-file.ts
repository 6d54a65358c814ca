/** A spreadsheet of earlier years → what would be recorded for whom, and every cell that stands in the way. */
import { isDeepStrictEqual } from 'node:util';
import type { Explanation } from '#domain/explanation.ts';
import type { Predicate } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { readSheets, SpreadsheetError } from '#platform/spreadsheet/index.ts';
import { evaluatePast } from './evaluate.ts';
import type { PastEvidence } from './past.ts';
import { type CurrentPast, type Subject, spanKey, type TeraSpan } from './queries.ts';
import type { PastSchemes, RuleCode } from './rules.ts';
import { COLUMNS, type ColumnKey } from './sheet/columns.ts';
import { nipIn } from './sheet/nip.ts';
import { readRow } from './sheet/read-row.ts';
import { REASONS } from './sheet/reasons.ts';
import { type FileRow, type FileRows, rowsOf } from './sheet/rows.ts';
import { text } from './text.ts';
import { warningsOf } from './warnings.ts';

export interface RefusedCell {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}

/** `same`: recorded before with exactly this content, so that nothing is written. */
export type Action = 'new' | 'replace' | 'same';

export interface Accepted {
  readonly row: number;
  readonly subject: Subject;
  readonly evidence: PastEvidence;
  readonly category: Predicate;
  readonly score: string | null;
  readonly explanation: Explanation | null;
  /** The rule's scheme, in the version that holds at recording; null where only the predicate is known. */
  readonly scheme: { readonly id: string; readonly version: number } | null;
  readonly action: Action;
  /** What it replaces. */
  readonly currentId: string | null;
  readonly warnings: readonly string[];
}

export type CheckedFile =
  | { readonly ok: true; readonly accepted: readonly Accepted[]; readonly refused: readonly RefusedCell[] }
  | { readonly ok: false; readonly message: string };

export type SheetRows =
  | { readonly ok: true; readonly rows: FileRows }
  | { readonly ok: false; readonly message: string };

/** The first sheet with the headings of an own file or of the national record. */
export async function readFile(bytes: Uint8Array, file: string): Promise<SheetRows> {
  try {
    for (const sheet of await readSheets(bytes, file)) {
      const rows = rowsOf(sheet);
      if (rows) return { ok: true, rows };
    }
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    return { ok: false, message: text.unreadable({ why: error.message }) };
  }
  return { ok: false, message: text.noHeading() };
}

/** The numbers that a file names, for looking their people up at once. */
export function nipsOf({ rows }: FileRows): readonly string[] {
  return rows.flatMap((row) => {
    const nip = nipIn(row.cell('nip'));
    return nip.ok ? [nip.nip] : [];
  });
}

export interface Known {
  readonly schemes: PastSchemes;
  readonly today: string;
  /** Whom the officer may record for, by NIP. */
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly current: ReadonlyMap<string, CurrentPast>;
  readonly inTera: readonly TeraSpan[];
}

export function checkRows({ rows, names }: FileRows, known: Known): Extract<CheckedFile, { ok: true }> {
  const refused: RefusedCell[] = [];
  const accepted: Accepted[] = [];
  const seen = new Map<string, number>();
  const spans = Map.groupBy(known.inTera, (span) => span.personId);
  const rule = defaultRule(names);
  for (const row of rows) {
    const refuse = refusing(refused, row, names);
    const subject = subjectOf(row, known, refuse);
    const given = readRow(row, { today: known.today, rule }, (key, reason) =>
      refuse(key, inLocale(REASONS[reason].reason), inLocale(REASONS[reason].remedy)),
    );
    if (!subject || !given) continue;
    const { evidence, explanation, problems } = evaluatePast(given, known.schemes);
    for (const { key, what, remedy } of problems) refuse(key, inLocale(what), inLocale(remedy));
    const category = given.category ?? evidence.computed?.category;
    if (problems.length > 0) continue;
    if (!category) {
      refuse('category', inLocale(REASONS.categoryMissing.reason), inLocale(REASONS.categoryMissing.remedy));
      continue;
    }
    const key = spanKey({ personId: subject.personId, ...given });
    const before = seen.get(key);
    if (before !== undefined) {
      refuse('nip', text.twice({ row: before }), text.twiceRemedy());
      continue;
    }
    seen.set(key, row.number);
    const current = known.current.get(key);
    accepted.push({
      row: row.number,
      subject,
      evidence,
      category,
      score: given.score ?? evidence.computed?.score ?? null,
      explanation,
      scheme: schemeOf(given.rule, known.schemes),
      action: actionOf(current, evidence),
      currentId: current?.id ?? null,
      warnings: warningsOf(evidence, row, {
        schemes: known.schemes,
        inTera: spans.get(subject.personId) ?? [],
      }),
    });
  }
  return { ok: true, accepted, refused };
}

type Refuse = (key: ColumnKey, reason: string, remedy: string) => void;

/** A column that the file lacks is named as the template names it. */
function refusing(refused: RefusedCell[], row: FileRow, names: FileRows['names']): Refuse {
  return (key, reason, remedy) => {
    const heading = COLUMNS.find((column) => column.key === key)?.heading;
    const column = names.get(key) ?? (heading ? inLocale(heading) : '');
    refused.push({ row: row.number, column, value: row.text(key), reason, remedy });
  };
}

function subjectOf(row: FileRow, { subjects }: Known, refuse: Refuse): Subject | undefined {
  const nip = nipIn(row.cell('nip'));
  const subject = nip.ok ? subjects.get(nip.nip) : undefined;
  if (subject) return subject;
  const said = REASONS[nip.ok ? 'nipUnknown' : nip.reason];
  refuse('nip', inLocale(said.reason), inLocale(said.remedy));
  return undefined;
}

/** The national record holds what was given under PermenPANRB 6/2022 and names no rule. */
function defaultRule(names: FileRows['names']): RuleCode | undefined {
  const isNational = [...names.values()].some((name) => /(hasil|perilaku)kerja|kuadrankinerja/i.test(name));
  return isNational ? 'permenpanrb-6-2022' : undefined;
}

function schemeOf(rule: RuleCode, schemes: PastSchemes): Accepted['scheme'] {
  if (rule === 'predicate-only') return null;
  const { id, version } = schemes[rule].scheme;
  return { id, version };
}

function actionOf(current: CurrentPast | undefined, evidence: PastEvidence): Action {
  if (!current) return 'new';
  return isDeepStrictEqual(current.evidence?.given, evidence.given) ? 'same' : 'replace';
}
