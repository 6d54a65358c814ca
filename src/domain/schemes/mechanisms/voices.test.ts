import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  component,
  damaged,
  expectAgreement,
  expectExplained,
  LEVELS,
  unitsIn,
} from '../../../../test/support/components.ts';
import { inputsOf } from '../../explanation.ts';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const label = { id: 'Butir', en: 'Item' };
const WEIGHTS = ['1', '2.5', '0.0001', '999'];
const itemsTimes = (factor: string) =>
  WEIGHTS.map((weight, index) => ({
    code: `b${index}`,
    label,
    weight: new Exact(weight).times(factor).toFixed(),
  }));
const VOICES = {
  appraiser: { percent: 60, required: true },
  colleague: { percent: '30.5', atLeast: 3 },
  citizen: { percent: '9.5' },
};
const rated = component({
  mechanism: 'rated-items',
  scale: 'skala',
  decimals: 3,
  items: itemsTimes('1'),
  voices: VOICES,
});

const level = fc.constantFrom(...LEVELS.map(({ code }) => code));
const someItems = fc
  .record({ b0: level, b1: level, b2: level, b3: level }, { requiredKeys: [] })
  .filter((items) => Object.keys(items).length > 0)
  .map((items) => ({ items }));
const forms = fc.record(
  {
    appraiser: fc.array(someItems, { minLength: 1, maxLength: 2 }),
    colleague: fc.array(someItems, { maxLength: 5 }),
    citizen: fc.array(someItems, { maxLength: 2 }),
  },
  { requiredKeys: ['appraiser'] },
);
const ratedEvidence = forms.map((each) => ({ forms: each }));

const CODES = ['c0', 'c1', 'c2', 'c3'];
const anchors = Object.fromEntries(['1', '2', '3', '4', '5'].map((each) => [each, label]));
const competent = component({
  mechanism: 'competencies',
  dictionary: CODES.map((code) => ({ code, kind: 'managerial', label, levels: anchors })),
  standards: { pengawas: { c0: 2, c1: 3 }, 'ahli-utama': { c0: 5, c1: 5, c2: 4 } },
  voices: VOICES,
});
const whole = fc.integer({ min: 0, max: 5 });
const someLevels = fc
  .record({ c0: whole, c1: whole, c2: whole, c3: whole }, { requiredKeys: ['c0', 'c1', 'c2'] })
  .map((levels) => ({ levels }));
const competentForms = fc.record(
  {
    appraiser: fc.array(someLevels, { minLength: 1, maxLength: 2 }),
    colleague: fc.array(someLevels, { maxLength: 5 }),
    citizen: fc.array(someLevels, { maxLength: 2 }),
  },
  { requiredKeys: ['appraiser'] },
);
const asked = fc.integer({ min: 1, max: 5 });
const standard = fc.oneof(
  fc.constantFrom('pengawas', 'ahli-utama').map((post) => ({ post })),
  fc.record({ c0: asked, c1: asked, c2: asked }, { requiredKeys: ['c1'] }).map((required) => ({ required })),
);
const competentEvidence = fc.tuple(standard, competentForms).map(([by, each]) => ({ ...by, forms: each }));

const team = component({ mechanism: 'team-contribution', scale: 'skala', withoutTeam: 'not-applicable' });
const teams = fc.array(
  fc.record({
    name: fc.constantFrom('Tim A', 'Tim B'),
    role: fc.constantFrom('lead', 'member'),
    months: fc.integer({ min: 1, max: 6 }),
    level,
  }),
  { minLength: 1, maxLength: 6 },
);
const teamEvidence = teams.map((each) => ({ teams: each }));

