import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#platform/clock/clock.ts';
import { proposeCheckpoints, proposeDeadlines } from './calendar.ts';

describe('check-ins of a period', () => {
  it('are the calendar quarters of a year, the last due on its last day', () => {
    expect(proposeCheckpoints('2026-01-01', '2026-12-31', 'quarter')).toEqual([
      { ordinal: 1, name: 'Triwulan I', startsOn: '2026-01-01', endsOn: '2026-03-31', dueOn: '2026-04-10' },
      { ordinal: 2, name: 'Triwulan II', startsOn: '2026-04-01', endsOn: '2026-06-30', dueOn: '2026-07-10' },
      { ordinal: 3, name: 'Triwulan III', startsOn: '2026-07-01', endsOn: '2026-09-30', dueOn: '2026-10-10' },
      { ordinal: 4, name: 'Triwulan IV', startsOn: '2026-10-01', endsOn: '2026-12-31', dueOn: '2026-12-31' },
    ]);
  });

  it('begin and end with a period that is no whole year, and name the year when there are two', () => {
    const months = proposeCheckpoints('2026-11-15', '2027-02-10', 'month');
    expect(months.map((each) => [each.name, each.startsOn, each.endsOn])).toEqual([
      ['November 2026', '2026-11-15', '2026-11-30'],
      ['Desember 2026', '2026-12-01', '2026-12-31'],
      ['Januari 2027', '2027-01-01', '2027-01-31'],
      ['Februari 2027', '2027-02-01', '2027-02-10'],
    ]);
  });

  it('cover every day of any period exactly once', () => {
    const start = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 730 }),
        fc.constantFrom('month', 'quarter'),
        (from, days, every) => {
          const to = addDays(from, days);
          const drafts = proposeCheckpoints(from, to, every as 'month' | 'quarter');
          expect(drafts[0]?.startsOn).toBe(from);
          expect(drafts.at(-1)?.endsOn).toBe(to);
          for (const [index, draft] of drafts.entries()) {
            expect(draft.startsOn <= draft.endsOn).toBe(true);
            expect(draft.dueOn >= draft.endsOn && draft.dueOn <= to).toBe(true);
            if (index > 0) expect(draft.startsOn).toBe(addDays(drafts[index - 1]?.endsOn ?? '', 1));
          }
        },
      ),
    );
  });

  it('proposes 31 January for the plan of a year, and thirty days for a period that begins later', () => {
    expect(proposeDeadlines('2026-01-01', '2026-12-31', undefined)).toEqual({
      planDueOn: '2026-01-31',
      selfAssessmentDueOn: '2026-12-10',
      ratingDueOn: '2026-12-20',
      ratificationDueOn: '2026-12-31',
    });
    expect(proposeDeadlines('2026-07-01', '2026-12-31', undefined).planDueOn).toBe('2026-07-31');
  });
});
