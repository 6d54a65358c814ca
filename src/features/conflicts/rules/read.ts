/** What the rules look at, read for many people at once: one statement a source, however many pairs are asked about. */
import { sql } from 'kysely';
import type { ConflictKind } from '#domain/schemes/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Lead, Membership, Window } from './contact.ts';
import { yearUntil } from './contact.ts';

export interface Asked {
  readonly on: string;
  readonly periodId?: string | undefined;
}

export interface DeclaredRow {
  readonly id: string;
  readonly rater_id: string;
  readonly ratee_id: string;
  readonly kind: ConflictKind;
  readonly since: string;
}

/** Relations that were confirmed and hold on the day. */
export async function declaredBetween(
  tx: Tx,
  ids: readonly string[],
  on: string,
): Promise<readonly DeclaredRow[]> {
  const { rows } = await sql<DeclaredRow>`
    select id, rater_id, ratee_id, kind, since from conflict_declarations
    where agency_id = ${tx.agencyId} and state in ('confirmed', 'ended') and confirmed_at is not null
      and since <= ${on} and (until is null or until > ${on})
      and rater_id = any(${ids}::uuid[]) and ratee_id = any(${ids}::uuid[])
    order by since, id`.execute(tx.db);
  return rows;
}

export interface HouseholdRow {
  readonly person_id: string;
  readonly card_hash: string | null;
  readonly address_hash: string | null;
  readonly recorded_on: string;
}

export async function householdsOf(tx: Tx, ids: readonly string[]): Promise<readonly HouseholdRow[]> {
  const { rows } = await sql<HouseholdRow>`
    select household.person_id, household.card_hash, household.address_hash, (batch.recorded_at at time zone (select zone from agencies where id = ${tx.agencyId}))::date as recorded_on
    from person_households household
      join household_batches batch on batch.agency_id = ${tx.agencyId} and batch.id = household.batch_id
    where household.agency_id = ${tx.agencyId} and household.is_current
      and household.person_id = any(${ids}::uuid[])`.execute(tx.db);
  return rows;
}

