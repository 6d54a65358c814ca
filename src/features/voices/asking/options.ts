import type { Context } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { findPeriod, type Period } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';

export interface AskingOptions {
  readonly schemes: SchemeStore;
}

/** The period that the address names. */
export async function periodOf(tx: Tx, c: Context<VisitEnv>): Promise<Period> {
  const period = await findPeriod(tx, c.req.param('id') ?? '');
  if (!period) throw new NotFound();
  return period;
}
