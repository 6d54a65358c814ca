/** The rules of the calculator, and the typed functions that the application calls. */
import { absenceSanctionRule } from './absence-sanction.ts';
import { allowanceRule } from './allowance.ts';
import { competencyMatchRule } from './competency-match.ts';
import { creditPointsRule } from './credit-points.ts';
import { distributionRule } from './distribution-rule.ts';
import { nipRule } from './nip-rule.ts';
import { objectionDeadlineRule } from './objection-deadline.ts';
import { predicateRule } from './predicate.ts';
import { predicate2019Rule } from './predicate-2019.ts';
import { professionalismIndexRule } from './professionalism-index-rule.ts';
import { resultsRatingRule } from './results-rating.ts';
import type { Rule } from './rule.ts';
import { siasnCodesRule } from './siasn-codes.ts';
import { talentBoxRule } from './talent-box-rule.ts';

export {
  ABSENCE_SANCTIONS,
  type AbsenceInput,
  type AbsenceSanction,
  type AbsenceSanctionCode,
  absenceSanction,
  absenceSanctionLabel,
  SANCTION_LEVELS,
  type SanctionLevel,
  sanctionLevelLabel,
} from './absence-sanction.ts';
export { type AllowanceInput, allowance } from './allowance.ts';
export * from './codes.ts';
export {
  COMPETENCY_BANDS,
  type CompetencyBand,
  type CompetencyInput,
  type CompetencyMatch,
  competencyBandLabel,
  competencyMatch,
  competencyMatchRule,
} from './competency-match.ts';
export {
  type CreditPointInput,
  type CreditPointTable,
  creditPoints,
  FUNCTIONAL_LEVELS,
  type FunctionalLevel,
  functionalLevelLabel,
  NATIONAL_CREDIT_POINTS,
} from './credit-points.ts';
export * from './distribution.ts';
export {
  type KnownPerson,
  maskNip,
  NIP_KINDS,
  type Nip,
  type NipKind,
  type NipMessage,
  type NipProblemCode,
  type NipWarningCode,
  parseNip,
  type Sex,
} from './nip.ts';
export { OBJECTION_DAYS, objectionDeadline } from './objection-deadline.ts';
export { NATIONAL_MATRIX, type PredicateMatrix, predicateOf } from './predicate.ts';
export {
  type Predicate2019,
  type Predicate2019Input,
  predicate2019,
  predicate2019Label,
} from './predicate-2019.ts';
export {
  CAREER_TRACKS,
  type CareerTrack,
  careerTrackLabel,
  EDUCATIONS,
  type Education,
  educationLabel,
  PROFESSIONALISM_CATEGORIES,
  type ProfessionalismCategory,
  type ProfessionalismIndex,
  type ProfessionalismInput,
  professionalismCategoryLabel,
  professionalismIndex,
} from './professionalism-index.ts';
export {
  type LineTally,
  type RatedLine,
  type ResultsRating,
  rateTally,
  SUGGESTION_POLICY,
  type SuggestionPolicy,
  suggestionRule,
  suggestResultsRating,
  tallyLines,
} from './results-rating.ts';
export type { Rule, RuleAnswer, RuleExample, RuleField, RuleOutput } from './rule.ts';
export { type SiasnCodes, siasnCodes } from './siasn-codes.ts';
export {
  POTENTIALS,
  type Potential,
  potentialLabel,
  TALENT_BOXES,
  type TalentAxes,
  type TalentBox,
  type TalentCuts,
  type TalentPlace,
  type TalentScores,
  talentAxes,
  talentBox,
  talentRecommendation,
} from './talent-box.ts';

/** Every rule, in the order in which the calculator lists them. */
export const rules: readonly Rule[] = [
  predicateRule,
  resultsRatingRule,
  distributionRule,
  creditPointsRule,
  competencyMatchRule,
  talentBoxRule,
  professionalismIndexRule,
  absenceSanctionRule,
  allowanceRule,
  objectionDeadlineRule,
  nipRule,
  siasnCodesRule,
  predicate2019Rule,
];

/** The rule of that name, or undefined. */
export function ruleNamed(name: string): Rule | undefined {
  return rules.find((rule) => rule.name === name);
}
