/**
 * One person's part in one period, and what the person who looks is to them. Every page and command about an
 * appraisal starts here: whoever has no relation to the participant is told that there is nothing.
 */
import { type Actor, covers, fullName, type Visit } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';

export type Relation =
  | 'employee'
  | 'appraiser'
  | 'superior'
  | 'officer'
  | 'leader'
  | 'auditor'
  | 'colleague'
  | 'subordinate';

export interface PersonInBrief {
  readonly id: string;
  readonly name: string;
  readonly nip: string | null;
  readonly rank: string | null;
  readonly kind: string;
  readonly position: string | null;
  readonly unitName: string | null;
}

export interface Participation {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: 'active' | 'moved' | 'excluded';
  readonly person: PersonInBrief & { readonly positionKind: string; readonly positionLevel: string | null };
  readonly unit: { readonly id: string; readonly name: string };
  readonly appraiser: PersonInBrief | null;
  readonly superior: PersonInBrief | null;
  readonly period: PeriodInBrief;
}

export interface PeriodInBrief {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: 'draft' | 'open' | 'closed';
  readonly checkInEvery: 'month' | 'quarter';
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly planDueOn: string;
  readonly selfAssessmentDueOn: string;
  readonly ratingDueOn: string;
  readonly ratificationDueOn: string;
  readonly objectionDays: number;
  readonly explanationDays: number;
  readonly decisionDays: number;
  readonly distributionPolicy: 'advise' | 'reason';
}

/** Loads a participation with all names; undefined when it does not exist in this agency. */
export async function findParticipation(tx: Tx, id: string): Promise<Participation | undefined> {
  if (!isId(id)) return undefined;
  const row = await tx.db
    .selectFrom('participants')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', tx.agencyId),
    )
    .selectAll('periods')
    .select([
      'participants.id as participant_id',
      'participants.person_id',
      'participants.placement_id',
      'participants.unit_id',
      'participants.appraiser_id',
      'participants.superior_id',
      'participants.starts_on as participant_starts_on',
      'participants.ends_on as participant_ends_on',
      'participants.state as participant_state',
    ])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const ids = [row.person_id, row.appraiser_id, row.superior_id].filter(
    (each): each is string => each !== null,
  );
  const people = await peopleInBrief(tx, ids, row.participant_ends_on);
  const placement = await tx.db
    .selectFrom('placements')
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'placements.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .select([
      'placements.position_name',
      'placements.position_kind',
      'placements.position_level',
      'units.name as unit_name',
    ])
    .where('placements.agency_id', '=', tx.agencyId)
    .where('placements.id', '=', row.placement_id)
    .executeTakeFirstOrThrow();
  const person = people.get(row.person_id);
  if (!person) throw new Error('a participant has a person');
  return {
    id: row.participant_id,
    startsOn: row.participant_starts_on,
    endsOn: row.participant_ends_on,
    state: row.participant_state as Participation['state'],
    person: {
      ...person,
      position: placement.position_name,
      unitName: placement.unit_name,
      positionKind: placement.position_kind,
      positionLevel: placement.position_level,
    },
    unit: { id: row.unit_id, name: placement.unit_name },
    appraiser: row.appraiser_id ? (people.get(row.appraiser_id) ?? null) : null,
    superior: row.superior_id ? (people.get(row.superior_id) ?? null) : null,
    period: {
      id: row.id,
      name: row.name,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      state: row.state as PeriodInBrief['state'],
      checkInEvery: row.check_in_every as PeriodInBrief['checkInEvery'],
      schemeId: row.scheme_id,
      schemeVersion: row.scheme_version,
      planDueOn: row.plan_due_on,
      selfAssessmentDueOn: row.self_assessment_due_on,
      ratingDueOn: row.rating_due_on,
      ratificationDueOn: row.ratification_due_on,
      objectionDays: row.objection_days,
      explanationDays: row.explanation_days,
      decisionDays: row.decision_days,
      distributionPolicy: row.distribution_policy as PeriodInBrief['distributionPolicy'],
    },
  };
}

