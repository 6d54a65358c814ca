/**
 * What the home page shows, by role, from a fixed number of queries: three for what one takes part in, one for
 * names, one for published criteria, one for training, one for voices asked, one for second looks, one for patterns in one's ratings, four for an organisation. None of them grows with the number of people except by the rows it reads.
 */

import { type CalibrationWaiting, calibrationWaiting } from '#features/calibration/index.ts';
import { type PatternsWaiting, patternsWaiting } from '#features/fairness/index.ts';
import { type Actor, isOfficer, type Scope } from '#features/people/index.ts';
import {
  type CriteriaToRead,
  criteriaToRead,
  type PersonInBrief,
  peopleInBrief,
} from '#features/periods/index.ts';
import { type LooksWaiting, looksWaiting } from '#features/second-looks/index.ts';
import { type TrainingDue, trainingDue } from '#features/training/index.ts';
import { requestsWaiting } from '#features/voices/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { appraisalsAround } from './queries/appraisals.ts';
import { type LateStepCount, lateCounts } from './queries/late.ts';
import {
  type Progress,
  progressByUnit,
  startedPeriods,
  sumProgress,
  type UnitProgress,
  unitsOneLevelDown,
  unitTree,
} from './queries/progress.ts';
import { type AppraisalFacts, byUrgency, type PeriodFacts, type Task, tasksFor, tasksOf } from './stages.ts';

export interface OwnView {
  readonly facts: AppraisalFacts;
  readonly tasks: readonly Task[];
  /** What others have to do before the employee's next turn. */
  readonly others: readonly Task[];
}

export interface WaitingItem {
  readonly facts: AppraisalFacts;
  readonly task: Task;
  readonly person: PersonInBrief | undefined;
}

export interface OrganisationView {
  readonly period: PeriodFacts;
  readonly total: Progress;
  readonly units: readonly UnitProgress[];
  readonly late: readonly LateStepCount[];
  readonly openFlags: number;
  readonly canAct: boolean;
}

export interface HomeView {
  readonly own: OwnView | null;
  readonly ownCount: number;
  /** People that the person is asked to give a voice about; undefined where nothing waits. */
  readonly voices: { readonly count: number; readonly closesOn: string } | undefined;
  /** Second looks that wait for the person; undefined where nothing does. */
  readonly secondLooks: LooksWaiting | undefined;
  /** Invitations, dossiers, items and returns of calibration meetings; undefined where nothing waits. */
  readonly calibration: CalibrationWaiting | undefined;
  /** Patterns in the person's own ratings that wait for a sentence; undefined where none does. */
  readonly patterns: PatternsWaiting | undefined;
  /** Published criteria that the person has not confirmed reading. */
  readonly criteria: readonly CriteriaToRead[];
  /** Schemes under which the person appraises without a certificate that lasts. */
  readonly training: readonly TrainingDue[];
  readonly leads: boolean;
  readonly waiting: readonly WaitingItem[];
  readonly waitingTotal: number;
  /** Undefined for those without an organisation to look at, null when no period has been opened. */
  readonly organisation: OrganisationView | null | undefined;
}

const SHOWN_WAITING = 6;

export async function homeView(tx: Tx, actor: Actor, today: string): Promise<HomeView> {
  const around = await appraisalsAround(tx, actor.personId);
  const own = around.filter((facts) => facts.personId === actor.personId);
  const led = around.filter((facts) => facts.personId !== actor.personId);
  const waiting = waitingFor(led, actor.personId, today);
  const shown = waiting.slice(0, SHOWN_WAITING);
  const people = await peopleInBrief(
    tx,
    shown.map(({ facts }) => facts.personId),
    today,
  );
  const scope = overviewScope(actor);
  return {
    own: ownView(own, today),
    ownCount: own.length,
    voices: await requestsWaiting(tx, actor.personId, today),
    secondLooks: led.length > 0 ? await looksWaiting(tx, actor.personId) : undefined,
    patterns: led.length > 0 ? await patternsWaiting(tx, actor.personId) : undefined,
    calibration: await calibrationWaiting(tx, actor.personId),
    criteria: await criteriaToRead(tx, actor.personId, today),
    training: led.length > 0 ? await trainingDue(tx, actor.personId, today) : [],
    leads: led.length > 0,
    waiting: shown.map((each) => ({ ...each, person: people.get(each.facts.personId) })),
    waitingTotal: waiting.length,
    organisation: scope.kind === 'none' ? undefined : await organisationView(tx, actor, scope, today),
  };
}

/** What an officer or a leader may look at; who is both sees the larger of the two. */
export function overviewScope(actor: Actor): Scope {
  const { officer, leader } = actor;
  if (officer.kind === 'agency' || leader.kind === 'agency') return { kind: 'agency' };
  if (officer.kind === 'units' && leader.kind === 'units') {
    return { kind: 'units', unitIds: new Set([...officer.unitIds, ...leader.unitIds]) };
  }
  return officer.kind === 'none' ? leader : officer;
}

/** Everything in a team that waits for this person, the most urgent first. */
export function waitingFor(
  led: readonly AppraisalFacts[],
  personId: string,
  today: string,
): readonly { readonly facts: AppraisalFacts; readonly task: Task }[] {
  return led
    .flatMap((facts) => tasksFor(facts, personId, today).map((task) => ({ facts, task })))
    .sort((one, other) => byUrgency(one.task, other.task));
}

/** The appraisal to show of one's own: the one that needs something, otherwise the newest. */
export function mostUseful(own: readonly AppraisalFacts[], today: string): AppraisalFacts | undefined {
  const pressing = own.find((facts) =>
    tasksFor(facts, facts.personId, today).some((task) => task.kind !== 'record-progress'),
  );
  return pressing ?? own.find((facts) => facts.period.state === 'open') ?? own[0];
}

function ownView(own: readonly AppraisalFacts[], today: string): OwnView | null {
  const facts = mostUseful(own, today);
  if (!facts) return null;
  const tasks = [...tasksFor(facts, facts.personId, today)].sort(byUrgency);
  return { facts, tasks, others: tasksOf(facts, today).filter((task) => task.turn !== 'employee') };
}

async function organisationView(
  tx: Tx,
  actor: Actor,
  scope: Scope,
  today: string,
): Promise<OrganisationView | null> {
  const [period] = await startedPeriods(tx);
  if (!period) return null;
  const byUnit = await progressByUnit(tx, period.id, scope);
  const tree = await unitTree(tx);
  const total = sumProgress(byUnit.values());
  return {
    period,
    total,
    units: unitsOneLevelDown(tree, byUnit, null, scope),
    late: lateCounts(period, total, today),
    openFlags: isOfficer(actor) ? await openFlags(tx) : 0,
    canAct: isOfficer(actor),
  };
}

async function openFlags(tx: Tx): Promise<number> {
  const row = await tx.db
    .selectFrom('appraiser_flags')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('agency_id', '=', tx.agencyId)
    .where('resolved_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
