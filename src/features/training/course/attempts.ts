/** What single people rated: their own affair, read by nobody else. */
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { civilDateIn } from '#platform/locale/format.ts';
import type { SentAttempt } from '../cycle.ts';
import { type AttemptState, type Ratings, readRatings } from '../model.ts';

export interface Attempt {
  readonly id: string;
  readonly courseId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly ratings: Ratings;
  readonly revision: number;
  readonly state: AttemptState;
  readonly distanceBasisPoints: number | null;
  readonly withinPercent: number | null;
  readonly hasPassed: boolean | null;
  readonly startedAt: Date;
  readonly sentAt: Date | null;
}

function attemptRows(tx: Tx) {
  return tx.db.selectFrom('training_attempts').selectAll().where('agency_id', '=', tx.agencyId);
}

type AttemptRow = Awaited<ReturnType<ReturnType<typeof attemptRows>['execute']>>[number];

function attemptOf(row: AttemptRow): Attempt {
  return {
    id: row.id,
    courseId: row.course_id,
    caseId: row.case_id,
    personId: row.person_id,
    ratings: readRatings(row.ratings),
    revision: row.revision,
    state: row.state as AttemptState,
    distanceBasisPoints: row.distance_basis_points,
    withinPercent: row.within_percent,
    hasPassed: row.has_passed,
    startedAt: row.started_at,
    sentAt: row.sent_at,
  };
}

/** The attempt of this person; somebody else's is not there. */
export async function requireOwnAttempt(
  tx: Tx,
  personId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Attempt> {
  if (!isId(id)) throw new NotFound();
  const query = attemptRows(tx).where('id', '=', id).where('person_id', '=', personId);
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new NotFound();
  return attemptOf(row);
}

/** All attempts of one person in a course, oldest first. */
export async function attemptsOf(tx: Tx, personId: string, courseId: string): Promise<readonly Attempt[]> {
  const rows = await attemptRows(tx)
    .where('person_id', '=', personId)
    .where('course_id', '=', courseId)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return rows.map(attemptOf);
}

export function sentOf(attempts: readonly Attempt[], zone: string): readonly SentAttempt[] {
  return attempts.flatMap(({ caseId, hasPassed, sentAt }) =>
    sentAt ? [{ caseId, hasPassed: hasPassed === true, sentAt, sentOn: civilDateIn(zone, sentAt) }] : [],
  );
}
