import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePlan } from '../../../test/support/plans.ts';
import { ASPECTS, PERSPECTIVES, type PlanContent, planContentSchema, VALUE_CODES } from './content.ts';
import { planDifference } from './difference.ts';

const line = fc.string({ maxLength: 30 }).map((text) => text.replaceAll('\n', ' '));
const decimal = fc.option(fc.integer({ min: -9999, max: 9999 }).map(String), { nil: null });
const target = fc.record({
  text: line,
  value: decimal,
  upper: decimal,
  unit: line,
  direction: fc.constantFrom('higher', 'lower', 'range'),
  accumulation: fc.constantFrom('latest', 'sum', 'average'),
});
const indicator = fc.record({
  id: fc.uuid(),
  aspect: fc.option(fc.constantFrom(...ASPECTS), { nil: null }),
  statement: line,
  target,
});
const result = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('main', 'additional'),
  statement: line,
  serves: fc.option(fc.record({ participantId: fc.uuid(), resultId: fc.uuid() }), { nil: null }),
  servesText: line,
  assignedBy: line,
  perspective: fc.option(fc.constantFrom(...PERSPECTIVES), { nil: null }),
  indicators: fc.uniqueArray(indicator, { maxLength: 3, selector: (each) => each.id }),
});
const lines = fc.array(line.filter(Boolean), { maxLength: 3 });
const plan: fc.Arbitrary<PlanContent> = fc
  .record({
    model: fc.constantFrom('quantitative', 'qualitative'),
    form: fc.constantFrom('staff', 'leader'),
    results: fc.uniqueArray(result, { maxLength: 4, selector: (each) => each.id }),
    expectations: fc.dictionary(fc.constantFrom(...VALUE_CODES), line.filter(Boolean), { maxKeys: 7 }),
    annex: fc.record({ resources: lines, accountability: lines, consequences: lines }),
  })
  .map((content) => planContentSchema.parse(content));

/** Every leaf of the document with its path, ids left out. */
function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return path.at(-1) === 'id' ? [] : [path];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, key]));
}

function withOther(content: PlanContent, path: readonly (string | number)[]): PlanContent {
  const copy = structuredClone(content) as unknown as Record<string, unknown>;
  let place = copy;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>;
  const last = path.at(-1) as string;
  place[last] = place[last] === 'other' ? 'another' : 'other';
  return copy as unknown as PlanContent;
}

describe('difference of plans', () => {
  it('is empty between a plan and itself, whatever the plan', () => {
    fc.assert(fc.property(plan, (content) => planDifference(content, structuredClone(content)).length === 0));
  });

  it('shows every change of any single field', () => {
    fc.assert(
      fc.property(plan, fc.nat(), (content, pick) => {
        const all = leaves(content);
        const path = all[pick % all.length] ?? ['model'];
        return planDifference(content, withOther(content, path)).length > 0;
      }),
    );
  });

  it('shows what came, what went and what moved, and mirrors when turned round', () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const there = planDifference(before, after);
        const back = planDifference(after, before);
        const count = (changes: typeof there, kind: string) =>
          changes.filter((each) => each.kind === kind).length;
        expect(count(there, 'added')).toBe(count(back, 'removed'));
        expect(count(there, 'removed')).toBe(count(back, 'added'));
        expect(count(there, 'changed')).toBe(count(back, 'changed'));
      }),
    );
  });

  it('names old and new of a target, and the order when two results change places', () => {
    const before = samplePlan();
    const after = structuredClone(before);
    const first = after.results[0]?.indicators[0];
    if (!first) throw new Error('the sample has an indicator');
    first.target.text = '97 %';
    first.target.value = '97';
    after.results.reverse();
    const changes = planDifference(before, after);
    expect(changes.find((each) => each.what === 'indicator')).toMatchObject({
      kind: 'changed',
      fields: [
        { field: 'target', from: '95 %', to: '97 %' },
        { field: 'value', from: '95', to: '97' },
      ],
    });
    expect(changes.filter((each) => each.what === 'result').map((each) => each.fields)).toEqual([
      [{ field: 'order', from: '3', to: '1' }],
      [{ field: 'order', from: '1', to: '3' }],
    ]);
  });

  it('does not call the rest moved when a result is added at the top', () => {
    const before = samplePlan();
    const added = { ...samplePlan().results[0], statement: 'Baru' } as PlanContent['results'][number];
    const changes = planDifference(before, { ...before, results: [added, ...before.results] });
    expect(changes.map((each) => [each.kind, each.what])).toEqual([
      ['added', 'result'],
      ['added', 'indicator'],
      ['added', 'indicator'],
    ]);
  });
});
