/**
 * Who may do what to an assessment and to a result, and what becomes of it. Buttons, refusals, tests and diagrams
 * come from these rows. What also hangs on a date (the objection's deadline) is checked by the command.
 */
import type { TransitionTable } from '#domain/workflow/workflow.ts';

/**
 * Roles of the evaluation. While the appraiser's post is vacant the superior holds the appraiser's role too
 * (next level up signs); nobody holds any other role in their own appraisal.
 */
export type EvaluationRole = 'employee' | 'appraiser' | 'superior' | 'system';

export type AssessmentState = 'draft' | 'submitted';
export type SelfAct = 'submit' | 'reopen';

/** Reopening ends once the appraiser's rating has been given. */
export const SELF_ASSESSMENT: TransitionTable<AssessmentState, SelfAct, EvaluationRole> = [
  { from: ['draft'], act: 'submit', by: ['employee'], to: 'submitted', reason: 'none' },
  { from: ['submitted'], act: 'reopen', by: ['employee'], to: 'draft', reason: 'none' },
];

/** Reopened only by what withdraws or revokes the result, in the same act. */
export const APPRAISER_ASSESSMENT: TransitionTable<AssessmentState, SelfAct, EvaluationRole> = [
  { from: ['draft'], act: 'submit', by: ['appraiser'], to: 'submitted', reason: 'none' },
  { from: ['submitted'], act: 'reopen', by: ['appraiser', 'superior'], to: 'draft', reason: 'required' },
];

export type ResultState =
  /** No result yet, or the last one was withdrawn or revoked. */
  | 'awaited'
  | 'given'
  | 'withdrawn'
  | 'ratified'
  | 'accepted'
  | 'objected'
  | 'explained'
  | 'decided'
  | 'revoked';

export type ResultAct =
  | 'give'
  | 'withdraw'
  | 'ratify'
  | 'accept'
  | 'lapse'
  | 'object'
  | 'explain'
  | 'uphold'
  | 'change'
  | 'revoke';

export const RESULT: TransitionTable<ResultState, ResultAct, EvaluationRole> = [
  { from: ['awaited'], act: 'give', by: ['appraiser'], to: 'given', reason: 'none' },
  { from: ['given'], act: 'withdraw', by: ['appraiser'], to: 'withdrawn', reason: 'required' },
  { from: ['given'], act: 'ratify', by: ['appraiser'], to: 'ratified', reason: 'none' },
  { from: ['ratified'], act: 'accept', by: ['employee'], to: 'accepted', reason: 'none' },
  // PP 30/2019 Article 59: who does not object within the days allowed has accepted.
  { from: ['ratified'], act: 'lapse', by: ['system'], to: 'accepted', reason: 'none' },
  { from: ['ratified'], act: 'object', by: ['employee'], to: 'objected', reason: 'required' },
  { from: ['objected'], act: 'explain', by: ['appraiser'], to: 'explained', reason: 'required' },
  { from: ['objected', 'explained'], act: 'uphold', by: ['superior'], to: 'decided', reason: 'required' },
  { from: ['objected', 'explained'], act: 'change', by: ['superior'], to: 'decided', reason: 'required' },
  { from: ['ratified', 'accepted'], act: 'revoke', by: ['superior'], to: 'revoked', reason: 'required' },
];

/** Why a result was taken back; `distribution` is shown to the employee in so many words. */
export const GROUNDS = ['correction', 'new-evidence', 'distribution', 'other'] as const;
export type Ground = (typeof GROUNDS)[number];
