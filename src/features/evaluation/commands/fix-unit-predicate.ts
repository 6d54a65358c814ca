import { checkDistribution, type OrganisationPredicate } from '#domain/rules/index.ts';
import type { Actor } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { countsOf } from '../distribution.ts';
import { unitPredicateFixed } from '../events.ts';
import { text } from '../text.ts';
import { loadUnit } from '../unit-view.ts';

export interface FixInput {
  readonly unitId: string;
  readonly periodId: string;
  /** Made when the page was drawn: a second click finds the decision already there. */
  readonly evaluationId: string;
  /** Id of the decision that the page showed as in force; empty when there was none. */
  readonly seenId: string;
  readonly predicate: OrganisationPredicate;
  readonly reason: string;
  readonly distributionReason: string | null;
}

/** Fixes the unit's predicate; an earlier decision stays readable and is superseded. */
export async function fixUnitPredicate(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  input: FixInput,
): Promise<void> {
  // Decisions on one unit come one after another: the unit's row is the queue.
  await tx.db
    .selectFrom('units')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.unitId)
    .forNoKeyUpdate()
    .execute();
  const view = await loadUnit(tx, schemes, actor, input);
  if (!view.mayFix) throw new NotAllowed(text.mayNotFix());
  if (view.period.state !== 'open') throw new Refusal(text.periodNotOpen());
  if (view.evaluation?.id === input.evaluationId) return;
  if ((view.evaluation?.id ?? '') !== input.seenId) throw new Conflict(text.changed());
  const { violations } = checkDistribution(input.predicate, countsOf(view.distribution), view.patterns);
  const reasonDue = violations.length > 0 && view.period.distributionPolicy === 'reason';
  if (reasonDue && !input.distributionReason)
    throw new Refusal(text.distributionReasonMissing(), 'distributionReason');
  await tx.db
    .updateTable('unit_evaluations')
    .set({ superseded_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', view.period.id)
    .where('unit_id', '=', view.unit.id)
    .where('superseded_at', 'is', null)
    .execute();
  await tx.db
    .insertInto('unit_evaluations')
    .values({
      agency_id: tx.agencyId,
      id: input.evaluationId,
      period_id: view.period.id,
      unit_id: view.unit.id,
      predicate: input.predicate,
      reason: input.reason,
      distribution_reason: input.distributionReason,
      decided_by: actor.personId,
      decided_at: tx.now,
    })
    .execute();
  await record(tx, unitPredicateFixed, {
    actorId: actor.personId,
    subject: { kind: 'unit-evaluation', id: input.evaluationId },
    payload: {
      periodId: view.period.id,
      unitId: view.unit.id,
      predicate: input.predicate,
      violations: violations.map((violation) => violation.limit),
    },
  });
  tx.touch(actor.personId);
}
