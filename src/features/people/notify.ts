/**
 * Tells a person that something waits for them: a line in Tera, and a mail where the agency has set one up.
 * Called inside the command that causes it, so nobody is told of what did not happen.
 */
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';

/** Every kind has its sentence in notification-text.ts; the compiler sees to it. */
export type NotificationKind =
  | 'plan-proposed'
  | 'plan-returned'
  | 'plan-agreed'
  | 'plan-commented'
  | 'revision-opened'
  | 'check-in-recorded'
  | 'check-in-answered'
  | 'feedback-given'
  | 'feedback-asked'
  | 'observation-shared'
  | 'diary-reminder'
  | 'self-assessment-submitted'
  | 'result-given'
  | 'result-withdrawn'
  | 'result-ratified'
  | 'result-accepted'
  | 'result-revoked'
  | 'objection-filed'
  | 'objection-explained'
  | 'objection-decided'
  | 'period-opened'
  | 'criteria-published'
  | 'appraiser-flagged'
  | 'appraiser-flag-resolved'
  | 'appraiser-changed'
  | 'deadline-near'
  | 'deadline-passed'
  | 'scheme-adopted'
  | 'scheme-discussion-opened'
  | 'scheme-proposal-answered'
  | 'voice-asked'
  | 'voice-reminder'
  | 'voices-released'
  | 'voice-remark-reported'
  | 'seal-opened'
  | 'seal-case'
  | 'training-invited'
  | 'certificate-given'
  | 'certificate-revoked'
  | 'certificate-ending'
  | 'certificate-ended'
  | 'workshop-invited'
  | 'workshop-place'
  | 'workshop-changed'
  | 'workshop-cancelled'
  | 'workshop-near'
  | 'record-contested'
  | 'record-contest-accepted'
  | 'record-contest-refused'
  | 'conflict-declared'
  | 'conflict-to-decide'
  | 'conflict-confirmed'
  | 'conflict-rejected'
  | 'conflict-ended'
  | 'conflicts-open'
  | 'second-look-commit'
  | 'second-look-reveal'
  | 'second-look-asked'
  | 'second-look-declined'
  | 'second-look-given'
  | 'second-look-made'
  | 'second-look-differs'
  | 'fairness-flagged'
  | 'calibration-invited'
  | 'calibration-changed'
  | 'calibration-cancelled'
  | 'calibration-released'
  | 'calibration-declined'
  | 'calibration-chair'
  | 'calibration-ready'
  | 'calibration-returned'
  | 'calibration-answered'
  | 'calibration-discussed'
  | 'calibration-closed'
  | 'calibration-near'
  | 'calibration-return-near'
  | 'competency-outcome-recorded'
  | 'development-need-added'
  | 'development-need-moved'
  | 'innovation-joined'
  | 'innovation-changed'
  | 'innovation-to-verify'
  | 'run-finished'
  | 'survey-closed'
  | 'survey-flagged'
  | 'survey-words-reported'
  | 'survey-published'
  | 'survey-used';

export interface Notification {
  readonly personId: string | null | undefined;
  readonly kind: NotificationKind;
  /** Names and dates for the sentence; already readable (`person`, `period`, `date`, `what`). */
  readonly parameters?: Record<string, string>;
  /** Address inside the agency, such as `/appraisals/…/plan`. */
  readonly path: string;
  /** The same key is told only once, however often the job runs. */
  readonly dedupeKey?: string;
}

/** Returns how many were told; whoever was told under the same key before is not told again. */
export async function notify(tx: Tx, ...notifications: readonly Notification[]): Promise<number> {
  const rows = notifications.filter((each) => each.personId);
  if (rows.length === 0) return 0;
  const told = await tx.db
    .insertInto('notifications')
    .values(
      rows.map((each) => ({
        agency_id: tx.agencyId,
        id: newId(),
        person_id: each.personId as string,
        kind: each.kind,
        parameters: JSON.stringify(each.parameters ?? {}),
        path: each.path,
        dedupe_key: each.dedupeKey ?? null,
        created_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['agency_id', 'person_id', 'dedupe_key']).doNothing())
    .executeTakeFirst();
  tx.touch(...rows.map((each) => each.personId));
  return Number(told.numInsertedOrUpdatedRows ?? 0);
}
