/**
 * Whether an indicator can be measured: what it must state (unit, baseline, target, source, period), what is missing,
 * why that matters, and how it is mended. A scheme says which parts it asks for; nothing here is judged by taste.
 */
import { type Bilingual, sameInBoth, say } from '../bilingual.ts';
import type { Scheme } from './language.ts';
import { type Direction, MEASURABLE_PARTS, type MeasurablePart } from './sections.ts';

/** An indicator as it is stated in a plan. Empty text: not stated. */
export interface StatedIndicator {
  readonly unit: string;
  /** Where the measure stood before the period: `72,5 % (2025)`. */
  readonly baseline: string;
  readonly target: {
    /** Decimal text; null where the target has no number. */
    readonly value: string | null;
    /** Upper end of a range. */
    readonly upper: string | null;
    /** The target as it is read on paper. */
    readonly text: string;
    readonly direction: Direction;
  };
  /** Which record, report or survey the realisation is read from. */
  readonly source: string;
  /** First and last day of the appraisal in which it is measured; civil dates. */
  readonly period: { readonly from: string; readonly until: string };
}

/** One part that an indicator lacks, in words for whoever mends it. */
export interface MeasurabilityGap {
  readonly part: MeasurablePart;
  readonly what: Bilingual;
  /** What cannot be done without it. */
  readonly why: Bilingual;
  readonly remedy: Bilingual;
}

type Indicator = NonNullable<Scheme['indicators']>[number];

/** An entry of a scheme's catalogue with what it lacks. */
export interface CatalogueFinding {
  readonly indicator: Indicator;
  readonly gaps: readonly MeasurabilityGap[];
}

const PART_LABELS: Readonly<Record<MeasurablePart, Bilingual>> = {
  unit: { id: 'Satuan', en: 'Unit' },
  baseline: { id: 'Data awal', en: 'Baseline' },
  target: { id: 'Target', en: 'Target' },
  source: { id: 'Sumber data', en: 'Source of data' },
  period: { id: 'Periode pengukuran', en: 'Period of measurement' },
};

export function measurablePartLabel(part: MeasurablePart): Bilingual {
  return PART_LABELS[part];
}

/** What a stated indicator lacks of the parts asked for, in the order unit, baseline, target, source, period. */
export function measurabilityGaps(
  require: readonly MeasurablePart[],
  indicator: StatedIndicator,
): readonly MeasurabilityGap[] {
  return MEASURABLE_PARTS.filter((part) => require.includes(part)).flatMap((part) => {
    const said = STATED[part](indicator);
    return said ? [{ part, ...said }] : [];
  });
}

/**
 * What the entries of a scheme's own catalogue lack; entries without a gap are left out. The period is not looked for:
 * a plan that takes an entry over gets it from its appraisal.
 */
export function catalogueFindings(
  scheme: Pick<Scheme, 'indicators' | 'measurability'>,
): readonly CatalogueFinding[] {
  const require = scheme.measurability?.require ?? [];
  return (scheme.indicators ?? [])
    .map((indicator) => ({
      indicator,
      gaps: MEASURABLE_PARTS.filter((part) => require.includes(part)).flatMap((part) => {
        const said = CATALOGUED[part](indicator);
        return said ? [{ part, ...said }] : [];
      }),
    }))
    .filter(({ gaps }) => gaps.length > 0);
}

type Said = Omit<MeasurabilityGap, 'part'>;

const UNIT: Said = {
  what: { id: 'satuan belum ada', en: 'the unit is missing' },
  why: {
    id: 'Tanpa satuan, target dan realisasi tidak dapat dibandingkan.',
    en: 'Without a unit, target and realisation cannot be compared.',
  },
  remedy: {
    id: 'Tulis satuannya, misalnya %, hari, atau laporan.',
    en: 'Give the unit, for example %, days or reports.',
  },
};
const BASELINE: Said = {
  what: { id: 'data awal belum ada', en: 'the baseline is missing' },
  why: {
    id: 'Tanpa data awal, tidak terlihat apakah sesuatu membaik.',
    en: 'Without a baseline nobody sees whether anything improved.',
  },
  remedy: {
    id: 'Tulis angka sebelum periode ini beserta waktunya, misalnya 72 % (2025). Bila belum pernah diukur, tulis "belum pernah diukur".',
    en: 'Give the number before this period with its time, for example 72 % (2025). Where there is none, write "never measured".',
  },
};
const TARGET: Said = {
  what: { id: 'target tidak memuat angka atau tanggal', en: 'the target holds no number or date' },
  why: {
    id: 'Tanpa angka atau tanggal, orang yang berbeda akan menilai target ini secara berbeda.',
    en: 'Without a number or date, different people will judge this target differently.',
  },
  remedy: {
    id: 'Tulis angka yang hendak dicapai, misalnya 95, atau tanggal selesainya.',
    en: 'Give the number to be reached, for example 95, or the date of completion.',
  },
};
const SOURCE: Said = {
  what: { id: 'sumber data belum ada', en: 'the source of data is missing' },
  why: {
    id: 'Tanpa sumber data, realisasi tidak dapat diperiksa orang lain.',
    en: 'Without a source nobody else can check the realisation.',
  },
  remedy: {
    id: 'Tulis nama laporan, aplikasi, atau survei asal angkanya, misalnya laporan bulanan puskesmas.',
    en: 'Name the report, application or survey it comes from, for example the monthly report of the clinic.',
  },
};

