/** Reminds everybody who still has an open form, at most once in a few days. */
import { type Actor, agencyToday, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { addDays, todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';

import { voicesReminded } from '../events.ts';
import { tellRaters } from '../tell.ts';
import { text } from '../text.ts';
import { decideRound, lockRound } from './round.ts';

/** Often enough to be remembered, rare enough to be read. */
export const DAYS_BETWEEN_REMINDERS = 3;

export async function remindRaters(tx: Tx, actor: Actor, roundId: string): Promise<number> {
  const round = await lockRound(tx, roundId);
  const decision = decideRound(round, 'remind', actor);
  const on = await agencyToday(tx);
  if (decision.ok) {
    const last = await lastReminder(tx, roundId);
    const again = last && addDays(last, DAYS_BETWEEN_REMINDERS);
    if (again && again > on) throw new Refusal(text.remindLater({ date: formatDate(again) }));
  }
  await recordAct(
    tx,
    { process: 'voice-round', subjectId: roundId, act: 'remind', actorId: actor.personId },
    decision,
  );
  const raters = await tellRaters(tx, {
    ...round,
    kind: 'voice-reminder',
    key: `voice-reminder:${roundId}:${on}`,
  });
  await record(tx, voicesReminded, {
    actorId: actor.personId,
    subject: { kind: 'voice-round', id: roundId },
    payload: { periodId: round.periodId, raters },
  });
  tx.touch(actor.personId);
  return raters;
}

/** Civil date of the last reminder of a round. */
export async function lastReminder(tx: Tx, roundId: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('acts')
    .select('at')
    .where('agency_id', '=', tx.agencyId)
    .where('subject_id', '=', roundId)
    .where('process', '=', 'voice-round')
    .where('act', '=', 'remind')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { zone } = await tx.db
    .selectFrom('agencies')
    .select('zone')
    .where('id', '=', tx.agencyId)
    .executeTakeFirstOrThrow();
  return todayIn(zone, row.at);
}
