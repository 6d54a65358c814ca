/** Cases of a service as rows of the participant who answers for them. */
import type { Selectable } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { ServiceCases } from '#tables';
import { type DayOrigin, isDecided } from './days.ts';

export type CaseOrigin = Exclude<DayOrigin, 'calendar'>;

export interface CaseContent {
  readonly number: string;
  readonly service: string;
  /** Civil, to the minute: `2026-03-02T09:15`. */
  readonly start: string;
  readonly end: string | null;
  /** False where it was found not to be this person's. */
  readonly isCounted: boolean;
}

export interface CaseRow extends CaseContent {
  readonly id: string;
  readonly participantId: string;
  readonly component: string;
  readonly origin: CaseOrigin;
  readonly note: string;
  readonly recordedAt: Date;
  readonly supersededAt: Date | null;
}

/** What holds now, in order of the start. */
export async function casesOf(
  tx: Tx,
  participantIds: readonly string[],
  component: string,
): Promise<readonly CaseRow[]> {
  if (participantIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('service_cases')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('superseded_at', 'is', null)
    .where('participant_id', 'in', [...participantIds])
    .where('component', '=', component)
    .orderBy('started_at')
    .orderBy('case_number')
    .execute();
  return rows.map(fromRow);
}

/** All that was ever recorded of one case, newest first. */
export async function historyOfCase(
  tx: Tx,
  of: { readonly participantId: string; readonly component: string; readonly number: string },
): Promise<readonly CaseRow[]> {
  const rows = await tx.db
    .selectFrom('service_cases')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', of.participantId)
    .where('component', '=', of.component)
    .where('case_number', '=', of.number)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(fromRow);
}

export async function findCase(tx: Tx, participantId: string, id: string): Promise<CaseRow | undefined> {
  const row = await tx.db
    .selectFrom('service_cases')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && fromRow(row);
}

function fromRow(row: Selectable<ServiceCases>): CaseRow {
  return {
    id: row.id,
    participantId: row.participant_id,
    component: row.component,
    number: row.case_number,
    service: row.service,
    start: row.started_at,
    end: row.finished_at,
    isCounted: row.is_counted,
    origin: row.origin as CaseOrigin,
    note: row.note,
    recordedAt: row.recorded_at,
    supersededAt: row.superseded_at,
  };
}

/** The evidence of `service-standard`. Days off of the agency are given with it: the clock stands still on them. */
export function casesEvidence(cases: readonly CaseContent[], holidays: readonly string[]): unknown {
  const counted = cases.filter(({ isCounted }) => isCounted);
  const first = counted.map(({ start }) => start.slice(0, 10)).sort()[0] ?? '';
  const off = holidays.filter((day) => day >= first).slice(0, 400);
  return {
    cases: counted.map(({ number, service, start, end }) => ({ id: number, service, start, end })),
    ...(off.length > 0 && counted.length > 0 ? { holidays: off } : {}),
  };
}

const ROWS_A_STATEMENT = 1000;

/** Writes what differs from what is known; cases that somebody decided about stay as they are. */
export async function writeCases(
  tx: Tx,
  actorId: string,
  source: { readonly origin: CaseOrigin; readonly note: string; readonly fileId: string | null },
  component: string,
  cases: readonly { readonly participantId: string; readonly content: CaseContent }[],
): Promise<void> {
  const known = await casesOf(tx, [...new Set(cases.map((each) => each.participantId))], component);
  const former = new Map(known.map((row) => [`${row.participantId} ${row.number}`, row]));
  const changed = cases.filter(({ participantId, content }) => {
    const replaces = former.get(`${participantId} ${content.number}`);
    if (!replaces) return true;
    if (isDecided(source)) return true;
    return !isDecided(replaces) && !isSameCase(replaces, content);
  });
  for (let start = 0; start < changed.length; start += ROWS_A_STATEMENT) {
    const some = changed.slice(start, start + ROWS_A_STATEMENT);
    const replaced = some.flatMap(
      ({ participantId, content }) => former.get(`${participantId} ${content.number}`)?.id ?? [],
    );
    if (replaced.length > 0)
      await tx.db
        .updateTable('service_cases')
        .set({ superseded_at: tx.now, superseded_by: actorId })
        .where('agency_id', '=', tx.agencyId)
        .where('id', 'in', replaced)
        .execute();
    await tx.db
      .insertInto('service_cases')
      .values(
        some.map(({ participantId, content }) => ({
          agency_id: tx.agencyId,
          id: newId(),
          participant_id: participantId,
          component,
          case_number: content.number,
          service: content.service,
          started_at: content.start,
          finished_at: content.end,
          is_counted: content.isCounted,
          origin: source.origin,
          note: source.note,
          file_id: source.fileId,
          recorded_by: actorId,
          recorded_at: tx.now,
        })),
      )
      .execute();
  }
}

function isSameCase(one: CaseContent, other: CaseContent): boolean {
  return (
    one.service === other.service &&
    one.start === other.start &&
    one.end === other.end &&
    one.isCounted === other.isCounted
  );
}
