/** What a rating rests on, as a result keeps it: readable by the person and by whoever reads the result. */
import { z } from 'zod';
import type { Bilingual } from '#domain/bilingual.ts';
import { EVIDENCE_KINDS } from '#domain/ratings/recency.ts';
import { formatDate } from '#platform/locale/format.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { text } from './text.ts';
import { type Citable, keyOf, SOURCE_KINDS, type Year } from './year.ts';

const citationSchema = z.object({
  kind: z.enum(SOURCE_KINDS),
  id: z.uuid(),
  on: z.iso.date(),
  words: z.string(),
  who: z.string().nullable(),
  href: z.string().nullable(),
  path: z.string().nullable(),
});
export type Citation = z.output<typeof citationSchema>;

/** The example and the citations of one rating; `path` is its place in the evidence. */
export const groundSchema = z.object({
  path: z.string(),
  what: z.object({ id: z.string(), en: z.string() }),
  on: z.iso.date().nullable(),
  cited: z.array(citationSchema),
});
export type Ground = z.output<typeof groundSchema>;

export const coverageSchema = z.object({
  months: z.array(
    z.object({
      month: z.string(),
      counts: z.partialRecord(z.enum(EVIDENCE_KINDS), z.int()),
      total: z.int(),
      isOpen: z.boolean(),
    }),
  ),
  total: z.int(),
  lateFrom: z.iso.date(),
  late: z.int(),
  latePercent: z.int().nullable(),
  empty: z.array(z.string()),
});

/** What was typed and ticked beside a rating. */
export interface Said {
  readonly on: string | null;
  readonly cited: readonly Citable[];
}

export function saidOf(
  typed: { readonly on?: string | undefined; readonly cites?: readonly string[] | undefined },
  citables: readonly Citable[],
): Said {
  const wanted = new Set(typed.cites ?? []);
  return { on: civilOrNull(typed.on), cited: citables.filter((each) => wanted.has(keyOf(each))) };
}

/** A date as a form sends it; null for none and for what is no day. */
export function civilOrNull(typed: string | undefined): string | null {
  return z.iso.date().safeParse(typed?.trim()).data ?? null;
}

/** Undefined where nothing was cited and no example has a date. */
export function groundOf(path: string, what: Bilingual, { on, cited }: Said): Ground[] {
  if (on === null && cited.length === 0) return [];
  return [{ path, what, on, cited: cited.map(({ lineId: _, ...citation }) => citation) }];
}

/** The reason as papers and the explanation print it: with the day of its example and what it cites. */
export function noteWith(reason: string, { on, cited }: Pick<Ground, 'on' | 'cited'> | Said): string {
  const note = reason.trim();
  if (note === '' || (on === null && cited.length === 0)) return note;
  // Kept as an office would write it, whatever language the appraiser reads.
  return withLocale('id', () => {
    const parts = [
      ...(on === null ? [] : [text.noteExample({ date: formatDate(on) })]),
      ...(cited.length === 0
        ? []
        : [text.noteCited({ sources: cited.map((each) => citationInShort(each)).join('; ') })]),
    ];
    return `${note} (${parts.join('. ')})`;
  });
}

/** `catatan pengamatan 12 Mei 2026` */
export function citationInShort({ kind, on }: Pick<Citation, 'kind' | 'on'>): string {
  return text.citation({ kind: text[kind](), date: formatDate(on) });
}

/** Annotations with the day of each example and what it cites. */
export function withGrounds<Note extends { readonly note?: string | undefined }>(
  annotations: Readonly<Record<string, Note>>,
  grounds: readonly Ground[],
): Record<string, Note> {
  const byPath = new Map(grounds.map((ground) => [ground.path, ground]));
  return Object.fromEntries(
    Object.entries(annotations).map(([path, said]) => {
      const ground = byPath.get(path) ?? byPath.get(`${path}.level`);
      return [path, ground && said.note ? { ...said, note: noteWith(said.note, ground) } : said];
    }),
  );
}

/** What a result keeps of it. */
export function restsOn(
  grounds: readonly Ground[],
  year: Pick<Year, 'coverage'> | undefined,
): { grounds?: Ground[]; coverage?: z.output<typeof coverageSchema> } {
  return {
    ...(grounds.length > 0 ? { grounds: [...grounds] } : {}),
    ...(year ? { coverage: coverageSchema.parse(year.coverage) } : {}),
  };
}

/** Ids of the observations that a rating cites. */
export function citedObservations({ grounds = [] }: { readonly grounds?: readonly Ground[] | undefined }) {
  const cited = grounds.flatMap((ground) => ground.cited);
  return [...new Set(cited.filter((each) => each.kind === 'diary').map((each) => each.id))];
}
