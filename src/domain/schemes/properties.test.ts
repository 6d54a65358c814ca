import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomScheme } from '../../../test/support/random-scheme.ts';
import { type Explanation, inputsOf } from '../explanation.ts';
import { type CompiledScheme, compileScheme, parseScheme } from './index.ts';

/** A random scheme compiled, with one pair of evidence. */
const given = randomScheme.chain(({ text, pair }) => {
  const parsed = parseScheme(text, 'acak.yaml');
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.problems)}\n${text}`);
  const scheme = compileScheme(parsed.scheme);
  return pair.map(({ worse, better }) => ({
    scheme,
    worse,
    better,
    [fc.toStringMethod]: () => `${text}\n${JSON.stringify({ worse, better })}`,
  }));
});

const RUNS = { numRuns: 150 };

function rankIn({ scheme }: CompiledScheme, category: string | null): number {
  return scheme.categories.findIndex(({ code }) => code === category);
}

/** The same evidence with every list turned round; realisations stand in the order of time. */
function turned(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => turned(item));
    return key === 'realisations' ? items : items.reverse();
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, turned(item, name)] as const);
  return Object.fromEntries(entries.reverse());
}

describe('any scheme that the check accepts', () => {
  it('gives exactly one category for evidence that is complete, and never throws', () => {
    fc.assert(
      fc.property(given, ({ scheme, worse }) => {
        const { explanation, ...explained } = scheme.explain(worse);
        expect(explained).toEqual(scheme.evaluate(worse));
        expect(explained).toMatchObject({ problems: [], missing: [] });
        expect(rankIn(scheme, explained.category)).toBeGreaterThanOrEqual(0);
        expect(explanation?.value).toMatchObject({ value: explained.category });
        expect(explanation?.summary?.id).not.toMatch(/undefined|NaN|[{}]/);
      }),
      RUNS,
    );
  });

  it('names what is missing, and then gives no category and no score', () => {
    fc.assert(
      fc.property(given, fc.nat(), ({ scheme, worse }, at) => {
        const names = Object.keys(worse).filter((name) => name !== 'official');
        const dropped = names[at % names.length] ?? '';
        const rest = Object.fromEntries(Object.entries(worse).filter(([name]) => name !== dropped));
        const result = scheme.evaluate(rest);
        const optional = scheme.components.find(({ code }) => code === dropped)?.optional;
        expect(result.problems.filter(({ path }) => !path.startsWith('official.'))).toEqual([]);
        if (result.problems.length > 0) return;
        expect(result.missing).toEqual(optional ? [] : [dropped]);
        expect(result.category === null).toBe(!optional);
        if (!optional) expect(result.score).toBeNull();
        expect(scheme.explain(rest).explanation?.value.state).toBe(optional ? 'value' : 'missing');
      }),
      RUNS,
    );
  });

  it('never gives better evidence a worse category or a worse official rating', () => {
    fc.assert(
      fc.property(given, ({ scheme, worse, better }) => {
        const [low, high] = [scheme.evaluate(worse), scheme.evaluate(better)];
        expect(rankIn(scheme, high.category)).toBeLessThanOrEqual(rankIn(scheme, low.category));
        const ratings = ['above', 'meets', 'below'];
        for (const axis of ['results', 'behaviour'] as const)
          expect(ratings.indexOf(high.official[axis] ?? '')).toBeLessThanOrEqual(
            ratings.indexOf(low.official[axis] ?? ''),
          );
        if (low.score !== null) expect(Number(high.score)).toBeGreaterThanOrEqual(Number(low.score));
      }),
      RUNS,
    );
  });

  it('does not mind the order of lines, forms, cases and answers', () => {
    fc.assert(
      fc.property(given, ({ scheme, worse }) => {
        expect(scheme.evaluate(turned(worse))).toEqual(scheme.evaluate(worse));
      }),
      RUNS,
    );
  });

  it('gives a category that agrees with the official predicate', () => {
    fc.assert(
      fc.property(given, ({ scheme, worse }) => {
        const { category, official } = scheme.evaluate(worse);
        const chosen = scheme.scheme.categories.find(({ code }) => code === category);
        expect(chosen?.predicates).toContain(official.predicate);
      }),
      RUNS,
    );
  });
});

/** A decimal as a whole number of 1/10000, for sums that must be exact. */
function whole(text: string): bigint {
  const [units = '', decimals = ''] = text.split('.');
  return BigInt(units) * 10_000n + BigInt(decimals.padEnd(4, '0'));
}

function halfUp(sum: bigint, weight: bigint, decimals: number): bigint {
  const step = 10n ** BigInt(4 - decimals);
  return ((2n * sum + weight * step) / (2n * weight * step)) * step;
}

/** The value of a step from those below it, by their weights alone; undefined where it has no weighed parts. */
function recomputed({ children }: Explanation, decimals: number): bigint | undefined {
  let sum = 0n;
  let weight = 0n;
  for (const child of children) {
    if (child.weight === undefined || child.value.state !== 'value') continue;
    sum += whole(child.weight) * whole(child.value.value);
    weight += whole(child.weight);
  }
  return weight === 0n ? undefined : halfUp(sum, weight, decimals);
}

function allNodes(node: Explanation): readonly Explanation[] {
  return [node, ...node.children.flatMap(allNodes)];
}

describe('the explanation alone', () => {
  it('reproduces the score, and from it the category, gate by gate', () => {
    let scored = 0;
    fc.assert(
      fc.property(given, ({ scheme, worse }) => {
        const { explanation, category, score, official } = scheme.explain(worse);
        const { combination, gates = [], categories } = scheme.scheme;
        if (!explanation || combination.mechanism !== 'weighted-mean') return;
        const node = allNodes(explanation).find(({ code }) => code === 'score');
        if (!node || score === null) throw new Error('no score');
        const mean = recomputed(node, combination.decimals ?? 0);
        expect(mean).toBe(whole(score));
        scored += 1;
        let rank = combination.bands.findIndex(({ from }) => (mean ?? 0n) >= whole(from));
        for (const { code, atMost } of gates) {
          const gate = explanation.children.find((child) => child.code === `gate-${code}`);
          const closed = gate?.value.state === 'value' && gate.value.value === 'true';
          if (closed) rank = Math.max(rank, rankIn(scheme, atMost));
        }
        const predicate = allNodes(explanation).find(({ code }) => code === 'predicate');
        expect(predicate?.value).toMatchObject({ value: official.predicate });
        const agreeing = categories.flatMap(({ predicates }, index) =>
          predicates?.some((each) => each === official.predicate) ? [index] : [],
        );
        const nearest = agreeing.sort((a, b) => Math.abs(a - rank) - Math.abs(b - rank))[0] ?? -1;
        expect(categories[nearest]?.code).toBe(category);
        const aligned = explanation.children.some(({ code }) => code === 'alignment');
        expect(aligned).toBe(nearest !== rank);
      }),
      RUNS,
    );
    expect(scored).toBeGreaterThan(20);
  });

  it('reproduces the components that are means of weighed parts', () => {
    let counted = 0;
    fc.assert(
      fc.property(given, ({ scheme, worse }) => {
        const { explanation } = scheme.explain(worse);
        for (const { code, settings } of scheme.components) {
          if (settings.mechanism !== 'rated-items' || !explanation) continue;
          const node = allNodes(explanation).find((each) => each.code === code);
          // An optional component may be missing.
          if (node?.value.state !== 'value') continue;
          counted += 1;
          expect(recomputed(node, settings.decimals ?? 2)).toBe(whole(node.value.value));
        }
      }),
      RUNS,
    );
    expect(counted).toBeGreaterThan(10);
  });

  it('holds every given value once, and every step speaks both languages and has a basis', () => {
    fc.assert(
      fc.property(given, ({ scheme, worse }) => {
        const { explanation } = scheme.explain(worse);
        if (!explanation) throw new Error('refused');
        const paths = inputsOf(explanation).map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        for (const name of Object.keys(worse)) {
          if (Object.keys(worse[name] as object).length === 0) continue;
          expect(allNodes(explanation).some(({ code }) => code === name || code.startsWith(name))).toBe(true);
        }
        for (const node of allNodes(explanation)) {
          expect(node.rule.id).not.toMatch(/undefined|NaN|[{}]/);
          expect(node.rule.en).not.toMatch(/undefined|NaN|[{}]/);
        }
        // Inside a component its own basis holds for every part.
        const cited = (node: Explanation): void => {
          expect(node.basis.length).toBeGreaterThan(0);
          if (!(node.code in worse)) node.children.forEach(cited);
        };
        cited(explanation);
      }),
      RUNS,
    );
  });
});
