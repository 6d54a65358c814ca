/** Where an appraisal stands and whose turn it is. Pure: every page and the reminders ask here and never disagree. */
import { addDays, daysBetween } from '#platform/clock/clock.ts';

export type PlanState =
  | 'draft'
  | 'proposed'
  | 'returned'
  | 'agreed'
  | 'revising'
  | 'revision-proposed'
  | 'revision-returned';

export type ResultState =
  | 'given'
  | 'withdrawn'
  | 'ratified'
  | 'accepted'
  | 'objected'
  | 'explained'
  | 'decided'
  | 'revoked';

export interface PeriodFacts {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: 'draft' | 'open' | 'closed';
  readonly planDueOn: string;
  readonly selfAssessmentDueOn: string;
  readonly ratingDueOn: string;
  readonly ratificationDueOn: string;
}

export interface CheckpointFacts {
  readonly id: string;
  readonly name: string;
  readonly endsOn: string;
  readonly dueOn: string;
  /** The dialogue held, if it was recorded. */
  readonly checkIn: {
    readonly state: 'recorded' | 'agreed' | 'disputed';
    readonly recordedBy: string;
  } | null;
}

export interface AppraisalFacts {
  readonly participantId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly appraiserId: string | null;
  readonly superiorId: string | null;
  readonly state: 'active' | 'moved' | 'excluded';
  readonly period: PeriodFacts;
  readonly plan: PlanState | null;
  /** How many versions of the plan were agreed. */
  readonly planVersion: number;
  readonly self: 'draft' | 'submitted' | null;
  readonly result: ResultState | null;
  readonly predicate: string | null;
  readonly objectionDeadline: string | null;
  readonly explanationDueOn: string | null;
  readonly decisionDueOn: string | null;
  /** In the order of the year; only those within the participation. */
  readonly checkpoints: readonly CheckpointFacts[];
}

