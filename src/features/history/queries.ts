/** Imported years of people, and which other spans stand beside them. */

import { sql } from 'kysely';
import type { Explanation } from '#domain/explanation.ts';
import type { Predicate } from '#domain/rules/index.ts';
import { type Actor, fullName, postsOn, unitsOf } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { type PastEvidence, pastEvidenceSchema } from './past.ts';

/** As many as one statement names; the protocol knows 65,535 parameters. */
const AT_ONCE = 2000;

export interface Subject {
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
}

/** Those of these numbers whom the officer may record for, by NIP; also who has left, for years gone by. */
export async function subjectsByNip(
  tx: Tx,
  actor: Actor,
  nips: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, Subject>> {
  const found = new Map<string, Subject>();
  const units = unitsOf(actor.officer);
  for (const some of chunks([...new Set(nips)])) {
    const { rows } = await sql<SubjectRow>`
      select people.id, people.nip, people.name, people.title_before, people.title_after, units.name as unit_name
      from people
      left join (${postsOn(tx, today)}) post on post.person_id = people.id
      left join units on units.agency_id = people.agency_id and units.id = post.unit_id
      where people.agency_id = ${tx.agencyId} and people.nip = any(${some}::text[])
        and (${units === null}::boolean or post.unit_id = any(${units ?? []}::uuid[]))`.execute(tx.db);
    for (const row of rows)
      found.set(row.nip, { personId: row.id, name: fullName(row), unitName: row.unit_name ?? '' });
  }
  return found;
}

interface SubjectRow {
  readonly id: string;
  readonly nip: string;
  readonly name: string;
  readonly title_before: string | null;
  readonly title_after: string | null;
  readonly unit_name: string | null;
}

export interface CurrentPast {
  readonly id: string;
  readonly evidence: PastEvidence | null;
}

export function spanKey(each: { personId: string; startsOn: string; endsOn: string }): string {
  return `${each.personId} ${each.startsOn} ${each.endsOn}`;
}

/** What holds now, by person and span. */
export async function currentPast(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, CurrentPast>> {
  const found = new Map<string, CurrentPast>();
  for (const some of chunks([...new Set(personIds)])) {
    const rows = await tx.db
      .selectFrom('past_results')
      .select(['id', 'person_id', 'starts_on', 'ends_on', 'evidence'])
      .where('agency_id', '=', tx.agencyId)
      .where('person_id', 'in', some)
      .where('superseded_at', 'is', null)
      .execute();
    for (const row of rows)
      found.set(spanKey({ personId: row.person_id, startsOn: row.starts_on, endsOn: row.ends_on }), {
        id: row.id,
        evidence: row.evidence === null ? null : pastEvidenceSchema.parse(row.evidence),
      });
  }
  return found;
}

export interface TeraSpan {
  readonly personId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly period: string;
}

/** Spans that were appraised in Tera itself: an imported year beside one of them deserves a word. */
export async function spansInTera(tx: Tx, personIds: readonly string[]): Promise<readonly TeraSpan[]> {
  const found: TeraSpan[] = [];
  for (const some of chunks([...new Set(personIds)])) {
    const rows = await tx.db
      .selectFrom('participants')
      .innerJoin('periods', (join) =>
        join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', tx.agencyId),
      )
      .innerJoin('results', (join) =>
        join
          .onRef('results.participant_id', '=', 'participants.id')
          .on('results.agency_id', '=', tx.agencyId)
          .on('results.superseded_at', 'is', null),
      )
      .select(['participants.person_id', 'participants.starts_on', 'participants.ends_on', 'periods.name'])
      .where('participants.agency_id', '=', tx.agencyId)
      .where('participants.person_id', 'in', some)
      .execute();
    for (const row of rows)
      found.push({
        personId: row.person_id,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        period: row.name,
      });
  }
  return found;
}

export interface PastResult {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly category: Predicate;
  readonly score: string | null;
  readonly evidence: PastEvidence;
  readonly explanation: Explanation | null;
  readonly appraiserName: string | null;
  readonly note: string;
  readonly fileName: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly supersededAt: Date | null;
  readonly supersededBy: string | null;
  readonly supersededReason: string | null;
}

/** Every imported row of one person, also those that were replaced or withdrawn; the latest span first. */
export async function pastResultsOf(tx: Tx, personId: string): Promise<readonly PastResult[]> {
  const rows = await tx.db
    .selectFrom('past_results')
    .innerJoin('people as recorder', (join) =>
      join.onRef('recorder.id', '=', 'past_results.recorded_by').on('recorder.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people as replacer', (join) =>
      join.onRef('replacer.id', '=', 'past_results.superseded_by').on('replacer.agency_id', '=', tx.agencyId),
    )
    .leftJoin('files', (join) =>
      join.onRef('files.id', '=', 'past_results.file_id').on('files.agency_id', '=', tx.agencyId),
    )
    .selectAll('past_results')
    .select(['recorder.name', 'recorder.title_before', 'recorder.title_after', 'files.name as file_name'])
    .select([
      'replacer.name as replacer_name',
      'replacer.title_before as replacer_before',
      'replacer.title_after as replacer_after',
    ])
    .where('past_results.agency_id', '=', tx.agencyId)
    .where('past_results.person_id', '=', personId)
    .orderBy('past_results.ends_on', 'desc')
    .orderBy('past_results.starts_on', 'desc')
    .orderBy('past_results.recorded_at', 'desc')
    .orderBy('past_results.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    category: row.category as Predicate,
    score: row.score,
    evidence: pastEvidenceSchema.parse(row.evidence),
    // Written by the scheme engine and by nothing else.
    explanation: row.explanation as unknown as Explanation | null,
    appraiserName: row.appraiser_name,
    note: row.note,
    fileName: row.file_name,
    recordedBy: fullName(row),
    recordedAt: row.recorded_at,
    supersededAt: row.superseded_at,
    supersededBy:
      row.replacer_name === null
        ? null
        : fullName({
            name: row.replacer_name,
            title_before: row.replacer_before,
            title_after: row.replacer_after,
          }),
    supersededReason: row.superseded_reason,
  }));
}

export interface ImportedFile {
  readonly id: string;
  readonly name: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly rows: number;
  /** How many of them still hold. */
  readonly current: number;
}

/** The files that an import came from, the latest first. */
export async function importedFiles(tx: Tx, limit: number): Promise<readonly ImportedFile[]> {
  const { rows } = await sql<FileRow>`
    select files.id, files.name, recorder.name as recorder, recorder.title_before, recorder.title_after, past.recorded_at,
      past.rows::int as rows, past.current::int as current
    from (
      select file_id, recorded_by, recorded_at, count(*) as rows, count(*) filter (where superseded_at is null) as current
      from past_results where agency_id = ${tx.agencyId} and file_id is not null
      group by file_id, recorded_by, recorded_at order by recorded_at desc limit ${limit}
    ) past
    join files on files.agency_id = ${tx.agencyId} and files.id = past.file_id
    join people recorder on recorder.agency_id = ${tx.agencyId} and recorder.id = past.recorded_by
    order by past.recorded_at desc`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    recordedBy: fullName({ ...row, name: row.recorder }),
    recordedAt: row.recorded_at,
    rows: row.rows,
    current: row.current,
  }));
}

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly recorder: string;
  readonly title_before: string | null;
  readonly title_after: string | null;
  readonly recorded_at: Date;
  readonly rows: number;
  readonly current: number;
}

export function chunks<Item>(items: readonly Item[], size = AT_ONCE): readonly Item[][] {
  const found: Item[][] = [];
  for (let start = 0; start < items.length; start += size) found.push(items.slice(start, start + size));
  return found;
}
