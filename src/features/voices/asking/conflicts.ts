/** What stands between raters and those they are asked about, as far as it means something in that voice. */
import type { ConflictKind } from '#domain/schemes/index.ts';
import { type About, type Conflict, conflictsBetween, pairKey } from '#features/conflicts/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface AskedPair {
  readonly raterId: string;
  readonly rateeId: string;
  /** The voice in which the rater is asked. */
  readonly as: string;
}

/**
 * Found by rule, and how the voice is meant: colleagues of a unit are asked about each other, and whoever is served, or
 * stands above, does not work beside.
 */
const MEANT: Readonly<Record<string, readonly ConflictKind[]>> = {
  colleague: ['mutual-appraisal'],
  'service-user': ['short-contact', 'mutual-appraisal'],
  'appraiser-superior': ['short-contact'],
  'team-lead': ['short-contact'],
};

/** By `pairKey`; pairs without anything are absent. */
export async function conflictsAsked(
  tx: Tx,
  pairs: readonly AskedPair[],
  about: About,
): Promise<ReadonlyMap<string, readonly Conflict[]>> {
  const found = await conflictsBetween(tx, pairs, about);
  return new Map(
    pairs.flatMap(({ raterId, rateeId, as }) => {
      const key = pairKey(raterId, rateeId);
      const own = (found.get(key) ?? []).filter(
        ({ kind, source }) => source === 'declared' || !MEANT[as]?.includes(kind),
      );
      return own.length > 0 ? [[key, own] as const] : [];
    }),
  );
}
