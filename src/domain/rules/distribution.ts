/**
 * Limits on how the predicates of a unit's staff spread, by the unit's own predicate. A guideline to be
 * considered: it warns and asks for a reason; whether it blocks is the agency's policy, not this rule's.
 */
import { type Bilingual, joinBoth, listBoth, OR, say } from '../bilingual.ts';
import { type OrganisationPredicate, PREDICATES, type Predicate, predicateLabel } from './codes.ts';

/** How many people have each predicate; a predicate left out counts nobody. */
export type PredicateCounts = Readonly<Partial<Record<Predicate, number>>>;

/**
 * One limit on the people who have any of these predicates together: a share of all, in whole percent,
 * or that there is at least one of them, or none.
 */
export type DistributionLimit = { readonly predicates: readonly Predicate[] } & (
  | { readonly kind: 'max-percent' | 'min-percent'; readonly percent: number }
  | { readonly kind: 'at-least-one' | 'none' }
);

export type DistributionPattern = {
  /** The predicate that most people are expected to have. */
  readonly dominant: Predicate;
  readonly limits: readonly DistributionLimit[];
};

export type DistributionPatterns = Readonly<Record<OrganisationPredicate, DistributionPattern>>;

/** SE MenPANRB 3/2023; "most" carries only an upper bound there, so dominance itself is a note, not a limit. */
export const NATIONAL_PATTERNS: DistributionPatterns = {
  istimewa: {
    dominant: 'sangat-baik',
    limits: [{ kind: 'max-percent', predicates: ['sangat-baik'], percent: 70 }],
  },
  baik: {
    dominant: 'baik',
    limits: [
      { kind: 'max-percent', predicates: ['baik'], percent: 70 },
      { kind: 'at-least-one', predicates: ['butuh-perbaikan', 'kurang'] },
    ],
  },
  'butuh-perbaikan': {
    dominant: 'butuh-perbaikan',
    limits: [
      { kind: 'min-percent', predicates: ['butuh-perbaikan'], percent: 60 },
      { kind: 'max-percent', predicates: ['sangat-baik'], percent: 10 },
    ],
  },
  kurang: {
    dominant: 'kurang',
    limits: [
      { kind: 'min-percent', predicates: ['kurang'], percent: 60 },
      { kind: 'min-percent', predicates: ['butuh-perbaikan'], percent: 10 },
      { kind: 'max-percent', predicates: ['sangat-baik'], percent: 10 },
    ],
  },
  'sangat-kurang': {
    dominant: 'sangat-kurang',
    limits: [
      { kind: 'min-percent', predicates: ['sangat-kurang'], percent: 60 },
      { kind: 'min-percent', predicates: ['butuh-perbaikan', 'kurang'], percent: 10 },
      { kind: 'none', predicates: ['sangat-baik'] },
    ],
  },
};

/** A limit that is not kept: which, what it allows, what there is (percent or people), and in words. */
export type DistributionViolation = {
  /** For machines: `sangat-baik:max-percent`, `butuh-perbaikan+kurang:at-least-one`. */
  readonly limit: string;
  readonly allowed: string;
  readonly actual: string;
  readonly unit: 'percent' | 'people';
  readonly message: Bilingual;
};

export type DistributionNote = {
  readonly code: 'not-dominant' | 'small-population';
  readonly message: Bilingual;
};

export type DistributionCheck = {
  readonly ok: boolean;
  readonly population: number;
  readonly violations: readonly DistributionViolation[];
  /** What deserves a look but breaks no limit. */
  readonly notes: readonly DistributionNote[];
};

/** Below this, one person is more than the smallest share that the limits name (10 %). */
const SMALL_POPULATION = 10;

/** Checks the counts of a unit against its pattern, in whole numbers: 14 of 20 is exactly 70 %. */
export function checkDistribution(
  organisation: OrganisationPredicate,
  counts: PredicateCounts,
  patterns: DistributionPatterns = NATIONAL_PATTERNS,
): DistributionCheck {
  const population = PREDICATES.reduce((sum, predicate) => sum + (counts[predicate] ?? 0), 0);
  if (population === 0) return { ok: true, population, violations: [], notes: [] };
  const pattern = patterns[organisation];
  const violations = pattern.limits
    .map((limit) => violationOf(limit, countOf(limit.predicates, counts), population))
    .filter((violation) => violation !== undefined);
  return { ok: violations.length === 0, population, violations, notes: notesOf(pattern, counts, population) };
}

