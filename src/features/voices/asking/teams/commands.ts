/** Keeping teams: the team itself, who belongs to it and from when until when. */
import { sql } from 'kysely';
import type { Actor } from '#features/people/index.ts';
import { agencyToday, unitsBelow } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';

import { teamMemberAdded, teamMemberEnded, teamMemberWithdrawn, teamSaved } from '../events.ts';
import { teamText as text } from '../text-teams.ts';
import { keepsTeamsOf, requireKept } from './access.ts';
import { requireTeam, type Team } from './queries.ts';

export interface TeamInput {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly isAcross: boolean;
  readonly decree: string;
  readonly startsOn: string;
  /** Last day, inclusive. */
  readonly lastDay: string | null;
}

/** Makes a team, or changes the one of that id; the same form twice is one team. */
export async function saveTeam(tx: Tx, actor: Actor, input: TeamInput, isNew: boolean): Promise<void> {
  const units = await keepsTeamsOf(tx, actor, await agencyToday(tx));
  if (!isNew) requireKept(units, (await requireTeam(tx, input.id, { lock: true })).unitId);
  await checkUnit(tx, input.unitId);
  requireKept(units, input.unitId);
  if (input.lastDay !== null && input.lastDay < input.startsOn)
    throw new Refusal(text.endsBefore(), 'lastDay');
  await checkName(tx, input);
  const row = {
    unit_id: input.unitId,
    name: input.name,
    is_across: input.isAcross,
    decree: input.decree,
    starts_on: input.startsOn,
    ends_on: input.lastDay && addDays(input.lastDay, 1),
    updated_at: tx.now,
  };
  if (isNew) {
    const made = await tx.db
      .insertInto('teams')
      .values({
        ...row,
        agency_id: tx.agencyId,
        id: input.id,
        created_by: actor.personId,
        created_at: tx.now,
      })
      .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 0n) return;
  } else {
    await checkMembersWithin(tx, input);
    await tx.db
      .updateTable('teams')
      .set(row)
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', input.id)
      .execute();
  }
  await record(tx, teamSaved, {
    actorId: actor.personId,
    subject: { kind: 'team', id: input.id },
    payload: { name: input.name, isNew },
  });
  tx.touch(actor.personId);
}

async function checkUnit(tx: Tx, unitId: string): Promise<void> {
  const unit = await tx.db
    .selectFrom('units')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', unitId)
    .executeTakeFirst();
  if (!unit) throw new Refusal(text.unitMissing(), 'unitId');
}

async function checkName(tx: Tx, { id, name }: TeamInput): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from teams where agency_id = ${tx.agencyId} and lower(name) = lower(${name}) and id <> ${id}`.execute(
    tx.db,
  );
  if (rows.length > 0) throw new Refusal(text.nameTaken(), 'name');
}

async function checkMembersWithin(tx: Tx, { id, startsOn, lastDay }: TeamInput): Promise<void> {
  const ends = lastDay && addDays(lastDay, 1);
  const { rows } = await sql<{ id: string }>`
    select id from team_members where agency_id = ${tx.agencyId} and team_id = ${id} and withdrawn_at is null
      and (valid_from < ${startsOn}::date or (${ends}::date is not null and
        (valid_until is null or valid_until > ${ends}::date))) limit 1`.execute(tx.db);
  if (rows.length > 0) throw new Refusal(text.membersLater(), 'lastDay');
}

export interface MemberInput {
  readonly id: string;
  readonly teamId: string;
  readonly personId: string;
  readonly role: 'lead' | 'member';
  readonly from: string;
  readonly lastDay: string | null;
}

export async function addMember(tx: Tx, actor: Actor, input: MemberInput): Promise<void> {
  const team = await requireTeam(tx, input.teamId, { lock: true });
  requireKept(await keepsTeamsOf(tx, actor, await agencyToday(tx)), team.unitId);
  if (await isMember(tx, input.id)) return;
  checkSpan(team, input);
  await checkPerson(tx, team, input);
  const until = untilOf(team, input.lastDay);
  await checkOverlap(tx, { ...input, until });
  await tx.db
    .insertInto('team_members')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      team_id: team.id,
      person_id: input.personId,
      role: input.role,
      valid_from: input.from,
      valid_until: until,
      created_by: actor.personId,
      created_at: tx.now,
    })
    .execute();
  await record(tx, teamMemberAdded, {
    actorId: actor.personId,
    subject: { kind: 'team', id: team.id },
    personId: input.personId,
    payload: { team: team.name, role: input.role, from: input.from, until },
  });
  tx.touch(input.personId, actor.personId);
}

/** A membership ends with its team at the latest. */
function untilOf(team: Team, lastDay: string | null): string | null {
  const last = lastDay ?? team.lastDay;
  return last && addDays(last, 1);
}

async function isMember(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('team_members')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

function checkSpan(team: Team, { from, lastDay }: Pick<MemberInput, 'from' | 'lastDay'>): void {
  if (lastDay !== null && lastDay < from) throw new Refusal(text.endsBefore(), 'lastDay');
  const span =
    team.lastDay === null
      ? text.since({ from: formatDate(team.startsOn) })
      : text.between({ from: formatDate(team.startsOn), until: formatDate(team.lastDay) });
  if (from < team.startsOn || (team.lastDay !== null && from > team.lastDay))
    throw new Refusal(text.outsideTeam({ span }), 'from');
  if (team.lastDay !== null && lastDay !== null && lastDay > team.lastDay)
    throw new Refusal(text.outsideTeam({ span }), 'lastDay');
}

/** Works here on the first day, and in the responsible unit or below it unless the team is one across units. */
async function checkPerson(tx: Tx, team: Team, { personId, from }: MemberInput): Promise<void> {
  const person = await tx.db
    .selectFrom('people')
    .select(['id', 'ended_on'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) throw new Refusal(text.choosePerson(), 'personId');
  if (person.ended_on !== null && person.ended_on <= from) throw new Refusal(text.hasLeft(), 'personId');
  if (team.isAcross) return;
  const units = await unitsBelow(tx, [team.unitId]);
  const posts = await tx.db
    .selectFrom('placements')
    .select('unit_id')
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', personId)
    .where('valid_from', '<=', from)
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', from)]))
    .execute();
  if (!posts.some((post) => units.has(post.unit_id))) throw new Refusal(text.otherUnit(), 'personId');
}

async function checkOverlap(
  tx: Tx,
  { teamId, personId, role, from, until }: MemberInput & { readonly until: string | null },
): Promise<void> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from team_members where agency_id = ${tx.agencyId} and team_id = ${teamId}
      and withdrawn_at is null and daterange(valid_from, valid_until) && daterange(${from}::date, ${until}::date)
      and (person_id = ${personId} or (role = 'lead' and ${role} = 'lead'))`.execute(tx.db);
  if (rows.some((row) => row.person_id === personId)) throw new Refusal(text.overlapping(), 'personId');
  if (rows.length > 0) throw new Refusal(text.leadTaken(), 'role');
}

