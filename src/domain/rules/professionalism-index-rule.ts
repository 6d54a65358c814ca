/** The index of professionalism as a calculator. */
import { z } from 'zod';
import { words } from '../problem.ts';
import { SANCTION_LEVELS, sanctionLevelLabel } from './absence-sanction.ts';
import { optionsOf, PREDICATES, predicateLabel } from './codes.ts';
import {
  CAREER_TRACKS,
  careerTrackLabel,
  EDUCATIONS,
  educationLabel,
  type ProfessionalismInput,
  professionalismIndex,
} from './professionalism-index.ts';
import { explainProfessionalism, PROFESSIONALISM_LABELS as LABELS } from './professionalism-index-words.ts';
import { PROFESSIONALISM_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

const MAXIMUM_HOURS = 9999;

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
    return { ...index, explanation: explainProfessionalism(given, index) };
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
