/** What a round says of a unit: sums of whole batches only, so that no difference between two results is a person. */
import { z } from 'zod';
import {
  addTallies,
  answersIn,
  type Flag,
  figuresOf,
  type SurveyFigures,
  type Tally,
} from '#domain/surveys/index.ts';
import { unitsBelow } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Round, RoundCounter } from '../rounds/queries.ts';
import { givenOut } from '../tokens/queries.ts';
import type { BatchState } from '../transitions.ts';

const flagsShape = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('burst'), answers: z.number(), usual: z.string(), minutes: z.number() }),
    z.object({ kind: z.literal('copies'), answers: z.number(), of: z.number() }),
    z.object({
      kind: z.literal('one-step'),
      answers: z.number(),
      of: z.number(),
      usualPercent: z.number(),
    }),
    z.object({ kind: z.literal('token-run'), tokens: z.number(), from: z.number(), until: z.number() }),
  ]),
);

export interface Batch {
  readonly id: string;
  readonly counter: RoundCounter;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly answers: number;
  readonly flags: readonly Flag[];
  readonly state: BatchState;
  readonly reason: string | null;
  readonly tally: Tally;
}

export interface CounterFigures {
  readonly counter: RoundCounter;
  /** Undefined until enough answers were released. */
  readonly figures: SurveyFigures | undefined;
  readonly given: number;
}

export interface MonthFigures {
  /** `2026-03`. */
  readonly month: string;
  readonly figures: SurveyFigures;
}

export interface UnitResult {
  readonly unitId: string;
  readonly unitName: string;
  /** Without what an officer left out. */
  readonly figures: SurveyFigures | undefined;
  /** With it; the same where nothing was left out. */
  readonly all: SurveyFigures | undefined;
  readonly batches: readonly Batch[];
  readonly counters: readonly CounterFigures[];
  readonly months: readonly MonthFigures[];
  /** Tokens given out, and the answers that came with them. */
  readonly given: number;
  readonly answersByToken: number;
}

/** Batches of the round's counters that stand in these units. */
async function batchesOf(tx: Tx, round: Round, counters: readonly RoundCounter[]): Promise<readonly Batch[]> {
  if (counters.length === 0) return [];
  const ids = counters.map(({ id }) => id);
  const rows = await tx.db
    .selectFrom('survey_batches')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where('counter_id', 'in', ids)
    .orderBy('until_day')
    .orderBy('id')
    .execute();
  const counts = await tx.db
    .selectFrom('survey_answers')
    .select((each) => ['batch_id', 'answers', each.fn.countAll<number>().as('count')])
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where('counter_id', 'in', ids)
    .groupBy(['batch_id', 'answers'])
    .execute();
  const tallies = Map.groupBy(counts, (row) => row.batch_id);
  const byId = new Map(counters.map((counter) => [counter.id, counter]));
  return rows.flatMap((row): Batch[] => {
    const counter = byId.get(row.counter_id);
    if (!counter) return [];
    return [
      {
        id: row.id,
        counter,
        fromDay: row.from_day,
        untilDay: row.until_day,
        answers: row.answers,
        flags: flagsShape.parse(row.flags),
        state: row.state as BatchState,
        reason: row.reason,
        tally: new Map((tallies.get(row.id) ?? []).map((each) => [each.answers, Number(each.count)])),
      },
    ];
  });
}

const sum = (batches: readonly Batch[]) => addTallies(batches.map(({ tally }) => tally));

/** Which counters of a round stand in a unit or below it. */
export async function countersIn(tx: Tx, round: Round, unitId: string): Promise<readonly RoundCounter[]> {
  const below = await unitsBelow(tx, [unitId]);
  return round.counters.filter((counter) => below.has(counter.unitId));
}

interface Unit {
  readonly id: string;
  readonly name: string;
}

export async function unitResult(tx: Tx, round: Round, unit: Unit): Promise<UnitResult> {
  const counters = await countersIn(tx, round, unit.id);
  const given = await givenOut(tx, round.id);
  return resultFrom(unit, { counters, batches: await batchesOf(tx, round, counters), given });
}

/** Results of many units with as many questions to the database as for one. */
export async function unitResults(
  tx: Tx,
  round: Round,
  units: readonly Unit[],
): Promise<readonly UnitResult[]> {
  const above = await unitsAbove(tx);
  const batches = await batchesOf(tx, round, round.counters);
  const given = await givenOut(tx, round.id);
  return units.map((unit) => {
    const counters = round.counters.filter(({ unitId }) => above(unitId).has(unit.id));
    const ids = new Set(counters.map(({ id }) => id));
    const own = batches.filter(({ counter }) => ids.has(counter.id));
    return resultFrom(unit, { counters, batches: own, given });
  });
}

/** A unit and all above it. */
async function unitsAbove(tx: Tx): Promise<(unitId: string) => ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('units')
    .select(['id', 'parent_id'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const parents = new Map(rows.map((row) => [row.id, row.parent_id]));
  return (unitId) => {
    const way = new Set<string>();
    for (let id: string | null | undefined = unitId; id && !way.has(id); id = parents.get(id)) way.add(id);
    return way;
  };
}

function resultFrom(
  unit: Unit,
  of: {
    readonly counters: readonly RoundCounter[];
    readonly batches: readonly Batch[];
    readonly given: ReadonlyMap<string, number>;
  },
): UnitResult {
  const { counters, batches, given } = of;
  const counted = batches.filter(({ state }) => state !== 'excluded');
  const byToken = counters.filter(({ mode }) => mode === 'token');
  const inMode = new Set(byToken.map(({ id }) => id));
  const months = Map.groupBy(counted, ({ untilDay }) => untilDay.slice(0, 7));
  return {
    unitId: unit.id,
    unitName: unit.name,
    figures: figuresOf(sum(counted)),
    all: figuresOf(sum(batches)),
    batches,
    counters: counters.map((counter) => ({
      counter,
      figures: figuresOf(sum(counted.filter((batch) => batch.counter.id === counter.id))),
      given: given.get(counter.id) ?? 0,
    })),
    months: [...months].flatMap(([month, own]): MonthFigures[] => {
      const figures = figuresOf(sum(own));
      return figures ? [{ month, figures }] : [];
    }),
    given: byToken.reduce((total, { id }) => total + (given.get(id) ?? 0), 0),
    answersByToken: answersIn(sum(batches.filter(({ counter }) => inMode.has(counter.id)))),
  };
}

/** The units of a round that have a result of their own: its unit, and every unit with a counter. */
export function unitsWithResults(round: Round): readonly { readonly id: string; readonly name: string }[] {
  const units = new Map<string, string>();
  if (round.unitId !== null) units.set(round.unitId, round.unitName ?? '');
  for (const { unitId, unitName } of round.counters) units.set(unitId, unitName);
  return [...units].map(([id, name]) => ({ id, name }));
}
