/** Under which rule a year was appraised, and which columns of a file that rule reads. */
import type { Bilingual } from '#domain/bilingual.ts';
import { type Predicate, predicate2019Label, predicateLabel } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { ColumnKey } from './sheet/columns.ts';

export const RULES = ['pp-30-2019', 'permenpanrb-8-2021', 'permenpanrb-6-2022', 'predicate-only'] as const;
/** The id of a national scheme, or `predicate-only` where nothing but the predicate is known. */
export type RuleCode = (typeof RULES)[number];

const LABELS: Readonly<Record<RuleCode, Bilingual>> = {
  'pp-30-2019': { id: 'PP 30/2019', en: 'PP 30/2019' },
  'permenpanrb-8-2021': { id: 'PermenPANRB 8/2021', en: 'PermenPANRB 8/2021' },
  'permenpanrb-6-2022': { id: 'PermenPANRB 6/2022', en: 'PermenPANRB 6/2022' },
  'predicate-only': { id: 'Hanya predikat', en: 'Predicate only' },
};

const SCORES: readonly ColumnKey[] = ['resultsScore', 'behaviourScore', 'opinions', 'newIdea', 'score'];

/** Columns that a rule reads; what else a row holds is kept as it stands and said to be unused. */
export const READ_BY: Readonly<Record<RuleCode, readonly ColumnKey[]>> = {
  'pp-30-2019': SCORES,
  'permenpanrb-8-2021': [...SCORES, 'mainResults', 'additionalResults'],
  'permenpanrb-6-2022': ['resultsRating', 'behaviourRating'],
  'predicate-only': ['score'],
};

export function ruleLabel(rule: RuleCode): Bilingual {
  return LABELS[rule];
}

/** Whoever writes the rule by hand writes it in many ways; its number and year tell it. */
export function ruleNamed(words: string): RuleCode | undefined {
  const plain = words.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (/(pp|pemerintah)(no|nomor)?30(tahun)?2019$/.test(plain)) return 'pp-30-2019';
  if (/8(tahun)?2021$/.test(plain)) return 'permenpanrb-8-2021';
  if (/6(tahun)?2022$/.test(plain)) return 'permenpanrb-6-2022';
  return plain === 'hanyapredikat' || plain === 'predicateonly' ? 'predicate-only' : undefined;
}

/** The middle step was called Cukup before 2022; one code, two names. */
export function categoryLabel(rule: RuleCode, category: Predicate): Bilingual {
  return rule === 'pp-30-2019' || rule === 'permenpanrb-8-2021'
    ? predicate2019Label(category)
    : predicateLabel(category);
}

export type PastSchemes = Readonly<Record<Exclude<RuleCode, 'predicate-only'>, CompiledScheme>>;

/** The latest national version of each rule, as it is shipped. */
export function pastSchemes({ shipped }: Pick<SchemeStore, 'shipped'>): PastSchemes {
  const latest = (id: string): CompiledScheme => {
    const versions = shipped.filter(({ scheme }) => scheme.id === id && scheme.authority === 'national');
    const found = versions.toSorted((a, b) => b.scheme.version - a.scheme.version)[0];
    if (!found) throw new Error(`the scheme ${id} is not shipped`);
    return found;
  };
  return {
    'pp-30-2019': latest('pp-30-2019'),
    'permenpanrb-8-2021': latest('permenpanrb-8-2021'),
    'permenpanrb-6-2022': latest('permenpanrb-6-2022'),
  };
}
