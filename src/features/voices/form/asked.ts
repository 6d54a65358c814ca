/** What a rater is asked: requests with the person, the post and the scheme that the form is drawn from. */
import type { AskedVoice } from '#domain/schemes/index.ts';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { RequestState, RoundState } from '../transitions.ts';

export interface AskedRequest {
  readonly id: string;
  readonly poolId: string;
  readonly voice: AskedVoice;
  readonly isAnonymous: boolean;
  /** Fewest forms with which this voice is released. */
  readonly least: number;
  readonly state: RequestState;
  readonly source: string;
  readonly raterId: string | null;
  readonly guestName: string | null;
  readonly participantId: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly position: string;
  readonly positionKind: string;
  readonly positionLevel: string | null;
  readonly unitName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly scheme: { readonly id: string; readonly version: number };
  readonly period: { readonly id: string; readonly name: string };
  readonly round: { readonly id: string; readonly state: RoundState; readonly closesOn: string };
  /** Whether a form was begun; what is in it is sealed. */
  readonly isBegun: boolean;
}

function askedRows(tx: Tx) {
  return tx.db
    .selectFrom('voice_requests as request')
    .innerJoin('voice_pools as pool', (join) =>
      join.onRef('pool.id', '=', 'request.pool_id').on('pool.agency_id', '=', tx.agencyId),
    )
    .innerJoin('voice_rounds as round', (join) =>
      join.onRef('round.id', '=', 'pool.round_id').on('round.agency_id', '=', tx.agencyId),
    )
    .innerJoin('participants as participant', (join) =>
      join.onRef('participant.id', '=', 'pool.participant_id').on('participant.agency_id', '=', tx.agencyId),
    )
    .innerJoin('periods as period', (join) =>
      join.onRef('period.id', '=', 'participant.period_id').on('period.agency_id', '=', tx.agencyId),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participant.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .innerJoin('placements as post', (join) =>
      join.onRef('post.id', '=', 'participant.placement_id').on('post.agency_id', '=', tx.agencyId),
    )
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'post.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .leftJoin('voice_drafts as draft', (join) =>
      join.onRef('draft.request_id', '=', 'request.id').on('draft.agency_id', '=', tx.agencyId),
    )
    .select(['request.id', 'request.pool_id', 'request.state', 'request.source', 'request.rater_id'])
    .select(['request.guest_name', 'pool.voice', 'pool.is_anonymous', 'pool.least', 'pool.participant_id'])
    .select(['round.id as round_id', 'round.state as round_state', 'round.closes_on'])
    .select(['participant.starts_on', 'participant.ends_on'])
    .select(['participant.scheme_id', 'participant.scheme_version'])
    .select(['period.id as period_id', 'period.name as period_name'])
    .select(['people.id as person_id', 'people.name', 'people.title_before', 'people.title_after'])
    .select(['post.position_name', 'post.position_kind', 'post.position_level', 'units.name as unit_name'])
    .select(['draft.revision'])
    .where('request.agency_id', '=', tx.agencyId);
}

type Row = Awaited<ReturnType<ReturnType<typeof askedRows>['executeTakeFirstOrThrow']>>;

function askedOf(row: Row): AskedRequest {
  return {
    id: row.id,
    poolId: row.pool_id,
    // Pools are made for the asked voices of a scheme alone.
    voice: row.voice as AskedVoice,
    isAnonymous: row.is_anonymous,
    least: row.least,
    state: row.state as RequestState,
    source: row.source,
    raterId: row.rater_id,
    guestName: row.guest_name,
    participantId: row.participant_id,
    person: { id: row.person_id, name: fullName(row) },
    position: row.position_name,
    positionKind: row.position_kind,
    positionLevel: row.position_level,
    unitName: row.unit_name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    scheme: { id: row.scheme_id, version: row.scheme_version },
    period: { id: row.period_id, name: row.period_name },
    round: { id: row.round_id, state: row.round_state as RoundState, closesOn: row.closes_on },
    isBegun: row.revision !== null,
  };
}

/** Everything a person was ever asked, what ends first at the top. */
export async function askedOfPerson(tx: Tx, personId: string): Promise<readonly AskedRequest[]> {
  const rows = await askedRows(tx)
    .where('request.rater_id', '=', personId)
    .where('request.state', 'in', ['asked', 'answered', 'declined'])
    .orderBy('round.closes_on', 'desc')
    .orderBy('people.name')
    .orderBy('request.id')
    .limit(200)
    .execute();
  return rows.map(askedOf);
}

/** A request of this person and of nobody else. */
export async function requestOfPerson(
  tx: Tx,
  personId: string,
  requestId: string,
): Promise<AskedRequest | undefined> {
  const row = await askedRows(tx)
    .where('request.id', '=', requestId)
    .where('request.rater_id', '=', personId)
    .where('request.state', '<>', 'proposed')
    .executeTakeFirst();
  return row && askedOf(row);
}

/** The request that a one-time code belongs to. */
export async function requestOfCode(tx: Tx, hash: string): Promise<AskedRequest | undefined> {
  const row = await askedRows(tx)
    .where('request.token_hash', '=', hash)
    .where('request.rater_id', 'is', null)
    .executeTakeFirst();
  return row && askedOf(row);
}

export type Standing = 'open' | 'answered' | 'declined' | 'withdrawn' | 'over';

/** What can be done with a request today. */
export function standingOf({ state, round }: AskedRequest, today: string): Standing {
  if (state === 'answered' || state === 'declined' || state === 'withdrawn') return state;
  return state === 'asked' && round.state === 'asking' && today <= round.closesOn ? 'open' : 'over';
}

/** How many people somebody is still asked about, for the home page. */
export async function requestsWaiting(
  tx: Tx,
  personId: string,
  today: string,
): Promise<{ readonly count: number; readonly closesOn: string } | undefined> {
  const row = await tx.db
    .selectFrom('voice_requests as request')
    .innerJoin('voice_pools as pool', (join) =>
      join.onRef('pool.id', '=', 'request.pool_id').on('pool.agency_id', '=', tx.agencyId),
    )
    .innerJoin('voice_rounds as round', (join) =>
      join.onRef('round.id', '=', 'pool.round_id').on('round.agency_id', '=', tx.agencyId),
    )
    .select((count) => [
      count.fn.countAll<number>().as('count'),
      count.fn.min('round.closes_on').as('closes_on'),
    ])
    .where('request.agency_id', '=', tx.agencyId)
    .where('request.rater_id', '=', personId)
    .where('request.state', '=', 'asked')
    .where('round.state', '=', 'asking')
    .where('round.closes_on', '>=', today)
    .executeTakeFirst();
  return row && row.count > 0 ? { count: Number(row.count), closesOn: row.closes_on } : undefined;
}
