import { expect, it } from 'vitest';
import { loadScheme } from '../schemes.ts';
import { nationalByHand } from './by-hand.ts';
import { alakByHand } from './by-hand-alak.ts';
import { alakEvidence } from './sample-evidence.ts';

const RATINGS = ['above', 'meets', 'below'] as const;

it('the national rule by hand is the national scheme', () => {
  for (const results of RATINGS) {
    for (const behaviour of RATINGS) {
      const evidence = { results: { rating: results }, behaviour: { rating: behaviour } };
      const evaluation = loadScheme('permenpanrb-6-2022', 1)?.evaluate(evidence);
      expect({ ...nationalByHand(evidence), problems: [] }).toEqual(evaluation);
    }
  }
});

it('the rule of Alak by hand is the scheme of Alak, in every category', () => {
  const seen = new Set<string | null | undefined>();
  for (let seed = 0; seed < 400; seed += 1) {
    const evidence = alakEvidence(seed);
    const evaluation = loadScheme('alak-kompetensi', 1)?.evaluate(evidence);
    expect({ ...alakByHand(evidence), problems: [] }).toEqual(evaluation);
    seen.add(evaluation?.category);
  }
  expect(seen.size).toBe(5);
});

it('by hand too, evidence of another shape is refused', () => {
  expect(() => nationalByHand({ results: { rating: 'above' }, behaviour: {} })).toThrow(TypeError);
  expect(() => alakByHand({ ...alakEvidence(1), presensi: {} })).toThrow(TypeError);
});
