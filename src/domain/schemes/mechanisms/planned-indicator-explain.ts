/** The explanation of one indicator of `planned-results`: the formula with its numbers, and every given value. */
import { type Bilingual, joinBoth, sameInBoth, say, startOfSentence } from '../../bilingual.ts';
import {
  type Basis,
  booleanValue,
  codedValue,
  decimalInWords,
  decimalValue,
  type ExplainedInput,
  type Explanation,
  MISSING,
  percentValue,
} from '../../explanation.ts';
import { scaledText } from '../fixed.ts';
import { annotatedWithin } from './annotated-within.ts';
import { points } from './in-words.ts';
import { type Annotations, isRecord } from './mechanism.ts';
import {
  DIRECTIONS,
  type Direction,
  indicatorReader,
  milestoneWeight,
  quantityUnits,
  realised,
  SUMMARIES,
  type Summary,
  UNMEASURED,
} from './planned-indicators.ts';
import type { PlannedResults } from './planned-lines.ts';
import { percentInWords } from './planned-words.ts';

/** Where an indicator stands. */
type Place = {
  readonly code: string;
  readonly path: string;
  readonly number: number;
  readonly basis: readonly Basis[];
  readonly prepared: PlannedResults;
};
type Given = Readonly<Record<string, unknown>>;

/** Explains an indicator that was read before. */
export function explainIndicator(place: Place, given: unknown, annotations: Annotations): Explanation {
  if (!isRecord(given)) throw new Error(`${place.path}: explained evidence was not read first`);
  const percent = place.prepared.indicator(given);
  const { decimals } = place.prepared.conversion;
  return {
    code: place.code,
    label: annotations[place.path]?.label ?? {
      id: `Indikator ${place.number}`,
      en: `Indicator ${place.number}`,
    },
    value: percent === UNMEASURED ? MISSING : percentValue(scaledText(percent, decimals)),
    rule: percent === UNMEASURED ? NO_REALISATION : indicatorRule(given, percent, place.prepared),
    basis: place.basis,
    inputs: annotatedWithin(place.path, indicatorInputs(place.path, given), annotations),
    children: [],
  };
}

const NO_REALISATION: Bilingual = {
  id: 'Realisasinya belum ada; yang belum ada tidak dihitung nol.',
  en: 'There is no realisation yet; what is missing is not counted as zero.',
};

/** Far above every cap that a table may have: what is beyond is not worth a number. */
const BEYOND = 100;

function indicatorRule(given: Given, percent: number, { conversion }: PlannedResults): Bilingual {
  const limit = conversion.cap * BEYOND;
  const raw = indicatorReader({ ...conversion, cap: limit }, undefined)(given);
  const formula = startOfSentence(
    given.direction === 'milestone' ? milestoneRule(given) : measuredRule(given),
  );
  const values = { raw: percentInWords(raw, conversion), percent: percentInWords(percent, conversion) };
  if (raw < percent) return joinBoth([formula, say(LIFTED, values)]);
  if (raw === percent) return joinBoth([formula, say(ACHIEVED, values)]);
  return joinBoth([formula, say(raw === limit ? HIGHEST : CAPPED, values)]);
}

const ACHIEVED: Bilingual = { id: 'Capaian {percent} %.', en: 'Achievement {percent} %.' };
const LIFTED: Bilingual = {
  id: 'Hasilnya {raw} %. Target ini yang terbaik yang mungkin dan tercapai, maka dihitung {percent} %.',
  en: 'That is {raw} %. This target is the best possible and was met, so it counts {percent} %.',
};
const CAPPED: Bilingual = {
  id: 'Hasilnya {raw} %, dihitung {percent} % karena itulah capaian tertinggi yang dihitung.',
  en: 'That is {raw} %, counted as {percent} %, the highest achievement that counts.',
};
const HIGHEST: Bilingual = {
  id: 'Dihitung {percent} %, capaian tertinggi yang dihitung.',
  en: 'Counted as {percent} %, the highest achievement that counts.',
};

