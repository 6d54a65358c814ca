/** Checks of meaning across the sections of a scheme: references, completeness, agreement with the law. */
import { say } from '../bilingual.ts';
import { PREDICATES, RATINGS } from '../rules/codes.ts';
import { predicateOf } from '../rules/predicate.ts';
import { checkAppraisal } from './check-appraisal.ts';
import { checkSections } from './check-sections.ts';
import { checkGates } from './gates.ts';
import { conditionUses } from './mechanisms/condition.ts';
import { componentMechanism, optionalOf, reachedBy, shownOf, usesOf } from './mechanisms/index.ts';
import { checkLevelSource, sourceMayLack } from './mechanisms/levelled.ts';
import { checkLowestOf } from './mechanisms/lowest-of.ts';
import type { MatrixSettings } from './mechanisms/matrix.ts';
import { checkMatrix } from './mechanisms/matrix-check.ts';
import { type CheckContext, isRecord, type Report } from './mechanisms/mechanism.ts';
import type { References } from './mechanisms/references.ts';
import { checkWeightedMean } from './mechanisms/weighted-mean-check.ts';
import { checkPredicates, checkRatings, officialUses } from './official.ts';
import { below, reportRepeated, reportUnknown, type Sections } from './reports.ts';

/** Reports all problems of meaning. `data` is the raw content, searched for citations of regulations. */
export function checkMeaning(sections: Sections, data: unknown, report: Report): void {
  checkEffective(sections, report);
  for (const [name, scale] of Object.entries(sections.scales ?? {}))
    reportRepeated(report, ['scales', name, 'levels'], scale.levels);
  reportRepeated(report, ['categories'], sections.categories ?? []);
  const references = referencesOf(sections);
  checkComponents(sections, references, report);
  checkCombination(sections, references, report);
  if (sections.gates && sections.categories)
    checkGates(
      sections.gates,
      sections.categories.map(({ code }) => code),
      references,
      below(report, 'gates'),
    );
  checkUnused(sections, report);
  checkOfficial(sections, data, references, report);
  checkAppraisal(sections, report);
  checkSections(sections, report);
  checkCitations(sections, data, report);
}

function checkEffective({ effective }: Sections, report: Report): void {
  if (effective?.until === undefined || effective.until > effective.from) return;
  report(
    ['effective', 'until'],
    { id: 'tidak sesudah from', en: 'is not after from' },
    {
      id: 'tulis tanggal pertama yang tidak lagi berlaku',
      en: 'write the first date on which it no longer holds',
    },
  );
}

/** What the checks of components, and those across components, may ask. */
function referencesOf(sections: Sections): References {
  const { scales = {}, scaleNames, combination, components, faulty } = sections;
  const context: CheckContext = {
    levels: (scale) => (Object.hasOwn(scales, scale) ? scales[scale]?.levels : undefined),
    scales: scaleNames,
    behaviours: sections.behaviours?.values ?? (faulty.has('behaviours') ? [] : undefined),
  };
  return {
    names: Object.keys(components),
    mechanism(name) {
      const settings = Object.hasOwn(components, name) ? components[name] : undefined;
      return settings && componentMechanism(settings);
    },
    context,
    optional: new Set(combination && [...optionalOf(combination), ...shownOf(combination)]),
  };
}

function checkComponents(sections: Sections, { context }: References, report: Report): void {
  for (const [name, settings] of Object.entries(sections.components))
    if (settings) componentMechanism(settings).check(context, below(report, 'components', name));
}

function checkCombination(
  { combination, categories, gates = [], components }: Sections,
  references: References,
  report: Report,
): void {
  if (!combination || !categories) return;
  const own = below(report, 'combination');
  const codes = categories.map((category) => category.code);
  if (combination.mechanism === 'weighted-mean') checkWeightedMean(combination, codes, references, own);
  if (combination.mechanism === 'lowest-of') checkLowestOf(combination, codes, references, own);
  if (combination.mechanism === 'matrix') checkMatrixAxes(combination, codes, references, own);
  const useful = new Set([...usesOf(combination), ...gates.flatMap(conditionUses)]);
  for (const [index, name] of optionalOf(combination).entries())
    if (!useful.has(name)) reportUnknown(own, ['optional', index], name, [...useful]);
  checkShown(shownOf(combination), useful, references, own);
  const reached = new Set([...reachedBy(combination), ...gates.map(({ atMost }) => atMost)]);
  // A faulty component leaves its levels unknown: what it reaches is then reported another time.
  if (Object.values(components).includes(undefined)) return;
  for (const [index, { code }] of categories.entries()) {
    if (reached.has(code)) continue;
    report(
      ['categories', index],
      { id: 'kategori ini tidak pernah diberikan', en: 'this category is never given' },
      {
        id: 'beri pita, sel, atau tingkat untuknya, atau hapus',
        en: 'give it a band, cell or level, or remove it',
      },
    );
  }
}

