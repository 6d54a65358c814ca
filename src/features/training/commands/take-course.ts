/** What somebody does in a course: read a lesson, begin a case, save ratings, send them. */
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { decide } from '#domain/workflow/workflow.ts';
import { recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { giveCertificate } from '../certificates.ts';
import { type Attempt, attemptsOf, requireOwnAttempt } from '../course/attempts.ts';
import { type Case, findCase } from '../course/cases.ts';
import { findLesson } from '../course/lessons.ts';
import { courseById, courseView } from '../course/queries.ts';
import { hasEarned, nextStep } from '../cycle.ts';
import { caseDistance, distancesOf, isWithin } from '../distance.ts';
import { trainingEvents } from '../events.ts';
import type { Ratings } from '../model.ts';
import { rateableItems } from '../rateable.ts';
import { text } from '../text.ts';
import { ATTEMPT } from '../transitions.ts';

/** Who takes the course, and on which day of the agency's zone. */
export interface Taker {
  readonly personId: string;
  readonly today: string;
  readonly zone: string;
}

export async function readLesson(tx: Tx, personId: string, lessonId: string): Promise<void> {
  const lesson = await findLesson(tx, lessonId);
  if (lesson?.state !== 'published') throw new NotFound();
  await tx.db
    .insertInto('training_lesson_reads')
    .values({
      agency_id: tx.agencyId,
      lesson_id: lesson.id,
      person_id: personId,
      first_read_at: tx.now,
      last_read_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'lesson_id', 'person_id']).doUpdateSet({ last_read_at: tx.now }),
    )
    .execute();
  tx.touch(personId);
}

/** Opens the case that comes next, or goes on with the one that is open: a second click opens nothing twice. */
export async function beginCase(tx: Tx, compiled: CompiledScheme, taker: Taker): Promise<string> {
  const view = await courseView(tx, compiled.scheme, taker);
  if (!view) throw new NotFound();
  const open = view.attempts.find(({ state }) => state === 'open');
  if (open) return open.id;
  const next = nextStep(view.standing);
  if (next.kind !== 'case') throw new Conflict(text.noCaseNow());
  const id = newId();
  await tx.db
    .insertInto('training_attempts')
    .values({
      agency_id: tx.agencyId,
      id,
      course_id: view.course.id,
      case_id: next.caseId,
      person_id: taker.personId,
      ratings: '{}',
      revision: 1,
      state: 'open',
      started_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const begun = (await attemptsOf(tx, taker.personId, view.course.id)).find(({ state }) => state === 'open');
  if (!begun) throw new Conflict(text.noCaseNow());
  return begun.id;
}

/** Saves what was rated so far; a draft that was saved elsewhere meanwhile is not overwritten. */
export async function saveRatings(
  tx: Tx,
  personId: string,
  given: { readonly id: string; readonly revision: number; readonly ratings: Ratings },
): Promise<number> {
  const attempt = await requireOwnAttempt(tx, personId, given.id, { lock: true });
  if (attempt.state !== 'open' || attempt.revision !== given.revision)
    throw new Conflict(text.changedElsewhere());
  await tx.db
    .updateTable('training_attempts')
    .set({ ratings: JSON.stringify(given.ratings), revision: attempt.revision + 1 })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', attempt.id)
    .execute();
  return attempt.revision + 1;
}

export interface Sent {
  readonly hasPassed: boolean;
  /** The certificate that this case completed. */
  readonly certificateId: string | null;
}

/**
 * Compares with the experts, keeps the outcome for good and gives the certificate if this case was the last one
 * needed. `undefined` while an item is not rated. What was sent already is answered with what came out then.
 */
export async function sendRatings(
  tx: Tx,
  given: {
    readonly id: string;
    readonly revision: number;
    readonly ratings: Ratings;
    readonly taker: Taker;
    readonly issuer: string;
    /** The version whose items the case is about, and the newest one with today's rule. */
    readonly ofCase: CompiledScheme;
    readonly newest: CompiledScheme;
  },
): Promise<Sent | undefined> {
  const { taker } = given;
  const attempt = await requireOwnAttempt(tx, taker.personId, given.id, { lock: true });
  if (attempt.state === 'sent') return { hasPassed: attempt.hasPassed === true, certificateId: null };
  if (attempt.revision !== given.revision) throw new Conflict(text.changedElsewhere());
  const about = await findCase(tx, attempt.caseId);
  const before = await courseView(tx, given.newest.scheme, taker);
  if (!about || !before) throw new NotFound();
  const distance = caseDistance(
    distancesOf(rateableItems(given.ofCase.scheme), about.content, given.ratings),
  );
  if (distance === undefined) return undefined;
  const { withinPercent } = before.rule;
  const hasPassed = isWithin(distance, withinPercent);
  await keepOutcome(tx, attempt, given.ratings, { distance, withinPercent, hasPassed });
  await recordSent(tx, attempt, about);
  const after = await courseView(tx, given.newest.scheme, taker);
  const certificateId =
    hasPassed && after && hasEarned(after.standing)
      ? await giveCertificate(tx, {
          personId: taker.personId,
          courseId: after.course.id,
          schemeId: after.course.schemeId,
          issuer: given.issuer,
          today: taker.today,
          validMonths: after.rule.validMonths,
        })
      : null;
  tx.touch(taker.personId);
  return { hasPassed, certificateId };
}

async function keepOutcome(
  tx: Tx,
  attempt: Attempt,
  ratings: Ratings,
  outcome: { readonly distance: number; readonly withinPercent: number; readonly hasPassed: boolean },
): Promise<void> {
  const decision = decide(ATTEMPT, { state: attempt.state, act: 'send', roles: new Set(['rater'] as const) });
  if (!decision.ok) throw refusalOf(decision.why);
  await tx.db
    .updateTable('training_attempts')
    .set({
      ratings: JSON.stringify(ratings),
      revision: attempt.revision + 1,
      state: decision.to,
      distance_basis_points: outcome.distance,
      within_percent: outcome.withinPercent,
      has_passed: outcome.hasPassed,
      sent_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', attempt.id)
    .execute();
  await recordAct(
    tx,
    { process: 'training-attempt', subjectId: attempt.id, act: 'send', actorId: attempt.personId },
    decision,
  );
}

async function recordSent(tx: Tx, attempt: Attempt, about: Case): Promise<void> {
  const { schemeId } = await courseById(tx, attempt.courseId);
  await record(tx, trainingEvents.attemptSent, {
    actorId: attempt.personId,
    subject: { kind: 'training-attempt', id: attempt.id },
    personId: attempt.personId,
    payload: { scheme: schemeId, heading: about.heading },
  });
}