/** Names and the post each held on that date (the last definitive one before its end). */
export async function peopleInBrief(
  tx: Tx,
  ids: readonly string[],
  on: string,
): Promise<Map<string, PersonInBrief>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('people')
    .leftJoinLateral(
      (select) =>
        select
          .selectFrom('placements')
          .innerJoin('units', (join) =>
            join.onRef('units.id', '=', 'placements.unit_id').on('units.agency_id', '=', tx.agencyId),
          )
          .select(['placements.position_name', 'units.name as unit_name'])
          .where('placements.agency_id', '=', tx.agencyId)
          .whereRef('placements.person_id', '=', 'people.id')
          .where('placements.kind', '=', 'definitive')
          .where('placements.valid_from', '<=', on)
          .orderBy('placements.valid_from', 'desc')
          .limit(1)
          .as('post'),
      (join) => join.onTrue(),
    )
    .select([
      'people.id',
      'people.name',
      'people.title_before',
      'people.title_after',
      'people.nip',
      'people.rank',
      'people.kind',
    ])
    .select(['post.position_name', 'post.unit_name'])
    .where('people.agency_id', '=', tx.agencyId)
    .where('people.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: fullName(row),
        nip: row.nip,
        rank: row.rank,
        kind: row.kind,
        position: row.position_name,
        unitName: row.unit_name,
      },
    ]),
  );
}

/** What the actor is to this participant; empty for a stranger. */
export async function relationsTo(
  tx: Tx,
  actor: Actor,
  participation: Participation,
): Promise<ReadonlySet<Relation>> {
  const relations = new Set<Relation>();
  if (participation.person.id === actor.personId) relations.add('employee');
  if (participation.appraiser?.id === actor.personId) relations.add('appraiser');
  if (participation.superior?.id === actor.personId) relations.add('superior');
  if (covers(actor.officer, participation.unit.id)) relations.add('officer');
  if (covers(actor.leader, participation.unit.id)) relations.add('leader');
  if (actor.isAuditor) relations.add('auditor');
  if (relations.has('employee')) return relations;
  const own = await tx.db
    .selectFrom('participants')
    .select(['unit_id', 'appraiser_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', participation.period.id)
    .where('person_id', '=', actor.personId)
    .where('state', '=', 'active')
    .execute();
  if (own.some((row) => row.appraiser_id === participation.person.id)) relations.add('subordinate');
  const sameTeam = own.some(
    (row) =>
      row.unit_id === participation.unit.id ||
      (row.appraiser_id !== null && row.appraiser_id === participation.appraiser?.id),
  );
  if (sameTeam) relations.add('colleague');
  return relations;
}

/** Relations that may read the whole appraisal; colleagues and subordinates may only give feedback. */
export const READERS: readonly Relation[] = [
  'employee',
  'appraiser',
  'superior',
  'officer',
  'leader',
  'auditor',
];

export interface ParticipationView {
  readonly participation: Participation;
  readonly relations: ReadonlySet<Relation>;
}

/** The participation for a page, or "not there" for whoever is none of `allowed` to it. */
export async function requireParticipation(
  tx: Tx,
  actor: Actor,
  id: string,
  allowed: readonly Relation[] = READERS,
): Promise<ParticipationView> {
  const participation = await findParticipation(tx, id);
  if (!participation) throw new NotFound();
  const relations = await relationsTo(tx, actor, participation);
  if (!allowed.some((relation) => relations.has(relation))) throw new NotFound();
  return { participation, relations };
}

/** Reading another person's record is itself recorded; the person can see who looked. */
export async function logAccess(visit: Visit, personId: string, what: string): Promise<void> {
  if (personId === visit.actor.personId) return;
  await visit.db.write((tx) =>
    tx.db
      .insertInto('access_log')
      .values({
        agency_id: tx.agencyId,
        id: newId(),
        at: tx.now,
        actor_id: visit.actor.personId,
        person_id: personId,
        what,
      })
      .execute(),
  );
}