function milestoneRule({ milestones }: Given): Bilingual {
  const list = Array.isArray(milestones) ? milestones.filter(isRecord) : [];
  const done = list.filter((each) => each.done === true).length;
  const isWeighed = list.some((each) => each.weight !== undefined);
  const values = {
    done,
    count: list.length,
    part: points(milestoneWeight(milestones, true)),
    whole: points(milestoneWeight(milestones, false)),
  };
  return say(
    isWeighed
      ? {
          id: '{done} dari {count} tahap selesai, dengan bobot {part} ÷ {whole}.',
          en: '{done} of {count} milestones done, with the weight {part} ÷ {whole}.',
        }
      : { id: '{done} dari {count} tahap selesai.', en: '{done} of {count} milestones done.' },
    values,
  );
}

function measuredRule(given: Given): Bilingual {
  const actual = realised(given.realisations, given.summary);
  const values = {
    actual: points(actual),
    summary: summaryInWords(given),
    target: decimalInWords(String(given.target)),
    lowest: decimalInWords(String(given.lowest)),
    highest: decimalInWords(String(given.highest)),
  };
  return say(formulaOf(given, actual), values);
}

/** The sentence with the formula that was used. */
function formulaOf({ direction, target, lowest, highest }: Given, actual: number): Bilingual {
  if (direction === 'range') {
    if (actual < quantityUnits(lowest)) return BELOW_RANGE;
    if (actual <= quantityUnits(highest)) return IN_RANGE;
    return actual >= 2 * quantityUnits(highest) ? FAR_ABOVE_RANGE : ABOVE_RANGE;
  }
  if (direction === 'higher') return HIGHER;
  if (quantityUnits(target) === 0) return actual === 0 ? ZERO_MET : ZERO_NOT_MET;
  if (direction === 'lower') return actual === 0 ? LOWER_ZERO : LOWER;
  return actual >= 2 * quantityUnits(target) ? REVERSED_NOTHING : REVERSED;
}

const HIGHER: Bilingual = {
  id: 'Makin tinggi makin baik: {summary} {actual} ÷ target {target}.',
  en: 'Higher is better: {summary} {actual} ÷ target {target}.',
};
const LOWER: Bilingual = {
  id: 'Makin rendah makin baik: target {target} ÷ {summary} {actual}.',
  en: 'Lower is better: target {target} ÷ {summary} {actual}.',
};
const LOWER_ZERO: Bilingual = {
  id: 'Makin rendah makin baik, dan {summary} 0 tidak dapat lebih baik lagi.',
  en: 'Lower is better, and {summary} 0 cannot be better.',
};
const ZERO_MET: Bilingual = {
  id: 'Makin rendah makin baik: target 0 tercapai, {summary} 0.',
  en: 'Lower is better: the target 0 is met, {summary} 0.',
};
const ZERO_NOT_MET: Bilingual = {
  id: 'Makin rendah makin baik: target 0 tidak tercapai, {summary} {actual}.',
  en: 'Lower is better: the target 0 is not met, {summary} {actual}.',
};
const REVERSED: Bilingual = {
  id: 'Makin rendah makin baik: 1 + (1 − {summary} {actual} ÷ target {target}).',
  en: 'Lower is better: 1 + (1 − {summary} {actual} ÷ target {target}).',
};
const REVERSED_NOTHING: Bilingual = {
  id: 'Makin rendah makin baik: {summary} {actual} sudah dua kali target {target} atau lebih.',
  en: 'Lower is better: {summary} {actual} is twice the target {target} or more.',
};
const IN_RANGE: Bilingual = {
  id: '{summary} {actual} berada dalam rentang {lowest} sampai {highest}.',
  en: '{summary} {actual} is within the range {lowest} to {highest}.',
};
const BELOW_RANGE: Bilingual = {
  id: 'Di bawah rentang {lowest} sampai {highest}: {summary} {actual} ÷ batas bawah {lowest}.',
  en: 'Below the range {lowest} to {highest}: {summary} {actual} ÷ lower bound {lowest}.',
};
const ABOVE_RANGE: Bilingual = {
  id: 'Di atas rentang {lowest} sampai {highest}: 1 + (1 − {summary} {actual} ÷ batas atas {highest}).',
  en: 'Above the range {lowest} to {highest}: 1 + (1 − {summary} {actual} ÷ upper bound {highest}).',
};
const FAR_ABOVE_RANGE: Bilingual = {
  id: 'Di atas rentang {lowest} sampai {highest}: {summary} {actual} sudah dua kali batas atas atau lebih.',
  en: 'Above the range {lowest} to {highest}: {summary} {actual} is twice the upper bound or more.',
};

