/** When whom the agency expects at work, and what excuses them: read together, because every day is judged by both. */
import { sql } from 'kysely';
import {
  DEFAULT_PATTERN,
  type Excuse,
  type Letter,
  type Part,
  patternOf,
  patternShape,
  type Shift,
  type StoredPattern,
  shiftOn,
  type WorkCalendar,
} from '#domain/attendance/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface RecordSettings {
  /** Days after it was recorded during which a day or a case may be contested. */
  readonly contestDays: number;
  /** What a time that was not registered counts as, in minutes late or early. */
  readonly missingMinutes: number;
  readonly revision: number;
}

/** 91 minutes are the heaviest step of the usual tables: a time that was not registered counts like it. */
export const DEFAULT_SETTINGS: RecordSettings = { contestDays: 14, missingMinutes: 91, revision: 0 };

export async function recordSettings(tx: Tx): Promise<RecordSettings> {
  const row = await tx.db
    .selectFrom('record_settings')
    .select(['contest_days', 'missing_punch_minutes', 'revision'])
    .where('agency_id', '=', tx.agencyId)
    .executeTakeFirst();
  return row
    ? { contestDays: row.contest_days, missingMinutes: row.missing_punch_minutes, revision: row.revision }
    : DEFAULT_SETTINGS;
}

/** The settings, locked until the end of the transaction: whoever writes days or what they are judged by waits here. */
export async function lockRecords(tx: Tx): Promise<RecordSettings> {
  await tx.db
    .insertInto('record_settings')
    .values({
      agency_id: tx.agencyId,
      contest_days: DEFAULT_SETTINGS.contestDays,
      missing_punch_minutes: DEFAULT_SETTINGS.missingMinutes,
      revision: 0,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id']).doNothing())
    .execute();
  const row = await tx.db
    .selectFrom('record_settings')
    .select(['contest_days', 'missing_punch_minutes', 'revision'])
    .where('agency_id', '=', tx.agencyId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return {
    contestDays: row.contest_days,
    missingMinutes: row.missing_punch_minutes,
    revision: row.revision,
  };
}

/** Says that what days are judged by has changed: files that were checked before are checked again. */
export async function bumpRevision(tx: Tx, actorId: string): Promise<void> {
  await tx.db
    .updateTable('record_settings')
    .set((set) => ({ revision: set('revision', '+', 1), updated_by: actorId, updated_at: tx.now }))
    .where('agency_id', '=', tx.agencyId)
    .execute();
}

/** Everything that days are judged by, for questions about many people. */
export interface Judging {
  readonly settings: RecordSettings;
  readonly calendar: WorkCalendar;
  readonly shiftOf: (personId: string, date: string) => Shift | null;
  readonly lettersOf: (personId: string) => readonly Letter[];
}

/** Letters are loaded for the people named; hours, units and holidays for everybody. */
export async function judging(tx: Tx, personIds: readonly string[]): Promise<Judging> {
  const settings = await recordSettings(tx);
  const calendar = await workCalendar(tx);
  const unitsOf = await unitsByPerson(tx, personIds);
  const letters = await lettersOf(tx, personIds);
  return {
    settings,
    calendar,
    shiftOf: (personId, date) => shiftOn(calendar, { personId, unitIds: unitsOf.get(personId) ?? [] }, date),
    lettersOf: (personId) => letters.get(personId) ?? [],
  };
}

/** Stored hours; a version that somebody wrote by hand and that cannot be read counts as the usual one. */
export function storedPattern(value: unknown): StoredPattern {
  const read = patternShape.safeParse(value);
  return read.success ? read.data : DEFAULT_PATTERN;
}

export async function workCalendar(tx: Tx): Promise<WorkCalendar> {
  const schedules = await tx.db
    .selectFrom('work_schedules')
    .select(['id', 'is_default', 'pattern'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const patterns = new Map(schedules.map((row) => [row.id, patternOf(storedPattern(row.pattern))]));
  const assigned = await tx.db
    .selectFrom('work_assignments')
    .select(['schedule_id', 'person_id', 'unit_id', 'valid_from', 'valid_until'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const holidays = await tx.db
    .selectFrom('work_holidays')
    .select(['day', 'name'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const own = schedules.find((row) => row.is_default);
  return {
    own: (own && patterns.get(own.id)) ?? patternOf(DEFAULT_PATTERN),
    assignments: assigned.flatMap((row) => {
      const pattern = patterns.get(row.schedule_id);
      return pattern
        ? [
            {
              pattern,
              personId: row.person_id,
              unitId: row.unit_id,
              from: row.valid_from,
              until: row.valid_until,
            },
          ]
        : [];
    }),
    holidays: new Map(holidays.map((row) => [row.day, row.name])),
  };
}

/** The unit of each person's latest definitive post, and those above it. */
async function unitsByPerson(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (personIds.length === 0) return new Map();
  const units = await tx.db
    .selectFrom('units')
    .select(['id', 'parent_id'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const parents = new Map(units.map((unit) => [unit.id, unit.parent_id]));
  const { rows } = await sql<{ person_id: string; unit_id: string }>`
    select distinct on (person_id) person_id, unit_id from placements
    where agency_id = ${tx.agencyId} and kind = 'definitive' and person_id = any(${[...personIds]}::uuid[])
    order by person_id, valid_from desc`.execute(tx.db);
  return new Map(
    rows.map((row) => {
      const above: string[] = [];
      for (let unit: string | null = row.unit_id; unit; unit = parents.get(unit) ?? null) above.push(unit);
      return [row.person_id, above];
    }),
  );
}

async function lettersOf(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Letter[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('attendance_letters')
    .select(['person_id', 'kind', 'part', 'starts_on', 'ends_on'])
    .where('agency_id', '=', tx.agencyId)
    .where('withdrawn_at', 'is', null)
    .where('person_id', 'in', [...personIds])
    .orderBy('recorded_at')
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.person_id);
  return new Map(
    [...grouped].map(([personId, own]) => [
      personId,
      own.map((row) => ({
        kind: row.kind as Excuse,
        part: row.part as Part,
        from: row.starts_on,
        until: row.ends_on,
      })),
    ]),
  );
}
