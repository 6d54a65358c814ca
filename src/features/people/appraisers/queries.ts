import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import { type Actor, covers, fullName, isAgencyOfficer } from '../actor.ts';
import { likePattern } from '../search.ts';
import {
  type CurrentAssignment,
  type Hierarchy,
  type Post,
  type Proposal,
  proposeAppraisers,
  type Standing,
  standingOf,
} from './propose.ts';

export interface PlacedProposal extends Proposal {
  readonly unitId: string;
  readonly standing: Standing;
}

export interface NamedProposal extends PlacedProposal {
  readonly name: string;
  readonly position: string;
  readonly unitName: string;
  readonly appraiserName: string | null;
  readonly appraiserPosition: string | null;
  readonly superiorName: string | null;
  readonly currentAppraiserName: string | null;
  readonly currentSuperiorName: string | null;
}

/** The hierarchy as it stands on that civil date. */
export async function hierarchyOn(tx: Tx, on: string): Promise<Hierarchy> {
  const units = await tx.db
    .selectFrom('units')
    .select(['id', 'parent_id as parentId'])
    .where('agency_id', '=', tx.agencyId)
    .where((any) => any.or([any('active_until', 'is', null), any('active_until', '>', on)]))
    .execute();
  const posts = await tx.db
    .selectFrom('placements')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'placements.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select([
      'placements.person_id as personId',
      'placements.unit_id as unitId',
      'placements.kind',
      'placements.position_kind as positionKind',
      'placements.position_level as positionLevel',
      'placements.is_head as isHead',
      'placements.valid_from as from',
      'people.kind as personKind',
    ])
    .where('placements.agency_id', '=', tx.agencyId)
    .where('people.ended_on', 'is', null)
    .where('placements.valid_from', '<=', on)
    .where((any) =>
      any.or([any('placements.valid_until', 'is', null), any('placements.valid_until', '>', on)]),
    )
    .execute();
  const current = await assignmentsOn(tx, on);
  return { units, posts: posts.map(asPost), current };
}

function asPost({ personKind, ...post }: Omit<Post, 'kind'> & { kind: string; personKind: string }): Post {
  return { ...post, kind: post.kind as Post['kind'], isAppraised: personKind !== 'non-asn' };
}

async function assignmentsOn(tx: Tx, on: string): Promise<CurrentAssignment[]> {
  const rows = await tx.db
    .selectFrom('appraiser_assignments')
    .select(['person_id as personId', 'appraiser_id as appraiserId', 'superior_id as superiorId', 'source'])
    .select('valid_from as from')
    .where('agency_id', '=', tx.agencyId)
    .where('valid_from', '<=', on)
    .where((any) => any.or([any('valid_until', 'is', null), any('valid_until', '>', on)]))
    .execute();
  return rows.map((row) => ({ ...row, source: row.source as CurrentAssignment['source'] }));
}

/** Proposals for the people in the officer's scope, doubtful ones first. Names are looked up for one page only. */
export async function listProposals(tx: Tx, actor: Actor, on: string): Promise<readonly PlacedProposal[]> {
  const hierarchy = await hierarchyOn(tx, on);
  const unitOf = new Map(
    hierarchy.posts.filter((post) => post.kind === 'definitive').map((post) => [post.personId, post.unitId]),
  );
  return proposeAppraisers(hierarchy).flatMap((proposal) => {
    const unitId = unitOf.get(proposal.personId) ?? '';
    if (!isAgencyOfficer(actor) && !covers(actor.officer, unitId)) return [];
    return [{ ...proposal, unitId, standing: standingOf(proposal) }];
  });
}

