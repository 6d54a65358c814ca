/** Saves a draft of either voice. Drafts are not acts: nobody else sees them and nothing is told of them. */
import { decide } from '#domain/workflow/workflow.ts';
import type { Actor } from '#features/people/index.ts';
import { refusalOf } from '#features/people/index.ts';
import { agreedContent } from '#features/planning/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import type { RatingContent, SelfContent } from '../content.ts';
import { type Assessment, assessmentOf, currentResult, type Voice } from '../queries.ts';
import { lockAppraisal, requireOpenPeriod, type Standing } from '../roles.ts';
import { text } from '../text.ts';
import { APPRAISER_ASSESSMENT, SELF_ASSESSMENT } from '../transitions.ts';

export interface DraftInput<Content> {
  readonly participantId: string;
  readonly revision: number;
  readonly content: Content;
}

export const saveSelfDraft = (tx: Tx, actor: Actor, input: DraftInput<SelfContent>): Promise<number> =>
  saveDraft(tx, actor, 'self', input);

export const saveRatingDraft = (tx: Tx, actor: Actor, input: DraftInput<RatingContent>): Promise<number> =>
  saveDraft(tx, actor, 'appraiser', input);

async function saveDraft(
  tx: Tx,
  actor: Actor,
  voice: Voice,
  input: DraftInput<SelfContent | RatingContent>,
): Promise<number> {
  const standing = await lockAppraisal(tx, actor, input.participantId);
  return (await storeDraft(tx, actor, voice, standing, input)).revision;
}

/** The same inside an act that saves and submits at once; the appraisal is already locked. */
export async function storeDraft(
  tx: Tx,
  actor: Actor,
  voice: Voice,
  standing: Standing,
  input: DraftInput<SelfContent | RatingContent>,
): Promise<{ id: string; revision: number }> {
  const existing = await assessmentOf(tx, input.participantId, voice);
  requireMayWrite(voice, standing, existing);
  requireOpenPeriod(standing.view);
  if (voice === 'appraiser' && (await currentResult(tx, input.participantId)))
    throw new Conflict(text.changed());
  if (!(await agreedContent(tx, input.participantId))) throw new Refusal(text.noPlan());
  if ((existing?.revision ?? 0) !== input.revision) throw new Conflict(text.stale());
  const revision = input.revision + 1;
  const id = existing?.id ?? newId();
  await tx.db
    .insertInto('assessments')
    .values({
      agency_id: tx.agencyId,
      id,
      participant_id: input.participantId,
      voice,
      author_id: actor.personId,
      state: 'draft',
      content: JSON.stringify(input.content),
      revision,
      updated_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'participant_id', 'voice']).doUpdateSet({
        content: JSON.stringify(input.content),
        author_id: actor.personId,
        revision,
        updated_at: tx.now,
      }),
    )
    .execute();
  return { id, revision };
}

/** A draft may be written by whoever may submit it. */
function requireMayWrite(
  voice: Voice,
  { roles }: Standing,
  existing: Assessment<SelfContent | RatingContent> | undefined,
): void {
  const table = voice === 'self' ? SELF_ASSESSMENT : APPRAISER_ASSESSMENT;
  const decision = decide(table, { state: existing?.state ?? 'draft', act: 'submit', roles });
  if (!decision.ok) throw refusalOf(decision.why);
}
