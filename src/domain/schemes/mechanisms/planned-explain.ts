/** The explanation of `planned-results`: line by line, indicator by indicator, with every given value. */
import { type Bilingual, joinBoth, say } from '../../bilingual.ts';
import {
  booleanValue,
  codedValue,
  decimalValue,
  type ExplainedInput,
  type Explanation,
  MISSING,
  NOT_APPLICABLE,
} from '../../explanation.ts';
import { lineKindLabel } from '../../rules/codes.ts';
import { divideHalfUp, meanUnits, unitsText } from '../fixed.ts';
import { annotatedWithin } from './annotated-within.ts';
import { meanInWords, namesInWords, shareOf } from './in-words.ts';
import { type Annotations, type ComponentContext, isRecord } from './mechanism.ts';
import { explainAdded } from './planned-added.ts';
import { explainIndicator } from './planned-indicator-explain.ts';
import { UNMEASURED } from './planned-indicators.ts';
import { EXCUSED, type PlannedResults } from './planned-lines.ts';
import type { PlannedResultsSettings } from './planned-results.ts';
import { convertedRule, levelRule, meanOfIndicators } from './planned-words.ts';

type Compiled = {
  readonly settings: PlannedResultsSettings;
  readonly context: ComponentContext;
  readonly prepared: PlannedResults;
};

/** A line as it was read. `units` is a score, UNMEASURED or EXCUSED. */
type Line = {
  readonly given: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly number: number;
  readonly label: Bilingual;
  readonly kind: 'main' | 'additional';
  readonly units: number;
  readonly weight: number;
  readonly isCounted: boolean;
  /** An additional result whose points are added to the mean of the others. */
  readonly isAdded: boolean;
};

/** Explains evidence that was read before; anything else counts as not given. */
export function explainPlannedResults(
  compiled: Compiled,
  given: unknown,
  annotations: Annotations,
): Explanation {
  const { settings, context, prepared } = compiled;
  const basis = context.basis(settings.basis);
  const shared = { code: context.code, label: settings.label, basis, inputs: [] };
  if (!isRecord(given) || !Array.isArray(given.lines)) {
    const rule = { id: 'Hasil kerja belum dicatat.', en: 'No results have been recorded.' };
    return { ...shared, value: MISSING, rule, children: [] };
  }
  const lines = given.lines.filter(isRecord).map((each, index) => lineOf(compiled, each, index, annotations));
  const needed = lines.filter((line) => line.isCounted && line.units !== EXCUSED);
  const weighed = needed.filter(({ isAdded }) => !isAdded);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const children = lines.map((line) => explainLine(compiled, line, total, annotations));
  const missing = needed.filter(({ units }) => units === UNMEASURED);
  if (missing.length > 0) {
    const rule = say(MISSING_RULE, { list: labelsOf(missing) });
    return { ...shared, value: MISSING, rule, children };
  }
  if (weighed.length === 0) {
    const isExcused = lines.some(({ isCounted }) => isCounted);
    return { ...shared, value: MISSING, rule: isExcused ? ALL_EXCUSED : NONE_COUNTED, children };
  }
  const sum = weighed.reduce((all, { units, weight }) => all + units * weight, 0);
  const mean = meanUnits(sum, total, prepared.decimals);
  const rule = joinBoth([meanRule(weighed, total, mean, prepared.isWeighted), ...leftOutRules(lines)]);
  const value = decimalValue(unitsText(mean));
  const added = needed.filter(({ isAdded }) => isAdded);
  if (added.length === 0) return { ...shared, value, rule, children };
  return explainAdded(
    shared,
    { value, rule, units: mean, children: children.filter((_, at) => !lines[at]?.isAdded) },
    {
      lines: added,
      children: children.filter((_, at) => lines[at]?.isAdded),
      prepared,
    },
  );
}

const MISSING_RULE: Bilingual = {
  id: 'Belum dapat dihitung: {list} belum memiliki realisasi atau tingkat.',
  en: 'Cannot be computed yet: {list} without a realisation or a level.',
};
const ALL_EXCUSED: Bilingual = {
  id: 'Semua hasil kerja dikecualikan, sehingga tidak ada yang dapat dinilai.',
  en: 'All results are excused, so there is nothing to judge by.',
};
const NONE_COUNTED: Bilingual = {
  id: 'Belum ada hasil kerja yang dihitung; hasil kerja tambahan hanya ditampilkan.',
  en: 'There is no result that counts; additional results are only shown.',
};

function lineOf(
  { context, prepared }: Compiled,
  given: Readonly<Record<string, unknown>>,
  index: number,
  annotations: Annotations,
): Line {
  const path = `${context.code}.lines[${index}]`;
  const kind = given.kind === 'additional' ? 'additional' : 'main';
  return {
    given,
    path,
    number: index + 1,
    label: annotations[path]?.label ?? { id: `Hasil kerja ${index + 1}`, en: `Result ${index + 1}` },
    kind,
    units: prepared.line(given),
    weight: prepared.weight(given),
    isCounted: prepared.additional !== 'shown' || kind === 'main',
    isAdded: prepared.additional === 'added' && kind === 'additional',
  };
}

function labelsOf(lines: readonly Line[]): Bilingual {
  return namesInWords(lines.map(({ label }) => label));
}

function meanRule(lines: readonly Line[], total: number, score: number, isWeighted: boolean): Bilingual {
  const text = (weight: number) => (isWeighted ? unitsText(weight) : String(weight));
  const terms = lines.map(({ units, weight }) => ({ units, weight, text: text(weight) }));
  const mean = meanInWords(terms, text(total), score);
  if (lines.length === 1) return say(ONE_RESULT, { mean });
  return say(isWeighted ? BY_WEIGHTS : EQUALLY, { count: lines.length, mean });
}

