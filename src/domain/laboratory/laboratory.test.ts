import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import {
  type Design,
  differenceOf,
  inventStructure,
  isSimulable,
  type LaboratorySettings,
  outcomeOf,
  type Period,
  silentVoices,
  simulate,
  simulation,
  UNDISTURBED,
} from './index.ts';

const STRUCTURE = inventStructure({ people: 60, span: 6, unit: 12 });
const CALM: LaboratorySettings = { ...UNDISTURBED, periods: 5 };
const DISTURBED: LaboratorySettings = {
  ...CALM,
  severity: 70,
  favouredShare: 5,
  favouredSize: 100,
  halo: 50,
  noise: 110,
  centralTendency: 20,
  missing: { ...UNDISTURBED.missing, colleague: 30, subordinate: 30 },
};

const all = schemeStore().shipped;
const named = all.map((compiled) => [compiled.scheme.id, compiled] as const);
const NATIONAL = 'permenpanrb-6-2022';
const JAMBI = 'jambi-adil-terbuka';

function design(id: string, settings: LaboratorySettings, seed = 7, structure = STRUCTURE): Design {
  const scheme = all.find((each) => each.scheme.id === id);
  if (!scheme) throw new Error(`the scheme ${id} comes with Tera`);
  return { scheme, structure, settings, seed };
}

