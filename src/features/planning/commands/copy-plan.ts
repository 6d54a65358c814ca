import type { Actor } from '#features/people/index.ts';
import { type Participation, requireParticipation } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import type { PlanContent } from '../content.ts';
import { planContentSchema } from '../content.ts';
import { planCopied } from '../events.ts';
import { findPlan } from '../queries.ts';
import { text } from '../text.ts';
import { mayWrite } from '../transitions.ts';
import { requireOpenForWriting } from './open-for-writing.ts';
import { writeDraft } from './save-section.ts';

export interface EarlierPlan {
  readonly periodName: string;
  readonly content: PlanContent;
}

/** The person's own latest agreed plan before this one: of the last period, or of the post they moved from. */
export async function earlierPlan(tx: Tx, participation: Participation): Promise<EarlierPlan | undefined> {
  const row = await tx.db
    .selectFrom('participants')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', tx.agencyId),
    )
    .innerJoin('plans', (join) =>
      join.onRef('plans.participant_id', '=', 'participants.id').on('plans.agency_id', '=', tx.agencyId),
    )
    .innerJoin('plan_versions', (join) =>
      join
        .onRef('plan_versions.plan_id', '=', 'plans.id')
        .onRef('plan_versions.version', '=', 'plans.version')
        .on('plan_versions.agency_id', '=', tx.agencyId),
    )
    .select(['periods.name', 'plan_versions.content'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.person_id', '=', participation.person.id)
    .where('participants.id', '<>', participation.id)
    .where('participants.starts_on', '<', participation.startsOn)
    .orderBy('participants.starts_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { periodName: row.name, content: planContentSchema.parse(row.content) };
}

/** Texts, targets, expectations and annex under new ids: progress of last year belongs to last year's lines. */
export function copiedContent(content: PlanContent): PlanContent {
  return {
    ...content,
    results: content.results.map((result) => ({
      ...result,
      id: newId(),
      serves: null,
      indicators: result.indicators.map((indicator) => ({ ...indicator, id: newId() })),
    })),
  };
}

/** Fills an empty draft with the earlier plan. Returns the name of the period it came from. */
export async function copyEarlierPlan(
  tx: Tx,
  actor: Actor,
  input: { readonly participantId: string; readonly revision: number },
): Promise<string> {
  const view = await requireParticipation(tx, actor, input.participantId);
  if (!view.relations.has('employee')) throw new NotAllowed();
  requireOpenForWriting(view.participation);
  const plan = await findPlan(tx, input.participantId, { lock: true });
  if (!mayWrite(plan?.state ?? 'draft', view.relations)) throw new Conflict(text.notEditable());
  if (plan && plan.content.results.length > 0) throw new Conflict(text.copyOverDraft());
  if ((plan?.revision ?? 0) !== input.revision) throw new Conflict(text.stale());
  const earlier = await earlierPlan(tx, view.participation);
  if (!earlier) throw new Refusal(text.nothingToCopy());
  await writeDraft(tx, {
    participantId: input.participantId,
    plan,
    content: copiedContent(earlier.content),
  });
  const written = await findPlan(tx, input.participantId);
  await record(tx, planCopied, {
    actorId: actor.personId,
    subject: { kind: 'plan', id: written?.id ?? input.participantId },
    personId: view.participation.person.id,
    payload: { period: view.participation.period.name, from: earlier.periodName },
  });
  return earlier.periodName;
}
