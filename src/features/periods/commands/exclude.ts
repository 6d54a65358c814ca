import { type Actor, covers, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { type Candidate, candidates } from '../candidates.ts';
import { participantChanged } from '../events.ts';
import { type Period, requirePeriod } from '../queries.ts';
import { text } from '../text.ts';

export interface ExclusionInput {
  readonly periodId: string;
  readonly placementId: string;
  readonly zone: string;
}

/** Leaves one person out of a period with a reason, such as unpaid leave of state. Returns the name. */
export async function excludePerson(
  tx: Tx,
  actor: Actor,
  input: ExclusionInput & { readonly reason: string },
): Promise<string> {
  const { period, candidate } = await load(tx, actor, input);
  const reason = input.reason.trim();
  if (!reason) throw refusalOf('reason-missing');
  if (candidate.participant) await refuseWithResult(tx, candidate.participant.id);
  if (candidate.participant?.state === 'excluded') return candidate.name;
  const id = candidate.participant?.id ?? newId();
  await tx.db
    .insertInto('participants')
    .values({
      agency_id: tx.agencyId,
      id,
      period_id: period.id,
      person_id: candidate.personId,
      placement_id: candidate.placementId,
      unit_id: candidate.unitId,
      appraiser_id: candidate.appraiser?.id ?? null,
      superior_id: candidate.superiorId,
      starts_on: candidate.startsOn,
      ends_on: candidate.endsOn,
      state: 'excluded',
      excluded_reason: reason,
      scheme_id: candidate.scheme.id,
      scheme_version: candidate.scheme.version,
      created_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'period_id', 'person_id', 'placement_id'])
        .doUpdateSet({ state: 'excluded', excluded_reason: reason }),
    )
    .execute();
  await recordChange(tx, actor, period, candidate, { id, change: 'excluded', reason });
  return candidate.name;
}

/** Takes the exclusion back: in a draft the row goes, in an open period the person is active again. */
export async function includePerson(tx: Tx, actor: Actor, input: ExclusionInput): Promise<string> {
  const { period, candidate } = await load(tx, actor, input);
  const participant = candidate.participant;
  if (participant?.state !== 'excluded') return candidate.name;
  if (period.state === 'draft') {
    await tx.db
      .deleteFrom('participants')
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', participant.id)
      .execute();
  } else {
    await tx.db
      .updateTable('participants')
      .set({
        state: candidate.hasEnded ? 'moved' : 'active',
        excluded_reason: null,
        appraiser_id: candidate.appraiser?.id ?? null,
        superior_id: candidate.superiorId,
        scheme_id: candidate.scheme.id,
        scheme_version: candidate.scheme.version,
      })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', participant.id)
      .execute();
  }
  await recordChange(tx, actor, period, candidate, { id: participant.id, change: 'included', reason: null });
  return candidate.name;
}

async function load(
  tx: Tx,
  actor: Actor,
  input: ExclusionInput,
): Promise<{ period: Period; candidate: Candidate }> {
  const period = await requirePeriod(tx, input.periodId, { lock: true });
  const all = await candidates(tx, period, todayIn(input.zone, tx.now));
  const candidate = all.find((each) => each.placementId === input.placementId);
  if (!candidate) throw new NotFound();
  if (!covers(actor.officer, candidate.unitId)) throw new NotAllowed();
  if (period.state === 'closed') throw new Conflict(text.notEditable());
  return { period, candidate };
}

async function refuseWithResult(tx: Tx, participantId: string): Promise<void> {
  const result = await tx.db
    .selectFrom('results')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .limit(1)
    .executeTakeFirst();
  if (result) throw new Refusal(text.hasResult());
}

async function recordChange(
  tx: Tx,
  actor: Actor,
  period: Period,
  candidate: Candidate,
  made: { id: string; change: 'excluded' | 'included'; reason: string | null },
): Promise<void> {
  await record(tx, participantChanged, {
    actorId: actor.personId,
    subject: { kind: 'participant', id: made.id },
    personId: candidate.personId,
    payload: { period: period.name, change: made.change, from: null, to: null, reason: made.reason },
  });
  tx.touch(candidate.personId, candidate.appraiser?.id);
}
