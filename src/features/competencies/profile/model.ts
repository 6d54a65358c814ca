/** The competencies of one person against what the post asks for. Pure. */
import type { Bilingual } from '#domain/bilingual.ts';
import { type CompetencyMatch, competencyMatch } from '#domain/rules/index.ts';
import type { Competency } from '../dictionary/model.ts';
import { HUNDREDTHS, KINDS, type Kind } from '../levels.ts';
import type { Required, Standard } from '../standards/model.ts';
import type { Assessed } from './assessed.ts';

/** What an assessment centre found, as an officer recorded it. */
export interface Outcome {
  readonly id: string;
  readonly assessedOn: string;
  readonly institution: string;
  /** Level by code, 0 to 5, with the version of the dictionary by which it was given. */
  readonly levels: Readonly<Record<string, { readonly level: number; readonly version: number }>>;
  readonly note: string;
  readonly fileName: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly withdrawn: { readonly by: string; readonly at: Date; readonly reason: string } | null;
}

/** Where a level comes from. */
export type Source =
  | {
      readonly kind: 'result';
      readonly participantId: string;
      readonly name: string;
      readonly on: string;
      readonly isRatified: boolean;
    }
  | { readonly kind: 'outcome'; readonly id: string; readonly name: string; readonly on: string };

export interface ProfileRow {
  readonly code: string;
  readonly name: Bilingual;
  readonly kind: Kind;
  readonly family: Bilingual | null;
  /** 1 to 5; null where the post does not ask for it. */
  readonly required: number | null;
  /** In hundredths; null where nobody assessed it. */
  readonly achieved: number | null;
  readonly source: Source | null;
  /** Achieved less required, in hundredths; negative where there is a gap; null where one of the two lacks. */
  readonly gap: number | null;
}

/** By what the levels of the post are asked for. */
export type StandardUsed =
  | { readonly kind: 'standards'; readonly standards: readonly Standard[] }
  | { readonly kind: 'scheme'; readonly name: Bilingual; readonly period: string }
  | { readonly kind: 'none' };

export interface Profile {
  readonly rows: readonly ProfileRow[];
  readonly standard: StandardUsed;
  /** Over the competencies that are asked for and were assessed; undefined where there is none. */
  readonly match: CompetencyMatch | undefined;
}

export interface Known {
  readonly dictionary: readonly Competency[];
  /** Results that assessed competencies, the latest first. */
  readonly assessed: readonly Assessed[];
  /** Those that were not withdrawn. */
  readonly outcomes: readonly Outcome[];
  readonly required: ReadonlyMap<string, Required>;
  readonly standards: readonly Standard[];
}

/** The latest level of each competency beside what the post asks for. */
export function profileOf(known: Known): Profile {
  const findings = latestFindings(known);
  const { levels, standard } = standardUsed(known);
  const words = namesIn(known);
  const rows = [...new Set([...levels.keys(), ...findings.keys()])].map((code): ProfileRow => {
    const finding = findings.get(code);
    const required = levels.get(code) ?? null;
    const achieved = finding?.achieved ?? null;
    return {
      code,
      ...(words.get(code) ?? { name: { id: code, en: code }, kind: 'technical', family: null }),
      required,
      achieved,
      source: finding?.source ?? null,
      gap: required === null || achieved === null ? null : achieved - required * HUNDREDTHS,
    };
  });
  return { rows: rows.toSorted(inOrder), standard, match: matchOf(rows) };
}

/**
 * The match by the rule of the field. It counts in whole numbers, so both lists go in as hundredths: the ratio, and
 * with it percent and band, stay the same.
 */
export function matchOf(
  rows: readonly Pick<ProfileRow, 'required' | 'achieved'>[],
): CompetencyMatch | undefined {
  const counted = rows.flatMap(({ required, achieved }) =>
    required === null || achieved === null ? [] : [{ required: required * HUNDREDTHS, achieved }],
  );
  if (counted.length === 0) return undefined;
  return competencyMatch({
    required: counted.map((each) => each.required),
    achieved: counted.map((each) => each.achieved),
  });
}

interface Finding {
  readonly achieved: number;
  readonly source: Source;
}

/** Of each competency the latest level; on one day an assessment centre counts before a result. */
function latestFindings({ assessed, outcomes }: Known): ReadonlyMap<string, Finding> {
  const all: (Finding & { readonly code: string })[] = [
    ...outcomes.flatMap(({ id, institution, assessedOn, levels }) =>
      Object.entries(levels).map(([code, { level }]) => ({
        code,
        achieved: level * HUNDREDTHS,
        source: { kind: 'outcome' as const, id, name: institution, on: assessedOn },
      })),
    ),
    ...assessed.flatMap((result) =>
      result.levels.flatMap(({ code, achieved }) =>
        achieved === null ? [] : [{ code, achieved, source: sourceOf(result) }],
      ),
    ),
  ];
  const latest = new Map<string, Finding>();
  for (const { code, ...finding } of all) {
    const known = latest.get(code);
    if (!known || known.source.on < finding.source.on) latest.set(code, finding);
  }
  return latest;
}

function sourceOf({ participantId, period, on, isRatified }: Assessed): Source {
  return { kind: 'result', participantId, name: period, on, isRatified };
}

/** The standard of the agency; where it has none for the post, that of the scheme of the latest result. */
function standardUsed({ required, standards, assessed }: Known) {
  if (required.size > 0)
    return {
      levels: new Map([...required].map(([code, { level }]) => [code, level])),
      standard: { kind: 'standards', standards } as const,
    };
  const latest = assessed[0];
  if (!latest) return { levels: new Map<string, number>(), standard: { kind: 'none' } as const };
  return {
    levels: new Map(latest.levels.map(({ code, required: level }) => [code, level])),
    standard: { kind: 'scheme', name: latest.scheme, period: latest.period } as const,
  };
}

type Words = Pick<ProfileRow, 'name' | 'kind' | 'family'>;

/** As the dictionary calls it now; a competency that only a scheme knows keeps the scheme's words. */
function namesIn({ dictionary, assessed }: Known): ReadonlyMap<string, Words> {
  const words = new Map<string, Words>();
  for (const { levels } of assessed.toReversed())
    for (const { code, name, kind, family } of levels) words.set(code, { name, kind, family });
  for (const { code, name, kind, family } of dictionary) words.set(code, { name, kind, family });
  return words;
}

/** Managerial, socio-cultural, then technical by family, as a dictionary stands. */
export function inOrder(a: Words, b: Words): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    (a.family?.id ?? '').localeCompare(b.family?.id ?? '', 'id') ||
    a.name.id.localeCompare(b.name.id, 'id')
  );
}

/** Below the standard, the widest gap first. */
export function gapsOf({ rows }: Pick<Profile, 'rows'>): readonly ProfileRow[] {
  return rows.filter(({ gap }) => gap !== null && gap < 0).toSorted((a, b) => (a.gap ?? 0) - (b.gap ?? 0));
}

/** In hundredths: below this a gap may come from a single form among several; it counts, but asks for no plan by itself. */
const SMALL_GAP = 25;

export function isSmallGap({ gap }: Pick<ProfileRow, 'gap'>): boolean {
  return gap !== null && gap < 0 && gap > -SMALL_GAP;
}

/** Above the standard, the farthest first. */
export function strengthsOf({ rows }: Pick<Profile, 'rows'>): readonly ProfileRow[] {
  return rows.filter(({ gap }) => gap !== null && gap > 0).toSorted((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
}
