/**
 * The disciplinary sanction that PP 94/2021 sets on absence without a valid reason. The table only names it:
 * whoever may punish hears the employee and decides. It applies to PNS; a PPPK is bound by the contract.
 */
import { z } from 'zod';
import { type Bilingual, sameInBoth, say } from '../bilingual.ts';
import { codedValue, integerValue } from '../explanation.ts';
import { words } from '../problem.ts';
import { ABSENCE_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

/** Severity of a disciplinary sanction, lightest first. PP 94/2021 Article 8. */
export const SANCTION_LEVELS = ['none', 'light', 'medium', 'severe'] as const;
export type SanctionLevel = (typeof SANCTION_LEVELS)[number];

/** Sanctions on absence, lightest first. */
export const ABSENCE_SANCTIONS = [
  'none',
  'teguran-lisan',
  'teguran-tertulis',
  'pernyataan-tidak-puas',
  'tpp-25-6-bulan',
  'tpp-25-9-bulan',
  'tpp-25-12-bulan',
  'penurunan-jabatan',
  'pembebasan-jabatan',
  'pemberhentian',
] as const;
export type AbsenceSanctionCode = (typeof ABSENCE_SANCTIONS)[number];

const LEVEL_LABELS: Readonly<Record<SanctionLevel, Bilingual>> = {
  none: { id: 'Tidak ada', en: 'None' },
  light: { id: 'Ringan', en: 'Light' },
  medium: { id: 'Sedang', en: 'Medium' },
  severe: { id: 'Berat', en: 'Severe' },
};

function cut(months: number): Bilingual {
  return {
    id: `Pemotongan tunjangan kinerja (TPP) sebesar 25 % selama ${months} bulan`,
    en: `Cut of the allowance (TPP) by 25 % for ${months} months`,
  };
}

const SANCTION_LABELS: Readonly<Record<AbsenceSanctionCode, Bilingual>> = {
  none: { id: 'Tidak ada hukuman disiplin', en: 'No disciplinary sanction' },
  'teguran-lisan': { id: 'Teguran lisan', en: 'Oral warning' },
  'teguran-tertulis': { id: 'Teguran tertulis', en: 'Written warning' },
  'pernyataan-tidak-puas': {
    id: 'Pernyataan tidak puas secara tertulis',
    en: 'Written statement of dissatisfaction',
  },
  'tpp-25-6-bulan': cut(6),
  'tpp-25-9-bulan': cut(9),
  'tpp-25-12-bulan': cut(12),
  'penurunan-jabatan': {
    id: 'Penurunan jabatan setingkat lebih rendah selama 12 bulan',
    en: 'Demotion by one step for 12 months',
  },
  'pembebasan-jabatan': {
    id: 'Pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan',
    en: 'Release from the position to a pelaksana position for 12 months',
  },
  pemberhentian: {
    id: 'Pemberhentian dengan hormat tidak atas permintaan sendiri sebagai PNS',
    en: "Honourable dismissal, not at one's own request",
  },
};

export function sanctionLevelLabel(level: SanctionLevel): Bilingual {
  return LEVEL_LABELS[level];
}

export function absenceSanctionLabel(sanction: AbsenceSanctionCode): Bilingual {
  return SANCTION_LABELS[sanction];
}

export type AbsenceInput = {
  /** Working days absent without a valid reason in one calendar year, added up. */
  readonly days: number;
  /** The longest unbroken run of them, in working days; 0 where no run was established. */
  readonly consecutive: number;
};
export type AbsenceSanction = { readonly level: SanctionLevel; readonly sanction: AbsenceSanctionCode };

type Step = AbsenceSanction & { readonly fromDays: number };

/** PP 94/2021 Articles 9 to 11, heaviest first: the first step whose number of days is reached applies. */
const STEPS: readonly Step[] = [
  { fromDays: 28, level: 'severe', sanction: 'pemberhentian' },
  { fromDays: 25, level: 'severe', sanction: 'pembebasan-jabatan' },
  { fromDays: 21, level: 'severe', sanction: 'penurunan-jabatan' },
  { fromDays: 17, level: 'medium', sanction: 'tpp-25-12-bulan' },
  { fromDays: 14, level: 'medium', sanction: 'tpp-25-9-bulan' },
  { fromDays: 11, level: 'medium', sanction: 'tpp-25-6-bulan' },
  { fromDays: 7, level: 'light', sanction: 'pernyataan-tidak-puas' },
  { fromDays: 4, level: 'light', sanction: 'teguran-tertulis' },
  { fromDays: 3, level: 'light', sanction: 'teguran-lisan' },
];
const NO_STEP: Step = { fromDays: 0, level: 'none', sanction: 'none' };

/** An unbroken run of so many working days means dismissal. PP 94/2021 Article 11(2)d. */
const DISMISSAL_RUN_DAYS = 10;

/** The sanction for absence: by the sum of the year, or dismissal for an unbroken run of ten working days. */
export function absenceSanction({ days, consecutive }: AbsenceInput): AbsenceSanction {
  if (consecutive >= DISMISSAL_RUN_DAYS) return { level: 'severe', sanction: 'pemberhentian' };
  const { level, sanction } = stepFor(days);
  return { level, sanction };
}

function stepFor(days: number): Step {
  return STEPS.find(({ fromDays }) => days >= fromDays) ?? NO_STEP;
}

/** The range of days in which the sanction stands: `4 sampai 6`. */
function rangeText(days: number): Bilingual {
  const heavier = STEPS[STEPS.findIndex(({ fromDays }) => days >= fromDays) - 1];
  const { fromDays } = stepFor(days);
  if (!heavier) return { id: `${fromDays} atau lebih`, en: `${fromDays} or more` };
  const untilDays = heavier.fromDays - 1;
  if (untilDays === fromDays) return sameInBoth(String(fromDays));
  return { id: `${fromDays} sampai ${untilDays}`, en: `${fromDays} to ${untilDays}` };
}

function ruleText({ days, consecutive }: AbsenceInput, { level, sanction }: AbsenceSanction): Bilingual {
  if (consecutive >= DISMISSAL_RUN_DAYS) {
    return say(
      {
        id: 'Tidak masuk kerja {consecutive} hari kerja berturut-turut, paling sedikit {limit}: {sanction}, dan pembayaran gaji dihentikan sejak bulan berikutnya. Tingkat hukuman: {level}. Pejabat yang berwenang menghukum memutuskan setelah pemeriksaan.',
        en: 'Absent for {consecutive} working days in a row, at least {limit}: {sanction}; salary stops from the following month. Severity: {level}. The official with the power to punish decides after a hearing.',
      },
      {
        consecutive,
        limit: DISMISSAL_RUN_DAYS,
        sanction: absenceSanctionLabel(sanction),
        level: sanctionLevelLabel(level),
      },
    );
  }
  if (level === 'none') {
    return say(
      {
        id: 'Tidak masuk kerja {days} hari kerja dalam satu tahun, kurang dari 3 hari: belum ada hukuman disiplin menurut tabel ini.',
        en: 'Absent for {days} working days in the year, fewer than 3: no disciplinary sanction under this table.',
      },
      { days },
    );
  }
  return say(
    {
      id: 'Tidak masuk kerja {days} hari kerja dalam satu tahun, termasuk rentang {range} hari: {sanction}. Tingkat hukuman: {level}. Pejabat yang berwenang menghukum memutuskan setelah pemeriksaan.',
      en: 'Absent for {days} working days in the year, in the range of {range} days: {sanction}. Severity: {level}. The official with the power to punish decides after a hearing.',
    },
    {
      days,
      range: rangeText(days),
      sanction: absenceSanctionLabel(sanction),
      level: sanctionLevelLabel(level),
    },
  );
}

const MAXIMUM_DAYS = 366;
const DAYS = {
  id: 'Jumlah hari kerja tidak masuk tanpa alasan yang sah dalam satu tahun',
  en: 'Working days absent without a valid reason in the year',
};
const CONSECUTIVE = {
  id: 'Hari kerja berturut-turut terlama',
  en: 'Longest run of working days',
};

export const absenceSanctionRule = defineRule({
  name: 'absence-sanction',
  title: { id: 'Hukuman disiplin karena tidak masuk kerja', en: 'Sanction for absence' },
  description: {
    id: 'Hukuman disiplin PNS yang tidak masuk kerja tanpa alasan yang sah. Keterlambatan dan pulang sebelum waktunya dijumlahkan: 7,5 jam dihitung satu hari.',
    en: 'The sanction on a PNS who was absent without a valid reason. Coming late and leaving early add up: 7.5 hours count as one day.',
  },
  basis: ABSENCE_BASIS,
  fields: [
    { kind: 'integer', name: 'days', label: DAYS, minimum: 0, maximum: MAXIMUM_DAYS },
    {
      kind: 'integer',
      name: 'consecutive',
      label: CONSECUTIVE,
      help: {
        id: 'Isi 0 bila tidak berturut-turut. Bila melewati pergantian tahun, hitung seluruhnya juga pada jumlah hari.',
        en: 'Give 0 if they were not in a row. A run across the turn of the year counts in full in the days above as well.',
      },
      minimum: 0,
      maximum: MAXIMUM_DAYS,
      preset: 0,
    },
  ],
  input: z
    .strictObject({
      days: z.int().min(0).max(MAXIMUM_DAYS),
      consecutive: z.int().min(0).max(MAXIMUM_DAYS),
    })
    .refine(({ days, consecutive }) => consecutive <= days, {
      path: ['consecutive'],
      ...words(
        { id: 'melebihi jumlah hari tidak masuk', en: 'is more than the days absent' },
        { id: 'periksa kedua jumlah hari', en: 'check both numbers of days' },
      ),
      // Said only of numbers that could be read, so that one mistake is not reported twice.
      when: ({ issues }) => issues.length === 0,
    }),
  answer: (given) => {
    const answer = absenceSanction(given);
    return {
      ...answer,
      explanation: {
        code: 'absence-sanction',
        label: { id: 'Hukuman disiplin', en: 'Disciplinary sanction' },
        value: codedValue('text', answer.sanction, absenceSanctionLabel(answer.sanction)),
        rule: ruleText(given, answer),
        basis: ABSENCE_BASIS,
        inputs: [
          { path: 'days', label: DAYS, value: integerValue(given.days) },
          { path: 'consecutive', label: CONSECUTIVE, value: integerValue(given.consecutive) },
        ],
        children: [],
        suggestion: true,
      },
    };
  },
  examples: [
    {
      title: { id: '11 hari, tidak berturut-turut', en: '11 days, not in a row' },
      input: { days: 11, consecutive: 0 },
      output: { level: 'medium', sanction: 'tpp-25-6-bulan' },
    },
    {
      title: { id: '10 hari, tidak berturut-turut', en: '10 days, not in a row' },
      input: { days: 10, consecutive: 4 },
      output: { level: 'light', sanction: 'pernyataan-tidak-puas' },
    },
    {
      title: { id: '10 hari berturut-turut', en: '10 days in a row' },
      input: { days: 10, consecutive: 10 },
      output: { level: 'severe', sanction: 'pemberhentian' },
    },
    {
      title: { id: '2 hari dalam setahun', en: '2 days in the year' },
      input: { days: 2, consecutive: 2 },
      output: { level: 'none', sanction: 'none' },
    },
  ],
});
