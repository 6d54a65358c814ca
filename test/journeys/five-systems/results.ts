/** Every result of the demonstration: the local category never contradicts the predicate, the reasons are the engine's. */
import { expect } from 'vitest';
import { explainEvidence, resultEvidenceSchema } from '#features/evaluation/index.ts';
import { compiled, type Demonstration, SYSTEMS } from './demonstration.ts';

interface StoredResult {
  readonly id: string;
  readonly scheme_id: string;
  readonly category: string;
  readonly score: string | null;
  readonly predicate: string;
  readonly results_rating: string;
  readonly behaviour_rating: string;
  readonly state: string;
  readonly evidence: unknown;
  readonly explanation: unknown;
}

const stored = ({ rows }: Demonstration) =>
  rows<StoredResult>(
    `select id, scheme_id, category, score::text, predicate, results_rating, behaviour_rating, state, evidence, explanation
     from results where superseded_at is null`,
  );

/** Whoever took part in the half-year that is over has one accepted result, under each of the five schemes. */
export async function everybodyHasOne(demo: Demonstration): Promise<void> {
  const results = await stored(demo);
  const [expected] = await demo.rows<{ count: number }>(
    `select count(*)::int as count from participants t join periods p on p.id = t.period_id where p.state = 'closed'`,
  );
  expect(results.length).toBe(expected?.count);
  expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['accepted']));
  for (const { scheme } of SYSTEMS) {
    const own = results.filter(({ scheme_id }) => scheme_id === scheme);
    expect(own.length, scheme).toBeGreaterThan(10);
    // A demonstration in which everybody is the same shows nothing.
    expect(new Set(own.map(({ category }) => category)).size, scheme).toBeGreaterThan(2);
    expect(new Set(own.map(({ predicate }) => predicate)).size, scheme).toBeGreaterThan(1);
  }
}

export async function neverContradicts(demo: Demonstration): Promise<void> {
  for (const { id, scheme_id, category, predicate } of await stored(demo)) {
    const found = compiled(scheme_id).scheme.categories.find(({ code }) => code === category);
    expect(found?.predicates, `${scheme_id} ${id}: ${category}`).toContain(predicate);
  }
}

export async function isWhatTheEngineExplains(demo: Demonstration): Promise<void> {
  for (const result of await stored(demo)) {
    const scheme = compiled(result.scheme_id);
    const evidence = resultEvidenceSchema.parse(result.evidence);
    const explained = explainEvidence(scheme, evidence);
    expect(JSON.parse(JSON.stringify(explained.explanation)), result.id).toEqual(result.explanation);
    expect(
      [
        explained.category,
        numberOf(explained.score),
        explained.official.predicate,
        explained.official.results,
      ],
      result.id,
    ).toEqual([result.category, numberOf(result.score), result.predicate, result.results_rating]);
    expect(explained.official.behaviour).toBe(result.behaviour_rating);
    // The engine evaluates without explaining to the same answer.
    expect(scheme.evaluate(evidence.scheme).category).toBe(result.category);
  }
}

/** Some appraisers depart from what the scheme suggests: each departure stands with its reason. */
export async function departuresHaveReasons(demo: Demonstration): Promise<void> {
  const departures = await demo.rows<{ reason: string | null }>(
    `select evidence #>> '{scheme,official,results,reason}' as reason from results
     where evidence #> '{scheme,official,results}' ? 'reason'`,
  );
  expect(departures.length).toBeGreaterThan(0);
  for (const { reason } of departures) expect(reason?.length).toBeGreaterThan(20);
}

const numberOf = (score: string | null) => (score === null ? null : Number(score));

/** A rating at an end of its scale stands with what it rests on, and the person reads what was cited. */
export async function endsRestOnEvidence(demo: Demonstration): Promise<void> {
  const [cited] = await demo.rows<{ results: string; open: string; hidden: string }>(
    `select count(*) as results,
       count(*) filter (where o.cited_at is not null) as open,
       count(*) filter (where o.cited_at is null) as hidden
     from results r, jsonb_array_elements(r.evidence -> 'grounds') g, jsonb_array_elements(g -> 'cited') c
     join observations o on o.id = (c ->> 'id')::uuid`,
  );
  expect(Number(cited?.results)).toBeGreaterThan(50);
  expect(Number(cited?.hidden)).toBe(0);
  const [covered] = await demo.rows<{ none: string }>(
    `select count(*) as none from results where evidence -> 'coverage' is null`,
  );
  expect(Number(covered?.none)).toBe(0);
}
