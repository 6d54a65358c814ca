/** The second appraiser's form, given once, and its comparison with the result in force. */
import type { Scheme } from '#domain/schemes/index.ts';
import {
  currentResult,
  giveBeside,
  officialOf,
  type RatingContent,
  ratingFrom,
} from '#features/evaluation/index.ts';
import { type Actor, notify } from '#features/people/index.ts';
import { findParticipation } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound } from '#platform/errors.ts';
import { compareLooks } from '../compare.ts';
import { lookCompared, lookGiven, lookNoted } from '../events.ts';
import { actOn } from './arrange.ts';
import { findLook, type Look, lookResult } from './queries.ts';
import { requireLook } from './standing.ts';
import { text } from './text.ts';

/** Drafts are no acts: nobody else sees them and nothing is told of them. */
export async function saveLookDraft(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly revision: number; readonly content: RatingContent },
): Promise<number> {
  const { look, readers } = await requireLook(tx, actor, input.id, { lock: true });
  if (!readers.has('second')) throw new NotFound();
  if (look.state !== 'asked') throw new Conflict(text.alreadyGiven());
  if (look.revision !== input.revision) throw new Conflict(text.stale());
  const revision = look.revision + 1;
  await tx.db
    .updateTable('second_looks')
    .set({ content: JSON.stringify(input.content), revision })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', look.id)
    .execute();
  return revision;
}

/** Freezes what was written, lets the scheme compute what would come of it, and compares it where a result stands. */
export async function giveLook(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  input: { readonly id: string; readonly revision: number },
): Promise<void> {
  const standing = await requireLook(tx, actor, input.id, { lock: true });
  const { look, readers } = standing;
  if (look.state === 'given' && readers.has('second')) return;
  const state = await actOn(tx, actor, standing, { act: 'give' });
  if (look.revision !== input.revision) throw new Conflict(text.stale());
  const participation = await findParticipation(tx, look.participantId);
  if (!participation) throw new NotFound();
  const compiled = await schemes.load(tx, participation.scheme.id, participation.scheme.version);
  const content = ratingFrom(look.content);
  const { evidence, explained } = await giveBeside(tx, compiled, actor, participation, content);
  const official = officialOf(explained);
  const isLocal = compiled.scheme.authority === 'local';
  await tx.db
    .updateTable('second_looks')
    .set({
      state,
      evidence: JSON.stringify(evidence),
      explanation: JSON.stringify(explained.explanation),
      results_rating: official.resultsRating,
      behaviour_rating: official.behaviourRating,
      predicate: official.predicate,
      score: isLocal ? explained.score : null,
      category: isLocal ? explained.category : null,
      given_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', look.id)
    .execute();
  await record(tx, lookGiven, {
    actorId: actor.personId,
    subject: { kind: 'second-look', id: look.id },
    personId: look.rateeId,
    payload: { participantId: look.participantId },
  });
  await compareNow(tx, compiled.scheme, look.id);
}

/** Compares where both are there and nobody has compared yet; true where it did. */
export async function compareNow(tx: Tx, scheme: Scheme, id: string): Promise<boolean> {
  const look = await findLook(tx, id);
  const second = await lookResult(tx, id);
  const first = look && (await currentResult(tx, look.participantId));
  if (!look || !second || !first || look.comparedAt) return false;
  const { outcome, items, scoreDifference } = compareLooks(scheme, first, second);
  const compared = await tx.db
    .updateTable('second_looks')
    .set({
      result_id: first.id,
      differences: JSON.stringify({ items, scoreDifference }),
      outcome,
      compared_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .where('compared_at', 'is', null)
    .executeTakeFirst();
  if (compared.numUpdatedRows === 0n) return false;
  await record(tx, lookCompared, {
    actorId: null,
    subject: { kind: 'second-look', id },
    personId: look.rateeId,
    payload: { participantId: look.participantId, outcome },
  });
  await tellCompared(tx, look, first.givenBy, outcome);
  return true;
}

async function tellCompared(tx: Tx, look: Look, givenBy: string, outcome: string): Promise<void> {
  const path = `/second-looks/${look.id}`;
  const isForSuperior = outcome === 'category' && look.superiorId !== look.secondId;
  const readers = new Set([givenBy, look.firstId, look.secondId, isForSuperior ? null : look.superiorId]);
  await notify(
    tx,
    ...[...readers].map((personId) => ({
      personId,
      kind: 'second-look-given' as const,
      parameters: { person: look.rateeName },
      path,
      dedupeKey: `second-look-given:${look.id}`,
    })),
    {
      personId: isForSuperior ? look.superiorId : null,
      kind: 'second-look-differs',
      parameters: { person: look.rateeName },
      path,
      dedupeKey: `second-look-differs:${look.id}`,
    },
    {
      personId: look.rateeId,
      kind: 'second-look-made',
      parameters: { period: look.periodName },
      path,
      dedupeKey: `second-look-made:${look.id}`,
    },
  );
}

/** What the appraiser's superior makes of a difference in the category. The result stays as it is. */
export async function noteLook(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly note: string },
): Promise<void> {
  const standing = await requireLook(tx, actor, input.id, { lock: true });
  const { look } = standing;
  const note = input.note.trim();
  if (look.note === note && look.note !== '') return;
  if (look.outcome !== 'category') throw new Conflict(text.nothingToNote());
  await actOn(tx, actor, standing, { act: 'note', reason: note });
  if (look.note !== null) throw new Conflict(text.alreadyNoted());
  await tx.db
    .updateTable('second_looks')
    .set({ note, noted_by: actor.personId, noted_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', look.id)
    .execute();
  await record(tx, lookNoted, {
    actorId: actor.personId,
    subject: { kind: 'second-look', id: look.id },
    personId: look.rateeId,
    payload: { participantId: look.participantId },
  });
  tx.touch(look.firstId, look.secondId, actor.personId);
}
