/** Checks of the mechanism `weighted-mean`: weights sum to 100, cases and bands leave no gap. */
import { type Bilingual, sameInBoth, say } from '../../bilingual.ts';
import { floorDivide, UNITS, unitsOf, unitsText } from '../fixed.ts';
import { type BoundMechanism, componentMechanism } from './index.ts';
import type { CheckContext, Report } from './mechanism.ts';
import type { ComponentSettings } from './settings.ts';
import type { WeightedMeanSettings } from './weighted-mean.ts';

/** One hundred percent in units. */
const WHOLE = 100 * UNITS;

/** Components by code; undefined for one that exists and is itself faulty, so that it is not reported twice. */
export type KnownComponents = Readonly<Record<string, ComponentSettings | undefined>>;

export function checkWeightedMean(
  settings: WeightedMeanSettings,
  components: KnownComponents,
  categories: readonly string[],
  context: CheckContext,
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
  checkLowest(settings, components, context, report);
}

const YIELDS: Readonly<Record<BoundMechanism['yields'], Bilingual>> = {
  level: { id: 'tingkat', en: 'a level' },
  score: { id: 'nilai', en: 'a score' },
  fact: { id: 'jawaban ya atau tidak', en: 'a yes or no' },
};

function reference(
  name: string,
  needs: BoundMechanism['yields'],
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
  if (component === undefined || componentMechanism(component).yields === needs) return;
  report(
    path,
    say(
      {
        id: 'komponen "{name}" (mekanisme {has}) tidak menghasilkan {needs}',
        en: 'component "{name}" (mechanism {has}) does not give {needs}',
      },
      { name, has: component.mechanism, needs: YIELDS[needs] },
    ),
    say(
      { id: 'tunjuk komponen yang menghasilkan {needs}', en: 'name a component that gives {needs}' },
      { needs: YIELDS[needs] },
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
  const sum = Object.values(percent).reduce((total, weight) => total + unitsOf(weight), 0);
  if (sum === WHOLE) return;
  report(
    ['weights', index, 'percent'],
    say(
      { id: 'jumlah bobot {sum} %, bukan 100 %', en: 'the weights sum to {sum} %, not 100 %' },
      { sum: unitsText(sum) },
    ),
    say(
      { id: '{verb} {difference} %', en: '{verb} {difference} %' },
      {
        verb: sum < WHOLE ? { id: 'tambahkan', en: 'add' } : { id: 'kurangi', en: 'take away' },
        difference: unitsText(Math.abs(sum - WHOLE)),
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
    const lower = unitsOf(band.from) < unitsOf(before.from);
    const sameButConditional = unitsOf(band.from) === unitsOf(before.from) && before.when !== undefined;
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

function checkLowest(
  settings: WeightedMeanSettings,
  components: KnownComponents,
  context: CheckContext,
  report: Report,
): void {
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
    let lowest = 0;
    for (const [name, weight] of Object.entries(percent)) {
      const component = components[name];
      const mechanism = component && componentMechanism(component);
      if (mechanism?.yields !== 'score') return;
      lowest += floorDivide(mechanism.range(context).from * unitsOf(weight), WHOLE);
    }
    if (lowest >= unitsOf(last.from)) continue;
    report(
      ['bands', settings.bands.length - 1, 'from'],
      say(
        { id: 'nilai di bawah {from} tidak punya kategori', en: 'scores below {from} have no category' },
        { from: last.from },
      ),
      say({ id: 'turunkan menjadi {lowest}', en: 'lower it to {lowest}' }, { lowest: unitsText(lowest) }),
    );
    return;
  }
}
