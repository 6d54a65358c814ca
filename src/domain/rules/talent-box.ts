/**
 * The box of a person among the nine of talent management: performance against potential. There are no uniform
 * cuts from scores to levels, so whoever gives scores gives the cuts as well.
 */
import { Decimal } from 'decimal.js';
import type { Bilingual } from '../bilingual.ts';
import type { Rating } from './codes.ts';

/** Levels of potential, best first. PermenPANRB 3/2020. */
export const POTENTIALS = ['high', 'medium', 'low'] as const;
export type Potential = (typeof POTENTIALS)[number];

const POTENTIAL_LABELS: Readonly<Record<Potential, Bilingual>> = {
  high: { id: 'Tinggi', en: 'High' },
  medium: { id: 'Menengah', en: 'Medium' },
  low: { id: 'Rendah', en: 'Low' },
};

export function potentialLabel(potential: Potential): Bilingual {
  return POTENTIAL_LABELS[potential];
}

export const TALENT_BOXES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type TalentBox = (typeof TALENT_BOXES)[number];

export type TalentAxes = { readonly performance: Rating; readonly potential: Potential };

/** Lower bounds, both inclusive, decimals in strings: from `high` upwards high, from `medium` upwards medium. */
export type TalentCuts = { readonly high: string; readonly medium: string };
export type TalentScores = {
  /** 0 to 100, decimals in strings. */
  readonly performanceScore: string;
  readonly potentialScore: string;
  readonly cuts: TalentCuts;
};

export type TalentPlace = {
  readonly box: TalentBox;
  /** Whether people in this box belong to the succession pool. */
  readonly successionPool: boolean;
};

/** PermenPANRB 3/2020, annex. */
const BOXES: Readonly<Record<Rating, Readonly<Record<Potential, TalentBox>>>> = {
  above: { low: 4, medium: 7, high: 9 },
  meets: { low: 2, medium: 5, high: 8 },
  below: { low: 1, medium: 3, high: 6 },
};

const SUCCESSION_POOL: ReadonlySet<TalentBox> = new Set([7, 8, 9]);

export function talentBox({ performance, potential }: TalentAxes): TalentPlace {
  const box = BOXES[performance][potential];
  return { box, successionPool: SUCCESSION_POOL.has(box) };
}

/** Scores as levels of the two axes: a score on a cut belongs to the better level. */
export function talentAxes({ performanceScore, potentialScore, cuts }: TalentScores): TalentAxes {
  const step = (score: string): 0 | 1 | 2 => {
    if (new Decimal(score).gte(cuts.high)) return 0;
    return new Decimal(score).gte(cuts.medium) ? 1 : 2;
  };
  const performances = ['above', 'meets', 'below'] as const satisfies readonly Rating[];
  return { performance: performances[step(performanceScore)], potential: POTENTIALS[step(potentialScore)] };
}

/** What the regulation recommends for the people in a box. PermenPANRB 3/2020, annex. */
const RECOMMENDATIONS: Readonly<Record<TalentBox, Bilingual>> = {
  9: {
    id: 'Dipromosikan dan dipertahankan, masuk kelompok rencana suksesi instansi atau nasional, serta diberi penghargaan.',
    en: 'Promote and retain, succession pool of the agency or the nation, award.',
  },
  8: {
    id: 'Dipertahankan, masuk kelompok rencana suksesi instansi, rotasi atau perluasan jabatan, serta bimbingan kinerja.',
    en: 'Retain, succession pool of the agency, rotate or enlarge the job, guidance.',
  },
  7: {
    id: 'Dipertahankan, masuk kelompok rencana suksesi instansi, rotasi atau pengayaan jabatan, pengembangan kompetensi, serta tugas belajar.',
    en: 'Retain, succession pool of the agency, rotate or enrich the job, development, study.',
  },
  6: {
    id: 'Penempatan yang sesuai, bimbingan kinerja, dan konseling kinerja.',
    en: 'Fit placement, guidance and counselling.',
  },
  5: {
    id: 'Penempatan yang sesuai, bimbingan kinerja, dan pengembangan kompetensi.',
    en: 'Fit placement, guidance and development.',
  },
  4: { id: 'Rotasi dan pengembangan kompetensi.', en: 'Rotation and development.' },
  3: {
    id: 'Bimbingan kinerja, konseling kinerja, pengembangan kompetensi, dan penempatan yang sesuai.',
    en: 'Guidance, counselling, development and fit placement.',
  },
  2: {
    id: 'Bimbingan kinerja, pengembangan kompetensi, dan penempatan yang sesuai.',
    en: 'Guidance, development and fit placement.',
  },
  1: {
    id: 'Diproses sesuai dengan ketentuan peraturan perundang-undangan.',
    en: 'Handled as the laws provide.',
  },
};

export function talentRecommendation(box: TalentBox): Bilingual {
  return RECOMMENDATIONS[box];
}
