/** "Pakai untuk penilaian": a settled result becomes evidence of the people whom the plan names. */
import { recordMeasurements } from '#features/measurements/index.ts';
import { type Actor, notify } from '#features/people/index.ts';
import { findPeriod } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { surveyEvents } from '../events.ts';
import { notReady } from '../results/commands.ts';
import { unitResult, unitsWithResults } from '../results/figures.ts';
import { requireRound } from '../rounds/queries.ts';
import { mayManage } from '../transitions.ts';
import { type PlannedUse, planUse, type UseQuestion } from './plan.ts';
import { text } from './text.ts';

/** Returns how many values were recorded. The same form sent twice records once. */
export async function useResult(
  tx: Tx,
  actor: Actor,
  schemes: SchemeStore,
  given: {
    readonly id: string;
    readonly roundId: string;
    readonly unitId: string;
    readonly question: UseQuestion;
  },
): Promise<number> {
  const round = await requireRound(tx, actor, given.roundId, { lock: 'update' });
  const unit = unitsWithResults(round).find(({ id }) => id === given.unitId);
  if (!unit) throw new NotFound();
  if (!mayManage(actor, unit.id)) throw new NotAllowed();
  const again = await tx.db
    .selectFrom('survey_uses')
    .select('participants')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', given.id)
    .executeTakeFirst();
  if (again) return again.participants;
  const period = await findPeriod(tx, given.question.periodId, { lock: true });
  if (!period) throw new Refusal(text.choosePeriod(), 'period');
  if (period.state !== 'open') throw new Conflict(text.periodNotOpen());
  const result = await unitResult(tx, round, unit);
  const stop = notReady(round, result);
  if (stop) throw new Conflict(stop);
  const { uses } = await planUse(tx, schemes, { round, result, question: given.question });
  if (uses.length === 0) throw new Refusal(text.nobody());
  await recordUses(tx, actor, uses, (counterName) =>
    text.note({ round: round.name, place: counterName ?? unit.name }),
  );
  await tx.db
    .insertInto('survey_uses')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      round_id: round.id,
      unit_id: unit.id,
      period_id: period.id,
      participants: uses.length,
      used_by: actor.personId,
      used_at: tx.now,
    })
    .execute();
  await record(tx, surveyEvents.used, {
    actorId: actor.personId,
    subject: { kind: 'survey-round', id: round.id },
    payload: { round: round.name, unit: unit.name, period: period.name, participants: uses.length },
  });
  await notify(
    tx,
    ...uses.map((use) => ({
      personId: use.personId,
      kind: 'survey-used' as const,
      parameters: { what: round.name },
      path: `/appraisals/${use.participantId}/measurements#component-${use.component}`,
      dedupeKey: `survey-used:${given.id}:${use.component}`,
    })),
  );
  return uses.length;
}

/** Measurements with where they come from: the unit, or the one counter. */
async function recordUses(
  tx: Tx,
  actor: Actor,
  uses: readonly PlannedUse[],
  noteOf: (counterName: string | undefined) => string,
): Promise<void> {
  for (const [counterName, own] of Map.groupBy(uses, (use) => use.counterName))
    await recordMeasurements(
      tx,
      actor,
      { origin: 'survey', note: noteOf(counterName), fileId: null },
      own.map(({ participantId, personId, component, value }) => ({
        participantId,
        personId,
        component,
        value,
      })),
    );
}
