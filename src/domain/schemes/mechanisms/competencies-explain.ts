/** The explanation of `competencies`: gap by gap, with every level that was counted and by whom. */
import { type Bilingual, joinBoth, say } from '../../bilingual.ts';
import {
  codedValue,
  decimalValue,
  type ExplainedInput,
  type Explanation,
  integerValue,
  MISSING,
  NOT_APPLICABLE,
} from '../../explanation.ts';
import { scaledText, unitsText } from '../fixed.ts';
import { POST_LEVELS, postLevelLabel } from '../post-levels.ts';
import { annotatedByGiver } from './annotated-within.ts';
import type { CompetenciesSettings } from './competencies.ts';
import {
  achievedHundredths,
  HUNDREDTHS,
  joinedStandard,
  matchUnits,
  voiceMean,
} from './competencies-count.ts';
import { gapRule, howAchieved, notSeen, resultRule } from './competencies-words.ts';
import { meanInWords, namesInWords, shareOf } from './in-words.ts';
import { type Annotations, annotated, type ComponentContext, isRecord, type Labelled } from './mechanism.ts';
import { isPresent, lackingVoices, leftOut, type Presence, weightsInWords } from './voices-in-words.ts';
import type { WeightedVoice } from './weighted-voices.ts';

type Compiled = {
  readonly settings: CompetenciesSettings;
  readonly context: ComponentContext;
  readonly voices: readonly WeightedVoice[];
  readonly standards: ReadonlyMap<unknown, Readonly<Record<string, number>>>;
  readonly decimals: number;
};

/** One level given on one form. */
type Given = { readonly path: string; readonly level: number };
/** A voice that counts, with its forms as they were given. */
type Counted = Presence & { readonly levels: readonly Readonly<Record<string, unknown>>[] };

/** A competency that the post asks for, once it is counted. `achieved` is undefined while nobody rated it. */
type Gap = Labelled & {
  readonly required: number;
  readonly achieved: number | undefined;
  readonly step: Explanation;
};

/** Explains evidence that was read before; anything else counts as not given. */
export function explainCompetencies(
  compiled: Compiled,
  given: unknown,
  annotations: Annotations,
): Explanation {
  const { settings, context, voices, decimals } = compiled;
  const basis = context.basis(settings.basis);
  const shared = { code: context.code, label: settings.label, basis };
  if (!isRecord(given) || !isRecord(given.forms)) {
    const rule = { id: 'Kompetensi belum dinilai.', en: 'The competencies have not been rated.' };
    return { ...shared, value: MISSING, rule, inputs: [], children: [] };
  }
  const { forms } = given;
  const presences = voices.map((voice): Counted => {
    const list = forms[voice.code];
    const levels = (Array.isArray(list) ? list : []).map((form: unknown) =>
      isRecord(form) && isRecord(form.levels) ? form.levels : {},
    );
    return { voice, forms: levels.length, levels };
  });
  const counted = presences.filter(isPresent);
  const gaps = gapsOf(compiled, given, counted, annotations);
  const children = [
    ...gaps.map(({ step }) => step),
    ...notRequired(compiled, gaps, counted, annotations),
    ...presences.filter((presence) => !isPresent(presence)).map((each) => leftOut(context.code, each, basis)),
  ];
  const inputs = postInput(context.code, given.post).map((input) => annotated(input, annotations));
  const lacking = lackingVoices(presences, settings) ?? unrated(gaps);
  if (lacking) return { ...shared, ...lacking, inputs, children };
  const required = gaps.reduce((sum, gap) => sum + gap.required * HUNDREDTHS, 0);
  const met = gaps.reduce((sum, gap) => sum + Math.min(gap.achieved ?? 0, gap.required * HUNDREDTHS), 0);
  const score = matchUnits(met, required, decimals);
  return {
    ...shared,
    value: decimalValue(unitsText(score)),
    rule: joinBoth([weightsInWords(presences), resultRule(gaps, met, required, score)]),
    inputs,
    children,
  };
}

function postInput(component: string, post: unknown): readonly ExplainedInput[] {
  const known = POST_LEVELS.find((level) => level === post);
  if (known === undefined) return [];
  const label = { id: 'Jenjang jabatan', en: 'Level of the post' };
  return [{ path: `${component}.post`, label, value: codedValue('text', known, postLevelLabel(known)) }];
}

function unrated(
  gaps: readonly Gap[],
): { readonly value: typeof MISSING; readonly rule: Bilingual } | undefined {
  const without = gaps.filter(({ achieved }) => achieved === undefined);
  if (without.length === 0) return undefined;
  const rule = say(
    {
      id: 'Belum dapat dihitung: {list} belum dinilai siapa pun.',
      en: 'Cannot be computed yet: nobody has rated {list}.',
    },
    { list: namesInWords(without.map(({ label }) => label)) },
  );
  return { value: MISSING, rule };
}

