import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import type { CheckpointDraft } from './calendar.ts';
import type { PeriodInBrief } from './participation.ts';

export interface Checkpoint extends CheckpointDraft {
  readonly id: string;
}

export interface Period extends PeriodInBrief {
  /** The day on which the criteria were published to those who take part. */
  readonly criteriaPublishedOn: string | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly checkpoints: readonly Checkpoint[];
  /** Units that take part with everything below them; empty means the whole agency. */
  readonly unitIds: readonly string[];
}

export async function findPeriod(
  tx: Tx,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Period | undefined> {
  if (!isId(id)) return undefined;
  let query = tx.db
    .selectFrom('periods')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id);
  if (options.lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) return undefined;
  const units = await tx.db
    .selectFrom('period_units')
    .select('unit_id')
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', id)
    .execute();
  return {
    id: row.id,
    name: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: row.state as Period['state'],
    checkInEvery: row.check_in_every as Period['checkInEvery'],
    schemeId: row.scheme_id,
    schemeVersion: row.scheme_version,
    planDueOn: row.plan_due_on,
    selfAssessmentDueOn: row.self_assessment_due_on,
    ratingDueOn: row.rating_due_on,
    ratificationDueOn: row.ratification_due_on,
    objectionDays: row.objection_days,
    explanationDays: row.explanation_days,
    decisionDays: row.decision_days,
    distributionPolicy: row.distribution_policy as Period['distributionPolicy'],
    criteriaPublishedOn: row.criteria_published_on,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    checkpoints: await checkpointsOf(tx, id),
    unitIds: units.map((unit) => unit.unit_id),
  };
}

export async function requirePeriod(tx: Tx, id: string, options: { lock?: boolean } = {}): Promise<Period> {
  const period = await findPeriod(tx, id, options);
  if (!period) throw new NotFound();
  return period;
}

export async function checkpointsOf(tx: Tx, periodId: string): Promise<readonly Checkpoint[]> {
  const rows = await tx.db
    .selectFrom('checkpoints')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ordinal: row.ordinal,
    name: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    dueOn: row.due_on,
  }));
}

export interface PeriodLine {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: Period['state'];
  readonly checkInEvery: Period['checkInEvery'];
  readonly participants: number;
}

export async function listPeriods(tx: Tx): Promise<readonly PeriodLine[]> {
  const rows = await tx.db
    .selectFrom('periods')
    .leftJoin('participants', (join) =>
      join
        .onRef('participants.period_id', '=', 'periods.id')
        .on('participants.agency_id', '=', tx.agencyId)
        .on('participants.state', '<>', 'excluded'),
    )
    .select(['periods.id', 'periods.name', 'periods.starts_on', 'periods.ends_on', 'periods.state'])
    .select('periods.check_in_every')
    .select((select) => select.fn.count<number>('participants.id').as('participants'))
    .where('periods.agency_id', '=', tx.agencyId)
    .groupBy(['periods.agency_id', 'periods.id'])
    .orderBy('periods.starts_on', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: row.state as Period['state'],
    checkInEvery: row.check_in_every as Period['checkInEvery'],
    participants: row.participants,
  }));
}

export interface UnitChoice {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}

/** The root and the units right below it: what an agency chooses among when only some take part. */
export async function unitChoices(tx: Tx, alsoIds: readonly string[] = []): Promise<readonly UnitChoice[]> {
  const rows = await tx.db
    .selectFrom('units')
    .leftJoin('units as parent', (join) =>
      join.onRef('parent.id', '=', 'units.parent_id').on('parent.agency_id', '=', tx.agencyId),
    )
    .select(['units.id', 'units.name', 'units.parent_id', 'parent.parent_id as grandparent_id'])
    .where('units.agency_id', '=', tx.agencyId)
    .where('units.active_until', 'is', null)
    .orderBy('units.ordinal')
    .orderBy('units.name')
    .execute();
  const depthOf = (row: (typeof rows)[number]) =>
    row.parent_id === null ? 0 : row.grandparent_id === null ? 1 : 2;
  return rows
    .map((row) => ({ id: row.id, name: row.name, depth: depthOf(row) }))
    .filter((row) => row.depth < 2 || alsoIds.includes(row.id))
    .sort((a, b) => Math.min(a.depth, 1) - Math.min(b.depth, 1));
}
