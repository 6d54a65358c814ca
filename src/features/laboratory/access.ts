/**
 * Who may use the laboratory. Whoever may read a scheme may read the runs of it. Officers of the agency run anything;
 * everybody who may speak in an open discussion may run its draft in a smaller size, one run at a time.
 */
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { type Draft, mayReadDraft, phaseOf } from '#features/schemes/index.ts';
import type { RunRole } from './transitions.ts';

/** People times periods of a run by somebody who is no officer. */
export const SMALL_RUN = 3000;
/** Runs of one person that may be unfinished at a time. */
export const UNFINISHED = { officer: 6, other: 1 } as const;

type Discussed = Pick<Draft, 'state' | 'discussionFrom' | 'discussionUntil'>;

/** Whether the runs of a draft may be known; `undefined` stands for a version, which everybody may read. */
export function mayReadRuns(actor: Actor, draft: Pick<Draft, 'state'> | undefined): boolean {
  return draft === undefined || draft.state === 'adopted' || mayReadDraft(draft.state, actor);
}

export function mayRunAnything(actor: Actor): boolean {
  return isAgencyOfficer(actor);
}

/** Whether this person may run this draft. */
export function mayRunDraft(actor: Actor, draft: Discussed, today: string): boolean {
  return isAgencyOfficer(actor) || phaseOf(draft, today) === 'open';
}

export function rolesOf(actor: Actor, ownerId: string): ReadonlySet<RunRole> {
  return new Set<RunRole>([
    ...(actor.personId === ownerId ? (['owner'] as const) : []),
    ...(isAgencyOfficer(actor) ? (['officer'] as const) : []),
  ]);
}
