import type { Actor } from '#features/people/index.ts';
import { notify } from '#features/people/index.ts';
import { type ParticipationView, requireParticipation } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { VALUE_CODES } from '../content.ts';
import { planCommented, planCommentResolved } from '../events.ts';
import { findPlan, type Plan } from '../queries.ts';
import { text } from '../text.ts';
import { requireOpenForWriting } from './open-for-writing.ts';

export interface CommentInput {
  /** Made when the form was drawn: a second click writes no second comment. */
  readonly id: string;
  readonly participantId: string;
  /** Id of a result or indicator, code of a value, or `plan`. */
  readonly lineId: string;
  readonly body: string;
}

const WHOLE_PLAN = 'plan';

/** Employee and appraiser talk about one line of the plan, in whatever state it is. */
export async function commentOnPlan(tx: Tx, actor: Actor, input: CommentInput): Promise<void> {
  const { view, plan } = await load(tx, actor, input.participantId);
  const body = input.body.trim();
  if (!body) throw new Refusal(text.commentEmpty(), 'body');
  if (!isId(input.id) || !isLine(plan, input.lineId)) throw new NotFound();
  const inserted = await tx.db
    .insertInto('plan_comments')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      plan_id: plan.id,
      line_id: input.lineId,
      body: body.slice(0, 2000),
      author_id: actor.personId,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return;
  const { participation } = view;
  await record(tx, planCommented, {
    actorId: actor.personId,
    subject: { kind: 'plan', id: plan.id },
    personId: participation.person.id,
    payload: { period: participation.period.name, line: input.lineId },
  });
  const isEmployee = view.relations.has('employee');
  await notify(tx, {
    personId: isEmployee ? participation.appraiser?.id : participation.person.id,
    kind: 'plan-commented',
    parameters: { person: actor.name, period: participation.period.name, what: body.slice(0, 200) },
    path: `/appraisals/${participation.id}/plan#line-${input.lineId}`,
  });
  tx.touch(participation.person.id, participation.appraiser?.id);
}

/** Either of the two may mark a comment as done; it stays readable. */
export async function resolveComment(
  tx: Tx,
  actor: Actor,
  input: { readonly participantId: string; readonly commentId: string },
): Promise<void> {
  const { view, plan } = await load(tx, actor, input.participantId);
  if (!isId(input.commentId)) throw new NotFound();
  const comment = await tx.db
    .selectFrom('plan_comments')
    .select(['line_id', 'resolved_at'])
    .where('agency_id', '=', tx.agencyId)
    .where('plan_id', '=', plan.id)
    .where('id', '=', input.commentId)
    .forUpdate()
    .executeTakeFirst();
  if (!comment) throw new NotFound();
  if (comment.resolved_at) return;
  await tx.db
    .updateTable('plan_comments')
    .set({ resolved_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.commentId)
    .execute();
  await record(tx, planCommentResolved, {
    actorId: actor.personId,
    subject: { kind: 'plan', id: plan.id },
    personId: view.participation.person.id,
    payload: { period: view.participation.period.name, line: comment.line_id },
  });
  tx.touch(view.participation.person.id, view.participation.appraiser?.id);
}

async function load(
  tx: Tx,
  actor: Actor,
  participantId: string,
): Promise<{ view: ParticipationView; plan: Plan }> {
  const view = await requireParticipation(tx, actor, participantId);
  if (!view.relations.has('employee') && !view.relations.has('appraiser')) throw new NotAllowed();
  requireOpenForWriting(view.participation);
  const plan = await findPlan(tx, participantId);
  if (!plan) throw new NotFound();
  return { view, plan };
}

function isLine(plan: Plan, lineId: string): boolean {
  if (lineId === WHOLE_PLAN || VALUE_CODES.some((code) => code === lineId)) return true;
  return plan.content.results.some(
    (each) => each.id === lineId || each.indicators.some((indicator) => indicator.id === lineId),
  );
}
