/** Acts on development needs: add one from a gap, change its details, move it on. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, notify, recordAct, refusalOf } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { developmentNeedAdded, developmentNeedChanged, developmentNeedMoved } from '../events.ts';
import { HUNDREDTHS } from '../levels.ts';
import { appraisersOf, type ProfileView, requireRole } from '../profile/access.ts';
import { competenciesOf } from '../profile/queries.ts';
import { text } from './text.ts';
import {
  type Learning,
  NEED,
  type NeedAct,
  type NeedRole,
  type NeedState,
  type Priority,
} from './transitions.ts';

const WRITERS: readonly NeedRole[] = ['employee', 'appraiser'];

export interface NeedDetails {
  readonly priority: Priority;
  readonly learning: Learning | null;
  readonly targetOn: string | null;
  readonly note: string;
}

interface About {
  readonly schemes: SchemeStore;
  readonly today: string;
  readonly personId: string;
}

/** Whoever acts on needs of one person waits for whoever does already: two needs for one competency never stand open. */
async function requireWriter(
  tx: Tx,
  actor: Actor,
  { personId, today }: Omit<About, 'schemes'>,
): Promise<ProfileView> {
  const view = await requireRole(tx, actor, personId, { today, allowed: WRITERS });
  await tx.db
    .selectFrom('people')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .execute();
  return view;
}

/** From the gap that the profile shows at this moment; the same form twice is one need. */
export async function addNeed(
  tx: Tx,
  actor: Actor,
  { schemes, ...about }: About,
  given: NeedDetails & { readonly id: string; readonly code: string },
): Promise<void> {
  const { personId, today } = about;
  const view = await requireWriter(tx, actor, about);
  if (await isThere(tx, given.id)) return;
  const { profile } = await competenciesOf(tx, schemes, view.person, today);
  const row = profile.rows.find((each) => each.code === given.code);
  if (!row?.source || row.gap === null || row.gap >= 0 || row.achieved === null || row.required === null)
    throw new Conflict(text.noGap());
  const state = planState(given, today, { mustPlan: false });
  const made = await tx.db
    .insertInto('development_needs')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      person_id: personId,
      code: given.code,
      name: JSON.stringify(row.name),
      required_hundredths: row.required * HUNDREDTHS,
      achieved_hundredths: row.achieved,
      assessed_by: JSON.stringify({ name: row.source.name, on: row.source.on }),
      priority: given.priority,
      learning: given.learning,
      target_on: given.targetOn,
      note: given.note,
      state,
      revision: 1,
      created_by: actor.personId,
      created_at: tx.now,
      updated_by: actor.personId,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) throw new Conflict(text.alreadyOpen());
  await recordAct(
    tx,
    { process: 'development-need', subjectId: given.id, act: 'add', actorId: actor.personId },
    { ok: true, from: 'none', to: state },
  );
  await record(tx, developmentNeedAdded, {
    actorId: actor.personId,
    subject: { kind: 'development-need', id: given.id },
    personId,
    payload: { competency: row.name, priority: given.priority },
  });
  await tellOtherSide(tx, actor, view, { kind: 'development-need-added', what: row.name.id, today });
}

