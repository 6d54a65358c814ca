/**
 * A laboratory of fairness: invented people with a known true level are rated by disturbed raters, and both ratings go
 * through the scheme itself. How often does somebody land in another category than their true level has?
 *
 * Model: every person has a standing in each component (normal; half general, half of the component), every item
 * scatters around it; the true level of an item is the one that holds there. A rater sees that level, adds severity of
 * their own and of their unit, favours some, lets one impression colour all items, is drawn to the usual level, errs,
 * and gives the nearest level. What is measured is true; facts are as in the example of the scheme.
 * Assumptions: all effects normal and constant within a period; people, raters and periods independent.
 * Uncertainty: periods are independent repetitions of the whole agency; every share has the interval of their spread.
 * Reference: the effects are those of rater research (Saal, Downey & Lahey 1980); their sizes are settings.
 * Must not be used to say anything of a real person, rater or unit: no real rating goes in.
 */
import type { CompiledScheme } from '../schemes/index.ts';
import { type Streams, streamsOf } from './draws.ts';
import { evidenceMaker } from './evidence.ts';
import { disturbedJudges, type Judge, trueJudge } from './forms.ts';
import { largestLinked } from './linked.ts';
import { personIn } from './people.ts';
import { raterFinder, temperIn } from './raters.ts';
import type { LaboratorySettings } from './settings.ts';
import { type Organisation, organisationOf, type Structure } from './structure.ts';
import { moments, type Period } from './tally.ts';
import { type Variation, type Variations, variationsOf } from './variations.ts';

export interface Design {
  readonly scheme: CompiledScheme;
  readonly structure: Structure;
  readonly settings: LaboratorySettings;
  /** A whole number; the same seed, scheme, structure and settings give the same result to the last byte. */
  readonly seed: number;
}

export interface Step {
  /** People simulated, over all periods. */
  readonly done: number;
  readonly total: number;
  /** Periods that are complete; begin again from these after an interruption. */
  readonly periods: readonly Period[];
}

/** The scheme does not read what the laboratory makes for it: no fault of whoever asked, and no second try mends it. */
export class EvidenceRefused extends Error {
  constructor(path: string) {
    super(`the laboratory made evidence that the scheme refuses at ${path}`);
  }
}

/** So many people pass between two looks at the clock: a few milliseconds. */
const SLICE = 5;
/** The curves and the one-by-one removals are read from so many people in all, for they cost many evaluations each. */
export const CURVE_PEOPLE = 4000;

/** How many people of each period the curves rest on. */
export function curvePeople({ structure, settings }: Pick<Design, 'structure' | 'settings'>): number {
  return Math.min(structure.unitOf.length, Math.max(20, Math.floor(CURVE_PEOPLE / settings.periods)));
}

/** The simulation, step by step; it can be left after any step and begun again from the periods of that step. */
export function* simulation(
  design: Design,
  finished: readonly Period[] = [],
): Generator<Step, readonly Period[]> {
  const { settings, structure, seed } = design;
  const organisation = organisationOf(structure);
  const bench = benchOf(design, organisation);
  const periods = [...finished];
  const total = organisation.people * settings.periods;
  for (let number = periods.length; number < settings.periods; number += 1) {
    const counting = countingOf(bench, streamsOf(seed, number + 1));
    for (let person = 0; person < organisation.people; person += 1) {
      counting.add(person);
      if (person % SLICE === SLICE - 1)
        yield { done: number * organisation.people + person + 1, total, periods };
    }
    periods.push(counting.period());
    yield { done: (number + 1) * organisation.people, total, periods: [...periods] };
  }
  return periods;
}

/** The whole simulation at once. */
export function simulate(design: Design, onProgress: (share: number) => void = () => {}): readonly Period[] {
  const steps = simulation(design);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onProgress(step.value.done / step.value.total);
  }
}

/** Whether the laboratory can give this scheme evidence that leads to a category. */
export function isSimulable(design: Pick<Design, 'scheme' | 'structure' | 'settings'>): boolean {
  const organisation = organisationOf(design.structure);
  const bench = benchOf({ ...design, seed: 1 }, organisation);
  const streams = streamsOf(1, 1);
  const raters = raterFinder(organisation, streams);
  const people = Math.min(organisation.people, 20);
  try {
    return Array.from({ length: people }, (_, index) => index).some(
      (index) => bench.judged(trueJudge(personIn(streams, index), raters, design.settings)) !== undefined,
    );
  } catch (error) {
    if (error instanceof EvidenceRefused) return false;
    throw error;
  }
}

