/** Assigning appraisers: dated, kept, told to those concerned. The span before it ends the day the new one begins. */

import { sql } from 'kysely';
import { recordAll } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { formatDate } from '#platform/locale/format.ts';
import type { Actor } from '../actor.ts';
import { peopleEvents } from '../events.ts';
import { notify } from '../notify.ts';
import { requireOfficer, requireScope } from '../scope.ts';
import { text } from '../text.ts';
import { type Proposal, proposeAppraisers } from './propose.ts';
import { hierarchyOn, listProposals } from './queries.ts';

export interface Assignment {
  readonly personId: string;
  readonly appraiserId: string;
  readonly superiorId: string | null;
  readonly from: string;
  readonly reason: string | null;
}

/** One decision of an officer for one or many people: the same appraiser from the same day. */
export async function assignAppraiser(
  tx: Tx,
  actor: Actor,
  personIds: readonly string[],
  given: Omit<Assignment, 'personId'>,
): Promise<void> {
  if (personIds.length === 0) throw new Refusal(text.chooseSomeone(), 'people');
  if (personIds.includes(given.appraiserId)) throw new Refusal(text.appraiserIsSelf(), 'appraiserId');
  await requireScope(tx, actor, personIds);
  await requireWorking(tx, [given.appraiserId, ...(given.superiorId ? [given.superiorId] : [])]);
  const superiorId = given.superiorId ?? (await appraiserOf(tx, given.appraiserId, given.from));
  if (personIds.includes(superiorId)) throw new Refusal(text.superiorIsSelf(), 'superiorId');
  const each = [...new Set(personIds)].map((personId) => ({ ...given, superiorId, personId }));
  await assignAll(tx, each, { actorId: actor.personId, source: 'officer' });
}

/** Who appraises the appraiser: as assigned, else as the hierarchy has it; at the top nobody stands above. */
async function appraiserOf(tx: Tx, personId: string, on: string): Promise<string> {
  const { current, ...hierarchy } = await hierarchyOn(tx, on);
  const assigned = current.find((each) => each.personId === personId);
  const proposed = proposeAppraisers({ ...hierarchy, current }).find((each) => each.personId === personId);
  return assigned?.appraiserId ?? proposed?.appraiserId ?? personId;
}

/** Accepts what the hierarchy proposes for these people, computed anew: what was shown may have become stale. */
export async function acceptProposals(
  tx: Tx,
  actor: Actor,
  personIds: readonly string[],
  from: string,
): Promise<number> {
  await requireScope(tx, actor, personIds);
  await oneAtATime(tx);
  const wanted = new Set(personIds);
  const proposals = proposeAppraisers(await hierarchyOn(tx, from));
  return accept(
    tx,
    actor,
    proposals.filter((proposal) => wanted.has(proposal.personId)),
    from,
  );
}

/** Accepts, as one act, everything in the officer's scope that nothing speaks against. */
export async function acceptReady(tx: Tx, actor: Actor, from: string): Promise<number> {
  requireOfficer(actor);
  await oneAtATime(tx);
  const proposals = await listProposals(tx, actor, from);
  return accept(
    tx,
    actor,
    proposals.filter((proposal) => proposal.standing === 'ready'),
    from,
  );
}

