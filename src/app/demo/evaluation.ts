/**
 * Invented ratings and results. The evidence and the explanation are made by the product's own functions from the
 * invented ratings, so a result of the demonstration is what the application would have computed.
 */
import type { Insertable } from 'kysely';
import type { Dated } from '#domain/ratings/recency.ts';
import type { Rating } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import {
  buildEvidence,
  type Citable,
  explainEvidence,
  keyOf,
  type LineBasis,
  officialOf,
  type RatingContent,
  type SelfContent,
  suggestionOf,
} from '#features/evaluation/index.ts';
import { VALUE_CODES } from '#features/planning/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { addActs } from './acts.ts';
import { basisByParticipant } from './basis.ts';
import { evidenceDaysOf, yearCoverage } from './coverage.ts';
import { addNote, addRunningNotes, type DiaryRows, dayWithin, numberOf } from './local/diary.ts';
import type { Random } from './random.ts';
import { LINE_REASONS, VALUE_REASONS } from './rating-words.ts';
import { type RatingStyle, type Styles, stylesOf } from './styles.ts';
import { type DemoParticipant, type DemoYear, moment, type YearSettings } from './year.ts';

/** How far the appraisal of one participant has come. */
export type Stage =
  | 'none'
  | 'self'
  | 'given'
  | 'ratified'
  | 'accepted'
  | 'objected'
  | 'explained'
  | 'decided';

export interface EvaluationRows {
  readonly assessments: Insertable<DB['assessments']>[];
  readonly results: Insertable<DB['results']>[];
  readonly objections: Insertable<DB['objections']>[];
  readonly acts: Insertable<DB['acts']>[];
}

export interface EvaluationContext {
  readonly random: Random;
  readonly scheme: CompiledScheme;
  readonly year: DemoYear;
  readonly settings: YearSettings;
  /** The day on which ratings are given. */
  readonly ratedOn: string;
  readonly rows: EvaluationRows;
  readonly diary: DiaryRows;
  /** An appraiser who rates without contrast, and has given all results but one employee's in the running year. */
  readonly even: { readonly appraiserId: string; readonly employeeId: string };
  readonly evidenceDays: ReadonlyMap<string, readonly Dated[]>;
  readonly styles: Styles;
}

export function demoEvaluation(
  given: Omit<EvaluationContext, 'rows' | 'evidenceDays' | 'styles'>,
): EvaluationRows {
  const rows: EvaluationRows = { assessments: [], results: [], objections: [], acts: [] };
  const context = {
    ...given,
    rows,
    evidenceDays: evidenceDaysOf(given.year),
    styles: stylesOf(given.year, given.even.appraiserId),
  };
  const bases = basisByParticipant(given.year);
  for (const participant of given.year.participants) {
    if (participant.planState !== 'agreed' || !participant.person.appraiser) continue;
    const stage = stageOf(context, participant);
    if (stage === 'none' || stage === 'self') addWaitingNotes(context, participant);
    if (stage === 'none') continue;
    const self = addSelf(context, participant);
    if (stage !== 'self')
      addResult(context, participant, { stage, self, basis: bases.get(participant.id) ?? new Map() });
  }
  return rows;
}

function stageOf({ random, settings, even }: EvaluationContext, { person }: DemoParticipant): Stage {
  const drawn = random.next();
  const isEven = person.appraiser?.id === even.appraiserId && person.id !== even.employeeId;
  if (isEven && !settings.isComplete) return 'given';
  if (settings.isComplete) return drawn < 0.975 ? 'accepted' : 'decided';
  if (drawn < 0.5) return 'none';
  if (drawn < 0.72) return 'self';
  if (drawn < 0.84) return 'given';
  if (drawn < 0.9) return 'ratified';
  if (drawn < 0.98) return 'accepted';
  return drawn < 0.99 ? 'objected' : 'explained';
}

export function ratingOf(random: Random, form: number, { shift, contrast }: RatingStyle): Rating {
  const felt = form + shift + (random.next() - 0.5) * 0.35 * contrast;
  if (felt > 0.82) return 'above';
  return felt > 0.34 ? 'meets' : 'below';
}

/** People see themselves a little better than others do. */
const SELF: RatingStyle = { shift: 0.08, contrast: 1 };

function addSelf(
  { random, settings, ratedOn, rows }: EvaluationContext,
  participant: DemoParticipant,
): SelfContent {
  const content: SelfContent = {
    lines: Object.fromEntries(
      participant.content.results.map((result) => [
        result.id,
        {
          realisation: 'Terlaksana sesuai rekapitulasi; bukti dukung terlampir pada kemajuan.',
          rating: ratingOf(random, participant.form, SELF),
        },
      ]),
    ),
    values: { akuntabel: 'Laporan saya sampaikan tepat waktu.' },
  };
  const at = moment(addDays(ratedOn, -3));
  rows.assessments.push({
    agency_id: settings.agencyId,
    id: newId(),
    participant_id: participant.id,
    voice: 'self',
    author_id: participant.person.id,
    state: 'submitted',
    content: JSON.stringify(content),
    revision: 4,
    updated_at: at,
    submitted_at: at,
  });
  return content;
}

