/** What a draft says outside its components: how results are made, indicators, scales, steps, openness. Pure. */
import { type Bilingual, joinBoth, say } from '#domain/bilingual.ts';
import { PREDICATES, predicateLabel, RATINGS, ratingLabel } from '#domain/rules/index.ts';
import { MEASURABLE_PARTS, measurablePartLabel, VOICES, voiceLabel } from '#domain/schemes/index.ts';
import { WORDS } from './criteria-text.ts';
import { type Criterion, categoryLabel, part, weightLines } from './criterion.ts';
import { bothOf, type Loose, listOf, numberOf, recordOf, wordOf } from './loose.ts';

export function sectionCriteria(scheme: Loose): readonly Criterion[] {
  return [
    ...resultCriteria(scheme),
    ...listOf(scheme.indicators).map(indicatorCriterion),
    ...officialCriteria(scheme),
    ...Object.entries(recordOf(scheme.scales)).map(([code, scale]) => scaleCriterion(code, recordOf(scale))),
    ...listOf(scheme.steps).map(stepCriterion),
    ...processCriteria(scheme),
  ];
}

function resultCriteria(scheme: Loose): readonly Criterion[] {
  const combination = recordOf(scheme.combination);
  const weights = listOf(combination.weights).flatMap(({ percent }) => weightLines(scheme, percent));
  const bands = listOf(combination.bands).map(({ category, from }) =>
    say(WORDS.band, { label: categoryLabel(scheme, category), from: numberOf(from) }),
  );
  const categories = listOf(scheme.categories).map((category) => {
    const label = bothOf(category.label, wordOf(category.code));
    const predicates = predicatesOf(category.predicates);
    return predicates.length > 0
      ? say(WORDS.agrees, { label, predicates: joinBoth(predicates, ', ') })
      : label;
  });
  const one = (path: string, label: Bilingual, facts: readonly Bilingual[]) =>
    facts.length > 0 ? [part('result', 0, { path, label, facts })] : [];
  return [
    ...one('combination.weights', WORDS.weights, weights),
    ...one('combination.bands', WORDS.thresholds, bands),
    ...one('categories', WORDS.categories, categories),
    ...listOf(scheme.gates).map((gate) =>
      part('result', 0, {
        path: `gates.${wordOf(gate.code)}`,
        label: bothOf(gate.label, wordOf(gate.code)),
        meaning: bothOf(gate.reason),
        facts: [say(WORDS.atMost, { category: categoryLabel(scheme, gate.atMost) })],
      }),
    ),
  ];
}

function predicatesOf(codes: unknown): readonly Bilingual[] {
  const named = Array.isArray(codes) ? codes : [];
  return PREDICATES.filter((predicate) => named.includes(predicate)).map(predicateLabel);
}

function indicatorCriterion(indicator: Loose): Criterion {
  const line = (words: Bilingual, value: unknown) => {
    const text = bothOf(value);
    return text.id ? [say(words, { text })] : [];
  };
  return part('indicators', 0, {
    path: `indicators.${wordOf(indicator.code)}`,
    label: bothOf(indicator.label, wordOf(indicator.code)),
    meaning: bothOf(indicator.meaning),
    facts: [
      ...line(WORDS.family, indicator.jobFamily),
      ...line(WORDS.measure, indicator.measure),
      ...line(WORDS.unit, indicator.unit),
      ...line(WORDS.source, indicator.dataSource),
      ...line(WORDS.example, indicator.example),
    ],
  });
}

function officialCriteria(scheme: Loose): readonly Criterion[] {
  const official = recordOf(scheme.official);
  const one = (axis: 'results' | 'behaviour', label: Bilingual) => {
    const { from, bands } = recordOf(official[axis]);
    const facts = [
      ...weightLines(scheme, from),
      ...listOf(bands).flatMap(({ rating, from: least }) => {
        const known = RATINGS.find((each) => each === rating);
        return known ? [say(WORDS.band, { label: ratingLabel(known), from: numberOf(least) })] : [];
      }),
    ];
    return facts.length > 0 ? [part('official', 0, { path: `official.${axis}`, label, facts })] : [];
  };
  return [...one('results', WORDS.officialResults), ...one('behaviour', WORDS.officialBehaviour)];
}

function scaleCriterion(code: string, scale: Loose): Criterion {
  return part('scales', 0, {
    path: `scales.${code}`,
    label: bothOf(scale.label, code),
    facts: listOf(scale.levels).map((level) => {
      const name = bothOf(level.label, wordOf(level.code));
      const label =
        level.score === undefined
          ? name
          : say(WORDS.levelScore, { label: name, score: numberOf(level.score) });
      const meaning = bothOf(level.meaning);
      return meaning.id ? say(WORDS.level, { label, meaning }) : label;
    }),
  });
}

function stepCriterion(step: Loose): Criterion {
  const voice = VOICES.find((each) => each === step.by);
  return part('steps', 0, {
    path: `steps.${wordOf(step.code)}`,
    label: bothOf(step.label, wordOf(step.code)),
    meaning: bothOf(step.meaning),
    facts: [
      ...(voice ? [say(WORDS.by, { voice: voiceLabel(voice) })] : []),
      ...(step.dueDays === undefined ? [] : [say(WORDS.dueDays, { days: numberOf(step.dueDays) })]),
    ],
  });
}

/** Openness, training, measurability, objection: how the appraisal is held. */
function processCriteria(scheme: Loose): readonly Criterion[] {
  const one = (path: string, label: Bilingual, facts: readonly Bilingual[]) =>
    scheme[path] === undefined ? [] : [part('openness', 0, { path, label, facts })];
  const stated = (words: Bilingual, name: string, value: unknown) =>
    value === undefined ? [] : [say(words, { [name]: numberOf(value) })];
  const openness = recordOf(scheme.openness);
  const training = recordOf(scheme.training);
  return [
    ...one('openness', WORDS.openness, [
      ...stated(WORDS.notice, 'days', openness.noticeDays),
      ...stated(WORDS.drafting, 'days', openness.draftingDays),
      ...stated(WORDS.reading, 'percent', recordOf(openness.readConfirmation).atLeastPercent),
      ...stated(WORDS.anonymous, 'count', openness.anonymousFrom),
      ...listOf(openness.shown).map(({ what, when }) =>
        say(WORDS.seen, { what: bothOf(what), when: bothOf(when) }),
      ),
    ]),
    ...one('training', WORDS.training, [
      ...(training.certificate === 'required' ? [WORDS.certificate_required] : []),
      ...(training.certificate === 'recommended' ? [WORDS.certificate_recommended] : []),
      ...stated(WORDS.validMonths, 'months', training.validMonths),
    ]),
    ...one('measurability', WORDS.measurability, measurableParts(scheme)),
    ...one(
      'objection',
      WORDS.objection,
      stated(WORDS.objectionDays, 'days', recordOf(scheme.objection).days),
    ),
  ];
}

function measurableParts(scheme: Loose): readonly Bilingual[] {
  const { require } = recordOf(scheme.measurability);
  const named: readonly unknown[] = Array.isArray(require) ? require : [];
  const parts = MEASURABLE_PARTS.filter((each) => named.includes(each)).map(measurablePartLabel);
  return parts.length > 0 ? [say(WORDS.mustState, { parts: joinBoth(parts, ', ') })] : [];
}
