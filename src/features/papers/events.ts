/** What papers write into the record. Reading a paper of somebody else stands in the access log. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const id = z.uuid();

export const bundleRequested = defineEvent(
  'papers.bundle-requested',
  1,
  z.object({
    periodId: id,
    /** Null for the requester's own team. */
    unitId: id.nullable(),
    withUnitsBelow: z.boolean(),
    papers: z.array(z.enum(['skp', 'feedback', 'evaluation', 'document'])),
  }),
);
export const bundleFinished = defineEvent(
  'papers.bundle-finished',
  1,
  z.object({ people: z.int(), papers: z.int(), sha256: z.string() }),
);
export const bundleFailed = defineEvent('papers.bundle-failed', 1, z.object({ problem: z.string() }));
export const bundleCancelled = defineEvent('papers.bundle-cancelled', 1, z.object({}));
export const bundleDownloaded = defineEvent('papers.bundle-downloaded', 1, z.object({}));
export const headSaved = defineEvent(
  'papers.head-saved',
  1,
  z.object({ place: z.string(), emblem: z.string().nullable() }),
);

export const paperEvents = {
  bundleRequested,
  bundleFinished,
  bundleFailed,
  bundleCancelled,
  bundleDownloaded,
  headSaved,
};
