/**
 * A round as officers see it: by unit, by participant, by rater. Units outside the officer's scope are left out. That
 * nobody was named who is served, or from outside, is no shortage: these are only ever added.
 */
import { sql } from 'kysely';
import { type AskedVoice, askingRules } from '#domain/schemes/index.ts';
import { type Actor, fullName, unitsOf } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';

/** Which units an actor may see: null for all. Leaders and auditors of the agency see every unit's counts. */
export function reachOf({ officer, leader, isAuditor }: Actor): readonly string[] | null {
  if (isAuditor || officer.kind === 'agency' || leader.kind === 'agency') return null;
  return [...new Set([...(unitsOf(officer) ?? []), ...(unitsOf(leader) ?? [])])];
}

/** Whose raters an actor may see by name. */
export function namesReach({ officer, isAuditor }: Actor): readonly string[] | null {
  return isAuditor ? null : unitsOf(officer);
}

export interface UnitLine {
  readonly unitId: string;
  readonly name: string;
  readonly participants: number;
  readonly voices: number;
  /** Requests that stand: proposed, or asked. */
  readonly requests: number;
  readonly open: number;
  readonly tooFew: number;
  /** Participants with a relation on record to somebody on their list, as of the last preparation. */
  readonly flagged: number;
}

export async function unitLines(
  tx: Tx,
  round: { readonly id: string; readonly periodId: string },
  reach: readonly string[] | null,
  flagged: readonly string[] = [],
): Promise<readonly UnitLine[]> {
  const { rows } = await sql<{
    unit_id: string;
    name: string;
    participants: number;
    voices: number;
    requests: number;
    open: number;
    too_few: number;
    flagged: number;
  }>`
    with pool as (
      select o.id, o.participant_id, o.is_anonymous, o.least, o.voice,
        count(q.id) filter (where q.state in ('proposed', 'asked', 'answered')) as live,
        count(q.id) filter (where q.state = 'asked') as open
      from voice_pools o
      left join voice_requests q on q.agency_id = ${tx.agencyId} and q.pool_id = o.id
      where o.agency_id = ${tx.agencyId} and o.round_id = ${round.id}
      group by o.agency_id, o.id
    ), heard as (
      select participant_id, count(*) filter (where live > 0) as voices, sum(live) as live, sum(open) as open,
        count(*) filter (where is_anonymous and live < least and (live > 0 or voice in ('colleague', 'subordinate'))) as too_few
      from pool group by participant_id
    )
    select t.unit_id, u.name, count(*) as participants, sum(heard.voices)::int as voices,
      sum(heard.live)::int as requests, sum(heard.open)::int as open, sum(heard.too_few)::int as too_few,
      count(*) filter (where t.id = any(${[...flagged]}::uuid[])) as flagged
    from participants t
    join heard on heard.participant_id = t.id
    join units u on u.agency_id = ${tx.agencyId} and u.id = t.unit_id
    where t.agency_id = ${tx.agencyId} and t.period_id = ${round.periodId}
      and (${reach}::uuid[] is null or t.unit_id = any(${reach}::uuid[]))
    group by t.unit_id, u.name order by u.name, t.unit_id`.execute(tx.db);
  return rows.map((row) => ({
    unitId: row.unit_id,
    name: row.name,
    participants: row.participants,
    voices: row.voices,
    requests: row.requests,
    open: row.open,
    tooFew: row.too_few,
    flagged: row.flagged,
  }));
}

export const SHOWN = ['too-few', 'flagged', 'unreachable', 'guest-address'] as const;
export type Shown = (typeof SHOWN)[number];

export interface PeopleFilter {
  readonly words: string;
  readonly unitId: string | null;
  readonly shown: Shown | null;
  /** Null for all of them, as a file holds them. */
  readonly page: number | null;
}

export interface ParticipantLine {
  readonly participantId: string;
  readonly name: string;
  readonly position: string;
  readonly unitName: string;
  readonly voices: readonly VoiceCount[];
}

export interface VoiceCount {
  readonly voice: AskedVoice;
  readonly live: number;
  readonly isTooFew: boolean;
}

