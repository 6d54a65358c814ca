import { z } from 'zod';
import { EXTRA_ANSWERS, type SurveyQuestion } from '#domain/surveys/index.ts';
import type { Actor } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { overseesRound } from '../access.ts';
import type { CounterMode } from '../counters/queries.ts';
import type { RoundState } from '../transitions.ts';

const extraShape = z.array(z.object({ code: z.string(), id: z.string(), en: z.string() }));
/** A question of the agency's own: shown beside the nine, never counted in the index. */
export type Extra = z.output<typeof extraShape>[number];

export interface RoundCounter {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly code: string;
  readonly unitId: string;
  readonly unitName: string;
  /** As it held when the round was opened. */
  readonly mode: CounterMode;
}

export interface Round {
  readonly id: string;
  /** Null for a survey of the whole agency. */
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly extras: readonly Extra[];
  readonly asksProfile: boolean;
  readonly asksWords: boolean;
  readonly least: number;
  readonly state: RoundState;
  readonly closedOn: string | null;
  readonly releasedUntil: string | null;
  readonly createdBy: string;
  readonly counters: readonly RoundCounter[];
}

/** Closed, and the nightly work has been through its last day: nothing more will come. */
export function isSettled(round: Pick<Round, 'state' | 'closedOn' | 'releasedUntil'>): boolean {
  const { state, closedOn, releasedUntil } = round;
  return state === 'closed' && closedOn !== null && releasedUntil !== null && releasedUntil >= closedOn;
}

export function extraQuestion({ code, id, en }: Extra): SurveyQuestion {
  const label = { id, en: en || id };
  return { code, label, question: label, answers: EXTRA_ANSWERS };
}

function roundRows(tx: Tx) {
  return tx.db
    .selectFrom('survey_rounds as round')
    .leftJoin('units', (join) =>
      join.onRef('units.id', '=', 'round.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .selectAll('round')
    .select('units.name as unit_name')
    .where('round.agency_id', '=', tx.agencyId);
}

type Row = Awaited<ReturnType<ReturnType<typeof roundRows>['executeTakeFirstOrThrow']>>;

function roundOf(row: Row, counters: readonly RoundCounter[]): Round {
  return {
    id: row.id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    name: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    extras: extraShape.parse(row.extras),
    asksProfile: row.asks_profile,
    asksWords: row.asks_words,
    least: row.least_answers,
    state: row.state as RoundState,
    closedOn: row.closed_on,
    releasedUntil: row.released_until,
    createdBy: row.created_by,
    counters,
  };
}

async function countersOf(
  tx: Tx,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RoundCounter[]>> {
  if (roundIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('survey_round_counters as held')
    .innerJoin('survey_counters as counter', (join) =>
      join.onRef('counter.id', '=', 'held.counter_id').on('counter.agency_id', '=', tx.agencyId),
    )
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'counter.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .select(['held.round_id', 'held.mode', 'counter.id', 'counter.name', 'counter.service', 'counter.code'])
    .select(['counter.unit_id', 'units.name as unit_name'])
    .where('held.agency_id', '=', tx.agencyId)
    .where('held.round_id', 'in', [...roundIds])
    .orderBy('units.ordinal')
    .orderBy('units.name')
    .orderBy('counter.name')
    .orderBy('counter.id')
    .execute();
  const byRound = Map.groupBy(rows, (row) => row.round_id);
  return new Map(
    [...byRound].map(([id, own]) => [
      id,
      own.map((row) => ({
        id: row.id,
        name: row.name,
        service: row.service,
        code: row.code,
        unitId: row.unit_id,
        unitName: row.unit_name,
        mode: row.mode === 'open' ? ('open' as const) : ('token' as const),
      })),
    ]),
  );
}

/** All rounds that were not dropped, latest first. */
export async function listRounds(tx: Tx): Promise<readonly Round[]> {
  const rows = await roundRows(tx)
    .where('round.state', '<>', 'dropped')
    .orderBy('round.starts_on', 'desc')
    .orderBy('round.name')
    .orderBy('round.id')
    .execute();
  const counters = await countersOf(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => roundOf(row, counters.get(row.id) ?? []));
}

export async function findRound(
  tx: Tx,
  id: string,
  options: { lock?: 'update' | 'share' } = {},
): Promise<Round | undefined> {
  if (!isId(id)) return undefined;
  if (options.lock) {
    const locked = tx.db
      .selectFrom('survey_rounds')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', id);
    await (options.lock === 'update' ? locked.forUpdate() : locked.forShare()).execute();
  }
  const row = await roundRows(tx).where('round.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const counters = await countersOf(tx, [id]);
  return roundOf(row, counters.get(id) ?? []);
}

/** A round that this person may know of; a stranger is told that there is none. */
export async function requireRound(
  tx: Tx,
  actor: Actor,
  id: string,
  options: { lock?: 'update' | 'share' } = {},
): Promise<Round> {
  const round = await findRound(tx, id, options);
  if (!round || !overseesRound(actor, round)) throw new NotFound();
  return round;
}

export function requireRoundCounter(round: Round, counterId: string): RoundCounter {
  const counter = round.counters.find((each) => each.id === counterId);
  if (!counter) throw new NotFound();
  return counter;
}
