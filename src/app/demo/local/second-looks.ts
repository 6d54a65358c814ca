/** A draw of second looks in the half-year that is over, with second looks given, under way and waiting. */
import { type Insertable, sql } from 'kysely';
import { commitmentOf, draw, type Eligible, listText, seedOf } from '#domain/lot/index.ts';
import { type CompiledScheme, secondLookPercent } from '#domain/schemes/index.ts';
import { explainEvidence, officialOf, resultEvidenceSchema } from '#features/evaluation/index.ts';
import { suggestedRatings } from '#features/schemes/index.ts';
import { compareLooks, DIGESTS } from '#features/second-looks/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../insert.ts';
import type { DemoPerson } from '../people.ts';
import { type Random, seededRandom } from '../random.ts';
import { moment } from '../year.ts';
import type { LocalCity } from './period.ts';
import type { Semester } from './semesters.ts';

export type City = LocalCity & { readonly auditor: DemoPerson; readonly today: string };

const SECRETS = { officer: 'benih-pengelola-7Qd2', auditor: 'benih-inspektorat-4Kx9' } as const;

interface Given {
  readonly id: string;
  readonly period_id: string;
  readonly scheme_id: string;
  readonly scheme_version: number;
  readonly person_id: string;
  readonly appraiser_id: string;
  readonly superior_id: string | null;
  readonly result_id: string;
  readonly evidence: unknown;
  readonly explanation: unknown;
  readonly predicate: string;
  readonly category: string | null;
  readonly score: string | null;
}

async function resultsIn(
  tx: Tx,
  startsOn: string,
): Promise<readonly Omit<Given, 'evidence' | 'explanation'>[]> {
  const { rows } = await sql<Given>`
    select p.id, p.period_id, p.scheme_id, p.scheme_version, p.person_id, p.appraiser_id, p.superior_id,
      r.id as result_id, r.predicate, r.category, r.score
    from participants p join periods e on e.agency_id = ${tx.agencyId} and e.id = p.period_id
      join results r on r.agency_id = ${tx.agencyId} and r.participant_id = p.id and r.superseded_at is null
    where p.agency_id = ${tx.agencyId} and e.starts_on = ${startsOn} and p.appraiser_id is not null
    order by p.id`.execute(tx.db);
  return rows;
}

/** The draw, and a second look at each that was drawn: given, under way, waiting. */
export async function insertLooks(tx: Tx, city: City, past: Semester): Promise<void> {
  const random = seededRandom(13);
  const results = await resultsIn(tx, past.startsOn);
  const [first] = results;
  if (!first) return;
  const eligible = results.flatMap((each): Eligible[] => {
    const compiled = city.schemes.get(each.scheme_id);
    const percent = compiled ? secondLookPercent(compiled.scheme) : 0;
    return percent > 0 ? [{ id: each.id, scheme: `${each.scheme_id}@${each.scheme_version}`, percent }] : [];
  });
  const list = listText(eligible);
  const listSha256 = DIGESTS.sha256(list);
  const seed = seedOf(DIGESTS, { ...SECRETS, listSha256 });
  const drawn = draw(DIGESTS, eligible, seed);
  const drawId = newId();
  const on = addDays(past.endsOn, 20);
  await insertAll(tx, 'second_look_draws', [
    {
      agency_id: city.agencyId,
      id: drawId,
      period_id: first.period_id,
      attempt: 1,
      state: 'drawn',
      list,
      list_sha256: listSha256,
      eligible: eligible.length,
      prepared_by: city.officer.id,
      prepared_at: moment(on, 1),
      officer_id: city.officer.id,
      officer_commitment: commitmentOf(DIGESTS, SECRETS.officer),
      officer_committed_at: moment(on, 2),
      officer_secret: SECRETS.officer,
      officer_revealed_at: moment(on, 5),
      auditor_id: city.auditor.id,
      auditor_commitment: commitmentOf(DIGESTS, SECRETS.auditor),
      auditor_committed_at: moment(on, 4),
      auditor_secret: SECRETS.auditor,
      auditor_revealed_at: moment(on, 6),
      seed,
      chosen: drawn.length,
      drawn_at: moment(on, 6),
    },
  ]);
  const byId = new Map(results.map((each) => [each.id, each]));
  const appraisers = [...new Set(results.map((each) => each.appraiser_id))];
  const rows: Insertable<DB['second_looks']>[] = [];
  for (const [at, { id, rank }] of drawn.entries()) {
    const given = byId.get(id);
    const compiled = given && city.schemes.get(given.scheme_id);
    if (!given || !compiled) continue;
    // All but the last two are done; of these one is under way and one waits for an officer.
    const left = drawn.length - at;
    const common = look(city, given, { drawId, rank, createdAt: moment(on, 6) });
    const second = random.pick(
      appraisers.filter(
        (person) => ![given.appraiser_id, given.superior_id, given.person_id].includes(person),
      ),
    );
    if (left === 1 && drawn.length > 1) rows.push({ ...common, state: 'waiting' });
    else {
      const asked = {
        ...common,
        appraiser_id: second,
        asked_by: city.officer.id,
        asked_at: moment(addDays(on, 1)),
      };
      if (left === 2 && drawn.length > 2)
        rows.push({ ...asked, state: 'asked', due_on: addDays(city.today, 7) });
      else {
        const secondName = city.people.everyone.find((person) => person.id === second)?.name ?? '';
        const due_on = addDays(on, 15);
        rows.push(await doneLook(tx, random, compiled, { ...given, secondName }, { ...asked, due_on }));
      }
    }
  }
  await insertAll(tx, 'second_looks', rows);
}

