/** The figures of one period as the report keeps them: counted in the database, the rest from its finished run. */
import { sql } from 'kysely';
import { PREDICATES } from '#domain/rules/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { GroupRow } from '../groups/types.ts';
import { flagsOf, groupsOf, modelsOf, ratersOf } from '../store/queries.ts';
import { settingsVersions } from '../store/settings.ts';
import type { Run, StoredRater } from '../store/types.ts';
import { LEAST_RATERS, type ModelFigures, type PeriodFigures } from './types.ts';

export async function periodFigures(
  tx: Tx,
  schemes: SchemeStore,
  run: Run,
  firstNumber: number,
): Promise<PeriodFigures> {
  const [current] = await settingsVersions(tx, run.periodId);
  const models = await modelFigures(tx, schemes, run.id, firstNumber);
  const predicates = await predicateCounts(tx, run.periodId);
  return {
    id: run.periodId,
    name: run.periodName,
    inputSha256: run.inputSha256 ?? '',
    settings: run.settings,
    settledLate: current?.afterResults ?? false,
    results: predicates.reduce((sum, { people }) => sum + people, 0),
    predicates,
    objections: await objectionCounts(tx, run.periodId),
    looks: await lookCounts(tx, run.periodId),
    returns: await returnCounts(tx, run.periodId),
    patterns: await patternCounts(tx, run.id, models),
    models,
  };
}

async function modelFigures(
  tx: Tx,
  schemes: SchemeStore,
  runId: string,
  firstNumber: number,
): Promise<readonly ModelFigures[]> {
  const groups = await groupsOf(tx, runId);
  const found: ModelFigures[] = [];
  for (const { ordinal, scheme, report } of await modelsOf(tx, runId)) {
    const { title } = (await schemes.load(tx, scheme.id, scheme.version)).scheme;
    found.push({
      number: firstNumber + found.length,
      scheme: { ...scheme, title },
      report,
      severities: severitiesOf(await ratersOf(tx, runId, ordinal)),
      // Written by the run and by nothing else.
      groups: groups.filter((row) => row.ordinal === ordinal) as readonly GroupRow[],
    });
  }
  return found;
}

function severitiesOf(raters: readonly StoredRater[]): ModelFigures['severities'] {
  const told = raters.flatMap(({ severity, interval, n, link }) =>
    severity !== null && interval && link !== 'unlinked' ? [{ value: severity, interval, n }] : [],
  );
  return told.length >= LEAST_RATERS ? told.sort((a, b) => a.value - b.value) : null;
}

async function predicateCounts(tx: Tx, periodId: string): Promise<PeriodFigures['predicates']> {
  const { rows } = await sql<{ predicate: string; people: number }>`
    select result.predicate, count(*)::integer as people
    from results result join participants participant
      on participant.agency_id = ${tx.agencyId} and participant.id = result.participant_id
    where result.agency_id = ${tx.agencyId} and participant.period_id = ${periodId}
      and participant.state <> 'excluded' and result.superseded_at is null
    group by 1`.execute(tx.db);
  const people = new Map(rows.map((row) => [row.predicate, row.people]));
  return PREDICATES.map((code) => ({ code, people: people.get(code) ?? 0 }));
}

async function objectionCounts(tx: Tx, periodId: string): Promise<PeriodFigures['objections']> {
  const { rows } = await sql<PeriodFigures['objections']>`
    select count(*)::integer as filed,
      (count(*) filter (where objection.decision = 'upheld'))::integer as upheld,
      (count(*) filter (where objection.decision = 'changed'))::integer as changed
    from objections objection join participants participant
      on participant.agency_id = ${tx.agencyId} and participant.id = objection.participant_id
    where objection.agency_id = ${tx.agencyId} and participant.period_id = ${periodId}`.execute(tx.db);
  return rows[0] ?? { filed: 0, upheld: 0, changed: 0 };
}

async function lookCounts(tx: Tx, periodId: string): Promise<PeriodFigures['looks']> {
  const { rows } = await sql<PeriodFigures['looks']>`
    select count(*)::integer as given,
      (count(*) filter (where outcome = 'agrees'))::integer as agrees,
      (count(*) filter (where outcome = 'items'))::integer as items,
      (count(*) filter (where outcome = 'category'))::integer as category
    from second_looks
    where agency_id = ${tx.agencyId} and period_id = ${periodId} and state = 'given'`.execute(tx.db);
  return rows[0] ?? { given: 0, agrees: 0, items: 0, category: 0 };
}

/** Items that meetings returned to their authors; what a meeting left alone counts as discussed. */
async function returnCounts(tx: Tx, periodId: string): Promise<PeriodFigures['returns']> {
  const { rows } = await sql<PeriodFigures['returns']>`
    select count(*)::integer as discussed,
      (count(*) filter (where item.kind is not null))::integer as returned,
      (count(*) filter (where item.kind = 'distribution'))::integer as "forDistribution",
      (count(*) filter (where item.state = 'changed'))::integer as changed
    from calibration_items item join calibration_meetings meeting
      on meeting.agency_id = ${tx.agencyId} and meeting.id = item.meeting_id
    where item.agency_id = ${tx.agencyId} and meeting.period_id = ${periodId}
      and item.decided_by is not null`.execute(tx.db);
  return rows[0] ?? { discussed: 0, returned: 0, forDistribution: 0, changed: 0 };
}

async function patternCounts(
  tx: Tx,
  runId: string,
  models: readonly ModelFigures[],
): Promise<PeriodFigures['patterns']> {
  const flags = await flagsOf(tx, runId);
  const detectors = models.flatMap(({ report }) => report.detectors);
  return [...new Set(detectors.map(({ detector }) => detector))].map((detector) => {
    const own = flags.filter((flag) => flag.detector === detector);
    return {
      detector,
      tested: detectors.reduce((sum, each) => sum + (each.detector === detector ? each.tested : 0), 0),
      flagged: own.length,
      answered: own.filter(({ answer }) => answer !== null).length,
    };
  });
}