/** A rating with its reason; at an end of the scale it rests on a note of the appraiser, or on a dated example. */
function rateWith(context: EvaluationContext, participant: DemoParticipant, citables: Citable[]) {
  const { random, settings, ratedOn, diary } = context;
  const style = context.styles(participant.person.appraiser?.id);
  const span = { startsOn: `${settings.year}-01-15`, until: ratedOn };
  const authorId = participant.person.appraiser?.id ?? '';
  const keeper = { agencyId: settings.agencyId, participantId: participant.id, authorId };
  let number = numberOf(participant.form);
  return (reasons: Record<Rating, readonly string[]>, target: 'result' | 'value', lineId: string) => {
    const rating = ratingOf(random, participant.form, style);
    const rated = { rating, reason: random.pick(reasons[rating]) };
    if (rating === 'meets') return rated;
    number += 7;
    const onDate = dayWithin(span, number);
    if (number % 3 === 0) return { ...rated, on: onDate };
    const isGood = rating === 'above';
    const citedAt = moment(ratedOn, 4);
    const note = addNote(diary, keeper, { target, lineId, onDate, isGood, pick: number, citedAt });
    citables.push(note);
    return { ...rated, cites: [keyOf(note)] };
  };
}

function ratingForm(
  context: EvaluationContext,
  participant: DemoParticipant,
  citables: Citable[],
): RatingContent {
  const { scheme, settings, ratedOn } = context;
  const rate = rateWith(context, participant, citables);
  const example = dayWithin(
    { startsOn: `${settings.year}-01-15`, until: ratedOn },
    numberOf(participant.form),
  );
  const lines = Object.fromEntries(
    participant.content.results.map((result) => [result.id, rate(LINE_REASONS, 'result', result.id)]),
  );
  const values = Object.fromEntries(VALUE_CODES.map((code) => [code, rate(VALUE_REASONS, 'value', code)]));
  const rated = participant.content.results.map((result) => ({
    kind: result.kind,
    rating: lines[result.id]?.rating ?? 'meets',
  }));
  const suggested = suggestionOf(scheme, rated)?.suggested ?? 'meets';
  const above = Object.values(values).filter((value) => value.rating === 'above').length;
  const below = Object.values(values).filter((value) => value.rating === 'below').length;
  const isUniform =
    new Set([...Object.values(lines), ...Object.values(values)].map((each) => each.rating)).size === 1;
  const behaviour: Rating = above > 3 ? 'above' : below > 2 ? 'below' : 'meets';
  return {
    lines,
    values,
    uniformReason: isUniform
      ? 'Seluruh hasil dan perilaku berada pada tingkat yang sama menurut bukti setahun.'
      : '',
    ...(isUniform ? { uniformOn: example } : {}),
    results: { rating: suggested, reason: '' },
    behaviour: { rating: behaviour, reason: 'Berdasarkan pengamatan dan umpan balik sepanjang tahun.' },
    notes:
      participant.form > 0.75
        ? 'Diusulkan mengikuti pelatihan lanjutan dan menjadi pendamping rekan baru.'
        : 'Lanjutkan dialog kinerja setiap triwulan.',
  };
}

function addResult(
  context: EvaluationContext,
  participant: DemoParticipant,
  from: { stage: Stage; self: SelfContent; basis: ReadonlyMap<string, LineBasis> },
): void {
  const { scheme, settings, ratedOn, rows } = context;
  const appraiser = participant.person.appraiser;
  if (!appraiser) return;
  const citables: Citable[] = [];
  const content = ratingForm(context, participant, citables);
  const at = moment(ratedOn, 4);
  const common = { agency_id: settings.agencyId, participant_id: participant.id };
  const assessmentId = newId();
  rows.assessments.push({
    ...common,
    id: assessmentId,
    voice: 'appraiser',
    author_id: appraiser.id,
    state: 'submitted',
    content: JSON.stringify(content),
    revision: 9,
    updated_at: at,
    submitted_at: at,
  });
  const evidence = buildEvidence({
    plan: participant.content,
    planVersion: 1,
    content,
    self: from.self,
    basis: from.basis,
    who: appraiser.name,
    at,
    year: {
      citables,
      coverage: yearCoverage(context.evidenceDays.get(participant.id) ?? [], citables, {
        year: settings.year,
        ratedOn,
      }),
    },
  });
  const explained = explainEvidence(scheme, evidence);
  const official = officialOf(explained);
  const isRatified = from.stage !== 'given';
  const receivedOn = addDays(ratedOn, 1);
  const resultId = newId();
  rows.results.push({
    ...common,
    id: resultId,
    version: 1,
    state: from.stage as Insertable<DB['results']>['state'],
    results_rating: official.resultsRating,
    behaviour_rating: official.behaviourRating,
    predicate: official.predicate,
    evidence: JSON.stringify(evidence),
    explanation: JSON.stringify(explained.explanation),
    scheme_id: scheme.scheme.id,
    scheme_version: scheme.scheme.version,
    given_by: appraiser.id,
    given_at: at,
    ratified_by: isRatified ? appraiser.id : null,
    ratified_at: isRatified ? moment(receivedOn, 2) : null,
    received_on: isRatified ? receivedOn : null,
    objection_deadline: isRatified ? addDays(receivedOn, 14) : null,
    accepted_at: from.stage === 'accepted' ? moment(addDays(receivedOn, 1), 5) : null,
  });
  addActs(context, participant, { resultId, assessmentId, stage: from.stage, at, receivedOn });
}

/** Those who are not rated yet have notes that wait for their rating. */
function addWaitingNotes(
  { diary, settings, ratedOn }: EvaluationContext,
  participant: DemoParticipant,
): void {
  const { appraiser } = participant.person;
  if (!appraiser) return;
  addRunningNotes(
    diary,
    { agencyId: settings.agencyId, participantId: participant.id, authorId: appraiser.id },
    {
      lines: [
        ...VALUE_CODES.map((lineId) => ({ target: 'value' as const, lineId })),
        ...participant.content.results.map(({ id }) => ({ target: 'result' as const, lineId: id })),
      ],
      span: { startsOn: `${settings.year}-01-15`, until: ratedOn },
      form: participant.form,
    },
  );
}
