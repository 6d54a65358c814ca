import { type Bilingual, inBoth } from '#domain/bilingual.ts';
import { type Explanation, sentence } from '#domain/explanation.ts';
import { nodeOf } from '#features/schemes/index.ts';

/**
 * Why this category, and what would have changed it. The sum itself is left to the table of parts that stands below:
 * with eight components it is longer than all the rest.
 */
export function inShort(explanation: Explanation): Bilingual {
  const whole = sentence(explanation);
  const sum = nodeOf(explanation, 'score')?.rule;
  return sum ? inBoth((language) => whole[language].replace(sum[language], '').trim()) : whole;
}
