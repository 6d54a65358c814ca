/**
 * Opening the origin of one remark. The auditor and the personnel officer each add their half with their own
 * passphrase; neither half says anything alone. The rater is told, and the record says that it happened and why.
 */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, notify, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { unsealingOpened, unsealingRefused, unsealingRequested } from '../events.ts';
import { SEND_LETTERS, sendOptions } from '../letters/tasks.ts';
import { findRequest, type Request } from '../queries.ts';
import { currentKeys, type Holder, holdersOf, passphraseTyped } from './keys.ts';
import { joinHalves, openBox, openPrivateKey } from './seal.ts';
import { sealText } from './text.ts';
import { UNSEALING, type UnsealingState } from './unsealing-transitions.ts';

export interface Unsealing {
  readonly id: string;
  readonly remarkId: string;
  readonly body: string;
  readonly participantId: string;
  readonly reason: string;
  readonly state: UnsealingState;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly givenBy: Readonly<Record<Holder, string | null>>;
  readonly refusedReason: string | null;
  readonly requestId: string | null;
}

export async function listUnsealings(tx: Tx, id?: string): Promise<readonly Unsealing[]> {
  let query = tx.db
    .selectFrom('unsealings as the')
    .innerJoin('voice_remarks as remark', (join) =>
      join.onRef('remark.id', '=', 'the.remark_id').on('remark.agency_id', '=', tx.agencyId),
    )
    .innerJoin('voice_pools as pool', (join) =>
      join.onRef('pool.id', '=', 'the.pool_id').on('pool.agency_id', '=', tx.agencyId),
    )
    .select(['the.id', 'the.reason', 'the.state', 'the.requested_by', 'the.requested_at', 'the.request_id'])
    .select(['the.auditor_id', 'the.officer_id', 'the.refused_reason'])
    .select(['remark.id as remark_id', 'remark.body', 'pool.participant_id'])
    .where('the.agency_id', '=', tx.agencyId)
    .orderBy('the.requested_at', 'desc');
  if (id !== undefined) query = query.where('the.id', '=', id);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    remarkId: row.remark_id,
    body: row.body,
    participantId: row.participant_id,
    reason: row.reason,
    state: row.state as UnsealingState,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    givenBy: { auditor: row.auditor_id, officer: row.officer_id },
    refusedReason: row.refused_reason,
    requestId: row.request_id,
  }));
}

/** Opens a case about a released remark. */
export async function requestUnsealing(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly remarkId: string; readonly reason: string },
): Promise<void> {
  if (holdersOf(actor).length === 0) throw new NotAllowed();
  const reason = input.reason.trim();
  if (reason.length < SHORTEST_REASON) throw new Refusal(sealText.reasonShort(), 'reason');
  const remark = await tx.db
    .selectFrom('voice_remarks')
    .select(['pool_id', 'origin_auditor'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.remarkId)
    .forUpdate()
    .executeTakeFirst();
  if (!remark?.origin_auditor) throw new NotFound();
  const earlier = await tx.db
    .selectFrom('unsealings')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('remark_id', '=', input.remarkId)
    .where('state', '<>', 'refused')
    .executeTakeFirst();
  if (earlier?.id === input.id) return;
  if (earlier) throw new Conflict(sealText.caseExists());
  await tx.db
    .insertInto('unsealings')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      pool_id: remark.pool_id,
      remark_id: input.remarkId,
      reason,
      state: 'waiting',
      requested_by: actor.personId,
      requested_at: tx.now,
    })
    .execute();
  await record(tx, unsealingRequested, {
    actorId: actor.personId,
    subject: { kind: 'unsealing', id: input.id },
    payload: { remarkId: input.remarkId, reason },
  });
  const holders = [...(await currentKeys(tx)).values()].map(({ madeBy }) => madeBy);
  await notify(
    tx,
    ...holders
      .filter((personId) => personId !== actor.personId)
      .map((personId) => ({
        personId,
        kind: 'seal-case' as const,
        parameters: { what: reason },
        path: `/unsealings/${input.id}`,
        dedupeKey: `seal-case:${input.id}`,
      })),
  );
}

const SHORTEST_REASON = 20;

