/** Which papers of an appraisal can be printed now, and what is missing for the others. Pure. */
import type { AppraisalFacts, Stage } from './facts.ts';

export const PAPER_KINDS = ['skp', 'feedback', 'evaluation', 'document'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export function isPaperKind(text: string): text is PaperKind {
  return (PAPER_KINDS as readonly string[]).includes(text);
}

export type Missing = 'no-plan' | 'plan-not-agreed' | 'no-result' | 'not-ratified';

export type Availability =
  | { readonly state: 'ready' }
  /** Can be printed, marked RANCANGAN. */
  | { readonly state: 'draft' }
  | { readonly state: 'missing'; readonly why: Missing };

/** States of a plan in which its draft has been handed to the appraiser; before, it is the employee's own. */
const PROPOSED = ['proposed', 'revision-proposed'];

export function availability(facts: AppraisalFacts, kind: PaperKind, isEmployee: boolean): Availability {
  if (kind === 'skp') return planAvailability(facts, isEmployee);
  if (kind === 'feedback')
    return facts.plan ? { state: 'ready' } : { state: 'missing', why: 'plan-not-agreed' };
  if (!facts.plan || !facts.result) return { state: 'missing', why: 'no-result' };
  if (facts.result.state !== 'given') return { state: 'ready' };
  return kind === 'evaluation' ? { state: 'draft' } : { state: 'missing', why: 'not-ratified' };
}

function planAvailability(facts: AppraisalFacts, isEmployee: boolean): Availability {
  if (facts.plan) return { state: 'ready' };
  return mayPrintDraft(facts, isEmployee)
    ? { state: 'draft' }
    : { state: 'missing', why: facts.draft ? 'plan-not-agreed' : 'no-plan' };
}

/** A plan being written or revised: its author prints it at any time, others once it has been proposed. */
export function mayPrintDraft({ draft }: AppraisalFacts, isEmployee: boolean): boolean {
  if (!draft || draft.content.results.length === 0) return false;
  return isEmployee || PROPOSED.includes(draft.state);
}

/** Stages that have begun: of those to come there is nothing to print. */
export function begunStages(facts: AppraisalFacts, today: string): readonly Stage[] {
  return facts.stages.filter((stage) => stage.startsOn <= today);
}
