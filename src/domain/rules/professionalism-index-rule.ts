/** The index of professionalism as a calculator. */
import { z } from 'zod';
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
import { words } from '../problem.ts';
import { SANCTION_LEVELS, type SanctionLevel, sanctionLevelLabel } from './absence-sanction.ts';
import { optionsOf, PREDICATES, predicateLabel, predicateValue } from './codes.ts';
import {
  CAREER_TRACKS,
  COMPETENCE_POINTS,
  careerTrackLabel,
  EDUCATIONS,
  educationLabel,
  hasCourse,
  PROFESSIONALISM_WEIGHTS,
  type ProfessionalismIndex,
  type ProfessionalismInput,
  professionalismCategoryLabel,
  professionalismIndex,
  TECHNICAL_HOURS,
} from './professionalism-index.ts';
import { PROFESSIONALISM_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

const MAXIMUM_HOURS = 9999;

const LABELS = {
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

const ONLY_STRUCTURAL = words(
  { id: 'hanya untuk jabatan struktural', en: 'is only for structural positions' },
  { id: 'hapus, atau ubah jenis jabatan', en: 'remove it, or change the kind of position' },
);
const ONLY_FUNCTIONAL = words(
  { id: 'hanya untuk jabatan fungsional', en: 'is only for functional positions' },
  { id: 'hapus, atau ubah jenis jabatan', en: 'remove it, or change the kind of position' },
);
const MISSING_COURSE = words(
  { id: 'belum diisi', en: 'is missing' },
  { id: 'isi dengan true atau false', en: 'give true or false' },
);

const input = z
  .strictObject({
    education: z.enum(EDUCATIONS),
    track: z.enum(CAREER_TRACKS),
    leadershipCourse: z.boolean().optional(),
    functionalCourse: z.boolean().optional(),
    technicalHours: z.int().min(0).max(MAXIMUM_HOURS),
    seminar: z.boolean(),
    predicate: z.enum(PREDICATES),
    sanction: z.enum(SANCTION_LEVELS),
  })
  .transform(({ leadershipCourse, functionalCourse, track, ...common }, context): ProfessionalismInput => {
    const report = (path: keyof typeof LABELS, said: ReturnType<typeof words>) =>
      context.addIssue({ code: 'custom', path: [path], ...said });
    if (track !== 'structural' && leadershipCourse !== undefined) report('leadershipCourse', ONLY_STRUCTURAL);
    if (track !== 'functional' && functionalCourse !== undefined) report('functionalCourse', ONLY_FUNCTIONAL);
    if (track === 'pelaksana') return { ...common, track };
    if (track === 'structural') {
      if (leadershipCourse !== undefined) return { ...common, track, leadershipCourse };
      report('leadershipCourse', MISSING_COURSE);
      return z.NEVER;
    }
    if (functionalCourse !== undefined) return { ...common, track, functionalCourse };
    report('functionalCourse', MISSING_COURSE);
    return z.NEVER;
  });

function sanctionValue(level: SanctionLevel): ExplainedValue {
  return codedValue('text', level, sanctionLevelLabel(level));
}

function courseInput(given: ProfessionalismInput): readonly ExplainedInput[] {
  if (given.track === 'pelaksana') return [];
  const path = given.track === 'structural' ? 'leadershipCourse' : 'functionalCourse';
  return [{ path, label: LABELS[path], value: booleanValue(hasCourse(given)) }];
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
          label: LABELS.education,
          value: codedValue('text', given.education, educationLabel(given.education)),
        },
      ],
    ),
    dimension('competence', { id: 'Kompetensi', en: 'Competence' }, index.competence, competenceText(given), [
      {
        path: 'track',
        label: LABELS.track,
        value: codedValue('text', given.track, careerTrackLabel(given.track)),
      },
      ...courseInput(given),
      { path: 'technicalHours', label: LABELS.technicalHours, value: integerValue(given.technicalHours) },
      { path: 'seminar', label: LABELS.seminar, value: booleanValue(given.seminar) },
    ]),
    dimension(
      'performance',
      { id: 'Kinerja', en: 'Performance' },
      index.performance,
      { id: 'Nilai menurut predikat kinerja.', en: 'Points by the predicate.' },
      [{ path: 'predicate', label: LABELS.predicate, value: predicateValue(given.predicate) }],
    ),
    dimension(
      'discipline',
      { id: 'Disiplin', en: 'Discipline' },
      index.discipline,
      { id: 'Nilai menurut hukuman disiplin terberat.', en: 'Points by the heaviest sanction.' },
      [{ path: 'sanction', label: LABELS.sanction, value: sanctionValue(given.sanction) }],
    ),
  ];
}

