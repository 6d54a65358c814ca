/**
 * The index of professionalism (IP ASN) of one person: qualification, competence, performance and discipline.
 * The yearly letters of BKN have moved details such as the window in which training counts; the points here are
 * those of Peraturan BKN 8/2019.
 */
import { Decimal } from 'decimal.js';
import type { Bilingual } from '../bilingual.ts';
import type { SanctionLevel } from './absence-sanction.ts';
import type { Predicate } from './codes.ts';

/** Formal education, highest first. */
export const EDUCATIONS = ['s3', 's2', 's1', 'd4', 'd3', 'd2', 'd1', 'slta', 'below-slta'] as const;
export type Education = (typeof EDUCATIONS)[number];

const EDUCATION_LABELS: Readonly<Record<Education, Bilingual>> = {
  s3: { id: 'S-3', en: 'S-3 (doctorate)' },
  s2: { id: 'S-2', en: "S-2 (master's degree)" },
  s1: { id: 'S-1', en: "S-1 (bachelor's degree)" },
  d4: { id: 'D-IV', en: 'D-IV (four-year diploma)' },
  d3: { id: 'D-III', en: 'D-III (three-year diploma)' },
  d2: { id: 'D-II', en: 'D-II (two-year diploma)' },
  d1: { id: 'D-I', en: 'D-I (one-year diploma)' },
  slta: { id: 'SLTA atau sederajat', en: 'SLTA (upper secondary school)' },
  'below-slta': { id: 'Di bawah SLTA', en: 'Below SLTA' },
};

export function educationLabel(education: Education): Bilingual {
  return EDUCATION_LABELS[education];
}

/** The kind of position that decides how competence is counted. */
export const CAREER_TRACKS = ['structural', 'functional', 'pelaksana'] as const;
export type CareerTrack = (typeof CAREER_TRACKS)[number];

const TRACK_LABELS: Readonly<Record<CareerTrack, Bilingual>> = {
  structural: { id: 'Struktural (pimpinan tinggi, administrator, pengawas)', en: 'Structural' },
  functional: { id: 'Fungsional', en: 'Functional' },
  pelaksana: { id: 'Pelaksana', en: 'Pelaksana (general staff)' },
};

export function careerTrackLabel(track: CareerTrack): Bilingual {
  return TRACK_LABELS[track];
}

/** Categories of the index, best first. Peraturan BKN 8/2019. */
export const PROFESSIONALISM_CATEGORIES = [
  'sangat-tinggi',
  'tinggi',
  'sedang',
  'rendah',
  'sangat-rendah',
] as const;
export type ProfessionalismCategory = (typeof PROFESSIONALISM_CATEGORIES)[number];

const CATEGORY_LABELS: Readonly<Record<ProfessionalismCategory, Bilingual>> = {
  'sangat-tinggi': { id: 'Sangat Tinggi', en: 'Very High' },
  tinggi: { id: 'Tinggi', en: 'High' },
  sedang: { id: 'Sedang', en: 'Medium' },
  rendah: { id: 'Rendah', en: 'Low' },
  'sangat-rendah': { id: 'Sangat Rendah', en: 'Very Low' },
};

export function professionalismCategoryLabel(category: ProfessionalismCategory): Bilingual {
  return CATEGORY_LABELS[category];
}

/** Only a structural position asks for the leadership course, only a functional one for the functional course. */
export type ProfessionalismInput = {
  readonly education: Education;
  /** Hours of technical training (jam pelajaran, JP) in the year. */
  readonly technicalHours: number;
  /** Whether a seminar, workshop or the like was attended. */
  readonly seminar: boolean;
  readonly predicate: Predicate;
  /** The heaviest disciplinary sanction of the year. */
  readonly sanction: SanctionLevel;
} & (
  | { readonly track: 'structural'; readonly leadershipCourse: boolean }
  | { readonly track: 'functional'; readonly functionalCourse: boolean }
  | { readonly track: 'pelaksana' }
);

/** Exact points in strings, and their sum. */
export type ProfessionalismIndex = {
  readonly qualification: string;
  readonly competence: string;
  readonly performance: string;
  readonly discipline: string;
  readonly index: string;
  readonly category: ProfessionalismCategory;
};

export const PROFESSIONALISM_WEIGHTS = {
  qualification: 25,
  competence: 40,
  performance: 30,
  discipline: 5,
} as const;

const QUALIFICATION: Readonly<Record<Education, number>> = {
  s3: 25,
  s2: 20,
  s1: 15,
  d4: 15,
  d3: 10,
  d2: 5,
  d1: 5,
  slta: 5,
  'below-slta': 1,
};

/** Points of competence by track; a track without a course of its own counts the others higher. */
export const COMPETENCE_POINTS: Readonly<
  Record<CareerTrack, { readonly course: string; readonly technical: string; readonly seminar: string }>
> = {
  structural: { course: '15', technical: '15', seminar: '10' },
  functional: { course: '15', technical: '15', seminar: '10' },
  pelaksana: { course: '0', technical: '22.5', seminar: '17.5' },
};

/** Technical training counts from this many hours; fewer count nothing. */
export const TECHNICAL_HOURS = 20;

/** The predicate of PermenPANRB 6/2022 in the place of the five bands of the older score. */
const PERFORMANCE: Readonly<Record<Predicate, number>> = {
  'sangat-baik': 30,
  baik: 25,
  'butuh-perbaikan': 15,
  kurang: 5,
  'sangat-kurang': 1,
};

const DISCIPLINE: Readonly<Record<SanctionLevel, number>> = { none: 5, light: 3, medium: 2, severe: 1 };

export function professionalismIndex(given: ProfessionalismInput): ProfessionalismIndex {
  const qualification = new Decimal(QUALIFICATION[given.education]);
  const competence = competenceOf(given);
  const performance = new Decimal(PERFORMANCE[given.predicate]);
  const discipline = new Decimal(DISCIPLINE[given.sanction]);
  const index = qualification.plus(competence).plus(performance).plus(discipline);
  return {
    qualification: qualification.toFixed(),
    competence: competence.toFixed(),
    performance: performance.toFixed(),
    discipline: discipline.toFixed(),
    index: index.toFixed(),
    category: categoryOf(index),
  };
}

/** Whether the course of the track was passed; a pelaksana has none. */
export function hasCourse(given: ProfessionalismInput): boolean {
  if (given.track === 'structural') return given.leadershipCourse;
  return given.track === 'functional' && given.functionalCourse;
}

function competenceOf(given: ProfessionalismInput): Decimal {
  const points = COMPETENCE_POINTS[given.track];
  return new Decimal(0)
    .plus(hasCourse(given) ? points.course : 0)
    .plus(given.technicalHours >= TECHNICAL_HOURS ? points.technical : 0)
    .plus(given.seminar ? points.seminar : 0);
}

/**
 * The regulation names whole numbers (91–100, 81–90, …, 60 and below), the index may end in a half. What lies
 * between two bands belongs to the upper one: it is more than the lower band can hold.
 */
function categoryOf(index: Decimal): ProfessionalismCategory {
  if (index.gt(90)) return 'sangat-tinggi';
  if (index.gt(80)) return 'tinggi';
  if (index.gt(70)) return 'sedang';
  if (index.gt(60)) return 'rendah';
  return 'sangat-rendah';
}
