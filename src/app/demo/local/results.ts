/** Results of a half-year under a local scheme, computed by the product's own engine from the invented evidence. */
import type { Insertable } from 'kysely';
import { coverageOf, type Dated } from '#domain/ratings/recency.ts';
import type { Rating } from '#domain/rules/index.ts';
import type { Annotations, CompiledScheme } from '#domain/schemes/index.ts';
import { officialOf } from '#features/evaluation/index.ts';
import { instrumentFields, suggestedRatings, withoutSingleForms } from '#features/schemes/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { newId } from '#platform/identifier.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import type { DB } from '#tables';
import type { Random } from '../random.ts';
import { moment } from '../year.ts';
import type { DiaryRows } from './diary.ts';
import type { Planned } from './plans.ts';
import { type Reasoned, reasonsOf } from './reasons.ts';

export interface ResultRows {
  readonly assessments: Insertable<DB['assessments']>[];
  readonly results: Insertable<DB['results']>[];
  readonly acts: Insertable<DB['acts']>[];
}

export interface Rated {
  readonly semester: { readonly startsOn: string; readonly endsOn: string };
  readonly diary: DiaryRows;
  /** Days on which something was recorded. */
  readonly evidenceDays: readonly Dated[];
  readonly planned: Planned;
  readonly appraiserName: string;
  readonly compiled: CompiledScheme;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly realised: ReadonlyMap<string, readonly string[]>;
  readonly ratedOn: string;
}

/** Gives, ratifies and accepts: some appraisers depart from a suggested rating, with a reason. */
export function addLocalResult(rows: ResultRows, random: Random, agencyId: string, rated: Rated): void {
  const { planned, compiled, ratedOn } = rated;
  const evidence = { ...rated.evidence, official: official(random, rated) };
  const reasons = reasonsOf(rated, agencyId, evidence);
  const annotations = annotationsOf(rated, reasons);
  const explained = withoutSingleForms(compiled.explain(evidence, annotations), compiled);
  const decided = officialOf(explained);
  const at = moment(ratedOn, 4);
  const receivedOn = addDays(ratedOn, 2);
  const common = { agency_id: agencyId, participant_id: planned.participantId };
  rows.assessments.push({
    ...common,
    id: newId(),
    voice: 'appraiser',
    author_id: planned.appraiserId,
    state: 'submitted',
    content: JSON.stringify(contentOf(rated, evidence, reasons)),
    revision: 7,
    updated_at: at,
    submitted_at: at,
  });
  const resultId = newId();
  rows.results.push({
    ...common,
    id: resultId,
    version: 1,
    state: 'accepted',
    results_rating: decided.resultsRating,
    behaviour_rating: decided.behaviourRating,
    predicate: decided.predicate,
    score: explained.score,
    category: explained.category,
    evidence: JSON.stringify({
      kind: 'local',
      planVersion: 1,
      scheme: evidence,
      annotations,
      lines: lineRecords(rated),
      notes: NOTES,
      grounds: reasons.flatMap((each) => each.ground),
      coverage: coverageOf(
        [...rated.evidenceDays, ...reasons.flatMap((each) => each.dated)],
        rated.semester,
        ratedOn,
      ),
    }),
    explanation: JSON.stringify(explained.explanation),
    scheme_id: compiled.scheme.id,
    scheme_version: compiled.scheme.version,
    given_by: planned.appraiserId,
    given_at: at,
    ratified_by: planned.appraiserId,
    ratified_at: moment(receivedOn, 2),
    received_on: receivedOn,
    objection_deadline: addDays(receivedOn, 14),
    accepted_at: moment(addDays(receivedOn, 1), 5),
  });
  const act = (name: string, from: string, to: string, actorId: string, at: Date) =>
    rows.acts.push({
      agency_id: agencyId,
      id: newId(),
      process: 'result',
      subject_id: resultId,
      participant_id: planned.participantId,
      act: name,
      from_state: from,
      to_state: to,
      actor_id: actorId,
      reason: null,
      at,
    });
  act('give', 'awaited', 'given', planned.appraiserId, at);
  act('ratify', 'given', 'ratified', planned.appraiserId, moment(receivedOn, 2));
  act('accept', 'ratified', 'accepted', planned.personId, moment(addDays(receivedOn, 1), 5));
}

const NOTES = 'Dibahas dalam dialog akhir semester; rencana pengembangan disepakati.';

/** Both suggested ratings confirmed, or one departed from by a step towards the middle, as appraisers do. */
function official(random: Random, { compiled, evidence }: Rated): Record<string, unknown> {
  const { results, behaviour } = suggestedRatings(compiled, evidence);
  if (!results || !behaviour) throw new Error(`${compiled.scheme.id}: the invented evidence is not complete`);
  const departs = results !== 'meets' && random.chance(0.2);
  const decided: { rating: Rating; reason?: string } = departs
    ? { rating: 'meets', reason: DEPARTURE }
    : { rating: results };
  return { results: decided, behaviour: { rating: behaviour } };
}

const DEPARTURE =
  'Capaian terbantu proyek pusat yang bukan hasil kerja pegawai; dipandang sesuai ekspektasi menurut kesepakatan awal.';

/** Reasons of the appraiser beside the levels of the appraiser's own forms. */
function annotationsOf({ appraiserName, ratedOn }: Rated, reasons: readonly Reasoned[]): Annotations {
  const by = { who: appraiserName, when: moment(ratedOn, 4).toISOString() };
  const made: Record<string, Annotations[string]> = {};
  for (const { path, note } of reasons) made[path] = { ...by, note };
  for (const name of ['results', 'behaviour']) made[`official.${name}.rating`] = by;
  return made;
}

function contentOf(
  { compiled }: Rated,
  evidence: Readonly<Record<string, unknown>>,
  reasons: readonly Reasoned[],
) {
  const unrated = { rating: null, reason: '' };
  return {
    lines: {},
    values: {},
    uniformReason: '',
    results: unrated,
    behaviour: unrated,
    notes: NOTES,
    instrument: {
      ...instrumentFields({ scheme: compiled.scheme, mode: 'appraiser', look: 'cards', base: evidence }),
      ...Object.assign({}, ...reasons.map((each) => each.fields)),
    },
  };
}

function lineRecords({ planned, realised }: Rated) {
  return planned.content.results.map((result) => ({
    resultId: result.id,
    kind: result.kind,
    statement: result.statement,
    measures: result.indicators.map((indicator) => {
      const last = realised.get(indicator.id)?.at(-1);
      return {
        indicator: indicator.statement,
        target: indicator.target.text,
        realisation: last === undefined ? null : `${formatDecimal(last)} ${indicator.target.unit}`,
      };
    }),
    evidenceCount: 0,
    feedbackCount: 0,
    selfRating: null,
    selfWords: '',
  }));
}
