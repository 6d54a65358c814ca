/**
 * From the fields of one part of the form to the content of the plan. A draft may be incomplete, so the parser
 * keeps all it can and returns the faults beside it; the parts that were not sent stay as they were. Pure.
 */
import { isId } from '#platform/identifier.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { parseDecimal } from '#platform/web/forms.ts';
import {
  ASPECTS,
  PERSPECTIVES,
  type PlanContent,
  type PlanIndicator,
  type PlanResult,
  VALUE_CODES,
} from '../content.ts';
import {
  type AnnexField,
  annexField,
  expectationField,
  type IndicatorField,
  indicatorField,
  type ResultField,
  resultField,
  type Section,
} from './names.ts';
import { text } from './text.ts';

export type Fields = Readonly<Record<string, string>>;
export type Errors = Record<string, string>;

/** Results of the appraiser's own plan in the same period, which this plan may serve. */
export interface LeaderPlan {
  readonly participantId: string;
  readonly name: string;
  readonly results: readonly PlanResult[];
}

export interface ParsedPlan {
  readonly content: PlanContent;
  readonly errors: Errors;
}

const LIMITS = { results: 40, indicators: 20, annex: 30, annexLine: 500 } as const;

export function parseSection(
  section: Section,
  fields: Fields,
  before: PlanContent,
  leader: LeaderPlan | null,
): ParsedPlan {
  const errors: Errors = {};
  const reader: Reader = { fields, errors };
  switch (section) {
    case 'results':
      return { content: { ...before, ...readResults(reader, before, leader) }, errors };
    case 'behaviour':
      return { content: { ...before, expectations: readExpectations(reader) }, errors };
    case 'annex':
      return {
        content: {
          ...before,
          annex: {
            resources: readLines(reader, 'resources'),
            accountability: readLines(reader, 'accountability'),
            consequences: readLines(reader, 'consequences'),
          },
        },
        errors,
      };
  }
}

interface Reader {
  readonly fields: Fields;
  readonly errors: Errors;
}

function words({ fields, errors }: Reader, name: string, limit: number): string {
  const typed = (fields[name] ?? '').replaceAll('\r\n', '\n').trim();
  if (typed.length <= limit) return typed;
  errors[name] = text.tooLong({ limit });
  return typed.slice(0, limit);
}

function oneOf<Code extends string>(value: string | undefined, codes: readonly Code[]): Code | null {
  return codes.find((code) => code === value) ?? null;
}

/** Results and indicators in the order in which their fields stand in the form. */
function readResults(
  reader: Reader,
  before: PlanContent,
  leader: LeaderPlan | null,
): Pick<PlanContent, 'model' | 'form' | 'results'> {
  const { fields, errors } = reader;
  const order = new Map<string, string[]>();
  for (const name of Object.keys(fields)) {
    const [kind, resultId = '', indicatorId = ''] = name.split('.');
    if ((kind !== 'r' && kind !== 'i') || !isId(resultId)) continue;
    const indicators = order.get(resultId) ?? [];
    order.set(resultId, indicators);
    if (kind === 'i' && isId(indicatorId) && !indicators.includes(indicatorId)) indicators.push(indicatorId);
  }
  if (order.size > LIMITS.results) errors.form = text.tooManyResults({ limit: LIMITS.results });
  return {
    model: oneOf(fields.model, ['quantitative', 'qualitative'] as const) ?? before.model,
    form: oneOf(fields.form, ['staff', 'leader'] as const) ?? before.form,
    results: [...order.entries()]
      .slice(0, LIMITS.results)
      .map(([id, indicators]) => readResult(reader, id, indicators, before, leader)),
  };
}

