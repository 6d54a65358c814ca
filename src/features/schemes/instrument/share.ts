import type { Scheme } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { text } from './text.ts';

/** What a component counts, in a word: `Bobot 60 %`, a bonus, a gate, or nothing. */
export function shareInWords({ combination, gates = [] }: Scheme, code: string): string {
  if (combination.mechanism === 'weighted-mean') {
    const percents = new Set(combination.weights.flatMap(({ percent }) => percent[code] ?? []));
    const [only] = percents;
    if (only !== undefined)
      return percents.size === 1
        ? text.weight({ percent: formatDecimal(only) })
        : text.weightEither({ percents: [...percents].map(formatDecimal).join(' / ') });
    const bonus = combination.bonus?.find((each) => each.component === code);
    if (bonus) return text.bonus({ points: formatDecimal(bonus.atMost) });
  }
  if (gates.some((gate) => gate.component === code || code in (gate.when ?? {}))) return text.gate();
  return combination.mechanism === 'weighted-mean' ? text.notCounted() : text.inTable();
}
