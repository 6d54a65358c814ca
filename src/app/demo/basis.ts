/** What stood beside each line of an invented appraisal when it was rated, from the invented progress. */
import type { LineBasis } from '#features/evaluation/index.ts';
import { combine } from '#features/monitoring/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import type { DemoParticipant, DemoYear } from './year.ts';

export function basisByParticipant(year: DemoYear): ReadonlyMap<string, ReadonlyMap<string, LineBasis>> {
  const entries = Map.groupBy(year.rows.progress, (entry) => String(entry.indicator_id));
  const evidence = Map.groupBy(year.rows.evidence, (each) => String(each.line_id));
  const feedback = Map.groupBy(year.rows.feedback, (each) => `${each.participant_id}/${each.line_id}`);
  const basisOf = (participant: DemoParticipant): ReadonlyMap<string, LineBasis> =>
    new Map(
      participant.content.results.map((result) => {
        const realisations = new Map<string, string>();
        for (const indicator of result.indicators) {
          const own = (entries.get(indicator.id) ?? []).map((entry) => ({
            onDate: String(entry.on_date),
            value: String(entry.value),
          }));
          const value = combine(own, indicator.target.accumulation);
          if (value !== null)
            realisations.set(indicator.id, `${formatDecimal(value)} ${indicator.target.unit}`);
        }
        const shown = result.indicators.flatMap((indicator) => evidence.get(indicator.id) ?? []);
        const said = feedback.get(`${participant.id}/${result.id}`) ?? [];
        return [
          result.id,
          {
            realisations,
            achievements: new Map(),
            evidence: shown.map((each) => ({
              title: String(each.title),
              at: each.created_at as Date,
              href: String(each.url),
            })),
            feedback: said.map((each) => ({
              body: String(each.body),
              author: '',
              at: each.created_at as Date,
            })),
          },
        ];
      }),
    );
  return new Map(year.participants.map((participant) => [participant.id, basisOf(participant)]));
}
