/** The form of a new run: what is drawn, what was typed, and what it means. */
import {
  CHOSEN_VOICES,
  type LaboratorySettings,
  LIMITS,
  MANY_VOICES,
  MOST_PERCENT,
} from '#domain/laboratory/index.ts';
import { isId, newId } from '#platform/identifier.ts';
import type { RunsAsked } from './commands/request-runs.ts';
import { text } from './text.ts';

export type Typed = Readonly<Record<string, string>>;
type Bounds = { readonly from: number; readonly to: number };

/** Percent fields in the order of the form. */
export const PERCENT_FIELDS = [
  'severity',
  'unitCulture',
  'favouredShare',
  'favouredSize',
  'halo',
  'noise',
  'centralTendency',
  'secondLooks',
] as const;

const TYPICAL: Bounds = { from: 20, to: 85 };
const SHARE: Bounds = { from: 0, to: 100 };

/** The bounds of every whole number of the form. */
export function boundsOf(field: string): Bounds {
  const percent = PERCENT_FIELDS.find((each) => each === field);
  if (percent) return { from: 0, to: MOST_PERCENT[percent] };
  if (field.startsWith('missing-')) return SHARE;
  if (field.startsWith('raters-')) return LIMITS.raters;
  switch (field) {
    case 'people':
    case 'periods':
    case 'span':
    case 'unit':
    case 'seed':
      return LIMITS[field];
    case 'surveyAnswers':
      return LIMITS.answers;
    default:
      return TYPICAL;
  }
}

/** The fields as they stand for such settings. */
export function fieldsOf(settings: LaboratorySettings): Typed {
  return {
    periods: String(settings.periods),
    typical: String(settings.typical),
    surveyAnswers: String(settings.surveyAnswers),
    acrossUnits: settings.acrossUnits ? 'yes' : '',
    ...Object.fromEntries(PERCENT_FIELDS.map((field) => [field, String(settings[field])])),
    ...Object.fromEntries(MANY_VOICES.map((voice) => [`raters-${voice}`, String(settings.raters[voice])])),
    ...Object.fromEntries(
      CHOSEN_VOICES.map((voice) => [`missing-${voice}`, String(settings.missing[voice])]),
    ),
  };
}

export type ReadForm =
  | { readonly ok: true; readonly asked: RunsAsked }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Reads the form; every field that cannot be used is told apart, in words. */
export function readForm(typed: Typed): ReadForm {
  const errors: Record<string, string> = {};
  const whole = (field: string): number => {
    const { from, to } = boundsOf(field);
    const given = (typed[field] ?? '').trim();
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    if (value >= from && value <= to) return value;
    errors[field] = text.wholeBetween({ from: String(from), to: String(to) });
    return from;
  };
  const name = (typed.name ?? '').trim();
  if (!name) errors.name = text.nameMissing();
  else if (name.length > 120) errors.name = text.nameTooLong();
  if (!typed.subject) errors.subject = text.schemeMissing();
  const structure = (['own', 'invented', 'kept'] as const).find((each) => each === typed.structure);
  if (!structure) errors.structure = text.structureMissing();
  const size =
    structure === 'invented'
      ? { people: whole('people'), span: whole('span'), unit: whole('unit') }
      : { people: LIMITS.people.from, span: LIMITS.span.from, unit: LIMITS.unit.from };
  const settings = settingsIn(typed, whole);
  const seed = whole('seed');
  if (Object.keys(errors).length > 0 || !structure) return { ok: false, errors };
  const id = typed.id ?? '';
  const secondId = typed.secondId ?? '';
  return {
    ok: true,
    asked: {
      id: isId(id) ? id : newId(),
      secondId: isId(secondId) ? secondId : newId(),
      name,
      subject: typed.subject ?? '',
      second: typed.second ?? '',
      structure,
      keptFrom: typed.keptFrom ?? '',
      beside: typed.beside ?? '',
      size,
      settings,
      seed,
    },
  };
}

function settingsIn(typed: Typed, whole: (field: string) => number): LaboratorySettings {
  return {
    periods: whole('periods'),
    severity: whole('severity'),
    unitCulture: whole('unitCulture'),
    favouredShare: whole('favouredShare'),
    favouredSize: whole('favouredSize'),
    halo: whole('halo'),
    noise: whole('noise'),
    centralTendency: whole('centralTendency'),
    typical: whole('typical'),
    raters: {
      colleague: whole('raters-colleague'),
      subordinate: whole('raters-subordinate'),
      'service-user': whole('raters-service-user'),
      outsider: whole('raters-outsider'),
      citizen: whole('raters-citizen'),
    },
    missing: {
      'appraiser-superior': whole('missing-appraiser-superior'),
      'team-lead': whole('missing-team-lead'),
      colleague: whole('missing-colleague'),
      subordinate: whole('missing-subordinate'),
      'service-user': whole('missing-service-user'),
      outsider: whole('missing-outsider'),
      citizen: whole('missing-citizen'),
    },
    surveyAnswers: whole('surveyAnswers'),
    secondLooks: whole('secondLooks'),
    acrossUnits: typed.acrossUnits === 'yes',
  };
}
