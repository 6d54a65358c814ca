/**
 * Random components for property tests: settings as a scheme file has them, and pairs of evidence of
 * which the second is nowhere worse than the first.
 */
import fc from 'fast-check';

export type Pair = { readonly worse: unknown; readonly better: unknown };
export type RandomComponent = {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly pair: fc.Arbitrary<Pair>;
  /** Whether its scores always lie between 0 and 100 and can reach both. */
  readonly mayNotApply: boolean;
};

const LABEL = { id: 'Komponen', en: 'Component' };
const BASIS = [{ regulation: 'contoh' }];

/** Levels of the scale `tingkat` with scores, best first. */
export const LEVELS = ['teladan', 'baik', 'cukup', 'kurang'] as const;
export const SCALES = {
  tingkat: {
    label: LABEL,
    levels: [100, 75, '37.5', 0].map((score, index) => ({ code: LEVELS[index], label: LABEL, score })),
  },
  rating: {
    label: LABEL,
    levels: ['above', 'meets', 'below'].map((code) => ({ code, label: LABEL })),
  },
};

function component(
  mechanism: string,
  settings: Readonly<Record<string, unknown>>,
  pair: fc.Arbitrary<Pair>,
  mayNotApply = false,
): RandomComponent {
  return { settings: { label: LABEL, mechanism, basis: BASIS, ...settings }, pair, mayNotApply };
}

/** Two numbers of which the second is at least the first. */
function rising(max: number): fc.Arbitrary<readonly [number, number]> {
  const number = fc.integer({ min: 0, max });
  return fc.tuple(number, number).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
}

/** Two levels of which the second is at least as good as the first. */
const levels = rising(LEVELS.length - 1).map(
  ([a, b]) => [LEVELS[LEVELS.length - 1 - a], LEVELS[LEVELS.length - 1 - b]] as const,
);
const decimals = fc.integer({ min: 0, max: 4 });
const percent = fc.integer({ min: 1, max: 99 });

/** Gives both evidences of a list of pairs the same shape. */
function pairs<Item>(
  items: fc.Arbitrary<readonly (readonly [Item, Item])[]>,
  evidence: (items: readonly Item[]) => unknown,
): fc.Arbitrary<Pair> {
  return items.map((list) => ({
    worse: evidence(list.map(([worse]) => worse)),
    better: evidence(list.map(([, better]) => better)),
  }));
}

const hundredths = (value: number) => String(value / 100);

const score = fc.constant(
  component(
    'score',
    { range: { from: 0, to: 100 } },
    pairs(fc.tuple(rising(10_000)), ([value]) => ({ score: hundredths(value ?? 0) })),
  ),
);

const ratedItems = fc.tuple(percent, decimals, fc.integer({ min: 1, max: 5 })).map(([own, places, weight]) =>
  component(
    'rated-items',
    {
      scale: 'tingkat',
      decimals: places,
      items: ['a', 'b', 'c'].map((code, index) => ({ code, label: LABEL, weight: weight + index })),
      voices: { appraiser: { percent: own, required: true }, colleague: { percent: 100 - own, atLeast: 2 } },
    },
    fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.array(levels, { minLength: 12, maxLength: 12 }))
      .map(([colleagues, rated]) => {
        const forms = (side: 0 | 1) => {
          const form = (at: number) => ({
            items: { a: rated[at]?.[side], b: rated[at + 1]?.[side], c: rated[at + 2]?.[side] },
          });
          return {
            forms: {
              appraiser: [form(0)],
              colleague: Array.from({ length: colleagues }, (_, index) => form(3 * (index + 1))),
            },
          };
        };
        return { worse: forms(0), better: forms(1) };
      }),
  ),
);

const plannedResults = fc
  .tuple(fc.constantFrom('equal', 'given'), fc.integer({ min: 60, max: 100 }), decimals)
  .map(([weighting, middle, places]) =>
    component(
      'planned-results',
      {
        weighting,
        decimals: places,
        scale: 'tingkat',
        conversion: {
          roundPercent: 2,
          segments: [
            { from: 0, to: middle, score: 0, reaching: 80 },
            { from: middle, to: 120, score: 80, reaching: 100 },
            { from: 120, score: 100 },
          ],
        },
      },
      fc
        .array(fc.tuple(rising(250), levels, fc.boolean(), fc.integer({ min: 1, max: 40 })), {
          minLength: 1,
          maxLength: 4,
        })
        .map((lines) => {
          const evidence = (side: 0 | 1) => ({
            lines: lines.map(([realised, level, measured, weight], index) => ({
              kind: index === 1 ? 'additional' : 'main',
              ...(weighting === 'given' ? { weight: String(weight) } : {}),
              ...(measured
                ? {
                    indicators: [
                      {
                        direction: 'higher',
                        target: '120.5',
                        summary: 'latest',
                        realisations: ['7', String(realised[side])],
                      },
                    ],
                  }
                : { level: level[side] }),
            })),
          });
          return { worse: evidence(0), better: evidence(1) };
        }),
    ),
  );