const STATED: Readonly<Record<MeasurablePart, (indicator: StatedIndicator) => Said | undefined>> = {
  unit: ({ unit, target }) => (saysSomething(unit) || namesDate(target.text) ? undefined : UNIT),
  baseline: ({ baseline }) => (hasFigure(baseline) || NEVER_MEASURED.test(baseline) ? undefined : BASELINE),
  target: ({ target }) => statedTarget(target),
  source: ({ source }) => (saysSomething(source) ? undefined : SOURCE),
  period: ({ target, period }) => outsidePeriod(target.text, period),
};

const CATALOGUED: Readonly<Record<MeasurablePart, (indicator: Indicator) => Said | undefined>> = {
  unit: ({ unit }) => (saysSomething(unit.id) ? undefined : UNIT),
  baseline: ({ example }) =>
    hasFigure(example.id) && NAMES_BASELINE.test(example.id)
      ? undefined
      : {
          ...BASELINE,
          what: { id: 'contoh tidak menyebut data awal', en: 'the example names no baseline' },
          remedy: {
            id: 'Lengkapi contohnya, misalnya: Data awal 72, target 78, hasil 80.',
            en: 'Complete the example, for instance: Baseline 72, target 78, result 80.',
          },
        },
  target: ({ example }) =>
    hasFigure(example.id)
      ? undefined
      : {
          ...TARGET,
          what: {
            id: 'contoh tidak memuat target berangka',
            en: 'the example holds no target with a number',
          },
        },
  source: ({ dataSource }) => (saysSomething(dataSource.id) ? undefined : SOURCE),
  period: () => undefined,
};

function statedTarget(target: StatedIndicator['target']): Said | undefined {
  if (target.direction === 'range') {
    const isRange =
      target.value !== null && target.upper !== null && Number(target.upper) > Number(target.value);
    if (isRange) return undefined;
    return {
      ...TARGET,
      what: { id: 'rentang target belum lengkap', en: 'the range of the target is incomplete' },
      remedy: {
        id: 'Tulis batas bawah dan batas atas; batas atas lebih besar.',
        en: 'Give the lower and the upper end; the upper one is larger.',
      },
    };
  }
  return target.value !== null || hasFigure(target.text) ? undefined : TARGET;
}

/** The period is that of the appraisal; a target that names another year cannot be measured in it. */
function outsidePeriod(text: string, period: StatedIndicator['period']): Said | undefined {
  const [first, last] = [Number(period.from.slice(0, 4)), Number(period.until.slice(0, 4))];
  const year = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)]
    .map(([found]) => Number(found))
    .find((found) => found < first || found > last);
  if (year === undefined) return undefined;
  const span = sameInBoth(first === last ? String(first) : `${first}–${last}`);
  return {
    what: say(
      {
        id: 'target menyebut tahun {year}, di luar periode {span}',
        en: 'the target names the year {year}, outside the period {span}',
      },
      { year: String(year), span },
    ),
    why: {
      id: 'Yang terjadi di luar periode tidak dapat dinilai dalam periode ini.',
      en: 'What happens outside the period cannot be appraised in it.',
    },
    remedy: {
      id: 'Tulis target yang dapat diukur dalam periode ini; angka tahun lalu ditulis sebagai data awal.',
      en: 'State a target that can be measured in this period; figures of earlier years belong to the baseline.',
    },
  };
}

const NEVER_MEASURED = /belum pernah diukur|never (been )?measured/i;
const NAMES_BASELINE = /data awal|baseline|semula|sebelumnya|tahun lalu/i;
const MONTHS =
  /(?<![a-z])(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|january|february|march|may|june|july|august|october|december)(?![a-z])/i;

function hasFigure(text: string): boolean {
  return /\d/.test(text);
}

/** A target that is a day (`paling lambat 31 Maret`) needs no unit beside it. */
function namesDate(text: string): boolean {
  return hasFigure(text) && MONTHS.test(text);
}

/** A dash, a dot or a question mark says nothing; `%` and `m²` do. */
function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}%°$€]/u.test(text);
}
