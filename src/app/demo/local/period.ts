/** One half-year of a city under its own schemes: who takes part, what they planned, what was measured, what came out. */
import type { Insertable } from 'kysely';
import type { Dated } from '#domain/ratings/recency.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { planComponent } from '#features/schemes/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import type { SchemeSpec } from '../cities/spec.ts';
import { insertAll } from '../insert.ts';
import type { DemoUnit } from '../organisation.ts';
import type { DemoPeople, DemoPerson } from '../people.ts';
import { demoPlan, type PlansByPerson } from '../plans.ts';
import type { Random } from '../random.ts';
import { moment } from '../year.ts';
import { addRunningNotes, type DiaryRows, emptyDiary, insertDiary, ratedLinesOf } from './diary.ts';
import { inventEvidence } from './evidence.ts';
import { insertPeriod } from './insert-period.ts';
import { addAgreedPlan, addCheckIns, addProgress, linesOf, measurable, type Planned } from './plans.ts';
import { addLocalResult } from './results.ts';
import type { Semester } from './semesters.ts';

export interface LocalCity {
  readonly agencyId: string;
  readonly people: DemoPeople;
  readonly officer: DemoPerson;
  readonly spec: SchemeSpec;
  readonly schemes: ReadonlyMap<string, CompiledScheme>;
  readonly today: string;
}

export type State = 'closed' | 'open' | 'draft';

interface Rows {
  readonly participants: Insertable<DB['participants']>[];
  readonly plans: Insertable<DB['plans']>[];
  readonly versions: Insertable<DB['plan_versions']>[];
  readonly progress: Insertable<DB['progress_entries']>[];
  readonly measurements: Insertable<DB['measurements']>[];
  readonly assessments: Insertable<DB['assessments']>[];
  readonly results: Insertable<DB['results']>[];
  readonly confirmations: Insertable<DB['criteria_confirmations']>[];
  readonly checkIns: Insertable<DB['check_ins']>[];
  readonly acts: Insertable<DB['acts']>[];
  readonly diary: DiaryRows;
}

/** Writes the half-year: closed with accepted results, open in the middle, or a draft whose criteria are being read. */
export async function insertSemester(
  tx: Tx,
  random: Random,
  city: LocalCity,
  semester: Semester,
  state: State,
): Promise<void> {
  const periodId = newId();
  const checkpoints = semester.quarters.map(([, , endsOn]) => ({ id: newId(), endsOn }));
  await insertPeriod(tx, city, semester, { periodId, state, checkpoints });
  const rows: Rows = {
    participants: [],
    plans: [],
    versions: [],
    progress: [],
    measurements: [],
    assessments: [],
    results: [],
    confirmations: [],
    checkIns: [],
    acts: [],
    diary: emptyDiary(),
  };
  const plans: Map<string, { participantId: string; content: Planned['content'] }> = new Map();
  for (const person of city.people.everyone) {
    if (person === city.people.mayor || !person.appraiser) continue;
    const compiled = schemeOf(city, person.unit);
    // Before the period opens some have not read yet; afterwards everybody has.
    if (state !== 'draft' || random.chance(0.55))
      addConfirmation(rows, city, periodId, semester, person, compiled);
    if (state === 'draft') continue;
    addParticipant(rows, random, { city, semester, state, periodId, checkpoints, person, compiled, plans });
  }
  await insertAll(tx, 'participants', rows.participants);
  await insertAll(tx, 'criteria_confirmations', rows.confirmations);
  await insertAll(tx, 'plans', rows.plans);
  await insertAll(tx, 'plan_versions', rows.versions);
  await insertAll(tx, 'progress_entries', rows.progress);
  await insertAll(tx, 'check_ins', rows.checkIns);
  await insertAll(tx, 'measurements', rows.measurements);
  await insertAll(tx, 'assessments', rows.assessments);
  await insertAll(tx, 'results', rows.results);
  await insertAll(tx, 'acts', rows.acts);
  await insertDiary(tx, rows.diary);
}

/** The scheme of the first rule that names the unit or one above it, else the city's own. */
export function schemeOf({ spec, schemes }: LocalCity, unit: DemoUnit): CompiledScheme {
  let id = spec.own;
  for (let at: DemoUnit | null = unit; at; at = at.parent) {
    const rule = spec.rules.find((each) => each.unit === at?.name);
    if (rule) {
      id = rule.scheme;
      break;
    }
  }
  const compiled = schemes.get(id);
  if (!compiled) throw new Error(`the demonstration needs the scheme ${id}`);
  return compiled;
}

function addConfirmation(
  rows: Rows,
  { agencyId, today }: LocalCity,
  periodId: string,
  { startsOn }: Semester,
  person: DemoPerson,
  { scheme }: CompiledScheme,
): void {
  const on = startsOn > today ? addDays(today, -1) : addDays(startsOn, -14);
  rows.confirmations.push({
    agency_id: agencyId,
    period_id: periodId,
    person_id: person.id,
    scheme_id: scheme.id,
    scheme_version: scheme.version,
    confirmed_at: moment(on, 5),
  });
}

