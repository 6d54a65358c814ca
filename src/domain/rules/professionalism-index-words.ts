/** The index of professionalism in words: the sum, and each of its four parts. */
import { type Bilingual, midSentence, say } from '../bilingual.ts';
import {
  booleanValue,
  codedValue,
  decimalInWords,
  decimalValue,
  type ExplainedInput,
  type ExplainedValue,
  type Explanation,
  integerValue,
} from '../explanation.ts';
import { type SanctionLevel, sanctionLevelLabel } from './absence-sanction.ts';
import { predicateValue } from './codes.ts';
import {
  COMPETENCE_POINTS,
  careerTrackLabel,
  educationLabel,
  hasCourse,
  PROFESSIONALISM_WEIGHTS,
  type ProfessionalismIndex,
  type ProfessionalismInput,
  professionalismCategoryLabel,
  TECHNICAL_HOURS,
} from './professionalism-index.ts';
import { PROFESSIONALISM_BASIS } from './regulations.ts';

/** How the inputs are called, in the form and in the explanation. */
export const PROFESSIONALISM_LABELS = {
  education: { id: 'Pendidikan formal terakhir', en: 'Formal education' },
  track: { id: 'Jenis jabatan', en: 'Kind of position' },
  leadershipCourse: { id: 'Lulus pelatihan kepemimpinan', en: 'Leadership course passed' },
  functionalCourse: { id: 'Lulus pelatihan fungsional', en: 'Functional course passed' },
  technicalHours: { id: 'Pelatihan teknis dalam setahun (JP)', en: 'Technical training in the year (hours)' },
  seminar: {
    id: 'Mengikuti seminar, lokakarya, atau sejenisnya',
    en: 'Seminar, workshop or the like attended',
  },
  predicate: { id: 'Predikat kinerja', en: 'Predicate' },
  sanction: { id: 'Hukuman disiplin terberat', en: 'Heaviest disciplinary sanction' },
} as const satisfies Record<string, Bilingual>;

function sanctionValue(level: SanctionLevel): ExplainedValue {
  return codedValue('text', level, sanctionLevelLabel(level));
}

function courseInput(given: ProfessionalismInput): readonly ExplainedInput[] {
  if (given.track === 'pelaksana') return [];
  const path = given.track === 'structural' ? 'leadershipCourse' : 'functionalCourse';
  return [{ path, label: PROFESSIONALISM_LABELS[path], value: booleanValue(hasCourse(given)) }];
}

function dimension(
  code: keyof typeof PROFESSIONALISM_WEIGHTS,
  label: Bilingual,
  points: string,
  rule: Bilingual,
  inputs: readonly ExplainedInput[],
): Explanation {
  return {
    code,
    label,
    value: decimalValue(points),
    rule: say(
      { id: '{rule} Paling tinggi {weight}.', en: '{rule} At most {weight}.' },
      { rule, weight: PROFESSIONALISM_WEIGHTS[code] },
    ),
    basis: PROFESSIONALISM_BASIS,
    inputs,
    children: [],
  };
}

function competenceText(given: ProfessionalismInput): Bilingual {
  const points = COMPETENCE_POINTS[given.track];
  const values = {
    course: decimalInWords(points.course),
    technical: decimalInWords(points.technical),
    seminar: decimalInWords(points.seminar),
    hours: TECHNICAL_HOURS,
  };
  if (given.track === 'pelaksana') {
    return say(
      {
        id: 'Pelatihan teknis paling sedikit {hours} JP bernilai {technical}, seminar {seminar}.',
        en: 'Technical training of at least {hours} hours counts {technical}, a seminar {seminar}.',
      },
      values,
    );
  }
  return say(
    {
      id: 'Pelatihan menurut jenis jabatan bernilai {course}, pelatihan teknis paling sedikit {hours} JP {technical}, seminar {seminar}.',
      en: 'The course of the position counts {course}, technical training of at least {hours} hours {technical}, a seminar {seminar}.',
    },
    values,
  );
}

function dimensions(given: ProfessionalismInput, index: ProfessionalismIndex): readonly Explanation[] {
  return [
    dimension(
      'qualification',
      { id: 'Kualifikasi', en: 'Qualification' },
      index.qualification,
      { id: 'Nilai menurut jenjang pendidikan formal.', en: 'Points by formal education.' },
      [
        {
          path: 'education',
          label: PROFESSIONALISM_LABELS.education,
          value: codedValue('text', given.education, educationLabel(given.education)),
        },
      ],
    ),
    dimension('competence', { id: 'Kompetensi', en: 'Competence' }, index.competence, competenceText(given), [
      {
        path: 'track',
        label: PROFESSIONALISM_LABELS.track,
        value: codedValue('text', given.track, careerTrackLabel(given.track)),
      },
      ...courseInput(given),
      {
        path: 'technicalHours',
        label: PROFESSIONALISM_LABELS.technicalHours,
        value: integerValue(given.technicalHours),
      },
      { path: 'seminar', label: PROFESSIONALISM_LABELS.seminar, value: booleanValue(given.seminar) },
    ]),
    dimension(
      'performance',
      { id: 'Kinerja', en: 'Performance' },
      index.performance,
      { id: 'Nilai menurut predikat kinerja.', en: 'Points by the predicate.' },
      [
        {
          path: 'predicate',
          label: PROFESSIONALISM_LABELS.predicate,
          value: predicateValue(given.predicate),
        },
      ],
    ),
    dimension(
      'discipline',
      { id: 'Disiplin', en: 'Discipline' },
      index.discipline,
      { id: 'Nilai menurut hukuman disiplin terberat.', en: 'Points by the heaviest sanction.' },
      [{ path: 'sanction', label: PROFESSIONALISM_LABELS.sanction, value: sanctionValue(given.sanction) }],
    ),
  ];
}

export function explainProfessionalism(
  given: ProfessionalismInput,
  index: ProfessionalismIndex,
): Explanation {
  const category = professionalismCategoryLabel(index.category);
  return {
    code: 'professionalism-index',
    label: { id: 'Indeks profesionalitas', en: 'Index of professionalism' },
    value: codedValue(
      'decimal',
      index.index,
      say(
        { id: '{index} · {category}', en: '{index} · {category}' },
        {
          index: decimalInWords(index.index),
          category,
        },
      ),
    ),
    rule: say(
      {
        id: 'Kualifikasi {qualification} + kompetensi {competence} + kinerja {performance} + disiplin {discipline} = {index}, kategori {category}. Di atas 90 sangat tinggi, di atas 80 tinggi, di atas 70 sedang, di atas 60 rendah, selebihnya sangat rendah.',
        en: 'Qualification {qualification} + competence {competence} + performance {performance} + discipline {discipline} = {index}, category {category}. Above 90 very high, above 80 high, above 70 medium, above 60 low, otherwise very low.',
      },
      {
        qualification: decimalInWords(index.qualification),
        competence: decimalInWords(index.competence),
        performance: decimalInWords(index.performance),
        discipline: decimalInWords(index.discipline),
        index: decimalInWords(index.index),
        category: midSentence(category),
      },
    ),
    basis: PROFESSIONALISM_BASIS,
    inputs: [],
    children: dimensions(given, index),
  };
}
