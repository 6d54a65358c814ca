/** Acts on attributes held for the comparison of groups: register, check a file, record it, end. */
import { sql } from 'kysely';
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, agencyToday, isAgencyOfficer, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import type { HeldAttribute } from '../types.ts';
import type { CheckedValues } from './check-file.ts';
import { attributeEnded, attributeRegistered, attributeValuesRecorded } from './events.ts';
import { ownValuesFile } from './queries.ts';
import { text } from './text.ts';
import { ATTRIBUTE, ATTRIBUTE_FILE, type AttributeAct } from './transitions.ts';

export interface RegisterInput {
  /** Made when the page was drawn: a second click registers nothing twice. */
  readonly id: string;
  readonly kind: HeldAttribute;
  readonly legalBasis: string;
  readonly purpose: string;
  readonly endsOn: string;
}

/** Years after which an attribute has to be registered anew. */
const YEARS_AT_MOST = 5;

export async function registerAttribute(tx: Tx, actor: Actor, input: RegisterInput): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const today = await agencyToday(tx);
  if (input.endsOn <= today) throw new Refusal(text.endsPast(), 'endsOn');
  const last = `${Number(today.slice(0, 4)) + YEARS_AT_MOST}${today.slice(4)}`;
  if (input.endsOn > last) throw new Refusal(text.endsLate({ years: YEARS_AT_MOST }), 'endsOn');
  const added = await tx.db
    .insertInto('person_attributes')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      kind: input.kind,
      legal_basis: input.legalBasis,
      purpose: input.purpose,
      ends_on: input.endsOn,
      registered_by: actor.personId,
      registered_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) {
    const own = await tx.db
      .selectFrom('person_attributes')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', input.id)
      .executeTakeFirst();
    if (own) return;
    throw new Refusal(text.registeredAlready(), 'kind');
  }
  await record(tx, attributeRegistered, {
    actorId: actor.personId,
    subject: { kind: 'person-attribute', id: input.id },
    payload: {
      kind: input.kind,
      legalBasis: input.legalBasis,
      purpose: input.purpose,
      endsOn: input.endsOn,
    },
  });
}

interface Held {
  readonly id: string;
  readonly kind: HeldAttribute;
  readonly isEnded: boolean;
}

async function lockAttribute(tx: Tx, id: string): Promise<Held> {
  const row = isId(id)
    ? await tx.db
        .selectFrom('person_attributes')
        .select(['id', 'kind', 'ended_at'])
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  return { id: row.id, kind: row.kind as HeldAttribute, isEnded: row.ended_at !== null };
}

