/** The tables of a scheme in the form that the rules take, so that the application needs no constants. */
import { Decimal } from 'decimal.js';
import { ORGANISATION_PREDICATES, type OrganisationPredicate } from '../rules/codes.ts';
import { type CreditPointTable, FUNCTIONAL_LEVELS } from '../rules/credit-points.ts';
import type { DistributionPattern, DistributionPatterns } from '../rules/distribution.ts';
import type { Scheme } from './language.ts';

/** Distribution patterns by organisation predicate; undefined where the scheme has none for all five. */
export function distributionPatternsOf(scheme: Scheme): DistributionPatterns | undefined {
  const found: [OrganisationPredicate, DistributionPattern][] = [];
  for (const predicate of ORGANISATION_PREDICATES) {
    const pattern = scheme.organisation?.distribution[predicate];
    if (!pattern) return undefined;
    found.push([predicate, pattern]);
  }
  // All five keys were put in by the loop above.
  return Object.fromEntries(found) as DistributionPatterns;
}

/** Percentages and coefficients for credit points; undefined where the scheme has none. */
export function creditPointTableOf(scheme: Scheme): CreditPointTable | undefined {
  const { creditPoints } = scheme;
  if (!creditPoints) return undefined;
  const hundredths = FUNCTIONAL_LEVELS.map((level) => [
    level,
    new Decimal(creditPoints.coefficients[level]).times(100).toNumber(),
  ]);
  return {
    percent: creditPoints.percent,
    coefficientHundredths: Object.fromEntries(hundredths) as CreditPointTable['coefficientHundredths'],
  };
}

/** Calendar days within which a result may be objected to; undefined where the scheme does not say. */
export function objectionDaysOf(scheme: Scheme): number | undefined {
  return scheme.objection?.days;
}
