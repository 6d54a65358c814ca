/** The explanation of `rated-items`: voice by voice, form by form, item by item. */
import { type Bilingual, joinBoth, say } from '../../bilingual.ts';
import {
  codedValue,
  decimalValue,
  type ExplainedInput,
  type Explanation,
  MISSING,
} from '../../explanation.ts';
import { divideHalfUp, meanUnits, unitsText } from '../fixed.ts';
import { annotatedWithin } from './annotated-within.ts';
import { meanInWords, namesInWords, shareOf } from './in-words.ts';
import { type Annotations, type ComponentContext, isRecord } from './mechanism.ts';
import type { RatedItemsSettings } from './rated-items.ts';
import { formUnits, type RatedItems } from './rated-items-forms.ts';
import {
  isPresent,
  lackingVoices,
  leftOut,
  type Presence,
  totalPercent,
  weightsInWords,
} from './voices-in-words.ts';
import type { WeightedVoice } from './weighted-voices.ts';

type Compiled = {
  readonly settings: RatedItemsSettings;
  readonly context: ComponentContext;
  readonly rated: RatedItems;
  readonly voices: readonly WeightedVoice[];
  readonly decimals: number;
};

/** A voice that counts, with the score of each of its forms. */
type Counted = Presence & { readonly scores: readonly number[]; readonly units: number };

/** Explains evidence that was read before; anything else counts as not given. */
export function explainRatedItems(compiled: Compiled, given: unknown, annotations: Annotations): Explanation {
  const { settings, context, voices, decimals } = compiled;
  const basis = context.basis(settings.basis);
  const shared = { code: context.code, label: settings.label, basis, inputs: [] };
  const forms = isRecord(given) && isRecord(given.forms) ? given.forms : undefined;
  if (!forms) {
    const rule = { id: 'Belum ada formulir penilaian.', en: 'No form has been filled in.' };
    return { ...shared, value: MISSING, rule, children: [] };
  }
  const formsOf = (voice: WeightedVoice): readonly unknown[] => {
    const list = forms[voice.code];
    return Array.isArray(list) ? list : [];
  };
  const presences = voices.map((voice) => ({ voice, forms: formsOf(voice).length }));
  const counted = presences.filter(isPresent).map((presence): Counted => {
    const scores = formsOf(presence.voice).map((form) => formUnits(form, compiled.rated));
    const sum = scores.reduce((total, score) => total + score, 0);
    return { ...presence, scores, units: divideHalfUp(sum, scores.length) };
  });
  const total = totalPercent(counted);
  const children = presences.map((presence) => {
    const found = counted.find(({ voice }) => voice === presence.voice);
    return found
      ? explainVoice(compiled, found, total, formsOf(found.voice), annotations)
      : leftOut(context.code, presence, basis);
  });
  const lacking = lackingVoices(presences, settings);
  if (lacking) return { ...shared, ...lacking, children };
  const terms = counted.map(({ voice, units }) => ({
    units,
    weight: voice.percent,
    text: unitsText(voice.percent),
  }));
  const sum = counted.reduce((all, { voice, units }) => all + voice.percent * units, 0);
  const score = meanUnits(sum, total, decimals);
  return {
    ...shared,
    value: decimalValue(unitsText(score)),
    rule: joinBoth([weightsInWords(presences), resultRule(terms, total, score)]),
    children,
  };
}

function resultRule(
  terms: readonly { readonly units: number; readonly weight: number; readonly text: string }[],
  total: number,
  score: number,
): Bilingual {
  return say(
    { id: 'Nilai: {mean}.', en: 'Score: {mean}.' },
    { mean: meanInWords(terms, unitsText(total), score) },
  );
}

function explainVoice(
  compiled: Compiled,
  { voice, scores, units }: Counted,
  total: number,
  forms: readonly unknown[],
  annotations: Annotations,
): Explanation {
  const { context, settings } = compiled;
  const steps = forms.map((form, index) =>
    explainForm(compiled, voice, form, index, scores[index] ?? 0, annotations),
  );
  const only = steps.length === 1 ? steps[0] : undefined;
  const terms = scores.map((score) => ({ units: score, weight: 1, text: '1' }));
  return {
    code: `${context.code}-${voice.code}`,
    label: voice.label,
    value: decimalValue(unitsText(units)),
    rule:
      only?.rule ??
      say(
        { id: 'Rata-rata {count} formulir: {mean}.', en: 'The mean of {count} forms: {mean}.' },
        { count: scores.length, mean: meanInWords(terms, String(scores.length), units) },
      ),
    basis: context.basis(settings.basis),
    weight: shareOf(voice.percent, total),
    inputs: only?.inputs ?? [],
    children: only ? [] : steps,
  };
}

function explainForm(
  { context, settings, rated }: Compiled,
  voice: WeightedVoice,
  form: unknown,
  index: number,
  score: number,
  annotations: Annotations,
): Explanation {
  const path = `${context.code}.forms.${voice.code}[${index}]`;
  const given = isRecord(form) && isRecord(form.items) ? form.items : {};
  const seen = rated.items.filter(({ code }) => given[code] !== undefined);
  const unseen = rated.items.filter(({ code }) => given[code] === undefined);
  const terms = seen.map(({ code, weight }) => ({
    units: rated.units.get(given[code]) ?? 0,
    weight,
    text: unitsText(weight),
  }));
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const inputs = seen.map(({ code, label }): ExplainedInput => {
    const level = rated.levels.find((each) => each.code === given[code]);
    const value = level ? codedValue('rating', level.code, level.label) : MISSING;
    return { path: `${path}.items.${code}`, label, value };
  });
  const label = annotations[path]?.label ?? {
    id: `Formulir ${index + 1}`,
    en: `Form ${index + 1}`,
  };
  return {
    code: `${context.code}-${voice.code}-${index + 1}`,
    label,
    value: decimalValue(unitsText(score)),
    rule: formRule(
      meanInWords(terms, unitsText(total), score),
      unseen.map((each) => each.label),
    ),
    basis: context.basis(settings.basis),
    inputs: annotatedWithin(path, inputs, annotations),
    children: [],
  };
}

function formRule(mean: Bilingual, unseen: readonly Bilingual[]): Bilingual {
  const counted = say(
    {
      id: 'Nilai tingkat setiap butir, dirata-ratakan: {mean}.',
      en: 'The level of each item, averaged: {mean}.',
    },
    { mean },
  );
  if (unseen.length === 0) return counted;
  const left = say(
    {
      id: 'Tidak diamati, maka tidak dihitung: {list}.',
      en: 'Not observed, so not counted: {list}.',
    },
    { list: namesInWords(unseen) },
  );
  return joinBoth([counted, left]);
}
