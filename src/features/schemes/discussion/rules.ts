/** Who may do what in a discussion, and when: one table for what is said, one rule for the time. Pure. */
import { decide, type TransitionTable } from '#domain/workflow/workflow.ts';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import type { Draft } from '../drafts/queries.ts';
import { isEditable } from '../drafts/transitions.ts';

/**
 * `before`: announced for a later day; `open`: everyone may take part; `over`: the last day has passed and officers
 * answer; `closed`: the draft was taken back, adopted or dropped.
 */
export type Phase = 'before' | 'open' | 'over' | 'closed';

export function phaseOf(
  draft: Pick<Draft, 'state' | 'discussionFrom' | 'discussionUntil'>,
  today: string,
): Phase {
  const { state, discussionFrom, discussionUntil } = draft;
  if (state !== 'discussion' || !discussionFrom || !discussionUntil) return 'closed';
  if (today < discussionFrom) return 'before';
  return today <= discussionUntil ? 'open' : 'over';
}

export type ContributionState = 'standing' | 'answered' | 'withdrawn';
export type ContributionAct = 'withdraw' | 'answer' | 'correct-answer';
export type ContributionRole = 'author' | 'officer';

/** A comment or proposal: what was answered is no longer withdrawn, and an answer can be put right. */
export const contributionTransitions: TransitionTable<ContributionState, ContributionAct, ContributionRole> =
  [
    { from: ['standing'], act: 'withdraw', by: ['author'], to: 'withdrawn', reason: 'none' },
    { from: ['standing'], act: 'answer', by: ['officer'], to: 'answered', reason: 'required' },
    { from: ['answered'], act: 'correct-answer', by: ['officer'], to: 'answered', reason: 'required' },
  ];

interface Standing {
  readonly authorId: string;
  readonly withdrawnAt: Date | null;
  readonly answer: unknown;
}

export function stateOf({ withdrawnAt, answer }: Standing): ContributionState {
  return withdrawnAt ? 'withdrawn' : answer ? 'answered' : 'standing';
}

function roles(actor: Actor, contribution: Standing): ReadonlySet<ContributionRole> {
  return new Set([
    ...(contribution.authorId === actor.personId ? ['author' as const] : []),
    ...(isAgencyOfficer(actor) ? ['officer' as const] : []),
  ]);
}

export function decideContribution(
  contribution: Standing,
  act: ContributionAct,
  actor: Actor,
  reason?: string,
) {
  return decide(contributionTransitions, {
    state: stateOf(contribution),
    act,
    roles: roles(actor, contribution),
    reason,
  });
}

/** What the page offers: the table's acts, as far as the draft's time allows them. */
export function mayWithdraw(contribution: Standing, actor: Actor, phase: Phase): boolean {
  return phase === 'open' && decideContribution(contribution, 'withdraw', actor).ok;
}

export function mayAnswer(contribution: Standing, actor: Actor, draft: Pick<Draft, 'state'>): boolean {
  const act = stateOf(contribution) === 'answered' ? 'correct-answer' : 'answer';
  return isEditable(draft.state) && decideContribution(contribution, act, actor, 'given').ok;
}

export const VOTES = ['for', 'against', 'abstain'] as const;
export type Vote = (typeof VOTES)[number];

export const OUTCOMES = ['taken', 'partly', 'declined', 'noted'] as const;
export type AnswerOutcome = (typeof OUTCOMES)[number];
