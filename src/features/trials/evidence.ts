/** All evidence that is known of the appraisals of a period, in portions: results, measurements, plan and progress. */
import type { Predicate } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { planLines, resultEvidenceSchema } from '#features/evaluation/index.ts';
import { measurementsOf } from '#features/measurements/index.ts';
import { progressOfMany } from '#features/monitoring/index.ts';
import { planComponent } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Kept } from './compare.ts';

/** Appraisals with a result in force, in the order of their ids, after the one named. */
export async function appraisalsAfter(
  tx: Tx,
  about: {
    readonly periodId: string;
    /** Only results that rest on this scheme; null for all. */
    readonly schemeId: string | null;
    readonly tried: CompiledScheme;
    readonly today: string;
  },
  after: string | null,
  limit: number,
): Promise<readonly Kept[]> {
  let query = tx.db
    .selectFrom('results')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.id', '=', 'results.participant_id')
        .on('participants.agency_id', '=', tx.agencyId),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'participants.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .innerJoin('placements', (join) =>
      join
        .onRef('placements.id', '=', 'participants.placement_id')
        .on('placements.agency_id', '=', tx.agencyId),
    )
    .select(['results.participant_id', 'results.evidence', 'results.score', 'results.category'])
    .select(['results.predicate', 'participants.unit_id', 'units.name as unit_name'])
    .select(['people.sex', 'people.kind', 'people.birth_date', 'placements.position_kind'])
    .where('results.agency_id', '=', tx.agencyId)
    .where('results.superseded_at', 'is', null)
    .where('participants.period_id', '=', about.periodId)
    .orderBy('results.participant_id')
    .limit(limit);
  if (about.schemeId) query = query.where('results.scheme_id', '=', about.schemeId);
  if (after) query = query.where('results.participant_id', '>', after);
  const rows = await query.execute();
  const ids = rows.map((row) => row.participant_id);
  const measured = await measurementsOf(tx, ids);
  const planned = plannedComponents(about.tried);
  const progress = planned.length > 0 ? await progressOfMany(tx, ids) : new Map();
  return rows.map((row) => {
    const own = progress.get(row.participant_id);
    const lines = own && linesOf(planLines(own.plan.content, own.indicators));
    return {
      participantId: row.participant_id,
      unitId: row.unit_id,
      unitName: row.unit_name,
      category: row.category,
      score: row.score,
      predicate: row.predicate as Predicate,
      evidence: {
        ...(lines ? Object.fromEntries(planned.map((code) => [code, { lines }])) : {}),
        ...Object.fromEntries(
          [...(measured.get(row.participant_id) ?? [])].map(([code, { value }]) => [code, value]),
        ),
        // What was rated comes last: it is what the result itself rests on.
        ...givenIn(row.evidence),
      },
      groups: {
        sex: row.sex ?? '',
        kind: row.kind,
        post: row.position_kind,
        age: ageBand(row.birth_date, about.today),
      },
    };
  });
}

/**
 * The evidence of a result. Of the official ratings only those stay in which the appraiser departed from a suggestion,
 * with a reason: that is judgement and no matter of the scheme. What only confirmed a suggestion follows the new one.
 */
function givenIn(stored: unknown): Readonly<Record<string, unknown>> {
  const { official, ...given }: Record<string, unknown> = resultEvidenceSchema.parse(stored).scheme;
  const departures = Object.entries(official ?? {}).filter(
    ([, decided]) => typeof decided === 'object' && decided !== null && 'reason' in decided,
  );
  return departures.length > 0 ? { ...given, official: Object.fromEntries(departures) } : given;
}

/** The component that reads the plan; only with equal weights, for a plan carries none. */
function plannedComponents({ scheme }: CompiledScheme): readonly string[] {
  const code = planComponent(scheme);
  const settings = code === undefined ? undefined : scheme.components[code];
  return code && settings?.mechanism === 'planned-results' && settings.weighting === 'equal' ? [code] : [];
}

/** The lines of a plan as evidence; undefined where one has to be judged by a person. */
function linesOf(lines: ReturnType<typeof planLines>): unknown {
  if (lines.length === 0 || lines.some((line) => line.indicators === null)) return undefined;
  return lines.map(({ kind, indicators }) => ({ kind, indicators }));
}

const BANDS = [30, 40, 50] as const;

function ageBand(birthDate: string | null, today: string): string {
  if (!birthDate) return '';
  const age =
    Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0);
  const upper = BANDS.find((band) => age < band);
  return upper === undefined ? '50+' : upper === 30 ? '<30' : `${upper - 10}-${upper - 1}`;
}
