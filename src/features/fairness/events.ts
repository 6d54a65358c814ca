/** What the record keeps of fairness: that figures were asked for and made, never what they say of a person. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';
import { attributeEvents } from './groups/attributes/events.ts';
import { patternsAnswered } from './mirror/events.ts';

export const fairnessRequested = defineEvent('fairness-requested', 1, z.object({ period: z.string() }));
export const fairnessCancelled = defineEvent('fairness-cancelled', 1, z.object({ period: z.string() }));
export const fairnessComputed = defineEvent(
  'fairness-computed',
  1,
  z.object({
    period: z.string(),
    method: z.string(),
    inputSha256: z.string(),
    forms: z.int(),
    patterns: z.int(),
  }),
);
export const fairnessSettingsRegistered = defineEvent(
  'fairness-settings-registered',
  1,
  z.object({
    period: z.string(),
    reason: z.string(),
    afterResults: z.boolean(),
    severityThreshold: z.number(),
    falseDiscoveryRate: z.number(),
    minimumForms: z.int(),
  }),
);

/** A yearly report: figures and words as they stood, its paper, the data without names. */
export const fairnessReportMade = defineEvent(
  'fairness-report-made',
  1,
  z.object({ year: z.int(), version: z.int() }),
);
export const fairnessReportPublished = defineEvent(
  'fairness-report-published',
  1,
  z.object({ year: z.int(), version: z.int(), sha256: z.string() }),
);

export const fairnessEvents = [
  fairnessRequested,
  fairnessCancelled,
  fairnessComputed,
  fairnessSettingsRegistered,
  fairnessReportMade,
  fairnessReportPublished,
  patternsAnswered,
  ...attributeEvents,
] as const;
