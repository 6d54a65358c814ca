/**
 * Appraisals of a person or of their team as facts for stages.ts. Three queries however many people there are:
 * the rows, the check-in dates of their periods, the check-ins held.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import type { AppraisalFacts, CheckpointFacts, PlanState, ResultState } from '../stages.ts';

interface Row {
  participant_id: string;
  person_id: string;
  unit_id: string;
  appraiser_id: string | null;
  superior_id: string | null;
  participant_starts_on: string;
  participant_ends_on: string;
  participant_state: AppraisalFacts['state'];
  period_id: string;
  period_name: string;
  starts_on: string;
  ends_on: string;
  period_state: AppraisalFacts['period']['state'];
  plan_due_on: string;
  self_assessment_due_on: string;
  rating_due_on: string;
  ratification_due_on: string;
  plan_state: PlanState | null;
  plan_version: number | null;
  self_state: 'draft' | 'submitted' | null;
  result_state: ResultState | null;
  predicate: string | null;
  objection_deadline: string | null;
  explanation_due_on: string | null;
  decision_due_on: string | null;
}

/**
 * Everything a person takes part in or answers for: their own appraisals of all years, those of their direct
 * reports, and those where they as the superior have something to decide, in periods that are not over for them.
 */
export async function appraisalsAround(tx: Tx, personId: string): Promise<readonly AppraisalFacts[]> {
  return load(
    tx,
    sql`(p.person_id = ${personId}
      or (p.appraiser_id = ${personId} and ${unfinished()})
      or (p.superior_id = ${personId} and (r.state in ('objected', 'explained') or (p.appraiser_id is null and ${unfinished()}))))`,
  );
}

/** The direct reports of a person in one period, and for a vacant appraiser those of the level below. */
export async function teamAppraisals(
  tx: Tx,
  personId: string,
  periodId: string,
): Promise<readonly AppraisalFacts[]> {
  return load(
    tx,
    sql`p.period_id = ${periodId} and p.state <> 'excluded' and (p.appraiser_id = ${personId}
      or (p.superior_id = ${personId} and (p.appraiser_id is null or r.state in ('objected', 'explained'))))`,
  );
}

/** Everything that is not over, of the whole agency: for the reminders of the morning. */
export async function openAppraisals(tx: Tx): Promise<readonly AppraisalFacts[]> {
  return load(tx, unfinished());
}

export async function ownAppraisals(tx: Tx, personId: string): Promise<readonly AppraisalFacts[]> {
  return load(tx, sql`p.person_id = ${personId}`);
}

function unfinished(): RawBuilder<unknown> {
  return sql`p.state <> 'excluded' and (d.state = 'open' or r.state in ('ratified', 'objected', 'explained'))`;
}

async function load(tx: Tx, which: RawBuilder<unknown>): Promise<readonly AppraisalFacts[]> {
  const { rows } = await sql<Row>`
    select p.id as participant_id, p.person_id, p.unit_id, p.appraiser_id, p.superior_id,
      p.starts_on as participant_starts_on, p.ends_on as participant_ends_on, p.state as participant_state,
      d.id as period_id, d.name as period_name, d.starts_on, d.ends_on, d.state as period_state,
      d.plan_due_on, d.self_assessment_due_on, d.rating_due_on, d.ratification_due_on,
      plans.state as plan_state, plans.version as plan_version, self.state as self_state,
      r.state as result_state, r.predicate, r.objection_deadline, o.explanation_due_on, o.decision_due_on
    from participants p
    join periods d on d.agency_id = ${tx.agencyId} and d.id = p.period_id and d.state <> 'draft'
    left join plans on plans.agency_id = ${tx.agencyId} and plans.participant_id = p.id
    left join assessments self on self.agency_id = ${tx.agencyId} and self.participant_id = p.id and self.voice = 'self'
    left join results r on r.agency_id = ${tx.agencyId} and r.participant_id = p.id and r.superseded_at is null
    left join objections o on o.agency_id = ${tx.agencyId} and o.result_id = r.id
    where p.agency_id = ${tx.agencyId} and ${which}
    order by d.starts_on desc, p.starts_on desc`.execute(tx.db);
  const checkpoints = await checkpointsOf(tx, rows);
  return rows.map((row) => factsOf(row, checkpoints(row)));
}

function factsOf(row: Row, checkpoints: readonly CheckpointFacts[]): AppraisalFacts {
  return {
    participantId: row.participant_id,
    personId: row.person_id,
    unitId: row.unit_id,
    appraiserId: row.appraiser_id,
    superiorId: row.superior_id,
    state: row.participant_state,
    period: {
      id: row.period_id,
      name: row.period_name,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      state: row.period_state,
      planDueOn: row.plan_due_on,
      selfAssessmentDueOn: row.self_assessment_due_on,
      ratingDueOn: row.rating_due_on,
      ratificationDueOn: row.ratification_due_on,
    },
    plan: row.plan_state,
    planVersion: row.plan_version ?? 0,
    self: row.self_state,
    result: row.result_state,
    predicate: row.predicate,
    objectionDeadline: row.objection_deadline,
    explanationDueOn: row.explanation_due_on,
    decisionDueOn: row.decision_due_on,
    checkpoints,
  };
}

/** The check-ins that fall into a participation; a person who came in July holds none for the first quarter. */
async function checkpointsOf(
  tx: Tx,
  rows: readonly Row[],
): Promise<(row: Row) => readonly CheckpointFacts[]> {
  if (rows.length === 0) return () => [];
  const checkpoints = await tx.db
    .selectFrom('checkpoints')
    .select(['id', 'period_id', 'name', 'starts_on', 'ends_on', 'due_on'])
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', 'in', [...new Set(rows.map((row) => row.period_id))])
    .orderBy('ordinal')
    .execute();
  const { rows: held } = await sql<{
    participant_id: string;
    checkpoint_id: string;
    state: 'recorded' | 'agreed' | 'disputed';
    recorded_by: string;
  }>`select participant_id, checkpoint_id, state, recorded_by from check_ins
    where agency_id = ${tx.agencyId} and participant_id = any(${rows.map((row) => row.participant_id)}::uuid[])`.execute(
    tx.db,
  );
  const byKey = new Map(held.map((each) => [`${each.participant_id} ${each.checkpoint_id}`, each]));
  return (row) =>
    checkpoints
      .filter(
        (each) =>
          each.period_id === row.period_id &&
          each.ends_on >= row.participant_starts_on &&
          each.starts_on <= row.participant_ends_on,
      )
      .map((each) => {
        const checkIn = byKey.get(`${row.participant_id} ${each.id}`);
        return {
          id: each.id,
          name: each.name,
          endsOn: each.ends_on,
          dueOn: each.due_on,
          checkIn: checkIn ? { state: checkIn.state, recordedBy: checkIn.recorded_by } : null,
        };
      });
}
