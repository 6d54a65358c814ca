/**
 * The five systems in the demonstration, as a visitor walks through them: the scheme, one's own criteria, the result
 * and its reasons, playing, data, practice, the draft under discussion and its trial, two schemes in one city, and
 * closed doors between cities.
 */
import { describe, it } from 'vitest';
import { withBrowser } from '../support/browser.ts';
import * as clicking from './five-systems/clicking.ts';
import { demonstration, SYSTEMS } from './five-systems/demonstration.ts';
import * as doors from './five-systems/doors.ts';
import * as drafting from './five-systems/drafting.ts';
import * as looking from './five-systems/looking.ts';
import * as reading from './five-systems/reading.ts';
import * as results from './five-systems/results.ts';

describe('the five systems in the demonstration', { timeout: 120_000 }, async () => {
  const demo = await demonstration();
  const browser = await withBrowser(demo.app);

  describe('every result', () => {
    it('is there for everybody who took part', () => results.everybodyHasOne(demo));
    it('has a category that its predicate allows', () => results.neverContradicts(demo));
    it('is explained as the engine explains the kept evidence', () => results.isWhatTheEngineExplains(demo));
    it('departs from a suggestion only with a reason', () => results.departuresHaveReasons(demo));
    it('rests on evidence at the ends of a scale', () => results.endsRestOnEvidence(demo));
  });

  describe.each(SYSTEMS)('$name', (system) => {
    it('has a page that says what counts, by whom and on what basis', () =>
      reading.readsScheme(demo, system));
    it('is read in English too', () => reading.readsSchemeInEnglish(demo, system));
    it('waits to be read before it counts', () => reading.confirmsCriteria(demo, system));
    it('can be practised, and nothing is kept', () => reading.practises(demo, system));
    it('shows its category beside the official predicate', () => looking.seesResult(demo, system));
    it('explains a result as data', () => looking.takesExplanation(demo, system));
    it('lets a person play with their result, and nothing changes', () =>
      looking.playsWithoutTrace(demo, system));
    it('shows what was measured and where it came from', () => looking.seesMeasurements(demo, system));
    it('gives the appraiser its own form', () => looking.appraiserFindsForm(demo, system));
  });

  it('open no period before its notice time has run', () => reading.cannotOpenYet(demo));

  describe.each(drafting.DISCUSSED)('the draft of $scheme', (discussed) => {
    it('is discussed with votes and answers', () => drafting.readsDiscussion(demo, discussed));
    it('is tried on the half-year that is over', () => drafting.triesDraft(demo, discussed));
    it('takes a vote once, and an answer from the office', () => drafting.votesAndAnswers(demo, discussed));
  });

  it('are read and confirmed on a phone', () => clicking.readsCriteriaOnPhone(demo, browser));
  it('are played with on a phone', () => clicking.playsOnPhone(demo, browser));
  it('are tried from the page of the draft', () => clicking.triesFromDraft(demo, browser));

  it('run beside each other in Kupang', () => doors.alakRunsItsOwn(demo));
  it('keep the cities apart', () => doors.citiesAreApart(demo));
});
