/**
 * Who takes part: every civil servant with a definitive placement in the chosen units that overlaps the period.
 * Who moves within the period stands here once for each placement, with the appraiser in force at that time.
 */
import { sql } from 'kysely';
import { fullName, unitsBelow } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Period } from './queries.ts';
import { type SchemeRef, schemeChooser } from './scopes/period-schemes.ts';

export interface Candidate {
  readonly placementId: string;
  readonly personId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly birthDate: string | null;
  readonly hasAccount: boolean;
  readonly unitId: string;
  readonly unitName: string;
  readonly positionName: string;
  readonly positionKind: string;
  /** The version that holds for this unit and post. */
  readonly scheme: SchemeRef;
  /** First and last day within the period, both inclusive. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** The placement ended before the period did, and that day has passed. */
  readonly hasEnded: boolean;
  readonly appraiser: CandidateAppraiser | null;
  readonly superiorId: string | null;
  readonly superiorName: string | null;
  /** The row of this person and placement in the period, where there is one already. */
  readonly participant: KnownParticipant | null;
}

export interface KnownParticipant {
  readonly id: string;
  readonly state: 'active' | 'moved' | 'excluded';
  readonly excludedReason: string | null;
  readonly appraiserId: string | null;
  readonly superiorId: string | null;
  readonly unitId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface CandidateAppraiser {
  readonly id: string;
  readonly name: string;
  readonly hasAccount: boolean;
  readonly endedOn: string | null;
}

interface Row {
  readonly placement_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly title_before: string | null;
  readonly title_after: string | null;
  readonly nip: string | null;
  readonly birth_date: string | null;
  readonly has_account: boolean;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly position_name: string;
  readonly position_kind: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly appraiser_id: string | null;
  readonly appraiser_name: string | null;
  readonly appraiser_has_account: boolean | null;
  readonly appraiser_ended_on: string | null;
  readonly superior_id: string | null;
  readonly superior_name: string | null;
}

/**
 * Everybody who takes part, or one person of them. Two queries, whatever the size of the agency: 5,000 people take a few tenths of a second. The participants are
 * matched here and not by a join: right after opening the database has no statistics of them and joins row by row.
 */
export async function candidates(
  tx: Tx,
  period: Period,
  today: string,
  personId: string | null = null,
): Promise<readonly Candidate[]> {
  const units = period.unitIds.length > 0 ? [...(await unitsBelow(tx, period.unitIds))] : null;
  const { rows } = await sql<Row>`
    select placement.*, p.name, p.title_before, p.title_after, p.nip, p.birth_date, p.account_id is not null as has_account,
      u.name as unit_name, a.appraiser_id, a.superior_id,
      appraiser.name as appraiser_name, appraiser.account_id is not null as appraiser_has_account,
      appraiser.ended_on as appraiser_ended_on, superior.name as superior_name
    from (
      select id as placement_id, person_id, unit_id, position_name, position_kind,
        greatest(valid_from, ${period.startsOn}::date) as starts_on,
        least(coalesce(valid_until - 1, ${period.endsOn}::date), ${period.endsOn}::date) as ends_on
      from placements
      where agency_id = ${tx.agencyId} and kind = 'definitive'
        and valid_from <= ${period.endsOn}::date and (valid_until is null or valid_until > ${period.startsOn}::date)
        and (${personId}::uuid is null or person_id = ${personId}::uuid)
        and (${units}::uuid[] is null or unit_id = any(${units}::uuid[]))
    ) placement
    join people p on p.agency_id = ${tx.agencyId} and p.id = placement.person_id and p.kind in ('pns', 'pppk')
      and (p.ended_on is null or p.ended_on > ${period.startsOn}::date)
    join units u on u.agency_id = ${tx.agencyId} and u.id = placement.unit_id
    left join appraiser_assignments a on a.agency_id = ${tx.agencyId} and a.person_id = placement.person_id
      and a.valid_from <= greatest(placement.starts_on, least(placement.ends_on, ${today}::date))
      and (a.valid_until is null or a.valid_until > greatest(placement.starts_on, least(placement.ends_on, ${today}::date)))
    left join people appraiser on appraiser.agency_id = ${tx.agencyId} and appraiser.id = a.appraiser_id
    left join people superior on superior.agency_id = ${tx.agencyId} and superior.id = a.superior_id
    order by p.name, placement.starts_on`.execute(tx.db);
  const known = await knownParticipants(tx, period.id);
  const schemeOf = await schemeChooser(tx, period);
  return rows.map((row) => ({
    ...toCandidate(row, period, today, known.get(row.placement_id) ?? null),
    scheme: schemeOf({ unitId: row.unit_id, positionKind: row.position_kind }),
  }));
}

async function knownParticipants(tx: Tx, periodId: string): Promise<ReadonlyMap<string, KnownParticipant>> {
  const rows = await tx.db
    .selectFrom('participants')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.placement_id,
      {
        id: row.id,
        state: row.state as KnownParticipant['state'],
        excludedReason: row.excluded_reason,
        appraiserId: row.appraiser_id,
        superiorId: row.superior_id,
        unitId: row.unit_id,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
      },
    ]),
  );
}

function toCandidate(
  row: Row,
  period: Period,
  today: string,
  participant: KnownParticipant | null,
): Omit<Candidate, 'scheme'> {
  return {
    placementId: row.placement_id,
    personId: row.person_id,
    name: fullName(row),
    nip: row.nip,
    birthDate: row.birth_date,
    hasAccount: row.has_account,
    unitId: row.unit_id,
    unitName: row.unit_name,
    positionName: row.position_name,
    positionKind: row.position_kind,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    hasEnded: row.ends_on < period.endsOn && row.ends_on < today,
    appraiser: row.appraiser_id
      ? {
          id: row.appraiser_id,
          name: row.appraiser_name ?? '',
          hasAccount: row.appraiser_has_account ?? false,
          endedOn: row.appraiser_ended_on,
        }
      : null,
    superiorId: row.superior_id,
    superiorName: row.superior_name,
    participant,
  };
}

/** Candidates that really take part: those an officer has excluded are left out. */
export function takingPart(all: readonly Candidate[]): readonly Candidate[] {
  return all.filter((each) => each.participant?.state !== 'excluded');
}
