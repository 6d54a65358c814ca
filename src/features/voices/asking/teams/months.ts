/** Who belonged to which team in a span of days, with the months of it. */

import { sql } from 'kysely';
import { monthsOfAll, overlap, type Span, type TeamStay } from '#domain/voices/index.ts';
import type { Tx } from '#platform/database/database.ts';

/** A membership as the component "contribution to teams" reads it; half a month or less of a team is still one month. */
export interface TeamMonths {
  readonly teamId: string;
  readonly name: string;
  readonly role: 'lead' | 'member';
  readonly months: number;
}

/** By person, longest first; `span` is half-open. Somebody who led for a while is listed once in each role. */
export async function teamsOf(
  tx: Tx,
  personIds: readonly string[],
  span: Span,
): Promise<ReadonlyMap<string, readonly TeamMonths[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await membershipsIn(tx, span, personIds);
  const byPerson = Map.groupBy(rows, (row) => row.personId);
  return new Map(
    [...byPerson].map(([id, own]) => {
      const byTeam = Map.groupBy(own, (row) => `${row.teamId} ${row.role}`);
      const teams = [...byTeam.values()].flatMap((stays) => {
        const [first] = stays;
        if (!first) return [];
        const spans = stays.flatMap((stay) => overlap(stay, span) ?? []);
        const months = Math.min(12, Math.max(1, monthsOfAll(spans)));
        return [{ teamId: first.teamId, name: first.name, role: first.role, months }];
      });
      return [
        id,
        teams.toSorted((one, other) => other.months - one.months || one.name.localeCompare(other.name)),
      ];
    }),
  );
}

const FOREVER = '9999-12-31';

/** Memberships that touch the span, of these people or of everybody. */
export async function membershipsIn(
  tx: Tx,
  span: Span,
  personIds?: readonly string[],
): Promise<readonly (TeamStay & { readonly name: string })[]> {
  let query = tx.db
    .selectFrom('team_members as member')
    .innerJoin('teams as team', (join) =>
      join.onRef('team.id', '=', 'member.team_id').on('team.agency_id', '=', tx.agencyId),
    )
    .select(['member.team_id', 'member.person_id', 'member.role', 'member.valid_from', 'member.valid_until'])
    .select('team.name')
    .where('member.agency_id', '=', tx.agencyId)
    .where('member.withdrawn_at', 'is', null)
    .where('member.valid_from', '<', span.until)
    .where((is) => is.or([is('member.valid_until', 'is', null), is('member.valid_until', '>', span.from)]))
    .orderBy('member.id');
  if (personIds) query = query.where(sql<boolean>`member.person_id = any(${[...personIds]}::uuid[])`);
  const rows = await query.execute();
  return rows.map((row) => ({
    teamId: row.team_id,
    personId: row.person_id,
    role: row.role as TeamStay['role'],
    from: row.valid_from,
    until: row.valid_until ?? FOREVER,
    name: row.name,
  }));
}
