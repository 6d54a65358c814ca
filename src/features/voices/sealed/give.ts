/**
 * Sending a form. Spends the request and keeps the form apart from it: the two are written in one transaction, and
 * nothing in either leads to the other without both seal keys. No act, no event and no line of a log names the rater.
 */

import { randomInt, randomUUID } from 'node:crypto';
import { agencyToday } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { findRequest, type Request, requireRound } from '../queries.ts';
import { currentKeys } from './keys.ts';
import { type Origin, seal, splitOrigin, unseal, type VoiceKey } from './seal.ts';
import { sealText } from './text.ts';

/** One form, as the components of the scheme read it, and what was written beside. */
export interface AnswerContent {
  /** By component: `{items}`, `{levels}` or `{teams}`. */
  readonly components: Readonly<Record<string, unknown>>;
  /** `item` is `component.item`, or empty for the form as a whole. */
  readonly remarks: readonly { readonly item: string; readonly body: string }[];
}

/** What lies under the seal of one row. */
export interface SealedAnswer {
  readonly content: AnswerContent;
  readonly origin: Origin;
  /** One for each remark, made apart, so that a remark cannot be matched with its form. */
  readonly remarkOrigins: readonly Origin[];
}

/** The caller has made sure that whoever asks is the rater of this request. */
export async function giveAnswer(
  tx: Tx,
  key: VoiceKey,
  input: { readonly requestId: string; readonly content: AnswerContent },
  shuffle: Shuffle = shuffled,
): Promise<void> {
  await lockRequest(tx, input.requestId);
  const request = await findRequest(tx, input.requestId);
  if (!request) throw new NotFound();
  if (request.state !== 'asked')
    throw new Conflict(request.state === 'answered' ? sealText.answered() : sealText.over());
  const round = await requireRound(tx, request.roundId);
  if (round.state !== 'asking' || (await agencyToday(tx)) > round.closesOn)
    throw new Conflict(sealText.over());
  if (request.isAnonymous) await addSealed(tx, key, request, { content: input.content, shuffle });
  else await addStatement(tx, request, input.content);
  await tx.db
    .updateTable('voice_requests')
    .set({ state: 'answered' })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', request.id)
    .execute();
  await tx.db
    .deleteFrom('voice_drafts')
    .where('agency_id', '=', tx.agencyId)
    .where('request_id', '=', request.id)
    .execute();
  tx.touch(request.raterId);
}

async function lockRequest(tx: Tx, requestId: string): Promise<void> {
  await tx.db
    .selectFrom('voice_requests')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', requestId)
    .forUpdate()
    .execute();
}

async function addStatement(tx: Tx, request: Request, content: AnswerContent): Promise<void> {
  await tx.db
    .insertInto('voice_statements')
    .values({
      agency_id: tx.agencyId,
      request_id: request.id,
      content: JSON.stringify(content),
      answered_at: tx.now,
    })
    .execute();
}

/** Adds a form and writes the whole pool anew, so that its rows tell nothing of their order or time. */
async function addSealed(
  tx: Tx,
  key: VoiceKey,
  request: Request,
  { content, shuffle }: { readonly content: AnswerContent; readonly shuffle: Shuffle },
): Promise<void> {
  const keys = await currentKeys(tx);
  const [auditor, officer] = [keys.get('auditor'), keys.get('officer')];
  if (!auditor || !officer) throw new Refusal(sealText.noKeys());
  const split = () => splitOrigin(request.id, { auditor, officer });
  await tx.db
    .selectFrom('voice_pools')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', request.poolId)
    .forUpdate()
    .execute();
  const former = await answersOf(tx, key, request.poolId);
  const added: SealedAnswer = { content, origin: split(), remarkOrigins: content.remarks.map(split) };
  await writePool(tx, key, request.poolId, shuffle([...former, added]));
}

export async function answersOf(tx: Tx, key: VoiceKey, poolId: string): Promise<readonly SealedAnswer[]> {
  const rows = await tx.db
    .selectFrom('voice_answers')
    .select('sealed')
    .where('agency_id', '=', tx.agencyId)
    .where('pool_id', '=', poolId)
    .execute();
  // Written by `writePool` and by nothing else; a row that was altered does not open.
  return rows.map(({ sealed }) => unseal(key, 'answer', poolId, sealed) as SealedAnswer);
}

export async function removePool(tx: Tx, poolId: string): Promise<void> {
  await tx.db
    .deleteFrom('voice_answers')
    .where('agency_id', '=', tx.agencyId)
    .where('pool_id', '=', poolId)
    .execute();
}

async function writePool(
  tx: Tx,
  key: VoiceKey,
  poolId: string,
  answers: readonly SealedAnswer[],
): Promise<void> {
  await removePool(tx, poolId);
  await tx.db
    .insertInto('voice_answers')
    .values(
      answers.map((answer) => ({
        agency_id: tx.agencyId,
        // Random, where other ids tell their time.
        id: randomUUID(),
        pool_id: poolId,
        sealed: seal(key, 'answer', poolId, answer),
      })),
    )
    .execute();
}

/** The order in which forms are kept and shown; the random one unless a test shows what another would tell. */
export type Shuffle = <Item>(items: readonly Item[]) => readonly Item[];

/** Fisher and Yates, with the system's random numbers. */
export function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  const out = [...items];
  for (let last = out.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [out[last], out[other]] = [out[other] as Item, out[last] as Item];
  }
  return out;
}
