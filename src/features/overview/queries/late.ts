/** Who has not done what was due: for the officer's list and its export. */
import { type RawBuilder, sql } from 'kysely';
import { fullName, type Scope } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { PeriodFacts } from '../stages.ts';
import { type Progress, withinScope } from './progress.ts';

export const LATE_STEPS = ['plan', 'self-assessment', 'rating', 'ratification'] as const;
export type LateStep = (typeof LATE_STEPS)[number];

export interface LateStepCount {
  readonly step: LateStep;
  readonly dueOn: string;
  readonly count: number;
}

/** Steps whose day has passed, and how many people have not done them. */
export function lateCounts(period: PeriodFacts, progress: Progress, today: string): readonly LateStepCount[] {
  if (period.state !== 'open') return [];
  const all: readonly LateStepCount[] = [
    { step: 'plan', dueOn: period.planDueOn, count: progress.participants - progress.planned },
    {
      step: 'self-assessment',
      dueOn: period.selfAssessmentDueOn,
      count: progress.participants - progress.selfAssessed,
    },
    { step: 'rating', dueOn: period.ratingDueOn, count: progress.participants - progress.rated },
    {
      step: 'ratification',
      dueOn: period.ratificationDueOn,
      count: progress.participants - progress.ratified,
    },
  ];
  return all.filter((each) => each.dueOn < today && each.count > 0);
}

export interface LatePerson {
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly appraiserName: string | null;
  readonly planState: string | null;
  readonly resultState: string | null;
}

const MISSING: Record<LateStep, RawBuilder<unknown>> = {
  plan: sql`coalesce(plans.version, 0) = 0`,
  'self-assessment': sql`self.state is distinct from 'submitted'`,
  rating: sql`(r.state is null or r.state in ('withdrawn', 'revoked'))`,
  ratification: sql`(r.state is null or r.state in ('withdrawn', 'revoked', 'given'))`,
};

export interface LateQuestion {
  readonly periodId: string;
  readonly step: LateStep;
  readonly scope: Scope;
  readonly search: string;
}

export async function latePeople(
  tx: Tx,
  question: LateQuestion,
  slice: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly people: readonly LatePerson[] }> {
  const { rows } = await sql<LateRow>`
    select p.id as participant_id, p.person_id, people.name, people.title_before, people.title_after, people.nip,
      p.unit_id, units.name as unit_name, plans.state as plan_state, r.state as result_state,
      chief.name as chief_name, chief.title_before as chief_before, chief.title_after as chief_after,
      count(*) over ()::int as total
    from participants p
    join people on people.agency_id = ${tx.agencyId} and people.id = p.person_id
    join units on units.agency_id = ${tx.agencyId} and units.id = p.unit_id
    left join people chief on chief.agency_id = ${tx.agencyId} and chief.id = p.appraiser_id
    left join plans on plans.agency_id = ${tx.agencyId} and plans.participant_id = p.id
    left join assessments self on self.agency_id = ${tx.agencyId} and self.participant_id = p.id and self.voice = 'self'
    left join results r on r.agency_id = ${tx.agencyId} and r.participant_id = p.id and r.superseded_at is null
    where p.agency_id = ${tx.agencyId} and p.period_id = ${question.periodId} and p.state = 'active'
      and ${MISSING[question.step]} and ${withinScope(question.scope, sql`p.unit_id`)}
      and ${matching(question.search)}
    order by units.name, people.name, p.id
    limit ${slice.limit} offset ${slice.offset}`.execute(tx.db);
  return { total: rows[0]?.total ?? 0, people: rows.map(personOf) };
}

interface LateRow {
  participant_id: string;
  person_id: string;
  name: string;
  title_before: string | null;
  title_after: string | null;
  nip: string | null;
  unit_id: string;
  unit_name: string;
  plan_state: string | null;
  result_state: string | null;
  chief_name: string | null;
  chief_before: string | null;
  chief_after: string | null;
  total: number;
}

function personOf(row: LateRow): LatePerson {
  const chief = row.chief_name
    ? fullName({ name: row.chief_name, title_before: row.chief_before, title_after: row.chief_after })
    : null;
  return {
    participantId: row.participant_id,
    personId: row.person_id,
    name: fullName(row),
    nip: row.nip,
    unitId: row.unit_id,
    unitName: row.unit_name,
    appraiserName: chief,
    planState: row.plan_state,
    resultState: row.result_state,
  };
}

/** By part of a name, of a unit's name, or by NIP. */
function matching(search: string): RawBuilder<unknown> {
  if (!search) return sql`true`;
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(people.name ilike ${pattern} or units.name ilike ${pattern} or people.nip = ${search})`;
}
