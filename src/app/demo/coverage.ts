/** On which days something was recorded in an invented year. */
import { type Coverage, coverageOf, type Dated } from '#domain/ratings/recency.ts';
import type { Citable } from '#features/evaluation/index.ts';
import type { DemoYear } from './year.ts';

/** Days on which something was recorded, by participant. */
export function evidenceDaysOf({ rows }: DemoYear): ReadonlyMap<string, readonly Dated[]> {
  const days = new Map<string, Dated[]>();
  const add = (participantId: string, kind: Dated['kind'], on: string) => {
    const own = days.get(participantId) ?? [];
    own.push({ kind, on });
    days.set(participantId, own);
  };
  for (const row of rows.progress) add(row.participant_id, 'progress', String(row.on_date));
  for (const row of rows.evidence) add(row.participant_id, 'evidence', dayOf(row.created_at));
  for (const row of rows.feedback) add(row.participant_id, 'feedback', dayOf(row.created_at));
  for (const row of rows.checkIns) add(row.participant_id, 'check-in', String(row.held_on));
  return days;
}

const dayOf = (at: unknown): string => (at as Date).toISOString().slice(0, 10);

/** Which months what was recorded of one participant covers, with the notes that the rating cites. */
export function yearCoverage(
  dated: readonly Dated[],
  notes: readonly Citable[],
  { year, ratedOn }: { readonly year: number; readonly ratedOn: string },
): Coverage {
  const span = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
  return coverageOf([...dated, ...notes.map(({ kind, on }) => ({ kind, on }))], span, ratedOn);
}