/** Keeps what a file holds until it is recorded; the file itself is kept nowhere. */
export async function keepChecked(
  tx: Tx,
  actor: Actor,
  file: { readonly id: string; readonly attributeId: string; readonly name: string },
  checked: Extract<CheckedValues, { ok: true }>,
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const attribute = await lockAttribute(tx, file.attributeId);
  if (attribute.isEnded) throw new Conflict(text.hasEnded());
  await tx.db
    .insertInto('person_attribute_files')
    .values({
      agency_id: tx.agencyId,
      id: file.id,
      attribute_id: attribute.id,
      name: file.name,
      waiting: JSON.stringify(Object.fromEntries(checked.values)),
      accepted: checked.values.size,
      refused: JSON.stringify(checked.refused),
      state: 'checked',
      uploaded_by: actor.personId,
      uploaded_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .execute();
}

const ROWS_A_STATEMENT = 1000;

/** Fewest values recorded at once: figures before and after would else point at single people. */
export const LEAST_AT_ONCE = 5;

/** Records what a checked file holds; afterwards nobody reads its rows again, and a second click does nothing. */
export async function recordValues(
  tx: Tx,
  actor: Actor,
  attributeId: string,
  fileId: string,
): Promise<number> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const attribute = await lockAttribute(tx, attributeId);
  const file = await ownValuesFile(tx, actor.personId, fileId, { lock: true });
  if (!file || file.attributeId !== attribute.id) throw new NotFound();
  if (file.state === 'recorded') return file.accepted;
  if (attribute.isEnded) throw new Conflict(text.hasEnded());
  const decision = decide(ATTRIBUTE_FILE, {
    state: file.state,
    act: 'record',
    roles: new Set(['uploader'] as const),
  });
  if (!decision.ok) throw refusalOf(decision.why);
  if (file.accepted < LEAST_AT_ONCE) throw new Refusal(text.fewAtOnce({ least: LEAST_AT_ONCE }));
  const { waiting } = await tx.db
    .selectFrom('person_attribute_files')
    .select('waiting')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', file.id)
    .executeTakeFirstOrThrow();
  // Written by keepChecked and by nothing else.
  const values = Object.entries(waiting as Readonly<Record<string, string>>);
  for (let start = 0; start < values.length; start += ROWS_A_STATEMENT)
    await tx.db
      .insertInto('person_attribute_values')
      .values(
        values.slice(start, start + ROWS_A_STATEMENT).map(([person_id, value]) => ({
          agency_id: tx.agencyId,
          attribute_id: attribute.id,
          person_id,
          value,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['agency_id', 'attribute_id', 'person_id'])
          .doUpdateSet((row) => ({ value: row.ref('excluded.value') })),
      )
      .execute();
  await closeFiles(tx, 'recorded', { fileId: file.id });
  await record(tx, attributeValuesRecorded, {
    actorId: actor.personId,
    subject: { kind: 'person-attribute', id: attribute.id },
    payload: { kind: attribute.kind, people: values.length },
  });
  return values.length;
}

/** A file that is not wanted after all; what it held is gone at once. */
export async function dropFile(tx: Tx, actor: Actor, attributeId: string, fileId: string): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const file = await ownValuesFile(tx, actor.personId, fileId, { lock: true });
  if (!file || file.attributeId !== attributeId) throw new NotFound();
  if (file.state === 'dropped') return;
  const decision = decide(ATTRIBUTE_FILE, {
    state: file.state,
    act: 'drop',
    roles: new Set(['uploader'] as const),
  });
  if (!decision.ok) throw refusalOf(decision.why);
  await closeFiles(tx, 'dropped', { fileId: file.id });
}

async function closeFiles(
  tx: Tx,
  state: 'recorded' | 'dropped',
  which: { readonly fileId?: string; readonly attributeId?: string; readonly before?: Date },
): Promise<void> {
  let query = tx.db
    .updateTable('person_attribute_files')
    .set({
      state,
      waiting: null,
      refused: JSON.stringify([]),
      recorded_at: state === 'recorded' ? tx.now : null,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('state', '=', 'checked');
  if (which.fileId) query = query.where('id', '=', which.fileId);
  if (which.attributeId) query = query.where('attribute_id', '=', which.attributeId);
  if (which.before) query = query.where('uploaded_at', '<', which.before);
  await query.execute();
}

export async function endAttribute(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  await end(tx, id, { act: 'end', actorId: actor.personId, reason });
}

/** Deletes every value, for good, in the transaction that ends the attribute. */
async function end(
  tx: Tx,
  id: string,
  by: { readonly act: AttributeAct; readonly actorId: string | null; readonly reason: string | null },
): Promise<void> {
  const attribute = await lockAttribute(tx, id);
  const roles = new Set([by.act === 'end' ? ('officer' as const) : ('system' as const)]);
  const decision = decide(ATTRIBUTE, {
    state: attribute.isEnded ? 'ended' : 'held',
    act: by.act,
    roles,
    reason: by.reason ?? undefined,
  });
  if (!decision.ok) throw refusalOf(decision.why);
  const { rows } = await sql<{ person_id: string }>`
    delete from person_attribute_values where agency_id = ${tx.agencyId} and attribute_id = ${attribute.id}
    returning person_id`.execute(tx.db);
  await closeFiles(tx, 'dropped', { attributeId: attribute.id });
  await tx.db
    .updateTable('person_attributes')
    .set({ ended_at: tx.now, ended_by: by.actorId, ended_reason: by.reason })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', attribute.id)
    .execute();
  await recordAct(
    tx,
    {
      process: 'person-attribute',
      subjectId: attribute.id,
      act: by.act,
      actorId: by.actorId,
      reason: by.reason,
    },
    decision,
  );
  await record(tx, attributeEnded, {
    actorId: by.actorId,
    subject: { kind: 'person-attribute', id: attribute.id },
    payload: { kind: attribute.kind, people: rows.length, reason: by.reason },
  });
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The night's work: what is held past its last day is deleted, and so is what nobody recorded within a day. */
export async function lapseAttributes(tx: Tx): Promise<void> {
  const today = await agencyToday(tx);
  const rows = await tx.db
    .selectFrom('person_attributes')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('ended_at', 'is', null)
    .where('ends_on', '<', today)
    .execute();
  for (const { id } of rows) await end(tx, id, { act: 'lapse', actorId: null, reason: null });
  await closeFiles(tx, 'dropped', { before: new Date(tx.now.getTime() - DAY_MS) });
}
