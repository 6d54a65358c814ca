/** Invented answers of a round, in batches as they would have been released. */
import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Flag } from '#domain/surveys/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../insert.ts';
import type { Random } from '../random.ts';
import type { Semester } from './semesters.ts';
import type { DemoCounter, SurveyCity } from './survey-places.ts';

/** Days between two days that are shown: a released batch every so often keeps the demonstration small. */
const PAST_EVERY = 11;
const RUNNING_EVERY = 17;

type Rows = { [Table in 'survey_batches' | 'survey_answers' | 'survey_words']: Insertable<DB[Table]>[] };

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

export async function insertAnswers(
  tx: Tx,
  random: Random,
  { agencyId }: SurveyCity,
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
