/** Objections to single days and cases, as pages and other features read them. */
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import { type CaseProposal, caseProposal, type DayProposal, dayProposal } from './proposal.ts';
import type { ContestState } from './transitions.ts';

export type Subject =
  | { readonly kind: 'day'; readonly date: string; readonly proposal: DayProposal }
  | { readonly kind: 'case'; readonly number: string; readonly proposal: CaseProposal };

export interface Contest {
  readonly id: string;
  readonly participantId: string;
  readonly personId: string;
  readonly personName: string;
  readonly unitId: string;
  readonly component: string;
  readonly recordId: string;
  readonly subject: Subject;
  readonly reason: string;
  readonly link: string | null;
  readonly state: Exclude<ContestState, 'none'>;
  readonly createdAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decision: string | null;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

function select(tx: Tx) {
  return tx.db
    .selectFrom('record_contests')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.id', '=', 'record_contests.participant_id')
        .on('participants.agency_id', '=', tx.agencyId),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people as decider', (join) =>
      join.onRef('decider.id', '=', 'record_contests.decided_by').on('decider.agency_id', '=', tx.agencyId),
    )
    .selectAll('record_contests')
    .select(['participants.person_id', 'participants.unit_id'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .select([
      'decider.name as decider_name',
      'decider.title_before as decider_before',
      'decider.title_after as decider_after',
    ])
    .where('record_contests.agency_id', '=', tx.agencyId)
    .orderBy('record_contests.created_at', 'desc')
    .orderBy('record_contests.id', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

async function read(tx: Tx, rows: readonly Row[]): Promise<readonly Contest[]> {
  const files = await filesOf(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    participantId: row.participant_id,
    personId: row.person_id,
    personName: fullName(row),
    unitId: row.unit_id,
    component: row.component,
    recordId: row.record_id,
    subject:
      row.kind === 'day'
        ? { kind: 'day', date: row.day ?? '', proposal: dayProposal.parse(row.proposal) }
        : { kind: 'case', number: row.case_number ?? '', proposal: caseProposal.parse(row.proposal) },
    reason: row.reason,
    link: row.link,
    state: row.state as Contest['state'],
    createdAt: row.created_at,
    decidedByName:
      row.decider_name === null
        ? null
        : fullName({
            name: row.decider_name,
            title_before: row.decider_before,
            title_after: row.decider_after,
          }),
    decidedAt: row.decided_at,
    decision: row.decision,
    files: files.get(row.id) ?? [],
  }));
}

async function filesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly { id: string; name: string }[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('record_contest_files')
    .innerJoin('files', (join) =>
      join.onRef('files.id', '=', 'record_contest_files.file_id').on('files.agency_id', '=', tx.agencyId),
    )
    .select(['record_contest_files.contest_id', 'files.id', 'files.name'])
    .where('record_contest_files.agency_id', '=', tx.agencyId)
    .where('record_contest_files.contest_id', 'in', [...ids])
    .orderBy('files.id')
    .execute();
  return Map.groupBy(rows, (row) => row.contest_id);
}

export async function findContest(tx: Tx, id: string): Promise<Contest | undefined> {
  if (!isId(id)) return undefined;
  const rows = await select(tx).where('record_contests.id', '=', id).execute();
  return (await read(tx, rows))[0];
}

/** Of one participant, newest first. */
export async function contestsOf(tx: Tx, participantId: string): Promise<readonly Contest[]> {
  return read(tx, await select(tx).where('participant_id', '=', participantId).execute());
}

/** Those that wait for a decision and the latest that were decided, of units that `reads` names. */
export async function contestsIn(
  tx: Tx,
  reads: (unitId: string) => boolean,
  limit = 300,
): Promise<readonly Contest[]> {
  const rows = await select(tx).limit(2000).execute();
  return read(tx, rows.filter((row) => reads(row.unit_id)).slice(0, limit));
}

export interface OpenContest {
  readonly id: string;
  readonly participantId: string;
  readonly component: string;
  readonly kind: 'day' | 'case';
  /** The civil date of the day, or the number of the case. */
  readonly what: string;
  readonly reason: string;
  readonly createdAt: Date;
  /** Inside the agency. */
  readonly path: string;
}

/** What waits for a decision, by participant: said beside the component where somebody rates. */
export async function openContests(
  tx: Tx,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OpenContest[]>> {
  if (participantIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('record_contests')
    .select(['id', 'participant_id', 'component', 'kind', 'day', 'case_number', 'reason', 'created_at'])
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', 'in', [...participantIds])
    .where('state', '=', 'open')
    .orderBy('created_at')
    .execute();
  return Map.groupBy(
    rows.map((row) => ({
      id: row.id,
      participantId: row.participant_id,
      component: row.component,
      kind: row.kind as OpenContest['kind'],
      what: row.day ?? row.case_number ?? '',
      reason: row.reason,
      createdAt: row.created_at,
      path: `/contests/${row.id}`,
    })),
    (each) => each.participantId,
  );
}
