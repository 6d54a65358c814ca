/**
 * Invented ratings and results. The evidence and the explanation are made by the product's own functions from the
 * invented ratings, so a result of the demonstration is what the application would have computed.
 */
import type { Insertable } from 'kysely';
import type { Rating } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import {
  buildEvidence,
  explainEvidence,
  type LineBasis,
  officialOf,
  type RatingContent,
  type SelfContent,
  suggestionOf,
} from '#features/evaluation/index.ts';
import { combine } from '#features/monitoring/index.ts';
import { VALUE_CODES } from '#features/planning/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { newId } from '#platform/identifier.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import type { DB } from '#tables';
import type { Random } from './random.ts';
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

interface Context {
  readonly random: Random;
  readonly scheme: CompiledScheme;
  readonly year: DemoYear;
  readonly settings: YearSettings;
  /** The day on which ratings are given. */
  readonly ratedOn: string;
  readonly rows: EvaluationRows;
}

export function demoEvaluation(given: Omit<Context, 'rows'>): EvaluationRows {
  const rows: EvaluationRows = { assessments: [], results: [], objections: [], acts: [] };
  const context = { ...given, rows };
  const bases = basisByParticipant(given.year);
  for (const participant of given.year.participants) {
    if (participant.planState !== 'agreed' || !participant.person.appraiser) continue;
    const stage = stageOf(context);
    if (stage === 'none') continue;
    const self = addSelf(context, participant);
    if (stage !== 'self')
      addResult(context, participant, { stage, self, basis: bases.get(participant.id) ?? new Map() });
  }
  return rows;
}

function stageOf({ random, settings }: Context): Stage {
  const drawn = random.next();
  if (settings.isComplete) return drawn < 0.975 ? 'accepted' : 'decided';
  if (drawn < 0.5) return 'none';
  if (drawn < 0.72) return 'self';
  if (drawn < 0.84) return 'given';
  if (drawn < 0.9) return 'ratified';
  if (drawn < 0.98) return 'accepted';
  return drawn < 0.99 ? 'objected' : 'explained';
}

function ratingOf(random: Random, form: number): Rating {
  const felt = form + (random.next() - 0.5) * 0.35;
  if (felt > 0.82) return 'above';
  return felt > 0.34 ? 'meets' : 'below';
}

const LINE_REASONS: Record<Rating, readonly string[]> = {
  above: [
    'Target terlampaui dan mutunya menjadi contoh bagi unit lain.',
    'Selesai lebih awal dengan hasil yang melampaui harapan.',
  ],
  meets: ['Sesuai target.', 'Tercapai sebagaimana direncanakan.'],
  below: [
    'Realisasi jauh di bawah target tanpa penjelasan tertulis.',
    'Beberapa kali terlambat dan perlu pendampingan.',
  ],
};
const VALUE_REASONS: Record<Rating, readonly string[]> = {
  above: [
    'Konsisten ditunjukkan dan menjadi teladan, misalnya saat menggantikan rekan pada loket yang ramai.',
    'Berinisiatif memperbaiki alur kerja dan mengajak rekan.',
  ],
  meets: ['Ditunjukkan dengan baik.', 'Sesuai harapan.'],
  below: ['Beberapa kali tidak ditunjukkan; sudah dibahas dalam dialog kinerja.'],
};

