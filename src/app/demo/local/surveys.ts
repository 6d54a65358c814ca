/**
 * Public satisfaction surveys of the demonstration: three counters, a half-year that is over and one that runs. One
 * counter of the past round has a day that looks unusual and waits for a decision; the other two are published.
 */
import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Flag } from '#domain/surveys/index.ts';
import { findRound, publishedFigures, unitResult } from '#features/surveys/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../insert.ts';
import type { DemoPeople, DemoPerson } from '../people.ts';
import { type Random, seededRandom } from '../random.ts';
import { moment } from '../year.ts';
import { type Semester, semestersAround } from './semesters.ts';

interface Place {
  readonly unit: string;
  readonly name: string;
  readonly service: string;
  readonly mode: 'token' | 'open';
  /** 0 (badly) to 1 (very well). */
  readonly form: number;
  /** Answers on one of the days that are shown. */
  readonly perDay: readonly [least: number, most: number];
  readonly words: readonly string[];
}

const PLACES: readonly Place[] = [
  {
    unit: 'Bidang Pelayanan Pendaftaran Penduduk',
    name: 'Loket KTP-el dan KK',
    service: 'Perekaman KTP-el, kartu keluarga, surat pindah',
    mode: 'token',
    form: 0.62,
    perDay: [5, 9],
    words: [
      'Petugas sabar menjelaskan syarat yang kurang.',
      'Antrean panjang setiap Senin pagi. Mohon loket ditambah.',
      'KTP saya selesai hari itu juga. Terima kasih.',
    ],
  },
  {
    unit: 'Puskesmas Oesapa',
    name: 'Loket Pendaftaran',
    service: 'Pendaftaran dan rujukan',
    mode: 'token',
    form: 0.78,
    perDay: [5, 6],
    words: [
      'Perawat ramah, anak saya tidak takut.',
      'Kursi ruang tunggu kurang.',
      'Nomor antrean sebaiknya tampil di layar.',
    ],
  },
  {
    unit: 'Kecamatan Alak',
    name: 'Meja Layanan Terpadu',
    service: 'Surat keterangan dan legalisasi',
    mode: 'open',
    form: 0.7,
    perDay: [5, 5],
    words: ['Jam istirahat sebaiknya bergantian.', 'Surat selesai cepat dan gratis.'],
  },
];

/** Days between two days that are shown: a released batch every so often keeps the demonstration small. */
const PAST_EVERY = 11;
const RUNNING_EVERY = 17;
const TOKENS = 260;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SEED = 14_2017;

type Rows = { [Table in 'survey_batches' | 'survey_answers' | 'survey_words']: Insertable<DB[Table]>[] };

interface City {
  readonly agencyId: string;
  readonly people: DemoPeople;
  readonly officer: DemoPerson;
  readonly today: string;
}

interface DemoCounter {
  readonly id: string;
  readonly place: Place;
  readonly unitId: string;
}

/** Nothing in a city that does not have these units. A generator of its own: the rest of the city stays as it is. */
export async function seedSurveys(tx: Tx, city: City): Promise<void> {
  const counters = PLACES.flatMap((place): DemoCounter[] => {
    const unit = city.people.everyone.find((person) => person.unit.name === place.unit)?.unit;
    return unit ? [{ id: newId(), place, unitId: unit.id }] : [];
  });
  if (counters.length < PLACES.length) return;
  const random = seededRandom(SEED);
  const [past, running] = semestersAround(city.today);
  await insertCounters(tx, random, city, counters, past.startsOn);
  const pastRound = await insertRound(tx, random, city, counters, past);
  await insertRound(tx, random, city, counters, running);
  await publish(tx, city, pastRound, counters.slice(1));
}

function codeOf(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick([...ALPHABET])).join('');
}

async function insertCounters(
  tx: Tx,
  random: Random,
  { agencyId, people, officer }: City,
  counters: readonly DemoCounter[],
  from: string,
): Promise<void> {
  const written = { by: officer.id, at: moment(addDays(from, -20)) };
  await insertAll(
    tx,
    'survey_counters',
    counters.map(({ id, place, unitId }) => ({
      agency_id: agencyId,
      id,
      unit_id: unitId,
      name: place.name,
      service: place.service,
      code: codeOf(random, 6),
      mode: place.mode,
      active_from: from,
      created_by: written.by,
      created_at: written.at,
      updated_by: written.by,
      updated_at: written.at,
    })),
  );
  const serving = counters.flatMap((counter) =>
    people.everyone
      .filter((person) => person.unit.id === counter.unitId && !person.isHead)
      .slice(0, 2)
      .map((person) => ({ counter, person })),
  );
  await insertAll(
    tx,
    'survey_counter_people',
    serving.map(({ counter, person }) => ({
      agency_id: agencyId,
      id: newId(),
      counter_id: counter.id,
      person_id: person.id,
      valid_from: from,
      recorded_by: written.by,
      recorded_at: written.at,
    })),
  );
}