function countOf(predicates: readonly Predicate[], counts: PredicateCounts): number {
  return predicates.reduce((sum, predicate) => sum + (counts[predicate] ?? 0), 0);
}

function violationOf(
  limit: DistributionLimit,
  count: number,
  population: number,
): DistributionViolation | undefined {
  const name = `${limit.predicates.join('+')}:${limit.kind}`;
  const message = say(
    {
      id: '{limit}; sekarang {count} dari {population} orang.',
      en: '{limit}; now {count} of {population} people.',
    },
    { limit: limitText(limit), count, population },
  );
  if ('percent' in limit) {
    const share = count * 100;
    const bound = limit.percent * population;
    if (limit.kind === 'max-percent' ? share <= bound : share >= bound) return undefined;
    const actual = percentText(count, population);
    return { limit: name, allowed: String(limit.percent), actual, unit: 'percent', message };
  }
  if (limit.kind === 'none' ? count === 0 : count > 0) return undefined;
  const allowed = limit.kind === 'none' ? '0' : '1';
  return { limit: name, allowed, actual: String(count), unit: 'people', message };
}

/** A share in percent with at most two decimals, half-up, without closing zeros: `"33.33"`, `"70"`. */
export function percentText(count: number, population: number): string {
  const hundredths = Math.floor((count * 20_000 + population) / (2 * population));
  const whole = Math.floor(hundredths / 100);
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

/** A limit in words: `Sangat Baik paling banyak 70 %`. */
export function limitText(limit: DistributionLimit): Bilingual {
  const who = listBoth(limit.predicates.map(predicateLabel), OR);
  switch (limit.kind) {
    case 'max-percent':
      return say(
        { id: '{who} paling banyak {percent} %', en: '{who} at most {percent} %' },
        { who, percent: limit.percent },
      );
    case 'min-percent':
      return say(
        { id: '{who} paling sedikit {percent} %', en: '{who} at least {percent} %' },
        { who, percent: limit.percent },
      );
    case 'at-least-one':
      return say(
        { id: 'Harus ada pegawai berpredikat {who}', en: 'There must be someone with the predicate {who}' },
        { who },
      );
    case 'none':
      return say(
        { id: 'Tidak boleh ada pegawai berpredikat {who}', en: 'Nobody may have the predicate {who}' },
        { who },
      );
  }
}

/** All limits of a pattern, a sentence each. */
export function patternText(pattern: DistributionPattern): Bilingual {
  const limits = pattern.limits.map(limitText);
  return say({ id: '{limits}.', en: '{limits}.' }, { limits: joinBoth(limits, '. ') });
}

function notesOf(
  pattern: DistributionPattern,
  counts: PredicateCounts,
  population: number,
): readonly DistributionNote[] {
  const notes: DistributionNote[] = [];
  const dominant = counts[pattern.dominant] ?? 0;
  if (PREDICATES.some((predicate) => (counts[predicate] ?? 0) > dominant)) {
    notes.push({
      code: 'not-dominant',
      message: say(
        {
          id: 'Puncak kurva seharusnya pada predikat {dominant}.',
          en: 'The peak of the curve should stand at the predicate {dominant}.',
        },
        { dominant: predicateLabel(pattern.dominant) },
      ),
    });
  }
  if (population < SMALL_POPULATION) {
    notes.push({
      code: 'small-population',
      message: say(
        {
          id: 'Hanya {population} orang: persentase tidak dapat dipenuhi secara harfiah. Pola ini pedoman untuk dipertimbangkan.',
          en: 'Only {population} people: percentages cannot be met to the letter. The pattern is a guideline to be considered.',
        },
        { population },
      ),
    });
  }
  return notes;
}
