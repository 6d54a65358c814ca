import type { Actor } from '#features/people/index.ts';
import type { PlanIndicator } from '#features/planning/index.ts';
import { record } from '#platform/audit/audit.ts';
import { daysBetween } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { progressRecorded, progressWithdrawn } from '../events.ts';
import { mayRecord } from '../policy.ts';
import { refusals } from '../words.ts';
import { attachEvidence, type NewEvidence } from './attach-evidence.ts';
import { openPlan, subjectOf, watchers } from './subject.ts';

export interface NewRealisation {
  /** Made when the form was drawn: a second click finds it there and does nothing. */
  readonly id: string;
  readonly participantId: string;
  readonly indicatorId: string;
  readonly onDate: string;
  readonly value: string | null;
  readonly narrative: string | null;
  readonly evidence: readonly NewEvidence[];
  /** The entry that this one takes the place of, with the reason. */
  readonly replaces: { readonly entryId: string; readonly reason: string } | null;
  /** Civil date in the agency's zone. */
  readonly today: string;
}

/** Records one realisation with its evidence; correcting means taking the old one back in the same act. */
export async function recordRealisation(tx: Tx, actor: Actor, input: NewRealisation): Promise<void> {
  const view = await subjectOf(tx, actor, input.participantId, mayRecord);
  const plan = await openPlan(tx, view);
  const result = plan.content.results.find((each) =>
    each.indicators.some((indicator) => indicator.id === input.indicatorId),
  );
  const indicator = result?.indicators.find((each) => each.id === input.indicatorId);
  if (!result || !indicator) throw new Refusal(refusals.indicatorGone(), 'indicatorId');
  requireDate(input, view.participation);
  requireWords(input, indicator);
  const written = await tx.db
    .insertInto('progress_entries')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      participant_id: input.participantId,
      result_id: result.id,
      indicator_id: indicator.id,
      on_date: input.onDate,
      value: input.value,
      narrative: input.narrative,
      created_by: actor.personId,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) return;
  if (input.replaces) await takeBack(tx, actor, input, input.replaces);
  const evidenceIds = await attachEvidence(tx, actor, {
    participantId: input.participantId,
    entryId: input.id,
    indicatorId: indicator.id,
    evidence: input.evidence,
  });
  await record(tx, progressRecorded, {
    actorId: actor.personId,
    subject: { kind: 'progress-entry', id: input.id },
    personId: view.participation.person.id,
    payload: {
      participantId: input.participantId,
      indicatorId: indicator.id,
      onDate: input.onDate,
      value: input.value,
      evidenceIds,
      replacesEntryId: input.replaces?.entryId ?? null,
    },
  });
  tx.touch(...watchers(view));
}

function requireDate(input: NewRealisation, span: { startsOn: string; endsOn: string }): void {
  if (daysBetween(input.onDate, input.today) < 0) throw new Refusal(refusals.future(), 'onDate');
  if (input.onDate < span.startsOn || input.onDate > span.endsOn) {
    throw new Refusal(
      refusals.outside({ from: formatDate(span.startsOn), to: formatDate(span.endsOn) }),
      'onDate',
    );
  }
}

function requireWords(input: NewRealisation, indicator: PlanIndicator): void {
  if (input.value !== null && indicator.target.value === null) {
    throw new Refusal(refusals.noNumber({ target: indicator.target.text }), 'value');
  }
  if (input.value === null && input.narrative === null) {
    throw new Refusal(
      indicator.target.value === null ? refusals.saySomething() : refusals.valueOrWords(),
      'value',
    );
  }
}

async function takeBack(
  tx: Tx,
  actor: Actor,
  input: NewRealisation,
  replaces: { entryId: string; reason: string },
): Promise<void> {
  const taken = await withdrawRow(tx, input.participantId, replaces.entryId, replaces.reason);
  if (taken === 'not-there') throw new NotFound();
  if (taken === 'already') throw new Conflict(refusals.alreadyWithdrawn());
  await record(tx, progressWithdrawn, {
    actorId: actor.personId,
    subject: { kind: 'progress-entry', id: replaces.entryId },
    personId: actor.personId,
    payload: { participantId: input.participantId, indicatorId: taken.indicatorId, replacedBy: input.id },
  });
}

/** Marks an entry as taken back; the row stays. */
export async function withdrawRow(
  tx: Tx,
  participantId: string,
  entryId: string,
  reason: string,
): Promise<'not-there' | 'already' | { readonly indicatorId: string }> {
  const row = await tx.db
    .selectFrom('progress_entries')
    .select(['indicator_id', 'withdrawn_at'])
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .where('id', '=', entryId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return 'not-there';
  if (row.withdrawn_at) return 'already';
  await tx.db
    .updateTable('progress_entries')
    .set({ withdrawn_at: tx.now, withdrawn_reason: reason })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', entryId)
    .execute();
  return { indicatorId: row.indicator_id };
}
