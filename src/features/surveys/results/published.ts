/** A result as the public sees it: kept when it is published, and shown as it was kept. */
import { z } from 'zod';
import type { SurveyFigures } from '#domain/surveys/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import type { Round } from '../rounds/queries.ts';
import type { UnitResult } from './figures.ts';

const interval = z.object({ from: z.string(), until: z.string(), method: z.enum(['t', 'all-alike']) });
const figures = z.object({
  answers: z.int(),
  index: z.string(),
  interval: interval.optional(),
  elements: z.array(z.object({ code: z.string(), mean: z.string(), interval: interval.optional() })),
});

const published = z.object({
  round: z.string(),
  unit: z.string(),
  from: z.iso.date(),
  until: z.iso.date(),
  figures,
  /** With what was left out, where something was. */
  all: figures.optional(),
  leftOut: z.array(z.object({ day: z.iso.date(), answers: z.int(), reason: z.string() })),
  given: z.int(),
  answersByToken: z.int(),
  /** Whether some answers came without a token, the weaker way. */
  hasOpen: z.boolean(),
  counters: z.array(z.object({ name: z.string(), answers: z.int(), index: z.string() })),
  months: z.array(
    z.object({ month: z.string(), answers: z.int(), index: z.string(), interval: interval.optional() }),
  ),
});
export type PublishedFigures = z.output<typeof published>;

export interface Publication {
  readonly id: string;
  readonly roundId: string;
  readonly unitId: string;
  readonly figures: PublishedFigures;
  readonly publishedAt: Date;
}

export function publishedFigures(round: Round, result: UnitResult): PublishedFigures {
  if (!result.figures) throw new Error('a result without answers is not published');
  const excluded = result.batches.filter(({ state }) => state === 'excluded');
  return {
    round: round.name,
    unit: result.unitName,
    from: round.startsOn,
    until: round.closedOn ?? round.endsOn,
    figures: plain(result.figures),
    ...(excluded.length > 0 && result.all ? { all: plain(result.all) } : {}),
    leftOut: excluded.map(({ fromDay, answers, reason }) => ({
      day: fromDay,
      answers,
      reason: reason ?? '',
    })),
    given: result.given,
    answersByToken: result.answersByToken,
    hasOpen: result.counters.some(
      ({ counter, figures: own }) => counter.mode === 'open' && own !== undefined,
    ),
    counters: result.counters.flatMap(({ counter, figures: own }) =>
      own ? [{ name: counter.name, answers: own.answers, index: own.index }] : [],
    ),
    months: result.months.map(({ month, figures: own }) => ({
      month,
      answers: own.answers,
      index: own.index,
      ...(own.interval ? { interval: own.interval } : {}),
    })),
  };
}

function plain(given: SurveyFigures): z.output<typeof figures> {
  return {
    answers: given.answers,
    index: given.index,
    ...(given.interval ? { interval: given.interval } : {}),
    elements: given.elements.map(({ code, mean, interval: own }) => ({
      code,
      mean,
      ...(own ? { interval: own } : {}),
    })),
  };
}

/** What is published now, latest first; of one round, or one unit of it, where they are named. */
export async function publications(
  tx: Tx,
  of: { readonly roundId?: string; readonly unitId?: string } = {},
): Promise<readonly Publication[]> {
  if ([of.roundId, of.unitId].some((id) => id !== undefined && !isId(id))) return [];
  let query = tx.db
    .selectFrom('survey_publications')
    .select(['id', 'round_id', 'unit_id', 'figures', 'published_at'])
    .where('agency_id', '=', tx.agencyId)
    .where('withdrawn_at', 'is', null);
  if (of.roundId !== undefined) query = query.where('round_id', '=', of.roundId);
  if (of.unitId !== undefined) query = query.where('unit_id', '=', of.unitId);
  const rows = await query.orderBy('published_at', 'desc').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    roundId: row.round_id,
    unitId: row.unit_id,
    figures: published.parse(row.figures),
    publishedAt: row.published_at,
  }));
}