async function lockMember(tx: Tx, actor: Actor, memberId: string) {
  const found = await tx.db
    .selectFrom('team_members')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', memberId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new NotFound();
  const team = await requireTeam(tx, found.team_id, { lock: true });
  requireKept(await keepsTeamsOf(tx, actor, await agencyToday(tx)), team.unitId);
  if (found.withdrawn_at !== null) throw new Conflict(text.hasEnded());
  return { found, team };
}

/** Sets or takes away the last day; returns the team. */
export async function endMember(
  tx: Tx,
  actor: Actor,
  input: { readonly memberId: string; readonly lastDay: string | null },
): Promise<string> {
  const { found, team } = await lockMember(tx, actor, input.memberId);
  checkSpan(team, { from: found.valid_from, lastDay: input.lastDay });
  const until = untilOf(team, input.lastDay);
  await checkLonger(tx, found, until);
  await tx.db
    .updateTable('team_members')
    .set({ valid_until: until })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', found.id)
    .execute();
  await record(tx, teamMemberEnded, {
    actorId: actor.personId,
    subject: { kind: 'team', id: team.id },
    personId: found.person_id,
    payload: { team: team.name, role: found.role as 'lead' | 'member', from: found.valid_from, until },
  });
  tx.touch(found.person_id, actor.personId);
  return team.id;
}

/** A longer membership must not run into another of the same person, or into another lead. */
async function checkLonger(
  tx: Tx,
  found: { id: string; team_id: string; person_id: string; role: string; valid_from: string },
  until: string | null,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from team_members where agency_id = ${tx.agencyId} and team_id = ${found.team_id} and id <> ${found.id}
      and withdrawn_at is null
      and daterange(valid_from, valid_until) && daterange(${found.valid_from}::date, ${until}::date)
      and (person_id = ${found.person_id} or (role = 'lead' and ${found.role} = 'lead')) limit 1`.execute(
    tx.db,
  );
  if (rows.length > 0)
    throw new Refusal(found.role === 'lead' ? text.leadTaken() : text.overlapping(), 'lastDay');
}

export async function withdrawMember(
  tx: Tx,
  actor: Actor,
  input: { readonly memberId: string; readonly reason: string },
): Promise<string> {
  const { found, team } = await lockMember(tx, actor, input.memberId);
  const reason = input.reason.trim();
  if (!reason) throw new Refusal(text.reasonMissing(), 'reason');
  await tx.db
    .updateTable('team_members')
    .set({ withdrawn_at: tx.now, withdrawn_by: actor.personId, withdrawn_reason: reason })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', found.id)
    .execute();
  await record(tx, teamMemberWithdrawn, {
    actorId: actor.personId,
    subject: { kind: 'team', id: team.id },
    personId: found.person_id,
    payload: { team: team.name, reason },
  });
  tx.touch(found.person_id, actor.personId);
  return team.id;
}
