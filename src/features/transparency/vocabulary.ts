/**
 * Everything that can stand in the record: the events of all features as one closed union. An event without its
 * sentence in sentences.ts does not compile.
 */
import type { z } from 'zod';
import type { accountEvents } from '#features/accounts/index.ts';
import type { calibrationEvents } from '#features/calibration/index.ts';
import type { competencyEvents } from '#features/competencies/index.ts';
import type { conflictEvents } from '#features/conflicts/index.ts';
import type { evaluationEvents } from '#features/evaluation/index.ts';
import type { fairnessEvents } from '#features/fairness/index.ts';
import type { historyEvents } from '#features/history/index.ts';
import type { innovationEvents } from '#features/innovations/index.ts';
import type { laboratoryEvents } from '#features/laboratory/index.ts';
import type { measurementEvents } from '#features/measurements/index.ts';
import type { diaryEvents, monitoringEvents } from '#features/monitoring/index.ts';
import type { paperEvents } from '#features/papers/index.ts';
import type { importEvents, peopleEvents } from '#features/people/index.ts';
import type { periodEvents } from '#features/periods/index.ts';
import type { planningEvents } from '#features/planning/index.ts';
import type { schemeEvents } from '#features/schemes/index.ts';
import type { secondLookEvents } from '#features/second-looks/index.ts';
import type { surveyEvents } from '#features/surveys/index.ts';
import type { trainingEvents } from '#features/training/index.ts';
import type { trialEvents } from '#features/trials/index.ts';
import type { askingEvents, voiceEvents } from '#features/voices/index.ts';
import type { EventDefinition } from '#platform/audit/audit.ts';
import type { transparencyEvents } from './events.ts';

type AnyEvent = EventDefinition<string, z.ZodType>;

/** The definitions in a list, an object or a module of them. */
type In<Source> = Source extends readonly AnyEvent[]
  ? Source[number]
  : Extract<Source[keyof Source], AnyEvent>;

type KnownEvent =
  | In<typeof accountEvents>
  | In<typeof askingEvents>
  | In<typeof calibrationEvents>
  | In<typeof competencyEvents>
  | In<typeof conflictEvents>
  | In<typeof diaryEvents>
  | In<typeof evaluationEvents>
  | In<typeof fairnessEvents>
  | In<typeof historyEvents>
  | In<typeof importEvents>
  | In<typeof innovationEvents>
  | In<typeof laboratoryEvents>
  | In<typeof measurementEvents>
  | In<typeof monitoringEvents>
  | In<typeof paperEvents>
  | In<typeof peopleEvents>
  | In<typeof periodEvents>
  | In<typeof planningEvents>
  | In<typeof schemeEvents>
  | In<typeof secondLookEvents>
  | In<typeof trainingEvents>
  | In<typeof surveyEvents>
  | In<typeof trialEvents>
  | In<typeof voiceEvents>
  | In<typeof transparencyEvents>;

export type EventType = KnownEvent['type'];

export type PayloadOf<Type extends EventType> = z.output<Extract<KnownEvent, { type: Type }>['payload']>;