export const PEOPLE_A_PAGE = 50;

export async function participantLines(
  tx: Tx,
  round: { readonly id: string; readonly periodId: string },
  reach: readonly string[] | null,
  { words, unitId, shown, page }: PeopleFilter,
  flagged: readonly string[] = [],
): Promise<{ readonly lines: readonly ParticipantLine[]; readonly total: number }> {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{
    id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
    position_name: string;
    unit_name: string;
    voices: readonly { voice: AskedVoice; live: number; too_few: boolean }[];
    total: number;
  }>`
    with pool as (
      select o.participant_id, o.voice, o.is_anonymous, o.least,
        count(q.id) filter (where q.state in ('proposed', 'asked', 'answered')) as live,
        count(*) filter (where q.state in ('proposed', 'asked') and p.id is not null
          and p.account_id is null and p.email is null) as unreachable,
        count(*) filter (where q.state in ('proposed', 'asked') and q.guest_name is not null
          and q.guest_email is null) as without_address
      from voice_pools o
      left join voice_requests q on q.agency_id = ${tx.agencyId} and q.pool_id = o.id
      left join people p on p.agency_id = ${tx.agencyId} and p.id = q.rater_id
      where o.agency_id = ${tx.agencyId} and o.round_id = ${round.id}
      group by o.agency_id, o.id
    ), judged as (
      select *, is_anonymous and live < least and (live > 0 or voice in ('colleague', 'subordinate')) as too_few
      from pool
    ), heard as (
      select participant_id, bool_or(too_few) as too_few, sum(unreachable) as unreachable,
        sum(without_address) as without_address,
        json_agg(json_build_object('voice', voice, 'live', live, 'too_few', too_few) order by voice) as voices
      from judged group by participant_id
    )
    select t.id, p.name, p.title_before, p.title_after, l.position_name, u.name as unit_name, heard.voices,
      count(*) over () as total
    from participants t
    join heard on heard.participant_id = t.id
    join people p on p.agency_id = ${tx.agencyId} and p.id = t.person_id
    join placements l on l.agency_id = ${tx.agencyId} and l.id = t.placement_id
    join units u on u.agency_id = ${tx.agencyId} and u.id = t.unit_id
    where t.agency_id = ${tx.agencyId} and t.period_id = ${round.periodId}
      and (${reach}::uuid[] is null or t.unit_id = any(${reach}::uuid[]))
      and (${unitId}::uuid is null or t.unit_id = ${unitId}::uuid)
      and (${words} = '' or lower(p.name) like ${pattern} or lower(l.position_name) like ${pattern})
      and (${shown}::text is null or (${shown} = 'too-few' and heard.too_few)
        or (${shown} = 'flagged' and t.id = any(${[...flagged]}::uuid[]))
        or (${shown} = 'unreachable' and heard.unreachable > 0)
        or (${shown} = 'guest-address' and heard.without_address > 0))
    order by lower(p.name), t.id
    limit ${page === null ? null : PEOPLE_A_PAGE}::int offset ${page === null ? 0 : (page - 1) * PEOPLE_A_PAGE}`.execute(
    tx.db,
  );
  return {
    total: rows[0]?.total ?? 0,
    lines: rows.map((row) => ({
      participantId: row.id,
      name: fullName(row),
      position: row.position_name,
      unitName: row.unit_name,
      voices: row.voices.map(({ voice, live, too_few }) => ({ voice, live, isTooFew: too_few })),
    })),
  };
}

export interface LoadLine {
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
  /** Asked as one of several; the scheme's limit holds for these. */
  readonly movable: number;
  /** Asked because of their office: as the appraiser's superior or a team lead. */
  readonly fixed: number;
  readonly open: number;
  readonly limit: number;
}

