/** A draft as a process: written, discussed, adopted or dropped. An adopted or dropped draft never changes again. */
import { decide, openActs, type Transition, type TransitionTable } from '#domain/workflow/workflow.ts';
import { type Actor, isAgencyOfficer, isOfficer } from '#features/people/index.ts';

export type DraftState = 'draft' | 'discussion' | 'adopted' | 'dropped';
export type DraftAct = 'open-discussion' | 'close-discussion' | 'adopt' | 'drop';
export type DraftRole = 'officer';

/** A scheme holds for the whole agency, so that only its officers act; those of single units read. */
export const draftTransitions: TransitionTable<DraftState, DraftAct, DraftRole> = [
  { from: ['draft'], act: 'open-discussion', by: ['officer'], to: 'discussion', reason: 'none' },
  { from: ['discussion'], act: 'close-discussion', by: ['officer'], to: 'draft', reason: 'optional' },
  { from: ['draft', 'discussion'], act: 'adopt', by: ['officer'], to: 'adopted', reason: 'none' },
  { from: ['draft'], act: 'drop', by: ['officer'], to: 'dropped', reason: 'required' },
];

function roles(actor: Actor): ReadonlySet<DraftRole> {
  return new Set(isAgencyOfficer(actor) ? ['officer' as const] : []);
}

export function decideDraft(state: DraftState, act: DraftAct, actor: Actor, reason?: string) {
  return decide(draftTransitions, { state, act, roles: roles(actor), reason });
}

export function openDraftActs(
  state: DraftState,
  actor: Actor,
): readonly Transition<DraftState, DraftAct, DraftRole>[] {
  return openActs(draftTransitions, state, roles(actor));
}

/** The text may still change, also while it is discussed: that is how proposals are taken up. */
export function isEditable(state: DraftState): boolean {
  return state === 'draft' || state === 'discussion';
}

export function mayEditDraft(state: DraftState, actor: Actor): boolean {
  return isEditable(state) && isAgencyOfficer(actor);
}

/** Who may know of a draft before it is put to everyone: officers, leaders and auditors. */
export function mayReadDrafts(actor: Actor): boolean {
  return isOfficer(actor) || actor.leader.kind !== 'none' || actor.isAuditor;
}

export function mayReadDraft(state: DraftState, actor: Actor): boolean {
  return state === 'discussion' || mayReadDrafts(actor);
}