async function insertRound(
  tx: Tx,
  random: Random,
  city: City,
  counters: readonly DemoCounter[],
  semester: Semester,
): Promise<string> {
  const { agencyId, officer, today } = city;
  const id = newId();
  const isOver = semester.endsOn < today;
  const released = isOver ? semester.endsOn : addDays(today, -1);
  const opened = moment(addDays(semester.startsOn, -5));
  await tx.db
    .insertInto('survey_rounds')
    .values({
      agency_id: agencyId,
      id,
      name: semester.name.replace('Penilaian Kinerja', 'SKM'),
      starts_on: semester.startsOn,
      ends_on: semester.endsOn,
      question_set: 'service-elements',
      extras: JSON.stringify([
        {
          code: 'x1',
          id: 'Apakah papan petunjuk mudah dipahami?',
          en: 'Were the signs easy to understand?',
        },
      ]),
      asks_profile: true,
      asks_words: true,
      least_answers: 5,
      state: isOver ? 'closed' : 'open',
      closed_on: isOver ? semester.endsOn : null,
      released_until: released >= semester.startsOn ? released : null,
      created_by: officer.id,
      created_at: opened,
      updated_by: officer.id,
      updated_at: opened,
    })
    .execute();
  await insertAll(
    tx,
    'survey_round_counters',
    counters.map((counter) => ({
      agency_id: agencyId,
      round_id: id,
      counter_id: counter.id,
      mode: counter.place.mode,
      starts_on: semester.startsOn,
      ends_on: semester.endsOn,
      is_running: true,
    })),
  );
  await insertTokens(tx, random, city, { roundId: id, counters, madeAt: opened });
  await insertAnswers(tx, random, city, { roundId: id, counters, semester, released, isOver });
  await insertActs(tx, city, { roundId: id, semester, opened, isOver });
  return id;
}

async function insertActs(
  tx: Tx,
  { agencyId, officer }: City,
  round: {
    readonly roundId: string;
    readonly semester: Semester;
    readonly opened: Date;
    readonly isOver: boolean;
  },
): Promise<void> {
  const act = (name: string, from_state: string, to_state: string, actor_id: string | null, at: Date) => ({
    agency_id: agencyId,
    id: newId(),
    process: 'survey-round',
    subject_id: round.roundId,
    act: name,
    from_state,
    to_state,
    actor_id,
    at,
  });
  await insertAll(tx, 'acts', [
    act('open', 'draft', 'open', officer.id, round.opened),
    ...(round.isOver
      ? [act('end', 'open', 'closed', null, moment(addDays(round.semester.endsOn, 1), 17))]
      : []),
  ]);
}

async function insertTokens(
  tx: Tx,
  random: Random,
  { agencyId, officer }: City,
  round: { readonly roundId: string; readonly counters: readonly DemoCounter[]; readonly madeAt: Date },
): Promise<void> {
  const rolls = round.counters
    .filter(({ place }) => place.mode === 'token')
    .map((counter) => ({ id: newId(), counter, givenOut: random.between(200, TOKENS - 10) }));
  const place = (counter: DemoCounter) => ({
    agency_id: agencyId,
    round_id: round.roundId,
    counter_id: counter.id,
    made_by: officer.id,
  });
  await insertAll(
    tx,
    'survey_token_blocks',
    rolls.map(({ id, counter, givenOut }) => ({
      ...place(counter),
      id,
      first_number: 1,
      size: TOKENS,
      given_out: givenOut,
      made_at: round.madeAt,
    })),
  );
  await insertAll(
    tx,
    'survey_tokens',
    rolls.flatMap(({ id, counter, givenOut }) =>
      Array.from({ length: TOKENS }, (_, index) => ({
        ...place(counter),
        id: newId(),
        block_id: id,
        number: index + 1,
        code: codeOf(random, 10),
        is_used: index < givenOut && random.chance(0.5),
      })),
    ),
  );
}