/** Everybody who is asked, the most burdened first; those above the limit come before all others. */
export async function loadLines(
  tx: Tx,
  schemes: SchemeStore,
  roundId: string,
  reach: readonly string[] | null,
): Promise<readonly LoadLine[]> {
  const { rows } = await sql<{
    rater_id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
    unit_name: string | null;
    scheme_id: string;
    scheme_version: number;
    movable: number;
    fixed: number;
    open: number;
  }>`
    select q.rater_id, p.name, p.title_before, p.title_after, u.name as unit_name, t.scheme_id, t.scheme_version,
      count(*) filter (where o.voice not in ('appraiser-superior', 'team-lead')) as movable,
      count(*) filter (where o.voice in ('appraiser-superior', 'team-lead')) as fixed,
      count(*) filter (where q.state = 'asked') as open
    from voice_requests q
    join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id and o.round_id = ${roundId}
    join participants t on t.agency_id = ${tx.agencyId} and t.id = o.participant_id
    join people p on p.agency_id = ${tx.agencyId} and p.id = q.rater_id
    left join lateral (
      select l.unit_id from placements l where l.agency_id = ${tx.agencyId} and l.person_id = q.rater_id
        and l.kind = 'definitive' order by l.valid_from desc limit 1) post on true
    left join units u on u.agency_id = ${tx.agencyId} and u.id = post.unit_id
    where q.agency_id = ${tx.agencyId} and q.state in ('proposed', 'asked', 'answered')
      and (${reach}::uuid[] is null or post.unit_id = any(${reach}::uuid[]))
    group by q.rater_id, p.name, p.title_before, p.title_after, u.name, t.scheme_id, t.scheme_version`.execute(
    tx.db,
  );
  const limits = new Map<string, number>();
  for (const { scheme_id, scheme_version } of rows) {
    const key = `${scheme_id}@${scheme_version}`;
    if (!limits.has(key))
      limits.set(key, askingRules((await schemes.load(tx, scheme_id, scheme_version)).scheme).perRaterAtMost);
  }
  const limitOf = (row: (typeof rows)[number]) => limits.get(`${row.scheme_id}@${row.scheme_version}`) ?? 0;
  const lines = [...Map.groupBy(rows, (row) => row.rater_id)].flatMap(([personId, own]): LoadLine[] => {
    const [first] = own;
    if (!first) return [];
    const sum = (key: 'movable' | 'fixed' | 'open') => own.reduce((total, row) => total + row[key], 0);
    return [
      {
        personId,
        name: fullName(first),
        unitName: first.unit_name ?? '–',
        movable: sum('movable'),
        fixed: sum('fixed'),
        open: sum('open'),
        limit: Math.min(...own.map(limitOf)),
      },
    ];
  });
  const over = (line: LoadLine) => Number(line.movable > line.limit);
  return lines.toSorted(
    (one, other) =>
      over(other) - over(one) ||
      other.movable + other.fixed - (one.movable + one.fixed) ||
      one.name.localeCompare(other.name),
  );
}

/** Every request of the filtered participants, for a file. */
export async function requestRows(
  tx: Tx,
  participantIds: readonly string[],
): Promise<
  ReadonlyMap<string, readonly { voice: AskedVoice; rater: string; about: string; isOpen: boolean }[]>
> {
  const { rows } = await sql<{
    participant_id: string;
    voice: AskedVoice;
    name: string | null;
    title_before: string | null;
    title_after: string | null;
    guest_name: string | null;
    guest_organisation: string | null;
    state: string;
  }>`
    select o.participant_id, o.voice, p.name, p.title_before, p.title_after, q.guest_name, q.guest_organisation, q.state
    from voice_requests q
    join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id
    left join people p on p.agency_id = ${tx.agencyId} and p.id = q.rater_id
    where q.agency_id = ${tx.agencyId} and o.participant_id = any(${[...participantIds]}::uuid[])
      and q.state in ('proposed', 'asked', 'answered')
    order by o.voice, coalesce(p.name, q.guest_name), q.id`.execute(tx.db);
  const lines = rows.map((row) => ({
    participantId: row.participant_id,
    voice: row.voice,
    rater: row.name === null ? (row.guest_name ?? '') : fullName({ ...row, name: row.name }),
    about: row.guest_organisation ?? '',
    isOpen: row.state !== 'answered',
  }));
  return Map.groupBy(lines, (line) => line.participantId);
}
