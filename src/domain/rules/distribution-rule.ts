/** The distribution check as a calculator. */
import { z } from 'zod';
import { joinBoth, say } from '../bilingual.ts';
import { codedValue, type ExplainedInput, integerValue } from '../explanation.ts';
import { words } from '../problem.ts';
import {
  ORGANISATION_PREDICATES,
  optionsOf,
  organisationPredicateLabel,
  PREDICATES,
  predicateLabel,
} from './codes.ts';
import { checkDistribution, NATIONAL_PATTERNS, patternText } from './distribution.ts';
import { DISTRIBUTION_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

const MAXIMUM_PEOPLE = 1_000_000;
const ORGANISATION = { id: 'Predikat kinerja organisasi', en: 'Predicate of the organisation' };

export const distributionRule = defineRule({
  name: 'distribution',
  title: { id: 'Pola distribusi predikat', en: 'Distribution of predicates' },
  description: {
    id: 'Apakah sebaran predikat pegawai sesuai dengan pola distribusi untuk predikat organisasi.',
    en: "Whether the spread of the staff's predicates keeps to the pattern for the organisation's predicate.",
  },
  basis: DISTRIBUTION_BASIS,
  fields: [
    {
      kind: 'choice',
      name: 'organisation',
      label: ORGANISATION,
      options: optionsOf(ORGANISATION_PREDICATES, organisationPredicateLabel),
    },
    {
      kind: 'counts',
      name: 'counts',
      label: { id: 'Jumlah pegawai', en: 'Number of people' },
      options: optionsOf(PREDICATES, predicateLabel),
    },
  ],
  input: z.strictObject({
    organisation: z.enum(ORGANISATION_PREDICATES),
    counts: z
      .partialRecord(z.enum(PREDICATES), z.int().min(0).max(MAXIMUM_PEOPLE))
      .refine((counts) => Object.values(counts).some((count) => count !== undefined && count > 0), {
        ...words(
          { id: 'tidak memuat seorang pun', en: 'counts nobody' },
          { id: 'isi jumlah pegawai paling sedikit satu', en: 'give at least one person' },
        ),
        // Said only when every count was readable, so that one mistake is not reported twice.
        when: ({ issues }) => issues.length === 0,
      }),
  }),
  answer: ({ organisation, counts }) => {
    const { ok, population, violations, notes } = checkDistribution(organisation, counts);
    const outcome = ok
      ? { id: 'Sebaran ini sesuai dengan pola.', en: 'This spread keeps to the pattern.' }
      : { id: 'Sebaran ini tidak sesuai dengan pola.', en: 'This spread does not keep to the pattern.' };
    return {
      ok,
      violations,
      notes,
      explanation: {
        code: 'distribution',
        label: { id: 'Pola distribusi', en: 'Distribution pattern' },
        value: codedValue(
          'boolean',
          String(ok),
          ok ? { id: 'Sesuai', en: 'Kept' } : { id: 'Tidak sesuai', en: 'Not kept' },
        ),
        rule: joinBoth([
          say(
            {
              id: 'Pola untuk organisasi berpredikat {organisation}: {pattern}',
              en: 'Pattern for an organisation with the predicate {organisation}: {pattern}',
            },
            {
              organisation: organisationPredicateLabel(organisation),
              pattern: patternText(NATIONAL_PATTERNS[organisation]),
            },
          ),
          outcome,
          ...violations.map((violation) => violation.message),
          ...notes.map((note) => note.message),
        ]),
        basis: DISTRIBUTION_BASIS,
        inputs: [
          {
            path: 'organisation',
            label: ORGANISATION,
            value: codedValue('predicate', organisation, organisationPredicateLabel(organisation)),
          },
          ...PREDICATES.map(
            (predicate): ExplainedInput => ({
              path: `counts.${predicate}`,
              label: predicateLabel(predicate),
              value: integerValue(counts[predicate] ?? 0),
            }),
          ),
          {
            path: 'population',
            label: { id: 'Jumlah pegawai', en: 'Number of people' },
            value: integerValue(population),
          },
        ],
        children: [],
      },
    };
  },
  examples: [
    {
      title: { id: '14 dari 20 orang Sangat Baik: tepat 70 %', en: '14 of 20 Very Good: exactly 70 %' },
      input: { organisation: 'istimewa', counts: { 'sangat-baik': 14, baik: 6 } },
      output: { ok: true, violations: [], notes: [] },
    },
  ],
});
