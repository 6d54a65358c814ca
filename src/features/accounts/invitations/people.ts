/** Whom an officer may invite: the people of their units, with where each stands. */
import { sql } from 'kysely';
import type { Actor } from '#features/people/index.ts';
import { fullName, maskNip, unitsBelow } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { realEmail } from '../commands/add-account.ts';

export const STANDINGS = ['without', 'invited', 'active'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Invitable {
  readonly id: string;
  readonly name: string;
  readonly nip: string | null;
  readonly maskedNip: string;
  readonly email: string | null;
  readonly unitName: string;
  readonly standing: Standing;
  readonly invitedUntil: Date | null;
  readonly hasSecondFactor: boolean;
  /** Holds a role; a unit officer may not open the way to it, since the letter passes through their hands. */
  readonly isReserved: boolean;
}

export interface InvitableFilter {
  readonly today: string;
  readonly unitId?: string | undefined;
  readonly standing?: Standing | undefined;
  readonly search?: string | undefined;
  readonly personIds?: readonly string[] | undefined;
  readonly limit: number;
  readonly offset?: number;
}

export interface InvitableList {
  readonly people: readonly Invitable[];
  readonly total: number;
}

/** People in the officer's scope; somebody outside it does not appear, however they are asked for. */
export async function invitablePeople(tx: Tx, actor: Actor, filter: InvitableFilter): Promise<InvitableList> {
  const units = await unitsInQuestion(tx, actor, filter.unitId);
  const unitClause = units ? sql`and unit.id = any(${[...units]}::uuid[])` : sql``;
  const idClause = filter.personIds ? sql`and p.id = any(${[...filter.personIds]}::uuid[])` : sql``;
  const pattern = `%${(filter.search ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  const searchClause = filter.search?.trim()
    ? sql`and (p.name ilike ${pattern} or p.nip like ${pattern})`
    : sql``;
  const standing = sql<Standing>`case when p.account_id is not null then 'active'
    when open.expires_at is not null then 'invited' else 'without' end`;
  const standingClause = filter.standing ? sql`and ${standing} = ${filter.standing}` : sql``;
  const { rows } = await sql<Row>`
    select p.id, p.name, p.title_before, p.title_after, p.nip, unit.name as unit_name,
      case when u.id is null then p.email else u.email end as email,
      ${standing} as standing, open.expires_at, coalesce(u.two_factor_enabled, false) as has_second_factor,
      exists (select from role_grants g where g.agency_id = ${tx.agencyId} and g.person_id = p.id
        and g.revoked_at is null) as has_role,
      count(*) over () as total
    from people p
    join lateral (
      select unit_id from placements where agency_id = ${tx.agencyId} and person_id = p.id
        and valid_from <= ${filter.today}::date and (valid_until is null or valid_until > ${filter.today}::date)
      order by kind = 'definitive' desc, valid_from desc limit 1
    ) place on true
    join units unit on unit.agency_id = ${tx.agencyId} and unit.id = place.unit_id
    left join account_users u on u.id = p.account_id
    left join lateral (
      select max(expires_at) as expires_at from invitations
      where agency_id = ${tx.agencyId} and person_id = p.id and used_at is null and expires_at > ${tx.now}
    ) open on true
    where p.agency_id = ${tx.agencyId} and p.ended_on is null
      ${unitClause} ${idClause} ${searchClause} ${standingClause}
    order by unit.name, p.name, p.id
    limit ${filter.limit} offset ${filter.offset ?? 0}`.execute(tx.db);
  const isLimited = actor.officer.kind === 'units';
  const people = rows.map((row) => ({ ...asInvitable(row), isReserved: isLimited && row.has_role }));
  return { people, total: Number(rows[0]?.total ?? 0) };
}

interface Row {
  id: string;
  name: string;
  title_before: string | null;
  title_after: string | null;
  nip: string | null;
  email: string | null;
  unit_name: string;
  standing: Standing;
  expires_at: Date | null;
  has_second_factor: boolean;
  has_role: boolean;
  total: number;
}

function asInvitable(row: Row): Omit<Invitable, 'isReserved'> {
  return {
    id: row.id,
    name: fullName(row),
    nip: row.nip,
    maskedNip: maskNip(row.nip),
    // Whoever has an account is written to at the address they sign in with.
    email: row.email && realEmail(row.email),
    unitName: row.unit_name,
    standing: row.standing,
    invitedUntil: row.expires_at,
    hasSecondFactor: row.has_second_factor,
  };
}

/** Undefined means every unit of the agency. */
async function unitsInQuestion(
  tx: Tx,
  actor: Actor,
  unitId: string | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const { officer } = actor;
  if (officer.kind === 'none') throw new NotFound();
  if (!unitId) return officer.kind === 'units' ? officer.unitIds : undefined;
  const below = await unitsBelow(tx, [unitId]);
  return officer.kind === 'units' ? new Set([...below].filter((id) => officer.unitIds.has(id))) : below;
}

/** Units to choose from, each with its depth in the tree. */
export async function unitsToChoose(
  tx: Tx,
  actor: Actor,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { officer } = actor;
  const units = await tx.db
    .selectFrom('units')
    .select(['id', 'name'])
    .where('agency_id', '=', tx.agencyId)
    .where('active_until', 'is', null)
    .orderBy('name')
    .execute();
  return officer.kind === 'units' ? units.filter((unit) => officer.unitIds.has(unit.id)) : units;
}
