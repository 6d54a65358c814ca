import { decide } from '#domain/workflow/workflow.ts';
import type { Actor } from '#features/people/index.ts';
import { notify, recordAct, refusalOf } from '#features/people/index.ts';
import { agreedContent, type PlanContent } from '#features/planning/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import type { Problems } from '../check-rating.ts';
import type { SelfContent } from '../content.ts';
import { selfAssessmentReopened, selfAssessmentSubmitted } from '../events.ts';
import { lineField } from '../fields.ts';
import { assessmentOf, currentResult } from '../queries.ts';
import { lockAppraisal, requireOpenPeriod } from '../roles.ts';
import { text } from '../text.ts';
import { SELF_ASSESSMENT } from '../transitions.ts';
import { type DraftInput, storeDraft } from './save-draft.ts';

/** What is missing before the self-assessment can be submitted, by field of its form. */
export function problemsOfSelf(plan: PlanContent, content: SelfContent): Problems {
  const problems: Record<string, string> = {};
  for (const { id } of plan.results) {
    const line = content.lines[id];
    if (!line?.realisation.trim()) problems[lineField(id, 'realisation')] = text.realisationMissing();
    if (!line?.rating) problems[lineField(id, 'rating')] = text.ratingMissing();
  }
  return problems;
}

export async function submitSelfAssessment(
  tx: Tx,
  actor: Actor,
  input: DraftInput<SelfContent>,
): Promise<void> {
  const standing = await lockAppraisal(tx, actor, input.participantId);
  const existing = await assessmentOf(tx, input.participantId, 'self');
  const decision = decide(SELF_ASSESSMENT, {
    state: existing?.state ?? 'draft',
    act: 'submit',
    roles: standing.roles,
  });
  if (!decision.ok) throw refusalOf(decision.why);
  const agreed = await agreedContent(tx, input.participantId);
  if (!agreed) throw new Refusal(text.noPlan());
  const [problem] = Object.values(problemsOfSelf(agreed.content, input.content));
  if (problem) throw new Refusal(text.selfIncomplete());
  const { id } = await storeDraft(tx, actor, 'self', standing, input);
  await tx.db
    .updateTable('assessments')
    .set({ state: decision.to, submitted_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .execute();
  const { participation } = standing.view;
  const act = { subjectId: id, participantId: participation.id, actorId: actor.personId };
  await recordAct(tx, { ...act, process: 'assessment', act: 'submit' }, decision);
  await record(tx, selfAssessmentSubmitted, {
    actorId: actor.personId,
    subject: { kind: 'assessment', id },
    personId: participation.person.id,
    payload: { participantId: participation.id },
  });
  await notify(tx, {
    personId: (participation.appraiser ?? participation.superior)?.id,
    kind: 'self-assessment-submitted',
    parameters: { person: participation.person.name, period: participation.period.name },
    path: `/appraisals/${participation.id}/evaluation`,
  });
  tx.touch(participation.person.id, participation.superior?.id);
}

/** Until the result has been given, the employee may take the self-assessment back to go on writing. */
export async function reopenSelfAssessment(
  tx: Tx,
  actor: Actor,
  input: { readonly participantId: string },
): Promise<void> {
  const { view, roles } = await lockAppraisal(tx, actor, input.participantId);
  const existing = await assessmentOf(tx, input.participantId, 'self');
  const decision = decide(SELF_ASSESSMENT, { state: existing?.state ?? 'draft', act: 'reopen', roles });
  if (!decision.ok || !existing) throw refusalOf(decision.ok ? 'wrong-state' : decision.why);
  requireOpenPeriod(view);
  if (await currentResult(tx, input.participantId)) throw new Refusal(text.resultGivenAlready());
  await tx.db
    .updateTable('assessments')
    .set({ state: decision.to, submitted_at: null, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', existing.id)
    .execute();
  const act = { subjectId: existing.id, participantId: input.participantId, actorId: actor.personId };
  await recordAct(tx, { ...act, process: 'assessment', act: 'reopen' }, decision);
  await record(tx, selfAssessmentReopened, {
    actorId: actor.personId,
    subject: { kind: 'assessment', id: existing.id },
    personId: actor.personId,
    payload: { participantId: input.participantId },
  });
  tx.touch(view.participation.appraiser?.id, view.participation.superior?.id);
}
