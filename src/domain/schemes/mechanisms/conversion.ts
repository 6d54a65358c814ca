/**
 * The table by which an achievement in percent becomes a score: segments that rise in a straight line or
 * stand still, without gaps on the grid to which percents are rounded. Used by `planned-results`.
 */
import { z } from 'zod';
import { say } from '../../bilingual.ts';
import { divideHalfUp, UNITS, unitsOf } from '../fixed.ts';
import { decimalSetting } from '../shapes.ts';
import { MAXIMUM_COUNT, MAXIMUM_COUNT_UNITS } from './counted-scale.ts';
import type { Report } from './mechanism.ts';

const segment = z.strictObject({
  /** First percent of the segment. */
  from: decimalSetting,
  /** Last percent of the segment; only the last segment may leave it out, and is then without end. */
  to: decimalSetting.optional(),
  /** Score at `from`. */
  score: decimalSetting,
  /** Score at `to`; the same as `score` where nothing is said. */
  reaching: decimalSetting.optional(),
});

export const conversionSettings = z.strictObject({
  /** To how many decimals a percent is rounded, half up, before it is looked up. */
  roundPercent: z.int().min(0).max(4),
  segments: z.array(segment).min(1).max(60),
});
export type ConversionSettings = z.infer<typeof conversionSettings>;
type Segment = ConversionSettings['segments'][number];

/** Achievements on the grid: whole numbers of 10^-roundPercent percent. */
export type Conversion = {
  readonly decimals: number;
  /** 100 % on the grid. */
  readonly whole: number;
  /** The highest achievement that counts; whatever is above counts as this. */
  readonly cap: number;
  /** Score in units of an achievement from 0 to `cap`. */
  readonly convert: (percent: number) => number;
  /** The segment of an achievement, for explanations. */
  readonly segmentOf: (percent: number) => Segment;
};

/** A segment on the grid. Scores in units. */
type Step = {
  readonly from: number;
  readonly length: number;
  readonly score: number;
  readonly rise: number;
  readonly segment: Segment;
};

/** Compiles a checked table. Products stay safe: percents on the grid and scores are at most 10^7. */
export function compileConversion({ roundPercent, segments }: ConversionSettings): Conversion {
  const gridUnits = UNITS / 10 ** roundPercent;
  const grid = (text: string) => unitsOf(text) / gridUnits;
  const steps = segments.map((given): Step => {
    const from = grid(given.from);
    const score = unitsOf(given.score);
    const to = given.to === undefined ? from : grid(given.to);
    return {
      from,
      length: to - from,
      score,
      rise: unitsOf(given.reaching ?? given.score) - score,
      segment: given,
    };
  });
  const stepOf = (percent: number): Step => {
    for (let index = steps.length - 1; index >= 0; index -= 1) {
      const step = steps[index];
      if (step && percent >= step.from) return step;
    }
    throw new Error('the checked segments begin at 0');
  };
  const last = segments.at(-1);
  return {
    decimals: roundPercent,
    whole: 100 * 10 ** roundPercent,
    cap: grid(last?.to ?? last?.from ?? '0'),
    convert(percent) {
      const { from, length, score, rise } = stepOf(percent);
      return rise === 0 ? score : score + divideHalfUp((percent - from) * rise, length);
    },
    segmentOf: (percent) => stepOf(percent).segment,
  };
}

/** The lowest achievement of at least 100 % whose score is exactly this; undefined where there is none. */
export function percentFor(units: number, { convert, whole, cap }: Conversion): number | undefined {
  let low = whole;
  let high = cap;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (convert(middle) >= units) high = middle;
    else low = middle + 1;
  }
  return low <= cap && convert(low) === units ? low : undefined;
}

/** Reports every gap, overlap, fall and bound of the table. True when it can be compiled. */
export function checkConversion(settings: ConversionSettings, report: Report): boolean {
  let sound = true;
  const tell: Report = (path, what, remedy) => {
    sound = false;
    report(['segments', ...path], what, remedy);
  };
  const { segments, roundPercent } = settings;
  const step = UNITS / 10 ** roundPercent;
  for (const [index, each] of segments.entries()) {
    checkNumbers(each, index, step, roundPercent, tell);
    checkEnd(each, index, index === segments.length - 1, tell);
    checkBeginning(each, segments[index - 1], index, step, tell);
  }
  const last = segments.at(-1);
  if (last && unitsOf(last.to ?? last.from) < 100 * UNITS)
    tell(
      [segments.length - 1],
      { id: 'tabel berhenti sebelum 100 %', en: 'the table ends before 100 %' },
      { id: 'lanjutkan sampai paling sedikit 100 %', en: 'go on to at least 100 %' },
    );
  return sound;
}

