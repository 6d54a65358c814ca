/** Second looks of a closed year under the national rule: drawn by a verifiable lot, given by appraisers elsewhere. */
import type { Insertable } from 'kysely';
import { commitmentOf, draw, type Eligible, listText, seedOf } from '#domain/lot/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import {
  explainEvidence,
  officialOf,
  type ResultEvidence,
  resultEvidenceSchema,
  suggestionOf,
} from '#features/evaluation/index.ts';
import { compareLooks, DIGESTS } from '#features/second-looks/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { type EvaluationRows, ratingOf } from './evaluation.ts';
import { insertAll } from './insert.ts';
import type { DemoPerson } from './people.ts';
import { type Random, seededRandom } from './random.ts';
import { type Styles, stylesOf } from './styles.ts';
import { type DemoParticipant, type DemoYear, moment } from './year.ts';

/** More than the five percent of every year: once, so that appraisers can be compared. */
const PERCENT = 35;
const SECRETS = { officer: 'benih-pengelola-3Mv8', auditor: 'benih-inspektorat-6Zt1' } as const;

interface Scene {
  readonly agencyId: string;
  readonly officer: DemoPerson;
  readonly auditor: DemoPerson;
  readonly scheme: CompiledScheme;
  readonly year: DemoYear;
  readonly evenId: string;
  readonly results: EvaluationRows['results'];
}

export async function insertNationalLooks(tx: Tx, scene: Scene): Promise<void> {
  const { scheme, year, results } = scene;
  const byId = new Map(year.participants.map((participant) => [participant.id, participant]));
  const on = `${year.year + 1}-01-12`;
  const eligible = results.map(
    ({ participant_id }): Eligible => ({
      id: participant_id,
      scheme: `${scheme.scheme.id}@${scheme.scheme.version}`,
      percent: PERCENT,
    }),
  );
  const list = listText(eligible.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const listSha256 = DIGESTS.sha256(list);
  const seed = seedOf(DIGESTS, { ...SECRETS, listSha256 });
  const drawn = draw(DIGESTS, eligible, seed);
  const drawId = newId();
  await insertAll(tx, 'second_look_draws', [
    {
      agency_id: scene.agencyId,
      id: drawId,
      period_id: year.periodId,
      attempt: 1,
      state: 'drawn',
      list,
      list_sha256: listSha256,
      eligible: eligible.length,
      prepared_by: scene.officer.id,
      prepared_at: moment(on, 1),
      officer_id: scene.officer.id,
      officer_commitment: commitmentOf(DIGESTS, SECRETS.officer),
      officer_committed_at: moment(on, 2),
      officer_secret: SECRETS.officer,
      officer_revealed_at: moment(on, 5),
      auditor_id: scene.auditor.id,
      auditor_commitment: commitmentOf(DIGESTS, SECRETS.auditor),
      auditor_committed_at: moment(on, 4),
      auditor_secret: SECRETS.auditor,
      auditor_revealed_at: moment(on, 6),
      seed,
      chosen: drawn.length,
      drawn_at: moment(on, 6),
    },
  ]);
  const chosen = new Map(drawn.map(({ id, rank }) => [id, rank]));
  await insertAll(tx, 'second_looks', looksAt(scene, { drawId, on, chosen, byId }));
}

function looksAt(
  scene: Scene,
  drawn: {
    readonly drawId: string;
    readonly on: string;
    readonly chosen: ReadonlyMap<string, number>;
    readonly byId: ReadonlyMap<string, DemoParticipant>;
  },
): readonly Insertable<DB['second_looks']>[] {
  const random = seededRandom(17);
  const styles = stylesOf(scene.year, scene.evenId);
  const raters = [...new Set(scene.year.participants.flatMap(({ person }) => person.appraiser ?? []))];
  return scene.results.flatMap((result) => {
    const rank = drawn.chosen.get(result.participant_id);
    const participant = drawn.byId.get(result.participant_id);
    if (rank === undefined || !participant) return [];
    const { person } = participant;
    // The mayor, whom nobody appraises, gives no second looks.
    const others = raters.filter(
      (each) => each.appraiser && ![person, person.appraiser, person.superior].includes(each),
    );
    const second = random.pick(others);
    const asked = {
      agency_id: scene.agencyId,
      id: newId(),
      period_id: scene.year.periodId,
      participant_id: result.participant_id,
      cause: 'lot',
      draw_id: drawn.drawId,
      draw_rank: rank,
      created_at: moment(drawn.on, 6),
      appraiser_id: second.id,
      asked_by: scene.officer.id,
      asked_at: moment(addDays(drawn.on, 1)),
      due_on: addDays(drawn.on, 15),
    };
    return [{ ...asked, ...given(scene, random, styles, { result, participant, second, on: asked.due_on }) }];
  });
}

/** The second appraiser's own form over the same plan and evidence, computed and compared by the product's engine. */
function given(
  { scheme }: Scene,
  random: Random,
  styles: Styles,
  look: {
    readonly result: EvaluationRows['results'][number];
    readonly participant: DemoParticipant;
    readonly second: DemoPerson;
    readonly on: string;
  },
) {
  const first = resultEvidenceSchema.parse(JSON.parse(String(look.result.evidence)));
  const evidence = rated(scheme, first, random, look.participant.form, styles(look.second.id));
  const explained = explainEvidence(scheme, evidence);
  const official = officialOf(explained);
  const second = {
    explanation: explained.explanation as NonNullable<typeof explained.explanation>,
    predicate: official.predicate,
    category: null,
    score: null,
  };
  const { outcome, items, scoreDifference } = compareLooks(
    scheme.scheme,
    {
      explanation: JSON.parse(String(look.result.explanation)) as typeof second.explanation,
      predicate: look.result.predicate,
      category: null,
      score: null,
    },
    second,
  );
  const givenAt = moment(addDays(look.on, -2));
  return {
    state: 'given',
    revision: 3,
    evidence: JSON.stringify(evidence),
    explanation: JSON.stringify(second.explanation),
    results_rating: official.resultsRating,
    behaviour_rating: official.behaviourRating,
    predicate: second.predicate,
    given_at: givenAt,
    result_id: look.result.id,
    differences: JSON.stringify({ items, scoreDifference }),
    outcome,
    compared_at: givenAt,
  };
}

function rated(
  scheme: CompiledScheme,
  first: ResultEvidence,
  random: Random,
  form: number,
  style: ReturnType<Styles>,
): ResultEvidence {
  if ('kind' in first) throw new Error('the demonstration of the national rule has national evidence');
  // Two people see the same year differently, whoever is severe: about .7 of one form is the person (Viswesvaran 1996: .52).
  const seen = form + (random.next() + random.next() - 1) * 0.34;
  const rate = () => ratingOf(random, seen, style);
  const lines = (first.scheme.results.lines ?? []).map((line) => ({ ...line, rating: rate() }));
  const values = Object.fromEntries(
    Object.keys(first.scheme.behaviour.values ?? {}).map((code) => [code, rate()]),
  );
  const counted = (rating: string) => Object.values(values).filter((each) => each === rating).length;
  return {
    ...first,
    scheme: {
      results: { rating: suggestionOf(scheme, lines)?.suggested ?? 'meets', lines },
      behaviour: {
        rating: counted('above') > 3 ? 'above' : counted('below') > 2 ? 'below' : 'meets',
        values,
      },
    },
    annotations: {},
    grounds: [],
    notes: '',
  };
}