export interface About {
  readonly city: LocalCity;
  readonly semester: Semester;
  readonly state: State;
  readonly periodId: string;
  readonly checkpoints: readonly { readonly id: string; readonly endsOn: string }[];
  readonly person: DemoPerson;
  readonly compiled: CompiledScheme;
  readonly plans: Map<string, { participantId: string; content: Planned['content'] }>;
}

function addParticipant(rows: Rows, random: Random, about: About): void {
  const { city, semester, state, person, compiled, plans } = about;
  const { appraiser } = person;
  if (!appraiser) return;
  const { agencyId, today } = city;
  const participantId = newId();
  rows.participants.push({
    agency_id: agencyId,
    id: participantId,
    period_id: about.periodId,
    person_id: person.id,
    placement_id: person.placementId,
    unit_id: person.unit.id,
    appraiser_id: appraiser.id,
    superior_id: person.superior?.id ?? null,
    starts_on: semester.startsOn,
    ends_on: semester.endsOn,
    state: 'active',
    scheme_id: compiled.scheme.id,
    scheme_version: compiled.scheme.version,
    created_at: moment(semester.startsOn, 1),
  });
  const invented = demoPlan(random, person, plans satisfies PlansByPerson);
  const content = measurable(invented, compiled.scheme, semester);
  plans.set(person.id, { participantId, content });
  const planned: Planned = {
    participantId,
    personId: person.id,
    appraiserId: appraiser.id,
    form: formOf(random),
    content,
  };
  addAgreedPlan(rows, agencyId, semester, planned);
  addCheckIns(rows, { random, agencyId, checkpoints: about.checkpoints, today }, planned);
  const realised = addProgress(rows, { random, agencyId, semester, today }, planned);
  const evidence = inventEvidence(
    { random, compiled, startsOn: semester.startsOn, answered: new Map() },
    { person, form: planned.form },
  );
  addMeasurements(rows, about, participantId, evidence);
  if (state === 'open')
    addRunningNotes(
      rows.diary,
      { agencyId, participantId, authorId: appraiser.id },
      {
        lines: ratedLinesOf(compiled.scheme),
        span: { startsOn: semester.startsOn, until: addDays(today, -1) },
        form: planned.form,
      },
    );
  if (state !== 'closed') return;
  const plan = planComponent(compiled.scheme);
  addLocalResult(rows, random, agencyId, {
    planned,
    appraiserName: appraiser.name,
    compiled,
    evidence: plan ? { ...evidence, [plan]: { lines: linesOf(content, realised) } } : evidence,
    realised,
    ratedOn: addDays(semester.endsOn, 12),
    semester,
    diary: rows.diary,
    evidenceDays: evidenceDaysOf(rows, participantId),
  });
}

/** What was recorded of the participant just now: its rows stand at the end. */
function evidenceDaysOf(rows: Rows, participantId: string): readonly Dated[] {
  const own = <Row extends { participant_id: string }>(list: readonly Row[]) => {
    const first = list.findLastIndex((row) => row.participant_id !== participantId) + 1;
    return list.slice(first);
  };
  return [
    ...own(rows.progress).map((row) => ({ kind: 'progress' as const, on: String(row.on_date) })),
    ...own(rows.checkIns).map((row) => ({ kind: 'check-in' as const, on: String(row.held_on) })),
  ];
}

/** Most people do well; a few do very well or badly. */
function formOf(random: Random): number {
  return Math.min(1, Math.max(0, 0.62 + (random.next() + random.next() + random.next() - 1.5) * 0.5));
}

/** What came from files, without what the appraiser gives in the page; while a period runs a few files are not in yet. */
function addMeasurements(
  rows: Rows,
  { city, semester, state, compiled }: About,
  participantId: string,
  evidence: Readonly<Record<string, unknown>>,
): void {
  const at = moment(state === 'closed' ? addDays(semester.endsOn, 4) : addDays(city.today, -2), 3);
  for (const [component, value] of Object.entries(evidence)) {
    const settings = compiled.scheme.components[component];
    if (!settings) continue;
    if (state === 'open' && settings.mechanism !== 'presence' && settings.mechanism !== 'fact') continue;
    const measured = measuredPart(value);
    if (measured === undefined) continue;
    const isHeard = typeof measured === 'object' && measured !== null && 'forms' in measured;
    rows.measurements.push({
      agency_id: city.agencyId,
      id: newId(),
      participant_id: participantId,
      component,
      value: JSON.stringify(measured),
      ...(isHeard
        ? { origin: 'voices', note: 'Suara lain, dirilis bersama' }
        : { origin: 'file', note: `${component}-${semester.startsOn.slice(0, 7)}.xlsx (data contoh)` }),
      recorded_by: city.officer.id,
      recorded_at: at,
    });
  }
}

function measuredPart(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('forms' in value)) return value;
  const { appraiser: _, ...others } = value.forms as Record<string, unknown>;
  return Object.keys(others).length > 0 ? { ...value, forms: others } : undefined;
}
