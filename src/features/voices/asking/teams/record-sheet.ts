/** Writes what a checked spreadsheet of teams holds. */
import { sql } from 'kysely';
import type { Actor } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { teamsImported } from '../events.ts';
import type { FileRow } from './read-sheet.ts';
import { checkTeamRows } from './sheet.ts';

const ROWS = 5000;

/** Writes what a check accepted; checked again in this transaction, so that nothing is recorded that was not shown. */
export async function recordTeamRows(
  tx: Tx,
  actor: Actor,
  file: string,
  rows: readonly FileRow[],
): Promise<number> {
  // One file at a time: a second click waits, and then finds everything recorded.
  await sql`select pg_advisory_xact_lock(hashtext(${`teams ${tx.agencyId}`}))`.execute(tx.db);
  const { accepted } = await checkTeamRows(tx, actor, rows);
  if (accepted.length === 0) return 0;
  const byTeam = [...Map.groupBy(accepted, (row) => row.team.toLowerCase()).values()];
  const made = byTeam.flatMap((own) => {
    const [first] = own;
    if (!first || first.teamId !== null) return [];
    const from = own.map((row) => row.from).sort()[0] ?? first.from;
    const units = new Set(own.map((row) => row.unitId));
    return [{ first, from, id: newId(), decree: own.find((row) => row.decree)?.decree ?? file, units }];
  });
  const ids = new Map(made.map(({ first, id }) => [first.team.toLowerCase(), id]));
  if (made.length > 0)
    await tx.db
      .insertInto('teams')
      .values(
        made.map(({ first, from, id, decree }) => ({
          agency_id: tx.agencyId,
          id,
          unit_id: first.unitId,
          name: first.team,
          // A file lists people of any unit: the team takes them as they are.
          is_across: true,
          decree,
          starts_on: from,
          created_by: actor.personId,
          created_at: tx.now,
          updated_at: tx.now,
        })),
      )
      .execute();
  for (let start = 0; start < accepted.length; start += ROWS)
    await tx.db
      .insertInto('team_members')
      .values(
        accepted.slice(start, start + ROWS).map((row) => ({
          agency_id: tx.agencyId,
          id: newId(),
          team_id: row.teamId ?? ids.get(row.team.toLowerCase()) ?? '',
          person_id: row.personId,
          role: row.role,
          valid_from: row.from,
          valid_until: row.until,
          created_by: actor.personId,
          created_at: tx.now,
        })),
      )
      .execute();
  await record(tx, teamsImported, {
    actorId: actor.personId,
    subject: { kind: 'team-file', id: newId() },
    payload: { file, teams: made.length, members: accepted.length },
  });
  tx.touch(actor.personId);
  return accepted.length;
}
