/** The list of participants: of a draft those who would take part, of an open or closed period those who do. */
import { sql } from 'kysely';
import { fullName, unitsBelow } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import { type Candidate, candidates } from './candidates.ts';
import type { Period } from './queries.ts';

export const LISTED_STATES = ['active', 'moved', 'excluded'] as const;
export type ListedState = (typeof LISTED_STATES)[number];

export interface ParticipantLine {
  readonly placementId: string;
  /** Null in a draft, where nobody is a participant yet. */
  readonly participantId: string | null;
  readonly personId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly positionName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly appraiserName: string | null;
  readonly state: ListedState;
  readonly endsOn: string;
  readonly excludedReason: string | null;
}

export interface ParticipantFilter {
  readonly words: string;
  readonly state: ListedState | null;
  readonly unitId: string | null;
  readonly page: number;
}

export const PARTICIPANTS_A_PAGE = 50;

export interface ParticipantPage {
  readonly lines: readonly ParticipantLine[];
  readonly total: number;
}

export async function listParticipants(
  tx: Tx,
  period: Period,
  filter: ParticipantFilter,
  today: string,
): Promise<ParticipantPage> {
  const units = filter.unitId && isId(filter.unitId) ? await unitsBelow(tx, [filter.unitId]) : null;
  if (period.state === 'draft') return listCandidates(tx, period, filter, units, today);
  const words = `%${filter.words.replaceAll(/[%_\\]/g, '\\$&')}%`;
  const { rows } = await sql<{
    placement_id: string;
    id: string;
    person_id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
    nip: string | null;
    position_name: string;
    unit_id: string;
    unit_name: string;
    appraiser_name: string | null;
    state: ListedState;
    ends_on: string;
    excluded_reason: string | null;
    total: number;
  }>`
    select t.id, t.placement_id, t.person_id, t.unit_id, t.state, t.ends_on, t.excluded_reason,
      p.name, p.title_before, p.title_after, p.nip, pl.position_name, u.name as unit_name, a.name as appraiser_name,
      count(*) over () as total
    from participants t
    join people p on p.agency_id = ${tx.agencyId} and p.id = t.person_id
    join placements pl on pl.agency_id = ${tx.agencyId} and pl.id = t.placement_id
    join units u on u.agency_id = ${tx.agencyId} and u.id = t.unit_id
    left join people a on a.agency_id = ${tx.agencyId} and a.id = t.appraiser_id
    where t.agency_id = ${tx.agencyId} and t.period_id = ${period.id}
      and (${filter.state}::text is null or t.state = ${filter.state})
      and (${units ? [...units] : null}::uuid[] is null or t.unit_id = any(${units ? [...units] : null}::uuid[]))
      and (${filter.words} = '' or p.name ilike ${words} or p.nip like ${words} or pl.position_name ilike ${words})
    order by p.name, t.starts_on
    limit ${PARTICIPANTS_A_PAGE} offset ${(filter.page - 1) * PARTICIPANTS_A_PAGE}`.execute(tx.db);
  return {
    total: rows[0]?.total ?? 0,
    lines: rows.map((row) => ({
      placementId: row.placement_id,
      participantId: row.id,
      personId: row.person_id,
      name: fullName(row),
      nip: row.nip,
      positionName: row.position_name,
      unitId: row.unit_id,
      unitName: row.unit_name,
      appraiserName: row.appraiser_name,
      state: row.state,
      endsOn: row.ends_on,
      excludedReason: row.excluded_reason,
    })),
  };
}

async function listCandidates(
  tx: Tx,
  period: Period,
  filter: ParticipantFilter,
  units: ReadonlySet<string> | null,
  today: string,
): Promise<ParticipantPage> {
  const words = filter.words.toLowerCase();
  const matching = (await candidates(tx, period, today))
    .map(toLine)
    .filter((line) => filter.state === null || line.state === filter.state)
    .filter((line) => units === null || units.has(line.unitId))
    .filter(
      (line) =>
        words === '' ||
        line.name.toLowerCase().includes(words) ||
        line.positionName.toLowerCase().includes(words) ||
        (line.nip?.includes(words) ?? false),
    );
  const start = (filter.page - 1) * PARTICIPANTS_A_PAGE;
  return { lines: matching.slice(start, start + PARTICIPANTS_A_PAGE), total: matching.length };
}

function toLine(candidate: Candidate): ParticipantLine {
  const isExcluded = candidate.participant?.state === 'excluded';
  return {
    placementId: candidate.placementId,
    participantId: null,
    personId: candidate.personId,
    name: candidate.name,
    nip: candidate.nip,
    positionName: candidate.positionName,
    unitId: candidate.unitId,
    unitName: candidate.unitName,
    appraiserName: candidate.appraiser?.name ?? null,
    state: isExcluded ? 'excluded' : candidate.hasEnded ? 'moved' : 'active',
    endsOn: candidate.endsOn,
    excludedReason: candidate.participant?.excludedReason ?? null,
  };
}

export async function participantCounts(
  tx: Tx,
  periodId: string,
): Promise<Readonly<Record<ListedState, number>>> {
  const rows = await tx.db
    .selectFrom('participants')
    .select(['state'])
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .groupBy('state')
    .execute();
  const count = (state: ListedState) => rows.find((row) => row.state === state)?.count ?? 0;
  return { active: count('active'), moved: count('moved'), excluded: count('excluded') };
}