/** What an evaluation says of one person; undefined where the scheme gives no category. */
interface Verdict {
  readonly rank: number;
  /** The score, or the rank from the worst up where the scheme has none. */
  readonly score: number;
}

interface Bench {
  readonly settings: LaboratorySettings;
  readonly organisation: Organisation;
  readonly variations: Variations;
  readonly categories: number;
  readonly curvePeople: number;
  readonly judged: (judge: Judge) => Verdict | undefined;
}

function benchOf(design: Design, organisation: Organisation): Bench {
  const { scheme, settings } = design;
  const make = evidenceMaker(scheme);
  const categories = scheme.scheme.categories.length;
  const ranks = new Map(scheme.scheme.categories.map(({ code }, rank) => [code, rank]));
  return {
    settings,
    organisation,
    categories,
    curvePeople: curvePeople(design),
    variations: variationsOf(scheme, settings),
    judged(judge) {
      const evidence = make(judge);
      const { category, score, problems } = scheme.evaluate(evidence);
      if (problems.length > 0) throw new EvidenceRefused(problems[0]?.path ?? '');
      const rank = category === null ? undefined : ranks.get(category);
      if (rank === undefined) return undefined;
      return { rank, score: score === null ? categories - 1 - rank : Number(score) };
    },
  };
}

/** What the scheme says of one person under other settings. */
type Given = (settings: LaboratorySettings) => Verdict | undefined;

interface Tally {
  wrong: number;
  people: number;
}

function countingOf(bench: Bench, streams: Streams) {
  const { settings, organisation, variations } = bench;
  const raters = raterFinder(organisation, streams);
  const temper = temperIn(streams);
  const confusion = Array.from({ length: bench.categories }, () =>
    Array.from({ length: bench.categories + 1 }, () => 0),
  );
  const spread = { person: moments(), rater: moments(), noise: moments() };
  const tallies = new Map<Variation, Tally>();
  for (const variation of variations.all) tallies.set(variation, { wrong: 0, people: 0 });
  let excluded = 0;

  /** The curves and removals, read from the first people of every period. */
  const vary = (given: Given, truth: Verdict, base: Verdict | undefined): void => {
    const calm = given(variations.withoutRaters);
    if (base && calm) {
      spread.person.add(truth.score);
      spread.rater.add(base.score - calm.score);
      spread.noise.add(calm.score - truth.score);
    }
    for (const [variation, tally] of tallies) {
      const verdict = given(variation.settings);
      if (!verdict) continue;
      tally.people += 1;
      if (verdict.rank !== truth.rank) tally.wrong += 1;
    }
  };

  return {
    add(person: number): void {
      const judged = personIn(streams, person);
      const truth = bench.judged(trueJudge(judged, raters, settings));
      if (!truth) {
        excluded += 1;
        return;
      }
      const judges = disturbedJudges(judged, raters, temper, streams);
      const given: Given = (changed) => bench.judged(judges(changed));
      const base = given(settings);
      const row = confusion[truth.rank];
      const column = base?.rank ?? bench.categories;
      if (row) row[column] = (row[column] ?? 0) + 1;
      if (person < bench.curvePeople) vary(given, truth, base);
    },
    period: (): Period => periodOf(bench, streams, { confusion, excluded, spread, tallies }),
  };
}

function periodOf(
  { variations, organisation, settings }: Bench,
  streams: Streams,
  counted: {
    readonly confusion: number[][];
    readonly excluded: number;
    readonly spread: Readonly<Record<'person' | 'rater' | 'noise', ReturnType<typeof moments>>>;
    readonly tallies: ReadonlyMap<Variation, Tally>;
  },
): Period {
  const tallyOf = (variation: Variation): Tally => ({ ...(counted.tallies.get(variation) ?? NOTHING) });
  return {
    confusion: counted.confusion,
    excluded: counted.excluded,
    variance: {
      person: counted.spread.person.variance(),
      rater: counted.spread.rater.variance(),
      noise: counted.spread.noise.variance(),
    },
    without: Object.fromEntries(variations.without.map((each) => [each.disturbance, tallyOf(each)])),
    raters: variations.raters.map((each) => ({ at: each.at, ...tallyOf(each) })),
    looks: variations.looks.map((each) => ({
      at: each.at,
      ...tallyOf(each),
      linked: largestLinked(organisation, streams, { ...settings, secondLooks: each.at }),
      appraisers: organisation.appraisers.length,
    })),
  };
}

const NOTHING: Tally = { wrong: 0, people: 0 };
