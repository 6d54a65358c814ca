/** Changing who is asked about one participant, while the round is being prepared; officers also afterwards. */
import { sql } from 'kysely';
import { type Decision, decide } from '#domain/workflow/workflow.ts';
import { type Actor, recordAct } from '#features/people/index.ts';
import { type ParticipationView, requireParticipation } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { type Request, type Round, requireRound, roundOfPeriod } from '../../queries.ts';
import { REQUEST, type RequestAct, type RequestRole } from '../../transitions.ts';
import { voiceRequestAdded, voiceRequestRestored, voiceRequestWithdrawn } from '../events.ts';
import { isWorking, latestRun } from '../run.ts';
import { tellRaters } from '../tell.ts';
import { listText as text } from '../text-list.ts';
import { type AskingScheme, askingSchemes, type VoiceRules } from '../world.ts';
import { checkRater } from './check-rater.ts';

/** Voices whose people an employee or appraiser may choose; the others follow from offices and from who appraises whom. */
export const CHOSEN_VOICES: readonly string[] = ['colleague', 'service-user', 'outsider'];

export function requestRoles({ relations }: ParticipationView): ReadonlySet<RequestRole> {
  return new Set((['employee', 'appraiser', 'officer'] as const).filter((role) => relations.has(role)));
}

export interface Place {
  readonly view: ParticipationView;
  readonly roles: ReadonlySet<RequestRole>;
  readonly round: Round;
  readonly asking: AskingScheme;
}

/** The participant's list with the round held still: nobody opens it, and no job proposes, until this is committed. */
async function placeOf(tx: Tx, schemes: SchemeStore, actor: Actor, participantId: string): Promise<Place> {
  const view = await requireParticipation(tx, actor, participantId);
  const { period, scheme } = view.participation;
  const known = await roundOfPeriod(tx, period.id);
  if (!known) throw new NotFound();
  await tx.db
    .selectFrom('voice_rounds')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', known.id)
    .forShare()
    .execute();
  const round = await requireRound(tx, known.id);
  const roles = requestRoles(view);
  if (roles.size === 0) throw new NotAllowed();
  if (round.state === 'preparing' && isWorking(await latestRun(tx, round.id)))
    throw new Conflict(text.stillPreparing());
  if (round.state === 'released' || (round.state === 'asking' && !roles.has('officer')))
    throw new Conflict(text.noLongerOpen());
  return { view, roles, round, asking: await askingSchemes(tx, schemes)(scheme.id, scheme.version) };
}

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

async function tellNew(tx: Tx, round: Round, personId: string | null): Promise<void> {
  await tellRaters(tx, {
    ...round,
    kind: 'voice-asked',
    raterIds: personId ? [personId] : [],
    key: `voice-asked:${round.id}:${tx.now.toISOString()}`,
  });
}

interface Pool {
  readonly id: string;
  readonly state: string;
}

/** The pool that collects this voice; made here where the participant came after the preparation. */
async function lockPool(tx: Tx, { view, round }: Place, rules: VoiceRules): Promise<Pool> {
  const { participation } = view;
  const find = () =>
    tx.db
      .selectFrom('voice_pools')
      .select(['id', 'state'])
      .where('agency_id', '=', tx.agencyId)
      .where('participant_id', '=', participation.id)
      .where('voice', '=', rules.voice)
      .forUpdate()
      .executeTakeFirst();
  const known = await find();
  if (known) {
    if (known.state !== 'collecting') throw new Conflict(text.voiceClosed());
    return known;
  }
  // While the round asks, a pool that begins late would tell who is in it.
  if (round.state !== 'preparing') throw new Conflict(text.voiceClosed());
  await tx.db
    .insertInto('voice_pools')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      round_id: round.id,
      participant_id: participation.id,
      voice: rules.voice,
      is_anonymous: rules.isAnonymous,
      least: rules.least,
      state: 'collecting',
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'participant_id', 'voice']).doNothing())
    .execute();
  const made = await find();
  if (!made) throw new NotFound();
  return made;
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

async function liveCount(tx: Tx, poolId: string): Promise<number> {
  const row = await tx.db
    .selectFrom('voice_requests')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('agency_id', '=', tx.agencyId)
    .where('pool_id', '=', poolId)
    .where('state', 'in', ['proposed', 'asked', 'answered'])
    .executeTakeFirstOrThrow();
  return row.count;
}

async function checkRoom(tx: Tx, pool: Pool, { most }: VoiceRules): Promise<void> {
  if ((await liveCount(tx, pool.id)) >= most) throw new Refusal(text.tooMany({ most }), 'rater');
}

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

async function keepAct(
  tx: Tx,
  actor: Actor,
  { view }: Place,
  given: {
    readonly requestId: string;
    readonly act: RequestAct | 'add';
    readonly decision: Decision<string>;
    readonly reason?: string;
  },
): Promise<void> {
  const { participation } = view;
  await recordAct(
    tx,
    {
      process: 'voice-request',
      subjectId: given.requestId,
      participantId: participation.id,
      act: given.act,
      actorId: actor.personId,
      reason: given.reason,
    },
    given.decision,
  );
  tx.touch(participation.person.id, participation.appraiser?.id);
}

function occurrence(actor: Actor, { view }: Place, requestId: string, voice: string) {
  const { participation } = view;
  return {
    actorId: actor.personId,
    subject: { kind: 'voice-request', id: requestId },
    personId: participation.person.id,
    payload: { participantId: participation.id, voice },
  };
}