export const TASK_KINDS = [
  'accept-or-object',
  'decide',
  'explain',
  'ratify',
  'rate',
  'self-assess',
  'write-plan',
  'answer-comments',
  'write-revision',
  'agree-plan',
  'agree-revision',
  'answer-check-in',
  'hold-check-in',
  'see-result',
  'record-progress',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export type Turn = 'employee' | 'appraiser' | 'superior';
export type TaskPage = 'plan' | 'progress' | 'evaluation' | 'result';

export interface Task {
  readonly kind: TaskKind;
  readonly turn: Turn;
  readonly dueOn: string | null;
  readonly page: TaskPage;
  /** Name of the check-in, where the task is about one. */
  readonly what?: string;
}

/** Evaluation is offered this many days before its deadline; a dialogue this many before its quarter ends. */
const EVALUATION_OPENS_DAYS = 30;
const CHECK_IN_OPENS_DAYS = 14;

const FINISHED: ReadonlySet<ResultState> = new Set(['accepted', 'decided']);

/** What is open in this appraisal, for everybody; the most pressing process first. */
export function tasksOf(facts: AppraisalFacts, today: string): readonly Task[] {
  if (facts.state === 'excluded' || facts.period.state === 'draft') return [];
  const result = resultTasks(facts);
  // A closed period takes no plans or ratings; what was begun about its results is still brought to an end.
  if (facts.period.state === 'closed' || standingResult(facts)) {
    return facts.period.state === 'closed' ? result.filter((task) => task.kind !== 'ratify') : result;
  }
  return [...evaluationTasks(facts, today), ...planTasks(facts), ...checkInTasks(facts, today)];
}

/** A result that stands: given and neither withdrawn nor revoked. */
function standingResult(facts: AppraisalFacts): ResultState | null {
  return facts.result === 'withdrawn' || facts.result === 'revoked' ? null : facts.result;
}

function resultTasks(facts: AppraisalFacts): readonly Task[] {
  const page = 'result';
  switch (facts.result) {
    case 'given':
      return [
        { kind: 'ratify', turn: 'appraiser', dueOn: facts.period.ratificationDueOn, page },
        { kind: 'see-result', turn: 'employee', dueOn: null, page },
      ];
    case 'ratified':
      return [{ kind: 'accept-or-object', turn: 'employee', dueOn: facts.objectionDeadline, page }];
    case 'objected':
      return [
        { kind: 'explain', turn: 'appraiser', dueOn: facts.explanationDueOn, page },
        { kind: 'decide', turn: 'superior', dueOn: facts.decisionDueOn, page },
      ];
    case 'explained':
      return [{ kind: 'decide', turn: 'superior', dueOn: facts.decisionDueOn, page }];
    default:
      return [];
  }
}

function planTasks(facts: AppraisalFacts): readonly Task[] {
  const dueOn = facts.planVersion === 0 ? facts.period.planDueOn : null;
  const task = (kind: TaskKind, turn: Turn): readonly Task[] => [{ kind, turn, dueOn, page: 'plan' }];
  switch (facts.plan) {
    case null:
    case 'draft':
      return task('write-plan', 'employee');
    case 'returned':
      return task('answer-comments', 'employee');
    case 'proposed':
      return task('agree-plan', 'appraiser');
    case 'revising':
    case 'revision-returned':
      return task('write-revision', 'employee');
    case 'revision-proposed':
      return task('agree-revision', 'appraiser');
    case 'agreed':
      return [];
  }
}

function evaluationTasks(facts: AppraisalFacts, today: string): readonly Task[] {
  if (facts.planVersion === 0) return [];
  const { selfAssessmentDueOn, ratingDueOn } = facts.period;
  const page = 'evaluation';
  const tasks: Task[] = [];
  const selfOpen = facts.self === 'draft' || today >= addDays(selfAssessmentDueOn, -EVALUATION_OPENS_DAYS);
  if (facts.self !== 'submitted' && selfOpen) {
    tasks.push({ kind: 'self-assess', turn: 'employee', dueOn: selfAssessmentDueOn, page });
  }
  if (facts.self === 'submitted' || today > selfAssessmentDueOn) {
    tasks.push({ kind: 'rate', turn: 'appraiser', dueOn: ratingDueOn, page });
  }
  return tasks;
}

function checkInTasks(facts: AppraisalFacts, today: string): readonly Task[] {
  if (facts.planVersion === 0) return [];
  const page = 'progress';
  const answers = facts.checkpoints.flatMap(({ checkIn, name, dueOn }): readonly Task[] => {
    if (checkIn?.state !== 'recorded') return [];
    const turn = checkIn.recordedBy === facts.personId ? 'appraiser' : 'employee';
    return [{ kind: 'answer-check-in', turn, dueOn, page, what: name }];
  });
  const next = facts.checkpoints.find((each) => !each.checkIn);
  const isTime = next && today >= addDays(next.endsOn, -CHECK_IN_OPENS_DAYS);
  const hold: readonly Task[] = isTime
    ? [{ kind: 'hold-check-in', turn: 'appraiser', dueOn: next.dueOn, page, what: next.name }]
    : [];
  const coming = facts.checkpoints.find((each) => each.dueOn >= today);
  return [
    ...answers,
    ...hold,
    { kind: 'record-progress', turn: 'employee', dueOn: coming?.dueOn ?? null, page },
  ];
}

/** Whose turn a person can take in this appraisal. While the appraiser's post is vacant the superior acts. */
export function turnsOf(facts: AppraisalFacts, personId: string): ReadonlySet<Turn> {
  if (facts.personId === personId) return new Set(['employee']);
  const turns = new Set<Turn>();
  if (facts.appraiserId === personId) turns.add('appraiser');
  if (facts.superiorId === personId) {
    turns.add('superior');
    if (facts.appraiserId === null) turns.add('appraiser');
  }
  return turns;
}

export function tasksFor(facts: AppraisalFacts, personId: string, today: string): readonly Task[] {
  const turns = turnsOf(facts, personId);
  return turns.size === 0 ? [] : tasksOf(facts, today).filter((task) => turns.has(task.turn));
}

/** Earliest deadline first, tasks without one after; last what one can always do and nobody waits for. */
export function byUrgency(one: Task, other: Task): number {
  const due = (task: Task) => (task.kind === 'record-progress' ? '9999' : (task.dueOn ?? '9998'));
  const [a, b] = [due(one), due(other)];
  if (a !== b) return a < b ? -1 : 1;
  return TASK_KINDS.indexOf(one.kind) - TASK_KINDS.indexOf(other.kind);
}

export type Urgency = 'late' | 'soon' | 'later';

/** Late is after the day itself; soon is within seven days. */
export function urgencyOf(dueOn: string | null, today: string): Urgency {
  if (!dueOn) return 'later';
  const days = daysBetween(today, dueOn);
  if (days < 0) return 'late';
  return days <= 7 ? 'soon' : 'later';
}

export const YEAR_STEPS = [
  'plan',
  'check-ins',
  'self-assessment',
  'rating',
  'ratification',
  'receipt',
] as const;
export type YearStepKey = (typeof YEAR_STEPS)[number];

export interface YearStep {
  readonly key: YearStepKey;
  readonly state: 'done' | 'current' | 'ahead';
  readonly dueOn: string | null;
  readonly page: TaskPage;
  /** Of several (check-ins), how many are done. */
  readonly count?: { readonly done: number; readonly total: number };
}

/** The way through the year: what is behind, the first that is not, and what lies ahead. */
export function yearOf(facts: AppraisalFacts): readonly YearStep[] {
  const { period, checkpoints } = facts;
  const result = standingResult(facts);
  const held = checkpoints.filter((each) => each.checkIn).length;
  const ratified = result !== null && result !== 'given';
  const steps: readonly (Omit<YearStep, 'state'> & { done: boolean })[] = [
    { key: 'plan', done: facts.planVersion > 0, dueOn: period.planDueOn, page: 'plan' },
    {
      key: 'check-ins',
      done: held === checkpoints.length || result !== null,
      dueOn: checkpoints.find((each) => !each.checkIn)?.dueOn ?? null,
      page: 'progress',
      count: { done: held, total: checkpoints.length },
    },
    {
      key: 'self-assessment',
      done: facts.self === 'submitted' || result !== null,
      dueOn: period.selfAssessmentDueOn,
      page: 'evaluation',
    },
    { key: 'rating', done: result !== null, dueOn: period.ratingDueOn, page: 'evaluation' },
    { key: 'ratification', done: ratified, dueOn: period.ratificationDueOn, page: 'result' },
    {
      key: 'receipt',
      done: result !== null && FINISHED.has(result),
      dueOn: facts.objectionDeadline,
      page: 'result',
    },
  ];
  const current = steps.findIndex((step) => !step.done);
  return steps.map(({ done, ...step }, index) => ({
    ...step,
    state: done ? 'done' : index === current ? 'current' : 'ahead',
  }));
}

/** The page of an appraisal that is of most use to the employee now. */
export function usefulPage(facts: AppraisalFacts, today: string): TaskPage {
  const own = [...tasksFor(facts, facts.personId, today)].sort(byUrgency);
  const pressing = own.find((task) => task.kind !== 'record-progress') ?? own[0];
  if (pressing) return pressing.page;
  if (standingResult(facts)) return 'result';
  return facts.planVersion > 0 ? 'progress' : 'plan';
}
