import type { Actor } from '#features/people/index.ts';
import { type ParticipationView, requireParticipation } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { type PlanContent, planContentSchema } from '../content.ts';
import { planDifference } from '../difference.ts';
import { planExpectationsSet } from '../events.ts';
import { arrange } from '../form/arrange.ts';
import type { Section } from '../form/names.ts';
import { type Errors, type Fields, parseSection } from '../form/parse.ts';
import { leaderPlanOf, startingContent } from '../leader.ts';
import { findPlan, type Plan } from '../queries.ts';
import { text } from '../text.ts';
import { maySetExpectations, mayWrite } from '../transitions.ts';
import { requireOpenForWriting } from './open-for-writing.ts';

export interface SaveInput {
  readonly participantId: string;
  readonly section: Section;
  readonly fields: Fields;
  /** Revision the form was drawn with; 0 while there was no plan. */
  readonly revision: number;
  /** A button that adds, removes or moves a part. */
  readonly act?: string;
  /** Saved while typing: what cannot be read yet is left for later instead of refused. */
  readonly isAutosave?: boolean;
}

export type Saved =
  | { readonly ok: true; readonly revision: number; readonly anchor: string }
  | { readonly ok: false; readonly errors: Errors; readonly content: PlanContent };

/** Saves one part of the plan as it was typed. Refused with `Conflict` when it was changed elsewhere meanwhile. */
export async function saveSection(tx: Tx, actor: Actor, input: SaveInput): Promise<Saved> {
  const view = await requireParticipation(tx, actor, input.participantId);
  const plan = await findPlan(tx, input.participantId, { lock: true });
  requireMayWrite(view, plan, input.section);
  requireOpenForWriting(view.participation);
  if ((plan?.revision ?? 0) !== input.revision) throw new Conflict(text.staleDraft());
  const before = plan?.content ?? (await startingContent(tx, view.participation));
  const leader = await leaderPlanOf(tx, view.participation);
  const parsed = parseSection(input.section, input.fields, before, leader);
  if (Object.keys(parsed.errors).length > 0 && !input.isAutosave)
    return { ok: false, errors: parsed.errors, content: parsed.content };
  const arranged = input.act ? arrange(parsed.content, input.act) : undefined;
  const content = planContentSchema.parse(arranged?.content ?? parsed.content);
  const revision = await writeDraft(tx, { participantId: input.participantId, plan, content });
  if (plan && maySetExpectations(plan.state, view.relations) && revision !== plan.revision) {
    await record(tx, planExpectationsSet, {
      actorId: actor.personId,
      subject: { kind: 'plan', id: plan.id },
      personId: view.participation.person.id,
      payload: { period: view.participation.period.name, values: Object.keys(content.expectations) },
    });
    tx.touch(view.participation.person.id);
  }
  return { ok: true, revision, anchor: arranged?.anchor ?? '' };
}

function requireMayWrite(view: ParticipationView, plan: Plan | undefined, section: Section): void {
  const state = plan?.state ?? 'draft';
  if (mayWrite(state, view.relations)) return;
  if (section === 'behaviour' && maySetExpectations(state, view.relations)) return;
  const isConcerned =
    view.relations.has('employee') || (section === 'behaviour' && view.relations.has('appraiser'));
  throw isConcerned ? new Conflict(text.notEditable()) : new NotAllowed();
}

/** Writes the draft under the next revision; the same content again changes nothing. */
export async function writeDraft(
  tx: Tx,
  draft: {
    readonly participantId: string;
    readonly plan: Plan | undefined;
    readonly content: PlanContent;
  },
): Promise<number> {
  const { plan, content, participantId } = draft;
  const json = JSON.stringify(content);
  if (!plan) {
    const inserted = await tx.db
      .insertInto('plans')
      .values({
        agency_id: tx.agencyId,
        id: newId(),
        participant_id: participantId,
        state: 'draft',
        content: json,
        revision: 1,
        version: 0,
        updated_at: tx.now,
      })
      .onConflict((conflict) => conflict.columns(['agency_id', 'participant_id']).doNothing())
      .returning('revision')
      .executeTakeFirst();
    if (!inserted) throw new Conflict(text.staleDraft());
    return inserted.revision;
  }
  if (planDifference(plan.content, content).length === 0) return plan.revision;
  await tx.db
    .updateTable('plans')
    .set({ content: json, revision: plan.revision + 1, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', plan.id)
    .execute();
  return plan.revision + 1;
}