describe.each([
  ['rated-items', rated, ratedEvidence],
  ['competencies', competent, competentEvidence],
  ['team-contribution', team, teamEvidence],
] as const)('%s', (_, compiled, evidence) => {
  it('reads its own example and whatever the shape allows, and explains it fully', () => {
    unitsIn(compiled.read(compiled.example));
    expectExplained(compiled, compiled.example);
    fc.assert(
      fc.property(evidence, (each) => expectAgreement(compiled, each)),
      { numRuns: 300 },
    );
  });

  it('reads damaged evidence as the shape does, and never throws', () => {
    fc.assert(
      fc.property(damaged(evidence), (each) => expectAgreement(compiled, each)),
      { numRuns: 1500 },
    );
    fc.assert(fc.property(fc.jsonValue(), (each) => expectAgreement(compiled, each)));
  });
});

describe('voices', () => {
  it('the order of forms changes nothing', () => {
    fc.assert(
      fc.property(ratedEvidence, competentEvidence, (first, second) => {
        const turned = (each: Readonly<Record<string, readonly unknown[] | undefined>>) =>
          Object.fromEntries(
            Object.entries(each)
              .toReversed()
              .map(([voice, list]) => [voice, list?.toReversed()]),
          );
        expect(rated.read({ forms: turned(first.forms) })).toEqual(rated.read(first));
        expect(competent.read({ ...second, forms: turned(second.forms) })).toEqual(competent.read(second));
      }),
    );
  });

  it('a voice with too few forms changes nothing, and its forms are not shown', () => {
    fc.assert(
      fc.property(forms, fc.array(someItems, { minLength: 1, maxLength: 2 }), (each, few) => {
        const without = rated.read({ forms: { ...each, colleague: [] } });
        const given = { forms: { ...each, colleague: few } };
        expect(rated.read(given)).toEqual(without);
        const explanation = rated.explain(given, {});
        expect(inputsOf(explanation).some(({ path }) => path.includes('colleague'))).toBe(false);
        expect(explanation.rule.id).toContain(
          `formulir rekan kerja baru ${few.length}, diperlukan paling sedikit 3`,
        );
        expect(explanation.rule.id).toContain('(semula 60 %)');
      }),
    );
  });

  it('without the required voice there is no value, whatever the others say', () => {
    fc.assert(
      fc.property(forms, competentEvidence, (each, other) => {
        expect(rated.read({ forms: { ...each, appraiser: [] } })).toEqual({ state: 'missing' });
        expect(competent.read({ ...other, forms: { ...other.forms, appraiser: [] } })).toEqual({
          state: 'missing',
        });
      }),
    );
  });

  it('scaling the weights of all items changes nothing', () => {
    const weighing = (...weights: readonly string[]) =>
      component({
        mechanism: 'rated-items',
        scale: 'skala',
        decimals: 4,
        items: weights.map((weight, index) => ({ code: `b${index}`, label, weight })),
        voices: VOICES,
      });
    const once = weighing('1', '2.5', '0.0002', '299');
    const scaled = weighing('3.3', '8.25', '0.0007', '986.7');
    const exactly = weighing('2', '5', '0.0004', '598');
    fc.assert(
      fc.property(ratedEvidence, (each) => {
        expect(exactly.read(each)).toEqual(once.read(each));
        const without = (list: readonly { items: object }[] = []) =>
          list.map((form) => ({ items: { b0: 'l1', b1: 'l3', b3: 'l0', ...form.items, b2: undefined } }));
        const { appraiser, colleague } = each.forms;
        const given = { forms: { appraiser: without(appraiser), colleague: without(colleague) } };
        expect(scaled.read(given)).toEqual(once.read(given));
      }),
    );
  });

  it('counts as decimals do', () => {
    const score = (code: string) => new Exact(LEVELS.find((each) => each.code === code)?.score ?? 0);
    const mean = (parts: readonly (readonly [value: Decimal, weight: Decimal.Value])[], decimals: number) => {
      const sum = parts.reduce((all, [value, weight]) => all.plus(value.times(weight)), new Exact(0));
      const weights = parts.reduce((all, [, weight]) => all.plus(weight), new Exact(0));
      return sum.div(weights).toDecimalPlaces(decimals);
    };
    fc.assert(
      fc.property(ratedEvidence, (each) => {
        const parts = Object.entries(VOICES).flatMap(([voice, { percent }]) => {
          const list = each.forms[voice as keyof typeof VOICES] ?? [];
          if (list.length < (voice === 'colleague' ? 3 : 1)) return [];
          const means = list.map(({ items }) =>
            mean(
              Object.entries(items).map(([code, of]) => [score(of), WEIGHTS[Number(code.slice(1))] ?? 0]),
              4,
            ),
          );
          return [
            [
              mean(
                means.map((one) => [one, 1]),
                4,
              ),
              percent,
            ] as const,
          ];
        });
        expect(unitsIn(rated.read(each))).toBe(mean(parts, 3).times(10_000).toNumber());
      }),
    );
  });
});

