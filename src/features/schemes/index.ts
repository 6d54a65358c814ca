export { type Adoption, adoptVersion } from './adopt.ts';
export { withoutFormsOfOthers, withoutSingleForms } from './anonymous.ts';
export { phaseOf } from './discussion/rules.ts';
export { type Draft, type DraftLine, findDraft, listDrafts } from './drafts/queries.ts';
export { mayReadDraft } from './drafts/transitions.ts';
export { schemeEvents } from './events.ts';
export {
  componentForm,
  type Fields,
  type FormState,
  type Frame,
  giversInWords,
  hasOfficial,
  Instrument,
  type InstrumentProps,
  type InstrumentReading,
  instrumentFields,
  type Level,
  LevelField,
  nodeOf,
  OFFICIAL,
  type PlanLine,
  type PostHeld,
  planComponent,
  readerOf,
  readInstrument,
  type Suggested,
  standardPost,
  suggestedRatings,
} from './instrument/index.ts';
export { Tree as ExplanationTree } from './read/outcome.tsx';
export { schemeSchemaRoutes } from './read/schema-routes.ts';
export { type SchemeOptions, schemeRoutes } from './routes.tsx';
export { makeSchemeStore, type SchemeExample, type SchemeStore, type ShippedFiles } from './store.ts';
