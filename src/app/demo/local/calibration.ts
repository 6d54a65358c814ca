/**
 * Two calibration meetings of the running year: one that is closed, with a return for evidence that was answered by a
 * change, one for the distribution with its label, one by which the author stands, and one without a remark; and one
 * under way, with an item that is open and one that is still judged blind.
 */
import type { Insertable } from 'kysely';
import { PREDICATES, predicateOf, RATINGS, type Rating } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { explainEvidence, resultEvidenceSchema } from '#features/evaluation/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import type { EvaluationRows } from '../evaluation.ts';
import { insertAll } from '../insert.ts';
import type { DemoPeople, DemoPerson } from '../people.ts';
import { type Random, seededRandom } from '../random.ts';
import { type DemoParticipant, type DemoYear, moment } from '../year.ts';

type Result = Insertable<DB['results']>;
type Item = Insertable<DB['calibration_items']>;

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

interface Rated {
  readonly participant: DemoParticipant;
  readonly result: Result;
}

/** What is inserted once results, acts and everything before them are. */
interface Made {
  readonly earlier: Result[];
  readonly acts: Insertable<DB['acts']>[];
  readonly meetings: Insertable<DB['calibration_meetings']>[];
  readonly members: Insertable<DB['calibration_members']>[];
  readonly items: Item[];
  readonly recusals: Insertable<DB['calibration_recusals']>[];
  readonly judgements: Insertable<DB['calibration_judgements']>[];
}

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
  return (tx) => insert(tx, made);
}

