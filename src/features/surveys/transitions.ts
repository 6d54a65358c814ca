/** Surveys as processes: a round, a batch of answers that looks unusual, words that came with answers, a publication. */
import { decide, openActs, type TransitionTable } from '#domain/workflow/workflow.ts';
import { type Actor, covers, isAgencyOfficer } from '#features/people/index.ts';

export type SurveyRole = 'officer' | 'reader' | 'tera';

export type RoundState = 'draft' | 'open' | 'closed' | 'dropped';
export type RoundAct = 'open' | 'drop' | 'close' | 'end';

/** `end` is what happens by itself after the last day; closing before it has a reason. */
export const roundTransitions: TransitionTable<RoundState, RoundAct, SurveyRole> = [
  { from: ['draft'], act: 'open', by: ['officer'], to: 'open', reason: 'none' },
  { from: ['draft'], act: 'drop', by: ['officer'], to: 'dropped', reason: 'optional' },
  { from: ['open'], act: 'close', by: ['officer'], to: 'closed', reason: 'required' },
  { from: ['open'], act: 'end', by: ['tera'], to: 'closed', reason: 'none' },
];

export type BatchState = 'counted' | 'flagged' | 'kept' | 'excluded';
export type BatchAct = 'keep' | 'exclude';

/** Only what was flagged can be left out: nobody picks the days that suit. */
export const batchTransitions: TransitionTable<BatchState, BatchAct, SurveyRole> = [
  { from: ['flagged', 'excluded'], act: 'keep', by: ['officer'], to: 'kept', reason: 'required' },
  { from: ['flagged', 'kept'], act: 'exclude', by: ['officer'], to: 'excluded', reason: 'required' },
];

export type WordsState = 'shown' | 'reported' | 'hidden';
export type WordsAct = 'report' | 'hide' | 'let-stand';

export const wordsTransitions: TransitionTable<WordsState, WordsAct, SurveyRole> = [
  { from: ['shown'], act: 'report', by: ['reader', 'officer'], to: 'reported', reason: 'required' },
  { from: ['shown', 'reported'], act: 'hide', by: ['officer'], to: 'hidden', reason: 'required' },
  { from: ['reported', 'hidden'], act: 'let-stand', by: ['officer'], to: 'shown', reason: 'required' },
];

export type PublicationState = 'unpublished' | 'published';
export type PublicationAct = 'publish' | 'withdraw';

export const publicationTransitions: TransitionTable<PublicationState, PublicationAct, SurveyRole> = [
  { from: ['unpublished'], act: 'publish', by: ['officer'], to: 'published', reason: 'none' },
  { from: ['published'], act: 'withdraw', by: ['officer'], to: 'unpublished', reason: 'required' },
];

/** Officers of the unit, or of the whole agency where there is none. */
export function mayManage(actor: Actor, unitId: string | null): boolean {
  return unitId === null ? isAgencyOfficer(actor) : covers(actor.officer, unitId);
}

export function rolesFor(actor: Actor, unitId: string | null): ReadonlySet<SurveyRole> {
  return new Set(mayManage(actor, unitId) ? (['officer', 'reader'] as const) : (['reader'] as const));
}

export function decideRound(
  state: RoundState,
  act: RoundAct,
  roles: ReadonlySet<SurveyRole>,
  reason?: string,
) {
  return decide(roundTransitions, { state, act, roles, reason });
}

export function openRoundActs(state: RoundState, roles: ReadonlySet<SurveyRole>): ReadonlySet<RoundAct> {
  return new Set(openActs(roundTransitions, state, roles).map(({ act }) => act));
}
