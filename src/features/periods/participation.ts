/**
 * One person's part in one period, and what the person who looks is to them. Every page and command about an
 * appraisal starts here: whoever has no relation to the participant is told that there is nothing.
 */
import { type Actor, covers, fullName, type Visit } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { type BriefRow, type ParticipationRow, participationRow } from './participation-query.ts';
import type { SchemeRef } from './scopes/period-schemes.ts';

export type Relation =
  | 'employee'
  | 'appraiser'
  | 'superior'
  | 'officer'
  | 'leader'
  | 'auditor'
  | 'colleague'
  | 'subordinate'
  | 'second-appraiser';

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
  /** The version that holds for this participant, pinned when the period opened. */
  readonly scheme: SchemeRef;
  /** Others are asked about this participant, or will be. */
  readonly isHeardByOthers: boolean;
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
  const row = isId(id) ? await participationRow(tx, id) : undefined;
  if (!row) return undefined;
  return {
    id: row.id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: row.state as Participation['state'],
    person: {
      ...briefOf(row.person),
      position: row.position_name,
      unitName: row.unit_name,
      positionKind: row.position_kind,
      positionLevel: row.position_level,
    },
    unit: { id: row.unit_id, name: row.unit_name },
    appraiser: row.appraiser && briefOf(row.appraiser),
    superior: row.superior && briefOf(row.superior),
    period: periodOf(row.period),
    scheme: { id: row.scheme_id, version: row.scheme_version },
    isHeardByOthers: row.is_heard_by_others,
  };
}

function briefOf(row: BriefRow): PersonInBrief {
  const { id, nip, rank, kind, position, unit_name } = row;
  return { id, name: fullName(row), nip, rank, kind, position, unitName: unit_name };
}

function periodOf(row: ParticipationRow['period']): PeriodInBrief {
  return {
    id: row.id,
    name: row.name,
    startsOn: String(row.starts_on),
    endsOn: String(row.ends_on),
    state: row.state as PeriodInBrief['state'],
    checkInEvery: row.check_in_every as PeriodInBrief['checkInEvery'],
    schemeId: String(row.scheme_id),
    schemeVersion: Number(row.scheme_version),
    planDueOn: String(row.plan_due_on),
    selfAssessmentDueOn: String(row.self_assessment_due_on),
    ratingDueOn: String(row.rating_due_on),
    ratificationDueOn: String(row.ratification_due_on),
    objectionDays: Number(row.objection_days),
    explanationDays: Number(row.explanation_days),
    decisionDays: Number(row.decision_days),
    distributionPolicy: row.distribution_policy as PeriodInBrief['distributionPolicy'],
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
  // Whoever reads the whole appraisal anyway needs no further question.
  if (relations.size === 0 && (await isSecondAppraiser(tx, actor, participation)))
    relations.add('second-appraiser');
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

/** Asked to rate beside the appraiser, and has not given it yet. */
async function isSecondAppraiser(tx: Tx, actor: Actor, { id }: Participation): Promise<boolean> {
  const row = await tx.db
    .selectFrom('second_looks')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', id)
    .where('appraiser_id', '=', actor.personId)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return row !== undefined;
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

/** Who may read what an appraisal rests on: plan, progress, evidence. A second appraiser sees no ratings of the first. */
export const SOURCE_READERS: readonly Relation[] = [...READERS, 'second-appraiser'];

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
