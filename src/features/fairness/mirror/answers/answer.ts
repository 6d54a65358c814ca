import { z } from 'zod';
import type { DetectorName } from '#domain/statistics/fairness/types.ts';
import type { Actor } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { patternsAnswered } from '../events.ts';
import { text } from '../text-answers.ts';

/** A sentence: shorter ones explain nothing. */
export const LEAST_WORDS = 15;
export const MOST_WORDS = 2000;

export const fieldOf = (detector: DetectorName) => `answer-${detector}`;

/** One field for each pattern that was shown, all to be filled. */
export function answersForm(detectors: readonly DetectorName[]) {
  const body = z
    .string()
    .transform((value) => value.replaceAll('\r\n', '\n').trim())
    .refine((value) => value.length >= LEAST_WORDS, { error: () => text.tooShort({ least: LEAST_WORDS }) })
    .pipe(z.string().max(MOST_WORDS));
  return z.object(Object.fromEntries(detectors.map((detector) => [fieldOf(detector), body])));
}

export interface Answer {
  readonly detector: DetectorName;
  readonly body: string;
}

/** Once a period and kind of pattern: who sends the same page again changes nothing. Returns how many were written. */
export async function answerPatterns(
  tx: Tx,
  actor: Actor,
  input: { readonly periodId: string; readonly periodName: string; readonly answers: readonly Answer[] },
): Promise<number> {
  if (input.answers.length === 0) return 0;
  const written = await tx.db
    .insertInto('fairness_answers')
    .values(
      input.answers.map(({ detector, body }) => ({
        agency_id: tx.agencyId,
        id: newId(),
        period_id: input.periodId,
        rater_id: actor.personId,
        detector,
        body,
        answered_at: tx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'period_id', 'rater_id', 'detector']).doNothing(),
    )
    .returning('detector')
    .execute();
  if (written.length === 0) return 0;
  await record(tx, patternsAnswered, {
    actorId: actor.personId,
    subject: { kind: 'period', id: input.periodId },
    personId: actor.personId,
    payload: { period: input.periodName, patterns: written.map(({ detector }) => detector).sort() },
  });
  tx.touch(actor.personId);
  return written.length;
}
