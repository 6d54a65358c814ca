/** Second looks as they stand: whose, by whom, how far, and how they compare. */
import { sql } from 'kysely';
import type { Explanation } from '#domain/explanation.ts';
import { fullName, type Scope, unitsOf } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import type { ItemDifference, Outcome } from '../compare.ts';
import type { LookState } from '../transitions.ts';

export interface Look {
  readonly id: string;
  readonly periodId: string;
  readonly periodName: string;
  readonly participantId: string;
  readonly rateeId: string;
  readonly rateeName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly firstId: string | null;
  readonly firstName: string | null;
  readonly superiorId: string | null;
  readonly cause: 'lot' | 'conflict';
  readonly drawId: string | null;
  readonly drawRank: number | null;
  readonly caseId: string | null;
  readonly state: LookState;
  readonly createdAt: Date;
  readonly secondId: string | null;
  readonly secondName: string | null;
  readonly dueOn: string | null;
  readonly content: unknown;
  readonly revision: number;
  readonly givenAt: Date | null;
  readonly outcome: Outcome | null;
  readonly comparedAt: Date | null;
  readonly note: string | null;
  readonly notedAt: Date | null;
}

/** What was given and how it differs; only for those who may read it. */
export interface LookResult {
  readonly explanation: Explanation;
  readonly resultsRating: string;
  readonly behaviourRating: string;
  readonly predicate: string;
  readonly category: string | null;
  readonly score: string | null;
  readonly resultId: string | null;
  readonly differences: StoredDifferences | null;
}

export interface StoredDifferences {
  readonly items: readonly ItemDifference[];
  readonly scoreDifference: string | null;
}

export interface LookFilter {
  readonly id?: string;
  readonly periodId?: string;
  readonly secondId?: string;
  readonly drawId?: string;
  readonly caseId?: string;
  readonly states?: readonly LookState[];
  readonly scope?: Scope;
}

interface Row extends Record<string, unknown> {
  readonly id: string;
}

/** Those that wait for somebody first, then by the order of the draw. */
export async function listLooks(tx: Tx, filter: LookFilter): Promise<readonly Look[]> {
  const reach = filter.scope ? unitsOf(filter.scope) : null;
  const units = reach ? [...reach] : null;
  const states = filter.states ? [...filter.states] : null;
  const same = (column: string, value: string | undefined) =>
    value === undefined ? sql`true` : sql`${sql.raw(column)} = ${value}`;
  const { rows } = await sql<Row>`
    select look.id, look.period_id, look.participant_id, look.cause, look.draw_id, look.draw_rank, look.case_id,
      look.state, look.created_at, look.appraiser_id, look.due_on, look.content, look.revision, look.given_at,
      look.outcome, look.compared_at, look.note, look.noted_at, period.name as period_name,
      participant.person_id as ratee_id, participant.unit_id, unit.name as unit_name,
      participant.appraiser_id as first_id, participant.superior_id,
      to_json(ratee) as ratee, to_json(first) as first, to_json(second) as second
    from second_looks look
      join periods period on period.agency_id = ${tx.agencyId} and period.id = look.period_id
      join participants participant on participant.agency_id = ${tx.agencyId} and participant.id = look.participant_id
      join units unit on unit.agency_id = ${tx.agencyId} and unit.id = participant.unit_id
      join people ratee on ratee.agency_id = ${tx.agencyId} and ratee.id = participant.person_id
      left join people first on first.agency_id = ${tx.agencyId} and first.id = participant.appraiser_id
      left join people second on second.agency_id = ${tx.agencyId} and second.id = look.appraiser_id
    where look.agency_id = ${tx.agencyId} and ${same('look.id', filter.id)}
      and ${same('look.period_id', filter.periodId)} and ${same('look.appraiser_id', filter.secondId)}
      and ${same('look.draw_id', filter.drawId)} and ${same('look.case_id', filter.caseId)}
      and (${states}::text[] is null or look.state = any(${states}::text[]))
      and (${units}::uuid[] is null or participant.unit_id = any(${units}::uuid[]))
    order by (look.state = 'waiting') desc, (look.state = 'asked') desc, look.draw_rank nulls first, look.created_at,
      look.id`.execute(tx.db);
  return rows.map(lookOf);
}

export async function findLook(tx: Tx, id: string): Promise<Look | undefined> {
  return isId(id) ? (await listLooks(tx, { id }))[0] : undefined;
}