async function isThere(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('development_needs')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** A need is planned once it has a kind of learning and a day. */
function planState(
  { learning, targetOn }: Pick<NeedDetails, 'learning' | 'targetOn'>,
  today: string,
  { mustPlan }: { readonly mustPlan: boolean },
): 'open' | 'planned' {
  if (targetOn !== null && targetOn < today) throw new Refusal(text.targetPast(), 'targetOn');
  if (learning !== null && targetOn !== null) return 'planned';
  if (mustPlan) throw new Refusal(text.planNeedsBoth(), learning === null ? 'learning' : 'targetOn');
  return 'open';
}

async function lockedNeed(tx: Tx, personId: string, id: string) {
  const row = isId(id)
    ? await tx.db
        .selectFrom('development_needs')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', personId)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  return row;
}

function nameOf(row: { readonly name: unknown }): { readonly id: string; readonly en: string } {
  return row.name as { id: string; en: string };
}

/** Priority, learning, date and note; refused when somebody else changed it meanwhile. */
export async function changeNeed(
  tx: Tx,
  actor: Actor,
  about: Omit<About, 'schemes'>,
  given: NeedDetails & { readonly id: string; readonly revision: number },
): Promise<void> {
  const { personId, today } = about;
  await requireWriter(tx, actor, about);
  const row = await lockedNeed(tx, personId, given.id);
  const isOpen = row.state === 'open' || row.state === 'planned';
  if (!isOpen || row.revision !== given.revision) throw new Conflict(text.changedMeanwhile());
  const isSameDay = given.targetOn === row.target_on;
  if (row.state === 'planned' || !isSameDay)
    planState(given, isSameDay ? (row.target_on ?? today) : today, { mustPlan: row.state === 'planned' });
  await tx.db
    .updateTable('development_needs')
    .set({
      priority: given.priority,
      learning: given.learning,
      target_on: given.targetOn,
      note: given.note,
      revision: row.revision + 1,
      updated_by: actor.personId,
      updated_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', row.id)
    .execute();
  await recordAct(
    tx,
    { process: 'development-need', subjectId: row.id, act: 'change', actorId: actor.personId },
    { ok: true, from: row.state, to: row.state },
  );
  await record(tx, developmentNeedChanged, {
    actorId: actor.personId,
    subject: { kind: 'development-need', id: row.id },
    personId,
    payload: { competency: nameOf(row) },
  });
  await touchSides(tx, personId, today);
}

export interface Move {
  readonly id: string;
  readonly act: NeedAct;
  readonly reason: string;
  /** For `plan` alone. */
  readonly learning: Learning | null;
  readonly targetOn: string | null;
}

export async function moveNeed(
  tx: Tx,
  actor: Actor,
  about: Omit<About, 'schemes'>,
  given: Move,
): Promise<void> {
  const { personId, today } = about;
  const view = await requireWriter(tx, actor, about);
  const row = await lockedNeed(tx, personId, given.id);
  const roles = new Set(WRITERS.filter((role) => view.roles.has(role)));
  const reason = given.reason.trim();
  const decision = decide(NEED, { state: row.state as NeedState, act: given.act, roles, reason });
  if (!decision.ok) throw refusalOf(decision.why);
  if (given.act === 'plan') planState(given, today, { mustPlan: true });
  if (given.act === 'reopen' && (await hasOther(tx, row))) throw new Conflict(text.alreadyOpen());
  await tx.db
    .updateTable('development_needs')
    .set({
      state: decision.to,
      ...(given.act === 'plan' ? { learning: given.learning, target_on: given.targetOn } : {}),
      revision: row.revision + 1,
      updated_by: actor.personId,
      updated_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', row.id)
    .execute();
  await recordAct(
    tx,
    { process: 'development-need', subjectId: row.id, act: given.act, actorId: actor.personId, reason },
    decision,
  );
  await record(tx, developmentNeedMoved, {
    actorId: actor.personId,
    subject: { kind: 'development-need', id: row.id },
    personId,
    payload: { competency: nameOf(row), act: given.act, reason: reason || null },
  });
  await tellOtherSide(tx, actor, view, { kind: 'development-need-moved', what: nameOf(row).id, today });
}

async function hasOther(
  tx: Tx,
  row: { readonly id: string; readonly person_id: string; readonly code: string },
) {
  const other = await tx.db
    .selectFrom('development_needs')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', row.person_id)
    .where('code', '=', row.code)
    .where('state', 'in', ['open', 'planned'])
    .where('id', '<>', row.id)
    .executeTakeFirst();
  return other !== undefined;
}

async function appraiserIds(tx: Tx, personId: string, today: string): Promise<readonly string[]> {
  const rows = await appraisersOf(tx, personId, today);
  return [...new Set(rows.flatMap(({ appraiser_id }) => appraiser_id ?? []))];
}

async function touchSides(tx: Tx, personId: string, today: string): Promise<void> {
  tx.touch(personId, ...(await appraiserIds(tx, personId, today)));
}

/** The employee is told what the appraiser did, and the appraisers what the employee did. */
async function tellOtherSide(
  tx: Tx,
  actor: Actor,
  { person, roles }: ProfileView,
  told: {
    readonly kind: 'development-need-added' | 'development-need-moved';
    readonly what: string;
    readonly today: string;
  },
): Promise<void> {
  const parameters = { person: actor.name, what: told.what };
  const appraisers = await appraiserIds(tx, person.id, told.today);
  const notifications = roles.has('employee')
    ? appraisers.map((personId) => ({ personId, path: `/people/${person.id}/development` }))
    : [{ personId: person.id, path: '/mine/development' }];
  await notify(tx, ...notifications.map((each) => ({ ...each, kind: told.kind, parameters })));
  tx.touch(person.id, ...appraisers);
}
