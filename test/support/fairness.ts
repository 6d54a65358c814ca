/**
 * A closed year of a city in which appraisers differ: one gives much less than others would, one gives everybody the
 * same on every value, one unit is an island that nobody else rated. Second looks link the rest. All invented; the
 * ratings come from a fixed seed through the product's own evidence and explanation.
 */
import type { Rating } from '#domain/rules/index.ts';
import { type RandomSource, randomSource } from '#domain/statistics/random.ts';
import {
  buildEvidence,
  explainEvidence,
  officialOf,
  type RatingContent,
} from '#features/evaluation/index.ts';
import { runFairness } from '#features/fairness/index.ts';
import { enqueueRun } from '#features/fairness/run/commands.ts';
import { type PlanContent, VALUE_CODES } from '#features/planning/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { schemeStore } from '../../src/app/scheme-store.ts';
import { type City, createPerson, type TestPerson } from './city.ts';
import { samplePlan } from './plans.ts';

export interface FairnessStage {
  readonly periodId: string;
  readonly schemes: SchemeStore;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly appraisers: readonly TestPerson[];
  /** Gives far less than others would. */
  readonly severe: TestPerson;
  /** Gives one value on every item of a form. */
  readonly halo: TestPerson;
  /** Rates people whom nobody else rated. */
  readonly island: TestPerson;
  /** By appraiser, in the order of `appraisers`. */
  readonly staff: ReadonlyMap<
    string,
    readonly { readonly participantId: string; readonly person: TestPerson }[]
  >;
  /** Computes the figures and gives the id of the run. */
  run(): Promise<string>;
}

const UNITS = [
  'Dinas Perhubungan',
  'Dinas Sosial',
  'Kecamatan Hilir',
  'Kecamatan Hulu',
  'Badan Pendapatan',
  'Dinas Arsip',
];
const APPRAISERS_A_UNIT = 5;
const STAFF = 8;
/** How much of the true level an appraiser adds or takes, as a share of the scale. */
const SEVERE = -0.36;

interface Made {
  readonly periodId: string;
  readonly units: { readonly id: string; readonly name: string }[];
  readonly appraisers: TestPerson[];
  readonly staff: Map<string, { readonly participantId: string; readonly person: TestPerson }[]>;
}

/** `state` is `open` where results may still be ratified; then they are given and no more. */
export async function fairnessStage(
  city: City,
  options: { readonly state?: 'open' | 'closed'; readonly seed?: number } = {},
): Promise<FairnessStage> {
  const schemes = schemeStore();
  const random = randomSource(options.seed ?? 5);
  const state = options.state ?? 'closed';
  const made = await city.db.write((tx) => build(tx, city, schemes, random, state));
  const [severe, halo] = made.appraisers;
  const island = made.appraisers.at(-1);
  if (!severe || !halo || !island) throw new Error('the stage has appraisers');
  return {
    ...made,
    schemes,
    severe,
    halo,
    island,
    run: () => computeFairness(city.db, schemes, made.periodId),
  };
}

/** A run from request to figures, as the job does it. */
export async function computeFairness(db: AgencyDb, schemes: SchemeStore, periodId: string): Promise<string> {
  const id = await db.write((tx) => enqueueRun(tx, periodId, null));
  if (!id) throw new Error('a run is active already');
  await runFairness(db, schemes, id);
  return id;
}

async function build(
  tx: Tx,
  city: City,
  schemes: SchemeStore,
  random: RandomSource,
  state: 'open' | 'closed',
): Promise<Made> {
  const made: Made = { periodId: newId(), units: [], appraisers: [], staff: new Map() };
  await insertPeriod(tx, made.periodId, state);
  for (const [index, name] of UNITS.entries()) {
    const unitId = newId();
    await tx.db
      .insertInto('units')
      .values({
        agency_id: tx.agencyId,
        id: unitId,
        code: `F-${index}`,
        parent_id: city.units.city,
        name,
        active_from: '2024-01-01',
      })
      .execute();
    made.units.push({ id: unitId, name });
    for (let each = 0; each < APPRAISERS_A_UNIT; each++) {
      const serial = made.appraisers.length;
      made.appraisers.push(
        await createPerson(tx, {
          account: `${city.code}:penilai-${serial}`,
          name: `Penilai ${NUMBER.format(serial + 1)}`,
          unitId,
          post: 'Kepala Bidang',
          kind: 'administrator',
        }),
      );
    }
  }
  await insertRatings(tx, city, schemes, random, made, state);
  return made;
}

