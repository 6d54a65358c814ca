/** What a dictionary holds. Pure: shapes and words, no database. */
import { z } from 'zod';
import type { Bilingual } from '#domain/bilingual.ts';
import { KINDS, type Kind, LEVELS, type LevelCode } from '../levels.ts';

const bilingual = z.object({ id: z.string().min(1), en: z.string().min(1) });

export const levelsSchema = z.record(z.enum(LEVELS), bilingual);
export const competencyContentSchema = z
  .object({
    kind: z.enum(KINDS),
    /** Rumpun jabatan; technical competencies alone belong to one. */
    family: bilingual.nullable(),
    name: bilingual,
    definition: bilingual,
    levels: levelsSchema,
  })
  .refine(({ kind, family }) => (kind === 'technical') === (family !== null));

/** What a version says: nothing of it changes once it was recorded. */
export interface CompetencyContent {
  readonly kind: Kind;
  readonly family: Bilingual | null;
  readonly name: Bilingual;
  readonly definition: Bilingual;
  readonly levels: Readonly<Record<LevelCode, Bilingual>>;
}

export type Origin = 'shipped' | 'officer' | 'file';

export interface Competency extends CompetencyContent {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly isActive: boolean;
  readonly origin: Origin;
  /** Why it was changed. */
  readonly note: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export const LIMITS_OF_TEXT = { name: 120, family: 120, definition: 600, level: 600, note: 500 } as const;

/** Addresses below `/competencies` that are no competency. */
const RESERVED: ReadonlySet<string> = new Set(['new', 'shipped', 'files', 'standards', 'units', 'needs']);

/** `Perencanaan strategis & anggaran` → `perencanaan-strategis-anggaran`. */
export function codeOf(name: string): string {
  const code = slug(name);
  return RESERVED.has(code) ? `kompetensi-${code}` : code;
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

export function isCode(words: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(words) && !RESERVED.has(words);
}

/** The words as somebody typed them, in the one language that an office writes. */
export interface TypedContent {
  readonly kind: Kind;
  readonly family: string | null;
  readonly name: string;
  readonly definition: string;
  readonly levels: Readonly<Record<LevelCode, string>>;
}

/**
 * Typed words become both languages: where they are those of the version before, its English stays; new words stand
 * in both until somebody translates them.
 */
export function contentOf(typed: TypedContent, before: CompetencyContent | undefined): CompetencyContent {
  const kept = (words: string, was: Bilingual | null | undefined): Bilingual =>
    was && (was.id === words || was.en === words) ? was : { id: words, en: words };
  const level = (code: LevelCode) => kept(typed.levels[code], before?.levels[code]);
  return {
    kind: typed.kind,
    family: typed.family === null ? null : kept(typed.family, before?.family),
    name: kept(typed.name, before?.name),
    definition: kept(typed.definition, before?.definition),
    levels: { '1': level('1'), '2': level('2'), '3': level('3'), '4': level('4'), '5': level('5') },
  };
}

export function isSameContent(a: CompetencyContent, b: CompetencyContent): boolean {
  const words = (each: CompetencyContent) =>
    JSON.stringify([
      each.kind,
      each.family?.id,
      each.name.id,
      each.definition.id,
      LEVELS.map((code) => each.levels[code].id),
    ]);
  return words(a) === words(b);
}
