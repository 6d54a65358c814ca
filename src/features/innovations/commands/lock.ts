import type { Actor } from '#features/people/index.ts';
import { agencyToday } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { headedUnits, type Innovation, requireInnovation, rolesTowards } from '../queries.ts';
import type { InnovationRole } from '../transitions.ts';

export interface Locked {
  readonly innovation: Innovation;
  readonly roles: ReadonlySet<InnovationRole>;
  readonly headed: Awaited<ReturnType<typeof headedUnits>>;
}

/** Holds the innovation for the act that follows, with what the actor is to it. */
export async function lockInnovation(tx: Tx, actor: Actor, id: string): Promise<Locked> {
  await tx.db
    .selectFrom('innovations')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const innovation = await requireInnovation(tx, id);
  const headed = await headedUnits(tx, actor.personId, await agencyToday(tx));
  return { innovation, headed, roles: rolesTowards(actor, innovation, headed) };
}
