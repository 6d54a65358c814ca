/** Findings as a run leaves them, without its computing: which patterns are there is what these tests are about. */
import { sql } from 'kysely';
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

/** The same rater in a period a year before, under this scheme, with this severity; made from what the run found now. */
export function earlierPeriod(
  db: AgencyDb,
  runId: string,
  rater: {
    readonly raterId: string;
    readonly severity: number;
    readonly schemeId?: string;
    readonly periodName?: string;
  },
): Promise<void> {
  return db.write(async (tx) => {
    const [periodId, id] = [newId(), newId()];
    const own = { agency: tx.agencyId, schemeId: rater.schemeId ?? 'permenpanrb-6-2022' };
    await sql`
      insert into periods select (jsonb_populate_record(period, jsonb_build_object('id', ${periodId}::uuid,
        'name', ${rater.periodName ?? 'Penilaian 2024'}::text, 'starts_on', '2024-01-01', 'ends_on', '2024-12-31', 'state', 'closed',
        'closed_at', ${tx.now}::timestamptz))).*
      from periods period join fairness_runs run on run.agency_id = ${own.agency} and run.period_id = period.id
      where period.agency_id = ${own.agency} and run.id = ${runId}`.execute(tx.db);
    await sql`
      insert into fairness_runs select (jsonb_populate_record(run, jsonb_build_object('id', ${id}::uuid,
        'period_id', ${periodId}::uuid))).*
      from fairness_runs run where run.agency_id = ${own.agency} and run.id = ${runId}`.execute(tx.db);
    await sql`
      insert into fairness_models select (jsonb_populate_record(model, jsonb_build_object('run_id', ${id}::uuid,
        'scheme_id', ${own.schemeId}::text))).*
      from fairness_models model where model.agency_id = ${own.agency} and model.run_id = ${runId}`.execute(
      tx.db,
    );
    await sql`
      insert into fairness_raters select agency_id, ${id}::uuid, ordinal, rater_id, figures || jsonb_build_object(
        'severity', ${rater.severity}::double precision,
        'interval', jsonb_build_array(${rater.severity - 8}::double precision, ${rater.severity + 8}::double precision))
      from fairness_raters
      where agency_id = ${own.agency} and run_id = ${runId} and rater_id = ${rater.raterId}`.execute(tx.db);
  });
}

/** Results given over some months instead of on one day, so that change by date can be looked at. */
export function spreadOverMonths(db: AgencyDb, periodId: string): Promise<unknown> {
  return db.write((tx) =>
    sql`
      update results set given_at = results.given_at - make_interval(days => spread.place * 9)
      from (
        select result.id, (row_number() over (partition by result.given_by order by result.id))::integer as place
        from results result
          join participants participant
            on participant.agency_id = ${tx.agencyId} and participant.id = result.participant_id
        where result.agency_id = ${tx.agencyId} and participant.period_id = ${periodId}
      ) spread
      where results.agency_id = ${tx.agencyId} and results.id = spread.id`.execute(tx.db),
  );
}
