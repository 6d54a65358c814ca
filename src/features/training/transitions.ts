/** The processes of training as tables: lessons, cases, attempts, certificates, workshops and places in them. */
import { decide, type TransitionTable } from '#domain/workflow/workflow.ts';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import type { AttemptState, CaseState, EnrolmentState, LessonState } from './model.ts';

type Officer = 'officer';

export const LESSON: TransitionTable<LessonState, 'publish' | 'withdraw', Officer> = [
  { from: ['draft', 'withdrawn'], act: 'publish', by: ['officer'], to: 'published', reason: 'none' },
  { from: ['published', 'draft'], act: 'withdraw', by: ['officer'], to: 'withdrawn', reason: 'none' },
];

/** A case that was answered is never edited: `replace` is what publishing its successor does to it. */
export const CASE: TransitionTable<CaseState, 'publish' | 'replace' | 'withdraw', Officer> = [
  { from: ['draft'], act: 'publish', by: ['officer'], to: 'published', reason: 'none' },
  { from: ['published'], act: 'replace', by: ['officer'], to: 'replaced', reason: 'none' },
  { from: ['draft', 'published'], act: 'withdraw', by: ['officer'], to: 'withdrawn', reason: 'none' },
];

export const ATTEMPT: TransitionTable<AttemptState, 'send', 'rater'> = [
  { from: ['open'], act: 'send', by: ['rater'], to: 'sent', reason: 'none' },
];

export const CERTIFICATE: TransitionTable<'given' | 'revoked', 'revoke', Officer> = [
  { from: ['given'], act: 'revoke', by: ['officer'], to: 'revoked', reason: 'required' },
];

export const WORKSHOP: TransitionTable<'planned' | 'cancelled', 'cancel', Officer> = [
  { from: ['planned'], act: 'cancel', by: ['officer'], to: 'cancelled', reason: 'required' },
];

/** `none`: no row yet. Whether somebody who asks is enrolled or waits is decided by the places left. */
export type PlaceState = EnrolmentState | 'none';
export type PlaceAct = 'invite' | 'enrol' | 'wait' | 'move-up' | 'decline' | 'withdraw' | 'attend';
export type PlaceRole = 'officer' | 'person' | 'system';

export const PLACE: TransitionTable<PlaceState, PlaceAct, PlaceRole> = [
  { from: ['none'], act: 'invite', by: ['officer'], to: 'invited', reason: 'none' },
  {
    from: ['none', 'invited', 'declined', 'withdrawn'],
    act: 'enrol',
    by: ['person'],
    to: 'enrolled',
    reason: 'none',
  },
  {
    from: ['none', 'invited', 'declined', 'withdrawn'],
    act: 'wait',
    by: ['person'],
    to: 'waiting',
    reason: 'none',
  },
  { from: ['waiting'], act: 'move-up', by: ['system'], to: 'enrolled', reason: 'none' },
  { from: ['invited'], act: 'decline', by: ['person'], to: 'declined', reason: 'none' },
  { from: ['enrolled', 'waiting'], act: 'withdraw', by: ['person'], to: 'withdrawn', reason: 'none' },
  {
    from: ['none', 'invited', 'waiting', 'declined', 'withdrawn'],
    act: 'attend',
    by: ['officer'],
    to: 'enrolled',
    reason: 'none',
  },
];

export function officerRoles(actor: Actor): ReadonlySet<Officer> {
  return new Set(isAgencyOfficer(actor) ? ['officer' as const] : []);
}

export function decideLesson(state: LessonState, act: 'publish' | 'withdraw', actor: Actor) {
  return decide(LESSON, { state, act, roles: officerRoles(actor) });
}

export function decideCase(state: CaseState, act: 'publish' | 'replace' | 'withdraw', actor: Actor) {
  return decide(CASE, { state, act, roles: officerRoles(actor) });
}
