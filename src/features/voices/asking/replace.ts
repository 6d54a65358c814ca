/**
 * Asks somebody else where a person has left, has declined, or has a conflict of interest now. Done every day and when
 * an officer asks for it; doing it twice changes nothing.
 */

import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, recordAct } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { ROUND, type RoundRole } from '../transitions.ts';
import { lockRound, roundRoles } from './commands/round.ts';
import { voicesReplaced } from './events.ts';
import { planRound } from './plan.ts';
import { tellRaters } from './tell.ts';
import { loadWorld } from './world.ts';
import { addProposed, makePools, withdrawAll } from './write.ts';

export interface Replaced {
  readonly withdrawn: number;
  readonly added: number;
}

/** `actor` is null where Tera does it by itself. */
export async function replaceMissing(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor | null,
  roundId: string,
): Promise<Replaced> {
  const round = await lockRound(tx, roundId);
  const roles: ReadonlySet<RoundRole> = actor ? roundRoles(actor) : new Set(['system' as const]);
  const decision = decide(ROUND, { state: round.state, act: 'replace', roles });
  if (!actor && !decision.ok) return { withdrawn: 0, added: 0 };
  const world = decision.ok ? await loadWorld(tx, schemes, round) : undefined;
  const plan = world ? await planRound(tx, world) : { withdrawals: [], proposals: [] as const };
  const withdrawn = await withdrawAll(tx, plan.withdrawals);
  const added = world ? await addProposed(tx, world, await makePools(tx, world, [], []), plan.proposals) : [];
  const changed = withdrawn + added.length > 0;
  if (!actor && !changed) return { withdrawn: 0, added: 0 };
  const actorId = actor?.personId ?? null;
  await recordAct(tx, { process: 'voice-round', subjectId: roundId, act: 'replace', actorId }, decision);
  if (!changed) return { withdrawn: 0, added: 0 };
  await record(tx, voicesReplaced, {
    actorId,
    subject: { kind: 'voice-round', id: roundId },
    payload: { periodId: round.periodId, withdrawn, added: added.length },
  });
  tx.touch(...plan.withdrawals.map(({ request }) => request.raterId));
  const raterIds = [...new Set(added.map((each) => each.raterId))];
  if (raterIds.length > 0)
    await tellRaters(tx, {
      ...round,
      kind: 'voice-asked',
      raterIds,
      key: `voice-asked:${roundId}:${tx.now.toISOString()}`,
    });
  return { withdrawn, added: added.length };
}
