/** What the invented meetings are put together from. */
import type { Insertable } from 'kysely';
import { predicateOf, RATINGS, type Rating } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../insert.ts';
import type { DemoPeople, DemoPerson } from '../people.ts';
import type { Random } from '../random.ts';
import { type DemoParticipant, type DemoYear, moment } from '../year.ts';

export type Result = Insertable<DB['results']>;
export type Item = Insertable<DB['calibration_items']>;

export interface CalibrationCity {
  readonly agencyId: string;
  readonly people: DemoPeople;
  readonly officer: DemoPerson;
  readonly appraiser: DemoPerson;
  readonly scheme: CompiledScheme;
  readonly year: DemoYear;
  readonly ratedOn: string;
  readonly today: string;
}

export interface Rated {
  readonly participant: DemoParticipant;
  readonly result: Result;
}

/** What is inserted once results, acts and everything before them are. */
export interface Made {
  readonly earlier: Result[];
  readonly acts: Insertable<DB['acts']>[];
  readonly meetings: Insertable<DB['calibration_meetings']>[];
  readonly members: Insertable<DB['calibration_members']>[];
  readonly items: Item[];
  readonly recusals: Insertable<DB['calibration_recusals']>[];
  readonly judgements: Insertable<DB['calibration_judgements']>[];
}

function lineOf(person: DemoPerson): readonly DemoPerson[] {
  return person.appraiser ? [person.appraiser, ...lineOf(person.appraiser)] : [];
}

/** Neither is above the other. */
export function isApart(one: DemoPerson, other: DemoPerson): boolean {
  return one !== other && !lineOf(one).includes(other) && !lineOf(other).includes(one);
}

/** Heads of other units who may judge all of these. */
export function judgesOf(
  { people }: CalibrationCity,
  about: readonly Rated[],
  count: number,
): readonly DemoPerson[] {
  return people.everyone
    .filter(
      (person) =>
        person.isHead &&
        person !== people.mayor &&
        about.every(
          ({ participant: { person: ratee } }) => isApart(person, ratee) && person !== ratee.superior,
        ),
    )
    .slice(0, count);
}

export function addMeeting(
  city: CalibrationCity,
  made: Made,
  members: readonly DemoPerson[],
  about: {
    readonly state: 'judging' | 'closed';
    readonly heldOn: string;
    readonly calledOn: string;
    readonly present?: readonly string[];
  },
): string {
  const id = newId();
  const isClosed = about.state === 'closed';
  made.meetings.push({
    agency_id: city.agencyId,
    id,
    period_id: city.year.periodId,
    unit_id: null,
    state: about.state,
    chair_id: city.people.mayor.id,
    held_on: about.heldOn,
    starts_at: '09.00',
    place: 'Ruang rapat Sekretaris Daerah',
    link: null,
    called_by: city.officer.id,
    called_at: moment(about.calledOn, 1),
    started_at: moment(about.calledOn, 4),
    closed_at: isClosed ? moment(city.ratedOn, 7) : null,
    closing_note: isClosed ? 'Semua pengembalian sudah dijawab oleh penilainya.' : null,
    present: about.present ? JSON.stringify(about.present) : null,
  });
  for (const member of members)
    made.members.push({
      agency_id: city.agencyId,
      meeting_id: id,
      person_id: member.id,
      state: 'accepted',
      invited_by: city.officer.id,
      invited_at: moment(about.calledOn, 4),
      answered_at: moment(about.calledOn, 6),
      reason: null,
    });
  return id;
}

export function itemOf(
  city: CalibrationCity,
  meeting: string,
  { participant, result }: Rated,
  ordinal: number,
  about: { readonly addedOn: string; readonly causes: readonly string[] },
) {
  return {
    agency_id: city.agencyId,
    id: newId(),
    meeting_id: meeting,
    participant_id: participant.id,
    result_id: result.id,
    ordinal,
    causes: JSON.stringify(about.causes),
    state: 'blind',
    added_by: city.officer.id,
    added_at: moment(about.addedOn, 2),
    opened_at: null as Date | null,
    decided_by: null as string | null,
    decided_at: null as Date | null,
    kind: null as string | null,
    reason: null as string | null,
    due_on: null as string | null,
    answered_by: null as string | null,
    answered_at: null as Date | null,
    answer: null as string | null,
  };
}

const REASONS: Readonly<Record<Rating, readonly string[]>> = {
  above: ['Realisasi melampaui target dan buktinya lengkap.', 'Dua target selesai lebih awal.'],
  meets: ['Target tercapai dengan bukti yang cukup.', 'Realisasi sesuai target pada hampir semua indikator.'],
  below: ['Dua indikator belum mencapai target.', 'Buktinya belum menunjukkan hasil yang direncanakan.'],
};

/** Two of three see it as the appraiser did; the others a step away. */
export function judgeAll(
  random: Random,
  city: CalibrationCity,
  made: Made,
  item: Item,
  judges: readonly DemoPerson[],
  about: { readonly rated: Rated; readonly on: string },
): void {
  const near = (given: unknown): Rating => {
    const at = (RATINGS as readonly unknown[]).indexOf(given);
    const seen = random.chance(2 / 3) ? at : at + (random.chance(0.5) ? 1 : -1);
    return RATINGS[Math.min(RATINGS.length - 1, Math.max(0, seen))] ?? 'meets';
  };
  for (const judge of judges) {
    const results = near(about.rated.result.results_rating);
    const behaviour = near(about.rated.result.behaviour_rating);
    const at = moment(about.on, 5);
    made.judgements.push({
      agency_id: city.agencyId,
      item_id: item.id,
      person_id: judge.id,
      state: 'submitted',
      results_rating: results,
      behaviour_rating: behaviour,
      predicate: predicateOf(results, behaviour),
      category: null,
      reason: random.pick(REASONS[results]),
      revision: 2,
      updated_at: at,
      submitted_at: at,
    });
  }
}
export async function insertMade(tx: Tx, made: Made): Promise<void> {
  await insertAll(tx, 'results', made.earlier);
  await insertAll(tx, 'acts', made.acts);
  await insertAll(tx, 'calibration_meetings', made.meetings);
  await insertAll(tx, 'calibration_members', made.members);
  await insertAll(tx, 'calibration_items', made.items);
  await insertAll(tx, 'calibration_recusals', made.recusals);
  await insertAll(tx, 'calibration_judgements', made.judgements);
}
