/** Who may do what in a calibration meeting, and what becomes of it. No act here changes a rating. */
import type { TransitionTable } from '#domain/workflow/workflow.ts';

/**
 * `officer` and `chair` prepare; only the chair opens, decides and closes. `author` is who gave the result that was
 * returned (or, while that post is vacant, the superior). Whoever is asked to judge holds no other role here.
 */
export type CalibrationRole = 'chair' | 'officer' | 'member' | 'author';

export type MeetingState = 'preparing' | 'judging' | 'closed' | 'cancelled';
export type MeetingAct = 'arrange' | 'start' | 'hand-over' | 'close' | 'cancel';

export const MEETING: TransitionTable<MeetingState, MeetingAct, CalibrationRole> = [
  { from: ['preparing'], act: 'arrange', by: ['chair', 'officer'], to: 'preparing', reason: 'none' },
  { from: ['judging'], act: 'arrange', by: ['chair', 'officer'], to: 'judging', reason: 'none' },
  { from: ['preparing'], act: 'hand-over', by: ['chair', 'officer'], to: 'preparing', reason: 'required' },
  { from: ['judging'], act: 'hand-over', by: ['chair', 'officer'], to: 'judging', reason: 'required' },
  { from: ['preparing'], act: 'start', by: ['chair', 'officer'], to: 'judging', reason: 'none' },
  { from: ['judging'], act: 'close', by: ['chair'], to: 'closed', reason: 'optional' },
  {
    from: ['preparing', 'judging'],
    act: 'cancel',
    by: ['chair', 'officer'],
    to: 'cancelled',
    reason: 'required',
  },
];

/** `listed` before the invitations go out: the person does not know yet. */
export type MemberState = 'listed' | 'invited' | 'accepted' | 'declined' | 'replaced';
export type MemberAct = 'invite' | 'accept' | 'decline' | 'replace';

export const MEMBER: TransitionTable<MemberState, MemberAct, CalibrationRole> = [
  { from: ['listed'], act: 'invite', by: ['chair', 'officer'], to: 'invited', reason: 'none' },
  { from: ['invited', 'declined'], act: 'accept', by: ['member'], to: 'accepted', reason: 'none' },
  { from: ['invited', 'accepted'], act: 'decline', by: ['member'], to: 'declined', reason: 'required' },
  {
    from: ['listed', 'invited', 'accepted', 'declined'],
    act: 'replace',
    by: ['chair', 'officer'],
    to: 'replaced',
    reason: 'required',
  },
];

/** `changed` is written by the act that takes the result back, in the evaluation. */
export type ItemState = 'blind' | 'open' | 'noted' | 'returned' | 'stood' | 'changed' | 'dropped';
export type ItemAct = 'drop' | 'open' | 'note' | 'return' | 'stand' | 'change';

export const ITEM: TransitionTable<ItemState, ItemAct, CalibrationRole> = [
  { from: ['blind'], act: 'drop', by: ['chair', 'officer'], to: 'dropped', reason: 'required' },
  { from: ['blind'], act: 'open', by: ['chair'], to: 'open', reason: 'none' },
  { from: ['open'], act: 'note', by: ['chair'], to: 'noted', reason: 'none' },
  { from: ['open'], act: 'return', by: ['chair'], to: 'returned', reason: 'required' },
  { from: ['returned'], act: 'stand', by: ['author'], to: 'stood', reason: 'required' },
  { from: ['returned'], act: 'change', by: ['author'], to: 'changed', reason: 'none' },
];

export type JudgementState = 'draft' | 'submitted';
export type JudgementAct = 'save' | 'submit';

export const JUDGEMENT: TransitionTable<JudgementState, JudgementAct, CalibrationRole> = [
  { from: ['draft'], act: 'save', by: ['member'], to: 'draft', reason: 'none' },
  { from: ['draft'], act: 'submit', by: ['member'], to: 'submitted', reason: 'required' },
];

/** Judgements without which an item cannot be opened, and members without whom nobody is invited. */
export const LEAST_JUDGEMENTS = 3;

/** What a return is about. `distribution` reaches the employee as a label. */
export const RETURN_KINDS = ['evidence', 'criteria', 'distribution'] as const;
export type ReturnKind = (typeof RETURN_KINDS)[number];

/** Why somebody takes no part in an item. `seen`: has read the result, so cannot judge blind. */
export const RECUSAL_KINDS = ['self', 'appraiser', 'superior', 'line', 'conflict', 'seen'] as const;
export type RecusalKind = (typeof RECUSAL_KINDS)[number];

/** Why an appraisal is on the agenda. */
export const CAUSES = ['chosen', 'end', 'border', 'distribution'] as const;
export type Cause = (typeof CAUSES)[number];
