/** What the record keeps of competencies. Closed and versioned: add, never change. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const bilingual = z.object({ id: z.string(), en: z.string() });
const competency = { code: z.string(), version: z.int(), name: bilingual };

export const competenciesAdopted = defineEvent(
  'competencies-adopted',
  1,
  z.object({ codes: z.array(z.string()) }),
);
export const competencyRecorded = defineEvent(
  'competency-recorded',
  1,
  z.object({ ...competency, note: z.string(), file: z.string().nullable() }),
);
export const competencyRetired = defineEvent(
  'competency-retired',
  1,
  z.object({ ...competency, reason: z.string() }),
);
export const competencyRestored = defineEvent(
  'competency-restored',
  1,
  z.object({ ...competency, reason: z.string() }),
);
export const competenciesImported = defineEvent(
  'competencies-imported',
  1,
  z.object({ file: z.string(), added: z.int(), changed: z.int() }),
);

export const competencyStandardSet = defineEvent(
  'competency-standard-set',
  1,
  z.object({
    /** The post as it is named to people. */
    post: bilingual,
    unit: z.string().nullable(),
    validFrom: z.string(),
    basis: z.string(),
    levels: z.record(z.string(), z.int()),
  }),
);

const outcome = { assessedOn: z.string(), institution: z.string(), competencies: z.int() };
export const competencyOutcomeRecorded = defineEvent(
  'competency-outcome-recorded',
  1,
  z.object({ ...outcome, file: z.string().nullable() }),
);
export const competencyOutcomeWithdrawn = defineEvent(
  'competency-outcome-withdrawn',
  1,
  z.object({ ...outcome, reason: z.string() }),
);

export const developmentNeedAdded = defineEvent(
  'development-need-added',
  1,
  z.object({ competency: bilingual, priority: z.enum(['high', 'medium', 'low']) }),
);
export const developmentNeedChanged = defineEvent(
  'development-need-changed',
  1,
  z.object({ competency: bilingual }),
);
export const developmentNeedMoved = defineEvent(
  'development-need-moved',
  1,
  z.object({
    competency: bilingual,
    act: z.enum(['plan', 'finish', 'drop', 'reopen']),
    reason: z.string().nullable(),
  }),
);
export const developmentNeedsExported = defineEvent(
  'development-needs-exported',
  1,
  z.object({ rows: z.int() }),
);

export const competencyEvents = [
  competenciesAdopted,
  competencyRecorded,
  competencyRetired,
  competencyRestored,
  competenciesImported,
  competencyStandardSet,
  competencyOutcomeRecorded,
  competencyOutcomeWithdrawn,
  developmentNeedAdded,
  developmentNeedChanged,
  developmentNeedMoved,
  developmentNeedsExported,
] as const;
