import type { Tx } from '#platform/database/database.ts';
import { type Actor, covers, fullName, isAgencyOfficer } from '../actor.ts';
import {
  type CurrentAssignment,
  type Hierarchy,
  type Post,
  type Proposal,
  proposeAppraisers,
} from './propose.ts';

export interface NamedProposal extends Proposal {
  readonly name: string;
  readonly position: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly appraiserName: string | null;
  readonly superiorName: string | null;
  readonly currentAppraiserName: string | null;
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
    ])
    .where('placements.agency_id', '=', tx.agencyId)
    .where('people.ended_on', 'is', null)
    .where('placements.valid_from', '<=', on)
    .where((any) =>
      any.or([any('placements.valid_until', 'is', null), any('placements.valid_until', '>', on)]),
    )
    .execute();
  const current = await assignmentsOn(tx, on);
  return { units, posts: posts.map((post) => ({ ...post, kind: post.kind as Post['kind'] })), current };
}

async function assignmentsOn(tx: Tx, on: string): Promise<CurrentAssignment[]> {
  const rows = await tx.db
    .selectFrom('appraiser_assignments')
    .select(['person_id as personId', 'appraiser_id as appraiserId', 'superior_id as superiorId', 'source'])
    .where('agency_id', '=', tx.agencyId)
    .where('valid_from', '<=', on)
    .where((any) => any.or([any('valid_until', 'is', null), any('valid_until', '>', on)]))
    .execute();
  return rows.map((row) => ({ ...row, source: row.source as CurrentAssignment['source'] }));
}

/** Proposals for the people in the officer's scope, with names, doubtful ones first. */
export async function listProposals(tx: Tx, actor: Actor, on: string): Promise<readonly NamedProposal[]> {
  const hierarchy = await hierarchyOn(tx, on);
  const proposals = proposeAppraisers(hierarchy);
  const unitOf = new Map(
    hierarchy.posts.filter((post) => post.kind === 'definitive').map((post) => [post.personId, post.unitId]),
  );
  const mine = proposals.filter(
    (proposal) => isAgencyOfficer(actor) || covers(actor.officer, unitOf.get(proposal.personId) ?? ''),
  );
  const names = await namesOf(tx);
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id)?.name ?? null) : null);
  return mine.map((proposal) => {
    const person = names.get(proposal.personId);
    return {
      ...proposal,
      name: person?.name ?? '',
      position: person?.position ?? '',
      unitId: unitOf.get(proposal.personId) ?? '',
      unitName: person?.unitName ?? '',
      appraiserName: nameOf(proposal.appraiserId),
      superiorName: nameOf(proposal.superiorId),
      currentAppraiserName: nameOf(proposal.current?.appraiserId),
    };
  });
}

async function namesOf(
  tx: Tx,
): Promise<ReadonlyMap<string, { name: string; position: string | null; unitName: string | null }>> {
  const rows = await tx.db
    .selectFrom('people')
    .leftJoin('placements', (join) =>
      join
        .onRef('placements.person_id', '=', 'people.id')
        .on('placements.agency_id', '=', tx.agencyId)
        .on('placements.kind', '=', 'definitive')
        .on('placements.valid_until', 'is', null),
    )
    .leftJoin('units', (join) =>
      join.onRef('units.id', '=', 'placements.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .select(['people.id', 'people.name', 'people.title_before', 'people.title_after'])
    .select(['placements.position_name', 'units.name as unit_name'])
    .where('people.agency_id', '=', tx.agencyId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { name: fullName(row), position: row.position_name, unitName: row.unit_name },
    ]),
  );
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
