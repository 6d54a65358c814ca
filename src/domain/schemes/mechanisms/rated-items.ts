/**
 * Mechanism `rated-items`: items that several voices rate with the levels of one scale. A form may leave
 * out what its giver did not observe. Form → mean of its items; voice → mean of its forms; component →
 * mean of the voices by their weights. The two inner means are kept to four decimals, the last one is
 * rounded to `decimals`, each half up, so that whoever adds up the figures shown finds the same result.
 */
import { z } from 'zod';
import { DEFAULT_DECIMALS, divideHalfUp, meanUnits, UNITS, unitsOf } from '../fixed.ts';
import { MISSING_OUTCOME, type Outcome, scoreOutcome } from '../outcome.ts';
import { reportRepeated, reportUnknown } from '../reports.ts';
import { bilingualText, code, decimalSetting, voicedSettings } from '../shapes.ts';
import {
  checkCountedScale,
  MAXIMUM_COUNT,
  MAXIMUM_COUNT_UNITS,
  MAXIMUM_TERMS,
  scoreRangeOf,
} from './counted-scale.ts';
import {
  type CheckContext,
  type CompiledComponent,
  type ComponentContext,
  hasOnly,
  isRecord,
  type Labelled,
  type Mechanism,
  type Report,
} from './mechanism.ts';
import { explainRatedItems } from './rated-items-explain.ts';
import { formUnits, type RatedItems, ratedItemsEvidence, type WeightedItem } from './rated-items-forms.ts';
import {
  areForms,
  checkVoices,
  exampleForms,
  formsOf,
  outcomeOfNobody,
  voiceNames,
  voicesSettings,
  weightedVoices,
} from './weighted-voices.ts';

const item = z.strictObject({
  code,
  label: bilingualText,
  /** What the item asks for, for the one who rates. */
  meaning: bilingualText.optional(),
  /** How much the item counts beside the others; 1 where nothing is said. */
  weight: decimalSetting.optional(),
  /** What a level looks like in this item, by code of the level. */
  anchors: z.record(code, bilingualText).optional(),
});

export const ratedItemsSettings = z.strictObject({
  mechanism: z.literal('rated-items'),
  ...voicedSettings,
  /** Levels with scores. */
  scale: code,
  /** `behaviours`: the values of that section, all of the same weight. */
  items: z.union([z.literal('behaviours'), z.array(item).min(1).max(MAXIMUM_TERMS)]),
  ...voicesSettings,
});
export type RatedItemsSettings = z.infer<typeof ratedItemsSettings>;

function weightedItems(
  { items }: RatedItemsSettings,
  behaviours: readonly Labelled[],
): readonly WeightedItem[] {
  if (items === 'behaviours') return behaviours.map((value) => ({ ...value, weight: UNITS }));
  return items.map(({ code, label, weight }) => ({
    code,
    label,
    weight: weight === undefined ? UNITS : unitsOf(weight),
  }));
}

const NAMES = new Set(['forms']);

function compileRatedItems(settings: RatedItemsSettings, context: ComponentContext): CompiledComponent {
  const items = weightedItems(settings, context.behaviours);
  const levels = context.scoredLevels(settings.scale);
  const rated: RatedItems = {
    items,
    weights: new Map(items.map(({ code, weight }) => [code, weight])),
    units: new Map(levels.map(({ code, units }) => [code, units])),
    levels,
  };
  const voices = weightedVoices(settings);
  const names = voiceNames(voices);
  const nobody = outcomeOfNobody(settings);
  const decimals = settings.decimals ?? DEFAULT_DECIMALS;
  const usual = levels[1]?.code;
  return {
    code: context.code,
    label: settings.label,
    evidence: ratedItemsEvidence(rated, voices),
    example: {
      forms: exampleForms(voices, () => ({
        items: Object.fromEntries(items.map(({ code }) => [code, usual])),
      })),
    },
    read(given): Outcome | undefined {
      if (given === undefined) return MISSING_OUTCOME;
      if (!isRecord(given) || !hasOnly(given, NAMES) || !areForms(given.forms, names)) return undefined;
      let sum = 0;
      let percents = 0;
      let lacking = false;
      for (const voice of voices) {
        const forms = formsOf(given.forms, voice);
        let total = 0;
        for (const form of forms) {
          const units = formUnits(form, rated);
          if (units < 0) return undefined;
          total += units;
        }
        if (forms.length < voice.atLeast) lacking ||= voice.required;
        else {
          sum += voice.percent * divideHalfUp(total, forms.length);
          percents += voice.percent;
        }
      }
      if (lacking) return MISSING_OUTCOME;
      return percents === 0 ? nobody : scoreOutcome(meanUnits(sum, percents, decimals));
    },
    explain: (given, annotations) =>
      explainRatedItems({ settings, context, rated, voices, decimals }, given, annotations),
  };
}

function checkItems(settings: RatedItemsSettings, context: CheckContext, report: Report): void {
  const { items } = settings;
  if (items === 'behaviours') {
    if (!context.behaviours)
      report(
        ['items'],
        { id: 'bagian behaviours tidak ada', en: 'there is no section behaviours' },
        {
          id: 'tambahkan bagian itu, atau tulis daftar butir',
          en: 'add that section, or write a list of items',
        },
      );
    return;
  }
  reportRepeated(report, ['items'], items);
  const levels = context.levels(settings.scale)?.map((level) => level.code);
  for (const [index, { weight, anchors }] of items.entries()) {
    const units = weight === undefined ? UNITS : unitsOf(weight);
    if (units <= 0 || units > MAXIMUM_COUNT_UNITS)
      report(
        ['items', index, 'weight'],
        { id: 'bobot di luar batas', en: 'the weight is out of bounds' },
        {
          id: `tulis bobot lebih dari 0 sampai ${MAXIMUM_COUNT}`,
          en: `write a weight of more than 0, up to ${MAXIMUM_COUNT}`,
        },
      );
    for (const level of levels ? Object.keys(anchors ?? {}) : []) {
      if (!levels?.includes(level))
        reportUnknown(report, ['items', index, 'anchors', level], level, levels ?? []);
    }
  }
}

export const ratedItems: Mechanism<RatedItemsSettings> = {
  yields: 'score',
  mayNotApply: ({ whenNobody }) => whenNobody === 'not-applicable',
  range: ({ scale }, context) => scoreRangeOf(scale, context),
  check(settings, context, report) {
    checkCountedScale(settings.scale, context, report);
    checkItems(settings, context, report);
    checkVoices(settings, report);
  },
  compile: compileRatedItems,
};
