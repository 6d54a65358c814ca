/** The ten pages that are used most, each seen by somebody whose page it is. */
import type { Database } from '#platform/database/database.ts';
import { DEMO_PASSWORD } from '../demo/accounts.ts';
import { DEMO_AGENCY } from '../demo/seed.ts';
import { signIn } from './client.ts';
import type { Click } from './load.ts';

export interface Visitor {
  readonly login: string;
  readonly cookie: string;
  readonly participantId: string;
  /** Somebody this visitor appraises; undefined for most. */
  readonly appraiseeId: string | undefined;
}

export interface Audience {
  readonly employees: readonly Visitor[];
  readonly appraisers: readonly Visitor[];
  readonly officer: Visitor;
}

interface Row {
  nip: string;
  participant_id: string;
  appraisee_id: string | null;
}

/** Signs in as many people as are needed; each by the page, with its slow hash. */
export async function gatherAudience(database: Database, address: string, count = 24): Promise<Audience> {
  const agency = await database.shared
    .selectFrom('agencies')
    .select('id')
    .where('code', '=', DEMO_AGENCY.code)
    .executeTakeFirstOrThrow();
  const rows = await database.forAgency(agency.id).read(async (tx) => {
    const people = tx.db
      .selectFrom('participants as p')
      .innerJoin('periods as e', (join) =>
        join.onRef('e.id', '=', 'p.period_id').on('e.agency_id', '=', tx.agencyId),
      )
      .innerJoin('people as q', (join) =>
        join.onRef('q.id', '=', 'p.person_id').on('q.agency_id', '=', tx.agencyId),
      )
      .innerJoin('plans as s', (join) =>
        join.onRef('s.participant_id', '=', 'p.id').on('s.agency_id', '=', tx.agencyId),
      )
      .select(['q.nip', 'p.id as participant_id'])
      .select((select) =>
        select
          .selectFrom('participants as b')
          .select('b.id')
          .where('b.agency_id', '=', tx.agencyId)
          .whereRef('b.period_id', '=', 'p.period_id')
          .whereRef('b.appraiser_id', '=', 'p.person_id')
          .limit(1)
          .as('appraisee_id'),
      )
      .where('p.agency_id', '=', tx.agencyId)
      .where('e.state', '=', 'open')
      .where('s.state', '=', 'agreed')
      .where('q.nip', 'is not', null)
      .orderBy('p.id');
    const officers = await tx.db
      .selectFrom('role_grants')
      .select('person_id')
      .where('agency_id', '=', tx.agencyId)
      .where('role', '=', 'officer')
      .where('unit_id', 'is', null)
      .execute();
    const all = (await people.execute()) as Row[];
    const [officer] = (await people
      .where(
        'q.id',
        'in',
        officers.map((each) => each.person_id),
      )
      .execute()) as Row[];
    return { all, officer };
  });
  if (!rows.officer) throw new Error('the demonstration has an officer');
  const visitor = async (row: Row): Promise<Visitor> => ({
    login: row.nip,
    cookie: await signIn(address, row.nip, DEMO_PASSWORD),
    participantId: row.participant_id,
    appraiseeId: row.appraisee_id ?? undefined,
  });
  const employees: Visitor[] = [];
  const appraisers: Visitor[] = [];
  for (const row of rows.all.filter((each) => !each.appraisee_id).slice(0, count))
    employees.push(await visitor(row));
  for (const row of rows.all.filter((each) => each.appraisee_id).slice(0, Math.ceil(count / 4)))
    appraisers.push(await visitor(row));
  return { employees, appraisers, officer: await visitor(rows.officer) };
}

type PageMaker = (audience: Audience, person: number) => { path: string; cookie: string };

const at = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

/** Weights follow who clicks: most people look at their own things, few lead, fewer administer. */
export const PAGES: readonly { readonly name: string; readonly weight: number; readonly make: PageMaker }[] =
  [
    { name: 'home', weight: 20, make: ({ employees }, n) => ({ path: '', cookie: at(employees, n).cookie }) },
    ...(['plan', 'progress', 'evaluation', 'result'] as const).map((step) => ({
      name: step,
      weight: 13,
      make: (({ employees }, n) => ({
        path: `/appraisals/${at(employees, n).participantId}/${step}`,
        cookie: at(employees, n).cookie,
      })) as PageMaker,
    })),
    {
      name: 'notifications',
      weight: 6,
      make: ({ employees }, n) => ({ path: '/notifications', cookie: at(employees, n).cookie }),
    },
    {
      name: 'team',
      weight: 8,
      make: ({ appraisers }, n) => ({ path: '/team', cookie: at(appraisers, n).cookie }),
    },
    {
      name: 'rate',
      weight: 8,
      make: ({ appraisers }, n) => ({
        path: `/appraisals/${at(appraisers, n).appraiseeId}/evaluation`,
        cookie: at(appraisers, n).cookie,
      }),
    },
    {
      name: 'organisation',
      weight: 3,
      make: ({ officer }) => ({ path: '/organisation', cookie: officer.cookie }),
    },
    { name: 'people', weight: 3, make: ({ officer }) => ({ path: '/people', cookie: officer.cookie }) },
  ];

const TICKETS = PAGES.flatMap((page) => Array.from({ length: page.weight }, () => page));

/** The next page somebody clicks on; a fixed stride walks all pages in their weights. */
export function nextClick(address: string, audience: Audience): (person: number, turn: number) => Click {
  return (person, turn) => {
    const page = at(TICKETS, person * 37 + turn * 61);
    const { path, cookie } = page.make(audience, person);
    return { url: `${address}/a/${DEMO_AGENCY.code}${path}`, cookie };
  };
}
