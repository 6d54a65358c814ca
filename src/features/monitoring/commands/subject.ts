import type { Actor } from '#features/people/index.ts';
import { type ParticipationView, type Relation, requireParticipation } from '#features/periods/index.ts';
import { type AgreedPlan, agreedContent } from '#features/planning/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, Refusal } from '#platform/errors.ts';
import { blockedBecause } from '../policy.ts';
import { blockedWords } from '../words.ts';

/** The participation an act is about; "not there" for strangers, refused for those who may only look. */
export async function subjectOf(
  tx: Tx,
  actor: Actor,
  participantId: string,
  may: (relations: ReadonlySet<Relation>) => boolean,
  visibleTo?: readonly Relation[],
): Promise<ParticipationView> {
  const view = await requireParticipation(tx, actor, participantId, visibleTo);
  if (!may(view.relations)) throw new NotAllowed();
  return view;
}

/** The agreed plan, or the reason in words why nothing can be recorded now. */
export async function openPlan(tx: Tx, view: ParticipationView): Promise<AgreedPlan> {
  const plan = await agreedContent(tx, view.participation.id);
  const blocked = blockedBecause(view, plan !== null);
  if (blocked || !plan) throw new Refusal(blockedWords(blocked ?? 'plan-not-agreed'));
  return plan;
}

/** Refuses in words while the period is not open; for acts that need no plan. */
export function requireOpenPeriod(view: ParticipationView): void {
  const blocked = blockedBecause(view, true);
  if (blocked) throw new Refusal(blockedWords(blocked));
}

/** The people whose open pages show this person's progress. */
export function watchers(view: ParticipationView): (string | undefined)[] {
  const { person, appraiser, superior } = view.participation;
  return [person.id, appraiser?.id, superior?.id];
}