const NUMBER = new Intl.NumberFormat('id', { minimumIntegerDigits: 2 });

async function insertPeriod(tx: Tx, id: string, state: 'open' | 'closed'): Promise<void> {
  await tx.db
    .insertInto('periods')
    .values({
      agency_id: tx.agencyId,
      id,
      name: 'Penilaian 2025',
      starts_on: '2025-01-01',
      ends_on: '2025-12-31',
      check_in_every: 'quarter',
      scheme_id: 'permenpanrb-6-2022',
      scheme_version: 1,
      state,
      plan_due_on: '2025-01-31',
      self_assessment_due_on: '2025-12-10',
      rating_due_on: '2025-12-20',
      ratification_due_on: '2026-12-31',
      objection_days: 14,
      explanation_days: 7,
      decision_days: 14,
      distribution_policy: 'advise',
      created_at: tx.now,
      opened_at: tx.now,
      closed_at: state === 'closed' ? tx.now : null,
    })
    .execute();
}

async function insertRatings(
  tx: Tx,
  city: City,
  schemes: SchemeStore,
  random: RandomSource,
  made: Made,
  state: 'open' | 'closed',
): Promise<void> {
  const compiled = await schemes.load(tx, 'permenpanrb-6-2022', 1);
  const styles = made.appraisers.map((_, index) => ({
    shift: index === 0 ? SEVERE : 0.07 * random.normal(),
    spread: index === 1 ? 0 : 1,
  }));
  const give = (appraiserAt: number, level: number) => {
    const style = styles[appraiserAt] ?? { shift: 0, spread: 1 };
    const content = ratingContent(random, level, style);
    const evidence = buildEvidence({
      plan: PLAN,
      planVersion: 1,
      content,
      self: null,
      basis: new Map(),
      who: made.appraisers[appraiserAt]?.name ?? '',
      at: GIVEN_AT,
    });
    return { evidence, ...explainedOf(compiled, evidence) };
  };
  for (const [at, appraiser] of made.appraisers.entries()) {
    const unit = made.units[Math.floor(at / APPRAISERS_A_UNIT)];
    if (!unit) continue;
    const own: { participantId: string; person: TestPerson }[] = [];
    for (let each = 0; each < STAFF; each++) {
      const person = await createPerson(tx, {
        account: `${city.code}:staf-${at}-${each}`,
        name: `Pegawai ${NUMBER.format(at + 1)}-${each + 1}`,
        unitId: unit.id,
        post: 'Analis',
        kind: 'jf',
      });
      const participantId = await insertParticipant(tx, made.periodId, {
        person,
        appraiser,
        superior: city.head,
      });
      own.push({ participantId, person });
      const level = 0.55 + 0.16 * random.normal();
      await insertResult(tx, participantId, appraiser.id, give(at, level), state);
      // The last appraiser's people were seen by nobody else; of the others, four of eight were.
      const second = (at + 1 + each * 7) % (made.appraisers.length - 1);
      if (at < made.appraisers.length - 1 && each % 2 === 0 && second !== at)
        await insertLook(tx, made, {
          participantId,
          second: made.appraisers[second],
          given: give(second, level),
        });
    }
    made.staff.set(appraiser.id, own);
  }
}

const GIVEN_AT = new Date('2025-12-15T03:00:00Z');

const PLAN: PlanContent = samplePlan();

interface Style {
  readonly shift: number;
  readonly spread: number;
}

