/** Innovations with their people and steps, as they stand. */
import { sql } from 'kysely';
import { type Actor, covers, fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import type { Reached } from './stages.ts';
import type { InnovationRole, InnovationState } from './transitions.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
}

export interface Step extends Reached {
  readonly id: string;
  readonly account: string;
  readonly measure: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly link: string | null;
  readonly verifyingUnitId: string | null;
  readonly verifyingUnit: string | null;
  readonly verdictReason: string | null;
}

export interface Innovation {
  readonly id: string;
  readonly title: string;
  readonly problem: string;
  readonly idea: string;
  readonly scheme: { readonly id: string; readonly version: number };
  readonly component: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly proposedBy: string;
  readonly state: InnovationState;
  readonly publicText: string | null;
  readonly createdAt: Date;
  readonly members: readonly Member[];
  /** In the order in which they were reached. */
  readonly steps: readonly Step[];
}

export interface Filter {
  readonly q?: string | undefined;
  readonly unitId?: string | undefined;
  readonly state?: InnovationState | undefined;
  readonly personId?: string | undefined;
  readonly isPublished?: boolean | undefined;
  /** Those with a step that heads of these units are asked to verify. */
  readonly toVerifyIn?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
}

export const INNOVATIONS_A_PAGE = 50;

export async function listInnovations(tx: Tx, filter: Filter = {}, page = 1): Promise<readonly Innovation[]> {
  const like = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<Row>`
    select i.*, u.name as unit_name from innovations i
    join units u on u.agency_id = ${tx.agencyId} and u.id = i.unit_id
    where i.agency_id = ${tx.agencyId}
      and (${like}::text is null or i.title ilike ${like} or i.idea ilike ${like})
      and (${filter.unitId ?? null}::uuid is null or i.unit_id = ${filter.unitId ?? null}::uuid)
      and (${filter.state ?? null}::text is null or i.state = ${filter.state ?? null}::text)
      and (${filter.ids ? [...filter.ids] : null}::uuid[] is null or i.id = any(${filter.ids ? [...filter.ids] : null}::uuid[]))
      and (not ${filter.isPublished ?? false} or i.published_at is not null)
      and (${filter.personId ?? null}::uuid is null or exists (select 1 from innovation_members m
        where m.agency_id = ${tx.agencyId} and m.innovation_id = i.id and m.person_id = ${filter.personId ?? null}::uuid))
      and (${filter.toVerifyIn ? [...filter.toVerifyIn] : null}::uuid[] is null or exists (
        select 1 from innovation_steps s where s.agency_id = ${tx.agencyId} and s.innovation_id = i.id
          and s.verdict is null and s.verifying_unit_id = any(${filter.toVerifyIn ? [...filter.toVerifyIn] : null}::uuid[])))
    order by i.created_at desc, i.id desc
    limit ${INNOVATIONS_A_PAGE + 1} offset ${(page - 1) * INNOVATIONS_A_PAGE}`.execute(tx.db);
  return withParts(tx, rows);
}

export async function requireInnovation(tx: Tx, id: string): Promise<Innovation> {
  const [found] = isId(id) ? await listInnovations(tx, { ids: [id] }) : [];
  if (!found) throw new NotFound();
  return found;
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly problem: string;
  readonly idea: string;
  readonly scheme_id: string;
  readonly scheme_version: number;
  readonly component: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly proposed_by: string;
  readonly state: InnovationState;
  readonly public_text: string | null;
  readonly created_at: Date;
}

async function withParts(tx: Tx, rows: readonly Row[]): Promise<readonly Innovation[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const members = await tx.db
    .selectFrom('innovation_members as member')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'member.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['member.innovation_id', 'people.id', 'people.name', 'people.title_before', 'people.title_after'])
    .where('member.agency_id', '=', tx.agencyId)
    .where('member.innovation_id', 'in', ids)
    .orderBy('member.added_at')
    .orderBy('people.name')
    .execute();
  const steps = await tx.db
    .selectFrom('innovation_steps as step')
    .leftJoin('units', (join) =>
      join.onRef('units.id', '=', 'step.verifying_unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .selectAll('step')
    .select('units.name as unit_name')
    .where('step.agency_id', '=', tx.agencyId)
    .where('step.innovation_id', 'in', ids)
    .orderBy('step.reached_on')
    .orderBy('step.claimed_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    problem: row.problem,
    idea: row.idea,
    scheme: { id: row.scheme_id, version: row.scheme_version },
    component: row.component,
    unit: { id: row.unit_id, name: row.unit_name },
    proposedBy: row.proposed_by,
    state: row.state,
    publicText: row.public_text,
    createdAt: row.created_at,
    members: members
      .filter((member) => member.innovation_id === row.id)
      .map((member) => ({ id: member.id, name: fullName(member) })),
    steps: steps
      .filter((step) => step.innovation_id === row.id)
      .map((step) => ({
        id: step.id,
        stage: step.stage,
        reachedOn: step.reached_on,
        account: step.account,
        measure: step.measure,
        before: step.value_before,
        after: step.value_after,
        link: step.link,
        verifyingUnitId: step.verifying_unit_id,
        verifyingUnit: step.unit_name,
        verdict: step.verdict as Step['verdict'],
        verdictReason: step.verdict_reason,
        verifiedByUnit: step.verdict === 'confirmed' ? step.unit_name : null,
      })),
  }));
}

/** Units that a person heads today, each with everything below it. */
export async function headedUnits(
  tx: Tx,
  personId: string,
  today: string,
): Promise<{ readonly own: ReadonlySet<string>; readonly below: ReadonlySet<string> }> {
  const { rows } = await sql<{ id: string; is_own: boolean }>`
    with recursive own as (
      select unit_id as id from placements where agency_id = ${tx.agencyId} and person_id = ${personId}
        and is_head and valid_from <= ${today} and (valid_until is null or valid_until > ${today})
    ), below as (
      select id from own union
      select child.id from units child join below on child.parent_id = below.id where child.agency_id = ${tx.agencyId}
    )
    select below.id, exists (select 1 from own where own.id = below.id) as is_own from below`.execute(tx.db);
  return {
    own: new Set(rows.filter((row) => row.is_own).map((row) => row.id)),
    below: new Set(rows.map((row) => row.id)),
  };
}

/** What the actor is to an innovation; a member is nothing else to the own one. */
export function rolesTowards(
  actor: Actor,
  innovation: Innovation,
  headed: { readonly below: ReadonlySet<string> },
): ReadonlySet<InnovationRole> {
  if (innovation.members.some(({ id }) => id === actor.personId)) return new Set(['member']);
  const roles = new Set<InnovationRole>();
  if (headed.below.has(innovation.unit.id)) roles.add('leader');
  if (covers(actor.officer, innovation.unit.id)) roles.add('officer');
  return roles;
}

/** Whether the actor heads the unit that was asked to verify this step, and has no part in the innovation. */
export function mayVerify(
  actor: Actor,
  innovation: Innovation,
  step: Step,
  headed: { readonly own: ReadonlySet<string> },
): boolean {
  return (
    step.verdict === null &&
    step.verifyingUnitId !== null &&
    headed.own.has(step.verifyingUnitId) &&
    !innovation.members.some(({ id }) => id === actor.personId)
  );
}
