/** The official ratings and the predicate as steps of the explanation. */
import { type Bilingual, joinBoth, midSentence, say } from '../bilingual.ts';
import {
  codedValue,
  decimalInWords,
  type ExplainedInput,
  type Explanation,
  MISSING,
  textValue,
} from '../explanation.ts';
import { RATINGS, ratingLabel, ratingValue } from '../rules/codes.ts';
import { MATRIX_BASIS } from '../rules/regulations.ts';
import { unitsText } from './fixed.ts';
import { type Annotations, annotated, type CombinationContext } from './mechanisms/mechanism.ts';
import { meanRule } from './mechanisms/weighted-mean-words.ts';
import { type Axis, axisUses, OFFICIAL } from './official.ts';
import {
  type AxisReader,
  type CompiledOfficial,
  type Decision,
  type Decisions,
  loweringGate,
  type OfficialResult,
  predicateName,
  rankReached,
  suggestionMean,
} from './official-rating.ts';
import type { Outcome } from './outcome.ts';

const NAMES: Readonly<Record<Axis, Bilingual>> = {
  results: { id: 'Rating hasil kerja resmi', en: 'Official results rating' },
  behaviour: { id: 'Rating perilaku kerja resmi', en: 'Official behaviour rating' },
};
const PREDICATE: Bilingual = { id: 'Predikat kinerja resmi', en: 'Official predicate' };

/** What the explanation of one appraisal is made from. */
export type OfficialTold = {
  readonly official: CompiledOfficial;
  readonly result: OfficialResult;
  readonly outcomes: readonly Outcome[];
  readonly decisions: Decisions | undefined;
  readonly context: CombinationContext;
  readonly annotations: Annotations;
  /** Explanations of components that no other step shows. */
  readonly childrenOf: (components: readonly string[]) => readonly Explanation[];
};

/** The step `official` with its two ratings and the predicate. */
export function explainOfficial(told: OfficialTold): Explanation {
  const { official, result, context, decisions } = told;
  const basis = context.basis(official.settings.basis);
  const value =
    result.predicate === null
      ? MISSING
      : codedValue('predicate', result.predicate, predicateName(result.predicate));
  const suggestion = official.suggested(decisions).length > 0;
  return {
    code: OFFICIAL,
    label: PREDICATE,
    value,
    rule: suggestion
      ? {
          id: 'Rating resmi disarankan dari nilai komponen; pejabat penilai menetapkannya atau menyimpang dengan alasan tertulis.',
          en: 'The official ratings are suggested from the scores; the appraiser confirms them or departs with a written reason.',
        }
      : {
          id: 'Rating resmi sudah ditetapkan; matriks nasional memberi predikatnya.',
          en: 'The official ratings are decided; the national matrix gives the predicate.',
        },
    basis,
    inputs: [],
    children: [
      ...official.readers.map((reader) => axisNode(reader, told, basis)),
      {
        code: 'predicate',
        label: PREDICATE,
        value,
        rule: predicateRule(result),
        basis: MATRIX_BASIS,
        inputs: [],
        children: [],
      },
    ],
    ...(suggestion ? { suggestion: true } : {}),
  };
}

function predicateRule({ results, behaviour, predicate }: OfficialResult): Bilingual {
  if (results === null || behaviour === null || predicate === null)
    return {
      id: 'Belum dapat ditentukan karena rating resmi belum lengkap.',
      en: 'Cannot be determined yet because an official rating is missing.',
    };
  return say(
    {
      id: 'Menurut matriks nasional, hasil kerja {results} dan perilaku kerja {behaviour} menghasilkan predikat {predicate}.',
      en: 'By the national matrix, results {results} and behaviour {behaviour} give the predicate {predicate}.',
    },
    {
      results: named(results),
      behaviour: named(behaviour),
      predicate: predicateName(predicate),
    },
  );
}

function named(code: string): Bilingual {
  const rating = RATINGS.find((known) => known === code);
  return rating ? midSentence(ratingLabel(rating)) : { id: code, en: code };
}

