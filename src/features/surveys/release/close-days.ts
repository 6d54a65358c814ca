/**
 * The nightly work on one round: days that are over are closed. What waited is shuffled and written anew as answers of
 * a batch, never fewer than the minimum; what looks unusual is flagged; the counts by the minute and the days of used
 * tokens are forgotten. Results only ever change here and by an officer's decision, so watching the clock tells nothing.
 */
import { randomInt, randomUUID } from 'node:crypto';
import {
  burstOf,
  copiesOf,
  type Flag,
  isOneStep,
  oneStepOf,
  planBatches,
  type Tally,
  tokenRunOf,
} from '#domain/surveys/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { Round } from '../rounds/queries.ts';
import { givenOut } from '../tokens/queries.ts';

const ROWS_A_STATEMENT = 1000;

export interface ClosedDays {
  readonly flagged: number;
}

/** The caller holds the round's lock. Closes all days before `today`; twice is the same as once. */
export async function closeDays(tx: Tx, round: Round, today: string): Promise<ClosedDays> {
  const last = addDays(today, -1);
  const given = await givenOut(tx, round.id);
  let flagged = 0;
  for (const counter of round.counters) {
    const flags = await closeCounter(tx, {
      round,
      counterId: counter.id,
      last,
      given: given.get(counter.id) ?? 0,
    });
    flagged += flags;
  }
  const until = round.closedOn !== null && round.closedOn < last ? round.closedOn : last;
  if (until >= round.startsOn && (round.releasedUntil ?? '') < until)
    await tx.db
      .updateTable('survey_rounds')
      .set({ released_until: until })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', round.id)
      .execute();
  return { flagged };
}

interface CounterWork {
  readonly round: Round;
  readonly counterId: string;
  readonly last: string;
  /** Tokens given out at the counter so far. */
  readonly given: number;
}

async function closeCounter(tx: Tx, work: CounterWork): Promise<number> {
  const waiting = await waitingOf(tx, work);
  if (waiting.length === 0) return 0;
  const byDay = Map.groupBy(waiting, (row) => row.day);
  const days = [...byDay].map(([day, rows]) => ({ day, answers: rows.length }));
  const usual = await usualOf(tx, work, days);
  const batches = planBatches(days, work.round.least);
  let flagged = 0;
  for (const { days: own, answers } of batches) {
    const rows = own.flatMap((day) => byDay.get(day) ?? []);
    const [day = ''] = own;
    const flags = own.length === 1 ? await flagsOf(tx, work, { day, rows, usual }) : [];
    if (flags.length > 0) flagged += 1;
    await writeBatch(tx, work, { days: own, answers, rows, flags });
  }
  await forgetDays(tx, work);
  return flagged;
}

type Waiting = Awaited<ReturnType<typeof waitingOf>>[number];

function waitingOf(tx: Tx, { round, counterId, last }: CounterWork) {
  return tx.db
    .selectFrom('survey_intake')
    .select(['id', 'day', 'answers', 'extras', 'profile', 'words'])
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where('counter_id', '=', counterId)
    .where('day', '<=', last)
    .execute();
}

/** What is usual at the counter, from what was released before and the other days that wait. */
interface Usual {
  readonly oneStepShare: number;
  readonly tokenShare: number;
  perDayBeside(day: string): number;
}

async function usualOf(
  tx: Tx,
  { round, counterId, given }: CounterWork,
  waiting: readonly { readonly day: string; readonly answers: number }[],
): Promise<Usual> {
  const released = await tx.db
    .selectFrom('survey_answers')
    .select((each) => ['answers', each.fn.countAll<number>().as('count')])
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where('counter_id', '=', counterId)
    .groupBy('answers')
    .execute();
  const batches = await tx.db
    .selectFrom('survey_batches')
    .select(['answers', 'from_day', 'until_day'])
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where('counter_id', '=', counterId)
    .where('state', '<>', 'excluded')
    .execute();
  const count = released.reduce((sum, row) => sum + Number(row.count), 0);
  const oneStep = released.reduce((sum, row) => (isOneStep(row.answers) ? sum + Number(row.count) : sum), 0);
  const single = batches.filter((batch) => batch.from_day === batch.until_day).map((batch) => batch.answers);
  return {
    // A few made-up cases of one half keep the first days from looking unusual.
    oneStepShare: (oneStep + 5) / (count + 10),
    tokenShare: Math.min(0.95, (count + 5) / (given + 10)),
    perDayBeside: (day) => {
      const others = [...single, ...waiting.filter((each) => each.day !== day).map(({ answers }) => answers)];
      const own = waiting.find((each) => each.day === day)?.answers ?? 0;
      return others.length === 0 ? own : others.reduce((sum, each) => sum + each, 0) / others.length;
    },
  };
}

