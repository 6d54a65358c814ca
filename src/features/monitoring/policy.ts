/** Who may do what to progress and feedback. Pure; check-ins have their table in transitions.ts. */
import type { ParticipationView, Relation } from '#features/periods/index.ts';
import type { FeedbackRole } from './model.ts';

/** Why nothing can be recorded for anybody at the moment; null when it can. */
export type Blocked = 'period-not-open' | 'excluded' | 'plan-not-agreed' | null;

export function blockedBecause({ participation }: ParticipationView, isPlanAgreed: boolean): Blocked {
  if (participation.period.state !== 'open') return 'period-not-open';
  if (participation.state === 'excluded') return 'excluded';
  return isPlanAgreed ? null : 'plan-not-agreed';
}

/** Realisation and evidence are the employee's own account; everybody else reads it. */
export function mayRecord(relations: ReadonlySet<Relation>): boolean {
  return relations.has('employee');
}

/** Whoever works with the evidence may ask for a link to be looked at again. */
export function mayAskLinkAgain(relations: ReadonlySet<Relation>): boolean {
  return relations.has('employee') || relations.has('appraiser') || relations.has('superior');
}

/** Everybody who works above, beside or below; strongest relation first. */
const FEEDBACK_ROLES = ['appraiser', 'superior', 'subordinate', 'colleague'] as const;

/** In which role somebody gives feedback; null where they may not. Nobody gives feedback to themselves. */
export function feedbackRole(relations: ReadonlySet<Relation>): Exclude<FeedbackRole, 'self'> | null {
  if (relations.has('employee')) return null;
  return FEEDBACK_ROLES.find((role) => relations.has(role)) ?? null;
}

export const FEEDBACK_READERS: readonly Relation[] = [
  'employee',
  'appraiser',
  'superior',
  'officer',
  'leader',
  'auditor',
  'colleague',
  'subordinate',
];

/** Own feedback can be taken back for a day; after that it is part of what the person has been told. */
export const FEEDBACK_WITHDRAWAL_HOURS = 24;

export function mayWithdrawFeedback(
  feedback: {
    readonly author: { readonly id: string };
    readonly createdAt: Date;
    readonly withdrawnAt: Date | null;
  },
  personId: string,
  now: Date,
): boolean {
  const hours = (now.getTime() - feedback.createdAt.getTime()) / 3_600_000;
  return feedback.author.id === personId && !feedback.withdrawnAt && hours < FEEDBACK_WITHDRAWAL_HOURS;
}
