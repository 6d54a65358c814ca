/**
 * Two calibration meetings of the running year: one that is closed, with a return for evidence that was answered by a
 * change, one for the distribution with its label, one by which the author stands, and one without a remark; and one
 * under way, with an item that is open and one that is still judged blind.
 */
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import type { EvaluationRows } from '../evaluation.ts';
import type { DemoPerson } from '../people.ts';
import { type Random, seededRandom } from '../random.ts';
import { moment } from '../year.ts';
import {
  addMeeting,
  type CalibrationCity,
  type Item,
  insertMade,
  isApart,
  itemOf,
  judgeAll,
  judgesOf,
  type Made,
  type Rated,
} from './calibration-rows.ts';
import { addEarlierVersion, firstWith, giveEarlier, otherVersion, WORDS } from './calibration-versions.ts';

/** Days before the day of rating on which the results of the closed meeting were first given. */
const DAYS_BEFORE = 6;
const SEED = 29;

/** Moves the results that the closed meeting discussed to before it; returns how to insert the meetings. */
export function calibrationOf(
  city: CalibrationCity,
  evaluation: EvaluationRows,
): ((tx: Tx) => Promise<void>) | undefined {
  const random = seededRandom(SEED);
  const made: Made = {
    earlier: [],
    acts: [],
    meetings: [],
    members: [],
    items: [],
    recusals: [],
    judgements: [],
  };
  const rated = ratedIn(city, evaluation);
  addClosed(random, city, evaluation, rated, made);
  addRunning(random, city, rated, made);
  if (made.meetings.length === 0) return undefined;
  return (tx) => insertMade(tx, made);
}

/** Results by somebody other than the mayor, who chairs. */
function ratedIn({ year, people }: CalibrationCity, { results }: EvaluationRows): readonly Rated[] {
  const byId = new Map(year.participants.map((participant) => [participant.id, participant]));
  return results.flatMap((result) => {
    const participant = byId.get(result.participant_id);
    const appraiser = participant?.person.appraiser;
    return participant && appraiser && appraiser !== people.mayor ? [{ participant, result }] : [];
  });
}

function addClosed(
  random: Random,
  city: CalibrationCity,
  evaluation: EvaluationRows,
  rated: readonly Rated[],
  made: Made,
): void {
  const done = rated.filter(({ result }) => result.state === 'accepted' || result.state === 'ratified');
  const lifted = firstWith(done, (each) => otherVersion(city, each, 'lower'));
  const left = done.filter((each) => each !== lifted?.rated);
  const squeezed = firstWith(left, (each) => otherVersion(city, each, 'higher'));
  const others = left.filter((each) => each !== squeezed?.rated).slice(0, 2);
  const [stood, noted] = others;
  if (!lifted || !squeezed || !stood || !noted) return;
  const discussed = [lifted.rated, squeezed.rated, stood, noted];
  const judges = judgesOf(city, discussed, 4);
  if (judges.length < 3) return;
  const day = (after: number) => addDays(city.ratedOn, after - DAYS_BEFORE);
  const meeting = addMeeting(city, made, judges, {
    state: 'closed',
    heldOn: day(3),
    calledOn: day(1),
    present: judges.map((judge) => judge.id),
  });
  // All that were ratified were given before the meeting, so that the spread of the whole agency has two sides.
  const taken = [lifted.rated, squeezed.rated];
  giveEarlier(
    evaluation,
    done.filter((each) => !taken.includes(each)),
    { from: city.ratedOn, to: day(0) },
  );
  const versions = [lifted, squeezed].map((each) =>
    addEarlierVersion(city, made, each, { givenOn: day(0), takenBackOn: day(4) }),
  );
  const answers = [
    {
      kind: 'evidence',
      reason: 'Bukti triwulan III tidak ikut dihitung.',
      state: 'changed',
      answer: WORDS.tookBack,
    },
    {
      kind: 'distribution',
      reason: 'Hampir semua di unit ini di atas ekspektasi.',
      state: 'changed',
      answer: WORDS.squeezed,
    },
    {
      kind: 'criteria',
      reason: 'Tugas tambahan dinilai seperti tugas utama.',
      state: 'stood',
      answer: WORDS.stands,
    },
    null,
  ] as const;
  for (const [index, each] of discussed.entries()) {
    const answer = answers[index];
    const item: Item = {
      ...itemOf(city, meeting, each, index + 1, {
        addedOn: day(1),
        causes: [index === 1 ? 'distribution' : 'end'],
      }),
      result_id: versions[index] ?? each.result.id,
      state: answer?.state ?? 'noted',
      opened_at: moment(day(3), 2),
      decided_by: city.people.mayor.id,
      decided_at: moment(day(3), 3 + index),
      kind: answer?.kind ?? null,
      reason: answer?.reason ?? null,
      due_on: answer ? day(8) : null,
      answered_by: answer ? (each.participant.person.appraiser?.id ?? null) : null,
      answered_at: answer ? moment(day(4), 6) : null,
      answer: answer?.answer ?? null,
    };
    made.items.push(item);
    judgeAll(random, city, made, item, judges, { rated: each, on: day(2) });
  }
}

