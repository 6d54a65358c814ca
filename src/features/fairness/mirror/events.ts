/** That an appraiser explained patterns in their ratings; what they said stands beside the pattern. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

export const patternsAnswered = defineEvent(
  'fairness-patterns-answered',
  1,
  z.object({ period: z.string(), patterns: z.array(z.string()).min(1) }),
);
