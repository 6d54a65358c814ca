/** My team: every report with the state of each step, whoever waits for me first. */
import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { type PersonInBrief, peopleInBrief } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { page } from '#platform/web/respond.ts';
import { TeamPage } from './pages/team-page.tsx';
import { PAGE_SIZE, pageNumber } from './paging.ts';
import { teamAppraisals } from './queries/appraisals.ts';
import { startedPeriods } from './queries/progress.ts';
import {
  type AppraisalFacts,
  byUrgency,
  type PeriodFacts,
  type Task,
  tasksFor,
  tasksOf,
  type YearStep,
  yearOf,
} from './stages.ts';

export interface TeamFilter {
  readonly search: string;
  readonly onlyWaiting: boolean;
  readonly periodId: string | null;
  readonly page: number;
}

export interface TeamMember {
  readonly facts: AppraisalFacts;
  readonly person: PersonInBrief | undefined;
  readonly mine: Task | undefined;
  readonly theirs: Task | undefined;
  readonly year: readonly YearStep[];
}

export interface TeamView {
  readonly periods: readonly PeriodFacts[];
  readonly period: PeriodFacts | undefined;
  readonly members: readonly TeamMember[];
  readonly total: number;
  readonly waiting: number;
}

export function teamRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/team', showTeam);
  return routes;
}

async function showTeam(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  const filter: TeamFilter = {
    search: (c.req.query('search') ?? '').trim().slice(0, 100),
    onlyWaiting: c.req.query('waiting') === 'yes',
    periodId: c.req.query('period') ?? null,
    page: pageNumber(c.req.query('page')),
  };
  const view = await visit.db.read((tx) => teamView(tx, visit.actor.personId, visit.today, filter));
  return page(c, <TeamPage visit={visit} view={view} filter={filter} />);
}

export async function teamView(
  tx: Tx,
  personId: string,
  today: string,
  filter: TeamFilter,
): Promise<TeamView> {
  const periods = await startedPeriods(tx);
  const period = periods.find((each) => each.id === filter.periodId) ?? periods[0];
  if (!period) return { periods, period, members: [], total: 0, waiting: 0 };
  const team = await teamAppraisals(tx, personId, period.id);
  const people = await peopleInBrief(
    tx,
    team.map((facts) => facts.personId),
    period.endsOn < today ? period.endsOn : today,
  );
  const all = team.map((facts) => memberOf(facts, people.get(facts.personId), personId, today));
  const found = all
    .filter((member) => matches(member, filter))
    .sort((one, other) => compareMembers(one, other));
  const from = (filter.page - 1) * PAGE_SIZE;
  return {
    periods,
    period,
    members: found.slice(from, from + PAGE_SIZE),
    total: found.length,
    waiting: all.filter((member) => member.mine).length,
  };
}

function memberOf(
  facts: AppraisalFacts,
  person: PersonInBrief | undefined,
  viewerId: string,
  today: string,
): TeamMember {
  const [mine] = [...tasksFor(facts, viewerId, today)].sort(byUrgency);
  const theirs = tasksOf(facts, today).find(
    (task) => task.turn === 'employee' && task.kind !== 'record-progress' && task.kind !== 'see-result',
  );
  return { facts, person, mine, theirs, year: yearOf(facts) };
}

function matches(member: TeamMember, filter: TeamFilter): boolean {
  if (filter.onlyWaiting && !member.mine) return false;
  if (!filter.search) return true;
  const wanted = filter.search.toLocaleLowerCase('id');
  const { person } = member;
  return [person?.name, person?.position, person?.unitName, person?.nip].some((part) =>
    part?.toLocaleLowerCase('id').includes(wanted),
  );
}

/** Whoever waits for me first, by deadline; then by name. */
function compareMembers(one: TeamMember, other: TeamMember): number {
  if (one.mine && other.mine) {
    const urgency = byUrgency(one.mine, other.mine);
    if (urgency !== 0) return urgency;
  } else if (one.mine || other.mine) {
    return one.mine ? -1 : 1;
  }
  return (one.person?.name ?? '').localeCompare(other.person?.name ?? '', 'id');
}