function ratingContent(random: RandomSource, level: number, { shift, spread }: Style): RatingContent {
  const overall = level + shift + 0.1 * random.normal();
  const rate = (): Rating => {
    const felt = overall + spread * 0.16 * random.normal();
    return felt > 0.72 ? 'above' : felt > 0.34 ? 'meets' : 'below';
  };
  const same = rate();
  const given = () => ({ rating: spread === 0 ? same : rate(), reason: REASON });
  const lines = Object.fromEntries(PLAN.results.map(({ id }) => [id, given()]));
  const values = Object.fromEntries(VALUE_CODES.map((code) => [code, given()]));
  return {
    lines,
    values,
    uniformReason: '',
    results: { rating: decided(Object.values(lines)), reason: REASON },
    behaviour: { rating: decided(Object.values(values)), reason: REASON },
    notes: '',
  };
}

const REASON = 'Alasan yang cukup panjang untuk uji.';

/** The best where all have it, the worst where all have it, what is expected otherwise. */
function decided(parts: readonly { readonly rating: Rating }[]): Rating {
  const [first] = parts;
  return first && parts.every(({ rating }) => rating === first.rating) ? first.rating : 'meets';
}

function explainedOf(
  compiled: Parameters<typeof explainEvidence>[0],
  evidence: Parameters<typeof explainEvidence>[1],
) {
  const explained = explainEvidence(compiled, evidence);
  if (!explained.explanation) throw new Error(JSON.stringify(explained.problems));
  return { explanation: explained.explanation, official: officialOf(explained) };
}

type GivenForm = { readonly evidence: unknown } & ReturnType<typeof explainedOf>;

async function insertParticipant(
  tx: Tx,
  periodId: string,
  who: {
    readonly person: TestPerson & { readonly placementId: string; readonly unitId: string };
    readonly appraiser: TestPerson;
    readonly superior: TestPerson;
  },
): Promise<string> {
  const id = newId();
  await tx.db
    .insertInto('participants')
    .values({
      agency_id: tx.agencyId,
      id,
      period_id: periodId,
      person_id: who.person.id,
      placement_id: who.person.placementId,
      unit_id: who.person.unitId,
      appraiser_id: who.appraiser.id,
      superior_id: who.superior.id,
      starts_on: '2025-01-01',
      ends_on: '2025-12-31',
      state: 'active',
      scheme_id: 'permenpanrb-6-2022',
      scheme_version: 1,
      created_at: tx.now,
    })
    .execute();
  return id;
}

async function insertResult(
  tx: Tx,
  participantId: string,
  givenBy: string,
  { evidence, explanation, official }: GivenForm,
  state: 'open' | 'closed',
): Promise<void> {
  await tx.db
    .insertInto('results')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      participant_id: participantId,
      version: 1,
      state: state === 'closed' ? 'accepted' : 'given',
      results_rating: official.resultsRating,
      behaviour_rating: official.behaviourRating,
      predicate: official.predicate,
      evidence: JSON.stringify(evidence),
      explanation: JSON.stringify(explanation),
      scheme_id: 'permenpanrb-6-2022',
      scheme_version: 1,
      given_by: givenBy,
      given_at: GIVEN_AT,
      ...(state === 'closed'
        ? { ratified_by: givenBy, ratified_at: GIVEN_AT, received_on: '2025-12-15' }
        : {}),
    })
    .execute();
}

async function insertLook(
  tx: Tx,
  made: Made,
  look: {
    readonly participantId: string;
    readonly second: TestPerson | undefined;
    readonly given: GivenForm;
  },
): Promise<void> {
  if (!look.second) return;
  const { evidence, explanation, official } = look.given;
  await tx.db
    .insertInto('second_looks')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      period_id: made.periodId,
      participant_id: look.participantId,
      cause: 'lot',
      state: 'given',
      created_at: tx.now,
      appraiser_id: look.second.id,
      revision: 1,
      evidence: JSON.stringify(evidence),
      explanation: JSON.stringify(explanation),
      results_rating: official.resultsRating,
      behaviour_rating: official.behaviourRating,
      predicate: official.predicate,
      given_at: GIVEN_AT,
    })
    .execute();
}
