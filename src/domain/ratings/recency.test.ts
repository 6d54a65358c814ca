import { describe, expect, it } from 'vitest';
import { coverageOf, type Dated, isTooLate, lastQuarterFrom } from './recency.ts';

const YEAR = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const AFTER = '2027-01-05';
const on = (date: string, kind: Dated['kind'] = 'evidence'): Dated => ({ kind, on: date });

describe('the last quarter', () => {
  it.each([
    ['a whole year', YEAR, '2026-10-01'],
    ['four whole months', { startsOn: '2026-03-01', endsOn: '2026-06-30' }, '2026-06-01'],
    // 184 days: the last 46 of them.
    ['half a year', { startsOn: '2026-07-01', endsOn: '2026-12-31' }, '2026-11-16'],
    // 306 days: the last 76.
    ['a part of a year', { startsOn: '2026-03-01', endsOn: '2026-12-31' }, '2026-10-17'],
  ])('of %s', (_, span, from) => {
    expect(lastQuarterFrom(span)).toBe(from);
  });
});

describe('which part of the period the evidence covers', () => {
  it('counts every kind in its month', () => {
    const { months } = coverageOf(
      [on('2026-02-03'), on('2026-02-27', 'diary'), on('2026-02-28', 'diary'), on('2026-12-31')],
      YEAR,
      AFTER,
    );
    expect(months).toHaveLength(12);
    expect(months[1]).toEqual({
      month: '2026-02',
      counts: { evidence: 1, diary: 2 },
      total: 3,
      isOpen: false,
    });
    expect(months[11]?.total).toBe(1);
  });
  it('gives the share of the last quarter in whole percent', () => {
    const evidence = [on('2026-01-10'), on('2026-09-30'), on('2026-10-01'), on('2026-12-01')];
    expect(coverageOf(evidence, YEAR, AFTER)).toMatchObject({ total: 4, late: 2, latePercent: 50 });
    expect(coverageOf([...evidence, on('2026-11-01')], YEAR, AFTER)).toMatchObject({ latePercent: 60 });
  });
  it('warns above three fifths, not at them', () => {
    expect([60, 61].map((latePercent) => isTooLate({ latePercent }))).toEqual([false, true]);
    expect(isTooLate({ latePercent: null })).toBe(false);
  });
  it('says nothing of a share where there is no evidence', () => {
    expect(coverageOf([], YEAR, AFTER)).toMatchObject({ total: 0, latePercent: null });
  });
  it('leaves out what is older than the span and keeps what came after it in the last month', () => {
    const coverage = coverageOf([on('2025-12-31'), on('2027-01-03')], YEAR, AFTER);
    expect([coverage.total, coverage.late, coverage.months[11]?.total]).toEqual([1, 1, 1]);
  });
  it('names empty months once they are over', () => {
    const evidence = [on('2026-01-10'), on('2026-03-10')];
    expect(coverageOf(evidence, YEAR, '2026-04-30').empty).toEqual(['2026-02']);
    expect(coverageOf(evidence, YEAR, '2026-05-01').empty).toEqual(['2026-02', '2026-04']);
  });
  it('does not call a month empty of which a few days belong to the span', () => {
    const span = { startsOn: '2026-01-20', endsOn: '2026-04-30' };
    expect(coverageOf([], span, AFTER).empty).toEqual(['2026-02', '2026-03', '2026-04']);
  });
});
