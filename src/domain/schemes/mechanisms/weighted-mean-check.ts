/** Checks of the mechanism `weighted-mean`: weights sum to 100, cases and bands leave no gap. */
import { Decimal } from 'decimal.js';
import { sameInBoth, say } from '../../bilingual.ts';
import type { Report } from './mechanism.ts';
import type { ComponentSettings } from './settings.ts';
import type { WeightedMeanSettings } from './weighted-mean.ts';

/** Components by code; undefined for one that exists and is itself faulty, so that it is not reported twice. */
export type KnownComponents = Readonly<Record<string, ComponentSettings | undefined>>;

export function checkWeightedMean(
  settings: WeightedMeanSettings,
  components: KnownComponents,
  categories: readonly string[],
  report: Report,
): void {
  for (const [index, entry] of settings.weights.entries()) {
    checkWeights(entry.percent, index, components, report);
    checkFacts(entry.when, ['weights', index, 'when'], components, report);
  }
  for (const [index, band] of settings.bands.entries())
    checkFacts(band.when, ['bands', index, 'when'], components, report);
  checkCases(settings, report);
  checkBands(settings, categories, report);
  checkLowest(settings, components, report);
}

function reference(
  name: string,
  mechanism: ComponentSettings['mechanism'],
  path: readonly PropertyKey[],
  components: KnownComponents,
  report: Report,
): void {
  if (!Object.hasOwn(components, name)) {
    report(
      path,
      say({ id: 'komponen "{name}" tidak ada', en: 'there is no component "{name}"' }, { name }),
      say(
        { id: 'pilih salah satu: {list}', en: 'choose one of: {list}' },
        { list: Object.keys(components).join(', ') },
      ),
    );
    return;
  }
  const component = components[name];
  if (component === undefined || component.mechanism === mechanism) return;
  report(
    path,
    say(
      {
        id: 'komponen "{name}" memakai mekanisme {has}, padahal di sini diperlukan {needs}',
        en: 'component "{name}" uses the mechanism {has}, but {needs} is needed here',
      },
      { name, has: component.mechanism, needs: mechanism },
    ),
    say(
      { id: 'tunjuk komponen bermekanisme {needs}', en: 'name a component of the mechanism {needs}' },
      { needs: mechanism },
    ),
  );
}

function checkFacts(
  when: Readonly<Record<string, boolean>> | undefined,
  path: readonly PropertyKey[],
  components: KnownComponents,
  report: Report,
): void {
  for (const name of Object.keys(when ?? {})) reference(name, 'fact', [...path, name], components, report);
}

function checkWeights(
  percent: Readonly<Record<string, string>>,
  index: number,
  components: KnownComponents,
  report: Report,
): void {
  for (const name of Object.keys(percent))
    reference(name, 'score', ['weights', index, 'percent', name], components, report);
  const sum = Object.values(percent).reduce((total, weight) => total.plus(weight), new Decimal(0));
  if (sum.eq(100)) return;
  report(
    ['weights', index, 'percent'],
    say(
      { id: 'jumlah bobot {sum} %, bukan 100 %', en: 'the weights sum to {sum} %, not 100 %' },
      { sum: sum.toFixed() },
    ),
    say(
      { id: '{verb} {difference} %', en: '{verb} {difference} %' },
      {
        verb: sum.lt(100) ? { id: 'tambahkan', en: 'add' } : { id: 'kurangi', en: 'take away' },
        difference: sum.minus(100).abs().toFixed(),
      },
    ),
  );
}

/** Every combination of answers to the facts that the cases name. */
function answersTo(names: readonly string[]): readonly Readonly<Record<string, boolean>>[] {
  return names.reduce<readonly Readonly<Record<string, boolean>>[]>(
    (all, name) =>
      all.flatMap((answers) => [
        { ...answers, [name]: true },
        { ...answers, [name]: false },
      ]),
    [{}],
  );
}