function explain(given: ProfessionalismInput, index: ProfessionalismIndex): Explanation {
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

export const professionalismIndexRule = defineRule({
  name: 'professionalism-index',
  title: { id: 'Indeks profesionalitas ASN', en: 'Index of professionalism (IP ASN)' },
  description: {
    id: 'Indeks profesionalitas seorang ASN dari kualifikasi, kompetensi, kinerja, dan disiplin.',
    en: 'The index of professionalism of one person from qualification, competence, performance and discipline.',
  },
  basis: PROFESSIONALISM_BASIS,
  fields: [
    {
      kind: 'choice',
      name: 'education',
      label: LABELS.education,
      options: optionsOf(EDUCATIONS, educationLabel),
    },
    {
      kind: 'choice',
      name: 'track',
      label: LABELS.track,
      options: optionsOf(CAREER_TRACKS, careerTrackLabel),
    },
    {
      kind: 'boolean',
      name: 'leadershipCourse',
      label: LABELS.leadershipCourse,
      help: { id: 'Hanya untuk jabatan struktural.', en: 'Only for structural positions.' },
      onlyWhen: { field: 'track', value: 'structural' },
      optional: true,
    },
    {
      kind: 'boolean',
      name: 'functionalCourse',
      label: LABELS.functionalCourse,
      help: { id: 'Hanya untuk jabatan fungsional.', en: 'Only for functional positions.' },
      onlyWhen: { field: 'track', value: 'functional' },
      optional: true,
    },
    {
      kind: 'integer',
      name: 'technicalHours',
      label: LABELS.technicalHours,
      help: { id: 'Dihitung bila paling sedikit 20 JP.', en: 'Counts from 20 hours.' },
      minimum: 0,
      maximum: MAXIMUM_HOURS,
    },
    { kind: 'boolean', name: 'seminar', label: LABELS.seminar },
    {
      kind: 'choice',
      name: 'predicate',
      label: LABELS.predicate,
      options: optionsOf(PREDICATES, predicateLabel),
    },
    {
      kind: 'choice',
      name: 'sanction',
      label: LABELS.sanction,
      options: optionsOf(SANCTION_LEVELS, sanctionLevelLabel),
    },
  ],
  input,
  answer: (given) => {
    const index = professionalismIndex(given);
    return { ...index, explanation: explain(given, index) };
  },
  examples: [
    {
      title: { id: 'S-1, struktural, semua pelatihan', en: 'S-1, structural, all courses' },
      input: {
        education: 's1',
        track: 'structural',
        leadershipCourse: true,
        technicalHours: 20,
        seminar: true,
        predicate: 'baik',
        sanction: 'none',
      },
      output: {
        qualification: '15',
        competence: '40',
        performance: '25',
        discipline: '5',
        index: '85',
        category: 'tinggi',
      },
    },
    {
      title: { id: 'D-III, pelaksana, pelatihan teknis', en: 'D-III, pelaksana, technical training' },
      input: {
        education: 'd3',
        track: 'pelaksana',
        technicalHours: 24,
        seminar: false,
        predicate: 'baik',
        sanction: 'none',
      },
      output: {
        qualification: '10',
        competence: '22.5',
        performance: '25',
        discipline: '5',
        index: '62.5',
        category: 'rendah',
      },
    },
  ],
});