function gapsOf(
  compiled: Compiled,
  given: Readonly<Record<string, unknown>>,
  counted: readonly Counted[],
  annotations: Annotations,
): readonly Gap[] {
  const own = isRecord(given.required) ? given.required : {};
  const standard = joinedStandard(compiled.standards.get(given.post), given.required);
  const asked = compiled.settings.dictionary.filter(({ code }) => typeof standard[code] === 'number');
  const total = asked.reduce((sum, { code }) => sum + Number(standard[code]), 0);
  return asked.map((competency) => {
    const required = Number(standard[competency.code]);
    const isOwn = own[competency.code] !== undefined;
    return gapOf(compiled, competency, { required, total, isOwn }, counted, annotations);
  });
}

/** How much is asked, out of what total, and whether the evidence itself says so. */
type Asked = { readonly required: number; readonly total: number; readonly isOwn: boolean };

function gapOf(
  { settings, context }: Compiled,
  { code, label }: Labelled,
  { required, total, isOwn }: Asked,
  counted: readonly Counted[],
  annotations: Annotations,
): Gap {
  const ratings = counted.map((each) => ({ ...each, given: levelsOf(context.code, each, code) }));
  const rated = ratings.filter(({ given }) => given.length > 0);
  const terms = rated.map(({ voice, given }) => ({
    units: voiceMean(
      given.reduce((sum, { level }) => sum + level, 0),
      given.length,
    ),
    weight: voice.percent,
    text: unitsText(voice.percent),
  }));
  const percents = terms.reduce((sum, { weight }) => sum + weight, 0);
  const sum = terms.reduce((all, { units, weight }) => all + units * weight, 0);
  const achieved = percents === 0 ? undefined : achievedHundredths(sum, percents);
  const inputs: ExplainedInput[] = [];
  if (isOwn)
    inputs.push({
      path: `${context.code}.required.${code}`,
      label: { id: 'Level standar', en: 'Required level' },
      value: integerValue(required),
    });
  for (const { voice, given } of rated) inputs.push(...given.map((each) => levelInput(voice.label, each)));
  const step: Explanation = {
    code: `${context.code}-${code}`,
    label,
    value: achieved === undefined ? MISSING : decimalValue(scaledText(achieved, 2)),
    rule:
      achieved === undefined
        ? NOT_RATED
        : joinBoth([
            gapRule(required, achieved),
            howAchieved(rated, meanInWords(terms, unitsText(percents), achieved * HUNDREDTHS)),
            ...notSeen(ratings.filter(({ given }) => given.length === 0)),
          ]),
    basis: context.basis(settings.basis),
    weight: shareOf(required, total),
    inputs: inputs.map((input) => annotatedByGiver(formOf(input), input, annotations)),
    children: [],
  };
  return { code, label, required, achieved, step };
}

const NOT_RATED: Bilingual = { id: 'Belum dinilai.', en: 'Not rated yet.' };

/** The form that an input stands on: `k.forms.appraiser[0].levels.c` → `k.forms.appraiser[0]`. */
function formOf({ path }: ExplainedInput): string {
  const end = path.indexOf('.levels.');
  return end < 0 ? path : path.slice(0, end);
}

function levelInput(label: Bilingual, { path, level }: Given): ExplainedInput {
  return { path, label, value: integerValue(level) };
}

function levelsOf(component: string, { voice, levels }: Counted, code: string): readonly Given[] {
  return levels.flatMap((each, index) => {
    const level = each[code];
    return typeof level === 'number'
      ? [{ path: `${component}.forms.${voice.code}[${index}].levels.${code}`, level }]
      : [];
  });
}

/** Levels of competencies that the post does not ask for: shown, not counted. */
function notRequired(
  { settings, context }: Compiled,
  gaps: readonly Gap[],
  counted: readonly Counted[],
  annotations: Annotations,
): readonly Explanation[] {
  const asked = new Set(gaps.map(({ code }) => code));
  const inputs = settings.dictionary
    .filter(({ code }) => !asked.has(code))
    .flatMap(({ code, label }) =>
      counted.flatMap((each) => levelsOf(context.code, each, code).map((level) => levelInput(label, level))),
    );
  if (inputs.length === 0) return [];
  return [
    {
      code: `${context.code}-not-required`,
      label: { id: 'Di luar standar jabatan', en: 'Not asked for by the post' },
      value: NOT_APPLICABLE,
      rule: {
        id: 'Ditampilkan dan tidak dihitung, karena standar jabatan ini tidak mensyaratkannya.',
        en: 'Shown and not counted, because the standard of this post does not ask for it.',
      },
      basis: context.basis(settings.basis),
      weight: '0',
      inputs: inputs.map((input) => annotatedByGiver(formOf(input), input, annotations)),
      children: [],
    },
  ];
}
