/** How fast schemes evaluate, and what it costs that they are data: each beside the same rule by hand. */
import { isDeepStrictEqual } from 'node:util';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { loadScheme } from '../schemes.ts';
import { type ByHand, nationalByHand } from './by-hand.ts';
import { alakByHand } from './by-hand-alak.ts';
import { atLeast, atMost, type Measure } from './measure.ts';
import { alakEvidence } from './sample-evidence.ts';

type Evaluate = (evidence: unknown) => ByHand | undefined;

function scheme(id: string): CompiledScheme {
  const loaded = loadScheme(id, 1);
  if (!loaded) throw new Error(`the scheme ${id} is part of the project`);
  return loaded;
}

/** So often each is measured, in turns; the best counts and the first ones only warm up. */
const ROUNDS = 40;

/**
 * Evaluations a second of processor time, so that whoever else uses the machine changes little. The
 * results are kept, as a caller keeps them: the compiler may not spare their making.
 */
function perSecond(evaluate: Evaluate, evidence: readonly unknown[], count: number): number {
  const kept: unknown[] = evidence.map(() => undefined);
  const startedAt = process.cpuUsage();
  for (let index = 0; index < count; index += 1) {
    const place = index % evidence.length;
    kept[place] = evaluate(evidence[place]);
  }
  const { user } = process.cpuUsage(startedAt);
  if (kept.includes(undefined)) throw new Error('something was not evaluated');
  return (count * 1_000_000) / user;
}

/** Both must answer alike, or they would not be the same rule. */
function requireAgreement(compiled: CompiledScheme, byHand: Evaluate, evidence: readonly unknown[]): void {
  for (const given of evidence) {
    const { problems, ...result } = compiled.evaluate(given);
    if (problems.length > 0 || !isDeepStrictEqual(result, byHand(given)))
      throw new Error(`the engine says ${result.category}, by hand it is ${byHand(given)?.category}`);
  }
}

type Comparison = {
  readonly name: string;
  readonly id: string;
  readonly byHand: Evaluate;
  readonly evidence: readonly unknown[];
  readonly count: number;
  /** Evaluations a second to reach. */
  readonly reach: number;
};

function compared({ name, id, byHand, evidence, count, reach }: Comparison): readonly Measure[] {
  const compiled = scheme(id);
  requireAgreement(compiled, byHand, evidence);
  let [engine, hand] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    engine = Math.max(engine, perSecond(compiled.evaluate, evidence, count));
    hand = Math.max(hand, perSecond(byHand, evidence, count));
  }
  return [
    atLeast(`evaluate: ${name}`, engine, 'appraisals/s', reach),
    atMost(`evaluate: ${name}, time against the rule by hand`, hand / engine, '×', 3),
  ];
}

const RATINGS = ['above', 'meets', 'below'] as const;

export async function evaluation(): Promise<readonly Measure[]> {
  return [
    ...compared({
      name: 'national scheme',
      id: 'permenpanrb-6-2022',
      byHand: nationalByHand,
      evidence: RATINGS.flatMap((results) =>
        RATINGS.map((behaviour) => ({ results: { rating: results }, behaviour: { rating: behaviour } })),
      ),
      count: 100_000,
      reach: 200_000,
    }),
    ...compared({
      name: 'largest local scheme, a full year',
      id: 'alak-kompetensi',
      byHand: alakByHand,
      // As it comes from a file: the text decides how the engine finds the values in memory.
      evidence: JSON.parse(JSON.stringify(Array.from({ length: 60 }, (_, seed) => alakEvidence(seed)))),
      count: 2400,
      reach: 50_000,
    }),
  ];
}