/** The period's days; without a period the year that ends on the day. */
export async function windowOf(tx: Tx, { on, periodId }: Asked): Promise<Window> {
  if (!periodId) return yearUntil(on);
  const row = await tx.db
    .selectFrom('periods')
    .select(['starts_on', 'ends_on'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', periodId)
    .executeTakeFirst();
  return row ? { from: row.starts_on, until: addDays(row.ends_on, 1) } : yearUntil(on);
}

export interface AppraisedRow {
  readonly person_id: string;
  readonly appraiser_id: string | null;
  readonly superior_id: string | null;
  readonly starts_on: string;
  readonly ends_on: string;
}

/** Who appraises whom among these people, in the period or on the day. */
export async function appraisedAmong(
  tx: Tx,
  ids: readonly string[],
  { on, periodId }: Asked,
): Promise<readonly AppraisedRow[]> {
  const { rows } = await sql<AppraisedRow>`
    select person_id, appraiser_id, superior_id, starts_on, ends_on from participants
    where agency_id = ${tx.agencyId} and state <> 'excluded' and person_id = any(${ids}::uuid[])
      and (appraiser_id = any(${ids}::uuid[]) or superior_id = any(${ids}::uuid[]))
      and case when ${periodId ?? null}::uuid is null then starts_on <= ${on} and ends_on >= ${on}
        else period_id = ${periodId ?? null}::uuid end`.execute(tx.db);
  return rows;
}

export interface HeardRow {
  readonly rater_id: string;
  readonly person_id: string;
  readonly asked_on: string;
}

/**
 * Who was asked about whom. That subordinates are asked about their superior is how a scheme is meant and no mutual
 * favour. Whether somebody answered or declined makes no difference here: it must not show.
 */
export async function heardAmong(
  tx: Tx,
  ids: readonly string[],
  { on, periodId }: Asked,
): Promise<readonly HeardRow[]> {
  const { rows } = await sql<HeardRow>`
    select distinct request.rater_id, participant.person_id, round.opens_on as asked_on
    from voice_requests request
      join voice_pools pool on pool.agency_id = ${tx.agencyId} and pool.id = request.pool_id
      join voice_rounds round on round.agency_id = ${tx.agencyId} and round.id = pool.round_id
      join participants participant on participant.agency_id = ${tx.agencyId} and participant.id = pool.participant_id
    where request.agency_id = ${tx.agencyId} and request.asked_at is not null and request.state <> 'withdrawn'
      and pool.voice <> 'subordinate' and request.rater_id = any(${ids}::uuid[])
      and participant.person_id = any(${ids}::uuid[])
      and case when ${periodId ?? null}::uuid is null then participant.starts_on <= ${on} and participant.ends_on >= ${on}
        else participant.period_id = ${periodId ?? null}::uuid end`.execute(tx.db);
  return rows;
}

/** Units and teams that these people belonged to in the window. */
export async function membershipsOf(
  tx: Tx,
  ids: readonly string[],
  window: Window,
): Promise<readonly Membership[]> {
  const { rows } = await sql<Membership>`
    select person_id as "personId", unit_id as "groupId", valid_from as "from", valid_until as "until"
    from placements
    where agency_id = ${tx.agencyId} and person_id = any(${ids}::uuid[]) and valid_from < ${window.until}
      and (valid_until is null or valid_until > ${window.from})
    union all
    select member.person_id, member.team_id, member.valid_from,
      least(member.valid_until, team.ends_on) as valid_until
    from team_members member
      join teams team on team.agency_id = ${tx.agencyId} and team.id = member.team_id
    where member.agency_id = ${tx.agencyId} and member.person_id = any(${ids}::uuid[])
      and member.withdrawn_at is null and member.valid_from < ${window.until}
      and (member.valid_until is null or member.valid_until > ${window.from})`.execute(tx.db);
  return rows;
}

/** Who was to appraise whom in the window, or stood above who did. */
export async function leadsAmong(
  tx: Tx,
  ids: readonly string[],
  window: Window,
  appraised: readonly AppraisedRow[],
): Promise<readonly Lead[]> {
  const { rows } = await sql<
    Omit<AppraisedRow, 'starts_on' | 'ends_on'> & { from: string; until: string | null }
  >`
    select person_id, appraiser_id, superior_id, valid_from as "from", valid_until as "until"
    from appraiser_assignments
    where agency_id = ${tx.agencyId} and person_id = any(${ids}::uuid[])
      and (appraiser_id = any(${ids}::uuid[]) or superior_id = any(${ids}::uuid[]))
      and valid_from < ${window.until} and (valid_until is null or valid_until > ${window.from})`.execute(
    tx.db,
  );
  const pinned = appraised.map((row) => ({ ...row, from: row.starts_on, until: addDays(row.ends_on, 1) }));
  return [...rows, ...pinned].flatMap(({ person_id, appraiser_id, superior_id, from, until }) =>
    [appraiser_id, superior_id].flatMap((otherId) =>
      otherId ? [{ oneId: person_id, otherId, from, until }] : [],
    ),
  );
}

export interface ObjectedRow {
  readonly person_id: string;
  readonly given_by: string;
  readonly filed_on: string;
}

/** Objections that nobody has decided, between who filed and who gave the result. */
export async function objectionsAmong(tx: Tx, ids: readonly string[]): Promise<readonly ObjectedRow[]> {
  const { rows } = await sql<ObjectedRow>`
    select participant.person_id, result.given_by, objection.filed_on
    from objections objection
      join participants participant
        on participant.agency_id = ${tx.agencyId} and participant.id = objection.participant_id
      join results result on result.agency_id = ${tx.agencyId} and result.id = objection.result_id
    where objection.agency_id = ${tx.agencyId} and objection.decided_at is null and result.superseded_at is null
      and participant.person_id = any(${ids}::uuid[]) and result.given_by = any(${ids}::uuid[])`.execute(
    tx.db,
  );
  return rows;
}
