/** Conflicts of appraisals in open periods, with names: the officer's work list. */
import { sql } from 'kysely';
import type { ConflictKind, Consequence } from '#domain/schemes/index.ts';
import { fullName, type Scope, unitsOf } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import type { Conflict } from '../between.ts';
import type { CaseState } from '../transitions.ts';
import type { Settlement } from '../words.ts';

export interface ConflictCase {
  readonly id: string;
  readonly periodId: string;
  readonly periodName: string;
  readonly participantId: string;
  readonly rateeId: string;
  readonly rateeName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly raterId: string;
  readonly raterName: string;
  readonly superiorId: string | null;
  /** Who appraises now: another where the appraiser was replaced. */
  readonly appraiserId: string | null;
  readonly kind: ConflictKind;
  readonly source: 'declared' | 'found';
  readonly declarationId: string | null;
  readonly since: string;
  readonly consequence: Consequence;
  readonly state: CaseState;
  readonly foundAt: Date;
  readonly settlement: Settlement | null;
  readonly substituteName: string | null;
  readonly settledAt: Date | null;
  readonly settledByName: string | null;
  readonly reason: string | null;
  readonly schemeId: string;
  readonly schemeVersion: number;
}

export interface CaseFilter {
  readonly id?: string;
  readonly periodId?: string | undefined;
  readonly participantId?: string;
  readonly states?: readonly CaseState[];
  readonly kind?: ConflictKind | undefined;
  readonly scope?: Scope;
  readonly words?: string;
}

interface Row extends Record<string, unknown> {
  readonly total: number;
}

const A_PAGE = 50;

export { A_PAGE as CASES_A_PAGE };

/** Those that wait for a decision first, the strictest first; then the latest. */
export async function listCases(
  tx: Tx,
  filter: CaseFilter,
  page: { readonly number: number; readonly size?: number } = { number: 1 },
): Promise<{ readonly cases: readonly ConflictCase[]; readonly total: number }> {
  const reach = filter.scope ? unitsOf(filter.scope) : null;
  const units = reach ? [...reach] : null;
  const states = filter.states ? [...filter.states] : null;
  const words = `%${(filter.words ?? '').toLowerCase().replaceAll(/[%_\\]/g, '\\$&')}%`;
  const size = page.size ?? A_PAGE;
  const name = (table: string) =>
    sql.raw(
      `json_build_object('name', ${table}.name, 'title_before', ${table}.title_before, 'title_after', ${table}.title_after)`,
    );
  const { rows } = await sql<Row>`
    select c.*, period.name as period_name, participant.person_id as ratee_id, participant.unit_id,
      participant.superior_id, participant.appraiser_id, participant.scheme_id, participant.scheme_version,
      unit.name as unit_name, ${name('ratee')} as ratee, ${name('rater')} as rater,
      case when substitute.id is null then null else ${name('substitute')} end as substitute,
      case when settler.id is null then null else ${name('settler')} end as settler, count(*) over () as total
    from conflict_cases c
      join periods period on period.agency_id = ${tx.agencyId} and period.id = c.period_id
      join participants participant on participant.agency_id = ${tx.agencyId} and participant.id = c.participant_id
      join units unit on unit.agency_id = ${tx.agencyId} and unit.id = participant.unit_id
      join people ratee on ratee.agency_id = ${tx.agencyId} and ratee.id = participant.person_id
      join people rater on rater.agency_id = ${tx.agencyId} and rater.id = c.rater_id
      left join people substitute on substitute.agency_id = ${tx.agencyId} and substitute.id = c.substitute_id
      left join people settler on settler.agency_id = ${tx.agencyId} and settler.id = c.settled_by
    where c.agency_id = ${tx.agencyId}
      and (${filter.id ?? null}::uuid is null or c.id = ${filter.id ?? null}::uuid)
      and (${filter.periodId ?? null}::uuid is null or c.period_id = ${filter.periodId ?? null}::uuid)
      and (${filter.participantId ?? null}::uuid is null or c.participant_id = ${filter.participantId ?? null}::uuid)
      and (${states}::text[] is null or c.state = any(${states}::text[]))
      and (${filter.kind ?? null}::text is null or c.kind = ${filter.kind ?? null})
      and (${units}::uuid[] is null or participant.unit_id = any(${units}::uuid[]))
      and (${words} = '%%' or lower(ratee.name) like ${words} or lower(rater.name) like ${words})
    order by (c.state = 'open') desc, (c.consequence = 'replace') desc, c.found_at desc, c.id desc
    limit ${size} offset ${(page.number - 1) * size}`.execute(tx.db);
  return { cases: rows.map(caseOf), total: rows[0]?.total ?? 0 };
}

export async function findCase(tx: Tx, id: string): Promise<ConflictCase | undefined> {
  return isId(id) ? (await listCases(tx, { id })).cases[0] : undefined;
}

type Named = { name: string; title_before: string | null; title_after: string | null };

function caseOf(row: Row): ConflictCase {
  const named = (value: unknown) => (value ? fullName(value as Named) : null);
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    id: String(row.id),
    periodId: String(row.period_id),
    periodName: String(row.period_name),
    participantId: String(row.participant_id),
    rateeId: String(row.ratee_id),
    rateeName: named(row.ratee) ?? '',
    unitId: String(row.unit_id),
    unitName: String(row.unit_name),
    raterId: String(row.rater_id),
    raterName: named(row.rater) ?? '',
    superiorId: text(row.superior_id),
    appraiserId: text(row.appraiser_id),
    kind: row.kind as ConflictKind,
    source: row.source as ConflictCase['source'],
    declarationId: text(row.declaration_id),
    since: String(row.since),
    consequence: row.consequence as Consequence,
    state: row.state as CaseState,
    foundAt: row.found_at as Date,
    settlement: row.settlement as Settlement | null,
    substituteName: named(row.substitute),
    settledAt: row.settled_at as Date | null,
    settledByName: named(row.settler),
    reason: text(row.reason),
    schemeId: String(row.scheme_id),
    schemeVersion: Number(row.scheme_version),
  };
}

/**
 * What stands between a participant and the appraiser, as it was last looked for: one small question for every page of
 * an appraisal. What was decided stays a fact.
 */
export async function standingConflicts(tx: Tx, participantId: string): Promise<readonly Conflict[]> {
  const rows = await tx.db
    .selectFrom('conflict_cases as found')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.id', '=', 'found.participant_id')
        .onRef('participants.appraiser_id', '=', 'found.rater_id')
        .on('participants.agency_id', '=', tx.agencyId),
    )
    .select(['found.kind', 'found.source', 'found.rater_id', 'found.since', 'found.declaration_id'])
    .select('participants.person_id')
    .where('found.agency_id', '=', tx.agencyId)
    .where('found.participant_id', '=', participantId)
    .where('found.state', '<>', 'gone')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as ConflictKind,
    source: row.source as Conflict['source'],
    raterId: row.rater_id,
    rateeId: row.person_id,
    since: row.since,
    id: row.declaration_id,
  }));
}
