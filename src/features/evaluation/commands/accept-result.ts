import { decide } from '#domain/workflow/workflow.ts';
import type { Actor } from '#features/people/index.ts';
import { notify, recordAct } from '#features/people/index.ts';
import { findParticipation } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { formatDate } from '#platform/locale/format.ts';
import { resultAccepted } from '../events.ts';
import { currentResult } from '../queries.ts';
import { text } from '../text.ts';
import { RESULT } from '../transitions.ts';
import { type ActInput, beginAct, eventOf, setResult } from './begin-act.ts';

/** The employee accepts; the days left to object end with it, as the page says before. */
export async function acceptResult(tx: Tx, actor: Actor, input: ActInput): Promise<void> {
  const { standing, result, decision } = await beginAct(tx, actor, 'accept', input);
  const { participation } = standing.view;
  await setResult(tx, result, { state: decision.to, accepted_at: tx.now });
  const act = { subjectId: result.id, participantId: participation.id, actorId: actor.personId };
  await recordAct(tx, { ...act, process: 'result', act: 'accept' }, decision);
  await record(tx, resultAccepted, {
    actorId: actor.personId,
    subject: { kind: 'result', id: result.id },
    personId: participation.person.id,
    payload: { ...eventOf(result), by: 'employee' },
  });
  await notify(tx, {
    personId: participation.appraiser?.id,
    kind: 'result-accepted',
    parameters: { person: participation.person.name, period: participation.period.name },
    path: `/appraisals/${participation.id}/result`,
  });
  tx.touch(participation.person.id, participation.superior?.id);
}

/**
 * The deadline passed without an objection, which means acceptance (PP 30/2019 Article 59). Safe to run twice and
 * beside an objection filed in the last second: whoever holds the lock first decides. Returns whether it lapsed.
 */
export async function lapseObjection(
  tx: Tx,
  input: { readonly participantId: string; readonly zone: string },
): Promise<boolean> {
  await tx.db
    .selectFrom('participants')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.participantId)
    .forNoKeyUpdate()
    .execute();
  const result = await currentResult(tx, input.participantId);
  const participation = await findParticipation(tx, input.participantId);
  if (!result?.objectionDeadline || !participation) return false;
  if (todayIn(input.zone, tx.now) <= result.objectionDeadline) return false;
  const roles = new Set(['system'] as const);
  const decision = decide(RESULT, { state: result.state, act: 'lapse', roles });
  if (!decision.ok) return false;
  await setResult(tx, result, { state: decision.to, accepted_at: tx.now });
  const act = { subjectId: result.id, participantId: participation.id, actorId: null };
  await recordAct(tx, { ...act, process: 'result', act: 'lapse', reason: text.lapseReason() }, decision);
  await record(tx, resultAccepted, {
    actorId: null,
    subject: { kind: 'result', id: result.id },
    personId: participation.person.id,
    payload: { ...eventOf(result), by: 'lapse' },
  });
  await notify(tx, {
    personId: participation.person.id,
    kind: 'deadline-passed',
    parameters: { what: text.dueObjection(), date: formatDate(result.objectionDeadline) },
    path: `/appraisals/${participation.id}/result`,
    dedupeKey: `lapse:${result.id}`,
  });
  tx.touch(participation.appraiser?.id, participation.superior?.id);
  return true;
}
