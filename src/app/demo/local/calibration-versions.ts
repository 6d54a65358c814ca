/** Results of the closed meeting as they stood before it: given some days earlier, and taken back where they were returned. */
import { PREDICATES, RATINGS } from '#domain/rules/index.ts';
import { explainEvidence, resultEvidenceSchema } from '#features/evaluation/index.ts';
import { newId } from '#platform/identifier.ts';
import type { EvaluationRows } from '../evaluation.ts';
import { moment } from '../year.ts';
import type { CalibrationCity, Made, Rated, Result } from './calibration-rows.ts';

/** What the authors answered. */
export const WORDS = {
  tookBack: 'Bukti triwulan III dibaca kembali; penilaian diperbaiki.',
  squeezed: 'Disesuaikan dengan sebaran predikat unit setelah dibahas dalam rapat.',
  stands: 'Tugas tambahan memang menjadi bagian dari SKP yang disepakati.',
} as const;

export interface Earlier {
  readonly rated: Rated;
  readonly version: Result;
}

/** Between good and very good where there is such a one: nobody is called poor for the sake of a curve. */
export function firstWith(
  rated: readonly Rated[],
  version: (each: Rated) => Result | undefined,
): Earlier | undefined {
  const found = rated.flatMap((each): Earlier[] => {
    const other = version(each);
    return other ? [{ rated: each, version: other }] : [];
  });
  const isUsual = ({ rated: { result }, version: other }: Earlier) =>
    [result.predicate, other.predicate].every((each) => each === 'baik' || each === 'sangat-baik');
  return found.find(isUsual) ?? found[0];
}

/** The same result with the behaviour a step lower or higher, where that gives another predicate. */
export function otherVersion(
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

/** Given some days earlier than the others: the results, their acts, what their explanations say of the day. */
export function giveEarlier(
  evaluation: EvaluationRows,
  rated: readonly Rated[],
  { from, to }: { readonly from: string; readonly to: string },
): void {
  const [then, now] = [moment(from, 4), moment(to, 4)];
  const redated = (text: unknown) => String(text).replaceAll(then.toISOString(), now.toISOString());
  const moved = new Set(rated.map(({ result }) => result.id));
  for (const { result } of rated) {
    result.given_at = now;
    result.evidence = redated(result.evidence);
    result.explanation = redated(result.explanation);
  }
  for (const act of evaluation.acts) if (act.act === 'give' && moved.has(act.subject_id)) act.at = now;
}

/** The version that was returned and taken back; the one in force becomes the second. Returns the id of the first. */
export function addEarlierVersion(
  city: CalibrationCity,
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
      reason: isSqueezed ? WORDS.squeezed : WORDS.tookBack,
      ground: isSqueezed ? 'distribution' : 'new-evidence',
      at: takenBack,
    },
  );
  return id;
}
