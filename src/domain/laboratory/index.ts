/** The laboratory of fairness: invented people under a real scheme. */
export {
  type Handling,
  handlingOf,
  hasAppraiser,
  manyVoicesOf,
  ratersOf,
  type SilentVoice,
  silentVoices,
} from './handling.ts';
export {
  type Difference,
  differenceOf,
  type Outcome,
  outcomeOf,
  type Share,
} from './outcome.ts';
export {
  CHOSEN_VOICES,
  type ChosenVoice,
  type LaboratorySettings,
  LIMITS,
  MANY_VOICES,
  type ManyVoice,
  MOST_PERCENT,
  settingsSchema,
  UNDISTURBED,
} from './settings.ts';
export {
  curvePeople,
  type Design,
  EvidenceRefused,
  isSimulable,
  type Step,
  simulate,
  simulation,
} from './simulate.ts';
export { type InventedSize, inventStructure, type Structure, structureSchema } from './structure.ts';
export { DISTURBANCES, type Disturbance, type Period, periodSchema } from './tally.ts';
