import { type Actor, isAgencyOfficer, notify, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { revisionSource } from '../../drafts/queries.ts';
import { isEditable } from '../../drafts/transitions.ts';
import { schemeProposalAnswered } from '../../events.ts';
import { shareDiscussed } from '../access.ts';
import { type AnswerOutcome, decideContribution } from '../rules.ts';
import { text } from '../text.ts';
import { listeners } from '../voters.ts';
import { lockContribution } from './lock-contribution.ts';

export interface AnswerInput {
  readonly draftId: string;
  readonly id: string;
  readonly outcome: AnswerOutcome;
  readonly words: string;
  /** The revision that changed because of it, as far as one did. */
  readonly revision: number | null;
  /** When the answer was given that the officer had before their eyes; null where there was none. */
  readonly seenAnswerAt: string | null;
}

/** An officer answers a comment or proposal, or puts a former answer right; its author is told. */
export async function answerContribution(tx: Tx, actor: Actor, input: AnswerInput): Promise<void> {
  const draft = await shareDiscussed(tx, input.draftId);
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  if (!isEditable(draft.state)) throw new Conflict(text.notAnswerable());
  const contribution = await lockContribution(tx, actor, draft, input.id, 'update');
  const former = contribution.answer;
  if ((former?.at.toISOString() ?? null) !== input.seenAnswerAt) throw new Conflict(text.answerStale());
  const act = former ? 'correct-answer' : 'answer';
  const decision = decideContribution(contribution, act, actor, input.words);
  if (!decision.ok) throw refusalOf(decision.why);
  await refuseUnknownRevision(tx, draft.id, input.revision);
  await tx.db
    .updateTable('scheme_proposals')
    .set({
      outcome: input.outcome,
      answer: input.words,
      answered_by: actor.personId,
      answered_at: tx.now,
      answered_revision: input.revision,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', contribution.id)
    .execute();
  await recordAct(
    tx,
    {
      process: 'scheme-proposal',
      subjectId: contribution.id,
      act,
      actorId: actor.personId,
      reason: input.words,
    },
    decision,
  );
  await record(tx, schemeProposalAnswered, {
    actorId: actor.personId,
    subject: { kind: 'scheme-proposal', id: contribution.id },
    personId: contribution.authorId,
    payload: {
      title: draft.title,
      kind: contribution.kind,
      outcome: input.outcome,
      revision: input.revision,
      isCorrection: former !== null,
    },
  });
  await notify(tx, {
    personId: contribution.authorId === actor.personId ? null : contribution.authorId,
    kind: 'scheme-proposal-answered',
    parameters: { what: draft.title, person: actor.name },
    path: `/scheme-drafts/${draft.id}/discussion/${contribution.id}`,
  });
  tx.touch(contribution.authorId, ...(await listeners(tx, draft.id)));
}

/** The first text of a draft changed nothing, so nothing can have changed because of what was said. */
async function refuseUnknownRevision(tx: Tx, draftId: string, revision: number | null): Promise<void> {
  if (revision === null) return;
  const known = revision > 1 ? await revisionSource(tx, draftId, revision) : undefined;
  if (!known) throw new Refusal(text.revisionUnknown(), 'revision');
}
