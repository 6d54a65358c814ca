/**
 * People whom their appraiser rated, half of them a second look too, and about whom colleagues spoke without a name:
 * results and second looks as the product stores them, forms that can be rearranged behind the same means.
 */
import { compileScheme, parseScheme } from '#domain/schemes/index.ts';
import { randomSource } from '#domain/statistics/random.ts';
import { explainEvidence, officialOf, type ResultEvidence } from '#features/evaluation/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { type City, createPerson, type TestPerson } from './city.ts';
import type { TestDatabase } from './database.ts';
import { shippedScheme } from './schemes.ts';
import { ITEMS, LEVELS, VOICED_SCHEME } from './voices.ts';

const APPRAISERS = 6;
const STAFF = 6;
export const COLLEAGUES = 5;

const parsed = parseScheme(shippedScheme(`kota-sawahlunto/${VOICED_SCHEME}`), 'scheme.yaml');
if (!parsed.ok) throw new Error('the shipped scheme is right');
export const scheme = compileScheme(parsed.scheme);

/** Scores of the levels in the scheme, best first. */
const SCORES = LEVELS.map((code) => {
  const levels = Object.values(scheme.scheme.scales ?? {}).flatMap((scale) => scale.levels);
  return Number(levels.find((level) => level.code === code)?.score);
});

/** Levels by number of the item, `perilaku` first. */
export type Form = readonly number[];

export interface Ratee {
  readonly participantId: string;
  readonly person: TestPerson;
  readonly appraiser: TestPerson;
  readonly second: TestPerson;
  readonly own: Form;
  /** In the order of those who were asked. */
  readonly forms: readonly Form[];
}

const ALL_ITEMS = [...ITEMS.perilaku, ...ITEMS.komitmen];

function formsIn(form: Form, from: number, codes: readonly string[]) {
  return { items: Object.fromEntries(codes.map((code, index) => [code, LEVELS[form[from + index] ?? 0]])) };
}

/** The example of the scheme with these forms by the appraiser and by colleagues; nobody else was heard. */
export function evidenceOf(own: Form, colleagues: readonly Form[]): Readonly<Record<string, unknown>> {
  const component = (from: number, codes: readonly string[]) => ({
    forms: {
      appraiser: [formsIn(own, from, codes)],
      ...(colleagues.length > 0 ? { colleague: colleagues.map((form) => formsIn(form, from, codes)) } : {}),
    },
  });
  return {
    ...scheme.example,
    perilaku: component(0, ITEMS.perilaku),
    komitmen: component(ITEMS.perilaku.length, ITEMS.komitmen),
  };
}

function given(own: Form, colleagues: readonly Form[]) {
  const bare = evidenceOf(own, colleagues);
  const { official } = scheme.evaluate(bare);
  const decided = {
    ...bare,
    official: { results: { rating: official.results }, behaviour: { rating: official.behaviour } },
  };
  const evidence = {
    kind: 'local',
    planVersion: 1,
    scheme: decided,
    annotations: {},
    lines: [],
    notes: '',
  } satisfies ResultEvidence;
  const explained = explainEvidence(scheme, evidence);
  return { evidence, explained, ...officialOf(explained) };
}

export const meanOf = (form: Form, from: number, count: number) =>
  form.slice(from, from + count).reduce((sum, level) => sum + (SCORES[level] ?? 0), 0) / count;

/** The same means from other forms, given by others: within each item the levels change places among the forms. */
export function rearranged(forms: readonly Form[], seed: number): readonly Form[] {
  const random = randomSource(seed);
  const columns = ALL_ITEMS.map((_, item) => {
    const levels = forms.map((form) => form[item] ?? 0);
    for (let last = levels.length - 1; last > 0; last -= 1) {
      const other = random.integer(last + 1);
      [levels[last], levels[other]] = [levels[other] ?? 0, levels[last] ?? 0];
    }
    return levels;
  });
  return forms.map((_, place) => columns.map((levels) => levels[place] ?? 0));
}

export interface VoicedStage {
  readonly ratees: readonly Ratee[];
  readonly appraisers: readonly TestPerson[];
}

