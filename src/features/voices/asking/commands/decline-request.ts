/** Whoever is asked may decline with a reason. The reason is read by those who prepare the round, by nobody else. */
import { decide } from '#domain/workflow/workflow.ts';
import { agencyToday, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound } from '#platform/errors.ts';
import { requireRound } from '../../queries.ts';
import { REQUEST } from '../../transitions.ts';
import { voiceRequestDeclined } from '../events.ts';
import { REPLACE_TASK } from '../run.ts';
import { listText as text } from '../text-list.ts';
import { lockRequest } from './change-request.ts';

/** `personId` is null for somebody without an account, whose one-time code the caller has checked. */
export async function declineRequest(
  tx: Tx,
  personId: string | null,
  input: { readonly requestId: string; readonly reason: string },
): Promise<void> {
  const request = await lockRequest(tx, input.requestId);
  if (request.rater_id !== personId) throw new NotFound();
  const round = await requireRound(tx, request.round_id);
  if (round.state !== 'asking' || (await agencyToday(tx)) > round.closesOn)
    throw new Conflict(text.noLongerOpen());
  const decision = decide(REQUEST, {
    state: request.state,
    act: 'decline',
    roles: new Set(['rater'] as const),
    reason: input.reason,
  });
  // The act says that it happened; why stands with the request only.
  await recordAct(
    tx,
    { process: 'voice-request', subjectId: request.id, act: 'decline', actorId: personId },
    decision,
  );
  await tx.db
    .updateTable('voice_requests')
    .set({ state: 'declined', reason: input.reason.trim() })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', request.id)
    .execute();
  await tx.db
    .deleteFrom('voice_drafts')
    .where('agency_id', '=', tx.agencyId)
    .where('request_id', '=', request.id)
    .execute();
  await record(tx, voiceRequestDeclined, {
    actorId: personId,
    subject: { kind: 'voice-request', id: request.id },
    payload: { periodId: round.periodId },
  });
  await tx.enqueue(REPLACE_TASK, { roundId: round.id }, { key: `${REPLACE_TASK}:${round.id}` });
  tx.touch(personId);
}
