import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputsOf } from '../../explanation.ts';
import type { Outcome } from '../outcome.ts';
import { componentMechanism } from './index.ts';
import type { CompiledComponent } from './mechanism.ts';
import { componentSettings } from './settings.ts';

const LEVELS = [100, 75, 50, 25].map((score, index) => ({
  code: `l${4 - index}`,
  label: { id: `Tingkat ${4 - index}`, en: `Level ${4 - index}` },
  score: String(score),
  units: score * 10_000,
}));

/** A component of one mechanism, compiled beside one scale and nothing else. */
function component(settings: Readonly<Record<string, unknown>>): CompiledComponent {
  const shared = { label: { id: 'Komponen', en: 'Component' }, basis: [{ regulation: 'contoh' }] };
  const mechanism = componentMechanism(componentSettings.parse({ ...shared, ...settings }));
  const levels = () => LEVELS;
  return mechanism.compile({
    code: 'k',
    levels,
    scoredLevels: levels,
    behaviours: [],
    basis: (list) => [...list],
  });
}

const presence = component({
  mechanism: 'presence',
  deductions: {
    absentDay: 3,
    late: [{ upTo: 30, points: '0.5' }, { upTo: 60, points: 1 }, { points: '1.5' }],
    earlyLeave: [{ points: '0.25' }],
  },
});
const CLOCK = { days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00', break: { from: '12:00', to: '13:00' } };
const service = component({
  mechanism: 'service-standard',
  clock: CLOCK,
  services: [
    { code: 'ktp', label: { id: 'KTP', en: 'Card' }, targetHours: 7 },
    { code: 'izin', label: { id: 'Izin', en: 'Permit' }, targetHours: '10.5' },
  ],
  withoutCases: 'not-applicable',
});
const ITEMS = ['u1', 'u2', 'u3'];
const survey = component({
  mechanism: 'survey',
  scale: 'kepuasan',
  items: ITEMS.map((code) => ({ code, label: { id: code, en: code } })),
  atLeast: 2,
  tooFew: 'not-applicable',
});
const innovation = component({
  mechanism: 'innovation',
  stages: [
    { code: 'gagasan', label: { id: 'Gagasan', en: 'Idea' }, points: '10.1' },
    { code: 'pakai', label: { id: 'Dipakai', en: 'In use' }, points: 40 },
  ],
  unverifiedPercent: '33.3',
  atMost: 100,
});

const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`);
const days = fc.uniqueArray(fc.record({ date, minutes: fc.integer({ min: 1, max: 500 }) }), {
  selector: (day) => day.date,
  maxLength: 8,
});
const attendance = fc
  .record({
    workingDays: fc.integer({ min: 100, max: 366 }),
    absentDays: fc.integer({ min: 0, max: 50 }),
    late: days,
    earlyLeave: days,
  })
  .map((given) => ({ ...given, longestAbsence: Math.min(given.absentDays, 1) }));
const time = fc.tuple(date, fc.integer({ min: 0, max: 1439 })).map(([on, minute]) => {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${on}T${part(Math.floor(minute / 60))}:${part(minute % 60)}`;
});
const cases = fc
  .array(
    fc.record({ service: fc.constantFrom('ktp', 'izin'), times: fc.tuple(time, time), open: fc.boolean() }),
    {
      maxLength: 12,
    },
  )
  .map((list) =>
    list.map(({ service: code, times, open }, index) => {
      const [start = '', end = ''] = times.toSorted();
      return { id: `A-${index}`, service: code, start, end: open ? null : end };
    }),
  );
const answer = fc.constantFrom('l1', 'l2', 'l3', 'l4', '1', '2', '3', '4');
const form = fc
  .record({ u1: answer, u2: answer, u3: answer }, { requiredKeys: [] })
  .filter((given) => Object.keys(given).length > 0);
const answers = fc.array(form, { minLength: 2, maxLength: 12 });
const innovations = fc.uniqueArray(
  fc.record(
    {
      title: fc.stringMatching(/^[a-z]{1,8}$/),
      stage: fc.constantFrom('gagasan', 'pakai'),
      verifiedBy: fc.constant('Unit'),
    },
    { requiredKeys: ['title', 'stage'] },
  ),
  { selector: (item) => item.title, maxLength: 12 },
);

function unitsOf(outcome: Outcome | undefined): number {
  if (outcome?.state === 'value' && outcome.type === 'score') return outcome.units;
  throw new Error(`no score but ${JSON.stringify(outcome)}`);
}