/** Everybody has a result that was given and rests on the appraiser alone; nobody was asked yet. */
export async function voicedStage(test: TestDatabase, city: City): Promise<VoicedStage> {
  const random = randomSource(99);
  const level = (centre: number) => Math.min(3, Math.max(0, Math.round(centre + 0.8 * random.normal())));
  const form = (centre: number): Form => ALL_ITEMS.map(() => level(centre));
  const make = (name: string, post: string, kind: string) =>
    city.db.write((tx) =>
      createPerson(tx, { account: `${city.code}:${name}`, name, unitId: city.units.clinic, post, kind }),
    );
  const appraisers: TestPerson[] = [];
  for (let index = 0; index < APPRAISERS; index += 1)
    appraisers.push(await make(`Penilai Ke-${index + 1}`, 'Kepala Ruang', 'pengawas'));
  const ratees: Ratee[] = [];
  for (const [index, appraiser] of appraisers.entries())
    for (let each = 0; each < STAFF; each += 1) {
      const centre = 1.2 + 0.6 * random.normal();
      ratees.push({
        participantId: newId(),
        person: await make(`Pegawai ${index + 1}-${each + 1}`, 'Perawat', 'jf'),
        appraiser,
        second: appraisers[(index + 1 + (each % (APPRAISERS - 1))) % APPRAISERS] as TestPerson,
        own: form(centre + (index === 0 ? 0.8 : 0)),
        forms: Array.from({ length: COLLEAGUES }, () => form(centre)),
      });
    }
  const { rows } = await test.owner.query<{ person_id: string; id: string }>(
    'select person_id, id from placements where agency_id = $1',
    [city.agencyId],
  );
  const placements = new Map(rows.map((row) => [row.person_id, row.id]));
  await city.db.write(async (tx) => {
    for (const [index, ratee] of ratees.entries()) {
      await insertParticipant(tx, city, ratee, placements.get(ratee.person.id) ?? '');
      await insertResult(tx, ratee);
      if (index % 2 === 0) await insertLook(tx, city, ratee, index % 4 === 0 ? 1 : 0);
    }
  });
  return { ratees, appraisers };
}

async function insertParticipant(tx: Tx, city: City, ratee: Ratee, placementId: string): Promise<void> {
  await tx.db
    .insertInto('participants')
    .values({
      agency_id: tx.agencyId,
      id: ratee.participantId,
      period_id: city.periodId,
      person_id: ratee.person.id,
      placement_id: placementId,
      unit_id: city.units.clinic,
      appraiser_id: ratee.appraiser.id,
      superior_id: city.head.id,
      starts_on: '2026-01-01',
      ends_on: '2026-12-31',
      state: 'active',
      scheme_id: VOICED_SCHEME,
      scheme_version: 1,
      created_at: tx.now,
    })
    .execute();
}

async function insertResult(tx: Tx, ratee: Ratee): Promise<void> {
  await tx.db
    .insertInto('results')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      participant_id: ratee.participantId,
      version: 1,
      state: 'given',
      ...columnsOf(given(ratee.own, [])),
      scheme_id: VOICED_SCHEME,
      scheme_version: 1,
      given_by: ratee.appraiser.id,
      given_at: tx.now,
    })
    .execute();
}

/** The second appraiser gives every item so many levels less. */
async function insertLook(tx: Tx, city: City, ratee: Ratee, less: number): Promise<void> {
  const lower = ratee.own.map((level) => Math.min(SCORES.length - 1, level + less));
  await tx.db
    .insertInto('second_looks')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      period_id: city.periodId,
      participant_id: ratee.participantId,
      cause: 'lot',
      state: 'given',
      created_at: tx.now,
      appraiser_id: ratee.second.id,
      revision: 1,
      ...columnsOf(given(lower, [])),
      given_at: tx.now,
    })
    .execute();
}

function columnsOf({ evidence, explained, ...official }: ReturnType<typeof given>) {
  return {
    results_rating: official.resultsRating,
    behaviour_rating: official.behaviourRating,
    predicate: official.predicate,
    score: explained.score,
    category: explained.category,
    evidence: JSON.stringify(evidence),
    explanation: JSON.stringify(explained.explanation),
  };
}

/** As the release leaves it: pools are final, and results rest on these forms. The owner writes; no role could. */
export async function releaseForms(
  test: TestDatabase,
  city: City,
  ratees: readonly Ratee[],
  formsOf: (ratee: Ratee, index: number) => readonly Form[],
): Promise<void> {
  for (const table of ['voice_rounds', 'voice_pools', 'results'])
    await test.owner.query(`alter table ${table} no force row level security`);
  const { agencyId } = city;
  await test.owner.query(
    `update voice_rounds set state = 'released', closes_on = '2026-11-19' where agency_id = $1`,
    [agencyId],
  );
  await test.owner.query(
    `update voice_pools set state = 'released', released_forms = $2 where agency_id = $1`,
    [agencyId, COLLEAGUES],
  );
  for (const [index, ratee] of ratees.entries()) {
    const columns = Object.entries(columnsOf(given(ratee.own, formsOf(ratee, index))));
    const set = columns.map(([name], place) => `${name} = $${place + 2}`).join(', ');
    await test.owner.query(`update results set ${set} where participant_id = $1`, [
      ratee.participantId,
      ...columns.map(([, value]) => value),
    ]);
  }
  for (const table of ['voice_rounds', 'voice_pools', 'results'])
    await test.owner.query(`alter table ${table} force row level security`);
}