async function lockCase(tx: Tx, id: string) {
  const row = await tx.db
    .selectFrom('unsealings')
    .innerJoin('voice_remarks as remark', (join) =>
      join.onRef('remark.id', '=', 'unsealings.remark_id').on('remark.agency_id', '=', tx.agencyId),
    )
    .selectAll('unsealings')
    .select(['remark.origin_auditor', 'remark.origin_officer'])
    .where('unsealings.agency_id', '=', tx.agencyId)
    .where('unsealings.id', '=', id)
    .forUpdate('unsealings')
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** Adds the half of one holder; with the second, the case is open. Returns whether it is. */
export async function addHalf(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly holder: Holder; readonly passphrase: string },
): Promise<boolean> {
  const row = await lockCase(tx, input.id);
  const holders = holdersOf(actor);
  if (!holders.includes(input.holder)) throw new NotAllowed();
  const decision = decide(UNSEALING, {
    state: row.state as UnsealingState,
    act: 'add-half',
    roles: new Set(holders),
  });
  if (!decision.ok) throw refusalOf(decision.why);
  const [own, other] =
    input.holder === 'auditor' ? [row.auditor_id, row.officer_id] : [row.officer_id, row.auditor_id];
  if (own) throw new Conflict(sealText.halfGiven());
  // One person is one key, whatever roles were granted to them.
  if (other === actor.personId) throw new Refusal(sealText.twoPeople());
  const half = await openHalf(tx, {
    box: input.holder === 'auditor' ? row.origin_auditor : row.origin_officer,
    passphrase: input.passphrase,
  });
  const otherHalf = input.holder === 'auditor' ? row.officer_half : row.auditor_half;
  const mine = input.holder === 'auditor' ? { auditor_id: actor.personId } : { officer_id: actor.personId };
  const update = tx.db
    .updateTable('unsealings')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.id);
  if (otherHalf === null) {
    const kept = half.toString('base64');
    await update
      .set({ ...mine, ...(input.holder === 'auditor' ? { auditor_half: kept } : { officer_half: kept }) })
      .execute();
    return false;
  }
  const requestId = joinHalves(half, Buffer.from(otherHalf, 'base64'));
  await update
    .set({
      ...mine,
      state: 'opened',
      opened_at: tx.now,
      request_id: requestId,
      auditor_half: null,
      officer_half: null,
    })
    .execute();
  await recordAct(
    tx,
    { process: 'unsealing', subjectId: input.id, act: 'open', actorId: actor.personId, reason: row.reason },
    { ok: true, from: 'waiting', to: 'opened' },
  );
  await tellRater(tx, actor, { id: input.id, reason: row.reason, requestId });
  return true;
}

async function openHalf(
  tx: Tx,
  given: { readonly box: string | null; readonly passphrase: string },
): Promise<Buffer> {
  const [keyId, box] = (given.box ?? '').split('.');
  if (!keyId || !box) throw new NotFound();
  const key = await tx.db
    .selectFrom('seal_keys')
    .select('private_key')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', keyId)
    .executeTakeFirst();
  const opened = key && openPrivateKey(key.private_key, passphraseTyped(given.passphrase));
  if (!opened) throw new Refusal(sealText.wrongPassphrase(), 'passphrase');
  return openBox(opened, box);
}

async function tellRater(
  tx: Tx,
  actor: Actor,
  opened: { readonly id: string; readonly reason: string; readonly requestId: string },
): Promise<void> {
  const request = await findRequest(tx, opened.requestId);
  await record(tx, unsealingOpened, {
    actorId: actor.personId,
    subject: { kind: 'unsealing', id: opened.id },
    payload: { reason: opened.reason },
  });
  if (request?.raterId === null) await writeToGuest(tx, request);
  await notify(tx, {
    personId: request?.raterId,
    kind: 'seal-opened',
    parameters: { what: opened.reason },
    path: '/voices',
    dedupeKey: `seal-opened:${opened.id}`,
  });
}

/** Somebody without an account is told by letter, where an address is known. */
async function writeToGuest(tx: Tx, request: Request): Promise<void> {
  const { guest_email: address } = await tx.db
    .selectFrom('voice_requests')
    .select('guest_email')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', request.id)
    .executeTakeFirstOrThrow();
  if (!address) return;
  await tx.db
    .insertInto('voice_letters')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      request_id: request.id,
      kind: 'unsealing',
      address,
      state: 'waiting',
      created_at: tx.now,
    })
    .execute();
  await tx.enqueue(SEND_LETTERS, { roundId: request.roundId }, sendOptions(request.roundId));
}

export async function refuseUnsealing(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): Promise<void> {
  const row = await lockCase(tx, input.id);
  const decision = decide(UNSEALING, {
    state: row.state as UnsealingState,
    act: 'refuse',
    roles: new Set(holdersOf(actor)),
    reason: input.reason,
  });
  const act = { process: 'unsealing', subjectId: input.id, act: 'refuse' } as const;
  await recordAct(tx, { ...act, actorId: actor.personId, reason: input.reason }, decision);
  await tx.db
    .updateTable('unsealings')
    .set({
      state: 'refused',
      refused_by: actor.personId,
      refused_reason: input.reason.trim(),
      auditor_half: null,
      officer_half: null,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.id)
    .execute();
  await record(tx, unsealingRefused, {
    actorId: actor.personId,
    subject: { kind: 'unsealing', id: input.id },
    payload: { reason: input.reason.trim() },
  });
}
