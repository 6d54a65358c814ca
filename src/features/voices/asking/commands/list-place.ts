/** One participant's list, held still while it is changed, and what is kept of a change. */
import type { Decision } from '#domain/workflow/workflow.ts';
import { type Actor, recordAct } from '#features/people/index.ts';
import { type ParticipationView, requireParticipation } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { type Round, requireRound, roundOfPeriod } from '../../queries.ts';
import type { RequestAct, RequestRole } from '../../transitions.ts';
import { isWorking, latestRun } from '../run.ts';
import { tellRaters } from '../tell.ts';
import { listText as text } from '../text-list.ts';
import { type AskingScheme, askingSchemes, type VoiceRules } from '../world.ts';

/** Voices whose people an employee or appraiser may choose; the others follow from offices and from who appraises whom. */
export const CHOSEN_VOICES: readonly string[] = ['colleague', 'service-user', 'outsider'];

/** An officer is none to the own list, nor to that of somebody they appraise: who has answered is not theirs to see. */
export function requestRoles({ relations }: ParticipationView): ReadonlySet<RequestRole> {
  const own = (['employee', 'appraiser'] as const).filter((role) => relations.has(role));
  if (own.length > 0) return new Set(own);
  return new Set(relations.has('officer') ? (['officer'] as const) : []);
}

export interface Place {
  readonly view: ParticipationView;
  readonly roles: ReadonlySet<RequestRole>;
  readonly round: Round;
  readonly asking: AskingScheme;
}

/** The participant's list with the round held still: nobody opens it, and no job proposes, until this is committed. */
export async function placeOf(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  participantId: string,
): Promise<Place> {
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

export interface Pool {
  readonly id: string;
  readonly state: string;
}

/** The pool that collects this voice; made here where the participant came after the preparation. */
export async function lockPool(tx: Tx, { view, round }: Place, rules: VoiceRules): Promise<Pool> {
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

export async function liveCount(tx: Tx, poolId: string): Promise<number> {
  const row = await tx.db
    .selectFrom('voice_requests')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('agency_id', '=', tx.agencyId)
    .where('pool_id', '=', poolId)
    .where('state', 'in', ['proposed', 'asked', 'answered'])
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function checkRoom(tx: Tx, pool: Pool, { most }: VoiceRules): Promise<void> {
  if ((await liveCount(tx, pool.id)) >= most) throw new Refusal(text.tooMany({ most }), 'rater');
}

export async function tellNew(tx: Tx, round: Round, personId: string | null): Promise<void> {
  await tellRaters(tx, {
    ...round,
    kind: 'voice-asked',
    raterIds: personId ? [personId] : [],
    key: `voice-asked:${round.id}:${tx.now.toISOString()}`,
  });
}

export async function keepAct(
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

export function occurrence(actor: Actor, { view }: Place, requestId: string, voice: string) {
  const { participation } = view;
  return {
    actorId: actor.personId,
    subject: { kind: 'voice-request', id: requestId },
    personId: participation.person.id,
    payload: { participantId: participation.id, voice },
  };
}
