import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  achievementPercent,
  combine,
  course,
  elapsedPercent,
  type Measurement,
  meetsTarget,
  recentPercent,
  type Target,
  trackOf,
} from './realisation.ts';

const target = (parts: Partial<Target> = {}): Target => ({
  text: '',
  value: '100',
  upper: null,
  unit: '%',
  direction: 'higher',
  accumulation: 'latest',
  ...parts,
});
const on = (onDate: string, value: string | null): Measurement => ({ onDate, value });

/** Up to fifteen digits and four decimals, as the form accepts. */
const decimals = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 9999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`);
const positive = decimals.filter((value) => Number(value) > 0);
const dates = fc
  .integer({ min: 0, max: 364 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
const measured = fc.record({ onDate: dates, value: decimals });

describe('combining entries', () => {
  it('adds exactly, where binary floats would not', () => {
    expect(combine([on('2026-01-01', '0.1'), on('2026-01-02', '0.2')], 'sum')).toBe('0.3');
    expect(combine([on('2026-01-01', '99999999999999.9999'), on('2026-01-02', '0.0001')], 'sum')).toBe(
      '100000000000000',
    );
  });

  it('takes the value of the latest date, whatever the order of writing', () => {
    expect(combine([on('2026-06-30', '40'), on('2026-03-31', '20')], 'latest')).toBe('40');
    expect(combine([on('2026-06-30', '40'), on('2026-06-30', '41')], 'latest')).toBe('41');
  });

  it('averages, half up at the fourth decimal', () => {
    expect(combine([on('2026-01-01', '1'), on('2026-02-01', '2')], 'average')).toBe('1.5');
    expect(combine([on('2026-01-01', '1'), on('2026-02-01', '1'), on('2026-03-01', '0')], 'average')).toBe(
      '0.6667',
    );
  });

  it('leaves out entries in words, and says missing when nothing was measured', () => {
    for (const way of ['latest', 'sum', 'average'] as const) {
      expect(combine([], way)).toBeNull();
      expect(combine([on('2026-01-01', null)], way)).toBeNull();
      expect(combine([on('2026-01-01', '4'), on('2026-02-01', null)], way)).toBe('4');
    }
  });

  it('does not depend on the order of writing, except for two values on one day', () => {
    const oneADay = fc.uniqueArray(measured, { selector: (entry) => entry.onDate, minLength: 1 });
    fc.assert(
      fc.property(oneADay, fc.constantFrom('latest', 'sum', 'average'), (entries, way) => {
        expect(combine([...entries].reverse(), way)).toBe(combine(entries, way));
      }),
    );
  });

  it('ends its course at the realisation', () => {
    fc.assert(
      fc.property(fc.array(measured, { minLength: 1 }), fc.constantFrom('sum', 'average'), (entries, way) => {
        expect(course(entries, way).at(-1)?.value).toBe(combine(entries, way));
      }),
    );
  });
});

describe('achievement', () => {
  it.each([
    ['higher', '95', null, '97.2', '102.32'],
    ['higher', '1200', null, '900', '75'],
    ['higher', '3', null, '1', '33.33'],
    ['lower', '30', null, '27', '110'],
    ['lower', '24', null, '31', '70.83'],
    ['lower', '2', null, '5', '0'],
    ['lower', '0', null, '0', '100'],
    ['lower', '0', null, '1', null],
    ['higher', '0', null, '0', '100'],
    ['range', '10', '20', '15', '100'],
    ['range', '10', '20', '8', '80'],
    ['range', '10', '20', '25', '75'],
    ['range', '10', null, '10', '100'],
  ] as const)('%s, target %s to %s, realised %s: %s', (direction, value, upper, realised, expected) => {
    expect(achievementPercent(realised, target({ direction, value, upper }))).toBe(expected);
  });

  it('is missing, never 0, without a value or a number to reach', () => {
    expect(achievementPercent(null, target())).toBeNull();
    expect(achievementPercent('5', target({ value: null }))).toBeNull();
    expect(meetsTarget(null, target())).toBeNull();
  });

  it('never falls when a better value is recorded', () => {
    fc.assert(
      fc.property(
        decimals,
        decimals,
        positive,
        fc.constantFrom('higher', 'lower'),
        (a, b, value, direction) => {
          const [worse, better] = Number(a) <= Number(b) === (direction === 'higher') ? [a, b] : [b, a];
          const of = (realised: string) => Number(achievementPercent(realised, target({ value, direction })));
          expect(of(better)).toBeGreaterThanOrEqual(of(worse));
        },
      ),
    );
  });

  it('is 100 or more exactly when the target is met, apart from rounding', () => {
    fc.assert(
      fc.property(
        decimals,
        positive,
        fc.constantFrom('higher', 'lower', 'range'),
        (realised, value, direction) => {
          const given = target({ value, direction });
          const reached = Number(achievementPercent(realised, given));
          if (meetsTarget(realised, given)) expect(reached).toBeGreaterThanOrEqual(100);
          else expect(reached).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});

describe('on track', () => {
  const sum = target({ accumulation: 'sum', value: '1200' });
  it('holds a sum against the part of the period that has passed', () => {
    expect(trackOf('599', sum, '50')).toBe('behind');
    expect(trackOf('600', sum, '50')).toBe('on-track');
    expect(trackOf('1200', sum, '50')).toBe('reached');
    expect(trackOf(null, sum, '50')).toBe('missing');
    expect(trackOf('5', target({ value: null }), '50')).toBe('unmeasured');
  });

  it('holds a ceiling of a sum the other way round', () => {
    const ceiling = target({ accumulation: 'sum', direction: 'lower', value: '12' });
    expect(trackOf('6', ceiling, '50')).toBe('on-track');
    expect(trackOf('7', ceiling, '50')).toBe('behind');
    expect(trackOf('12', ceiling, '100')).toBe('reached');
  });

  it('calls a sum beyond its range behind', () => {
    const range = target({ accumulation: 'sum', direction: 'range', value: '10', upper: '12' });
    expect(trackOf('13', range, '50')).toBe('behind');
    expect(trackOf('11', range, '50')).toBe('reached');
  });

  it('does not blame a latest value for the time of the year', () => {
    expect(trackOf('94', target({ value: '95' }), '50')).toBe('not-yet');
    expect(trackOf('95', target({ value: '95' }), '50')).toBe('reached');
  });
});

describe('time', () => {
  it('counts both ends of the period', () => {
    expect(elapsedPercent('2026-01-01', '2026-12-31', '2026-12-31')).toBe('100');
    expect(elapsedPercent('2026-01-01', '2026-12-31', '2026-01-01')).toBe('0.27');
    expect(elapsedPercent('2026-01-01', '2026-12-31', '2025-12-31')).toBe('0');
    expect(elapsedPercent('2026-01-01', '2026-12-31', '2027-06-01')).toBe('100');
    expect(elapsedPercent('2024-01-01', '2024-12-31', '2024-07-01')).toBe('50');
  });

  it('tells which part of the evidence is from the last quarter', () => {
    expect(recentPercent([], '2026-01-01', '2026-12-31')).toBeNull();
    expect(recentPercent(['2026-02-01', '2026-12-20'], '2026-01-01', '2026-12-31')).toBe('50');
  });
});
