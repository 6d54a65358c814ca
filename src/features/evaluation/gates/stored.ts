/** Facts about who rated that a result keeps: not a verdict, and the same for everybody who reads it. */
import { z } from 'zod';
import { CONFLICT_KINDS } from '#domain/schemes/index.ts';
import type { Gates } from './gates.ts';

export const standingSchema = z.object({
  /** Where the scheme lets rate without a certificate and says so; `until` is the last day it held. */
  certificate: z.object({ state: z.enum(['expired', 'none']), until: z.iso.date().nullable() }).nullable(),
  conflicts: z.array(
    z.object({
      kind: z.enum(CONFLICT_KINDS),
      source: z.enum(['declared', 'found']),
      raterId: z.uuid(),
      rateeId: z.uuid(),
      since: z.string(),
      id: z.uuid().nullable(),
    }),
  ),
});
export type Standing = z.output<typeof standingSchema>;

/** Undefined where there is nothing to say. */
export function standingOf({ certificate, conflicts }: Gates): Standing | undefined {
  const flagged =
    certificate.rule === 'flag' && certificate.state !== 'valid'
      ? { state: certificate.state, until: certificate.until }
      : null;
  if (!flagged && conflicts.length === 0) return undefined;
  return { certificate: flagged, conflicts: conflicts.map((each) => ({ ...each })) };
}
