/** The teams that a team lead is asked about: those of the participant that this rater led in the same span. */
import type { Tx } from '#platform/database/database.ts';
import { teamsOf } from '../asking/teams/months.ts';
import type { AskedRequest } from './asked.ts';
import type { TeamAsked } from './questions.ts';

export async function teamsAsked(tx: Tx, asked: AskedRequest): Promise<readonly TeamAsked[]> {
  if (asked.raterId === null) return [];
  // Days of a participation are both counted; spans are half-open.
  const span = { from: asked.startsOn, until: dayAfter(asked.endsOn) };
  const teams = await teamsOf(tx, [asked.person.id, asked.raterId], span);
  const led = new Set(
    (teams.get(asked.raterId) ?? []).filter(({ role }) => role === 'lead').map(({ teamId }) => teamId),
  );
  const own = (teams.get(asked.person.id) ?? []).filter(({ teamId }) => led.has(teamId));
  // Longest first: somebody with two roles in one team is asked about once, in the longer one.
  return [...Map.groupBy(own, ({ teamId }) => teamId).values()].flatMap(([longest]) =>
    longest ? [{ id: longest.teamId, name: longest.name, role: longest.role, months: longest.months }] : [],
  );
}

function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
