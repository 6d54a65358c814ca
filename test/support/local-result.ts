/** A result under a scheme of the agency in which colleagues were heard, with figures of the period beside it. */
import { compileScheme } from '#domain/schemes/index.ts';
import { explainEvidence, officialOf, type ResultEvidence } from '#features/evaluation/index.ts';
import { adoptLocalScheme, localScheme } from '#features/evaluation/local/local.fixture.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { City } from './city.ts';

export interface Colleague {
  readonly melayani: string;
  readonly kerjasama: string;
}

export function localEvidence(colleague: readonly Colleague[]) {
  return {
    capaian: { lines: [{ kind: 'main', level: 'baik' }] },
    perilaku: {
      forms: {
        appraiser: [{ items: { melayani: 'baik', kerjasama: 'baik' } }],
        colleague: colleague.map((items) => ({ items })),
      },
    },
    kehadiran: { workingDays: 100, absentDays: 0, longestAbsence: 0, late: [] },
    hukuman: { value: false },
  };
}

/** The city's employee has a given result; `figures` says that the period was computed. */
export async function giveLocalResult(
  city: City,
  colleague: readonly Colleague[],
  figures = true,
): Promise<void> {
  const compiled = compileScheme(localScheme());
  const evidence = {
    kind: 'local',
    planVersion: 1,
    scheme: localEvidence(colleague),
    annotations: {},
    lines: [],
    notes: '',
  } satisfies ResultEvidence;
  const explained = explainEvidence(compiled, evidence);
  await city.db.write(async (tx) => {
    await adoptLocalScheme(tx);
    const { resultsRating, behaviourRating, predicate } = officialOf(explained);
    const at = tx.now;
    await tx.db
      .insertInto('results')
      .values({
        agency_id: tx.agencyId,
        id: newId(),
        participant_id: city.participants.employee,
        version: 1,
        state: 'given',
        results_rating: resultsRating,
        behaviour_rating: behaviourRating,
        predicate,
        score: explained.score,
        category: explained.category,
        evidence: JSON.stringify(evidence),
        explanation: JSON.stringify(explained.explanation),
        scheme_id: compiled.scheme.id,
        scheme_version: 1,
        given_by: city.appraiser.id,
        given_at: at,
      })
      .execute();
    if (figures) await insertFigures(tx, city);
  });
}

/** A computed period: the appraiser is linked to others, who differ from one another. */
async function insertFigures(tx: Tx, city: City): Promise<void> {
  const at = tx.now;
  const { id: scheme_id } = localScheme();
  const run = { agency_id: tx.agencyId, run_id: newId() };
  await tx.db
    .insertInto('fairness_runs')
    .values({
      agency_id: tx.agencyId,
      id: run.run_id,
      period_id: city.periodId,
      state: 'done',
      settings: JSON.stringify({ seed: 1 }),
      stage: 'storing',
      done: 1,
      total: 1,
      method: 'test',
      forms: 120,
      requested_at: at,
      finished_at: at,
    })
    .execute();
  const model = {
    model: { kind: 'estimated', variance: { rater: 60, residual: 90 } },
    counts: { forms: 120, raters: 22 },
  };
  await tx.db
    .insertInto('fairness_models')
    .values({
      ...run,
      ordinal: 0,
      scheme_id,
      scheme_version: 1,
      figures: JSON.stringify(model),
    })
    .execute();
  await tx.db
    .insertInto('fairness_raters')
    .values({
      ...run,
      ordinal: 0,
      rater_id: city.appraiser.id,
      figures: JSON.stringify({ link: 'linked' }),
    })
    .execute();
  const form = { raterId: city.appraiser.id, role: 'appraiser', score: 66.7, on: '2026-11-01' };
  const ratee = { fair: 62, se: 6, dependsOnAssumption: false, forms: [form] };
  await tx.db
    .insertInto('fairness_ratees')
    .values({
      ...run,
      ordinal: 0,
      participant_id: city.participants.employee,
      figures: JSON.stringify(ratee),
    })
    .execute();
}