const competencies = fc.tuple(percent, decimals).map(([own, places]) =>
  component(
    'competencies',
    {
      decimals: places,
      dictionary: ['a', 'b'].map((code) => ({
        code,
        kind: 'technical',
        label: LABEL,
        levels: Object.fromEntries(['1', '2', '3', '4', '5'].map((level) => [level, LABEL])),
      })),
      voices: { appraiser: { percent: own, required: true }, self: { percent: 100 - own } },
    },
    fc
      .tuple(fc.integer({ min: 1, max: 5 }), rising(4), rising(4), rising(4))
      .map(([required, a, b, self]) => {
        const evidence = (side: 0 | 1) => ({
          required: { a: required, b: 3 },
          forms: {
            appraiser: [{ levels: { a: a[side] + 1, b: b[side] + 1 } }],
            self: [{ levels: { a: self[side] + 1, b: self[side] + 1 } }],
          },
        });
        return { worse: evidence(0), better: evidence(1) };
      }),
  ),
);

const presence = fc.integer({ min: 2, max: 10 }).map((points) =>
  component(
    'presence',
    { deductions: { absentDay: points, late: [{ upTo: 30, points: '0.5' }, { points: 2 }] } },
    fc.tuple(rising(30), rising(5)).map(([absent, late]) => {
      const evidence = (side: 0 | 1) => ({
        workingDays: 240,
        absentDays: absent[side],
        longestAbsence: Math.min(absent[side], 1),
        late: Array.from({ length: late[side] }, (_, day) => ({
          date: `2026-01-1${day}`,
          minutes: 29 + day,
        })),
      });
      return { worse: evidence(1), better: evidence(0) };
    }),
  ),
);

const serviceStandard = fc.constantFrom('missing', 'not-applicable').map((withoutCases) =>
  component(
    'service-standard',
    {
      withoutCases,
      clock: { days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' },
      services: [{ code: 'ktp', label: LABEL, targetHours: '6.5' }],
    },
    pairs(fc.array(rising(1), { minLength: withoutCases === 'missing' ? 1 : 0, maxLength: 5 }), (cases) => ({
      cases: cases.map((onTime, index) => ({
        id: `K${index}`,
        service: 'ktp',
        start: '2026-03-02T09:15',
        end: onTime === 1 ? '2026-03-02T12:00' : '2026-03-06T12:00',
      })),
    })),
    withoutCases === 'not-applicable',
  ),
);

const survey = fc.constantFrom('missing', 'not-applicable').map((tooFew) =>
  component(
    'survey',
    { scale: 'tingkat', atLeast: 2, tooFew, items: [{ code: 'u1', label: LABEL }] },
    pairs(fc.array(levels, { minLength: tooFew === 'missing' ? 2 : 1, maxLength: 6 }), (answers) => ({
      answers: answers.map((u1) => ({ u1 })),
    })),
    tooFew === 'not-applicable',
  ),
);

const innovation = fc.constant(
  component(
    'innovation',
    {
      stages: [10, '25.5', 60].map((points, index) => ({ code: `s${index}`, label: LABEL, points })),
      unverifiedPercent: '33.3',
      atMost: 100,
    },
    pairs(fc.array(rising(2), { maxLength: 4 }), (stages) => ({
      items: stages.map((stage, index) => ({
        title: `I${index}`,
        stage: `s${stage}`,
        ...(index % 2 === 0 ? { verifiedBy: 'Bagian Organisasi' } : {}),
      })),
    })),
  ),
);

const teamContribution = fc.constantFrom('missing', 'not-applicable').map((withoutTeam) =>
  component(
    'team-contribution',
    { scale: 'tingkat', withoutTeam },
    pairs(fc.array(levels, { minLength: withoutTeam === 'missing' ? 1 : 0, maxLength: 3 }), (rated) => ({
      teams: rated.map((level, index) => ({ name: `T${index}`, role: 'member', months: index + 1, level })),
    })),
    withoutTeam === 'not-applicable',
  ),
);

/** Every mechanism that gives a score. */
export const scoring: fc.Arbitrary<RandomComponent> = fc.oneof(
  score,
  ratedItems,
  plannedResults,
  competencies,
  presence,
  serviceStandard,
  survey,
  innovation,
  teamContribution,
);
export const plainScore = score;

/** A level of the scale `tingkat`. */
export const rated: RandomComponent = component(
  'rating',
  { scale: 'tingkat' },
  pairs(fc.tuple(levels), ([rating]) => ({ rating })),
);

/** A yes or no; no is the better answer to a gate. */
export const fact: RandomComponent = component(
  'fact',
  {},
  pairs(fc.tuple(rising(1)), ([no]) => ({ value: no === 0 })),
);
