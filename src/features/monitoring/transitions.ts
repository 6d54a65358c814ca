/** The check-in (dialog kinerja) of one checkpoint as a process. */
import type { TransitionTable } from '#domain/workflow/workflow.ts';
import type { Relation } from '#features/periods/index.ts';

export const CHECK_IN_STATES = ['due', 'recorded', 'agreed', 'disputed'] as const;
/** `due`: nothing was recorded for the checkpoint yet; it has no row. */
export type CheckInState = (typeof CHECK_IN_STATES)[number];

export const CHECK_IN_ACTS = ['record', 'agree', 'dispute'] as const;
export type CheckInAct = (typeof CHECK_IN_ACTS)[number];

export type CheckInRole = Extract<Relation, 'employee' | 'appraiser'>;

/** What was said stands until the other side has answered; a dispute is answered by recording anew. */
export const checkInTransitions: TransitionTable<CheckInState, CheckInAct, CheckInRole> = [
  { from: ['due', 'disputed'], act: 'record', by: ['appraiser'], to: 'recorded', reason: 'none' },
  { from: ['recorded'], act: 'agree', by: ['employee'], to: 'agreed', reason: 'optional' },
  { from: ['recorded'], act: 'dispute', by: ['employee'], to: 'disputed', reason: 'required' },
];
