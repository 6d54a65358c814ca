/** Teams from a spreadsheet: what would be recorded, and every row that stands in the way, before anything is. */
import { sql } from 'kysely';
import { type Actor, agencyToday, dateOf, unitsBelow } from '#features/people/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { isBlank } from '#platform/spreadsheet/index.ts';

import { teamText as text } from '../text-teams.ts';
import { keeps, keepsTeamsOf } from './access.ts';
import { alike, type FileRow, LONGEST_NAME, tidy } from './read-sheet.ts';

export type RowProblem =
  | 'bad-nip'
  | 'bad-team'
  | 'bad-role'
  | 'bad-from'
  | 'bad-until'
  | 'bad-scope'
  | 'bad-unit'
  | 'bad-double'
  | 'bad-lead';

export interface RefusedRow {
  readonly row: number;
  readonly problem: RowProblem;
  /** What stands in the cell that is wrong; a NIP is never repeated. */
  readonly cell: string;
  /** The row that this one overlaps with. */
  readonly other: number | null;
}

export interface AcceptedRow {
  readonly row: number;
  readonly personId: string;
  readonly name: string;
  readonly team: string;
  /** Null for a team that would be made. */
  readonly teamId: string | null;
  readonly unitId: string;
  readonly decree: string;
  readonly role: 'lead' | 'member';
  readonly from: string;
  readonly until: string | null;
}

export interface CheckedTeams {
  readonly accepted: readonly AcceptedRow[];
  readonly refused: readonly RefusedRow[];
  /** Rows that say what is recorded already. */
  readonly unchanged: number;
}

interface Known {
  readonly people: ReadonlyMap<
    string,
    { readonly id: string; readonly name: string; readonly unitId: string | null }
  >;
  readonly teams: ReadonlyMap<string, KnownTeam>;
  readonly kept: ReadonlySet<string> | null;
  /** Units by team: the responsible one with everything below it. */
  readonly within: (unitId: string) => Promise<ReadonlySet<string>>;
}

interface KnownTeam {
  readonly id: string;
  readonly unitId: string;
  readonly isAcross: boolean;
  readonly members: readonly Stay[];
}

interface Stay {
  readonly personId: string;
  readonly role: string;
  readonly from: string;
  readonly until: string | null;
  readonly row: number | null;
}

export async function checkTeamRows(tx: Tx, actor: Actor, rows: readonly FileRow[]): Promise<CheckedTeams> {
  const known = await knownFor(tx, actor, rows);
  const stays = new Map<string, Stay[]>();
  const accepted: AcceptedRow[] = [];
  const refused: RefusedRow[] = [];
  const homes = new Map<string, string>();
  let unchanged = 0;
  for (const row of rows) {
    const read = readRow(row, known);
    if ('problem' in read) {
      refused.push(read);
      continue;
    }
    const key = read.team.toLowerCase();
    const team = known.teams.get(key);
    // A new team belongs to the unit of whoever is named first, which is its lead in an orderly file.
    const home = team?.unitId ?? homes.get(key) ?? read.unitId;
    if (!keeps(known.kept, home)) {
      refused.push({ row: row.row, problem: 'bad-scope', cell: read.team, other: null });
      continue;
    }
    const isElsewhere = team && !team.isAcross && !(await known.within(team.unitId)).has(read.unitId);
    const others = [...(team?.members ?? []), ...(stays.get(key) ?? [])];
    if (others.some((stay) => isSame(stay, read))) {
      unchanged += 1;
      continue;
    }
    const clash = others.find((stay) => overlaps(stay, read) && stay.personId === read.personId);
    const lead = others.find((stay) => overlaps(stay, read) && stay.role === 'lead' && read.role === 'lead');
    if (isElsewhere || clash || lead) {
      const problem = isElsewhere ? 'bad-unit' : clash ? 'bad-double' : 'bad-lead';
      refused.push({ row: row.row, problem, cell: read.team, other: clash?.row ?? null });
      continue;
    }
    homes.set(key, home);
    stays.set(key, [...(stays.get(key) ?? []), { ...read, row: row.row }]);
    accepted.push({ ...read, teamId: team?.id ?? null, unitId: home });
  }
  return { accepted, refused, unchanged };
}

