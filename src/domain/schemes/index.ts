/** Schemes: parse and check a file, compile it once, evaluate and explain many times. */
export { type Change, type ChangeKind, compareSchemes } from './compare.ts';
export {
  CHANGE_SECTIONS,
  type ChangeEffect,
  type ChangeSection,
  changeSectionLabel,
} from './compare-words.ts';
export {
  type CompiledScheme,
  compileScheme,
  type Evaluation,
  type Explained,
} from './compile.ts';
export { type SchemeComponent, voicesOf } from './components.ts';
export {
  ANONYMOUS_VOICES,
  type AskedVoice,
  type AskingRules,
  askedVoices,
  askingRules,
  CONFLICT_KINDS,
  CONSEQUENCES,
  type ConflictKind,
  type Consequence,
  consequenceOf,
  leastAnswers,
  secondLookPercent,
  trainingPassOf,
} from './hearing.ts';
export { schemeJsonSchema } from './json-schema.ts';
export type { Scheme } from './language.ts';
export {
  type CatalogueFinding,
  catalogueFindings,
  type MeasurabilityGap,
  measurabilityGaps,
  measurablePartLabel,
  type StatedIndicator,
} from './measurability.ts';
export type { Annotation, Annotations } from './mechanisms/mechanism.ts';
export { SERVICE_ELEMENTS } from './mechanisms/survey.ts';
export type { OfficialResult } from './official-rating.ts';
export { type ParsedScheme, parseScheme } from './parse.ts';
export { POST_LEVELS, type PostLevel, postLevelLabel } from './post-levels.ts';
export { MEASURABLE_PARTS, type MeasurablePart } from './sections.ts';
export type { FileProblem } from './source.ts';
export { creditPointTableOf, distributionPatternsOf, objectionDaysOf } from './tables.ts';
export { VOICES, type Voice, voiceLabel } from './voices.ts';
