/** Tells appraisers, at the end of a run, of patterns that they were not told of before. */
import type { DetectorName } from '#domain/statistics/fairness/types.ts';
import { type Notification, notify } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface FoundPattern {
  readonly raterId: string;
  readonly detector: DetectorName;
}

/** One notification a person, however many patterns are new; a pattern found again, or already answered, says nothing. */
export async function tellRaters(
  tx: Tx,
  run: { readonly periodId: string; readonly periodName: string },
  flags: readonly FoundPattern[],
): Promise<void> {
  if (flags.length === 0) return;
  const known = await knownPatterns(tx, run.periodId, [...new Set(flags.map(({ raterId }) => raterId))]);
  const fresh = flags.filter((flag) => !known.has(keyOf(flag)));
  const told = [...Map.groupBy(fresh, ({ raterId }) => raterId)].map(([raterId, own]): Notification => {
    const detectors = [...new Set(own.map(({ detector }) => detector))].sort();
    return {
      personId: raterId,
      kind: 'fairness-flagged',
      parameters: { period: run.periodName, detectors: detectors.join(' ') },
      path: pathOf(run.periodId),
      dedupeKey: `fairness-flagged:${run.periodId}:${detectors.join(' ')}`,
    };
  });
  await notify(tx, ...told);
}

const keyOf = ({ raterId, detector }: FoundPattern) => `${raterId} ${detector}`;

const pathOf = (periodId: string) => `/fairness/mirror/${periodId}`;

async function knownPatterns(
  tx: Tx,
  periodId: string,
  raterIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const told = await tx.db
    .selectFrom('notifications')
    .select(['person_id', 'parameters'])
    .where('agency_id', '=', tx.agencyId)
    .where('kind', '=', 'fairness-flagged')
    .where('path', '=', pathOf(periodId))
    .where('person_id', 'in', [...raterIds])
    .execute();
  const answered = await tx.db
    .selectFrom('fairness_answers')
    .select(['rater_id', 'detector'])
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .where('rater_id', 'in', [...raterIds])
    .execute();
  return new Set([
    ...told.flatMap((row) => {
      const { detectors = '' } = row.parameters as { detectors?: string };
      return detectors.split(' ').map((detector) => `${row.person_id} ${detector}`);
    }),
    ...answered.map((row) => `${row.rater_id} ${row.detector}`),
  ]);
}
