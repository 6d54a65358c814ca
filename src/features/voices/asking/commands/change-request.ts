/** Takes somebody off a participant's list, puts them back, or mends where an outsider is reached. */
import { sql } from 'kysely';
import { decide } from '#domain/workflow/workflow.ts';
import type { Actor } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import type { Request } from '../../queries.ts';
import { REQUEST, type RequestRole } from '../../transitions.ts';
import { voiceRequestRestored, voiceRequestWithdrawn } from '../events.ts';
import { listText as text } from '../text-list.ts';
import type { VoiceRules } from '../world.ts';
import { checkRater } from './check-rater.ts';
import {
  CHOSEN_VOICES,
  checkRoom,
  keepAct,
  liveCount,
  lockPool,
  occurrence,
  type Place,
  placeOf,
  tellNew,
} from './list-place.ts';

/** The request with its participant, for whoever may change that list; strangers learn nothing. */
async function requestPlace(tx: Tx, schemes: SchemeStore, actor: Actor, requestId: string) {
  const { rows } = await sql<{ participant_id: string }>`
    select o.participant_id from voice_requests q
    join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id
    where q.agency_id = ${tx.agencyId} and q.id::text = ${requestId}`.execute(tx.db);
  const participantId = rows[0]?.participant_id;
  if (!participantId) throw new NotFound();
  const place = await placeOf(tx, schemes, actor, participantId);
  const request = await lockRequest(tx, requestId);
  const rules = place.asking.voices.find(({ voice }) => voice === request.voice);
  if (!rules) throw new NotFound();
  const pool = await lockPool(tx, place, rules);
  return { place, request, rules, pool };
}

export async function lockRequest(tx: Tx, requestId: string) {
  const row = await tx.db
    .selectFrom('voice_requests as request')
    .innerJoin('voice_pools as pool', (join) =>
      join.onRef('pool.id', '=', 'request.pool_id').on('pool.agency_id', '=', tx.agencyId),
    )
    .select(['request.id', 'request.state', 'request.rater_id', 'request.guest_name', 'request.guest_email'])
    .select(['request.guest_organisation', 'pool.voice', 'pool.round_id', 'pool.participant_id'])
    .where('request.agency_id', '=', tx.agencyId)
    .where('request.id', '=', requestId)
    .forUpdate('request')
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return { ...row, state: row.state as Request['state'] };
}

export async function withdrawRequest(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  input: { readonly requestId: string; readonly reason: string },
): Promise<string> {
  const { place, request, rules, pool } = await requestPlace(tx, schemes, actor, input.requestId);
  const roles = actingRoles(place, rules);
  const decision = decide(REQUEST, { state: request.state, act: 'withdraw', roles, reason: input.reason });
  if (decision.ok && !roles.has('officer') && (await liveCount(tx, pool.id)) <= rules.fewest)
    throw new Refusal(text.tooFewLeft({ fewest: rules.fewest }), 'reason');
  await keepAct(tx, actor, place, { requestId: request.id, act: 'withdraw', decision, reason: input.reason });
  await setState(tx, request.id, 'withdrawn', input.reason.trim());
  await record(tx, voiceRequestWithdrawn, {
    ...occurrence(actor, place, request.id, rules.voice),
    payload: {
      participantId: place.view.participation.id,
      voice: rules.voice,
      reason: input.reason.trim(),
    },
  });
  tx.touch(request.rater_id);
  return place.view.participation.id;
}

/** What an employee took off the list can be put back by whoever appraises them. */
export async function restoreRequest(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  requestId: string,
): Promise<string> {
  const { place, request, rules, pool } = await requestPlace(tx, schemes, actor, requestId);
  const roles = actingRoles(place, rules);
  const decision = decide(REQUEST, { state: request.state, act: 'restore', roles });
  if (decision.ok) {
    if (place.round.state !== 'preparing') throw new Conflict(text.noLongerOpen());
    await checkRoom(tx, pool, rules);
    await checkRater(tx, {
      place,
      rules,
      rater: request.rater_id
        ? { kind: 'person', personId: request.rater_id }
        : {
            kind: 'guest',
            name: request.guest_name ?? '',
            email: request.guest_email,
            organisation: request.guest_organisation ?? '',
          },
    });
  }
  await keepAct(tx, actor, place, { requestId, act: 'restore', decision });
  await setState(tx, requestId, 'proposed', null);
  await record(tx, voiceRequestRestored, occurrence(actor, place, requestId, rules.voice));
  return place.view.participation.id;
}

/** Superiors, team leads and subordinates are not chosen: only an officer changes them. */
function actingRoles({ roles }: Place, { voice }: VoiceRules): ReadonlySet<RequestRole> {
  if (CHOSEN_VOICES.includes(voice)) return roles;
  return new Set([...roles].filter((role) => role === 'officer'));
}

/** Completes or mends where an outsider is reached. */
export async function changeGuestAddress(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  input: { readonly requestId: string; readonly email: string },
): Promise<string> {
  const { place, request } = await requestPlace(tx, schemes, actor, input.requestId);
  if (request.guest_name === null) throw new NotFound();
  if (request.state !== 'proposed' && request.state !== 'asked') throw new Conflict(text.noLongerOpen());
  await tx.db
    .updateTable('voice_requests')
    .set({ guest_email: input.email })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', request.id)
    .execute();
  if (request.state === 'asked') await tellNew(tx, place.round, null);
  return place.view.participation.id;
}

async function setState(
  tx: Tx,
  requestId: string,
  state: Request['state'],
  reason: string | null,
): Promise<void> {
  await tx.db
    .updateTable('voice_requests')
    .set({ state, reason })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', requestId)
    .execute();
}