describe.each([
  ['presence', presence, attendance],
  ['service-standard', service, fc.record({ cases })],
  ['survey', survey, fc.record({ answers })],
  ['innovation', innovation, fc.record({ items: innovations })],
] as const)('%s', (_, compiled, valid: fc.Arbitrary<Readonly<Record<string, unknown>>>) => {
  it('reads what its shape accepts, refuses what it refuses, and never throws', () => {
    const damaged = fc
      .tuple(
        valid,
        fc.constantFrom('', 'late', 'cases', 'answers', 'items', 'count', 'extra', '__proto__'),
        fc.jsonValue(),
      )
      .map(([given, name, value]) => (name === '' ? given : { ...given, [name]: value }));
    const nested = fc.tuple(valid, fc.nat(), fc.jsonValue()).map(([given, place, value]) => {
      const copy = structuredClone(given);
      const lists = Object.values(copy).filter((list): list is unknown[] => Array.isArray(list));
      const list = lists[place % Math.max(1, lists.length)];
      const entry = list?.[place % Math.max(1, list.length)] as Record<string, unknown> | undefined;
      const names = Object.keys(entry ?? {});
      if (entry) entry[names[place % Math.max(1, names.length)] ?? 'extra'] = value;
      return copy;
    });
    fc.assert(
      fc.property(fc.oneof(valid, damaged, nested, fc.jsonValue()), (given) => {
        expect(compiled.read(given) !== undefined).toBe(compiled.evidence.safeParse(given).success);
      }),
      { numRuns: 400 },
    );
  });

  it('explains what it read: the same value, every input with a path and a label in both languages', () => {
    fc.assert(
      fc.property(valid, (given) => {
        const outcome = compiled.read(given);
        const explanation = compiled.explain(given, {});
        expect(explanation.value.state).toBe(outcome?.state);
        if (explanation.value.state === 'value')
          expect(Number(explanation.value.value)).toBe(unitsOf(outcome) / 10_000);
        for (const input of inputsOf(explanation)) {
          expect(input.path).toMatch(/^k\./);
          expect([input.label.id, input.label.en]).not.toContain('');
        }
      }),
    );
  });

  it('does not ask for an order', () => {
    fc.assert(
      fc.property(valid, (given) => {
        const reversed = Object.fromEntries(
          Object.entries(given).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.toReversed() : value,
          ]),
        );
        expect(compiled.read(reversed)).toEqual(compiled.read(given));
      }),
    );
  });

  it('reads its own example, and what is not given as missing', () => {
    expect(compiled.read(compiled.example)).toMatchObject({ state: 'value' });
    expect(compiled.evidence.safeParse(compiled.example).success).toBe(true);
    expect(compiled.read(undefined)).toEqual({ state: 'missing' });
    expect(compiled.explain(undefined, {}).value).toEqual({ state: 'missing' });
  });
});

describe('a worse record never scores better', () => {
  it('presence: another day absent, more minutes, one more lateness', () => {
    fc.assert(
      fc.property(attendance, fc.nat({ max: 100 }), (given, more) => {
        const before = unitsOf(presence.read(given));
        const absentDays = given.absentDays + 1;
        expect(unitsOf(presence.read({ ...given, absentDays, longestAbsence: 1 }))).toBeLessThanOrEqual(
          before,
        );
        const late = given.late.map((day) => ({ ...day, minutes: day.minutes + more }));
        expect(unitsOf(presence.read({ ...given, late }))).toBeLessThanOrEqual(before);
        const again = [...given.late, { date: '2026-04-01', minutes: 1 }];
        expect(unitsOf(presence.read({ ...given, late: again }))).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('service-standard: a case that ended later', () => {
    fc.assert(
      fc.property(cases, fc.nat(), (list, place) => {
        const closed = list.filter(({ end }) => end !== null);
        const chosen = closed[place % Math.max(1, closed.length)];
        if (!chosen) return;
        const later = list.map((each) => (each === chosen ? { ...each, end: '2026-04-30T16:00' } : each));
        expect(unitsOf(service.read({ cases: later }))).toBeLessThanOrEqual(
          unitsOf(service.read({ cases: list })),
        );
      }),
    );
  });

  it('survey: a lower answer', () => {
    fc.assert(
      fc.property(answers, (list) => {
        const full = [...list, { u1: '4', u2: '4', u3: '4' }];
        const worse = [...list, { u1: '4', u2: '1', u3: '4' }];
        expect(unitsOf(survey.read({ answers: worse }))).toBeLessThanOrEqual(
          unitsOf(survey.read({ answers: full })),
        );
      }),
    );
  });

  it('innovation: one without its verification, or one less', () => {
    fc.assert(
      fc.property(innovations, (items) => {
        const before = unitsOf(innovation.read({ items }));
        expect(unitsOf(innovation.read({ items: items.slice(1) }))).toBeLessThanOrEqual(before);
        const [first, ...rest] = items;
        if (!first) return;
        const bare = { title: first.title, stage: first.stage };
        expect(unitsOf(innovation.read({ items: [bare, ...rest] }))).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('exactness', () => {
  it('the index is the exact mean of exact means, rounded half up once', () => {
    fc.assert(
      fc.property(answers, (list) => {
        let [top, bottom] = [0n, 1n];
        for (const code of ITEMS) {
          const scores = list
            .map((given) => (given as Readonly<Record<string, string>>)[code])
            .filter((each) => each !== undefined)
            .map((each) => Number(each.at(-1)) * 25);
          const sum = scores.reduce((total, each) => total + each, 0);
          top = top * BigInt(scores.length) + BigInt(sum) * bottom;
          bottom *= BigInt(scores.length);
        }
        const outcome = survey.read({ answers: list });
        if (bottom === 0n) expect(outcome).toEqual({ state: 'missing' });
        else {
          const hundredths = (2n * top * 100n + 3n * bottom) / (2n * 3n * bottom);
          expect(unitsOf(outcome)).toBe(Number(hundredths) * 100);
        }
      }),
    );
  });
});