/** An answer that fits how well a place works, with a little luck. */
function patternOf(random: Random, form: number): string {
  const mood = form + (random.next() - 0.5) * 0.3;
  return Array.from({ length: 9 }, (_, element) => {
    // Waiting and facilities do worse, and most of it is free.
    const lift = element === 3 ? 0.5 : element === 2 || element === 8 ? -0.14 : 0.04;
    const felt = mood + lift + (random.next() - 0.5) * 0.5;
    return felt > 0.86 ? 4 : felt > 0.42 ? 3 : felt > 0.14 ? 2 : 1;
  }).join('');
}

const UNUSUAL: readonly Flag[] = [
  { kind: 'burst', answers: 18, usual: '0.5', minutes: 10 },
  { kind: 'copies', answers: 15, of: 18 },
];

async function insertAnswers(
  tx: Tx,
  random: Random,
  { agencyId }: City,
  round: {
    readonly roundId: string;
    readonly counters: readonly DemoCounter[];
    readonly semester: Semester;
    readonly released: string;
    readonly isOver: boolean;
  },
): Promise<void> {
  const rows: Rows = { survey_batches: [], survey_answers: [], survey_words: [] };
  const add = (
    counter: DemoCounter,
    day: string,
    patterns: readonly string[],
    flags: readonly Flag[] = [],
  ) => {
    const place = { agency_id: agencyId, round_id: round.roundId, counter_id: counter.id };
    const id = newId();
    rows.survey_batches.push({
      ...place,
      id,
      from_day: day,
      until_day: day,
      answers: patterns.length,
      flags: JSON.stringify(flags),
      state: flags.length > 0 ? 'flagged' : 'counted',
    });
    for (const answers of patterns)
      rows.survey_answers.push({
        ...place,
        id: randomUUID(),
        batch_id: id,
        answers,
        extras: JSON.stringify({ x1: random.between(2, 4) }),
        profile: JSON.stringify(profileOf(random)),
      });
  };
  for (const counter of round.counters) {
    const { form, perDay, words } = counter.place;
    const every = round.isOver ? PAST_EVERY : RUNNING_EVERY;
    let day = addDays(round.semester.startsOn, random.between(2, 6));
    for (; day <= round.released; day = addDays(day, every)) {
      const count = random.between(...perDay);
      add(
        counter,
        day,
        Array.from({ length: count }, () => patternOf(random, form)),
      );
    }
    if (round.isOver && counter === round.counters[0]) {
      const copied = '443344434';
      const unusual = Array.from({ length: 18 }, (_, index) =>
        index < 15 ? copied : patternOf(random, 0.9),
      );
      add(counter, addDays(round.semester.endsOn, -12), unusual, UNUSUAL);
    }
    const place = { agency_id: agencyId, round_id: round.roundId, counter_id: counter.id };
    for (const body of words) rows.survey_words.push({ ...place, id: randomUUID(), body });
  }
  await insertAll(tx, 'survey_batches', rows.survey_batches);
  await insertAll(tx, 'survey_answers', rows.survey_answers);
  await insertAll(tx, 'survey_words', rows.survey_words);
}

function profileOf(random: Random): Record<string, string> {
  if (random.chance(0.2)) return {};
  return {
    sex: random.chance(0.55) ? 'female' : 'male',
    age: random.pick(['under-25', '25-39', '25-39', '40-54', '55-up'] as const),
    education: random.pick(['junior', 'senior', 'senior', 'diploma', 'bachelor'] as const),
  };
}

/** By the product's own reckoning, as an officer would have published it after the half-year. */
async function publish(
  tx: Tx,
  { agencyId, officer, today }: City,
  roundId: string,
  counters: readonly DemoCounter[],
): Promise<void> {
  const round = await findRound(tx, roundId);
  if (!round?.closedOn) throw new Error('the past round is closed');
  const published: Insertable<DB['survey_publications']>[] = [];
  const on = addDays(round.closedOn, 6);
  for (const { unitId, place } of counters) {
    const result = await unitResult(tx, round, { id: unitId, name: place.unit });
    published.push({
      agency_id: agencyId,
      id: newId(),
      round_id: roundId,
      unit_id: unitId,
      figures: JSON.stringify(publishedFigures(round, result)),
      published_by: officer.id,
      published_at: moment(on < today ? on : today),
    });
  }
  await insertAll(tx, 'survey_publications', published);
}