function addSelf({ random, settings, ratedOn, rows }: Context, participant: DemoParticipant): SelfContent {
  const content: SelfContent = {
    lines: Object.fromEntries(
      participant.content.results.map((result) => [
        result.id,
        {
          realisation: 'Terlaksana sesuai rekapitulasi; bukti dukung terlampir pada kemajuan.',
          rating: ratingOf(random, participant.form + 0.08),
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

function ratingForm(context: Context, participant: DemoParticipant): RatingContent {
  const { random, scheme } = context;
  const rate = (reasons: Record<Rating, readonly string[]>) => {
    const rating = ratingOf(random, participant.form);
    return { rating, reason: random.pick(reasons[rating]) };
  };
  const lines = Object.fromEntries(
    participant.content.results.map((result) => [result.id, rate(LINE_REASONS)]),
  );
  const values = Object.fromEntries(VALUE_CODES.map((code) => [code, rate(VALUE_REASONS)]));
  const rated = participant.content.results.map((result) => ({
    kind: result.kind,
    rating: lines[result.id]?.rating ?? 'meets',
  }));
  const suggested = suggestionOf(scheme, rated)?.suggested ?? 'meets';
  const above = Object.values(values).filter((value) => value.rating === 'above').length;
  const below = Object.values(values).filter((value) => value.rating === 'below').length;
  const behaviour: Rating = above > 3 ? 'above' : below > 2 ? 'below' : 'meets';
  return {
    lines,
    values,
    uniformReason: 'Seluruh hasil dan perilaku berada pada tingkat yang sama menurut bukti setahun.',
    results: { rating: suggested, reason: '' },
    behaviour: { rating: behaviour, reason: 'Berdasarkan pengamatan dan umpan balik sepanjang tahun.' },
    notes:
      participant.form > 0.75
        ? 'Diusulkan mengikuti pelatihan lanjutan dan menjadi pendamping rekan baru.'
        : 'Lanjutkan dialog kinerja setiap triwulan.',
  };
}

function addResult(
  context: Context,
  participant: DemoParticipant,
  from: { stage: Stage; self: SelfContent; basis: ReadonlyMap<string, LineBasis> },
): void {
  const { scheme, settings, ratedOn, rows } = context;
  const appraiser = participant.person.appraiser;
  if (!appraiser) return;
  const content = ratingForm(context, participant);
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

function addActs(
  context: Context,
  participant: DemoParticipant,
  made: { resultId: string; assessmentId: string; stage: Stage; at: Date; receivedOn: string },
): void {
  const { settings, rows } = context;
  const { person } = participant;
  const act = (
    name: string,
    from: string,
    to: string,
    actorId: string | undefined,
    at: Date,
    reason: string | null = null,
  ) =>
    rows.acts.push({
      agency_id: settings.agencyId,
      id: newId(),
      process: 'result',
      subject_id: made.resultId,
      participant_id: participant.id,
      act: name,
      from_state: from,
      to_state: to,
      actor_id: actorId ?? null,
      reason,
      at,
    });
  act('give', 'awaited', 'given', person.appraiser?.id, made.at);
  if (made.stage === 'given') return;
  act('ratify', 'given', 'ratified', person.appraiser?.id, moment(made.receivedOn, 2));
  const next = (days: number) => moment(addDays(made.receivedOn, days), 5);
  if (made.stage === 'accepted') act('accept', 'ratified', 'accepted', person.id, next(1));
  if (!['objected', 'explained', 'decided'].includes(made.stage)) return;
  const body =
    'Dua laporan yang dinilai terlambat sebenarnya menunggu tanda tangan pimpinan. Mohon ditinjau kembali dengan bukti pada kemajuan triwulan II.';
  const explanation =
    'Keterlambatan sudah dibahas pada dialog triwulan II dan tercatat. Bukti tambahan belum diterima saat penilaian.';
  const reason = 'Setelah mendengar kedua pihak dan memeriksa bukti, penilaian dipandang sudah tepat.';
  const isExplained = made.stage !== 'objected';
  const isDecided = made.stage === 'decided';
  act('object', 'ratified', 'objected', person.id, next(2), body);
  if (isExplained) act('explain', 'objected', 'explained', person.appraiser?.id, next(4), explanation);
  if (isDecided) act('uphold', 'explained', 'decided', person.superior?.id, next(8), reason);
  rows.objections.push({
    agency_id: settings.agencyId,
    id: newId(),
    result_id: made.resultId,
    participant_id: participant.id,
    body,
    filed_at: next(2),
    filed_on: addDays(made.receivedOn, 2),
    explanation_due_on: addDays(made.receivedOn, 9),
    decision_due_on: addDays(made.receivedOn, 23),
    explanation: isExplained ? explanation : null,
    explained_by: isExplained ? (person.appraiser?.id ?? null) : null,
    explained_at: isExplained ? next(4) : null,
    decision: isDecided ? 'upheld' : null,
    decision_reason: isDecided ? reason : null,
    decided_by: isDecided ? (person.superior?.id ?? null) : null,
    decided_at: isDecided ? next(8) : null,
  });
}

/** What stood beside each line when it was rated, from the invented progress. */
function basisByParticipant(year: DemoYear): ReadonlyMap<string, ReadonlyMap<string, LineBasis>> {
  const entries = Map.groupBy(year.rows.progress, (entry) => String(entry.indicator_id));
  const evidence = Map.groupBy(year.rows.evidence, (each) => String(each.line_id));
  const feedback = Map.groupBy(year.rows.feedback, (each) => `${each.participant_id}/${each.line_id}`);
  const basisOf = (participant: DemoParticipant): ReadonlyMap<string, LineBasis> =>
    new Map(
      participant.content.results.map((result) => {
        const realisations = new Map<string, string>();
        for (const indicator of result.indicators) {
          const own = (entries.get(indicator.id) ?? []).map((entry) => ({
            onDate: String(entry.on_date),
            value: String(entry.value),
          }));
          const value = combine(own, indicator.target.accumulation);
          if (value !== null)
            realisations.set(indicator.id, `${formatDecimal(value)} ${indicator.target.unit}`);
        }
        const shown = result.indicators.flatMap((indicator) => evidence.get(indicator.id) ?? []);
        const said = feedback.get(`${participant.id}/${result.id}`) ?? [];
        return [
          result.id,
          {
            realisations,
            achievements: new Map(),
            evidence: shown.map((each) => ({
              title: String(each.title),
              at: each.created_at as Date,
              href: String(each.url),
            })),
            feedback: said.map((each) => ({
              body: String(each.body),
              author: '',
              at: each.created_at as Date,
            })),
          },
        ];
      }),
    );
  return new Map(year.participants.map((participant) => [participant.id, basisOf(participant)]));
}
