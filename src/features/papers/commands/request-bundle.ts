import type { Actor } from '#features/people/index.ts';
import { findPeriod } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound, Refusal } from '#platform/errors.ts';
import { MOST_PEOPLE, peopleOfBundle, requireBundler, requireUnitInScope } from '../bundle-scope.ts';
import { bundleRequested } from '../events.ts';
import { BUNDLE_TASK, type BundleInput, RUN_KIND } from '../runs.ts';
import { bundleText } from '../text-bundle.ts';

/** Asks for a bundle. The id was made when the page was drawn, so that a second click starts nothing. */
export async function requestBundle(tx: Tx, actor: Actor, id: string, input: BundleInput): Promise<void> {
  await requireBundler(tx, actor);
  const period = await findPeriod(tx, input.periodId);
  if (!period || period.state === 'draft') throw new NotFound();
  await requireUnitInScope(tx, actor, input);
  const people = await peopleOfBundle(tx, input, actor.personId);
  if (people.length === 0) throw new Refusal(bundleText.nobody(), 'unit');
  if (people.length > MOST_PEOPLE)
    throw new Refusal(bundleText.tooMany({ count: people.length, most: MOST_PEOPLE }), 'unit');
  const inserted = await tx.db
    .insertInto('runs')
    .values({
      agency_id: tx.agencyId,
      id,
      kind: RUN_KIND,
      state: 'waiting',
      input: JSON.stringify(input),
      done: 0,
      total: people.length,
      requested_by: actor.personId,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return;
  await record(tx, bundleRequested, {
    actorId: actor.personId,
    subject: { kind: 'run', id },
    payload: {
      periodId: input.periodId,
      unitId: input.unitId,
      withUnitsBelow: input.withUnitsBelow,
      papers: input.papers,
    },
  });
  await enqueueBundle(tx, id);
  tx.touch(actor.personId);
}

export async function enqueueBundle(tx: Tx, runId: string): Promise<void> {
  await tx.enqueue(BUNDLE_TASK, { runId }, { key: `${BUNDLE_TASK}:${runId}`, maxAttempts: 4 });
}