function checkCases(settings: WeightedMeanSettings, report: Report): void {
  const names = [...new Set(settings.weights.flatMap(({ when }) => Object.keys(when ?? {})))];
  // Four facts make sixteen answers, as many as there may be sets of weights.
  if (names.length > 4) {
    report(
      ['weights'],
      { id: 'lebih dari empat fakta memilih bobot', en: 'more than four facts choose the weights' },
      { id: 'pakai paling banyak empat', en: 'use at most four' },
    );
    return;
  }
  for (const answers of answersTo(names)) {
    const matching = settings.weights.filter(({ when }) =>
      Object.entries(when ?? {}).every(([name, answer]) => answers[name] === answer),
    );
    if (matching.length === 1) continue;
    const situation = sameInBoth(names.map((name) => `${name}: ${answers[name]}`).join(', ') || '-');
    report(
      ['weights'],
      matching.length === 0
        ? say(
            { id: 'tidak ada bobot untuk {situation}', en: 'there are no weights for {situation}' },
            { situation },
          )
        : say(
            {
              id: 'lebih dari satu bobot untuk {situation}',
              en: 'more than one set of weights for {situation}',
            },
            { situation },
          ),
      {
        id: 'tulis tepat satu kelompok bobot untuk setiap keadaan',
        en: 'write exactly one set of weights for each situation',
      },
    );
  }
}

function checkBands(settings: WeightedMeanSettings, categories: readonly string[], report: Report): void {
  for (const [index, band] of settings.bands.entries()) {
    const rank = categories.indexOf(band.category);
    if (rank < 0) {
      report(
        ['bands', index, 'category'],
        say({ id: '"{name}" tidak dikenal', en: '"{name}" is not known' }, { name: band.category }),
        say({ id: 'pilih salah satu: {list}', en: 'choose one of: {list}' }, { list: categories.join(', ') }),
      );
    }
    const before = settings.bands[index - 1];
    if (!before) continue;
    const lower = new Decimal(band.from).lt(before.from);
    const sameButConditional = new Decimal(band.from).eq(before.from) && before.when !== undefined;
    if (!lower && !sameButConditional) {
      report(
        ['bands', index, 'from'],
        say(
          {
            id: 'pita ini bertumpang tindih dengan pita sebelumnya (from {before})',
            en: 'this band overlaps the one before (from {before})',
          },
          { before: before.from },
        ),
        {
          id: 'urutkan dari yang tertinggi, masing-masing lebih rendah',
          en: 'order from the highest, each one lower',
        },
      );
    }
    if (rank >= 0 && rank < categories.indexOf(before.category)) {
      report(
        ['bands', index, 'category'],
        {
          id: 'kategori ini lebih baik daripada pita di atasnya',
          en: 'this category is better than that of the band above',
        },
        { id: 'urutkan kategori dari yang terbaik', en: 'order the categories best first' },
      );
    }
  }
}

function checkLowest(settings: WeightedMeanSettings, components: KnownComponents, report: Report): void {
  const last = settings.bands.at(-1);
  if (!last) return;
  if (last.when !== undefined) {
    report(
      ['bands', settings.bands.length - 1, 'when'],
      { id: 'pita terbawah tidak boleh bersyarat', en: 'the lowest band may not have a condition' },
      {
        id: 'hapus when, atau tambahkan pita tanpa syarat',
        en: 'remove when, or add a band without a condition',
      },
    );
  }
  for (const { percent } of settings.weights) {
    let lowest = new Decimal(0);
    for (const [name, weight] of Object.entries(percent)) {
      const component = components[name];
      if (component?.mechanism !== 'score') return;
      lowest = lowest.plus(new Decimal(component.range.from).times(weight).dividedBy(100));
    }
    if (lowest.gte(last.from)) continue;
    report(
      ['bands', settings.bands.length - 1, 'from'],
      say(
        { id: 'nilai di bawah {from} tidak punya kategori', en: 'scores below {from} have no category' },
        { from: last.from },
      ),
      say({ id: 'turunkan menjadi {lowest}', en: 'lower it to {lowest}' }, { lowest: lowest.toFixed() }),
    );
    return;
  }
}
