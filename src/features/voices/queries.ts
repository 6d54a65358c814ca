/** Collections of voices, their pools and requests, as they stand. */
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { RequestState, RoundState } from './transitions.ts';

export interface Round {
  readonly id: string;
  readonly periodId: string;
  readonly periodName: string;
  readonly state: RoundState;
  readonly opensOn: string;
  /** The last day on which a form can be sent; everything is released on the day after. */
  readonly closesOn: string;
  readonly createdBy: string;
}

export interface Request {
  readonly id: string;
  readonly poolId: string;
  readonly roundId: string;
  readonly participantId: string;
  readonly voice: string;
  readonly isAnonymous: boolean;
  /** Fewest forms with which this voice is released. */
  readonly least: number;
  readonly state: RequestState;
  readonly raterId: string | null;
  readonly guestName: string | null;
}

const roundColumns = [
  'voice_rounds.id',
  'voice_rounds.period_id',
  'voice_rounds.state',
  'voice_rounds.opens_on',
  'voice_rounds.closes_on',
  'voice_rounds.created_by',
  'periods.name',
] as const;

function rounds(tx: Tx) {
  return tx.db
    .selectFrom('voice_rounds')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'voice_rounds.period_id').on('periods.agency_id', '=', tx.agencyId),
    )
    .select(roundColumns)
    .where('voice_rounds.agency_id', '=', tx.agencyId);
}

type RoundRow = Awaited<ReturnType<ReturnType<typeof rounds>['executeTakeFirstOrThrow']>>;

function roundOf(row: RoundRow): Round {
  return {
    id: row.id,
    periodId: row.period_id,
    periodName: row.name,
    state: row.state as RoundState,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    createdBy: row.created_by,
  };
}

export async function roundOfPeriod(tx: Tx, periodId: string): Promise<Round | undefined> {
  const row = await rounds(tx).where('voice_rounds.period_id', '=', periodId).executeTakeFirst();
  return row && roundOf(row);
}

export async function requireRound(tx: Tx, roundId: string): Promise<Round> {
  const row = await rounds(tx).where('voice_rounds.id', '=', roundId).executeTakeFirst();
  if (!row) throw new NotFound();
  return roundOf(row);
}

export async function findRequest(tx: Tx, requestId: string): Promise<Request | undefined> {
  const row = await tx.db
    .selectFrom('voice_requests as request')
    .innerJoin('voice_pools as pool', (join) =>
      join.onRef('pool.id', '=', 'request.pool_id').on('pool.agency_id', '=', tx.agencyId),
    )
    .select(['request.id', 'request.pool_id', 'request.state', 'request.rater_id', 'request.guest_name'])
    .select(['pool.round_id', 'pool.participant_id', 'pool.voice', 'pool.is_anonymous', 'pool.least'])
    .where('request.agency_id', '=', tx.agencyId)
    .where('request.id', '=', requestId)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      poolId: row.pool_id,
      roundId: row.round_id,
      participantId: row.participant_id,
      voice: row.voice,
      isAnonymous: row.is_anonymous,
      least: row.least,
      state: row.state as RequestState,
      raterId: row.rater_id,
      guestName: row.guest_name,
    }
  );
}

/** While others are still being heard about this participant: until which day. */
export async function voicesPending(
  tx: Tx,
  participantId: string,
): Promise<{ closesOn: string } | undefined> {
  const row = await tx.db
    .selectFrom('voice_pools as pool')
    .innerJoin('voice_rounds as round', (join) =>
      join.onRef('round.id', '=', 'pool.round_id').on('round.agency_id', '=', tx.agencyId),
    )
    .select('round.closes_on')
    .where('pool.agency_id', '=', tx.agencyId)
    .where('pool.participant_id', '=', participantId)
    .where('pool.state', '=', 'collecting')
    .where('round.state', '=', 'asking')
    .executeTakeFirst();
  return row && { closesOn: row.closes_on };
}
