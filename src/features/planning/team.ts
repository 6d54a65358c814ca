import { type Actor, fullName } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { type PlanContent, planContentSchema } from './content.ts';
import type { StaffPlan } from './matrix.ts';
import { type Demand, demandOf } from './measurability.ts';
import { planProblems } from './problems.ts';
import { agreedContents } from './queries.ts';
import type { PlanState } from './transitions.ts';

export interface TeamPlan {
  readonly participantId: string;
  readonly periodId: string;
  readonly periodName: string;
  readonly planDueOn: string;
  readonly name: string;
  readonly position: string;
  readonly unitName: string;
  readonly state: PlanState | undefined;
  readonly version: number;
  readonly updatedAt: Date | null;
  /** What stands between the draft and proposing it. */
  readonly missing: readonly string[];
  readonly openComments: number;
}

export const WAITS_FOR_APPRAISER: readonly PlanState[] = ['proposed', 'revision-proposed'];

/** Plans of everyone whom the actor appraises in open periods: who waits for the actor first, then who is late. */
export async function teamPlans(tx: Tx, actor: Actor, schemes: SchemeStore): Promise<readonly TeamPlan[]> {
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', tx.agencyId),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .innerJoin('placements', (join) =>
      join
        .onRef('placements.id', '=', 'participants.placement_id')
        .on('placements.agency_id', '=', tx.agencyId),
    )
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'participants.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .leftJoin('plans', (join) =>
      join.onRef('plans.participant_id', '=', 'participants.id').on('plans.agency_id', '=', tx.agencyId),
    )
    .select(['participants.id', 'participants.starts_on', 'participants.ends_on'])
    .select(['participants.scheme_id', 'participants.scheme_version'])
    .select(['periods.id as period_id', 'periods.name as period_name'])
    .select(['periods.plan_due_on', 'placements.position_name', 'units.name as unit_name'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .select(['plans.state', 'plans.version', 'plans.content', 'plans.updated_at', 'plans.id as plan_id'])
    .select((select) =>
      select
        .selectFrom('plan_comments')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .where('plan_comments.agency_id', '=', tx.agencyId)
        .whereRef('plan_comments.plan_id', '=', 'plans.id')
        .where('plan_comments.resolved_at', 'is', null)
        .as('open_comments'),
    )
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.appraiser_id', '=', actor.personId)
    .where('participants.state', '=', 'active')
    .where('periods.state', '=', 'open')
    .orderBy('periods.starts_on', 'desc')
    .orderBy('people.name')
    .execute();
  const plans: TeamPlan[] = [];
  for (const row of rows) {
    const scheme = (await schemes.find(tx, row.scheme_id, row.scheme_version))?.scheme;
    const demand = demandOf(scheme, { startsOn: row.starts_on, endsOn: row.ends_on });
    const state = (row.state ?? undefined) as PlanState | undefined;
    plans.push({
      participantId: row.id,
      periodId: row.period_id,
      periodName: row.period_name,
      planDueOn: row.plan_due_on,
      name: fullName(row),
      position: row.position_name,
      unitName: row.unit_name,
      state,
      version: row.version ?? 0,
      updatedAt: row.updated_at,
      missing:
        row.content && state !== 'agreed' ? missingIn(planContentSchema.parse(row.content), demand) : [],
      openComments: row.open_comments ?? 0,
    });
  }
  return plans.toSorted((a, b) => urgency(a) - urgency(b));
}

function missingIn(content: PlanContent, demand: Demand | undefined): readonly string[] {
  return planProblems(content, { demand })
    .filter((each) => each.severity === 'blocking')
    .map((each) => each.message);
}

function urgency(plan: TeamPlan): number {
  if (plan.state && WAITS_FOR_APPRAISER.includes(plan.state)) return 0;
  if (plan.state === undefined) return 1;
  return plan.state === 'agreed' ? 3 : 2;
}

/** Those whom the participant appraises in the same period, with their plans for the matrix. */
export async function staffPlans(
  tx: Tx,
  leader: { readonly personId: string; readonly periodId: string },
): Promise<readonly StaffPlan[]> {
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .innerJoin('placements', (join) =>
      join
        .onRef('placements.id', '=', 'participants.placement_id')
        .on('placements.agency_id', '=', tx.agencyId),
    )
    .leftJoin('plans', (join) =>
      join.onRef('plans.participant_id', '=', 'participants.id').on('plans.agency_id', '=', tx.agencyId),
    )
    .select(['participants.id', 'placements.position_name', 'plans.state', 'plans.content'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.period_id', '=', leader.periodId)
    .where('participants.appraiser_id', '=', leader.personId)
    .where('participants.state', '=', 'active')
    .orderBy('people.name')
    .execute();
  const agreed = await agreedContents(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    participantId: row.id,
    name: fullName(row),
    position: row.position_name,
    state: (row.state ?? undefined) as PlanState | undefined,
    content: agreed.get(row.id)?.content ?? (row.content ? planContentSchema.parse(row.content) : null),
  }));
}