describe('a better answer never gives a lower score', () => {
  it('rated-items', () => {
    fc.assert(
      fc.property(
        ratedEvidence,
        level,
        fc.constantFrom('b0', 'b1', 'b2', 'b3'),
        fc.nat(4),
        (each, to, code, at) => {
          const improved = (list: readonly { readonly items: Readonly<Record<string, string>> }[] = []) =>
            list.map((form, index) => {
              const now = form.items[code];
              return index === at && now !== undefined && to < now
                ? { items: { ...form.items, [code]: to } }
                : form;
            });
          const { appraiser, colleague, citizen } = each.forms;
          const better = {
            appraiser: improved(appraiser),
            colleague: improved(colleague),
            citizen: improved(citizen),
          };
          expect(unitsIn(rated.read({ forms: better }))).toBeGreaterThanOrEqual(unitsIn(rated.read(each)));
        },
      ),
    );
  });

  it('competencies', () => {
    fc.assert(
      fc.property(competentEvidence, fc.constantFrom('c0', 'c1', 'c2'), fc.nat(4), (each, code, at) => {
        const improved = (
          list: readonly { readonly levels: Readonly<Record<string, number | undefined>> }[] = [],
        ) =>
          list.map((form, index) =>
            index === at
              ? { levels: { ...form.levels, [code]: Math.min(5, (form.levels[code] ?? 0) + 1) } }
              : form,
          );
        const { appraiser, colleague, citizen } = each.forms;
        const better = {
          appraiser: improved(appraiser),
          colleague: improved(colleague),
          citizen: improved(citizen),
        };
        expect(unitsIn(competent.read({ ...each, forms: better }))).toBeGreaterThanOrEqual(
          unitsIn(competent.read(each)),
        );
      }),
    );
  });

  it('team-contribution, whatever the order, and months in proportion', () => {
    fc.assert(
      fc.property(teams, level, fc.nat(5), (each, to, at) => {
        const now = unitsIn(team.read({ teams: each }));
        const better = each.map((one, index) =>
          index === at && to < one.level ? { ...one, level: to } : one,
        );
        expect(unitsIn(team.read({ teams: better }))).toBeGreaterThanOrEqual(now);
        expect(unitsIn(team.read({ teams: each.toReversed() }))).toBe(now);
        expect(unitsIn(team.read({ teams: each.map((one) => ({ ...one, months: one.months * 2 })) }))).toBe(
          now,
        );
      }),
    );
  });
});

it('nobody required and nobody there is what the scheme says', () => {
  const optional = (whenNobody: string) =>
    component({
      mechanism: 'rated-items',
      scale: 'skala',
      items: itemsTimes('1'),
      voices: { colleague: { percent: 100, atLeast: 3 } },
      whenNobody,
    });
  const few = { forms: { colleague: [{ items: { b0: 'l0' } }] } };
  expect(optional('missing').read(few)).toEqual({ state: 'missing' });
  expect(optional('not-applicable').read(few)).toEqual({ state: 'notApplicable' });
  expect(optional('not-applicable').explain(few, {}).rule.id).toBe(
    'Tidak ada suara yang dapat dihitung, sehingga komponen ini tidak berlaku: formulir rekan kerja baru 1, diperlukan paling sedikit 3.',
  );
});
