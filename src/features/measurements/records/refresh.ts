/** From rows to what a component counts: after days or cases have changed, the measurements are made anew from them. */
import { attendanceEvidence } from '#domain/attendance/index.ts';
import type { Actor } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Origin } from '../queries.ts';
import { measurementsOf } from '../queries.ts';
import { type NewMeasurement, recordMeasurements } from '../record.ts';
import { judging } from './calendar.ts';
import { casesEvidence, casesOf } from './cases.ts';
import { daysOf } from './days.ts';

export interface RefreshSource {
  readonly origin: Extract<Origin, 'file' | 'officer'>;
  readonly note: string;
  readonly fileId: string | null;
}

interface Part {
  readonly participantId: string;
  readonly personId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly components: readonly string[];
}

/** Components of these people, in periods that are open, that count attendance. */
async function presenceParts(
  tx: Tx,
  schemes: SchemeStore,
  personIds: readonly string[],
): Promise<readonly Part[]> {
  if (personIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', tx.agencyId),
    )
    .select(['participants.id', 'participants.person_id', 'participants.starts_on', 'participants.ends_on'])
    .select(['participants.scheme_id', 'participants.scheme_version'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.person_id', 'in', [...personIds])
    .where('participants.state', '<>', 'excluded')
    .where('periods.state', '=', 'open')
    .orderBy('participants.id')
    .execute();
  const parts: Part[] = [];
  for (const row of rows) {
    const { scheme } = await schemes.load(tx, row.scheme_id, row.scheme_version);
    const components = Object.entries(scheme.components)
      .filter(([, settings]) => settings.mechanism === 'presence')
      .map(([code]) => code);
    if (components.length > 0)
      parts.push({
        participantId: row.id,
        personId: row.person_id,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        components,
      });
  }
  return parts;
}

/** Makes the attendance of these people anew from their days; what comes out the same is left as it is. */
export async function refreshPresence(
  tx: Tx,
  schemes: SchemeStore,
  actor: Pick<Actor, 'personId'>,
  personIds: readonly string[],
  source: RefreshSource,
): Promise<number> {
  const parts = await presenceParts(tx, schemes, personIds);
  if (parts.length === 0) return 0;
  const people = [...new Set(parts.map(({ personId }) => personId))];
  const judged = await judging(tx, people);
  const starts = parts.map(({ startsOn }) => startsOn).sort();
  const ends = parts.map(({ endsOn }) => endsOn).sort();
  const days = Map.groupBy(
    await daysOf(tx, people, { from: starts[0] ?? '', until: ends.at(-1) ?? '' }),
    ({ personId }) => personId,
  );
  const known = await measurementsOf(
    tx,
    parts.map(({ participantId }) => participantId),
  );
  const changed: NewMeasurement[] = [];
  for (const part of parts) {
    const own = (days.get(part.personId) ?? []).filter(
      ({ date }) => part.startsOn <= date && date <= part.endsOn,
    );
    const value = attendanceEvidence(own, (date) => judged.shiftOf(part.personId, date) !== null);
    if (!value) continue;
    for (const component of part.components) {
      const former = known.get(part.participantId)?.get(component)?.value;
      if (isSame(former, value)) continue;
      changed.push({ participantId: part.participantId, personId: part.personId, component, value });
    }
  }
  await recordMeasurements(tx, actor, source, changed);
  return changed.length;
}

/** Makes one component of one participant anew from the cases. */
export async function refreshCases(
  tx: Tx,
  actor: Pick<Actor, 'personId'>,
  of: { readonly participantId: string; readonly personId: string; readonly component: string },
  source: RefreshSource,
): Promise<void> {
  const cases = await casesOf(tx, [of.participantId], of.component);
  const holidays = await tx.db
    .selectFrom('work_holidays')
    .select('day')
    .where('agency_id', '=', tx.agencyId)
    .orderBy('day')
    .execute();
  const value = casesEvidence(
    cases,
    holidays.map(({ day }) => day),
  );
  await recordMeasurements(tx, actor, source, [{ ...of, value }]);
}

/** Values are data without order of keys that matters: what the database gives back has another. */
function isSame(one: unknown, other: unknown): boolean {
  const tidy = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(tidy)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, each]) => [key, tidy(each)]),
          )
        : value;
  return JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));
}
