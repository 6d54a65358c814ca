/** Workshops with their places, and one person's part in them. */
import { sql } from 'kysely';
import { fullName, maskNip } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import type { EnrolmentState } from '../model.ts';

export interface Workshop {
  readonly id: string;
  readonly schemeId: string | null;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly link: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
  readonly state: 'planned' | 'cancelled';
  readonly cancelReason: string | null;
  readonly revision: number;
}

export interface WorkshopLine extends Workshop {
  readonly taken: number;
  readonly waiting: number;
  readonly own: EnrolmentState | null;
  readonly ownAttended: boolean | null;
}

/** A workshop that somebody has to do with. */
export interface OwnPlace {
  readonly workshop: Workshop;
  readonly state: EnrolmentState;
  readonly attended: boolean | null;
}

export interface Participant {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly nip: string;
  readonly unitName: string;
  readonly state: EnrolmentState;
  readonly attended: boolean | null;
  readonly askedAt: Date | null;
}

function rows(tx: Tx) {
  return tx.db.selectFrom('training_workshops').selectAll().where('agency_id', '=', tx.agencyId);
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

function workshopOf(row: Row): Workshop {
  return {
    id: row.id,
    schemeId: row.scheme_id,
    title: row.title,
    description: row.description,
    place: row.place,
    link: row.link,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    capacity: row.capacity,
    state: row.state as Workshop['state'],
    cancelReason: row.cancel_reason,
    revision: row.revision,
  };
}

export async function requireWorkshop(
  tx: Tx,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Workshop> {
  if (!isId(id)) throw new NotFound();
  const query = rows(tx).where('id', '=', id);
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new NotFound();
  return workshopOf(row);
}

const MOST_SHOWN = 200;

/** Newest first, each with the places taken and what this person is to it. */
export async function workshopLines(tx: Tx, personId: string): Promise<readonly WorkshopLine[]> {
  const all = await rows(tx).orderBy('starts_at', 'desc').orderBy('id', 'desc').limit(MOST_SHOWN).execute();
  if (all.length === 0) return [];
  const places = await tx.db
    .selectFrom('training_enrolments')
    .select(['workshop_id', 'state'])
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('agency_id', '=', tx.agencyId)
    .where('state', 'in', ['enrolled', 'waiting'])
    .groupBy(['workshop_id', 'state'])
    .execute();
  const own = await tx.db
    .selectFrom('training_enrolments')
    .select(['workshop_id', 'state', 'attended'])
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', personId)
    .execute();
  const count = (id: string, state: string) =>
    places.find((each) => each.workshop_id === id && each.state === state)?.count ?? 0;
  return all.map((row) => {
    const mine = own.find(({ workshop_id: id }) => id === row.id);
    return {
      ...workshopOf(row),
      taken: count(row.id, 'enrolled'),
      waiting: count(row.id, 'waiting'),
      own: (mine?.state as EnrolmentState | undefined) ?? null,
      ownAttended: mine?.attended ?? null,
    };
  });
}

/** Where this person is invited, enrolled or was; newest first. */
export async function placesOf(tx: Tx, personId: string): Promise<readonly OwnPlace[]> {
  const found = await tx.db
    .selectFrom('training_enrolments as e')
    .innerJoin('training_workshops as w', (join) =>
      join.onRef('w.id', '=', 'e.workshop_id').on('w.agency_id', '=', tx.agencyId),
    )
    .selectAll('w')
    .select(['e.state as own_state', 'e.attended'])
    .where('e.agency_id', '=', tx.agencyId)
    .where('e.person_id', '=', personId)
    .orderBy('w.starts_at', 'desc')
    .execute();
  return found.map((row) => ({
    workshop: workshopOf(row),
    state: row.own_state as EnrolmentState,
    attended: row.attended,
  }));
}

/** Everybody of a workshop: enrolled by name, then those who wait in their order, then the others. */
export async function participantsOf(
  tx: Tx,
  workshopId: string,
  today: string,
): Promise<readonly Participant[]> {
  const { rows: found } = await sql<{
    id: string;
    person_id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
    nip: string | null;
    unit_name: string | null;
    state: EnrolmentState;
    attended: boolean | null;
    asked_at: Date | null;
  }>`
    select e.id, e.person_id, p.name, p.title_before, p.title_after, p.nip, e.state, e.attended, e.asked_at,
      (select u.name from placements s
        join units u on u.agency_id = s.agency_id and u.id = s.unit_id
        where s.agency_id = ${tx.agencyId} and s.person_id = e.person_id and s.kind = 'definitive'
        order by (s.valid_from <= ${today}::date) desc, s.valid_from desc limit 1) as unit_name
    from training_enrolments e
    join people p on p.agency_id = ${tx.agencyId} and p.id = e.person_id
    where e.agency_id = ${tx.agencyId} and e.workshop_id = ${workshopId}::uuid
    order by array_position(array['enrolled', 'waiting', 'invited', 'declined', 'withdrawn'], e.state),
      case when e.state = 'waiting' then e.asked_at end, lower(p.name), e.id`.execute(tx.db);
  return found.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: fullName(row),
    nip: maskNip(row.nip),
    unitName: row.unit_name ?? '',
    state: row.state,
    attended: row.attended,
    askedAt: row.asked_at,
  }));
}

export interface Material {
  readonly fileId: string;
  readonly name: string;
}

export async function materialsOf(tx: Tx, workshopId: string): Promise<readonly Material[]> {
  const found = await tx.db
    .selectFrom('training_materials as m')
    .innerJoin('files as f', (join) =>
      join.onRef('f.id', '=', 'm.file_id').on('f.agency_id', '=', tx.agencyId),
    )
    .select(['f.id', 'f.name'])
    .where('m.agency_id', '=', tx.agencyId)
    .where('m.workshop_id', '=', workshopId)
    .where('m.removed_at', 'is', null)
    .orderBy('m.added_at')
    .orderBy('f.name')
    .execute();
  return found.map(({ id, name }) => ({ fileId: id, name }));
}
