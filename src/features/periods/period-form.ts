/** From the fields of the period form to typed input, or errors by field. Pure. */
import type { Scheme } from '#domain/schemes/index.ts';
import { addDays, daysBetween } from '#platform/clock/clock.ts';
import { isId } from '#platform/identifier.ts';
import { type CheckInFrequency, type Deadlines, proposeDeadlines } from './calendar.ts';
import type { Checkpoint, Period } from './queries.ts';
import { isEffective, schemeKey, schemeOfKey } from './schemes.ts';
import { text } from './text.ts';

export type Fields = Readonly<Record<string, string>>;
export type Errors = Record<string, string>;

export interface PeriodInput extends Deadlines {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly checkInEvery: CheckInFrequency;
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly objectionDays: number;
  readonly explanationDays: number;
  readonly decisionDays: number;
  readonly distributionPolicy: 'advise' | 'reason';
  readonly unitIds: readonly string[];
  /** New due dates by id of the check-in. */
  readonly checkpointDue: ReadonlyMap<string, string>;
}

export type ParsedPeriod =
  | { readonly ok: true; readonly value: PeriodInput }
  | { readonly ok: false; readonly errors: Errors };

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DEADLINES = ['planDueOn', 'selfAssessmentDueOn', 'ratingDueOn', 'ratificationDueOn'] as const;
const DEFAULT_DAYS = { objectionDays: 14, explanationDays: 7, decisionDays: 14 } as const;
const LATEST_AFTER_END_DAYS = 184;
const LONGEST_DAYS = 731;