/** Under way: one item open, one without remark, one still blind, and one returned to an appraiser who can sign in. */
function addRunning(random: Random, city: CalibrationCity, rated: readonly Rated[], made: Made): void {
  const given = rated.filter(({ result }) => result.state === 'given');
  const own = given.find(({ participant }) => participant.person.appraiser === city.appraiser);
  const apart = given.filter(
    ({ participant: { person } }) => isApart(city.appraiser, person) && person.superior !== city.appraiser,
  );
  const discussed = apart.slice(0, 3);
  const judges = judgesOf(city, own ? [...discussed, own] : discussed, 3);
  if (discussed.length < 3 || judges.length < 3) return;
  const day = (after: number) => addDays(city.today, after - 4);
  const everybody = [city.appraiser, ...judges.filter((judge) => judge !== city.appraiser)];
  const meeting = addMeeting(city, made, everybody, {
    state: 'judging',
    heldOn: city.today,
    calledOn: day(0),
  });
  const states = ['open', 'noted', 'blind'] as const;
  for (const [index, each] of discussed.entries()) {
    const state = states[index] ?? 'blind';
    const item: Item = {
      ...itemOf(city, meeting, each, index + 1, {
        addedOn: day(0),
        causes: [index === 0 ? 'end' : 'border'],
      }),
      state,
      ...(state === 'blind' ? {} : { opened_at: moment(day(3), 2) }),
      ...(state === 'noted' ? { decided_by: city.people.mayor.id, decided_at: moment(day(3), 3) } : {}),
    };
    made.items.push(item);
    const taking = state === 'blind' ? everybody.filter((judge) => judge !== city.appraiser) : everybody;
    judgeAll(random, city, made, item, taking.slice(0, state === 'blind' ? 2 : undefined), {
      rated: each,
      on: day(1),
    });
  }
  if (own) addReturned(random, city, made, { meeting, own, judges: everybody, on: day(3) });
}

function addReturned(
  random: Random,
  city: CalibrationCity,
  made: Made,
  about: {
    readonly meeting: string;
    readonly own: Rated;
    readonly judges: readonly DemoPerson[];
    readonly on: string;
  },
): void {
  const { meeting, own, judges, on } = about;
  const taking = judges.filter((judge) => judge !== city.appraiser);
  const item: Item = {
    ...itemOf(city, meeting, own, 4, { addedOn: addDays(on, -3), causes: ['chosen'] }),
    state: 'returned',
    opened_at: moment(on, 2),
    decided_by: city.people.mayor.id,
    decided_at: moment(on, 4),
    kind: 'evidence',
    reason: 'Dua bukti dukung triwulan II belum dibaca dalam alasan penilaian.',
    due_on: addDays(city.today, 5),
  };
  made.items.push(item);
  made.recusals.push({
    agency_id: city.agencyId,
    item_id: item.id,
    person_id: city.appraiser.id,
    kind: 'appraiser',
    recorded_at: moment(addDays(on, -3), 4),
  });
  judgeAll(random, city, made, item, taking, { rated: own, on: addDays(on, -2) });
}