async function insert(tx: Tx, made: Made): Promise<void> {
  await insertAll(tx, 'results', made.earlier);
  await insertAll(tx, 'acts', made.acts);
  await insertAll(tx, 'calibration_meetings', made.meetings);
  await insertAll(tx, 'calibration_members', made.members);
  await insertAll(tx, 'calibration_items', made.items);
  await insertAll(tx, 'calibration_recusals', made.recusals);
  await insertAll(tx, 'calibration_judgements', made.judgements);
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

function lineOf(person: DemoPerson): readonly DemoPerson[] {
  return person.appraiser ? [person.appraiser, ...lineOf(person.appraiser)] : [];
}

/** Neither is above the other. */
function isApart(one: DemoPerson, other: DemoPerson): boolean {
  return one !== other && !lineOf(one).includes(other) && !lineOf(other).includes(one);
}

/** Heads of other units who may judge all of these. */
function judgesOf(
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
  for (const each of [stood, noted]) giveEarlier(evaluation, each, city.ratedOn, day(0));
  const versions = [lifted, squeezed].map((each) =>
    addEarlierVersion(city, evaluation, made, each, { givenOn: day(0), takenBackOn: day(4) }),
  );
  const answers = [
    {
      kind: 'evidence',
      reason: 'Bukti triwulan III tidak ikut dihitung.',
      state: 'changed',
      answer: TOOK_BACK,
    },
    {
      kind: 'distribution',
      reason: 'Hampir semua di unit ini di atas ekspektasi.',
      state: 'changed',
      answer: SQUEEZED,
    },
    {
      kind: 'criteria',
      reason: 'Tugas tambahan dinilai seperti tugas utama.',
      state: 'stood',
      answer: STANDS,
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

const TOOK_BACK = 'Bukti triwulan III dibaca kembali; penilaian diperbaiki.';
const SQUEEZED = 'Disesuaikan dengan sebaran predikat unit setelah dibahas dalam rapat.';
const STANDS = 'Tugas tambahan memang menjadi bagian dari SKP yang disepakati.';

interface Earlier {
  readonly rated: Rated;
  readonly version: Result;
}

function firstWith(
  rated: readonly Rated[],
  version: (each: Rated) => Result | undefined,
): Earlier | undefined {
  for (const each of rated) {
    const found = version(each);
    if (found) return { rated: each, version: found };
  }
  return undefined;
}

/** The same result with the behaviour a step lower or higher, where that gives another predicate. */
function otherVersion(
  city: CalibrationCity,
  { result }: Rated,
  direction: 'lower' | 'higher',
): Result | undefined {
  const evidence = resultEvidenceSchema.parse(JSON.parse(String(result.evidence)));
  if ('kind' in evidence) return undefined;
  const at = RATINGS.indexOf(evidence.scheme.behaviour.rating);
  const rating = RATINGS[direction === 'lower' ? at + 1 : at - 1];
  if (!rating) return undefined;
  const changed = {
    ...evidence,
    scheme: { ...evidence.scheme, behaviour: { ...evidence.scheme.behaviour, rating } },
  };
  const { explanation, problems, official } = explainEvidence(city.scheme, changed);
  const predicate = PREDICATES.find((each) => each === official.predicate);
  if (problems.length > 0 || !explanation || !predicate || predicate === result.predicate) return undefined;
  return {
    ...result,
    behaviour_rating: rating,
    predicate,
    evidence: JSON.stringify(changed),
    explanation: JSON.stringify(explanation),
  };
}

/** Given some days earlier than the others: the result, its act, what its explanation says of the day. */
function giveEarlier(evaluation: EvaluationRows, { result }: Rated, from: string, to: string): void {
  const [then, now] = [moment(from, 4), moment(to, 4)];
  const redated = (text: unknown) => String(text).replaceAll(then.toISOString(), now.toISOString());
  result.given_at = now;
  result.evidence = redated(result.evidence);
  result.explanation = redated(result.explanation);
  const give = evaluation.acts.find((act) => act.subject_id === result.id && act.act === 'give');
  if (give) give.at = now;
}

/** The version that was returned and taken back; the one in force becomes the second. Returns the id of the first. */
function addEarlierVersion(
  city: CalibrationCity,
  evaluation: EvaluationRows,
  made: Made,
  { rated, version }: Earlier,
  days: { readonly givenOn: string; readonly takenBackOn: string },
): string {
  const id = newId();
  const { participant, result } = rated;
  const [given, takenBack] = [moment(days.givenOn, 4), moment(days.takenBackOn, 6)];
  const redated = (text: unknown) =>
    String(text).replaceAll(moment(city.ratedOn, 4).toISOString(), given.toISOString());
  made.earlier.push({
    ...version,
    id,
    version: 1,
    state: 'withdrawn',
    evidence: redated(version.evidence),
    explanation: redated(version.explanation),
    given_at: given,
    superseded_at: takenBack,
    ratified_by: null,
    ratified_at: null,
    received_on: null,
    objection_deadline: null,
    accepted_at: null,
  });
  result.version = 2;
  const isSqueezed =
    PREDICATES.indexOf(version.predicate as never) < PREDICATES.indexOf(result.predicate as never);
  const act = {
    agency_id: city.agencyId,
    process: 'result',
    subject_id: id,
    participant_id: participant.id,
    actor_id: participant.person.appraiser?.id ?? null,
  };
  made.acts.push(
    {
      ...act,
      id: newId(),
      act: 'give',
      from_state: 'awaited',
      to_state: 'given',
      reason: null,
      ground: null,
      at: given,
    },
    {
      ...act,
      id: newId(),
      act: 'withdraw',
      from_state: 'given',
      to_state: 'withdrawn',
      reason: isSqueezed ? SQUEEZED : TOOK_BACK,
      ground: isSqueezed ? 'distribution' : 'new-evidence',
      at: takenBack,
    },
  );
  return id;
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

function addMeeting(
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
    closed_at: isClosed ? moment(addDays(city.ratedOn, 0), 7) : null,
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

function itemOf(
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
function judgeAll(
  random: Random,
  city: CalibrationCity,
  made: Made,
  item: Item,
  judges: readonly DemoPerson[],
  about: { readonly rated: Rated; readonly on: string },
): void {
  const near = (given: unknown): Rating => {
    const at = RATINGS.findIndex((rating) => rating === given);
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