/** What is shown is not counted as well. */
function checkShown(
  shown: readonly string[],
  counted: ReadonlySet<string>,
  { names }: References,
  report: Report,
): void {
  for (const [index, name] of shown.entries()) {
    if (!names.includes(name)) reportUnknown(report, ['shown', index], name, names);
    else if (counted.has(name) || shown.indexOf(name) < index)
      report(
        ['shown', index],
        say(
          { id: '"{name}" sudah dihitung atau sudah disebut', en: '"{name}" is counted or named already' },
          { name },
        ),
        {
          id: 'sebut di sini hanya yang ditampilkan tanpa dihitung',
          en: 'name here only what is shown without counting',
        },
      );
  }
}

function checkMatrixAxes(
  combination: MatrixSettings,
  categories: readonly string[],
  references: References,
  report: Report,
): void {
  const [rows, columns] = (['rows', 'columns'] as const).map((axis) => {
    if (sourceMayLack(combination[axis], references))
      report(
        [axis],
        { id: 'komponen ini boleh tidak ada nilainya', en: 'this component may be without a value' },
        { id: 'tunjuk komponen yang selalu dinilai', en: 'name a component that is always appraised' },
      );
    return checkLevelSource(combination[axis], [axis], references, report)?.levels;
  });
  if (rows && columns) checkMatrix(combination, rows, columns, categories, report);
}

/** A component that counts for nothing would ask people for evidence in vain. */
function checkUnused(
  { combination, components, gates = [], official, faulty }: Sections,
  report: Report,
): void {
  if (!combination || faulty.has('gates') || faulty.has('official')) return;
  // Where the categories are the predicates, the official ratings only repeat what the combination used.
  const rated = official?.predicate === 'national-matrix' ? officialUses(official) : [];
  const used = new Set([
    ...usesOf(combination),
    ...shownOf(combination),
    ...gates.flatMap(conditionUses),
    ...rated,
  ]);
  for (const name of Object.keys(components)) {
    if (used.has(name)) continue;
    report(
      ['components', name],
      {
        id: 'komponen ini tidak dipakai dalam penggabungan',
        en: 'this component is not used in the combination',
      },
      {
        id: 'pakai dalam combination, sebut dalam combination.shown bila hanya ditampilkan, atau hapus',
        en: 'use it in combination, name it in combination.shown where it is only shown, or remove it',
      },
    );
  }
}

function checkOfficial(sections: Sections, data: unknown, references: References, report: Report): void {
  const { official, authority, categories } = sections;
  if (!official) {
    if (authority !== 'local' || (isRecord(data) && data.official !== undefined)) return;
    report(
      ['official'],
      {
        id: 'skema daerah belum memetakan hasil resmi',
        en: 'a local scheme must map to the official result',
      },
      { id: 'tambahkan bagian official', en: 'add the section official' },
    );
    return;
  }
  checkRatings(official, references, below(report, 'official'));
  const stated = categories?.some(({ predicates }) => predicates !== undefined);
  if (categories && (stated || official.predicate === 'national-matrix'))
    checkPredicates(categories, below(report, 'categories'));
  if (official.predicate === 'category') checkOfficialPredicate(sections, report);
}

function checkOfficialPredicate(sections: Sections, report: Report): void {
  const { categories, combination, official } = sections;
  if (categories && categories.map((category) => category.code).join() !== PREDICATES.join()) {
    report(
      ['official', 'predicate'],
      {
        id: 'kategori skema bukan kelima predikat resmi',
        en: "the scheme's categories are not the five official predicates",
      },
      say({ id: 'pakai kategori {list}', en: 'use the categories {list}' }, { list: PREDICATES.join(', ') }),
    );
    return;
  }
  if (combination?.mechanism !== 'matrix') return;
  const straight = combination.rows === official?.results && combination.columns === official?.behaviour;
  for (const row of straight ? RATINGS : []) {
    for (const column of RATINGS) {
      const given = combination.cells[row]?.[column];
      const law = predicateOf(row, column);
      if (given === undefined || given === law) continue;
      report(
        ['combination', 'cells', row, column],
        say(
          {
            id: '"{given}" bertentangan dengan matriks nasional',
            en: '"{given}" contradicts the national matrix',
          },
          { given },
        ),
        say({ id: 'tulis {law}', en: 'write {law}' }, { law }),
      );
    }
  }
}

/** Every citation anywhere in the file names a regulation of the section `regulations`. */
function checkCitations(sections: Sections, data: unknown, report: Report): void {
  if (!sections.regulations) return;
  const known = Object.keys(sections.regulations);
  const cited = new Set<string>();
  const visit = (value: unknown, path: readonly PropertyKey[]) => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [name, item] of Object.entries(value)) {
      if (name === 'regulation' && typeof item === 'string') {
        cited.add(item);
        if (!known.includes(item)) reportUnknown(report, [...path, name], item, known);
      } else visit(item, [...path, name]);
    }
  };
  visit(data, []);
  for (const name of known) {
    if (cited.has(name)) continue;
    report(
      ['regulations', name],
      { id: 'peraturan ini tidak dirujuk satu aturan pun', en: 'no rule cites this regulation' },
      { id: 'rujuk dalam basis, atau hapus', en: 'cite it in a basis, or remove it' },
    );
  }
}