/** Of two officers who accept at once, the second is shown what the first has left. */
async function oneAtATime(tx: Tx): Promise<void> {
  const key = `appraisers:${tx.agencyId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db);
}

async function accept(tx: Tx, actor: Actor, proposals: readonly Proposal[], from: string): Promise<number> {
  const accepted = proposals.flatMap(({ personId, appraiserId, superiorId, change }) =>
    change !== 'none' && appraiserId ? [{ personId, appraiserId, superiorId, from, reason: null }] : [],
  );
  await assignAll(tx, accepted, { actorId: actor.personId, source: 'hierarchy' });
  return accepted.length;
}

interface Span {
  readonly id: string;
  readonly person_id: string;
  readonly appraiser_id: string;
  readonly superior_id: string | null;
  readonly source: string;
  readonly reason: string | null;
  readonly valid_from: string;
  readonly valid_until: string | null;
}

/** Few statements, however many people: a first import proposes an appraiser for everybody. */
async function assignAll(
  tx: Tx,
  given: readonly Assignment[],
  by: { actorId: string; source: 'hierarchy' | 'officer' },
): Promise<void> {
  for (let start = 0; start < given.length; start += 2000)
    await assignSome(tx, given.slice(start, start + 2000), by);
}

async function assignSome(
  tx: Tx,
  asked: readonly Assignment[],
  by: { actorId: string; source: 'hierarchy' | 'officer' },
): Promise<void> {
  const ids = asked.map((each) => each.personId);
  // The rows of the people are locked, in one order, so that two officers cannot both write the next span.
  await tx.db
    .selectFrom('people')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  const from = asked[0]?.from ?? '';
  const later = Map.groupBy(await spansAfter(tx, ids, from), (span) => span.person_id);
  // The same form sent twice: what it asks for is there already.
  const given = asked.filter(
    (each) => !later.get(each.personId)?.some((span) => says(span, each, by.source)),
  );
  if (given.length === 0) return;
  const spans = given.flatMap((each) => later.get(each.personId) ?? []);
  await endSpans(
    tx,
    spans.filter((span) => span.valid_from < from),
    from,
  );
  await removeSpans(
    tx,
    spans.filter((span) => span.valid_from === from),
  );
  const rows = given.map((each) => ({
    agency_id: tx.agencyId,
    id: newId(),
    person_id: each.personId,
    appraiser_id: each.appraiserId,
    superior_id: each.superiorId,
    source: by.source,
    reason: each.reason,
    valid_from: each.from,
    valid_until: endOf(later.get(each.personId) ?? [], from),
    created_by: by.actorId,
    created_at: tx.now,
  }));
  await tx.db.insertInto('appraiser_assignments').values(rows).execute();
  await tell(tx, rows, later, by);
}

function says(span: Span, asked: Assignment, source: string): boolean {
  return (
    span.valid_from === asked.from &&
    span.appraiser_id === asked.appraiserId &&
    span.superior_id === asked.superiorId &&
    span.source === source &&
    span.reason === asked.reason
  );
}

async function spansAfter(tx: Tx, personIds: readonly string[], from: string): Promise<Span[]> {
  return tx.db
    .selectFrom('appraiser_assignments')
    .select(['id', 'person_id', 'appraiser_id', 'superior_id', 'source', 'reason'])
    .select(['valid_from', 'valid_until'])
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', 'in', [...personIds])
    .where((any) => any.or([any('valid_until', 'is', null), any('valid_until', '>', from)]))
    .orderBy('valid_from')
    .execute();
}

async function endSpans(tx: Tx, spans: readonly Span[], on: string): Promise<void> {
  if (spans.length === 0) return;
  const ids = spans.map((span) => span.id);
  await tx.db
    .updateTable('appraiser_assignments')
    .set({ valid_until: on })
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', ids)
    .execute();
}

/** A span that begins the same day is replaced: it was never in force for a whole day. The record keeps both. */
async function removeSpans(tx: Tx, spans: readonly Span[]): Promise<void> {
  if (spans.length === 0) return;
  const ids = spans.map((span) => span.id);
  await tx.db
    .deleteFrom('appraiser_assignments')
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', ids)
    .execute();
}

/** The new span lasts until the next planned one begins, or as long as the one it replaces. */
function endOf(spans: readonly Span[], from: string): string | null {
  const planned = spans.find((span) => span.valid_from > from);
  return planned?.valid_from ?? spans.find((span) => span.valid_from === from)?.valid_until ?? null;
}

async function tell(
  tx: Tx,
  rows: readonly {
    person_id: string;
    appraiser_id: string;
    superior_id: string | null;
    valid_from: string;
    valid_until: string | null;
    reason: string | null;
  }[],
  earlier: ReadonlyMap<string, readonly Span[]>,
  by: { actorId: string; source: 'hierarchy' | 'officer' },
): Promise<void> {
  const previousOf = (row: { person_id: string; valid_from: string }) =>
    earlier.get(row.person_id)?.find((span) => span.valid_from <= row.valid_from)?.appraiser_id ?? null;
  const occurrences = rows.map((row) => ({
    actorId: by.actorId,
    subject: { kind: 'person', id: row.person_id },
    personId: row.person_id,
    payload: {
      appraiserId: row.appraiser_id,
      superiorId: row.superior_id,
      from: row.valid_from,
      until: row.valid_until,
      previousAppraiserId: previousOf(row),
      source: by.source,
      reason: row.reason,
    },
  }));
  await recordAll(tx, peopleEvents.appraiserAssigned, occurrences);
  const changed = rows.filter((row) => ![null, row.appraiser_id].includes(previousOf(row)));
  await notify(
    tx,
    ...changed.map((row) => ({
      personId: row.person_id,
      kind: 'appraiser-changed' as const,
      parameters: { date: formatDate(row.valid_from) },
      path: '/appraiser',
    })),
  );
}

async function requireWorking(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = await tx.db
    .selectFrom('people')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', [...new Set(ids)])
    .where('ended_on', 'is', null)
    .execute();
  if (found.length < new Set(ids).size) throw new Refusal(text.appraiserUnknown(), 'appraiserId');
}