const MOST = { most: MAXIMUM_COUNT };

function checkNumbers(each: Segment, index: number, step: number, decimals: number, tell: Report): void {
  for (const name of ['from', 'to', 'score', 'reaching'] as const) {
    const text = each[name];
    if (text === undefined) continue;
    if (unitsOf(text) > MAXIMUM_COUNT_UNITS)
      tell(
        [index, name],
        say({ id: 'lebih dari {most}', en: 'is more than {most}' }, MOST),
        say({ id: 'tulis paling banyak {most}', en: 'write at most {most}' }, MOST),
      );
    if ((name === 'from' || name === 'to') && unitsOf(text) % step !== 0)
      tell(
        [index, name],
        say(
          { id: '{text} lebih teliti daripada roundPercent', en: '{text} is finer than roundPercent' },
          { text },
        ),
        say(
          { id: 'tulis dengan {decimals} angka desimal', en: 'write it with {decimals} decimals' },
          { decimals },
        ),
      );
  }
}

function checkEnd(
  { from, to, score, reaching }: Segment,
  index: number,
  isLast: boolean,
  tell: Report,
): void {
  if (to === undefined && !isLast)
    tell(
      [index, 'to'],
      { id: 'belum diisi', en: 'is missing' },
      {
        id: 'isi to; hanya ruas terakhir yang boleh tanpa to',
        en: 'give to; only the last segment may lack it',
      },
    );
  if (to !== undefined && unitsOf(to) < unitsOf(from))
    tell(
      [index, 'to'],
      { id: 'lebih kecil daripada from', en: 'is below from' },
      { id: 'tulis to yang tidak lebih kecil dari from', en: 'write a to that is not below from' },
    );
  if (reaching === undefined) return;
  if (unitsOf(reaching) < unitsOf(score))
    tell(
      [index, 'reaching'],
      {
        id: 'lebih kecil daripada score: capaian lebih baik bernilai lebih rendah',
        en: 'is below score: a better achievement would count less',
      },
      { id: 'tulis nilai yang tidak turun', en: 'write a score that does not fall' },
    );
  const flat = to === undefined || unitsOf(to) === unitsOf(from);
  if (flat && unitsOf(reaching) !== unitsOf(score))
    tell(
      [index, 'reaching'],
      { id: 'ruas ini tidak punya panjang untuk naik', en: 'this segment has no length along which to rise' },
      { id: 'hapus reaching, atau isi to', en: 'remove reaching, or give to' },
    );
}

function checkBeginning(
  each: Segment,
  before: Segment | undefined,
  index: number,
  step: number,
  tell: Report,
): void {
  const from = unitsOf(each.from);
  if (!before) {
    if (from !== 0)
      tell(
        [index, 'from'],
        { id: 'tabel tidak mulai dari 0', en: 'the table does not begin at 0' },
        { id: 'tulis from: 0', en: 'write from: 0' },
      );
    return;
  }
  if (before.to !== undefined) {
    const end = unitsOf(before.to);
    const touches = from === end && from > unitsOf(before.from);
    if (!touches && from !== end + step)
      tell(
        [index, 'from'],
        say(
          {
            id: 'tidak menyambung dengan ruas sebelumnya, yang berakhir pada {end}',
            en: 'does not join the segment before, which ends at {end}',
          },
          { end: before.to },
        ),
        {
          id: 'tulis angka itu, atau angka berikutnya menurut roundPercent',
          en: 'write that number, or the next one by roundPercent',
        },
      );
  }
  if (unitsOf(each.score) < unitsOf(before.reaching ?? before.score))
    tell(
      [index, 'score'],
      { id: 'lebih kecil daripada akhir ruas sebelumnya', en: 'is below the end of the segment before' },
      { id: 'tulis nilai yang tidak turun', en: 'write a score that does not fall' },
    );
}
