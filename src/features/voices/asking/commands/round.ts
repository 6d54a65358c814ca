/** An officer's acts on a whole round: plan it, prepare it again, move its days, remind who has not answered. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, agencyToday, isAgencyOfficer, recordAct } from '#features/people/index.ts';
import { findPeriod, type Period } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { type Round, requireRound, roundOfPeriod } from '../../queries.ts';
import { ROUND, type RoundAct, type RoundRole } from '../../transitions.ts';
import { voicesRescheduled } from '../events.ts';
import { isWorking, latestRun, requestRun } from '../run.ts';
import { text } from '../text.ts';

export interface Days {
  readonly opensOn: string;
  readonly closesOn: string;
}

/** What an actor is to rounds: they belong to the whole agency. */
export function roundRoles(actor: Actor): ReadonlySet<RoundRole> {
  return new Set(isAgencyOfficer(actor) ? ['officer' as const] : []);
}

export function decideRound(round: Round, act: RoundAct, actor: Actor, reason?: string) {
  return decide(ROUND, { state: round.state, act, roles: roundRoles(actor), reason });
}

/** The same form twice makes one round; its people are proposed by a job. */
export async function startRound(
  tx: Tx,
  actor: Actor,
  input: Days & { readonly id: string; readonly periodId: string },
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const period = await findPeriod(tx, input.periodId, { lock: true });
  if (!period) throw new NotFound();
  const known = await roundOfPeriod(tx, period.id);
  if (known?.id === input.id) return;
  if (known) throw new Conflict(text.alreadyPlanned());
  if (period.state !== 'open') throw new Conflict(text.periodNotOpen());
  checkDays(period, input, await agencyToday(tx));
  await tx.db
    .insertInto('voice_rounds')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      period_id: period.id,
      state: 'preparing',
      opens_on: input.opensOn,
      closes_on: input.closesOn,
      created_by: actor.personId,
      created_at: tx.now,
    })
    .execute();
  await prepareAgain(tx, actor, input.id);
}

/** Everything is released on the day after the last, and appraisers need what was heard before their own deadline. */
function checkDays(period: Period, { opensOn, closesOn }: Days, on: string): void {
  if (opensOn < period.startsOn)
    throw new Refusal(text.beforePeriod({ date: formatDate(period.startsOn) }), 'opensOn');
  if (opensOn < on) throw new Refusal(text.opensInPast(), 'opensOn');
  checkLastDay(period, opensOn, closesOn);
}

function checkLastDay(period: Period, opensOn: string, closesOn: string): void {
  if (closesOn <= opensOn) throw new Refusal(text.closesBeforeOpening(), 'closesOn');
  if (closesOn >= period.ratingDueOn)
    throw new Refusal(
      text.closesTooLate({
        due: formatDate(period.ratingDueOn),
        last: formatDate(addDays(period.ratingDueOn, -1)),
      }),
      'closesOn',
    );
}

/** Proposes anew for whoever has nobody yet; what people changed by hand stays. */
export async function prepareAgain(tx: Tx, actor: Actor, roundId: string): Promise<void> {
  const round = await lockRound(tx, roundId);
  const decision = decideRound(round, 'prepare', actor);
  if (decision.ok && isWorking(await latestRun(tx, roundId))) return;
  await recordAct(
    tx,
    { process: 'voice-round', subjectId: roundId, act: 'prepare', actorId: actor.personId },
    decision,
  );
  await requestRun(tx, roundId, actor.personId);
  tx.touch(actor.personId);
}

export async function rescheduleRound(
  tx: Tx,
  actor: Actor,
  input: Days & { readonly roundId: string; readonly reason: string },
): Promise<void> {
  const round = await lockRound(tx, input.roundId);
  const decision = decideRound(round, 'reschedule', actor, input.reason);
  const period = await findPeriod(tx, round.periodId);
  if (!period) throw new NotFound();
  const on = await agencyToday(tx);
  const opensOn = round.state === 'asking' ? round.opensOn : input.opensOn;
  if (decision.ok) {
    if (round.state === 'asking') {
      if (input.closesOn < on) throw new Refusal(text.closesInPast(), 'closesOn');
      checkLastDay(period, opensOn, input.closesOn);
    } else checkDays(period, input, on);
  }
  await recordAct(
    tx,
    {
      process: 'voice-round',
      subjectId: round.id,
      act: 'reschedule',
      actorId: actor.personId,
      reason: input.reason,
    },
    decision,
  );
  await tx.db
    .updateTable('voice_rounds')
    .set({ opens_on: opensOn, closes_on: input.closesOn })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', round.id)
    .execute();
  await record(tx, voicesRescheduled, {
    actorId: actor.personId,
    subject: { kind: 'voice-round', id: round.id },
    payload: { periodId: round.periodId, opensOn, closesOn: input.closesOn },
  });
  tx.touch(actor.personId);
}

export async function lockRound(tx: Tx, roundId: string): Promise<Round> {
  await tx.db
    .selectFrom('voice_rounds')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', roundId)
    .forUpdate()
    .execute();
  return requireRound(tx, roundId);
}
