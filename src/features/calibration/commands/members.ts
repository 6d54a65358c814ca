/** Who is asked to judge: listed, invited, replaced; and what they answer. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, notify, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { formatDate } from '#platform/locale/format.ts';
import { invitationAnswered, memberInvited, memberReplaced } from '../events.ts';
import { keepRecusals, recusalsOf } from '../judging/recusals.ts';
import { itemsOf, type Member } from '../meetings/queries.ts';
import { actOnMeeting, requireMeeting, rolesAmong, type Standing } from '../meetings/standing.ts';
import { text } from '../text-acts.ts';
import { type CalibrationRole, MEMBER, type MemberAct, type MemberState } from '../transitions.ts';

/** Before the invitations go out they are only listed; afterwards they are told at once. */
export async function addMembers(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly personIds: readonly string[] },
  today: string,
): Promise<void> {
  const standing = await requireMeeting(tx, actor, input.id, { lock: true });
  const { meeting, members } = standing;
  await actOnMeeting(tx, actor, standing, { act: 'arrange' });
  const known = new Set(members.map((member) => member.personId));
  const wanted = [...new Set(input.personIds)].filter((id) => isId(id) && !known.has(id));
  if (input.personIds.length === 0) throw new Refusal(text.nobodyChosen(), 'members');
  const knowing = new Set([meeting.chairId, meeting.calledBy, ...(await actorsOf(tx, meeting.id))]);
  if (wanted.some((id) => knowing.has(id))) throw new Refusal(text.memberNotFitting(), 'members');
  if (wanted.length === 0) return;
  const people = await tx.db
    .selectFrom('people')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', wanted)
    .where('ended_on', 'is', null)
    .execute();
  if (people.length < wanted.length) throw new NotFound();
  await tx.db
    .insertInto('calibration_members')
    .values(
      wanted.map((person_id) => ({
        agency_id: tx.agencyId,
        meeting_id: meeting.id,
        person_id,
        state: 'listed',
        invited_by: actor.personId,
        invited_at: tx.now,
      })),
    )
    .execute();
  if (meeting.state === 'judging') await inviteMembers(tx, actor, standing, wanted, today);
}

/** Whoever prepared the meeting knows names and results. */
async function actorsOf(tx: Tx, meetingId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('acts')
    .select('actor_id')
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('process', '=', 'calibration')
    .where('subject_id', '=', meetingId)
    .execute();
  return rows.flatMap((row) => row.actor_id ?? []);
}

export async function inviteMembers(
  tx: Tx,
  actor: Actor,
  { meeting, readers }: Standing,
  personIds: readonly string[],
  today: string,
): Promise<void> {
  for (const personId of personIds) {
    await actOnMember(tx, actor, {
      member: { meetingId: meeting.id, personId, state: 'listed' },
      act: 'invite',
      roles: rolesAmong(readers),
    });
    await record(tx, memberInvited, {
      actorId: actor.personId,
      subject: { kind: 'calibration', id: meeting.id },
      personId,
      payload: { period: meeting.periodName },
    });
  }
  await keepForAll(tx, meeting.id, personIds, today);
  await notify(
    tx,
    ...personIds.map((personId) => ({
      personId,
      kind: 'calibration-invited' as const,
      parameters: { period: meeting.periodName, date: formatDate(meeting.heldOn) },
      path: `/calibration/${meeting.id}`,
      dedupeKey: `calibration-invited:${meeting.id}`,
    })),
  );
}

/** Whoever takes no part in an item is written down as soon as both are known. */
export async function keepForAll(
  tx: Tx,
  meetingId: string,
  people: readonly string[],
  today: string,
): Promise<void> {
  const items = (await itemsOf(tx, { meetingId })).filter(({ state }) => state === 'blind');
  const meeting = await tx.db
    .selectFrom('calibration_meetings')
    .select('period_id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', meetingId)
    .executeTakeFirstOrThrow();
  const recusals = await recusalsOf(tx, { periodId: meeting.period_id }, items, people, today);
  for (const item of items) await keepRecusals(tx, item, recusals);
}

export async function replaceMember(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly personId: string; readonly reason: string },
): Promise<void> {
  const standing = await requireMeeting(tx, actor, input.id, { lock: true });
  const { meeting } = standing;
  const member = standing.members.find(({ personId }) => personId === input.personId);
  if (!member) throw new NotFound();
  if (member.state === 'replaced') return;
  const reason = input.reason.trim();
  const wasTold = member.state !== 'listed';
  await actOnMeeting(tx, actor, standing, { act: 'arrange' });
  await actOnMember(tx, actor, { member, act: 'replace', roles: rolesAmong(standing.readers), reason });
  await record(tx, memberReplaced, {
    actorId: actor.personId,
    subject: { kind: 'calibration', id: meeting.id },
    personId: member.personId,
    payload: { period: meeting.periodName, reason },
  });
  if (wasTold)
    await notify(tx, {
      personId: member.personId,
      kind: 'calibration-released',
      parameters: { period: meeting.periodName, what: reason },
      path: '/calibration',
    });
}

export async function answerInvitation(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly answer: 'accept' | 'decline'; readonly reason: string },
): Promise<void> {
  const { meeting, own } = await requireMeeting(tx, actor, input.id, { lock: true });
  if (!own || own.state === 'replaced') throw new NotAllowed();
  const answer = input.answer === 'accept' ? 'accepted' : 'declined';
  if (own.state === answer) return;
  if (meeting.state !== 'judging') throw refusalOf('wrong-state');
  const reason = input.answer === 'decline' ? input.reason.trim() : undefined;
  await actOnMember(tx, actor, { member: own, act: input.answer, roles: new Set(['member']), reason });
  await record(tx, invitationAnswered, {
    actorId: actor.personId,
    subject: { kind: 'calibration', id: meeting.id },
    personId: actor.personId,
    payload: { period: meeting.periodName, answer, reason: reason ?? null },
  });
  if (answer === 'declined')
    await notify(tx, {
      personId: meeting.chairId,
      kind: 'calibration-declined',
      parameters: { person: actor.name, period: meeting.periodName },
      path: `/calibration/${meeting.id}`,
    });
  tx.touch(meeting.chairId, actor.personId);
}

async function actOnMember(
  tx: Tx,
  actor: Actor,
  what: {
    readonly member: Pick<Member, 'meetingId' | 'personId' | 'state'>;
    readonly act: MemberAct;
    readonly roles: ReadonlySet<CalibrationRole>;
    readonly reason?: string | undefined;
  },
): Promise<MemberState> {
  const { member, act, roles, reason } = what;
  const decision = decide(MEMBER, { state: member.state, act, roles, reason });
  if (!decision.ok) throw refusalOf(decision.why);
  await recordAct(
    tx,
    { process: 'calibration-member', subjectId: member.meetingId, act, actorId: actor.personId, reason },
    decision,
  );
  const isAnswer = act === 'accept' || act === 'decline';
  await tx.db
    .updateTable('calibration_members')
    .set({
      state: decision.to,
      reason: reason ?? null,
      ...(isAnswer ? { answered_at: tx.now } : {}),
    })
    .where('agency_id', '=', tx.agencyId)
    .where('meeting_id', '=', member.meetingId)
    .where('person_id', '=', member.personId)
    .execute();
  return decision.to;
}
