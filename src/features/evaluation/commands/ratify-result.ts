import { objectionDeadline } from '#domain/rules/index.ts';
import type { Actor } from '#features/people/index.ts';
import { notify, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { formatDate } from '#platform/locale/format.ts';
import { resultRatified } from '../events.ts';
import { requireOpenPeriod } from '../roles.ts';
import { type ActInput, beginAct, eventOf, setResult } from './begin-act.ts';

export interface RatifyOptions {
  /** Where something has to be answered first: the path inside the agency on which it can be. */
  readonly beforeRatify?: (tx: Tx, actor: Actor, participantId: string) => Promise<string | undefined>;
}

/** Not refused, but another page comes before. */
export class ElsewhereFirst extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`first ${path}`);
    this.path = path;
  }
}

/**
 * Makes the result official. It stands in Tera from this moment, so this civil date in the agency's zone is the
 * date of receipt from which the days to object are counted.
 */
export async function ratifyResult(
  tx: Tx,
  actor: Actor,
  input: ActInput & { readonly zone: string },
  { beforeRatify }: RatifyOptions = {},
): Promise<void> {
  const { standing, result, decision } = await beginAct(tx, actor, 'ratify', input);
  requireOpenPeriod(standing.view);
  const first = await beforeRatify?.(tx, actor, input.participantId);
  if (first) throw new ElsewhereFirst(first);
  const { participation } = standing.view;
  const receivedOn = todayIn(input.zone, tx.now);
  const deadline = objectionDeadline(receivedOn, participation.period.objectionDays);
  await setResult(tx, result, {
    state: decision.to,
    ratified_by: actor.personId,
    ratified_at: tx.now,
    received_on: receivedOn,
    objection_deadline: deadline,
  });
  const act = { subjectId: result.id, participantId: participation.id, actorId: actor.personId };
  await recordAct(tx, { ...act, process: 'result', act: 'ratify' }, decision);
  await record(tx, resultRatified, {
    actorId: actor.personId,
    subject: { kind: 'result', id: result.id },
    personId: participation.person.id,
    payload: { ...eventOf(result), receivedOn, objectionDeadline: deadline },
  });
  await notify(tx, {
    personId: participation.person.id,
    kind: 'result-ratified',
    parameters: { person: actor.name, period: participation.period.name, date: formatDate(deadline) },
    path: `/appraisals/${participation.id}/result`,
  });
  tx.touch(participation.appraiser?.id, participation.superior?.id);
}
