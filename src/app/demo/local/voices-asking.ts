/**
 * Other voices of the half-year that runs: a few working teams, and a round that asks, so that whoever signs in has
 * somebody to say something about. People are proposed as Tera proposes them; everybody is invented.
 */
import type { Insertable } from 'kysely';
import { type AskingSeat, proposeRaters, type TeamStay, targetOf } from '#domain/voices/index.ts';
import { type AskingScheme, askingScheme } from '#features/voices/asking/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../insert.ts';
import type { DemoPerson } from '../people.ts';
import { moment } from '../year.ts';
import type { LocalCity } from './period.ts';
import type { Semester } from './semesters.ts';

const TEAMS = [
  'Tim Percepatan Penurunan Stunting',
  'Tim Pelayanan Terpadu',
  'Tim Reformasi Birokrasi',
] as const;
const MEMBERS = 7;
const GUESTS = [
  ['Yohana Lado', 'Kelompok Tani Maju'],
  ['Hasan Basri', 'Forum RW'],
  ['Ratih Kumala', 'Koperasi Pasar'],
  ['Samuel Bria', 'Yayasan Anak Pesisir'],
  ['Nurul Aini', 'Posyandu Melati'],
  ['Petrus Seran', 'Karang Taruna'],
] as const;

interface Rows {
  readonly pools: Insertable<DB['voice_pools']>[];
  readonly requests: Insertable<DB['voice_requests']>[];
}

interface Running {
  readonly roundId: string;
  readonly askedAt: Date;
}