async function flagsOf(
  tx: Tx,
  { round, counterId, given }: CounterWork,
  { day, rows, usual }: { day: string; rows: readonly Waiting[]; usual: Usual },
): Promise<readonly Flag[]> {
  const minutes = await tx.db
    .selectFrom('survey_minutes')
    .select(['minute', 'answers'])
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where('counter_id', '=', counterId)
    .where('day', '=', day)
    .execute();
  const used = await tx.db
    .selectFrom('survey_tokens')
    .select('number')
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where('counter_id', '=', counterId)
    .where('used_on', '=', day)
    .where('number', 'is not', null)
    .execute();
  const tally: Tally = new Map(
    [...Map.groupBy(rows, (row) => row.answers)].map(([pattern, own]) => [pattern, own.length]),
  );
  const numbers = used.flatMap(({ number }) => number ?? []);
  return [
    burstOf(minutes, usual.perDayBeside(day)),
    copiesOf(tally),
    oneStepOf(tally, usual.oneStepShare),
    tokenRunOf(numbers, given, usual.tokenShare),
  ].filter((flag) => flag !== undefined);
}

async function writeBatch(
  tx: Tx,
  { round, counterId }: CounterWork,
  batch: {
    readonly days: readonly string[];
    readonly answers: number;
    readonly rows: readonly Waiting[];
    readonly flags: readonly Flag[];
  },
): Promise<void> {
  const place = { agency_id: tx.agencyId, round_id: round.id, counter_id: counterId };
  const batchId = newId();
  await tx.db
    .insertInto('survey_batches')
    .values({
      ...place,
      id: batchId,
      from_day: batch.days[0] ?? '',
      until_day: batch.days.at(-1) ?? '',
      answers: batch.answers,
      flags: JSON.stringify(batch.flags),
      state: batch.flags.length > 0 ? 'flagged' : 'counted',
    })
    .execute();
  for (const some of chunks(shuffled(batch.rows)))
    await tx.db
      .insertInto('survey_answers')
      .values(
        some.map((row) => ({
          ...place,
          id: randomUUID(),
          batch_id: batchId,
          answers: row.answers,
          extras: JSON.stringify(row.extras),
          profile: JSON.stringify(row.profile),
        })),
      )
      .execute();
  // Shuffled once more: words and answers of one person do not stand at the same place.
  const words = shuffled(batch.rows.map((row) => row.words).filter((each) => each !== ''));
  for (const some of chunks(words))
    await tx.db
      .insertInto('survey_words')
      .values(some.map((body) => ({ ...place, id: randomUUID(), body })))
      .execute();
  for (const some of chunks(batch.rows))
    await tx.db
      .deleteFrom('survey_intake')
      .where('agency_id', '=', tx.agencyId)
      .where(
        'id',
        'in',
        some.map((row) => row.id),
      )
      .execute();
}

/** All used tokens of closed days are written anew at once: neither day nor order of use remains. */
async function forgetDays(tx: Tx, { round, counterId, last }: CounterWork): Promise<void> {
  await tx.db
    .deleteFrom('survey_minutes')
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where('counter_id', '=', counterId)
    .where('day', '<=', last)
    .execute();
  await tx.db
    .updateTable('survey_tokens')
    .set({ used_on: null })
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where('counter_id', '=', counterId)
    .where('used_on', '<=', last)
    .execute();
}

function chunks<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const parts: Row[][] = [];
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    parts.push(rows.slice(start, start + ROWS_A_STATEMENT));
  return parts;
}

/** Fisher–Yates with the system's own randomness. */
function shuffled<Row>(rows: readonly Row[]): Row[] {
  const mixed = [...rows];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [a, b] = [mixed[last], mixed[other]];
    if (a === undefined || b === undefined) continue;
    mixed[last] = b;
    mixed[other] = a;
  }
  return mixed;
}