const SUMMARY_LABELS: Readonly<Record<Summary, Bilingual>> = {
  latest: { id: 'realisasi terakhir', en: 'latest realisation' },
  sum: { id: 'jumlah realisasi', en: 'sum of the realisations' },
  average: { id: 'rata-rata realisasi', en: 'mean realisation' },
  lowest: { id: 'realisasi terendah', en: 'lowest realisation' },
  highest: { id: 'realisasi tertinggi', en: 'highest realisation' },
};

function summaryInWords({ summary, realisations }: Given): Bilingual {
  const known = SUMMARIES.find((each) => each === summary) ?? 'latest';
  const isOne = Array.isArray(realisations) && realisations.length === 1;
  return isOne ? { id: 'realisasi', en: 'realisation' } : SUMMARY_LABELS[known];
}

const DIRECTION_LABELS: Readonly<Record<Direction, Bilingual>> = {
  higher: { id: 'Makin tinggi makin baik', en: 'Higher is better' },
  lower: { id: 'Makin rendah makin baik (target ÷ realisasi)', en: 'Lower is better (target ÷ realisation)' },
  reversed: {
    id: 'Makin rendah makin baik (selisih terhadap target)',
    en: 'Lower is better (difference from the target)',
  },
  range: { id: 'Dalam rentang', en: 'Within a range' },
  milestone: { id: 'Tahap yang selesai', en: 'Milestones done' },
};

const NUMBERS: readonly (readonly [name: string, label: Bilingual])[] = [
  ['target', sameInBoth('Target')],
  ['lowest', { id: 'Batas bawah', en: 'Lower bound' }],
  ['highest', { id: 'Batas atas', en: 'Upper bound' }],
];

function indicatorInputs(path: string, given: Given): readonly ExplainedInput[] {
  const direction = DIRECTIONS.find((each) => each === given.direction) ?? 'higher';
  const inputs: ExplainedInput[] = [
    {
      path: `${path}.direction`,
      label: { id: 'Arah', en: 'Direction' },
      value: codedValue('text', direction, DIRECTION_LABELS[direction]),
    },
  ];
  for (const [name, label] of NUMBERS) {
    const text = given[name];
    if (typeof text === 'string') inputs.push({ path: `${path}.${name}`, label, value: decimalValue(text) });
  }
  if (typeof given.maximum === 'boolean')
    inputs.push({
      path: `${path}.maximum`,
      label: { id: 'Target terbaik yang mungkin', en: 'Best possible target' },
      value: booleanValue(given.maximum),
    });
  inputs.push(...(direction === 'milestone' ? milestoneInputs(path, given) : realisationInputs(path, given)));
  return inputs;
}

function realisationInputs(path: string, { summary, realisations }: Given): readonly ExplainedInput[] {
  const known = SUMMARIES.find((each) => each === summary) ?? 'latest';
  const list = Array.isArray(realisations) ? realisations.map(String) : [];
  const label = (number: number) =>
    list.length === 1
      ? { id: 'Realisasi', en: 'Realisation' }
      : { id: `Realisasi ${number}`, en: `Realisation ${number}` };
  return [
    {
      path: `${path}.summary`,
      label: { id: 'Yang dihitung', en: 'What counts' },
      value: codedValue('text', known, SUMMARY_LABELS[known]),
    },
    ...list.map((text, index) => ({
      path: `${path}.realisations[${index}]`,
      label: label(index + 1),
      value: decimalValue(text),
    })),
    ...(list.length === 0
      ? [{ path: `${path}.realisations`, label: { id: 'Realisasi', en: 'Realisation' }, value: MISSING }]
      : []),
  ];
}

function milestoneInputs(path: string, { milestones }: Given): readonly ExplainedInput[] {
  const list = Array.isArray(milestones) ? milestones.filter(isRecord) : [];
  return list.flatMap((each, index): readonly ExplainedInput[] => {
    const own = `${path}.milestones[${index}]`;
    const done = {
      path: `${own}.done`,
      label: { id: `Tahap ${index + 1} selesai`, en: `Milestone ${index + 1} done` },
      value: booleanValue(each.done === true),
    };
    if (typeof each.weight !== 'string') return [done];
    const label = { id: `Bobot tahap ${index + 1}`, en: `Weight of milestone ${index + 1}` };
    return [done, { path: `${own}.weight`, label, value: decimalValue(each.weight) }];
  });
}
