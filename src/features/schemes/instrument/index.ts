export { componentForm } from './component-form.ts';
export { Instrument, type InstrumentProps, nodeOf } from './instrument.tsx';
export { hasOfficial, OFFICIAL, type Suggested, suggestedRatings } from './official.tsx';
export { planComponent } from './plan-component.ts';
export { type InstrumentReading, instrumentFields, readInstrument } from './read.ts';
export { readerOf } from './reader.ts';
export { type PostHeld, standardPost } from './standard-post.ts';
export type { Fields, FormState, Frame, PlanLine } from './types.ts';
export { giversInWords } from './voices.ts';