type Named = { name: string; title_before: string | null; title_after: string | null };

function lookOf(row: Row): Look {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const named = (value: unknown) => (value ? fullName(value as Named) : null);
  return {
    id: row.id,
    periodId: String(row.period_id),
    periodName: String(row.period_name),
    participantId: String(row.participant_id),
    rateeId: String(row.ratee_id),
    rateeName: named(row.ratee) ?? '',
    unitId: String(row.unit_id),
    unitName: String(row.unit_name),
    firstId: text(row.first_id),
    firstName: named(row.first),
    superiorId: text(row.superior_id),
    cause: row.cause as Look['cause'],
    drawId: text(row.draw_id),
    drawRank: row.draw_rank === null ? null : Number(row.draw_rank),
    caseId: text(row.case_id),
    state: row.state as LookState,
    createdAt: row.created_at as Date,
    secondId: text(row.appraiser_id),
    secondName: named(row.second),
    dueOn: text(row.due_on),
    content: row.content,
    revision: Number(row.revision),
    givenAt: row.given_at as Date | null,
    outcome: row.outcome as Outcome | null,
    comparedAt: row.compared_at as Date | null,
    note: text(row.note),
    notedAt: row.noted_at as Date | null,
  };
}

/** What the second appraiser gave; undefined before. */
export async function lookResult(tx: Tx, id: string): Promise<LookResult | undefined> {
  const row = await tx.db
    .selectFrom('second_looks')
    .select(['explanation', 'results_rating', 'behaviour_rating', 'predicate', 'category', 'score'])
    .select(['result_id', 'differences'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .where('state', '=', 'given')
    .executeTakeFirst();
  return (
    row && {
      // Written by the scheme engine and by compareLooks and by nothing else.
      explanation: row.explanation as unknown as Explanation,
      resultsRating: row.results_rating ?? '',
      behaviourRating: row.behaviour_rating ?? '',
      predicate: row.predicate ?? '',
      category: row.category,
      score: row.score,
      resultId: row.result_id,
      differences: row.differences as unknown as StoredDifferences | null,
    }
  );
}

export interface ComparedLook {
  readonly id: string;
  readonly participantId: string;
  readonly cause: 'lot' | 'conflict';
  readonly firstAppraiserId: string;
  readonly secondAppraiserId: string;
  readonly outcome: Outcome;
  readonly items: readonly ItemDifference[];
  /** Second minus first, a decimal; null under the national scheme. */
  readonly scoreDifference: string | null;
}

/** Every compared second look of a period: what figures of fairness are made from. Those by lot are a fair sample. */
export async function secondLooksOf(
  tx: Tx,
  periodId: string,
  filter: { readonly firstAppraiserId?: string } = {},
): Promise<readonly ComparedLook[]> {
  const firstId = filter.firstAppraiserId ?? null;
  const { rows } = await sql<{
    id: string;
    participant_id: string;
    cause: ComparedLook['cause'];
    given_by: string;
    appraiser_id: string;
    outcome: Outcome;
    differences: StoredDifferences;
  }>`
    select look.id, look.participant_id, look.cause, result.given_by, look.appraiser_id, look.outcome, look.differences
    from second_looks look
      join results result on result.agency_id = ${tx.agencyId} and result.id = look.result_id
    where look.agency_id = ${tx.agencyId} and look.period_id = ${periodId} and look.state = 'given'
      and look.compared_at is not null and (${firstId}::uuid is null or result.given_by = ${firstId}::uuid)
    order by look.id`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    participantId: row.participant_id,
    cause: row.cause,
    firstAppraiserId: row.given_by,
    secondAppraiserId: row.appraiser_id,
    outcome: row.outcome,
    ...row.differences,
  }));
}

export interface LooksWaiting {
  readonly count: number;
  /** The nearest day that one is due. */
  readonly dueOn: string;
}

/** What waits for this person as a second appraiser; undefined where nothing does. */
export async function looksWaiting(tx: Tx, personId: string): Promise<LooksWaiting | undefined> {
  const row = await tx.db
    .selectFrom('second_looks')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('due_on').as('due_on')])
    .where('agency_id', '=', tx.agencyId)
    .where('appraiser_id', '=', personId)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return row?.due_on ? { count: row.count, dueOn: row.due_on } : undefined;
}
