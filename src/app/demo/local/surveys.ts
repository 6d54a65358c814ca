/**
 * Public satisfaction surveys of the demonstration: three counters, a half-year that is over and one that runs. One
 * counter of the past round has a day that looks unusual and waits for a decision; the other two are published.
 */
import type { Insertable } from 'kysely';
import { findRound, publishedFigures, unitResult } from '#features/surveys/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../insert.ts';
import { type Random, seededRandom } from '../random.ts';
import { moment } from '../year.ts';
import { type Semester, semestersAround } from './semesters.ts';
import { insertAnswers } from './survey-answers.ts';
import { type DemoCounter, PLACES, type SurveyCity } from './survey-places.ts';

const TOKENS = 260;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SEED = 14_2017;

/** Nothing in a city that does not have these units. A generator of its own: the rest of the city stays as it is. */
export async function seedSurveys(tx: Tx, city: SurveyCity): Promise<void> {
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
  { agencyId, people, officer }: SurveyCity,
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
  city: SurveyCity,
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
  { agencyId, officer }: SurveyCity,
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
  { agencyId, officer }: SurveyCity,
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

/** By the product's own reckoning, as an officer would have published it after the half-year. */
async function publish(
  tx: Tx,
  { agencyId, officer, today }: SurveyCity,
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
