import { describe, expect, it } from 'vitest';
import {
  type AppraisalFacts,
  byUrgency,
  type CheckpointFacts,
  tasksFor,
  tasksOf,
  turnsOf,
  urgencyOf,
  usefulPage,
  yearOf,
} from './stages.ts';

const checkpoint = (
  name: string,
  endsOn: string,
  dueOn: string,
  checkIn: CheckpointFacts['checkIn'] = null,
) => ({
  id: name,
  name,
  endsOn,
  dueOn,
  checkIn,
});

const facts = (changes: Partial<AppraisalFacts> = {}): AppraisalFacts => ({
  participantId: 'participant',
  personId: 'employee',
  unitId: 'unit',
  appraiserId: 'appraiser',
  superiorId: 'superior',
  state: 'active',
  period: {
    id: 'period',
    name: 'Penilaian 2026',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    state: 'open',
    planDueOn: '2026-01-31',
    selfAssessmentDueOn: '2026-12-10',
    ratingDueOn: '2026-12-20',
    ratificationDueOn: '2026-12-31',
  },
  plan: 'agreed',
  planVersion: 1,
  self: null,
  result: null,
  predicate: null,
  objectionDeadline: null,
  explanationDueOn: null,
  decisionDueOn: null,
  checkpoints: [],
  ...changes,
});

const open = (changes: Partial<AppraisalFacts>, today = '2026-06-01') =>
  tasksOf(facts(changes), today)
    .filter((task) => task.kind !== 'record-progress')
    .map((task) => `${task.turn}:${task.kind}:${task.dueOn ?? '-'}`);

describe('whose turn it is', () => {
  it.each([
    [null, 0, 'employee:write-plan:2026-01-31'],
    ['draft', 0, 'employee:write-plan:2026-01-31'],
    ['proposed', 0, 'appraiser:agree-plan:2026-01-31'],
    ['returned', 0, 'employee:answer-comments:2026-01-31'],
    ['revising', 1, 'employee:write-revision:-'],
    ['revision-returned', 1, 'employee:write-revision:-'],
    ['revision-proposed', 1, 'appraiser:agree-revision:-'],
  ] as const)('with the plan %s', (plan, planVersion, expected) => {
    expect(open({ plan, planVersion })).toEqual([expected]);
  });

  it.each([
    ['given', ['appraiser:ratify:2026-12-31', 'employee:see-result:-']],
    ['ratified', ['employee:accept-or-object:2027-01-14']],
    ['objected', ['appraiser:explain:2027-01-21', 'superior:decide:2027-02-04']],
    ['explained', ['superior:decide:2027-02-04']],
    ['accepted', []],
    ['decided', []],
  ] as const)('with the result %s', (result, expected) => {
    const dates = {
      objectionDeadline: '2027-01-14',
      explanationDueOn: '2027-01-21',
      decisionDueOn: '2027-02-04',
    };
    expect(open({ result, self: 'submitted', ...dates }, '2026-12-22')).toEqual(expected);
  });

  it('asks for the self-assessment from thirty days before its deadline, and for the rating once it is there', () => {
    expect(open({}, '2026-11-09')).toEqual([]);
    expect(open({}, '2026-11-10')).toEqual(['employee:self-assess:2026-12-10']);
    expect(open({ self: 'submitted' }, '2026-11-10')).toEqual(['appraiser:rate:2026-12-20']);
  });

  it('lets the appraiser rate when the self-assessment stays away', () => {
    expect(open({}, '2026-12-10')).not.toContain('appraiser:rate:2026-12-20');
    expect(open({}, '2026-12-11')).toContain('appraiser:rate:2026-12-20');
  });

  it('asks for no evaluation of a plan that was never agreed', () => {
    expect(open({ plan: 'draft', planVersion: 0 }, '2026-12-15')).toEqual(['employee:write-plan:2026-01-31']);
  });

  it('rates again after a result was withdrawn or revoked', () => {
    for (const result of ['withdrawn', 'revoked'] as const) {
      expect(open({ result, self: 'submitted' }, '2026-12-15')).toEqual(['appraiser:rate:2026-12-20']);
    }
  });

  it('asks the other side to answer a dialogue, and for the next one when its quarter ends', () => {
    const recorded = (recordedBy: string) =>
      [
        checkpoint('TW I', '2026-03-31', '2026-04-10', { state: 'recorded', recordedBy }),
        checkpoint('TW II', '2026-06-30', '2026-07-10'),
      ] as const;
    expect(open({ checkpoints: recorded('appraiser') }, '2026-06-15')).toEqual([
      'employee:answer-check-in:2026-04-10',
    ]);
    expect(open({ checkpoints: recorded('employee') }, '2026-06-16')).toEqual([
      'appraiser:answer-check-in:2026-04-10',
      'appraiser:hold-check-in:2026-07-10',
    ]);
  });

  it('offers to record progress under an agreed plan all year, and never as the most pressing', () => {
    const late = checkpoint('TW I', '2026-03-31', '2026-04-10');
    const own = (today: string) =>
      [...tasksFor(facts({ checkpoints: [late] }), 'employee', today)]
        .sort(byUrgency)
        .map((task) => task.kind);
    expect(own('2026-06-01')).toEqual(['record-progress']);
    expect(own('2026-11-23')).toEqual(['self-assess', 'record-progress']);
    expect(tasksOf(facts({ plan: 'draft', planVersion: 0 }), '2026-06-01').map((task) => task.kind)).toEqual([
      'write-plan',
    ]);
  });

  it('begins nothing in a closed period but brings objections to their end', () => {
    const closed = { ...facts().period, state: 'closed' as const };
    expect(open({ period: closed, plan: 'draft', planVersion: 0 })).toEqual([]);
    expect(open({ period: closed, result: 'objected', decisionDueOn: '2027-02-04' })).toContain(
      'superior:decide:2027-02-04',
    );
    expect(open({ period: closed, result: 'given' })).toEqual(['employee:see-result:-']);
  });

  it('asks nothing of who is excluded', () => {
    expect(open({ state: 'excluded', plan: null, planVersion: 0 })).toEqual([]);
  });

  it('gives the acts of a vacant appraiser to the superior, and nobody any act on their own appraisal', () => {
    expect([...turnsOf(facts({ appraiserId: null }), 'superior')].sort()).toEqual(['appraiser', 'superior']);
    expect([...turnsOf(facts(), 'superior')]).toEqual(['superior']);
    expect([...turnsOf(facts({ personId: 'appraiser' }), 'appraiser')]).toEqual(['employee']);
    expect(tasksFor(facts({ plan: 'proposed', planVersion: 0 }), 'stranger', '2026-01-10')).toEqual([]);
  });
});

