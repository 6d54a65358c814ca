/** Findings as a run leaves them, without its computing: which patterns are there is what these tests are about. */
import type { DetectorName, EffectUnit } from '#domain/statistics/fairness/types.ts';
import type { AgencyDb } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { METHOD } from '../run/method.ts';
import { type Found, storeFindings } from '../run/store.ts';
import { settingsOf } from '../store/settings.ts';
import type { StoredReport } from '../store/types.ts';
import { tellRaters } from './tell.ts';

export interface PlantedFlag {
  readonly raterId: string;
  readonly detector: DetectorName;
  /** Participants. */
  readonly cases?: readonly string[];
  readonly schemeId?: string;
}

const UNITS: Readonly<Partial<Record<DetectorName, EffectUnit>>> = {
  halo: 'variance-ratio',
  'central-tendency': 'slope',
  'straight-lining': 'share',
  drift: 'points-per-year',
};

/** A finished run of the period in which these patterns were found. */
export function foundRun(
  db: AgencyDb,
  period: { readonly id: string; readonly name?: string },
  flags: readonly PlantedFlag[],
): Promise<string> {
  return db.write(async (tx) => {
    const id = newId();
    await tx.db
      .insertInto('fairness_runs')
      .values({
        agency_id: tx.agencyId,
        id,
        period_id: period.id,
        state: 'done',
        settings: JSON.stringify(await settingsOf(tx, period.id)),
        stage: 'storing',
        done: 0,
        total: 0,
        method: METHOD,
        forms: 0,
        requested_at: tx.now,
        finished_at: tx.now,
      })
      .execute();
    const schemes = [...Map.groupBy(flags, ({ schemeId = 'permenpanrb-6-2022' }) => schemeId)];
    await storeFindings(
      tx,
      id,
      period.id,
      schemes.map(
        ([schemeId, own]): Found => ({
          scheme: { id: schemeId, version: 1 },
          // Nothing that is tested with it reads the report.
          report: {} as StoredReport,
          raters: [],
          ratees: [],
          groups: [],
          flags: own.map(({ raterId, detector, cases = [] }) => ({
            raterId,
            detector,
            figures: {
              detector,
              n: 12,
              effect: UNITS[detector] ? 0.3 : 8.4,
              unit: UNITS[detector] ?? 'points',
              interval: [0.1, 0.5],
              z: -3.4,
              p: 0.0003,
              q: 0.01,
              probability: null,
              minimumDetectable: 0.5,
              cases,
            },
          })),
        }),
      ),
    );
    await tellRaters(tx, { periodId: period.id, periodName: period.name ?? 'Penilaian' }, flags);
    return id;
  });
}
