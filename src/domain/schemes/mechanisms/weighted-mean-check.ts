/** Checks of the mechanism `weighted-mean`: weights sum to 100, cases and bands leave no gap. */
import { sameInBoth, say } from '../../bilingual.ts';
import { unitsOf } from '../fixed.ts';
import { reportUnknown } from '../reports.ts';
import { reportOutOfReach, reportUncovered } from './levelled.ts';
import type { Report, ScoreRange } from './mechanism.ts';
import {
  checkConditions,
  checkPercent,
  checkReference,
  mayLack,
  meanRange,
  type References,
} from './references.ts';
import type { WeightedMeanSettings } from './weighted-mean.ts';

export function checkWeightedMean(
  settings: WeightedMeanSettings,
  categories: readonly string[],
  references: References,
  report: Report,
): void {
  for (const [index, entry] of settings.weights.entries()) {
    checkPercent(entry.percent, ['weights', index, 'percent'], references, report);
    checkConditions(entry.when, ['weights', index, 'when'], references, report);
  }
  for (const [index, band] of settings.bands.entries())
    checkConditions(band.when, ['bands', index, 'when'], references, report);
  checkCases(settings, report);
  checkBonus(settings, references, report);
  checkOptional(settings, report);
  checkDecimals(settings, references, report);
  checkBands(settings, categories, report);
  checkRange(settings, references, report);
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

function checkBonus({ bonus = [], weights }: WeightedMeanSettings, references: References, report: Report) {
  const seen = new Set<string>();
  for (const [index, { component }] of bonus.entries()) {
    const path = ['bonus', index, 'component'];
    checkReference(component, 'score', path, references, report);
    const weighed = weights.some(({ percent }) => Object.hasOwn(percent, component));
    if (weighed || seen.has(component))
      report(
        path,
        { id: 'komponen ini sudah dihitung', en: 'this component already counts' },
        {
          id: 'hitung satu kali saja: berbobot atau sebagai bonus',
          en: 'count it once: weighed or as a bonus',
        },
      );
    seen.add(component);
  }
}

/** A fact chooses between rules, so it cannot be left open. */
function checkOptional({ optional = [], weights, bands }: WeightedMeanSettings, report: Report): void {
  const facts = new Set([...weights, ...bands].flatMap(({ when }) => Object.keys(when ?? {})));
  for (const [index, name] of optional.entries()) {
    if (!facts.has(name)) continue;
    report(
      ['optional', index],
      {
        id: 'fakta yang memilih bobot atau pita harus dijawab',
        en: 'a fact that chooses weights or bands must be answered',
      },
      { id: 'hapus dari optional', en: 'remove it from optional' },
    );
  }
}

function checkDecimals(settings: WeightedMeanSettings, references: References, report: Report): void {
  if (settings.decimals !== undefined) return;
  const names = settings.weights.flatMap(({ percent }) => Object.keys(percent));
  if (!settings.bonus && !names.some((name) => mayLack(name, references))) return;
  report(
    ['decimals'],
    {
      id: 'jumlah angka desimal belum ditetapkan, padahal nilai harus dibulatkan',
      en: 'the number of decimals is not set, although the score has to be rounded',
    },
    { id: 'tulis decimals, misalnya 2', en: 'write decimals, such as 2' },
  );
}

function checkBands(settings: WeightedMeanSettings, categories: readonly string[], report: Report): void {
  for (const [index, band] of settings.bands.entries()) {
    const rank = categories.indexOf(band.category);
    if (rank < 0) reportUnknown(report, ['bands', index, 'category'], band.category, categories);
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
  const last = settings.bands.at(-1);
  if (last?.when === undefined) return;
  report(
    ['bands', settings.bands.length - 1, 'when'],
    { id: 'pita terbawah tidak boleh bersyarat', en: 'the lowest band may not have a condition' },
    {
      id: 'hapus when, atau tambahkan pita tanpa syarat',
      en: 'remove when, or add a band without a condition',
    },
  );
}

/** The bands cover every score that can come out, and none lies above all of them. */
function checkRange(settings: WeightedMeanSettings, references: References, report: Report): void {
  const range = totalRange(settings, references);
  if (!range) return;
  for (const [index, { from }] of settings.bands.entries())
    if (unitsOf(from) > range.to) reportOutOfReach(report, index, from, range.to);
  const last = settings.bands.at(-1);
  if (last && unitsOf(last.from) > range.from)
    reportUncovered(report, settings.bands.length - 1, last.from, range.from);
}

/** The lowest and highest total over all sets of weights; undefined while a part is unknown. */
export function totalRange(
  { weights, bonus = [], decimals, atMost }: WeightedMeanSettings,
  references: References,
): ScoreRange | undefined {
  const most = atMost === undefined ? Number.POSITIVE_INFINITY : unitsOf(atMost);
  let added = 0;
  for (const { component, atMost: highest } of bonus) {
    if (references.mechanism(component)?.yields !== 'score') return undefined;
    added += unitsOf(highest);
  }
  let whole: ScoreRange | undefined;
  for (const { percent } of weights) {
    const range = meanRange(percent, references, decimals);
    if (!range) return undefined;
    whole = {
      from: Math.min(whole?.from ?? Number.POSITIVE_INFINITY, range.from, most),
      to: Math.min(most, Math.max(whole?.to ?? 0, range.to + added)),
    };
  }
  return whole;
}
