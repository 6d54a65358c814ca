/** Adds somebody who is asked about a participant: a person of the agency, or an outsider with an address. */
import type { Actor } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import type { RequestRole } from '../../transitions.ts';
import { voiceRequestAdded } from '../events.ts';
import { listText as text } from '../text-list.ts';
import { checkRater } from './check-rater.ts';
import { CHOSEN_VOICES, checkRoom, keepAct, lockPool, occurrence, placeOf, tellNew } from './list-place.ts';

export type NewRater =
  | { readonly kind: 'person'; readonly personId: string }
  | {
      readonly kind: 'guest';
      readonly name: string;
      readonly email: string | null;
      readonly organisation: string;
    };

export interface AddInput {
  readonly id: string;
  readonly participantId: string;
  readonly voice: string;
  readonly rater: NewRater;
}

/** The same form twice adds one person. */
export async function addRequest(tx: Tx, schemes: SchemeStore, actor: Actor, input: AddInput): Promise<void> {
  const place = await placeOf(tx, schemes, actor, input.participantId);
  const rules = place.asking.voices.find(({ voice }) => voice === input.voice);
  if (!rules) throw new NotFound();
  if (!CHOSEN_VOICES.includes(rules.voice) && !place.roles.has('officer')) throw new NotAllowed();
  if ((rules.voice === 'outsider') !== (input.rater.kind === 'guest'))
    throw new Refusal(text.wrongKind(), 'voice');
  const pool = await lockPool(tx, place, rules);
  if (await isKnown(tx, input.id)) return;
  await checkRoom(tx, pool, rules);
  await checkRater(tx, { place, rules, rater: input.rater });
  const isAsking = place.round.state === 'asking';
  const { rater } = input;
  await tx.db
    .insertInto('voice_requests')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      pool_id: pool.id,
      ...(rater.kind === 'person'
        ? { rater_id: rater.personId }
        : { guest_name: rater.name, guest_email: rater.email, guest_organisation: rater.organisation }),
      source: sourceOf(place.roles),
      state: isAsking ? 'asked' : 'proposed',
      created_by: actor.personId,
      created_at: tx.now,
      asked_at: isAsking ? tx.now : null,
    })
    .execute();
  await keepAct(tx, actor, place, {
    requestId: input.id,
    act: 'add',
    decision: { ok: true, from: 'none', to: isAsking ? 'asked' : 'proposed' },
  });
  await record(tx, voiceRequestAdded, occurrence(actor, place, input.id, rules.voice));
  if (isAsking) await tellNew(tx, place.round, rater.kind === 'person' ? rater.personId : null);
}

function sourceOf(roles: ReadonlySet<RequestRole>): 'employee' | 'appraiser' | 'officer' {
  for (const role of ['officer', 'appraiser', 'employee'] as const) if (roles.has(role)) return role;
  throw new NotAllowed();
}

async function isKnown(tx: Tx, requestId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('voice_requests')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', requestId)
    .executeTakeFirst();
  return row !== undefined;
}
