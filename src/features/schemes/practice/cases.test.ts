import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { CASES, sampleEvidence } from './cases.ts';

describe('sample employees', () => {
  const { shipped } = schemeStore();

  it.each(shipped.map((compiled) => [compiled.scheme.id, compiled] as const))(
    'of %s are read by their scheme, and a better year is never worse',
    (_id, compiled) => {
      const ranks = Object.fromEntries(
        CASES.map((code) => {
          const { problems, category } = compiled.evaluate(sampleEvidence(compiled, code));
          expect(problems, code).toEqual([]);
          return [code, compiled.scheme.categories.findIndex((each) => each.code === category)];
        }),
      );
      expect(Math.min(...Object.values(ranks))).toBeGreaterThanOrEqual(0);
      expect(ranks.strong).toBeLessThanOrEqual(ranks.steady ?? -1);
      expect(ranks.hard).toBeGreaterThan(ranks.steady ?? 99);
    },
  );
});
