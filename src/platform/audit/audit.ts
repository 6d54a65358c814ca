/**
 * The record: what happened, to what, by whom. Appended in the transaction of the act itself; the
 * application's role may insert and read, never change or delete. This module owns the envelope; each
 * feature declares its own closed, versioned vocabulary in its `events.ts`.
 */
import type { z } from 'zod';
import type { Tx } from '../database/database.ts';
import { newId } from '../identifier.ts';

export interface EventDefinition<Type extends string, Payload extends z.ZodType> {
  readonly type: Type;
  readonly version: number;
  readonly payload: Payload;
}

export function defineEvent<Type extends string, Payload extends z.ZodType>(
  type: Type,
  version: number,
  payload: Payload,
): EventDefinition<Type, Payload> {
  return { type, version, payload };
}

export interface Occurrence<Payload> {
  /** Who acted; null for the system (a deadline that passed). */
  readonly actorId: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
  /** The person whose record this belongs to, if it is one person's. */
  readonly personId?: string | null;
  readonly payload: Payload;
}

/** Appends one event to the record of the agency. */
export async function record<Type extends string, Payload extends z.ZodType>(
  tx: Tx,
  definition: EventDefinition<Type, Payload>,
  occurrence: Occurrence<z.input<Payload>>,
): Promise<void> {
  await recordAll(tx, definition, [occurrence]);
}

/** The same for many at once, in few statements: 5,000 rows stay far below the protocol's limit of parameters. */
export async function recordAll<Type extends string, Payload extends z.ZodType>(
  tx: Tx,
  definition: EventDefinition<Type, Payload>,
  occurrences: readonly Occurrence<z.input<Payload>>[],
): Promise<void> {
  const rows = occurrences.map((occurrence) => ({
    agency_id: tx.agencyId,
    id: newId(),
    at: tx.now,
    type: definition.type,
    version: definition.version,
    actor_id: occurrence.actorId,
    subject_kind: occurrence.subject.kind,
    subject_id: occurrence.subject.id,
    person_id: occurrence.personId ?? null,
    payload: JSON.stringify(definition.payload.parse(occurrence.payload)),
  }));
  for (let start = 0; start < rows.length; start += 5000) {
    await tx.db
      .insertInto('audit_events')
      .values(rows.slice(start, start + 5000))
      .execute();
  }
}
