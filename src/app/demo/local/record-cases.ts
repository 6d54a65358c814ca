/** Invented cases of a district's services, and the share of them that kept the promise. */
import type { Insertable } from 'kysely';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { loadScheme } from '../../schemes.ts';
import { insertAll } from '../insert.ts';
import type { Random } from '../random.ts';
import { moment } from '../year.ts';
import type { RecordsCity, Taking } from './records.ts';

const DISTRICT = 'Kecamatan Alak';
const FILE = 'register-layanan.xlsx (data contoh)';
const PEOPLE = 6;

/** Cases of those who work in the district office itself, with the measurement made from them. */
export async function insertCases(
  tx: Tx,
  random: Random,
  city: RecordsCity,
  taking: readonly Taking[],
): Promise<void> {
  const chosen = taking.filter(({ person }) => person.unit.name === DISTRICT).slice(0, PEOPLE);
  const rows: Insertable<DB['service_cases']>[] = [];
  const measurements: Insertable<DB['measurements']>[] = [];
  for (const [index, { id, startsOn, schemeId, schemeVersion }] of chosen.entries()) {
    const components = Object.entries(loadScheme(schemeId, schemeVersion)?.scheme.components ?? {});
    for (const [component, settings] of components) {
      if (settings.mechanism !== 'service-standard') continue;
      const cases = inventCases(random, {
        from: startsOn,
        today: city.today,
        index,
        services: settings.services,
      });
      const by = {
        agency_id: city.agencyId,
        participant_id: id,
        component,
        origin: 'file',
        note: FILE,
        file_id: null,
        recorded_by: city.officer.id,
        recorded_at: moment(addDays(city.today, -3), 3),
        superseded_at: null,
        superseded_by: null,
      };
      for (const each of cases)
        rows.push({
          ...by,
          id: newId(),
          case_number: each.id,
          service: each.service,
          started_at: each.start,
          finished_at: each.end,
          is_counted: true,
        });
      measurements.push({ ...by, id: newId(), value: JSON.stringify({ cases }) });
    }
  }
  await insertAll(tx, 'service_cases', rows);
  await insertAll(tx, 'measurements', measurements);
}

function inventCases(
  random: Random,
  about: {
    readonly from: string;
    readonly today: string;
    readonly index: number;
    readonly services: readonly { readonly code: string; readonly targetHours: string }[];
  },
) {
  const cases: { id: string; service: string; start: string; end: string | null }[] = [];
  for (let week = 0; week < 24; week += 1) {
    const date = weekday(addDays(about.from, week * 8 + about.index));
    if (date >= addDays(about.today, -3)) break;
    const service = random.pick(about.services);
    const hours = Number(service.targetHours);
    const isLate = random.chance(0.2);
    const days = Math.floor(hours / 8) + (isLate ? Math.ceil(hours / 7) + 1 : 0);
    const end = weekday(addDays(date, days));
    const clock = hours < 8 && !isLate ? '11:10' : '10:20';
    cases.push({
      id: `${String(about.index * 30 + week + 1).padStart(3, '0')}/ALK/${date.slice(0, 4)}`,
      service: service.code,
      start: `${date}T09:05`,
      end: end < about.today ? `${end}T${clock}` : null,
    });
  }
  return cases;
}

/** The date itself, or the Monday after it. */
function weekday(date: string): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 6 ? addDays(date, 2) : day === 0 ? addDays(date, 1) : date;
}
