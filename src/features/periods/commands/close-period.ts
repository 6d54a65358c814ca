import type { Actor } from '#features/people/index.ts';
import { recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { periodClosed, periodReopened } from '../events.ts';
import { requirePeriod } from '../queries.ts';
import { text } from '../text.ts';
import { decidePeriod } from '../transitions.ts';
import { unfinishedStages } from '../unfinished.ts';

/** Closes the period; while anyone is unfinished it takes a written reason. */
export async function closePeriod(tx: Tx, actor: Actor, periodId: string, reason?: string): Promise<void> {
  const period = await requirePeriod(tx, periodId, { lock: true });
  const decision = decidePeriod(period.state, 'close', actor, reason);
  if (!decision.ok) throw refusalOf(decision.why);
  const unfinished = (await unfinishedStages(tx, period.id)).reduce((sum, stage) => sum + stage.count, 0);
  if (unfinished > 0 && !reason?.trim())
    throw new Refusal(text.closeReasonMissing({ count: unfinished }), 'reason');
  await tx.db
    .updateTable('periods')
    .set({ state: decision.to, closed_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', period.id)
    .execute();
  await recordAct(
    tx,
    { process: 'period', subjectId: period.id, act: 'close', actorId: actor.personId, reason },
    decision,
  );
  await record(tx, periodClosed, {
    actorId: actor.personId,
    subject: { kind: 'period', id: period.id },
    payload: { name: period.name, unfinished, reason: reason?.trim() || null },
  });
}

/** Takes the closing back, with a reason; everything that was there is there again. */
export async function reopenPeriod(tx: Tx, actor: Actor, periodId: string, reason: string): Promise<void> {
  const period = await requirePeriod(tx, periodId, { lock: true });
  const decision = decidePeriod(period.state, 'reopen', actor, reason);
  if (!decision.ok) throw refusalOf(decision.why);
  await tx.db
    .updateTable('periods')
    .set({ state: decision.to, closed_at: null })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', period.id)
    .execute();
  await recordAct(
    tx,
    { process: 'period', subjectId: period.id, act: 'reopen', actorId: actor.personId, reason },
    decision,
  );
  await record(tx, periodReopened, {
    actorId: actor.personId,
    subject: { kind: 'period', id: period.id },
    payload: { name: period.name, reason: reason.trim() },
  });
}
