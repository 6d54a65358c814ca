/**
 * Mechanism `competencies`: levels of competencies, rated by several voices, against the standard of the
 * post. For each competency the level achieved (mean of the voices, two decimals) counts at most up to
 * the level required, so that strength in one hides no gap in another; the score is the share of the
 * required levels that is met, times 100 (Job Person Match).
 */
import { z } from 'zod';
import { say } from '../../bilingual.ts';
import { DEFAULT_DECIMALS } from '../fixed.ts';
import { MISSING_OUTCOME } from '../outcome.ts';
import { POST_LEVELS } from '../post-levels.ts';
import { reportRepeated, reportUnknown } from '../reports.ts';
import { bilingualText, code, voicedSettings } from '../shapes.ts';
import { competencyReader, HIGHEST_LEVEL, LOWEST_REQUIRED } from './competencies-count.ts';
import { competenciesEvidence } from './competencies-evidence.ts';
import { explainCompetencies } from './competencies-explain.ts';
import type { CompiledComponent, ComponentContext, Mechanism, Report } from './mechanism.ts';
import { checkVoices, exampleForms, voicesSettings, weightedVoices } from './weighted-voices.ts';

const MAXIMUM_COMPETENCIES = 200;

const competency = z.strictObject({
  code,
  kind: z.enum(['technical', 'managerial', 'sociocultural']),
  label: bilingualText,
  /** What the competency is. */
  meaning: bilingualText.optional(),
  /** The jobs it is meant for; without it, all. */
  jobFamily: bilingualText.optional(),
  /** What is seen of a person at each level, for the one who rates. */
  levels: z.strictObject({
    '1': bilingualText,
    '2': bilingualText,
    '3': bilingualText,
    '4': bilingualText,
    '5': bilingualText,
  }),
});

export const competenciesSettings = z.strictObject({
  mechanism: z.literal('competencies'),
  ...voicedSettings,
  dictionary: z.array(competency).min(1).max(MAXIMUM_COMPETENCIES),
  /** Required level of each competency by level of post; evidence may name the post instead of levels. */
  standards: z
    .partialRecord(z.enum(POST_LEVELS), z.record(code, z.int().min(LOWEST_REQUIRED).max(HIGHEST_LEVEL)))
    .optional(),
  ...voicesSettings,
});
export type CompetenciesSettings = z.infer<typeof competenciesSettings>;

function checkStandards({ dictionary, standards = {} }: CompetenciesSettings, report: Report): void {
  const known = dictionary.map((each) => each.code);
  for (const [post, levels] of Object.entries(standards)) {
    const named = Object.keys(levels);
    for (const name of named)
      if (!known.includes(name)) reportUnknown(report, ['standards', post, name], name, known);
    if (named.length > 0) continue;
    report(
      ['standards', post],
      say({ id: 'standar {post} kosong', en: 'the standard of {post} is empty' }, { post }),
      {
        id: 'tulis level kompetensi yang disyaratkan, atau hapus',
        en: 'write the levels required, or remove it',
      },
    );
  }
}

function compileCompetencies(settings: CompetenciesSettings, context: ComponentContext): CompiledComponent {
  const voices = weightedVoices(settings);
  const codes = settings.dictionary.map((each) => each.code);
  const standards = new Map<unknown, Readonly<Record<string, number>>>(
    Object.entries(settings.standards ?? {}),
  );
  const decimals = settings.decimals ?? DEFAULT_DECIMALS;
  const read = competencyReader({ settings, codes, voices, standards, decimals });
  const [post, standard] = [...standards][0] ?? [
    undefined,
    Object.fromEntries(codes.slice(0, 9).map((each) => [each, 3])),
  ];
  return {
    code: context.code,
    label: settings.label,
    evidence: competenciesEvidence(codes, voices, [...standards.keys()].map(String)),
    example: {
      ...(post === undefined ? { required: standard } : { post }),
      forms: exampleForms(voices, () => ({ levels: standard })),
    },
    read: (given) => (given === undefined ? MISSING_OUTCOME : read(given)),
    explain: (given, annotations) =>
      explainCompetencies({ settings, context, voices, standards, decimals }, given, annotations),
  };
}

export const competencies: Mechanism<CompetenciesSettings> = {
  yields: 'score',
  mayNotApply: ({ whenNobody }) => whenNobody === 'not-applicable',
  check(settings, _, report) {
    reportRepeated(report, ['dictionary'], settings.dictionary);
    checkStandards(settings, report);
    checkVoices(settings, report);
  },
  compile: compileCompetencies,
};