function axisNode(reader: AxisReader, told: OfficialTold, basis: Explanation['basis']): Explanation {
  const code = `${OFFICIAL}.${reader.axis}`;
  const label = NAMES[reader.axis];
  if (!reader.mapping) {
    const rating = told.result[reader.axis];
    const component = told.official.settings[reader.axis];
    const name = typeof component === 'string' ? told.context.label(component) : label;
    const found = RATINGS.find((known) => known === rating);
    return {
      code,
      label,
      value: found ? ratingValue(found) : MISSING,
      rule: say({ id: 'Diambil dari {name}.', en: 'Taken from {name}.' }, { name: midSentence(name) }),
      basis,
      inputs: [],
      children: told.childrenOf(axisUses(told.official.settings, reader.axis)),
    };
  }
  const suggestion = suggestionNode(reader, told, code, label);
  const decided = told.decisions?.[reader.axis];
  if (!decided) return suggestion;
  return {
    code,
    label,
    value: ratingValue(decided.rating),
    rule: decisionRule(decided, suggestion),
    basis,
    inputs: decisionInputs(decided, code, label, told.annotations),
    children: [{ ...suggestion, code: `${code}-suggestion`, label: SUGGESTION }],
  };
}

const SUGGESTION: Bilingual = { id: 'Saran dari nilai komponen', en: 'Suggestion from the scores' };
const REASON: Bilingual = { id: 'Alasan', en: 'Reason' };

function decisionInputs(
  { rating, reason }: Decision,
  code: string,
  label: Bilingual,
  annotations: Annotations,
): readonly ExplainedInput[] {
  const inputs: ExplainedInput[] = [{ path: `${code}.rating`, label, value: ratingValue(rating) }];
  if (reason !== undefined) inputs.push({ path: `${code}.reason`, label: REASON, value: textValue(reason) });
  return inputs.map((input) => annotated(input, annotations));
}

function decisionRule({ rating, reason }: Decision, suggestion: Explanation): Bilingual {
  const values = { rating: midSentence(ratingLabel(rating)), reason: reason?.trim() ?? '' };
  if (suggestion.value.state !== 'value')
    return say(
      { id: 'Pejabat penilai menetapkan {rating}.', en: 'The appraiser decided: {rating}.' },
      values,
    );
  if (suggestion.value.value === rating)
    return say(
      {
        id: 'Pejabat penilai menetapkan {rating}, sesuai saran.',
        en: 'The appraiser decided as suggested: {rating}.',
      },
      values,
    );
  return say(
    {
      id: 'Pejabat penilai menetapkan {rating}, berbeda dari saran, yaitu {suggested}. Alasan: {reason}',
      en: 'The appraiser decided {rating}, departing from the suggestion, {suggested}. Reason: {reason}',
    },
    { ...values, suggested: midSentence(suggestion.value.label) },
  );
}

/** What the scores suggest; a suggestion until the appraiser has decided. */
function suggestionNode(
  reader: AxisReader,
  { outcomes, context, official, childrenOf }: OfficialTold,
  code: string,
  label: Bilingual,
): Explanation {
  const basis = context.basis(reader.mapping?.basis ?? []);
  const mean = suggestionMean(reader, outcomes, context.optional);
  const children = childrenOf(axisUses(official.settings, reader.axis));
  const shared = { code, label, basis, inputs: [], children };
  if (mean === undefined) {
    const rule = {
      id: 'Belum dapat disarankan karena masukan belum lengkap.',
      en: 'Cannot be suggested yet because inputs are missing.',
    };
    return { ...shared, value: MISSING, rule };
  }
  const rank = rankReached(reader, mean);
  const gate = loweringGate(reader, rank, outcomes);
  const rating = RATINGS[gate?.rank ?? rank] ?? 'below';
  return {
    ...shared,
    value: ratingValue(rating),
    rule: joinBoth([
      meanRule(reader.weights, unitsText(mean), outcomes, context),
      bandRule(reader, mean, rank),
      ...(gate ? [gate.reason] : []),
    ]),
    suggestion: true,
  };
}

function bandRule({ limits }: AxisReader, mean: number, rank: number): Bilingual {
  return say(
    {
      id: 'Nilai {mean} mencapai batas {limit} untuk {rating}.',
      en: 'The score {mean} reaches the limit {limit} for {rating}.',
    },
    {
      mean: decimalInWords(unitsText(mean)),
      limit: decimalInWords(unitsText(limits[rank] ?? 0)),
      rating: midSentence(ratingLabel(RATINGS[rank] ?? 'below')),
    },
  );
}