/** The same with the names of everybody concerned. */
export async function withNames(
  tx: Tx,
  proposals: readonly PlacedProposal[],
  on: string,
): Promise<readonly NamedProposal[]> {
  const ids = proposals.flatMap(({ personId, appraiserId, superiorId, current }) => [
    personId,
    appraiserId,
    superiorId,
    current?.appraiserId,
    current?.superiorId,
  ]);
  const names = await namesOf(tx, [...new Set(ids.filter((id): id is string => Boolean(id)))], on);
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id)?.name ?? null) : null);
  return proposals.map((proposal) => {
    const person = names.get(proposal.personId);
    return {
      ...proposal,
      name: person?.name ?? '',
      position: person?.position ?? '',
      unitName: person?.unitName ?? '',
      appraiserName: nameOf(proposal.appraiserId),
      appraiserPosition: proposal.appraiserId ? (names.get(proposal.appraiserId)?.position ?? null) : null,
      superiorName: nameOf(proposal.superiorId),
      currentAppraiserName: nameOf(proposal.current?.appraiserId),
      currentSuperiorName: nameOf(proposal.current?.superiorId),
    };
  });
}

interface Named {
  readonly name: string;
  readonly position: string | null;
  readonly unitName: string | null;
}

/** Names with the post held on that day. */
export async function namesOf(
  tx: Tx,
  ids: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, Named>> {
  const { rows } = await sql<{
    id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
    position_name: string | null;
    unit_name: string | null;
  }>`
    select people.id, people.name, people.title_before, people.title_after, post.position_name,
      units.name as unit_name
    from people
    left join placements post on post.agency_id = people.agency_id and post.person_id = people.id
      and post.kind = 'definitive' and post.valid_from <= ${on} and (post.valid_until is null or post.valid_until > ${on})
    left join units on units.agency_id = people.agency_id and units.id = post.unit_id
    where people.agency_id = ${tx.agencyId} and people.id = any(${[...ids]}::uuid[])`.execute(tx.db);
  return new Map(
    rows.map((row) => [
      row.id,
      { name: fullName(row), position: row.position_name, unitName: row.unit_name },
    ]),
  );
}

/** Ids of people whose name, number or position holds the words. */
export async function peopleMatching(tx: Tx, words: string): Promise<ReadonlySet<string>> {
  const pattern = likePattern(words);
  const { rows } = await sql<{ id: string }>`
    select people.id from people where people.agency_id = ${tx.agencyId}
      and (lower(people.name) like ${pattern} or people.nip like ${pattern})
    union
    select person_id from placements where agency_id = ${tx.agencyId} and kind = 'definitive'
      and lower(position_name) like ${pattern}`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}

export interface AssignmentRow {
  readonly id: string;
  readonly appraiserId: string;
  readonly appraiserName: string;
  readonly superiorName: string | null;
  readonly source: 'hierarchy' | 'officer';
  readonly reason: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** Everyone who has appraised or will appraise the person, latest first. */
export async function assignmentHistory(tx: Tx, personId: string): Promise<readonly AssignmentRow[]> {
  const rows = await tx.db
    .selectFrom('appraiser_assignments as a')
    .innerJoin('people as p', (join) =>
      join.onRef('p.id', '=', 'a.appraiser_id').on('p.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people as s', (join) =>
      join.onRef('s.id', '=', 'a.superior_id').on('s.agency_id', '=', tx.agencyId),
    )
    .select(['a.id', 'a.appraiser_id', 'a.source', 'a.reason', 'a.valid_from', 'a.valid_until'])
    .select(['p.name', 'p.title_before', 'p.title_after'])
    .select([
      's.name as superior_name',
      's.title_before as superior_before',
      's.title_after as superior_after',
    ])
    .where('a.agency_id', '=', tx.agencyId)
    .where('a.person_id', '=', personId)
    .orderBy('a.valid_from', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    appraiserId: row.appraiser_id,
    appraiserName: fullName(row),
    superiorName: row.superior_name
      ? fullName({
          name: row.superior_name,
          title_before: row.superior_before,
          title_after: row.superior_after,
        })
      : null,
    source: row.source as AssignmentRow['source'],
    reason: row.reason,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }));
}