export function isRealDate(value: string): boolean {
  if (!DATE.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

export function parsePeriod(fields: Fields, usable: readonly Scheme[], known?: Period): ParsedPeriod {
  const errors: Errors = {};
  const span = parseSpan(fields, errors);
  const name = (fields.name ?? '').trim().slice(0, 200);
  if (!name) errors.name = text.nameHint();
  const scheme = schemeOfKey(usable, fields.scheme ?? '');
  if (!scheme || (span && !isEffective(scheme, span.startsOn))) errors.scheme = text.schemeUnknown();
  const deadlines = span && parseDeadlines(fields, span, scheme, errors);
  const days = parseDays(fields, scheme, errors);
  const checkpointDue = parseCheckpointDue(fields, span, known?.checkpoints ?? [], errors);
  if (Object.keys(errors).length > 0 || !span || !scheme || !deadlines) return { ok: false, errors };
  return {
    ok: true,
    value: {
      name,
      ...span,
      checkInEvery: fields.checkInEvery === 'month' ? 'month' : 'quarter',
      schemeId: scheme.id,
      schemeVersion: scheme.version,
      ...deadlines,
      ...days,
      distributionPolicy: fields.distributionPolicy === 'reason' ? 'reason' : 'advise',
      unitIds: Object.keys(fields)
        .filter((field) => field.startsWith('unit-'))
        .map((field) => field.slice('unit-'.length))
        .filter(isId),
      checkpointDue,
    },
  };
}

interface Span {
  readonly startsOn: string;
  readonly endsOn: string;
}

function parseSpan(fields: Fields, errors: Errors): Span | undefined {
  const startsOn = fields.startsOn ?? '';
  const endsOn = fields.endsOn ?? '';
  if (!isRealDate(startsOn)) errors.startsOn = text.dateWrong();
  if (!isRealDate(endsOn)) errors.endsOn = text.dateWrong();
  if (errors.startsOn || errors.endsOn) return undefined;
  if (endsOn <= startsOn) errors.endsOn = text.endsBeforeStart();
  else if (daysBetween(startsOn, endsOn) > LONGEST_DAYS) errors.endsOn = text.tooLong();
  return errors.endsOn ? undefined : { startsOn, endsOn };
}

function parseDeadlines(
  fields: Fields,
  span: Span,
  scheme: Scheme | undefined,
  errors: Errors,
): Deadlines | undefined {
  const proposed = proposeDeadlines(span.startsOn, span.endsOn, scheme);
  const latest = addDays(span.endsOn, LATEST_AFTER_END_DAYS);
  const read = { ...proposed };
  for (const field of DEADLINES) {
    const typed = (fields[field] ?? '').trim();
    if (typed === '') continue;
    if (!isRealDate(typed)) errors[field] = text.dateWrong();
    else if (typed < span.startsOn || typed > latest) errors[field] = text.dateOutside();
    else read[field] = typed;
  }
  if (DEADLINES.some((field) => errors[field])) return undefined;
  const dates = DEADLINES.map((field) => read[field]);
  const unordered = DEADLINES.find(
    (_field, index) => index > 0 && (dates[index - 1] ?? '') > (dates[index] ?? ''),
  );
  if (unordered) errors[unordered] = text.orderWrong();
  return read;
}

function parseDays(fields: Fields, scheme: Scheme | undefined, errors: Errors) {
  const read = { ...DEFAULT_DAYS, objectionDays: scheme?.objection?.days ?? DEFAULT_DAYS.objectionDays };
  const days: Record<keyof typeof DEFAULT_DAYS, number> = read;
  for (const field of ['objectionDays', 'explanationDays', 'decisionDays'] as const) {
    const typed = (fields[field] ?? '').trim();
    if (typed === '') continue;
    if (!/^\d{1,2}$/.test(typed) || Number(typed) < 1 || Number(typed) > 90) errors[field] = text.daysRange();
    else days[field] = Number(typed);
  }
  return days;
}

function parseCheckpointDue(
  fields: Fields,
  span: Span | undefined,
  known: readonly Checkpoint[],
  errors: Errors,
): ReadonlyMap<string, string> {
  const due = new Map<string, string>();
  for (const checkpoint of known) {
    const field = `due-${checkpoint.id}`;
    const typed = fields[field];
    if (typed === undefined) continue;
    if (!isRealDate(typed)) errors[field] = text.dateWrong();
    else if (span && (typed < checkpoint.startsOn || typed > addDays(span.endsOn, LATEST_AFTER_END_DAYS)))
      errors[field] = text.dateOutside();
    else due.set(checkpoint.id, typed);
  }
  return due;
}

/** What a form shows before anything was typed: next year, or the period as it stands. */
export function fieldsOf(period: Period): Fields {
  return {
    name: period.name,
    startsOn: period.startsOn,
    endsOn: period.endsOn,
    checkInEvery: period.checkInEvery,
    scheme: schemeKey({ id: period.schemeId, version: period.schemeVersion }),
    planDueOn: period.planDueOn,
    selfAssessmentDueOn: period.selfAssessmentDueOn,
    ratingDueOn: period.ratingDueOn,
    ratificationDueOn: period.ratificationDueOn,
    objectionDays: String(period.objectionDays),
    explanationDays: String(period.explanationDays),
    decisionDays: String(period.decisionDays),
    distributionPolicy: period.distributionPolicy,
    ...Object.fromEntries(period.unitIds.map((id) => [`unit-${id}`, 'yes'])),
    ...Object.fromEntries(period.checkpoints.map((each) => [`due-${each.id}`, each.dueOn])),
  };
}

export function newPeriodFields(usable: readonly Scheme[], year: string): Fields {
  const startsOn = `${year}-01-01`;
  const endsOn = `${year}-12-31`;
  const inEffect = usable.filter((each) => isEffective(each, startsOn) && each.authority === 'national');
  const scheme = inEffect.toSorted((a, b) => b.effective.from.localeCompare(a.effective.from))[0];
  return {
    name: `Penilaian Kinerja ${year}`,
    startsOn,
    endsOn,
    checkInEvery: 'quarter',
    scheme: scheme ? schemeKey(scheme) : '',
    ...proposeDeadlines(startsOn, endsOn, scheme),
    objectionDays: String(scheme?.objection?.days ?? DEFAULT_DAYS.objectionDays),
    explanationDays: String(DEFAULT_DAYS.explanationDays),
    decisionDays: String(DEFAULT_DAYS.decisionDays),
    distributionPolicy: 'advise',
  };
}
