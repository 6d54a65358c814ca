/** Everything that is needed to say who is asked about whom in a round, read in a fixed number of statements. */

import { sql } from 'kysely';
import {
  ANONYMOUS_VOICES,
  type AskedVoice,
  type AskingRules,
  askedVoices,
  askingRules,
  leastAnswers,
  type Scheme,
} from '#domain/schemes/index.ts';
import type { Seat, Span, TeamStay } from '#domain/voices/index.ts';
import { agencyToday } from '#features/people/index.ts';
import { findPeriod, type Period } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Round } from '../queries.ts';
import type { RequestState } from '../transitions.ts';
import { membershipsIn } from './teams/months.ts';

/** What a scheme says of one voice that others are asked for. */
export interface VoiceRules {
  readonly voice: AskedVoice;
  readonly fewest: number;
  readonly most: number;
  readonly least: number;
  readonly isAnonymous: boolean;
}

/** A scheme as far as it concerns asking. */
export interface AskingScheme {
  readonly scheme: Scheme;
  readonly rules: AskingRules;
  readonly voices: readonly VoiceRules[];
}

export function askingScheme(scheme: Scheme): AskingScheme {
  const rules = askingRules(scheme);
  const voices = askedVoices(scheme).map((voice) => ({
    voice,
    ...rules.limitsOf(voice),
    least: leastAnswers(scheme, voice),
    isAnonymous: ANONYMOUS_VOICES.some((each) => each === voice),
  }));
  return { scheme, rules, voices };
}

/** Compiled schemes seen from the side of asking, each looked at once. */
export function askingSchemes(tx: Tx, schemes: SchemeStore) {
  const known = new Map<string, AskingScheme>();
  return async (id: string, version: number): Promise<AskingScheme> => {
    const key = `${id}@${version}`;
    const found = known.get(key) ?? askingScheme((await schemes.load(tx, id, version)).scheme);
    known.set(key, found);
    return found;
  };
}

export interface WorldSeat extends Seat {
  readonly asking: AskingScheme;
}

export interface KnownRequest {
  readonly id: string;
  readonly poolId: string;
  readonly participantId: string;
  readonly voice: AskedVoice;
  readonly raterId: string | null;
  readonly state: RequestState;
  readonly source: string;
  readonly isWithdrawnByHand: boolean;
  /** Asked when the round was opened, not in somebody's place afterwards. */
  readonly isOriginal: boolean;
}

export interface KnownPool {
  readonly id: string;
  readonly participantId: string;
  readonly voice: AskedVoice;
  readonly state: string;
}

export interface World {
  readonly round: Round;
  readonly period: Period;
  readonly today: string;
  readonly seats: readonly WorldSeat[];
  readonly teams: readonly TeamStay[];
  /** People who have left and can no longer be asked. */
  readonly gone: ReadonlySet<string>;
  readonly pools: readonly KnownPool[];
  readonly requests: readonly KnownRequest[];
}

/** Reasons that the system writes when it withdraws; a person's own words never look like them. */
export const SYSTEM_REASONS = ['left', 'no-contact', 'conflict', 'too-few'] as const;
export type SystemReason = (typeof SYSTEM_REASONS)[number];

export async function loadWorld(tx: Tx, schemes: SchemeStore, round: Round): Promise<World> {
  const period = await findPeriod(tx, round.periodId);
  if (!period) throw new NotFound();
  const on = await agencyToday(tx);
  const span = { from: period.startsOn, until: endOf(period, round) };
  return {
    round,
    period,
    today: on,
    seats: await seatsOf(tx, schemes, period, span),
    teams: await membershipsIn(tx, span),
    gone: await goneBy(tx, on),
    pools: await poolsOf(tx, round.id),
    requests: await requestsOf(tx, round.id),
  };
}

/** People work together until the period or the round ends, whichever comes first. */
function endOf(period: Period, round: Round): string {
  return [addDays(period.endsOn, 1), addDays(round.closesOn, 1)].sort()[0] ?? period.endsOn;
}

interface SeatRow {
  readonly id: string;
  readonly person_id: string;
  readonly unit_id: string;
  readonly appraiser_id: string | null;
  readonly superior_id: string | null;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly scheme_id: string;
  readonly scheme_version: number;
  readonly is_head: boolean;
}

async function seatsOf(
  tx: Tx,
  schemes: SchemeStore,
  period: Period,
  span: Span,
): Promise<readonly WorldSeat[]> {
  const { rows } = await sql<SeatRow>`
    select t.id, t.person_id, t.unit_id, t.appraiser_id, t.superior_id, t.starts_on, t.ends_on,
      t.scheme_id, t.scheme_version, l.is_head
    from participants t join placements l on l.agency_id = ${tx.agencyId} and l.id = t.placement_id
    where t.agency_id = ${tx.agencyId} and t.period_id = ${period.id} and t.state <> 'excluded'
    order by t.id`.execute(tx.db);
  const askingOf = askingSchemes(tx, schemes);
  const seats: WorldSeat[] = [];
  for (const row of rows) {
    const asking = await askingOf(row.scheme_id, row.scheme_version);
    const until = addDays(row.ends_on, 1);
    seats.push({
      id: row.id,
      personId: row.person_id,
      unitId: row.unit_id,
      isHead: row.is_head,
      appraiserId: row.appraiser_id,
      superiorId: row.superior_id,
      from: row.starts_on,
      until: until < span.until ? until : span.until,
      contactMonths: asking.rules.contactMonths,
      asking,
    });
  }
  return seats;
}

async function goneBy(tx: Tx, on: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('people')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('ended_on', '<=', on)
    .execute();
  return new Set(rows.map((row) => row.id));
}

async function poolsOf(tx: Tx, roundId: string): Promise<readonly KnownPool[]> {
  const rows = await tx.db
    .selectFrom('voice_pools')
    .select(['id', 'participant_id', 'voice', 'state'])
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', roundId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    participantId: row.participant_id,
    voice: row.voice as AskedVoice,
    state: row.state,
  }));
}

async function requestsOf(tx: Tx, roundId: string): Promise<readonly KnownRequest[]> {
  const rows = await tx.db
    .selectFrom('voice_requests as request')
    .innerJoin('voice_pools as pool', (join) =>
      join.onRef('pool.id', '=', 'request.pool_id').on('pool.agency_id', '=', tx.agencyId),
    )
    .innerJoin('voice_rounds as round', (join) =>
      join.onRef('round.id', '=', 'pool.round_id').on('round.agency_id', '=', tx.agencyId),
    )
    .select(['request.id', 'request.pool_id', 'request.rater_id', 'request.state', 'request.source'])
    .select(['request.reason', 'request.asked_at', 'pool.participant_id', 'pool.voice', 'round.opened_at'])
    .where('request.agency_id', '=', tx.agencyId)
    .where('pool.round_id', '=', roundId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    poolId: row.pool_id,
    participantId: row.participant_id,
    voice: row.voice as AskedVoice,
    raterId: row.rater_id,
    state: row.state as RequestState,
    source: row.source,
    isWithdrawnByHand: row.state === 'withdrawn' && !SYSTEM_REASONS.some((each) => each === row.reason),
    isOriginal: row.asked_at !== null && row.asked_at.getTime() === row.opened_at?.getTime(),
  }));
}

/** Requests that stand: somebody is, or will be, asked. */
export function isLive({ state }: { readonly state: RequestState }): boolean {
  return state === 'proposed' || state === 'asked' || state === 'answered';
}
