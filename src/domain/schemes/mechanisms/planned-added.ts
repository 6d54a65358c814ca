/** How `planned-results` tells of additional results that are added to the mean of the main ones. */
import { type Bilingual, joinBoth, say } from '../../bilingual.ts';
import { decimalInWords, decimalValue, type Explanation } from '../../explanation.ts';
import { unitsText } from '../fixed.ts';
import { addedUnits, type PlannedResults } from './planned-lines.ts';

/** The mean of the main results, in units and explained. */
type Main = Pick<Explanation, 'value' | 'rule' | 'children'> & { readonly units: number };

/** The additional results that have a score, and the explanations of all of them. */
type Added = {
  readonly lines: readonly {
    readonly units: number;
    readonly weight: number;
    readonly label: Bilingual;
  }[];
  readonly children: readonly Explanation[];
  readonly prepared: PlannedResults;
};

/** The mean of the main results and, beside it, the points that additional ones add. */
export function explainAdded(
  shared: Pick<Explanation, 'code' | 'label' | 'basis' | 'inputs'>,
  { units: mean, ...main }: Main,
  { lines, children, prepared }: Added,
): Explanation {
  const { additionalAtMost: most, decimals } = prepared;
  const sum = lines.reduce((all, { units, weight }) => all + units * weight, 0);
  const points = addedUnits(sum, most, decimals);
  const inWords = (units: number) => decimalInWords(unitsText(units));
  const terms = lines.map(({ units, weight, label }) =>
    say(
      { id: '{percent} % × {score} ({label})', en: '{percent} % × {score} ({label})' },
      { percent: inWords(weight), score: inWords(units), label },
    ),
  );
  return {
    ...shared,
    value: decimalValue(unitsText(mean + points)),
    rule: say(
      {
        id: 'Hasil kerja utama {mean} ditambah hasil kerja tambahan {points} = {score}.',
        en: 'Main results {mean} plus additional results {points} = {score}.',
      },
      { mean: inWords(mean), points: inWords(points), score: inWords(mean + points) },
    ),
    children: [
      {
        ...shared,
        ...main,
        code: `${shared.code}-main`,
        label: { id: 'Hasil kerja utama', en: 'Main results' },
      },
      {
        ...shared,
        code: `${shared.code}-added`,
        label: { id: 'Hasil kerja tambahan', en: 'Additional results' },
        value: decimalValue(unitsText(points)),
        rule: say(
          {
            id: '{terms}, bersama-sama paling banyak {most}: menambah {points}.',
            en: '{terms}, together at most {most}: adds {points}.',
          },
          { terms: joinBoth(terms, ' + '), most: inWords(most), points: inWords(points) },
        ),
        children,
      },
    ],
  };
}