const ONE_RESULT: Bilingual = {
  id: 'Satu hasil kerja dihitung, dengan nilai {mean}.',
  en: 'One result counts, with the score {mean}.',
};
const BY_WEIGHTS: Bilingual = {
  id: 'Rata-rata nilai {count} hasil kerja menurut bobotnya: {mean}.',
  en: 'The mean of the scores of {count} results by their weights: {mean}.',
};
const EQUALLY: Bilingual = {
  id: 'Rata-rata nilai {count} hasil kerja, berbobot sama: {mean}.',
  en: 'The mean of the scores of {count} results of the same weight: {mean}.',
};

function leftOutRules(lines: readonly Line[]): readonly Bilingual[] {
  const shown = lines.filter(({ isCounted }) => !isCounted);
  const excused = lines.filter(({ isCounted, units }) => isCounted && units === EXCUSED);
  const rules: Bilingual[] = [];
  if (excused.length > 0)
    rules.push(
      say(
        {
          id: 'Dikecualikan, sehingga tidak dihitung dan bobotnya dibagi kembali kepada yang lain: {list}.',
          en: 'Excused, so not counted, and their weight is shared among the others: {list}.',
        },
        { list: labelsOf(excused) },
      ),
    );
  if (shown.length > 0)
    rules.push(
      say(
        {
          id: 'Hasil kerja tambahan yang ditampilkan dan tidak dihitung: {list}.',
          en: 'Additional results that are shown and not counted: {list}.',
        },
        { list: labelsOf(shown) },
      ),
    );
  return rules;
}

function explainLine(compiled: Compiled, line: Line, total: number, annotations: Annotations): Explanation {
  const { settings, context } = compiled;
  const { units, path } = line;
  const list: readonly unknown[] = Array.isArray(line.given.indicators) ? line.given.indicators : [];
  const children = list.map((indicator, index) =>
    explainIndicator(
      {
        code: `${context.code}-line-${line.number}-indicator-${index + 1}`,
        path: `${path}.indicators[${index}]`,
        number: index + 1,
        basis: context.basis(settings.basis),
        prepared: compiled.prepared,
      },
      indicator,
      annotations,
    ),
  );
  const isWeighed = line.isCounted && units !== EXCUSED;
  const share = isWeighed && total > 0 ? shareOf(line.weight, total) : '0';
  return {
    code: `${context.code}-line-${line.number}`,
    label: line.label,
    value: units >= 0 ? decimalValue(unitsText(units)) : units === EXCUSED ? NOT_APPLICABLE : MISSING,
    rule: lineRule(compiled, line, list),
    basis: context.basis(settings.basis),
    ...(line.isAdded ? {} : { weight: share }),
    inputs: annotatedWithin(path, lineInputs(compiled, line), annotations),
    children,
  };
}

function lineRule(
  { prepared }: Compiled,
  { given, units, isCounted }: Line,
  list: readonly unknown[],
): Bilingual {
  const shown = isCounted ? [] : [ONLY_SHOWN];
  if (units === EXCUSED) return joinBoth([LINE_EXCUSED, ...shown]);
  if (units === UNMEASURED) return joinBoth([list.length > 0 ? NOT_MEASURED : NOT_RATED, ...shown]);
  const level = prepared.levels.get(given.level);
  if (level) return joinBoth([levelRule(level), ...shown]);
  const percents = list.map(prepared.indicator);
  const mean = divideHalfUp(
    percents.reduce((sum, percent) => sum + percent, 0),
    percents.length,
  );
  return joinBoth([
    ...(percents.length > 1 ? [meanOfIndicators(percents, mean, prepared.conversion)] : []),
    convertedRule(mean, units, prepared.conversion),
    ...shown,
  ]);
}

const LINE_EXCUSED: Bilingual = {
  id: 'Dikecualikan dari penilaian, sehingga tidak dihitung.',
  en: 'Excused from the appraisal, so not counted.',
};
const NOT_MEASURED: Bilingual = {
  id: 'Belum dapat dinilai karena realisasinya belum ada.',
  en: 'Cannot be judged yet because a realisation is missing.',
};
const NOT_RATED: Bilingual = { id: 'Belum dinilai.', en: 'Not rated yet.' };
const ONLY_SHOWN: Bilingual = { id: 'Ditampilkan dan tidak dihitung.', en: 'Shown and not counted.' };

/** The judgement first, so that what is noted of the line stands beside it. */
function lineInputs({ prepared }: Compiled, { given, path, kind }: Line): readonly ExplainedInput[] {
  const inputs: ExplainedInput[] = [];
  const level = prepared.levels.get(given.level);
  const label = { id: 'Tingkat', en: 'Level' };
  if (level)
    inputs.push({ path: `${path}.level`, label, value: codedValue('rating', level.code, level.label) });
  else if (given.excused === true)
    inputs.push({
      path: `${path}.excused`,
      label: { id: 'Dikecualikan', en: 'Excused' },
      value: booleanValue(true),
    });
  else if (given.indicators === undefined) inputs.push({ path: `${path}.level`, label, value: MISSING });
  inputs.push({
    path: `${path}.kind`,
    label: { id: 'Jenis hasil kerja', en: 'Kind of result' },
    value: codedValue('text', kind, lineKindLabel(kind)),
  });
  if (typeof given.weight === 'string')
    inputs.push({
      path: `${path}.weight`,
      label: { id: 'Bobot', en: 'Weight' },
      value: decimalValue(given.weight),
    });
  return inputs;
}
