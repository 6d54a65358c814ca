/** Every night, once each agency's day is over: rounds end, days are closed, traces of the day before are forgotten. */
import { notify, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { AgencyDb, Database, Tx } from '#platform/database/database.ts';
import type { Recurring } from '#platform/jobs/jobs.ts';
import { forgetMarks } from '../answer/limits.ts';
import { surveyEvents } from '../events.ts';
import { findRound, type Round } from '../rounds/queries.ts';
import { decideRound } from '../transitions.ts';
import { closeDays } from './close-days.ts';

/** Every hour, so that each zone is served soon after its midnight. */
export const surveyRecurring: readonly Recurring[] = [
  { name: 'survey-days', pattern: '20 * * * *', run: runSurveyDays },
];

/** An agency that fails keeps no other waiting; the failure is thrown at the end, so that the queue shows it. */
export async function runSurveyDays(database: Database): Promise<void> {
  const agencies = await database.shared.selectFrom('agencies').select(['id', 'zone']).execute();
  const failures: unknown[] = [];
  for (const { id, zone } of agencies) {
    const today = todayIn(zone, database.clock());
    await closeSurveyDays(database.forAgency(id), today).catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'surveys of some agencies were not closed');
}

/** Each round in a transaction of its own; safe to run twice and at once. */
export async function closeSurveyDays(db: AgencyDb, today: string): Promise<void> {
  const rounds = await db.read((tx) =>
    tx.db
      .selectFrom('survey_rounds')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where('state', 'in', ['open', 'closed'])
      .where('starts_on', '<', today)
      .where((any) =>
        any.or([
          any('state', '=', 'open'),
          any('released_until', 'is', null),
          any('released_until', '<', any.ref('closed_on')),
        ]),
      )
      .execute(),
  );
  for (const { id } of rounds) await db.write((tx) => closeRoundDays(tx, id, today));
  await db.write((tx) => forgetMarks(tx, today));
}

async function closeRoundDays(tx: Tx, id: string, today: string): Promise<void> {
  const found = await findRound(tx, id, { lock: 'update' });
  if (!found) return;
  const round = found.state === 'open' && found.endsOn < today ? await end(tx, found) : found;
  const { flagged } = await closeDays(tx, round, today);
  if (flagged > 0)
    await notify(tx, {
      personId: round.createdBy,
      kind: 'survey-flagged',
      parameters: { what: round.name },
      path: `/surveys/rounds/${round.id}`,
      dedupeKey: `survey-flagged:${round.id}:${today}`,
    });
  if (round.state === 'closed' && round.closedOn !== null && round.closedOn < today)
    await forgetCases(tx, round);
}

/** The last day is over. */
async function end(tx: Tx, round: Round): Promise<Round> {
  const decision = decideRound(round.state, 'end', new Set(['tera']));
  await recordAct(tx, { process: 'survey-round', subjectId: round.id, act: 'end', actorId: null }, decision);
  await tx.db
    .updateTable('survey_rounds')
    .set({ state: 'closed', closed_on: round.endsOn, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', round.id)
    .execute();
  await record(tx, surveyEvents.roundActed, {
    actorId: null,
    subject: { kind: 'survey-round', id: round.id },
    payload: { round: round.name, act: 'end', reason: null },
  });
  await notify(tx, {
    personId: round.createdBy,
    kind: 'survey-closed',
    parameters: { what: round.name },
    path: `/surveys/rounds/${round.id}`,
    dedupeKey: `survey-closed:${round.id}`,
  });
  return { ...round, state: 'closed', closedOn: round.endsOn };
}

/** Which case a token was given for is not kept longer than the round. */
async function forgetCases(tx: Tx, round: Round): Promise<void> {
  await tx.db
    .updateTable('survey_tokens')
    .set({ case_number: null })
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where('case_number', 'is not', null)
    .execute();
}
