/** Checks of meaning across the sections of a scheme: references, completeness, agreement with the law. */
import type { Bilingual } from '../bilingual.ts';
import { say } from '../bilingual.ts';
import { PREDICATES, RATINGS } from '../rules/codes.ts';
import { predicateOf } from '../rules/predicate.ts';
import { checkAppraisal } from './check-appraisal.ts';
import { componentMechanism, usesOf } from './mechanisms/index.ts';
import { checkMatrix } from './mechanisms/matrix-check.ts';
import type { CheckContext, Report } from './mechanisms/mechanism.ts';
import { checkWeightedMean } from './mechanisms/weighted-mean-check.ts';
import { below, reportRepeated, reportUnknown, type Sections } from './reports.ts';

/** Reports all problems of meaning. `data` is the raw content, searched for citations of regulations. */
export function checkMeaning(sections: Sections, data: unknown, report: Report): void {
  checkEffective(sections, report);
  for (const [name, scale] of Object.entries(sections.scales ?? {}))
    reportRepeated(report, ['scales', name, 'levels'], scale.levels);
  reportRepeated(report, ['categories'], sections.categories ?? []);
  checkComponents(sections, report);
  checkCombination(sections, report);
  checkUnused(sections, report);
  checkOfficial(sections, report);
  checkAppraisal(sections, report);
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

/** What the checks of components may ask. */
function contextOf(sections: Sections): CheckContext {
  const { scales = {} } = sections;
  return {
    levels: (scale) => (Object.hasOwn(scales, scale) ? scales[scale]?.levels : undefined),
    scales: Object.keys(scales),
    behaviours: sections.behaviours?.values,
  };
}

function levelCodes(sections: Sections, component: string): readonly string[] | undefined {
  const settings = sections.components[component];
  const scale = settings && componentMechanism(settings).scale;
  return scale === undefined
    ? undefined
    : contextOf(sections)
        .levels(scale)
        ?.map((level) => level.code);
}

function checkComponents(sections: Sections, report: Report): void {
  const context = contextOf(sections);
  for (const [name, settings] of Object.entries(sections.components))
    if (settings) componentMechanism(settings).check(context, below(report, 'components', name));
}

function checkCombination(sections: Sections, report: Report): void {
  const { combination, categories } = sections;
  if (!combination || !categories) return;
  const own = below(report, 'combination');
  const codes = categories.map((category) => category.code);
  if (combination.mechanism === 'weighted-mean') {
    checkWeightedMean(combination, sections.components, codes, contextOf(sections), own);
    return;
  }
  const axes = (['rows', 'columns'] as const).map((axis) => {
    const name = combination[axis];
    if (!Object.hasOwn(sections.components, name))
      reportUnknown(own, [axis], name, Object.keys(sections.components));
    else if (sections.components[name] && !isRated(sections, name))
      own([axis], NOT_RATED.what, NOT_RATED.remedy);
    return levelCodes(sections, name);
  });
  const [rows, columns] = axes;
  if (rows && columns) checkMatrix(combination, rows, columns, codes, own);
}

function isRated(sections: Sections, name: string): boolean {
  const settings = sections.components[name];
  return settings !== undefined && componentMechanism(settings).yields === 'level';
}

const NOT_RATED: { readonly what: Bilingual; readonly remedy: Bilingual } = {
  what: { id: 'komponen ini tidak menghasilkan rating', en: 'this component does not give a rating' },
  remedy: {
    id: 'tunjuk komponen bermekanisme rating atau rated-lines',
    en: 'name a component of the mechanism rating or rated-lines',
  },
};

/** A component that counts for nothing would ask people for evidence in vain. */
function checkUnused(sections: Sections, report: Report): void {
  if (!sections.combination) return;
  const used = new Set(usesOf(sections.combination));
  for (const name of Object.keys(sections.components)) {
    if (used.has(name)) continue;
    report(
      ['components', name],
      {
        id: 'komponen ini tidak dipakai dalam penggabungan',
        en: 'this component is not used in the combination',
      },
      { id: 'pakai dalam combination, atau hapus', en: 'use it in combination, or remove it' },
    );
  }
}

function checkOfficial(sections: Sections, report: Report): void {
  const { official, authority } = sections;
  if (!official) {
    if (authority !== 'local') return;
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
  for (const axis of ['results', 'behaviour'] as const) {
    const name = official[axis];
    if (!Object.hasOwn(sections.components, name)) {
      reportUnknown(report, ['official', axis], name, Object.keys(sections.components));
      continue;
    }
    const levels = levelCodes(sections, name);
    const faulty = sections.components[name] === undefined || (isRated(sections, name) && !levels);
    if (faulty || levels?.join() === RATINGS.join()) continue;
    report(
      ['official', axis],
      {
        id: 'komponen ini tidak memakai rating resmi',
        en: 'this component does not use the official ratings',
      },
      { id: 'pakai skala dengan above, meets, below', en: 'use a scale with above, meets, below' },
    );
  }
  checkOfficialPredicate(sections, report);
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
