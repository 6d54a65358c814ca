/** Mechanism `lowest-of`: several components on one scale; the lowest level decides the category. */
import { z } from 'zod';
import { AND, type Bilingual, listBoth, midSentence, say } from '../../bilingual.ts';
import { codedValue, type Explanation, MISSING } from '../../explanation.ts';
import { type Combined, NOTHING_COMBINED, type Outcome } from '../outcome.ts';
import { reportUnknown } from '../reports.ts';
import { basisList, bilingualText, code, componentName, shownSetting } from '../shapes.ts';
import {
  checkLevelSource,
  compileLevel,
  LEVEL_MISSING,
  levelSource,
  sourceComponents,
  sourceMayLack,
} from './levelled.ts';
import type {
  CombinationContext,
  CompiledCombination,
  ExplainedCombination,
  Improvement,
  Report,
} from './mechanism.ts';
import type { References } from './references.ts';

export const lowestOfSettings = z.strictObject({
  mechanism: z.literal('lowest-of'),
  label: bilingualText,
  /** Components on one and the same scale. */
  of: z.array(levelSource).min(2).max(20),
  /** Level → category. */
  categories: z.record(code, code),
  /** Components that may be missing and then do not decide. */
  optional: z.array(componentName).max(20).optional(),
  ...shownSetting,
  basis: basisList,
});
export type LowestOfSettings = z.infer<typeof lowestOfSettings>;

export function checkLowestOf(
  settings: LowestOfSettings,
  categories: readonly string[],
  references: References,
  report: Report,
): void {
  const sources = settings.of.map((source, index) =>
    checkLevelSource(source, ['of', index], references, report),
  );
  const seen = new Set<string>();
  for (const [index, source] of settings.of.entries()) {
    const components = sourceComponents(source);
    if (components.some((component) => seen.has(component)))
      report(
        ['of', index],
        { id: 'komponen ini sudah disebut', en: 'this component is already named' },
        { id: 'hapus yang kedua', en: 'remove the second' },
      );
    for (const component of components) seen.add(component);
  }
  const first = sources.find((source) => source !== undefined);
  for (const [index, source] of sources.entries()) {
    if (!first || !source || source.scale === first.scale) continue;
    report(
      ['of', index],
      say(
        { id: 'memakai skala {scale}, bukan {first}', en: 'uses the scale {scale}, not {first}' },
        { scale: source.scale, first: first.scale },
      ),
      { id: 'pakai satu skala untuk semua', en: 'use one scale for all' },
    );
  }
  if (settings.of.every((source) => sourceMayLack(source, references)))
    report(
      ['of'],
      {
        id: 'semua komponen di sini boleh tidak ada nilainya, sehingga hasil dapat kosong',
        en: 'every component here may be without a value, so there may be no result',
      },
      {
        id: 'sertakan paling sedikit satu komponen yang selalu dinilai',
        en: 'include at least one component that is always appraised',
      },
    );
  if (first) checkCategories(settings, first.levels, categories, report);
}

function checkCategories(
  settings: LowestOfSettings,
  levels: readonly string[],
  categories: readonly string[],
  report: Report,
): void {
  for (const name of Object.keys(settings.categories))
    if (!levels.includes(name)) reportUnknown(report, ['categories', name], name, levels);
  let before = -1;
  for (const level of levels) {
    const category = settings.categories[level];
    if (category === undefined) {
      report(
        ['categories', level],
        say({ id: 'kategori untuk {level} belum ada', en: 'the category for {level} is missing' }, { level }),
        say({ id: 'pilih salah satu: {list}', en: 'choose one of: {list}' }, { list: categories.join(', ') }),
      );
      continue;
    }
    const rank = categories.indexOf(category);
    if (rank < 0) reportUnknown(report, ['categories', level], category, categories);
    else if (rank < before)
      report(
        ['categories', level],
        {
          id: 'lebih baik daripada kategori tingkat di atasnya',
          en: 'is better than that of the level above',
        },
        {
          id: 'tingkat yang lebih rendah tidak boleh memberi kategori yang lebih baik',
          en: 'a lower level may not give a better category',
        },
      );
    before = Math.max(before, rank);
  }
}

export function compileLowestOf(
  settings: LowestOfSettings,
  context: CombinationContext,
): CompiledCombination {
  const basis = context.basis(settings.basis);
  const sources = settings.of.map((source) => compileLevel(source, context, basis));
  const levels = sources[0]?.levels ?? [];
  const results: readonly Combined[] = levels.map((level) =>
    Object.freeze({ category: settings.categories[level.code] ?? null, score: null }),
  );

  /** The lowest level there is; -1 while a needed one is missing. */
  const lowest = (outcomes: readonly Outcome[]): number => {
    let worst = -1;
    for (const { indexOf } of sources) {
      const index = indexOf(outcomes);
      if (index === LEVEL_MISSING) return -1;
      worst = Math.max(worst, index);
    }
    return worst;
  };

  const explain = (outcomes: readonly Outcome[], children: readonly Explanation[]): ExplainedCombination => {
    const worst = lowest(outcomes);
    const category = results[worst]?.category ?? null;
    const shared = {
      code: 'category',
      label: settings.label,
      basis,
      inputs: [],
      children: sources.flatMap((source) => source.explain(outcomes, children)),
    };
    const level = levels[worst];
    if (category === null || !level) {
      const rule = {
        id: 'Belum dapat ditentukan karena masukan belum lengkap.',
        en: 'Cannot be determined yet because inputs are missing.',
      };
      return { node: { ...shared, value: MISSING, rule }, why: null, improvement: null };
    }
    const { label } = context.category(category);
    const deciding = sources.filter(({ indexOf }) => indexOf(outcomes) === worst);
    const rule = decidingRule(
      deciding.map(({ label: name }) => name),
      level.label,
      label,
    );
    return {
      node: { ...shared, value: codedValue('predicate', category, label), rule },
      why: rule,
      improvement: improvementOf(worst, category),
    };
  };

  /** The next level up that gives a better category, and who has to reach it. */
  const improvementOf = (worst: number, category: string): Improvement | 'highest' => {
    for (let index = worst - 1; index >= 0; index -= 1) {
      const reached = results[index]?.category;
      const level = levels[index];
      if (!level || reached === null || reached === undefined || reached === category) continue;
      return {
        category: reached,
        say: (label) =>
          say(
            {
              id: 'Hasilnya menjadi {label} bila semuanya paling rendah {level}.',
              en: 'It becomes {label} if all of them are at least {level}.',
            },
            { label, level: midSentence(level.label) },
          ),
      };
    }
    return 'highest';
  };

  return {
    combine: (outcomes) => results[lowest(outcomes)] ?? NOTHING_COMBINED,
    explain,
  };
}

function decidingRule(names: readonly Bilingual[], level: Bilingual, category: Bilingual): Bilingual {
  return say(
    {
      id: 'Tingkat terendah menentukan: {names} pada tingkat {level}, sehingga hasilnya {category}.',
      en: 'The lowest level decides: {names} at {level}, so the outcome is {category}.',
    },
    { names: listBoth(names, AND), level: midSentence(level), category },
  );
}
