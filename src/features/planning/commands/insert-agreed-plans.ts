import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { type PlanContent, planContentSchema } from '../content.ts';

export interface AgreedPlanInput {
  readonly participantId: string;
  readonly content: PlanContent;
  readonly agreedBy: string | null;
  readonly agreedAt: Date;
}

const ROWS_A_STATEMENT = 500;

/**
 * Brings in plans that were agreed elsewhere (history, the demonstration city): a plan and its version 1 for each,
 * in bulk. No act and no notification: nobody agreed anything here.
 */
export async function insertAgreedPlans(tx: Tx, inputs: readonly AgreedPlanInput[]): Promise<void> {
  for (let start = 0; start < inputs.length; start += ROWS_A_STATEMENT) {
    const rows = inputs.slice(start, start + ROWS_A_STATEMENT).map((input) => ({
      ...input,
      id: newId(),
      json: JSON.stringify(planContentSchema.parse(input.content)),
    }));
    await tx.db
      .insertInto('plans')
      .values(
        rows.map((row) => ({
          agency_id: tx.agencyId,
          id: row.id,
          participant_id: row.participantId,
          state: 'agreed',
          content: row.json,
          revision: 1,
          version: 1,
          updated_at: row.agreedAt,
        })),
      )
      .execute();
    await tx.db
      .insertInto('plan_versions')
      .values(
        rows.map((row) => ({
          agency_id: tx.agencyId,
          id: newId(),
          plan_id: row.id,
          version: 1,
          content: row.json,
          agreed_by: row.agreedBy,
          agreed_at: row.agreedAt,
          reason: null,
        })),
      )
      .execute();
  }
}