describe('what presses most', () => {
  it('puts the earliest deadline first and what has none last', () => {
    const tasks = tasksOf(facts({ result: 'given' }), '2026-12-22');
    expect([...tasks].sort(byUrgency).map((task) => task.kind)).toEqual(['ratify', 'see-result']);
  });

  it.each([
    ['2026-11-22', 'late'],
    ['2026-11-23', 'soon'],
    ['2026-11-30', 'soon'],
    ['2026-12-01', 'later'],
    [null, 'later'],
  ] as const)('%s on 23 November is %s', (dueOn, urgency) => {
    expect(urgencyOf(dueOn, '2026-11-23')).toBe(urgency);
  });

  it('leads to the page where the next act is', () => {
    expect(usefulPage(facts({ plan: null, planVersion: 0 }), '2026-01-10')).toBe('plan');
    expect(usefulPage(facts(), '2026-06-01')).toBe('progress');
    expect(usefulPage(facts(), '2026-11-23')).toBe('evaluation');
    expect(usefulPage(facts({ result: 'accepted' }), '2027-01-10')).toBe('result');
  });
});

describe('the way through the year', () => {
  const states = (changes: Partial<AppraisalFacts>) =>
    yearOf(facts({ checkpoints: [checkpoint('TW I', '2026-03-31', '2026-04-10')], ...changes })).map(
      (step) => step.state,
    );

  it('has one current step', () => {
    expect(states({ plan: 'draft', planVersion: 0 })).toEqual([
      'current',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ]);
    expect(states({ result: 'given' })).toEqual(['done', 'done', 'done', 'done', 'current', 'ahead']);
    expect(states({ result: 'ratified' }).at(-1)).toBe('current');
    expect(states({ result: 'objected' }).at(-1)).toBe('current');
    expect(new Set(states({ result: 'accepted' }))).toEqual(new Set(['done']));
  });

  it('goes back to the rating when a result was revoked', () => {
    expect(states({ result: 'revoked', self: 'submitted' })[3]).not.toBe('done');
  });
});
