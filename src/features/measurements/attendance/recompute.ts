/** Days that are known already, read again after a letter, a day off or an assignment of hours has changed. */
import { isSameDay } from '#domain/attendance/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { judging } from '../records/calendar.ts';
import { daysOf, isDecided, judgeAgain, writeDays } from '../records/days.ts';
import { refreshPresence } from '../records/refresh.ts';

export async function readDaysAgain(
  tx: Tx,
  schemes: SchemeStore,
  actorId: string,
  given: {
    readonly personIds: readonly string[];
    readonly from: string;
    readonly until: string;
    /** What changed, for the day's source. */
    readonly note: string;
  },
): Promise<number> {
  const rows = (await daysOf(tx, given.personIds, given)).filter((row) => !isDecided(row));
  if (rows.length === 0) return 0;
  const judged = await judging(tx, [...new Set(rows.map(({ personId }) => personId))]);
  const changed = rows.flatMap((row) => {
    const day = judgeAgain(row, judged);
    return isSameDay(row, day) ? [] : [{ personId: row.personId, day }];
  });
  const source = { origin: 'calendar' as const, note: given.note, fileId: null };
  const { personIds, written } = await writeDays(tx, actorId, source, changed);
  await refreshPresence(tx, schemes, { personId: actorId }, personIds, {
    origin: 'officer',
    note: given.note,
    fileId: null,
  });
  return written;
}

/** Everybody of whom a day between these two is known. */
export async function peopleWithDays(tx: Tx, from: string, until: string): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('attendance_days')
    .select('person_id')
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('superseded_at', 'is', null)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .execute();
  return rows.map((row) => row.person_id);
}
