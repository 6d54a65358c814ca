/** One workshop that is over, with who came, and one to come with people invited, enrolled and waiting. */
import type { Insertable } from 'kysely';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../../insert.ts';
import { moment } from '../../year.ts';
import type { LocalCity } from '../period.ts';

const HOURS = 3;
const PAST_DAYS = 60;
const COMING_DAYS = 17;

export async function insertWorkshops(
  tx: Tx,
  city: LocalCity,
  course: { readonly schemeId: string } | undefined,
  appraisers: readonly string[],
): Promise<void> {
  const [past, coming] = [newId(), newId()];
  const row = (id: string, days: number, more: { title: string; description: string; capacity: number }) => {
    const startsAt = moment(addDays(city.today, days), 2);
    return {
      agency_id: city.agencyId,
      id,
      scheme_id: course?.schemeId ?? null,
      place: 'Aula BKPSDM, lantai 2',
      link: null,
      starts_at: startsAt,
      ends_at: new Date(startsAt.getTime() + HOURS * 3_600_000),
      state: 'planned',
      revision: 1,
      created_by: city.officer.id,
      created_at: moment(addDays(city.today, days - 30)),
      updated_at: moment(addDays(city.today, days - 30)),
      ...more,
    };
  };
  await insertAll(tx, 'training_workshops', [
    row(past, -PAST_DAYS, {
      title: 'Menilai bersama: satu kasus, banyak mata',
      description: 'Peserta menilai satu kasus sendiri-sendiri, lalu membandingkan bukti yang dipakai.',
      capacity: 30,
    }),
    row(coming, COMING_DAYS, {
      title: 'Menulis alasan yang dapat diperiksa',
      description:
        'Berlatih menulis alasan dari bukti:\n\n- membaca uraian tingkat\n- memilih bukti\n- menulis alasan dua kalimat',
      capacity: 4,
    }),
  ]);
  await insertAll(tx, 'training_enrolments', [
    ...appraisers.slice(2, 12).map((personId, index) => place(city, past, personId, 'enrolled', index !== 3)),
    ...appraisers
      .slice(0, 8)
      .map((personId, index) => place(city, coming, personId, stateOf(index), null, index)),
  ]);
}

/** The first two are invited, four hold the places, the rest waits. */
function stateOf(index: number): 'invited' | 'enrolled' | 'waiting' {
  if (index < 2) return 'invited';
  return index < 6 ? 'enrolled' : 'waiting';
}

function place(
  city: LocalCity,
  workshopId: string,
  personId: string,
  state: 'invited' | 'enrolled' | 'waiting',
  attended: boolean | null,
  order = 0,
): Insertable<DB['training_enrolments']> {
  const recordedAt = moment(addDays(city.today, -PAST_DAYS), 6);
  return {
    agency_id: city.agencyId,
    id: newId(),
    workshop_id: workshopId,
    person_id: personId,
    state,
    asked_at: state === 'invited' ? null : moment(addDays(city.today, -PAST_DAYS - 20 + order)),
    invited_by: state === 'invited' ? city.officer.id : null,
    attended,
    attendance_by: attended === null ? null : city.officer.id,
    attendance_at: attended === null ? null : recordedAt,
    updated_at: recordedAt,
  };
}
