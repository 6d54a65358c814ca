/** What is known of the people who were rated: which groups they belong to, and what is allowed for. */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import { HELD_ATTRIBUTES, type HeldAttribute } from './types.ts';

export interface RatedPerson {
  readonly participantId: string;
  readonly sex: string | null;
  readonly age: string | null;
  readonly employment: string | null;
  /** Unit below the top of the agency, by name. */
  readonly unit: string | null;
  /** Kind of the post, and with its level where it has one. */
  readonly postKind: string;
  readonly post: string;
  readonly held: Readonly<Partial<Record<HeldAttribute, string>>>;
}

interface Row {
  readonly participant_id: string;
  readonly person_id: string;
  readonly kind: string;
  readonly nip: string | null;
  readonly sex: string | null;
  readonly birth_date: string | null;
  readonly ends_on: string;
  readonly position_kind: string;
  readonly position_level: string | null;
  readonly top_name: string | null;
}

export async function ratedPeople(tx: Tx, periodId: string): Promise<ReadonlyMap<string, RatedPerson>> {
  const { rows } = await sql<Row>`
    with recursive tree as (
      select id, name, id as top_id, name as top_name, 0 as depth from units
        where agency_id = ${tx.agencyId} and parent_id is null
      union all
      select unit.id, unit.name,
        case when tree.depth = 0 then unit.id else tree.top_id end,
        case when tree.depth = 0 then unit.name else tree.top_name end, tree.depth + 1
      from units unit join tree on tree.id = unit.parent_id
      where unit.agency_id = ${tx.agencyId}
    )
    select participant.id as participant_id, person.id as person_id, person.kind, person.nip, person.sex,
      person.birth_date, period.ends_on, post.position_kind, post.position_level, tree.top_name
    from participants participant
      join periods period on period.agency_id = ${tx.agencyId} and period.id = participant.period_id
      join people person on person.agency_id = ${tx.agencyId} and person.id = participant.person_id
      join placements post on post.agency_id = ${tx.agencyId} and post.id = participant.placement_id
      left join tree on tree.id = participant.unit_id
    where participant.agency_id = ${tx.agencyId} and participant.period_id = ${periodId}`.execute(tx.db);
  const held = await heldValues(tx);
  return new Map(
    rows.map((row) => [
      row.participant_id,
      {
        participantId: row.participant_id,
        sex: row.sex ?? sexIn(row.nip),
        age: ageBand(row.birth_date ?? birthIn(row.nip), row.ends_on),
        employment: row.kind === 'non-asn' ? null : row.kind,
        unit: row.top_name,
        postKind: row.position_kind,
        post: row.position_level ? `${row.position_kind} ${row.position_level}` : row.position_kind,
        held: held.get(row.person_id) ?? {},
      },
    ]),
  );
}

/** Values of attributes whose last day has not passed. Read here and where a person reads their own; nowhere else. */
async function heldValues(
  tx: Tx,
): Promise<ReadonlyMap<string, Readonly<Partial<Record<HeldAttribute, string>>>>> {
  const { rows } = await sql<{ person_id: string; kind: string; value: string }>`
    select held.person_id, attribute.kind, held.value
    from person_attribute_values held
      join person_attributes attribute
        on attribute.agency_id = ${tx.agencyId} and attribute.id = held.attribute_id
    where held.agency_id = ${tx.agencyId} and attribute.ended_at is null
      and attribute.ends_on >= ${tx.now.toISOString().slice(0, 10)}::date`.execute(tx.db);
  const values = new Map<string, Partial<Record<HeldAttribute, string>>>();
  for (const { person_id, kind, value } of rows) {
    const attribute = HELD_ATTRIBUTES.find((each) => each === kind);
    if (attribute) values.set(person_id, { ...values.get(person_id), [attribute]: value });
  }
  return values;
}

/** The fifteenth digit of a NIP: 1 = male, 2 = female. */
function sexIn(nip: string | null): string | null {
  const digit = nip?.charAt(14);
  return digit === '1' ? 'male' : digit === '2' ? 'female' : null;
}

/** The first eight digits of a NIP: the day of birth. */
function birthIn(nip: string | null): string | null {
  return nip ? `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}` : null;
}

/** Ages at the end of the period, ten years each; null where the day of birth is not known. */
function ageBand(born: string | null, on: string): string | null {
  if (!born) return null;
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
  if (!(years >= 15 && years < 100)) return null;
  if (years < 30) return 'below-30';
  return years < 40 ? '30-39' : years < 50 ? '40-49' : '50-up';
}
