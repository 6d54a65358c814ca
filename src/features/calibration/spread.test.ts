import { describe, expect, it } from 'vitest';
import { compareSpread, directionOf, type InForce, spreadOf } from './spread.ts';

const row = (participantId: string, predicate: string, more: Partial<InForce> = {}): InForce => ({
  participantId,
  predicate,
  resultsRating: 'meets',
  behaviourRating: 'meets',
  score: null,
  scheme: 'permenpanrb-6-2022@1',
  ...more,
});

describe('the spread', () => {
  it('is the deviation of all people, in steps of the predicate', () => {
    // Places 2, 4, 4, 4, 5, 5, 7, 9 have the deviation 2: a textbook example; here 2, 4, 4, 4, 5, 5 → √(6/6) = 1.
    const places = ['kurang', 'baik', 'baik', 'baik', 'sangat-baik', 'sangat-baik'];
    const spread = spreadOf(places.map((predicate, index) => row(String(index), predicate)));
    expect(spread.deviation).toBeCloseTo(1, 12);
    expect(spread.counts).toMatchObject({ 'sangat-baik': 2, baik: 3, kurang: 1, 'sangat-kurang': 0 });
    expect(spread.scoreDeviation).toBeNull();
  });

  it('of scores is known only where everybody has one of the same scheme', () => {
    const scored = (id: string, score: string, scheme = 'jambi@1') => row(id, 'baik', { score, scheme });
    // R: x <- c(80, 90, 100); sqrt(mean((x - mean(x))^2)) gives 8.164966.
    const three = [scored('a', '80'), scored('b', '90'), scored('c', '100')];
    expect(spreadOf(three).scoreDeviation).toBeCloseTo(8.164966, 6);
    expect(spreadOf([...three, scored('d', '70', 'kupang@1')]).scoreDeviation).toBeNull();
    expect(spreadOf(three.slice(0, 1)).scoreDeviation).toBeNull();
  });

  it('compares the same people, says who moved where and that it shrank', () => {
    const before = [
      row('a', 'sangat-baik'),
      row('b', 'baik'),
      row('c', 'sangat-kurang'),
      row('gone', 'kurang'),
    ];
    const after = [row('a', 'baik'), row('b', 'baik'), row('c', 'kurang'), row('new', 'baik')];
    expect(compareSpread(before, after)).toMatchObject({
      raised: 1,
      lowered: 1,
      unchanged: 1,
      leftOut: 2,
      hasShrunk: true,
      before: { people: 3 },
      after: { people: 3 },
    });
    expect(compareSpread(after, before)).toMatchObject({ hasShrunk: false, raised: 1, lowered: 1 });
    expect(compareSpread(before, before)).toMatchObject({ hasShrunk: false, unchanged: 4, leftOut: 0 });
  });

  it('sees a change of a rating or a score below the predicate', () => {
    const better = row('a', 'baik', { resultsRating: 'above' });
    expect(directionOf(row('a', 'baik'), better)).toBe(1);
    const scored = (score: string) => row('a', 'baik', { score, scheme: 'jambi@1' });
    expect(directionOf(scored('82.5'), scored('80'))).toBe(-1);
    expect(directionOf(scored('82.5'), row('a', 'baik', { score: '1', scheme: 'lain@1' }))).toBe(0);
  });

  it('of nobody or of one person has no deviation', () => {
    expect(compareSpread([], [])).toMatchObject({ hasShrunk: false, leftOut: 0 });
    expect(spreadOf([row('a', 'baik')]).deviation).toBeNull();
  });
});
