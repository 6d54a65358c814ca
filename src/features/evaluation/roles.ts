import type { Actor } from '#features/people/index.ts';
import { type ParticipationView, requireParticipation } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { text } from './text.ts';
import type { EvaluationRole } from './transitions.ts';

/** What the person who looks may do here. Nobody appraises or decides about themselves, whatever the data say. */
export function rolesIn(view: ParticipationView): ReadonlySet<EvaluationRole> {
  const { relations, participation } = view;
  if (relations.has('employee')) return new Set<EvaluationRole>(['employee']);
  const roles = new Set<EvaluationRole>();
  if (relations.has('appraiser')) roles.add('appraiser');
  if (relations.has('superior')) {
    roles.add('superior');
    if (!participation.appraiser) roles.add('appraiser');
  }
  return roles;
}

export interface Standing {
  readonly view: ParticipationView;
  readonly roles: ReadonlySet<EvaluationRole>;
}

/**
 * Begins every command on one appraisal: acts on it happen one after another, and each sees what the one before
 * it left. The lock is the weaker kind, so that progress and feedback can be recorded meanwhile.
 */
export async function lockAppraisal(tx: Tx, actor: Actor, participantId: string): Promise<Standing> {
  if (!isId(participantId)) throw new NotFound();
  await tx.db
    .selectFrom('participants')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', participantId)
    .forNoKeyUpdate()
    .execute();
  const view = await requireParticipation(tx, actor, participantId);
  return { view, roles: rolesIn(view) };
}

/** Ratings are given while the period is open and the person takes part. */
export function requireOpenPeriod(view: ParticipationView): void {
  if (view.participation.period.state !== 'open') throw new Refusal(text.periodNotOpen());
  if (view.participation.state === 'excluded') throw new Refusal(text.excluded());
}