/** The teams and the open round of a city. */
export async function seedAsking(tx: Tx, city: LocalCity, running: Semester): Promise<void> {
  const teams = await insertTeams(tx, city, running);
  const rows = await tx.db
    .selectFrom('participants')
    .select(['id', 'period_id', 'person_id', 'scheme_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('starts_on', '=', running.startsOn)
    .orderBy('id')
    .execute();
  const [first] = rows;
  if (!first) return;
  const round = await insertRound(tx, city, running, first.period_id);
  const people = new Map(city.people.everyone.map((person) => [person.id, person]));
  const schemes = new Map([...city.schemes].map(([id, { scheme }]) => [id, askingScheme(scheme)]));
  const seats = rows.flatMap((row) => {
    const [person, asking] = [people.get(row.person_id), schemes.get(row.scheme_id)];
    return person && asking ? [{ person, asking, seat: seatOf(row.id, person, asking, running) }] : [];
  });
  const made: Rows = { pools: [], requests: [] };
  const proposals = Map.groupBy(
    proposeRaters({
      seats: seats.map(({ seat }) => seat),
      teams,
      isExcluded: () => false,
      seed: first.scheme_id,
    }),
    (proposal) => proposal.seatId,
  );
  for (const [index, { person, asking, seat }] of seats.entries())
    for (const { voice, raterIds, possible } of proposals.get(seat.id) ?? []) {
      const isNamed = index < 4 || person.isHead;
      const guests = voice === 'outsider' && isNamed ? GUESTS : [];
      const users = voice === 'service-user' && isNamed ? usersOf(city, person) : [];
      if (possible + guests.length + users.length === 0) continue;
      addPool(made, { city, round, asking, seat, voice }, { raterIds, users, guests });
    }
  await insertAll(tx, 'voice_pools', made.pools);
  await insertAll(tx, 'voice_requests', made.requests);
}

/** One lead and members of several units each; the first of every unit belongs to one of them. */
async function insertTeams(
  tx: Tx,
  { agencyId, people, officer }: LocalCity,
  { startsOn, endsOn }: Semester,
): Promise<readonly TeamStay[]> {
  const staff = people.everyone.filter((person) => !person.isHead && person !== people.mayor);
  const firsts = [...Map.groupBy(staff, (person) => person.unit.id).values()].flatMap(
    ([first]) => first ?? [],
  );
  const seconds = [...Map.groupBy(staff, (person) => person.unit.id).values()].flatMap(
    ([, second]) => second ?? [],
  );
  const at = moment(startsOn, 2);
  const teams = TEAMS.map((name, index) => ({ id: newId(), name, lead: seconds[index] ?? officer }));
  const members = teams.map(({ lead }, index) =>
    firsts.filter((person, place) => place % TEAMS.length === index && person !== lead).slice(0, MEMBERS),
  );
  await insertAll(
    tx,
    'teams',
    teams.map(({ id, name, lead }, index) => ({
      agency_id: agencyId,
      id,
      unit_id: lead.unit.id,
      name,
      is_across: true,
      decree: `Keputusan Wali Kota Nomor ${70 + index} Tahun ${startsOn.slice(0, 4)}`,
      starts_on: startsOn,
      ends_on: null,
      created_by: officer.id,
      created_at: at,
      updated_at: at,
    })),
  );
  const rows = teams.flatMap(({ id, lead }, index) =>
    [lead, ...(members[index] ?? [])].map((person) => ({
      agency_id: agencyId,
      id: newId(),
      team_id: id,
      person_id: person.id,
      role: person === lead ? 'lead' : 'member',
      valid_from: startsOn,
      created_by: officer.id,
      created_at: at,
    })),
  );
  await insertAll(tx, 'team_members', rows);
  return rows.map((row) => ({
    teamId: row.team_id,
    personId: row.person_id,
    role: row.role === 'lead' ? 'lead' : 'member',
    from: row.valid_from,
    until: addDays(endsOn, 1),
  }));
}

async function insertRound(
  tx: Tx,
  { agencyId, officer, today }: LocalCity,
  { startsOn, endsOn }: Semester,
  periodId: string,
): Promise<Running> {
  const [roundId, runId] = [newId(), newId()];
  const opensOn = addDays(today, -3) > startsOn ? addDays(today, -3) : startsOn;
  const askedAt = moment(opensOn, 2);
  // Ratings are due twenty days after the half-year; voices are released before.
  const latest = addDays(endsOn, 18);
  const wished = addDays(today, 14);
  await insertAll(tx, 'voice_rounds', [
    {
      agency_id: agencyId,
      id: roundId,
      period_id: periodId,
      state: 'asking',
      opens_on: opensOn,
      closes_on: wished <= latest || latest <= today ? wished : latest,
      created_by: officer.id,
      created_at: moment(opensOn, 1),
      opened_at: askedAt,
    },
  ]);
  await insertAll(tx, 'runs', [
    {
      agency_id: agencyId,
      id: runId,
      kind: 'voices-prepare',
      state: 'done',
      input: JSON.stringify({ roundId }),
      requested_by: officer.id,
      created_at: moment(opensOn, 1),
      updated_at: moment(opensOn, 1),
    },
  ]);
  const act = (name: string, from: string, to: string, hour: number) => ({
    agency_id: agencyId,
    id: newId(),
    process: 'voice-round',
    subject_id: roundId,
    act: name,
    from_state: from,
    to_state: to,
    actor_id: officer.id,
    at: moment(opensOn, hour),
  });
  await insertAll(tx, 'acts', [
    act('prepare', 'preparing', 'preparing', 1),
    act('open', 'preparing', 'asking', 2),
  ]);
  return { roundId, askedAt };
}

function seatOf(
  id: string,
  person: DemoPerson,
  asking: AskingScheme,
  { startsOn, endsOn }: Semester,
): AskingSeat {
  return {
    id,
    personId: person.id,
    unitId: person.unit.id,
    isHead: person.isHead,
    appraiserId: person.appraiser?.id ?? null,
    superiorId: person.superior?.id ?? null,
    from: startsOn,
    until: addDays(endsOn, 1),
    contactMonths: asking.rules.contactMonths,
    perRaterAtMost: asking.rules.perRaterAtMost,
    asks: asking.voices.map((rules) => ({
      voice: rules.voice,
      least: rules.least,
      target: targetOf(rules),
      settled: [],
    })),
  };
}

/** Five people of other units, as the employee would name them. */
function usersOf({ people }: LocalCity, person: DemoPerson): readonly DemoPerson[] {
  const others = people.everyone.filter((each) => each.unit !== person.unit && !each.isHead);
  const start = people.everyone.indexOf(person) * 7;
  return [0, 1, 2, 3, 4].flatMap((step) => others[(start + step * 11) % others.length] ?? []);
}

function addPool(
  rows: Rows,
  about: {
    readonly city: LocalCity;
    readonly round: Running;
    readonly asking: AskingScheme;
    readonly seat: AskingSeat;
    readonly voice: string;
  },
  asked: {
    readonly raterIds: readonly string[];
    readonly users: readonly DemoPerson[];
    readonly guests: readonly (readonly [name: string, organisation: string])[];
  },
): void {
  const { city, round, asking, seat, voice } = about;
  const rules = asking.voices.find((each) => each.voice === voice);
  if (!rules) return;
  const raters = [
    ...asked.raterIds.map((rater_id) => ({ rater_id, source: 'proposal' })),
    ...[...new Set(asked.users)].map(({ id }) => ({ rater_id: id, source: 'employee' })),
  ];
  const isEnough = raters.length + asked.guests.length >= rules.least;
  const poolId = newId();
  rows.pools.push({
    agency_id: city.agencyId,
    id: poolId,
    round_id: round.roundId,
    participant_id: seat.id,
    voice,
    is_anonymous: rules.isAnonymous,
    least: rules.least,
    state: isEnough ? 'collecting' : 'too-few',
  });
  if (!isEnough) return;
  const request = {
    agency_id: city.agencyId,
    pool_id: poolId,
    state: 'asked',
    rater_id: null as string | null,
    guest_name: null as string | null,
    guest_email: null as string | null,
    guest_organisation: null as string | null,
    created_at: round.askedAt,
    asked_at: round.askedAt,
  };
  const by = (source: string) => (source === 'proposal' ? null : seat.personId);
  for (const { rater_id, source } of raters)
    rows.requests.push({ ...request, id: newId(), rater_id, source, created_by: by(source) });
  for (const [index, [name, organisation]] of asked.guests.entries())
    rows.requests.push({
      ...request,
      id: newId(),
      source: 'employee',
      guest_name: name,
      guest_email: `luar-${index + 1}@contoh.example`,
      guest_organisation: organisation,
      created_by: seat.personId,
    });
}
