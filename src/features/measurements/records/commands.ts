/** An employee contests a day or a case. One transaction. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, covers, notify, recordAct } from '#features/people/index.ts';
import type { Participation } from '#features/periods/index.ts';
import { findPeriod } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, Refusal } from '#platform/errors.ts';
import { civilDateIn, formatDate } from '#platform/locale/format.ts';
import { recordContested } from '../events.ts';
import { text as measured } from '../text.ts';
import { recordSettings } from './calendar.ts';
import { findCase } from './cases.ts';
import { findContest, type Subject } from './contests.ts';
import { daysOf } from './days.ts';
import { text } from './text.ts';
import { CONTEST, type ContestAct, type ContestRole, type ContestState } from './transitions.ts';

/** The last day on which what was recorded then may be contested. */
export function contestableUntil(recordedAt: Date, contestDays: number, zone: string): string {
  return addDays(civilDateIn(zone, recordedAt), contestDays);
}

export function contestRoles(
  actor: Actor,
  of: { readonly personId: string; readonly unitId: string },
): ReadonlySet<ContestRole> {
  const roles = new Set<ContestRole>();
  if (actor.personId === of.personId) roles.add('employee');
  else if (covers(actor.officer, of.unitId)) roles.add('officer');
  return roles;
}

export interface NewContest {
  /** Made when the page was drawn: the same form sent twice is one objection. */
  readonly id: string;
  readonly participation: Participation;
  readonly component: string;
  readonly recordId: string;
  readonly subject: Subject;
  readonly reason: string;
  readonly link: string | null;
  readonly fileIds: readonly string[];
  readonly zone: string;
  readonly today: string;
}

export async function contestRecord(tx: Tx, actor: Actor, given: NewContest): Promise<void> {
  const { participation, subject } = given;
  const roles = contestRoles(actor, {
    personId: participation.person.id,
    unitId: participation.unit.id,
  });
  const decision = decide<ContestState, ContestAct, ContestRole>(CONTEST, {
    state: 'none',
    act: 'contest',
    roles,
    reason: given.reason,
  });
  if (!decision.ok && decision.why === 'wrong-role')
    return recordAct(tx, actOf(given.id, participation.id, 'contest', actor), decision);
  const period = await findPeriod(tx, participation.period.id, { lock: true });
  if (period?.state !== 'open') throw new Conflict(measured.notOpen());
  const again = await findContest(tx, given.id);
  if (again) return;
  const recordedAt = await recordedAtOf(tx, given);
  const { contestDays } = await recordSettings(tx);
  const until = contestableUntil(recordedAt, contestDays, given.zone);
  if (given.today > until) throw new Refusal(text.windowOver({ date: formatDate(until) }), 'reason');
  if (given.fileIds.length === 0 && !given.link) throw new Refusal(text.proofMissing(), 'files');
  const inserted = await tx.db
    .insertInto('record_contests')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      participant_id: participation.id,
      component: given.component,
      kind: subject.kind,
      record_id: given.recordId,
      day: subject.kind === 'day' ? subject.date : null,
      case_number: subject.kind === 'case' ? subject.number : null,
      proposal: JSON.stringify(subject.proposal),
      reason: given.reason.trim(),
      link: given.link,
      state: 'open',
      created_by: actor.personId,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) throw new Conflict(text.alreadyContested());
  if (given.fileIds.length > 0)
    await tx.db
      .insertInto('record_contest_files')
      .values(given.fileIds.map((file_id) => ({ agency_id: tx.agencyId, contest_id: given.id, file_id })))
      .execute();
  await recordAct(
    tx,
    { ...actOf(given.id, participation.id, 'contest', actor), reason: given.reason },
    decision,
  );
  await record(tx, recordContested, {
    actorId: actor.personId,
    subject: { kind: 'record-contest', id: given.id },
    personId: participation.person.id,
    payload: { participantId: participation.id, component: given.component, ...named(subject) },
  });
  await tellOfficers(tx, participation, given.id);
  tx.touch(participation.person.id, participation.appraiser?.id);
}

/** What is contested has to be what holds now, and no objection to it may wait already. */
async function recordedAtOf(tx: Tx, given: NewContest): Promise<Date> {
  const { participation, subject } = given;
  const waiting = await tx.db
    .selectFrom('record_contests')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participation.id)
    .where('component', '=', given.component)
    .where('state', '=', 'open')
    .where(
      subject.kind === 'day' ? 'day' : 'case_number',
      '=',
      subject.kind === 'day' ? subject.date : subject.number,
    )
    .executeTakeFirst();
  if (waiting) throw new Conflict(text.alreadyContested());
  if (subject.kind === 'day') {
    const [row] = await daysOf(tx, [participation.person.id], { from: subject.date, until: subject.date });
    if (row?.id !== given.recordId) throw new Conflict(text.changedMeanwhile());
    return row.recordedAt;
  }
  const row = await findCase(tx, participation.id, given.recordId);
  if (!row || row.supersededAt) throw new Conflict(text.changedMeanwhile());
  return row.recordedAt;
}

/** Officers of the units that the participant stands in; those of the whole agency where there are none. */
async function tellOfficers(tx: Tx, participation: Participation, contestId: string): Promise<void> {
  const units = await tx.db
    .selectFrom('units')
    .select(['id', 'parent_id'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const parents = new Map(units.map((unit) => [unit.id, unit.parent_id]));
  const above = new Set<string>();
  for (let unit: string | null = participation.unit.id; unit; unit = parents.get(unit) ?? null)
    above.add(unit);
  const grants = await tx.db
    .selectFrom('role_grants')
    .select(['person_id', 'unit_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('role', '=', 'officer')
    .where('revoked_at', 'is', null)
    .execute();
  const own = grants.filter(({ unit_id }) => unit_id !== null && above.has(unit_id));
  const told = own.length > 0 ? own : grants.filter(({ unit_id }) => unit_id === null);
  const people = new Set(told.map(({ person_id }) => person_id));
  people.delete(participation.person.id);
  await notify(
    tx,
    ...[...people].map((personId) => ({
      personId,
      kind: 'record-contested' as const,
      parameters: { person: participation.person.name },
      path: `/contests/${contestId}`,
    })),
  );
}

/** The day in words, or the number of the case. */
export function nameOf(subject: Subject): string {
  return subject.kind === 'day' ? formatDate(subject.date) : text.caseNamed({ number: subject.number });
}

export function named(subject: Subject): { kind: 'day' | 'case'; what: string } {
  return subject.kind === 'day'
    ? { kind: 'day', what: subject.date }
    : { kind: 'case', what: subject.number };
}

export function actOf(subjectId: string, participantId: string, act: ContestAct, actor: Actor) {
  return { process: 'record-contest' as const, subjectId, participantId, act, actorId: actor.personId };
}
