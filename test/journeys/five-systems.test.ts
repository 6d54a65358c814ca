/**
 * The five systems in the demonstration, as a visitor walks through them: the scheme, one's own criteria, the result
 * and its reasons, playing, data, practice, the draft under discussion and its trial, two schemes in one city, and
 * closed doors between cities.
 */
import { describe, it } from 'vitest';
import { demonstration } from './five-systems/demonstration.ts';
import * as results from './five-systems/results.ts';

describe('the five systems in the demonstration', { timeout: 120_000 }, async () => {
  const demo = await demonstration();

  describe('every result', () => {
    it('is there for everybody who took part', () => results.everybodyHasOne(demo));
    it('has a category that its predicate allows', () => results.neverContradicts(demo));
    it('is explained as the engine explains the kept evidence', () => results.isWhatTheEngineExplains(demo));
    it('departs from a suggestion only with a reason', () => results.departuresHaveReasons(demo));
  });
});