function readResult(
  reader: Reader,
  id: string,
  indicatorIds: readonly string[],
  before: PlanContent,
  leader: LeaderPlan | null,
): PlanResult {
  const name = (field: ResultField) => resultField(id, field);
  const value = (field: ResultField) => reader.fields[name(field)];
  if (indicatorIds.length > LIMITS.indicators)
    reader.errors[name('statement')] = text.tooManyIndicators({ limit: LIMITS.indicators });
  const known = before.results.find((each) => each.id === id);
  const typed = words(reader, name('servesText'), 1000);
  return {
    id,
    kind: value('kind') === 'additional' ? 'additional' : 'main',
    statement: words(reader, name('statement'), 1000),
    ...readServes(value('serves') ?? '', typed, known, leader),
    assignedBy: words(reader, name('assignedBy'), 300),
    perspective: oneOf(value('perspective'), PERSPECTIVES),
    indicators: indicatorIds.slice(0, LIMITS.indicators).map((indicatorId) =>
      readIndicator(
        reader,
        id,
        indicatorId,
        known?.indicators.find((each) => each.id === indicatorId),
      ),
    ),
  };
}

/** Only results that were offered can be served; the leader's words are kept as they stand today. */
function readServes(
  chosen: string,
  typed: string,
  known: PlanResult | undefined,
  leader: LeaderPlan | null,
): Pick<PlanResult, 'serves' | 'servesText'> {
  const offered = leader?.results.find((each) => each.id === chosen);
  if (leader && offered)
    return {
      serves: { participantId: leader.participantId, resultId: offered.id },
      servesText: offered.statement,
    };
  // A former appraiser's result stays linked until something else is chosen.
  if (known?.serves && chosen === known.serves.resultId)
    return { serves: known.serves, servesText: known.servesText };
  const wasCopied = known?.serves !== null && known?.servesText === typed;
  return { serves: null, servesText: wasCopied ? '' : typed };
}

function readIndicator(
  reader: Reader,
  resultId: string,
  id: string,
  known: PlanIndicator | undefined,
): PlanIndicator {
  const name = (field: IndicatorField) => indicatorField(resultId, id, field);
  const value = (field: IndicatorField) => reader.fields[name(field)];
  const number = (field: 'value' | 'upper') => {
    const typed = (value(field) ?? '').trim();
    if (typed === '') return null;
    const parsed = parseDecimal(typed);
    if (parsed === null) reader.errors[name(field)] = text.number();
    return parsed;
  };
  // A form that does not ask for a part leaves what was stored of it.
  const asked = (field: 'baseline' | 'source') => {
    const said = value(field) === undefined ? known?.[field] : words(reader, name(field), 300);
    return said ? { [field]: said } : {};
  };
  const target = {
    text: words(reader, name('text'), 500),
    value: number('value'),
    upper: number('upper'),
    unit: words(reader, name('unit'), 60),
    direction: oneOf(value('direction'), ['higher', 'lower', 'range'] as const) ?? 'higher',
    accumulation: oneOf(value('accumulation'), ['latest', 'sum', 'average'] as const) ?? 'latest',
  };
  return {
    id,
    aspect: oneOf(value('aspect'), ASPECTS),
    statement: words(reader, name('statement'), 1000),
    target: { ...target, text: target.text || printedTarget(target) },
    ...asked('baseline'),
    ...asked('source'),
  };
}

/** `95 %`, `10–15 hari`: what stands on paper when only number and unit were given. */
export function printedTarget(target: Omit<PlanIndicator['target'], 'text'>): string {
  if (target.value === null) return '';
  const upper =
    target.direction === 'range' && target.upper !== null ? `–${formatDecimal(target.upper)}` : '';
  return `${formatDecimal(target.value)}${upper} ${target.unit}`.trim();
}

export function readExpectations({ fields, errors }: Reader): PlanContent['expectations'] {
  const expectations: PlanContent['expectations'] = {};
  for (const code of VALUE_CODES) {
    const typed = words({ fields, errors }, expectationField(code), 2000);
    if (typed) expectations[code] = typed;
  }
  return expectations;
}

function readLines(reader: Reader, field: AnnexField): string[] {
  const name = annexField(field);
  const lines = (reader.fields[name] ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > LIMITS.annex) reader.errors[name] = text.tooManyLines({ limit: LIMITS.annex });
  if (lines.some((line) => line.length > LIMITS.annexLine))
    reader.errors[name] = text.tooLong({ limit: LIMITS.annexLine });
  return lines.slice(0, LIMITS.annex).map((line) => line.slice(0, LIMITS.annexLine));
}
