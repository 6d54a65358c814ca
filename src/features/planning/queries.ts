import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import { type PlanContent, planContentSchema } from './content.ts';
import type { PlanState } from './transitions.ts';

export interface Plan {
  readonly id: string;
  readonly participantId: string;
  readonly state: PlanState;
  /** What stands in the document now; while revising it differs from what was agreed. */
  readonly content: PlanContent;
  /** Grows with every saved change; a form that carries an older one is stale. */
  readonly revision: number;
  /** Number of the latest agreed version; 0 before the first agreement. */
  readonly version: number;
  readonly updatedAt: Date;
}

export interface AgreedPlan {
  readonly planId: string;
  readonly content: PlanContent;
  readonly version: number;
  readonly agreedAt: Date;
  readonly agreedBy: string | null;
  readonly reason: string | null;
}

/** The plan of a participant as it stands now; undefined before the first draft was saved. */
export async function findPlan(
  tx: Tx,
  participantId: string,
  options: { lock?: boolean } = {},
): Promise<Plan | undefined> {
  if (!isId(participantId)) return undefined;
  let query = tx.db
    .selectFrom('plans')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId);
  if (options.lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return (
    row && {
      id: row.id,
      participantId: row.participant_id,
      state: row.state as PlanState,
      content: planContentSchema.parse(row.content),
      revision: row.revision,
      version: row.version,
      updatedAt: row.updated_at,
    }
  );
}

/** The agreed content in force (the latest version), or null while nothing has been agreed. */
export async function agreedContent(tx: Tx, participantId: string): Promise<AgreedPlan | null> {
  const versions = await agreedVersions(tx, participantId);
  return versions[0] ?? null;
}

/** Every agreed version, the latest first. */
export async function agreedVersions(tx: Tx, participantId: string): Promise<readonly AgreedPlan[]> {
  if (!isId(participantId)) return [];
  const rows = await tx.db
    .selectFrom('plan_versions')
    .innerJoin('plans', (join) =>
      join.onRef('plans.id', '=', 'plan_versions.plan_id').on('plans.agency_id', '=', tx.agencyId),
    )
    .selectAll('plan_versions')
    .where('plan_versions.agency_id', '=', tx.agencyId)
    .where('plans.participant_id', '=', participantId)
    .orderBy('plan_versions.version', 'desc')
    .execute();
  return rows.map(toAgreed);
}

/** The agreed content in force of many participants at once; those without one are absent. */
export async function agreedContents(
  tx: Tx,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, AgreedPlan>> {
  if (participantIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('plans')
    .innerJoin('plan_versions', (join) =>
      join
        .onRef('plan_versions.plan_id', '=', 'plans.id')
        .onRef('plan_versions.version', '=', 'plans.version')
        .on('plan_versions.agency_id', '=', tx.agencyId),
    )
    .selectAll('plan_versions')
    .select('plans.participant_id')
    .where('plans.agency_id', '=', tx.agencyId)
    .where('plans.participant_id', 'in', [...participantIds])
    .execute();
  return new Map(rows.map((row) => [row.participant_id, toAgreed(row)]));
}

function toAgreed(row: {
  plan_id: string;
  content: unknown;
  version: number;
  agreed_at: Date;
  agreed_by: string | null;
  reason: string | null;
}): AgreedPlan {
  return {
    planId: row.plan_id,
    content: planContentSchema.parse(row.content),
    version: row.version,
    agreedAt: row.agreed_at,
    agreedBy: row.agreed_by,
    reason: row.reason,
  };
}