describe('the laboratory of fairness', () => {
  it.each(named)('puts nobody of %s in a wrong category where nothing disturbs', (_id, scheme) => {
    const given = { scheme, structure: STRUCTURE, settings: CALM };
    expect(isSimulable(given)).toBe(true);
    const outcome = outcomeOf(simulate({ ...given, seed: 3 }));
    expect(outcome.people + outcome.excluded).toBe(300);
    expect(outcome.people).toBeGreaterThan(250);
    expect(outcome.wrong.share).toBe(0);
    expect(outcome.noResult.share).toBe(0);
    // True levels differ: a laboratory in which all are alike would prove nothing.
    const reached = outcome.confusion.filter((row) => row.some(({ people }) => people > 0));
    expect(reached.length).toBeGreaterThanOrEqual(3);
  });

  it.each(named)('gives %s evidence that it reads under every disturbance', (_id, scheme) => {
    const outcome = outcomeOf(simulate({ scheme, structure: STRUCTURE, settings: DISTURBED, seed: 5 }));
    expect(outcome.wrong.share).toBeGreaterThan(0);
    expect(outcome.wrong.low).toBeLessThanOrEqual(outcome.wrong.share);
    expect(outcome.wrong.high).toBeGreaterThanOrEqual(outcome.wrong.share);
    expect(outcome.tooLow.share + outcome.tooHigh.share).toBeCloseTo(outcome.wrong.share, 12);
    const { person, rater, noise } = outcome.dependsOn ?? {};
    expect((person?.share ?? 0) + (rater?.share ?? 0) + (noise?.share ?? 0)).toBeCloseTo(1, 12);
  });

  it('is the same to the last byte for the same seed, and another for another', () => {
    const bytes = (seed: number) => JSON.stringify(simulate(design(JAMBI, DISTURBED, seed)));
    expect(bytes(11)).toBe(bytes(11));
    expect(bytes(11)).not.toBe(bytes(12));
  });

  it('does not depend on how often it was interrupted, nor on where', () => {
    const whole = JSON.stringify(simulate(design(JAMBI, DISTURBED)));
    let kept: readonly Period[] = [];
    for (let stops = 0; stops < 40; stops += 1) {
      const steps = simulation(design(JAMBI, DISTURBED), kept);
      let finished: readonly Period[] | undefined;
      // Killed in the middle of a period: only whole periods were kept, as text.
      for (let step = 0; step < 10 + 4 * (stops % 7); step += 1) {
        const next = steps.next();
        if (next.done) {
          finished = next.value;
          break;
        }
        kept = JSON.parse(JSON.stringify(next.value.periods));
      }
      if (!finished) continue;
      expect(JSON.stringify(finished)).toBe(whole);
      return;
    }
    expect.unreachable('it never came to an end');
  });

  it('meets the same people under another scheme, other raters and other disturbances', () => {
    const truths = (settings: LaboratorySettings) =>
      simulate(design(JAMBI, settings)).map(({ confusion }) =>
        confusion.map((row) => row.reduce((sum, each) => sum + each, 0)),
      );
    expect(truths(DISTURBED)).toEqual(truths(CALM));
    expect(truths({ ...DISTURBED, secondLooks: 50 })).toEqual(truths(CALM));
  });

  it('is never worse on average with more raters, or with more second looks', () => {
    const noisy = { ...CALM, periods: 10, noise: 150, severity: 80 };
    for (const id of [JAMBI, 'kupang-evaluasi', 'alak-kompetensi', NATIONAL]) {
      const { raters, looks } = outcomeOf(simulate(design(id, noisy)));
      for (const curve of [raters, looks]) {
        const [few] = curve;
        const many = curve.at(-1);
        // Within the uncertainty of the run: at the ends of a scale slips go one way only, and means keep a trace.
        if (few && many) expect(many.wrong.low, id).toBeLessThanOrEqual(few.wrong.share);
      }
      expect(looks.at(-1)?.wrong.share, id).toBeLessThan(1.05 * (looks[0]?.wrong.share ?? 0));
      expect(looks.map(({ linked }) => linked.share)).toEqual(
        looks.map(({ linked }) => linked.share).toSorted((first, second) => first - second),
      );
    }
  });

  it('says what each disturbance does: one that is alone, taken away, leaves nothing wrong', () => {
    for (const alone of [{ severity: 80 }, { noise: 100 }, { favouredShare: 20, favouredSize: 150 }]) {
      const { wrong, without } = outcomeOf(simulate(design(NATIONAL, { ...CALM, ...alone })));
      expect(wrong.share).toBeGreaterThan(0);
      expect(without.map((each) => each.wrong.share)).toEqual([0]);
    }
    const favoured = outcomeOf(simulate(design(NATIONAL, { ...CALM, favouredShare: 20, favouredSize: 150 })));
    expect(favoured.tooLow.share, 'favour lowers nobody').toBe(0);
  });

  it('leaves a result open where the scheme asks for an answer that did not come', () => {
    const lost = { ...CALM, missing: { ...CALM.missing, 'team-lead': 100 } };
    // Under this scheme the contribution to a team is given by the lead alone, and no result stands without it.
    expect(outcomeOf(simulate(design(JAMBI, lost))).noResult.share).toBe(1);
    const colleagues = { ...CALM, missing: { ...CALM.missing, colleague: 100 } };
    expect(outcomeOf(simulate(design(JAMBI, colleagues))).noResult.share).toBe(0);
  });

  it('names the voices of which too few are asked to be heard', () => {
    const few = { ...CALM.raters, colleague: 2 };
    // Behaviour counts colleagues from three forms up (scheme of Jambi).
    expect(silentVoices(design(JAMBI, CALM).scheme, { ...CALM, raters: few })).toEqual([
      { voice: 'colleague', asked: 2, atLeast: 3 },
    ]);
    expect(silentVoices(design(JAMBI, CALM).scheme, CALM)).toEqual([]);
  });

  it('compares two runs pair by pair, more sharply than apart', () => {
    const before = simulate(design(NATIONAL, DISTURBED));
    const after = simulate(design(NATIONAL, { ...DISTURBED, noise: 60 }));
    const paired = differenceOf(before, after, true);
    const apart = differenceOf(before, after, false);
    expect(paired.difference).toBeCloseTo(apart.difference, 12);
    expect(paired.difference).toBeLessThan(0);
    expect(paired.high - paired.low).toBeLessThan(apart.high - apart.low);
    expect(differenceOf(before, before, true)).toEqual({ difference: 0, low: 0, high: 0 });
  });

  it('states intervals that hold the true share about as often as they promise', () => {
    const small = inventStructure({ people: 30, span: 5, unit: 10 });
    const runs = Array.from({ length: 60 }, (_, seed) =>
      outcomeOf(simulate(design(NATIONAL, { ...DISTURBED, periods: 8 }, seed + 1, small))),
    );
    const truth = runs.reduce((sum, { wrong }) => sum + wrong.share, 0) / runs.length;
    const held = runs.filter(({ wrong }) => wrong.low <= truth && truth <= wrong.high).length;
    // 57 expected of 60; a right interval holds fewer than 52 times once in about a hundred seeds.
    expect(held).toBeGreaterThanOrEqual(52);
  });

  it('reads any structure: one person, no colleagues, an appraiser from outside, a circle of two', () => {
    for (const structure of [
      { unitOf: [0], appraiserOf: [1] },
      { unitOf: [0, 1, 2], appraiserOf: [3, 3, 3] },
      { unitOf: [0, 0], appraiserOf: [1, 0] },
    ]) {
      const settings = { ...DISTURBED, secondLooks: 100 };
      const outcome = outcomeOf(simulate(design(JAMBI, settings, 7, structure)));
      expect(outcome.people + outcome.excluded).toBe(5 * structure.unitOf.length);
    }
  });
});
