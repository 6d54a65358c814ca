/** How counted steps are said: a mean with its terms, a share, a rounding. For explanations only. */
import { AND, type Bilingual, joinBoth, listBoth, sameInBoth, say } from '../../bilingual.ts';
import { decimalInWords } from '../../explanation.ts';
import { multiplyDivide, roundUnits, UNITS, unitsText } from '../fixed.ts';

/** Units as people read them: `87,5` in Indonesian, `87.5` in English. */
export function points(units: number): Bilingual {
  return decimalInWords(unitsText(units));
}

/** The share of a weight in a sum of weights, in percent with at most two decimals, for machines. */
export function shareOf(weight: number, total: number): string {
  return unitsText(roundUnits(multiplyDivide(weight, 100 * UNITS, total), 2));
}

/** One term of a mean. Weights are whole numbers on a common scale; `text` is how a weight is read. */
export type Term = { readonly units: number; readonly weight: number; readonly text: string };

/**
 * How a mean was counted, with its result: `(60 × 82,5 + 30 × 77) ÷ 90 = 80,67 (dibulatkan)`. Terms of
 * the same weight are only added. `result` is the mean as it was rounded.
 */
export function meanInWords(terms: readonly Term[], total: string, result: number): Bilingual {
  const equal = terms.every(({ weight }) => weight === terms[0]?.weight);
  const parts = terms.map(({ units, text }) =>
    equal
      ? points(units)
      : say(
          { id: '{weight} × {units}', en: '{weight} × {units}' },
          { weight: decimalInWords(text), units: points(units) },
        ),
  );
  const exact = isExact(terms, result);
  if (parts.length === 1) return joinBoth([...parts, ...(exact ? [] : [roundedTo(result)])]);
  return say(
    { id: '({sum}) ÷ {total} = {result}{rounded}', en: '({sum}) ÷ {total} = {result}{rounded}' },
    {
      sum: joinBoth(parts, ' + '),
      total: equal ? String(terms.length) : decimalInWords(total),
      result: points(result),
      rounded: exact ? '' : ROUNDED,
    },
  );
}

const ROUNDED: Bilingual = { id: ' (dibulatkan)', en: ' (rounded)' };

function roundedTo(result: number): Bilingual {
  return say(
    { id: '= {result}{rounded}', en: '= {result}{rounded}' },
    { result: points(result), rounded: ROUNDED },
  );
}

function isExact(terms: readonly Term[], result: number): boolean {
  let sum = 0n;
  let weights = 0n;
  for (const { units, weight } of terms) {
    sum += BigInt(units) * BigInt(weight);
    weights += BigInt(weight);
  }
  return weights * BigInt(result) === sum;
}

/** Labels as a list in a sentence: `Integritas, Kerja Sama, dan Komunikasi`. */
export function namesInWords(labels: readonly Bilingual[]): Bilingual {
  return labels.length === 0 ? sameInBoth('-') : listBoth(labels, AND);
}
