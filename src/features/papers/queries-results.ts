/** Results in force with what was said about them, and the predicates of units: for many people at once. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Explanation } from '#domain/explanation.ts';
import {
  ORGANISATION_PREDICATES,
  type OrganisationPredicate,
  type Predicate,
  type Rating,
} from '#domain/rules/index.ts';
import type { PersonInBrief } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { ObjectionFacts, ResultFacts, Subject } from './facts.ts';
import { peopleByEnd } from './people-by-end.ts';

/** All that papers need of the evidence; the rest is evaluation's business. */
const notesSchema = z.object({ notes: z.string().default('') });

export async function resultsInForce(
  tx: Tx,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, ResultFacts>> {
  const byId = new Map(subjects.map((subject) => [subject.participantId, subject]));
  const rows = await resultRows(tx, [...byId.keys()]);
  if (rows.length === 0) return new Map();
  const objections = await objectionRows(tx, [...byId.keys()]);
  const before = await predicatesBefore(
    tx,
    objections.map((objection) => objection.result_id),
  );
  const objectionTo = (resultId: string) =>
    objections.find((each) => each.result_id === resultId || each.new_result_id === resultId);
  const endOf = (participantId: string) => byId.get(participantId)?.endsOn ?? '';
  const people = await peopleByEnd(
    tx,
    rows.map((row) => {
      const objection = objectionTo(row.id);
      const first = objection && before.get(objection.result_id);
      return { on: endOf(row.participant_id), ids: [row.given_by, first?.givenBy, objection?.decided_by] };
    }),
  );
  return new Map(
    rows.map((row) => {
      const objection = objectionTo(row.id);
      const first = objection && before.get(objection.result_id);
      const find = (id: string | null | undefined): PersonInBrief | null =>
        (id && people.get(`${endOf(row.participant_id)}:${id}`)) || null;
      const facts: ResultFacts = {
        id: row.id,
        version: row.version,
        state: row.state,
        resultsRating: row.results_rating as Rating,
        behaviourRating: row.behaviour_rating as Rating,
        predicate: row.predicate as Predicate,
        score: row.score,
        category: row.category,
        // Written by the scheme engine and by nothing else.
        explanation: row.explanation as unknown as Explanation,
        notes: notesSchema.parse(row.evidence).notes,
        givenBy: find(first?.givenBy ?? row.given_by),
        givenAt: row.given_at,
        ratifiedAt: first?.ratifiedAt ?? row.ratified_at,
        receivedOn: first?.receivedOn ?? row.received_on,
        objectionDeadline: row.objection_deadline,
        objection: objection ? toObjection(objection, first?.predicate, find(objection.decided_by)) : null,
      };
      return [row.participant_id, facts];
    }),
  );
}

function resultRows(tx: Tx, participantIds: readonly string[]) {
  return tx.db
    .selectFrom('results')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', 'in', [...participantIds])
    .where('superseded_at', 'is', null)
    .execute();
}

function objectionRows(tx: Tx, participantIds: readonly string[]) {
  return tx.db
    .selectFrom('objections')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', 'in', [...participantIds])
    .orderBy('filed_at', 'desc')
    .execute();
}

interface FirstResult {
  readonly predicate: Predicate;
  readonly givenBy: string;
  readonly ratifiedAt: Date | null;
  readonly receivedOn: string | null;
}

/** The results that were objected to: where the superior changed one, its own appraiser still signs. */
async function predicatesBefore(
  tx: Tx,
  resultIds: readonly string[],
): Promise<ReadonlyMap<string, FirstResult>> {
  if (resultIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('results')
    .select(['id', 'predicate', 'given_by', 'ratified_at', 'received_on'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', [...resultIds])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        predicate: row.predicate as Predicate,
        givenBy: row.given_by,
        ratifiedAt: row.ratified_at,
        receivedOn: row.received_on,
      },
    ]),
  );
}

function toObjection(
  row: Awaited<ReturnType<typeof objectionRows>>[number],
  predicateBefore: Predicate | undefined,
  decidedBy: PersonInBrief | null,
): ObjectionFacts {
  if (!predicateBefore) throw new Error('an objection is to a result');
  return {
    body: row.body,
    filedOn: row.filed_on,
    explanation: row.explanation,
    decision: row.decision as ObjectionFacts['decision'],
    decisionReason: row.decision_reason,
    decidedAt: row.decided_at,
    decidedBy,
    predicateBefore,
  };
}

/**
 * The predicate that holds for each unit, by `period:unit`: its own, or that of the nearest unit above for which one
 * was fixed. One query for all units.
 */
export async function organisationPredicates(
  tx: Tx,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, OrganisationPredicate>> {
  const unitIds = [...new Set(subjects.map((subject) => subject.unitId))];
  const periodIds = [...new Set(subjects.map((subject) => subject.periodId))];
  const { rows } = await sql<{ period_id: string; unit_id: string; predicate: string }>`
    with recursive above as (
      select id as unit_id, id, parent_id, 0 as steps from units
      where agency_id = ${tx.agencyId} and id = any(${unitIds}::uuid[])
      union all
      select above.unit_id, parent.id, parent.parent_id, above.steps + 1
      from above join units parent on parent.agency_id = ${tx.agencyId} and parent.id = above.parent_id
      where above.steps < 20
    )
    select distinct on (fixed.period_id, above.unit_id) fixed.period_id, above.unit_id, fixed.predicate
    from above join unit_evaluations fixed on fixed.agency_id = ${tx.agencyId} and fixed.unit_id = above.id
    where fixed.period_id = any(${periodIds}::uuid[]) and fixed.superseded_at is null
    order by fixed.period_id, above.unit_id, above.steps`.execute(tx.db);
  return new Map(
    rows.flatMap((row) => {
      const predicate = ORGANISATION_PREDICATES.find((each) => each === row.predicate);
      return predicate ? [[`${row.period_id}:${row.unit_id}`, predicate] as const] : [];
    }),
  );
}
