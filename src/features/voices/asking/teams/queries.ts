/** Teams and their members, as they stand and as they were. */
import { sql } from 'kysely';
import { fullName } from '#features/people/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly isAcross: boolean;
  readonly decree: string;
  readonly startsOn: string;
  /** Last day, inclusive; null while it goes on. */
  readonly lastDay: string | null;
}

export interface TeamLine extends Team {
  readonly lead: string | null;
  readonly members: number;
}

export interface TeamFilter {
  readonly words: string;
  readonly isAll: boolean;
  readonly page: number | null;
}

export const TEAMS_A_PAGE = 50;

const teamColumns = ['team.id', 'team.name', 'team.unit_id', 'team.is_across', 'team.decree'] as const;

function teams(tx: Tx) {
  return tx.db
    .selectFrom('teams as team')
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'team.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .select(teamColumns)
    .select(['team.starts_on', 'team.ends_on', 'units.name as unit_name'])
    .where('team.agency_id', '=', tx.agencyId);
}

type Row = Awaited<ReturnType<ReturnType<typeof teams>['executeTakeFirstOrThrow']>>;

function teamOf(row: Row): Team {
  return {
    id: row.id,
    name: row.name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    isAcross: row.is_across,
    decree: row.decree,
    startsOn: row.starts_on,
    lastDay: row.ends_on && addDays(row.ends_on, -1),
  };
}

export async function requireTeam(tx: Tx, id: string, options: { lock?: boolean } = {}): Promise<Team> {
  if (!isId(id)) throw new NotFound();
  const query = teams(tx).where('team.id', '=', id);
  const row = await (options.lock ? query.forUpdate('team') : query).executeTakeFirst();
  if (!row) throw new NotFound();
  return teamOf(row);
}

/** By name, with who leads today and how many belong to it today. */
export async function listTeams(
  tx: Tx,
  units: ReadonlySet<string> | null,
  { words, isAll, page }: TeamFilter,
  today: string,
): Promise<{ readonly lines: readonly TeamLine[]; readonly total: number }> {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const reach = units && [...units];
  let query = teams(tx)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where(sql<boolean>`(${reach}::uuid[] is null or team.unit_id = any(${reach}::uuid[]))`)
    .where(
      sql<boolean>`(${words} = '' or lower(team.name) like ${pattern} or lower(team.decree) like ${pattern})`,
    )
    .where(sql<boolean>`(${isAll} or team.ends_on is null or team.ends_on > ${today})`)
    .orderBy(sql`lower(team.name)`)
    .orderBy('team.id');
  if (page !== null) query = query.limit(TEAMS_A_PAGE).offset((page - 1) * TEAMS_A_PAGE);
  const rows = await query.execute();
  const standing = Map.groupBy(
    await membersOn(
      tx,
      rows.map((row) => row.id),
      today,
    ),
    (row) => row.teamId,
  );
  return {
    total: rows[0]?.total ?? 0,
    lines: rows.map((row) => {
      const own = standing.get(row.id) ?? [];
      const lead = own.find((each) => each.role === 'lead');
      return { ...teamOf(row), lead: lead?.name ?? null, members: own.length };
    }),
  };
}

export interface Membership {
  readonly id: string;
  readonly teamId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: 'lead' | 'member';
  readonly from: string;
  /** Last day, inclusive. */
  readonly lastDay: string | null;
  readonly unitName: string;
}

function memberships(tx: Tx) {
  return tx.db
    .selectFrom('team_members as member')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'member.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .leftJoinLateral(
      (select) =>
        select
          .selectFrom('placements')
          .innerJoin('units', (join) =>
            join.onRef('units.id', '=', 'placements.unit_id').on('units.agency_id', '=', tx.agencyId),
          )
          .select('units.name as unit_name')
          .where('placements.agency_id', '=', tx.agencyId)
          .whereRef('placements.person_id', '=', 'member.person_id')
          .where('placements.kind', '=', 'definitive')
          .orderBy('placements.valid_from', 'desc')
          .limit(1)
          .as('post'),
      (join) => join.onTrue(),
    )
    .select(['member.id', 'member.team_id', 'member.person_id', 'member.role', 'member.valid_from'])
    .select(['member.valid_until', 'people.name', 'people.title_before', 'people.title_after'])
    .select('post.unit_name')
    .where('member.agency_id', '=', tx.agencyId)
    .where('member.withdrawn_at', 'is', null)
    .orderBy('member.role')
    .orderBy('people.name')
    .orderBy('member.valid_from');
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof memberships>['executeTakeFirstOrThrow']>>;

function membershipOf(row: MemberRow): Membership {
  return {
    id: row.id,
    teamId: row.team_id,
    personId: row.person_id,
    name: fullName(row),
    role: row.role as Membership['role'],
    from: row.valid_from,
    lastDay: row.valid_until && addDays(row.valid_until, -1),
    unitName: row.unit_name ?? '–',
  };
}

export async function membersOf(tx: Tx, teamId: string): Promise<readonly Membership[]> {
  const rows = await memberships(tx).where('member.team_id', '=', teamId).execute();
  return rows.map(membershipOf);
}

async function membersOn(tx: Tx, teamIds: readonly string[], today: string): Promise<readonly Membership[]> {
  if (teamIds.length === 0) return [];
  const rows = await memberships(tx)
    .where('member.team_id', 'in', [...teamIds])
    .where('member.valid_from', '<=', today)
    .where((is) => is.or([is('member.valid_until', 'is', null), is('member.valid_until', '>', today)]))
    .execute();
  return rows.map(membershipOf);
}

export interface TeamOfPerson extends Membership {
  readonly team: string;
  readonly decree: string;
  readonly lead: string | null;
}

/** Every team somebody is or was in, the latest first, with who leads it today. */
export async function teamsOfPerson(
  tx: Tx,
  personId: string,
  today: string,
): Promise<readonly TeamOfPerson[]> {
  const rows = await memberships(tx)
    .innerJoin('teams as team', (join) =>
      join.onRef('team.id', '=', 'member.team_id').on('team.agency_id', '=', tx.agencyId),
    )
    .select(['team.name as team_name', 'team.decree'])
    .where('member.person_id', '=', personId)
    .execute();
  const leads = await membersOn(
    tx,
    rows.map((row) => row.team_id),
    today,
  );
  return rows
    .map((row) => ({
      ...membershipOf(row),
      team: row.team_name,
      decree: row.decree,
      lead: leads.find((each) => each.teamId === row.team_id && each.role === 'lead')?.name ?? null,
    }))
    .toSorted((one, other) => other.from.localeCompare(one.from));
}
