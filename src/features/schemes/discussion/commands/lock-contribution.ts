import { sql } from 'kysely';
import type { Actor } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import type { Draft } from '../../drafts/queries.ts';
import { type Contribution, requireContribution } from '../queries.ts';

/**
 * The contribution with its row held: `update` for what changes it, `share` for votes, of which many may come at once
 * but none while it is being withdrawn or answered.
 */
export async function lockContribution(
  tx: Tx,
  actor: Actor,
  draft: Draft,
  id: string,
  strength: 'update' | 'share',
): Promise<Contribution> {
  if (!isId(id)) throw new NotFound();
  await sql`select 1 from scheme_proposals where agency_id = ${tx.agencyId} and id = ${id}
    ${strength === 'update' ? sql`for update` : sql`for share`}`.execute(tx.db);
  return requireContribution(tx, actor, draft.id, id);
}
