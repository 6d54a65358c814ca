/**
 * Mechanism `survey`: an index from questions that many people answered: the mean of the questions,
 * each the mean of its answers. Too few answers give no score and are not shown, so that nobody who
 * answered can be recognised. A question that nobody answered leaves the index missing, never zero.
 */
import { z } from 'zod';
import type { Bilingual } from '../../bilingual.ts';
import { DEFAULT_DECIMALS, meanUnits, settingText, unitsOf, unitsText } from '../fixed.ts';
import { MISSING_OUTCOME, NOT_APPLICABLE_OUTCOME, type Outcome, scoreOutcome } from '../outcome.ts';
import { reportRepeated } from '../reports.ts';
import { bilingualText, code, commonSettings, decimalSetting } from '../shapes.ts';
import { checkCountedScale, scoreRangeOf } from './counted-scale.ts';
import type {
  CheckContext,
  CompiledComponent,
  ComponentContext,
  Labelled,
  Mechanism,
  Report,
} from './mechanism.ts';
import { type Answered, answersReader, answersShape } from './survey-evidence.ts';
import { explainSurvey } from './survey-words.ts';

const item = z.strictObject({ code, label: bilingualText, meaning: bilingualText.optional() });

export const surveySettings = z.strictObject({
  mechanism: z.literal('survey'),
  ...commonSettings,
  /** Scale of the answers; every level has a score. */
  scale: code,
  /** `service-elements`: the nine elements of a public satisfaction survey. Or questions of one's own. */
  items: z.union([z.literal('service-elements'), z.array(item).min(1).max(60)]),
  /** Fewest answers that give a score. */
  atLeast: z.int().min(1).max(5000).default(5),
  /** What it means that there were fewer. */
  tooFew: z.enum(['missing', 'not-applicable']),
  /** Names of the index, best first, each from a score up. They inform and change nothing. */
  bands: z
    .array(z.strictObject({ label: bilingualText, from: decimalSetting }))
    .min(2)
    .max(20)
    .optional(),
});
export type SurveySettings = z.infer<typeof surveySettings>;

/** The nine elements (unsur) of PermenPANRB 14/2017, in its order; recollected, to be confirmed. */
export const SERVICE_ELEMENTS: readonly Labelled[] = [
  { code: 'u1', label: { id: 'Persyaratan', en: 'Requirements' } },
  { code: 'u2', label: { id: 'Sistem, mekanisme, dan prosedur', en: 'System, mechanism and procedure' } },
  { code: 'u3', label: { id: 'Waktu penyelesaian', en: 'Time of completion' } },
  { code: 'u4', label: { id: 'Biaya/tarif', en: 'Cost or tariff' } },
  {
    code: 'u5',
    label: { id: 'Produk spesifikasi jenis pelayanan', en: 'Product as specified for the service' },
  },
  { code: 'u6', label: { id: 'Kompetensi pelaksana', en: 'Competence of the staff' } },
  { code: 'u7', label: { id: 'Perilaku pelaksana', en: 'Conduct of the staff' } },
  {
    code: 'u8',
    label: {
      id: 'Penanganan pengaduan, saran, dan masukan',
      en: 'Handling of complaints, suggestions and input',
    },
  },
  { code: 'u9', label: { id: 'Sarana dan prasarana', en: 'Facilities and infrastructure' } },
];

function itemsOf({ items }: SurveySettings): readonly Labelled[] {
  return items === 'service-elements' ? SERVICE_ELEMENTS : items;
}

function checkSurvey(settings: SurveySettings, context: CheckContext, report: Report): void {
  checkCountedScale(settings.scale, context, report);
  if (settings.items !== 'service-elements') reportRepeated(report, ['items'], settings.items);
  const { bands } = settings;
  if (!bands || !context.levels(settings.scale)) return;
  for (const [index, { from }] of bands.entries()) {
    const better = bands[index - 1];
    if (better && unitsOf(from) >= unitsOf(better.from))
      report(
        ['bands', index, 'from'],
        { id: 'tidak lebih kecil daripada pita di atasnya', en: 'is not below the band above it' },
        { id: 'urutkan pita dari yang terbaik', en: 'order the bands best first' },
      );
  }
  const lowest = scoreRangeOf(settings.scale, context).from;
  const last = bands.at(-1);
  if (!last || unitsOf(last.from) <= lowest) return;
  const text = settingText(lowest);
  report(
    ['bands', bands.length - 1, 'from'],
    {
      id: `nilai di bawah ${last.from} tidak termasuk pita mana pun`,
      en: `scores below ${last.from} have no band`,
    },
    { id: `turunkan menjadi ${text}`, en: `lower it to ${text}` },
  );
}

/** Units of the mean over the questions of the mean of each one's answers, rounded half up once. */
export function indexUnits(sums: readonly number[], counts: readonly number[], decimals: number): number {
  const [first = 0] = counts;
  let sum = 0;
  let isEven = true;
  for (let place = 0; place < sums.length; place += 1) {
    sum += sums[place] ?? 0;
    if (counts[place] !== first) isEven = false;
  }
  // Questions answered by all weigh the same, so that one division does.
  if (isEven) return meanUnits(sum, first * sums.length, decimals);
  const common = [...new Set(counts)].reduce((product, each) => product * BigInt(each), 1n);
  const total = sums.reduce(
    (all, each, place) => all + (BigInt(each) * common) / BigInt(counts[place] ?? 1),
    0n,
  );
  const step = 10n ** BigInt(4 - decimals);
  const divisor = common * BigInt(sums.length) * step;
  return Number(((2n * total + divisor) / (2n * divisor)) * step);
}

export type Band = { readonly label: Bilingual; readonly units: number };

function compileSurvey(settings: SurveySettings, context: ComponentContext): CompiledComponent {
  const items = itemsOf(settings);
  const levels = context.scoredLevels(settings.scale);
  const decimals = settings.decimals ?? DEFAULT_DECIMALS;
  const tooFew = settings.tooFew === 'missing' ? MISSING_OUTCOME : NOT_APPLICABLE_OUTCOME;
  const readAnswers = answersReader(items, levels);
  const bands = (settings.bands ?? []).map(({ label, from }): Band => ({ label, units: unitsOf(from) }));
  const basis = context.basis(settings.basis);
  const outcomeOf = ({ count, sums, counts }: Answered): Outcome => {
    if (count < settings.atLeast) return tooFew;
    return counts.includes(0) ? MISSING_OUTCOME : scoreOutcome(indexUnits(sums, counts, decimals));
  };
  const best = levels[0]?.units ?? 0;
  return {
    code: context.code,
    label: settings.label,
    evidence: answersShape(items, levels),
    example: {
      count: Math.max(30, settings.atLeast),
      means: Object.fromEntries(items.map((each) => [each.code, unitsText(best)])),
    },
    read(given) {
      if (given === undefined) return MISSING_OUTCOME;
      const answered = readAnswers(given);
      return answered && outcomeOf(answered);
    },
    explain(given, annotations) {
      const answered = readAnswers(given);
      return explainSurvey({
        code: context.code,
        label: settings.label,
        basis,
        answered,
        outcome: answered ? outcomeOf(answered) : MISSING_OUTCOME,
        items,
        levels,
        bands,
        atLeast: settings.atLeast,
        given,
        annotations,
      });
    },
  };
}

export const survey: Mechanism<SurveySettings> = {
  yields: 'score',
  givenBy: 'service-user',
  mayNotApply: ({ tooFew }) => tooFew === 'not-applicable',
  range: ({ scale }, context) => scoreRangeOf(scale, context),
  check: checkSurvey,
  compile: compileSurvey,
};