function look(
  city: City,
  given: Omit<Given, 'evidence' | 'explanation'>,
  made: { readonly drawId: string; readonly rank: number; readonly createdAt: Date },
) {
  return {
    agency_id: city.agencyId,
    id: newId(),
    period_id: given.period_id,
    participant_id: given.id,
    cause: 'lot',
    draw_id: made.drawId,
    draw_rank: made.rank,
    created_at: made.createdAt,
    state: 'waiting',
    appraiser_id: null as string | null,
    asked_by: null as string | null,
    asked_at: null as Date | null,
    due_on: null as string | null,
    revision: 0,
    evidence: null as string | null,
    explanation: null as string | null,
    results_rating: null as string | null,
    behaviour_rating: null as string | null,
    predicate: null as string | null,
    score: null as string | null,
    category: null as string | null,
    given_at: null as Date | null,
    result_id: null as string | null,
    differences: null as string | null,
    outcome: null as string | null,
    compared_at: null as Date | null,
  };
}

/** The same form a step higher or lower in some items, computed and compared by the product's own engine. */
async function doneLook(
  tx: Tx,
  random: Random,
  compiled: CompiledScheme,
  given: Omit<Given, 'evidence' | 'explanation'> & { readonly secondName: string },
  asked: ReturnType<typeof look>,
): Promise<ReturnType<typeof look>> {
  const stored = await tx.db
    .selectFrom('results')
    .select(['evidence', 'explanation'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', given.result_id)
    .executeTakeFirstOrThrow();
  const first = resultEvidenceSchema.parse(stored.evidence);
  const scheme = shifted(random, compiled, first.scheme as Readonly<Record<string, unknown>>);
  const givenAt = moment(addDays(asked.due_on ?? '', -2));
  const said = { who: given.secondName, when: givenAt.toISOString() };
  const annotations = Object.fromEntries(
    Object.entries(first.annotations)
      .filter(([path]) => !path.includes('.items.') && !path.includes('.levels.'))
      .map(([path, by]) => [path, /official|forms/.test(path) ? said : by]),
  );
  const evidence = resultEvidenceSchema.parse({ ...first, scheme, annotations, grounds: [], notes: '' });
  const explained = explainEvidence(compiled, evidence);
  const official = officialOf(explained);
  const second = {
    explanation: explained.explanation as NonNullable<typeof explained.explanation>,
    predicate: official.predicate,
    category: explained.category,
    score: explained.score,
  };
  const { outcome, items, scoreDifference } = compareLooks(
    compiled.scheme,
    // Written by the scheme engine when the result was given.
    { ...given, explanation: stored.explanation as unknown as typeof second.explanation },
    second,
  );
  return {
    ...asked,
    state: 'given',
    revision: 3,
    evidence: JSON.stringify(evidence),
    explanation: JSON.stringify(second.explanation),
    results_rating: official.resultsRating,
    behaviour_rating: official.behaviourRating,
    predicate: second.predicate,
    score: second.score,
    category: second.category,
    given_at: givenAt,
    result_id: given.result_id,
    differences: JSON.stringify({ items, scoreDifference }),
    outcome,
    compared_at: givenAt,
  };
}

type Form = { items?: Record<string, string>; levels?: Record<string, number> };

/** Every third item of the appraiser's form a step away, and the official ratings as the scheme then suggests. */
function shifted(
  random: Random,
  compiled: CompiledScheme,
  evidence: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const copy = structuredClone(evidence) as Record<string, { forms?: Record<string, Form[]> } | undefined>;
  for (const [code, settings] of Object.entries(compiled.scheme.components)) {
    const form = copy[code]?.forms?.appraiser?.[0];
    const scale =
      'scale' in settings && settings.scale ? compiled.scheme.scales?.[settings.scale] : undefined;
    const codes = scale?.levels.map((level) => level.code) ?? [];
    for (const [item, level] of Object.entries(form?.items ?? {})) {
      if (!form?.items || !random.chance(1 / 3)) continue;
      const at = codes.indexOf(level);
      form.items[item] = codes[at + (random.chance(0.7) ? 1 : -1)] ?? level;
    }
  }
  const suggested = suggestedRatings(compiled, copy);
  const official = copy.official as Record<string, unknown> | undefined;
  if (!official) return copy;
  const rated = Object.fromEntries(
    Object.entries(official).map(([name, was]) => {
      const rating = suggested[name as keyof typeof suggested];
      return [name, rating ? { rating } : was];
    }),
  );
  return { ...copy, official: rated };
}
