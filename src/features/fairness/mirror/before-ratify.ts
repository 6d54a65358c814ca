import type { Actor } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { openFlags } from './answers/questions.ts';

/**
 * Where patterns in the rater's own ratings wait for an explanation: the path of the page that asks. Asked in the
 * transaction that ratifies, so that a run finished meanwhile is seen, and one finished afterwards asks nothing.
 */
export async function beforeRatify(tx: Tx, actor: Actor, participantId: string): Promise<string | undefined> {
  const waiting = await openFlags(tx, actor.personId, participantId);
  return waiting.length > 0 ? `/fairness/answers/${participantId}` : undefined;
}
