/** What somebody is to a meeting; whoever is nothing to it is told that there is nothing. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, covers, recordAct, refusalOf, type Scope } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import {
  type CalibrationRole,
  ITEM,
  type ItemAct,
  type ItemState,
  MEETING,
  type MeetingAct,
  type MeetingState,
} from '../transitions.ts';
import { findItem, findMeeting, type Item, type Meeting, type Member, membersOf } from './queries.ts';

export type Reader = 'chair' | 'officer' | 'leader' | 'auditor' | 'member';

export interface Standing {
  readonly meeting: Meeting;
  readonly members: readonly Member[];
  readonly readers: ReadonlySet<Reader>;
  /** Of the person who looks, if asked to judge. */
  readonly own: Member | undefined;
}

/**
 * Whoever is asked to judge is nothing else here: with another role the names and ratings would be open. Officers and
 * leaders oversee what lies in their scope.
 */
export function readersOf(
  actor: Actor,
  meeting: Pick<Meeting, 'chairId' | 'unitId'>,
  own: Pick<Member, 'state'> | undefined,
): ReadonlySet<Reader> {
  if (own && own.state !== 'replaced') return new Set(own.state === 'listed' ? [] : ['member']);
  const readers = new Set<Reader>();
  if (meeting.chairId === actor.personId) readers.add('chair');
  if (reaches(actor.officer, meeting.unitId)) readers.add('officer');
  if (reaches(actor.leader, meeting.unitId)) readers.add('leader');
  if (actor.isAuditor) readers.add('auditor');
  return readers;
}

function reaches(scope: Scope, unitId: string | null): boolean {
  return scope.kind === 'agency' || (unitId !== null && covers(scope, unitId));
}

/** The chair, officers, leaders and auditors see the agenda with its names. */
export function overseesMeeting(readers: ReadonlySet<Reader>): boolean {
  return readers.size > 0 && !readers.has('member');
}

export async function requireMeeting(
  tx: Tx,
  actor: Actor,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<Standing> {
  if (!isId(id)) throw new NotFound();
  if (options.lock) await lockMeeting(tx, id);
  const meeting = await findMeeting(tx, id);
  if (!meeting) throw new NotFound();
  const members = await membersOf(tx, { meetingId: id });
  const own = members.find((member) => member.personId === actor.personId);
  const readers = readersOf(actor, meeting, own);
  if (readers.size === 0) throw new NotFound();
  return { meeting, members, readers, own };
}

/** Acts on one meeting happen one after another. */
export async function lockMeeting(tx: Tx, id: string): Promise<void> {
  await tx.db
    .selectFrom('calibration_meetings')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

/** Before the meeting's own lock, wherever the result matters: the same order as acts on the result itself. */
export async function lockParticipant(tx: Tx, id: string): Promise<void> {
  await tx.db
    .selectFrom('participants')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute();
}

export function rolesAmong(readers: ReadonlySet<Reader>): ReadonlySet<CalibrationRole> {
  return new Set((['chair', 'officer', 'member'] as const).filter((role) => readers.has(role)));
}

export interface ItemStanding extends Standing {
  readonly item: Item;
}

/** Nobody looks behind the agenda at the appraisal of themselves or at one that they gave. */
export async function requireItem(
  tx: Tx,
  actor: Actor,
  ids: { readonly meeting: string; readonly item: string },
  options: { readonly lock?: boolean } = {},
): Promise<ItemStanding> {
  const known = await findItem(tx, ids.item);
  if (!known || known.meetingId !== ids.meeting) throw new NotFound();
  if (options.lock) await lockParticipant(tx, known.participantId);
  const standing = await requireMeeting(tx, actor, ids.meeting, options);
  const item = options.lock ? await findItem(tx, ids.item) : known;
  if (!item) throw new NotFound();
  return { ...standing, item };
}

export function concerns(actor: Actor, item: Item): boolean {
  return [item.rateeId, item.appraiserId, item.givenBy].includes(actor.personId);
}

/** Whoever prepares or chairs may not act on an item about themselves or about a rating of theirs. */
export function refuseConcerned(actor: Actor, item: Item): void {
  if (concerns(actor, item)) throw new NotAllowed();
}

/** Writes the act on the meeting that the table allows; returns the state it leads to. */
export async function actOnMeeting(
  tx: Tx,
  actor: Actor,
  { meeting, readers }: Standing,
  what: { readonly act: MeetingAct; readonly reason?: string | undefined },
): Promise<MeetingState> {
  const decision = decide(MEETING, { ...what, state: meeting.state, roles: rolesAmong(readers) });
  if (!decision.ok) throw refusalOf(decision.why);
  await recordAct(
    tx,
    { process: 'calibration', subjectId: meeting.id, actorId: actor.personId, ...what },
    decision,
  );
  return decision.to;
}

/**
 * The same for an item. It is no act of the appraisal itself: what the employee reads of it stands in the item, and
 * not who sat in the meeting.
 */
export async function actOnItem(
  tx: Tx,
  actor: Actor,
  item: Item,
  what: {
    readonly act: ItemAct;
    readonly roles: ReadonlySet<CalibrationRole>;
    readonly reason?: string | undefined;
  },
): Promise<ItemState> {
  const { act, roles, reason } = what;
  const decision = decide(ITEM, { state: item.state, act, roles, reason });
  if (!decision.ok) throw refusalOf(decision.why);
  await recordAct(
    tx,
    { process: 'calibration-item', subjectId: item.id, act, actorId: actor.personId, reason },
    decision,
  );
  return decision.to;
}
