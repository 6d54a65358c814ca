/** An officer's acts on earlier years: record what a checked file holds, withdraw a row that was wrong. */
import { createHash } from 'node:crypto';
import type { StoredFile } from '#features/measurements/index.ts';
import { type Actor, isOfficer, requireScope } from '#features/people/index.ts';
import { record, recordAll } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import type { Accepted } from './check-file.ts';
import { pastResultRecorded, pastResultsImported, pastResultWithdrawn } from './events.ts';
import { pastEvidenceSchema } from './past.ts';
import { chunks, currentPast, spanKey } from './queries.ts';
import { text } from './text.ts';

const ROWS_A_STATEMENT = 500;

/** What was shown to the officer, in short: the rows that count and what each of them would replace. */
export function seenOf(accepted: readonly Accepted[]): string {
  const hash = createHash('sha256');
  for (const each of accepted) hash.update(`${keyOf(each)} ${each.currentId ?? '-'}\n`);
  return hash.digest('base64url');
}

function keyOf({ subject, evidence }: Accepted): string {
  return spanKey({ personId: subject.personId, ...evidence.given });
}

export interface Recorded {
  readonly added: number;
  readonly replaced: number;
}

/**
 * Records what a file holds, checked just now against the people whom this officer may record for. The same file a
 * second time changes nothing; whoever recorded other years for the same people meanwhile is noticed, and the officer
 * looks again before anything of theirs is replaced.
 */
export async function recordPastResults(
  tx: Tx,
  actor: Actor,
  given: { readonly file: StoredFile; readonly accepted: readonly Accepted[]; readonly seen: string },
): Promise<Recorded> {
  if (!isOfficer(actor)) throw new NotAllowed();
  const personIds = [...new Set(given.accepted.map(({ subject }) => subject.personId))];
  await lockPeople(tx, personIds);
  if (await isRecorded(tx, given.file.id)) return { added: 0, replaced: 0 };
  const written = given.accepted.filter(({ action }) => action !== 'same');
  if (written.length === 0) return { added: 0, replaced: 0 };
  const current = await currentPast(tx, personIds);
  const isAsShown = given.accepted.every((each) => (current.get(keyOf(each))?.id ?? null) === each.currentId);
  if (!isAsShown || seenOf(given.accepted) !== given.seen) throw new Conflict(text.changedMeanwhile());
  for (const some of chunks(written, ROWS_A_STATEMENT)) await writeSome(tx, actor, given.file, some);
  const replaced = written.filter(({ action }) => action === 'replace').length;
  const counts = { added: written.length - replaced, replaced };
  await record(tx, pastResultsImported, {
    actorId: actor.personId,
    subject: { kind: 'file', id: given.file.id },
    payload: { file: given.file.name, ...counts },
  });
  tx.touch(...personIds);
  return counts;
}

/** Two files about the same people are recorded one after the other. */
async function lockPeople(tx: Tx, personIds: readonly string[]): Promise<void> {
  for (const some of chunks([...personIds].sort()))
    await tx.db
      .selectFrom('people')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where('id', 'in', some)
      .orderBy('id')
      .forNoKeyUpdate()
      .execute();
}

async function isRecorded(tx: Tx, fileId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('past_results')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('file_id', '=', fileId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function writeSome(tx: Tx, actor: Actor, file: StoredFile, some: readonly Accepted[]): Promise<void> {
  const former = some.flatMap(({ currentId }) => currentId ?? []);
  if (former.length > 0)
    await tx.db
      .updateTable('past_results')
      .set({ superseded_at: tx.now, superseded_by: actor.personId })
      .where('agency_id', '=', tx.agencyId)
      .where('id', 'in', former)
      .execute();
  const rows = some.map((each) => ({ id: newId(), each }));
  await tx.db
    .insertInto('past_results')
    .values(
      rows.map(({ id, each }) => ({
        agency_id: tx.agencyId,
        id,
        person_id: each.subject.personId,
        ...columnsOf(each),
        file_id: file.id,
        recorded_by: actor.personId,
        recorded_at: tx.now,
      })),
    )
    .execute();
  await recordAll(
    tx,
    pastResultRecorded,
    rows.map(({ id, each }) => ({
      actorId: actor.personId,
      subject: { kind: 'past-result', id },
      personId: each.subject.personId,
      payload: {
        startsOn: each.evidence.given.startsOn,
        endsOn: each.evidence.given.endsOn,
        rule: each.evidence.given.rule,
        category: each.category,
        file: file.name,
        isReplacement: each.action === 'replace',
      },
    })),
  );
}

function columnsOf({ evidence, category, score, explanation, scheme }: Accepted) {
  const { given } = evidence;
  return {
    starts_on: given.startsOn,
    ends_on: given.endsOn,
    scheme_id: scheme?.id ?? null,
    scheme_version: scheme?.version ?? null,
    evidence: JSON.stringify(evidence),
    score,
    category,
    results_rating: given.resultsRating ?? null,
    behaviour_rating: given.behaviourRating ?? null,
    explanation: explanation && JSON.stringify(explanation),
    appraiser_name: given.appraiser ?? null,
    note: given.note ?? '',
  };
}

/** Takes back one imported year, such as one that belonged to somebody else. It stays readable as withdrawn. */
export async function withdrawPastResult(
  tx: Tx,
  actor: Actor,
  given: { readonly personId: string; readonly id: string; readonly reason: string },
): Promise<void> {
  if (!isOfficer(actor)) throw new NotAllowed();
  await requireScope(tx, actor, [given.personId]);
  const reason = given.reason.trim();
  if (!reason) throw new Refusal(text.reasonMissing(), 'reason');
  const row = isId(given.id)
    ? await tx.db
        .selectFrom('past_results')
        .select(['id', 'superseded_at', 'category', 'evidence'])
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', given.personId)
        .where('id', '=', given.id)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  if (row.superseded_at) throw new Conflict(text.alreadyReplaced());
  await tx.db
    .updateTable('past_results')
    .set({ superseded_at: tx.now, superseded_by: actor.personId, superseded_reason: reason })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', row.id)
    .execute();
  const { given: kept, computed } = pastEvidenceSchema.parse(row.evidence);
  const category = kept.category ?? computed?.category;
  if (!category) throw new Error('a past result has a category');
  await record(tx, pastResultWithdrawn, {
    actorId: actor.personId,
    subject: { kind: 'past-result', id: row.id },
    personId: given.personId,
    payload: { startsOn: kept.startsOn, endsOn: kept.endsOn, rule: kept.rule, category, reason },
  });
  tx.touch(given.personId);
}