function overlaps(stay: Stay, row: Pick<AcceptedRow, 'from' | 'until'>): boolean {
  return stay.from < (row.until ?? '9999') && row.from < (stay.until ?? '9999');
}

function isSame(stay: Stay, row: Omit<AcceptedRow, 'teamId'>): boolean {
  return (
    stay.personId === row.personId &&
    stay.role === row.role &&
    stay.from === row.from &&
    stay.until === row.until
  );
}

function readRow({ row, cells }: FileRow, known: Known): RefusedRow | Omit<AcceptedRow, 'teamId'> {
  const refuse = (problem: RowProblem, cell: string): RefusedRow => ({ row, problem, cell, other: null });
  const person = known.people.get(tidy(cells.nip).replace(/[\s.']/g, ''));
  if (!person) return refuse('bad-nip', '');
  const team = tidy(cells.team).slice(0, LONGEST_NAME);
  if (!team) return refuse('bad-team', '');
  const role = { ketua: 'lead', lead: 'lead', anggota: 'member', member: 'member' } as const;
  const said = alike(tidy(cells.role));
  if (!Object.hasOwn(role, said)) return refuse('bad-role', said);
  const from = cells.from && dateOf(cells.from);
  if (!from) return refuse('bad-from', tidy(cells.from));
  const last = isBlank(cells.until) || !cells.until ? null : dateOf(cells.until);
  if (last === undefined || (last !== null && last < from)) return refuse('bad-until', tidy(cells.until));
  if (person.unitId === null) return refuse('bad-scope', team);
  return {
    row,
    personId: person.id,
    name: person.name,
    team,
    unitId: person.unitId,
    decree: tidy(cells.decree).slice(0, LONGEST_NAME),
    role: role[said as keyof typeof role],
    from,
    until: last && addDays(last, 1),
  };
}

async function knownFor(tx: Tx, actor: Actor, rows: readonly FileRow[]): Promise<Known> {
  const on = await agencyToday(tx);
  const nips = [...new Set(rows.map(({ cells }) => tidy(cells.nip).replace(/[\s.']/g, '')))];
  const names = [...new Set(rows.map(({ cells }) => tidy(cells.team).toLowerCase()))];
  const { rows: people } = await sql<{ id: string; nip: string; name: string; unit_id: string | null }>`
    select p.id, p.nip, p.name, post.unit_id from people p
    left join lateral (
      select l.unit_id from placements l where l.agency_id = ${tx.agencyId} and l.person_id = p.id
        and l.kind = 'definitive' order by (l.valid_from <= ${on}) desc, l.valid_from desc limit 1) post on true
    where p.agency_id = ${tx.agencyId} and p.nip = any(${nips}::text[])`.execute(tx.db);
  const { rows: teams } = await sql<{
    id: string;
    name: string;
    unit_id: string;
    is_across: boolean;
    members: readonly { personId: string; role: string; from: string; until: string | null }[];
  }>`
    select t.id, lower(t.name) as name, t.unit_id, t.is_across,
      coalesce((select json_agg(json_build_object('personId', m.person_id, 'role', m.role, 'from', m.valid_from,
          'until', m.valid_until))
        from team_members m where m.agency_id = ${tx.agencyId} and m.team_id = t.id and m.withdrawn_at is null), '[]') as members
    from teams t where t.agency_id = ${tx.agencyId} and lower(t.name) = any(${names}::text[])`.execute(tx.db);
  const below = new Map<string, ReadonlySet<string>>();
  return {
    people: new Map(people.map((row) => [row.nip, { id: row.id, name: row.name, unitId: row.unit_id }])),
    teams: new Map(
      teams.map((row) => [
        row.name,
        {
          id: row.id,
          unitId: row.unit_id,
          isAcross: row.is_across,
          members: row.members.map((each) => ({ ...each, row: null })),
        },
      ]),
    ),
    kept: await keepsTeamsOf(tx, actor, on),
    within: async (unitId) => {
      const found = below.get(unitId) ?? (await unitsBelow(tx, [unitId]));
      below.set(unitId, found);
      return found;
    },
  };
}

export const TEAM_HEADINGS = () => [
  text.headNip(),
  text.headTeam(),
  text.headRole(),
  text.headFrom(),
  text.headUntil(),
  text.headDecree(),
];
