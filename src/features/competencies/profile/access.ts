/**
 * Who may read the competencies of somebody: the person, appraiser and superior of today, officers and leaders of the
 * unit, the auditor. For everybody else there is nothing.
 */
import { type Actor, covers, fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import type { Post } from '../standards/model.ts';

export type ProfileRole = 'employee' | 'appraiser' | 'superior' | 'officer' | 'leader' | 'auditor';

export interface Person {
  readonly id: string;
  readonly name: string;
  /** The post held on the day, else the next, else the last one; null for whoever never had one. */
  readonly post: (Post & { readonly unitName: string }) | null;
}

export interface ProfileView {
  readonly person: Person;
  readonly roles: ReadonlySet<ProfileRole>;
}

export async function requireProfile(
  tx: Tx,
  actor: Actor,
  personId: string,
  today: string,
): Promise<ProfileView> {
  const person = isId(personId) ? await personOf(tx, personId, today) : undefined;
  if (!person) throw new NotFound();
  const roles = await rolesTo(tx, actor, person, today);
  if (roles.size === 0) throw new NotFound();
  return { person, roles };
}

/** The same for an act: whoever may only read is told so. */
export async function requireRole(
  tx: Tx,
  actor: Actor,
  personId: string,
  { today, allowed }: { readonly today: string; readonly allowed: readonly ProfileRole[] },
): Promise<ProfileView> {
  const view = await requireProfile(tx, actor, personId, today);
  if (!allowed.some((role) => view.roles.has(role))) throw new NotAllowed();
  return view;
}

async function personOf(tx: Tx, personId: string, today: string): Promise<Person | undefined> {
  const row = await tx.db
    .selectFrom('people')
    .leftJoinLateral(
      (select) =>
        select
          .selectFrom('placements')
          .innerJoin('units', (join) =>
            join.onRef('units.id', '=', 'placements.unit_id').on('units.agency_id', '=', tx.agencyId),
          )
          .select([
            'placements.position_name',
            'placements.position_kind',
            'placements.position_level',
            'placements.unit_id',
            'units.name as unit_name',
          ])
          .where('placements.agency_id', '=', tx.agencyId)
          .where('placements.person_id', '=', personId)
          .where('placements.kind', '=', 'definitive')
          .orderBy((order) => order.case().when('placements.valid_from', '<=', today).then(0).else(1).end())
          .orderBy('placements.valid_from', 'desc')
          .limit(1)
          .as('post'),
      (join) => join.onTrue(),
    )
    .select(['people.id', 'people.name', 'people.title_before', 'people.title_after'])
    .select([
      'post.position_name',
      'post.position_kind',
      'post.position_level',
      'post.unit_id',
      'post.unit_name',
    ])
    .where('people.agency_id', '=', tx.agencyId)
    .where('people.id', '=', personId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { position_name, position_kind, position_level, unit_id, unit_name } = row;
  const post =
    position_name === null || position_kind === null || unit_id === null
      ? null
      : {
          positionName: position_name,
          positionKind: position_kind,
          positionLevel: position_level,
          unitId: unit_id,
          unitName: unit_name ?? '',
        };
  return { id: row.id, name: fullName(row), post };
}

async function rolesTo(
  tx: Tx,
  actor: Actor,
  { id, post }: Person,
  today: string,
): Promise<ReadonlySet<ProfileRole>> {
  const roles = new Set<ProfileRole>();
  if (actor.personId === id) {
    roles.add('employee');
    return roles;
  }
  if (actor.officer.kind === 'agency' || (post && covers(actor.officer, post.unitId))) roles.add('officer');
  if (actor.leader.kind === 'agency' || (post && covers(actor.leader, post.unitId))) roles.add('leader');
  if (actor.isAuditor) roles.add('auditor');
  for (const { appraiser_id, superior_id } of await appraisersOf(tx, id, today)) {
    if (appraiser_id === actor.personId) roles.add('appraiser');
    if (superior_id === actor.personId) roles.add('superior');
  }
  return roles;
}

/** By the assignment of the day and by every appraisal that is open: a delegation in a period counts as well. */
export async function appraisersOf(
  tx: Tx,
  personId: string,
  today: string,
): Promise<readonly { readonly appraiser_id: string | null; readonly superior_id: string | null }[]> {
  const assigned = await tx.db
    .selectFrom('appraiser_assignments')
    .select(['appraiser_id', 'superior_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', personId)
    .where('valid_from', '<=', today)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', today)]))
    .execute();
  const inPeriods = await tx.db
    .selectFrom('participants')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', tx.agencyId),
    )
    .select(['participants.appraiser_id', 'participants.superior_id'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.person_id', '=', personId)
    .where('participants.state', '=', 'active')
    .where('periods.state', '=', 'open')
    .execute();
  return [...assigned, ...inPeriods];
}
