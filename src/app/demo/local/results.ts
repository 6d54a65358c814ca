/** Results of a half-year under a local scheme, computed by the product's own engine from the invented evidence. */
import type { Insertable } from 'kysely';
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
import type { Planned } from './plans.ts';

export interface ResultRows {
  readonly assessments: Insertable<DB['assessments']>[];
  readonly results: Insertable<DB['results']>[];
  readonly acts: Insertable<DB['acts']>[];
}

export interface Rated {
  readonly planned: Planned;
  readonly appraiserName: string;
  readonly compiled: CompiledScheme;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly realised: ReadonlyMap<string, readonly string[]>;
  readonly ratedOn: string;
}

const REASONS = {
  best: 'Konsisten sepanjang semester dan menjadi rujukan rekan, misalnya saat menggantikan loket yang kosong.',
  good: 'Tampak dalam pekerjaan sehari-hari dan pada dialog kinerja.',
  low: 'Beberapa kali harus diingatkan; sudah dibahas dalam dialog triwulan dengan contoh tertanggal.',
} as const;

/** Gives, ratifies and accepts: some appraisers depart from a suggested rating, with a reason. */
export function addLocalResult(rows: ResultRows, random: Random, agencyId: string, rated: Rated): void {
  const { planned, compiled, ratedOn } = rated;
  const evidence = { ...rated.evidence, official: official(random, rated) };
  const annotations = annotationsOf(rated, evidence);
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
    content: JSON.stringify(contentOf(rated, evidence)),
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
function annotationsOf(
  { appraiserName, compiled, ratedOn }: Rated,
  evidence: Readonly<Record<string, unknown>>,
): Annotations {
  const by = { who: appraiserName, when: moment(ratedOn, 4).toISOString() };
  const made: Record<string, Annotations[string]> = {};
  for (const [code, settings] of Object.entries(compiled.scheme.components)) {
    if (settings.mechanism !== 'rated-items') continue;
    const levels = (compiled.scheme.scales?.[settings.scale]?.levels ?? []).map((level) => level.code);
    const [form] =
      (evidence[code] as { forms?: Record<string, { items: Record<string, string> }[]> }).forms?.appraiser ??
      [];
    for (const [item, level] of Object.entries(form?.items ?? {})) {
      const place = levels.indexOf(level);
      const note = place === 0 ? REASONS.best : place === 1 ? REASONS.good : REASONS.low;
      made[`${code}.forms.appraiser[0].items.${item}`] = { ...by, note };
    }
  }
  for (const name of ['results', 'behaviour']) made[`official.${name}.rating`] = by;
  return made;
}

function contentOf({ compiled }: Rated, evidence: Readonly<Record<string, unknown>>) {
  const unrated = { rating: null, reason: '' };
  return {
    lines: {},
    values: {},
    uniformReason: '',
    results: unrated,
    behaviour: unrated,
    notes: NOTES,
    instrument: instrumentFields({
      scheme: compiled.scheme,
      mode: 'appraiser',
      look: 'cards',
      base: evidence,
    }),
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
