/** The overview of an agency with 10,000 people: as many queries as for ten. */
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { findVisitor } from '#app/visitor.ts';
import type { Tx } from '#platform/database/database.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { homeView } from './home.ts';
import { organisationPageView } from './organisation-routes.tsx';
import { latePeople } from './queries/late.ts';
import { teamView } from './team-routes.tsx';

const PEOPLE = 10_000;
const TODAY = '2026-12-21';

/** The transaction with a count of the statements sent through it. */
function counted(tx: Tx): { tx: Tx; count: () => number } {
  let queries = 0;
  const db = tx.db.withPlugin({
    transformQuery: ({ node }) => {
      queries += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return {
    tx: { agencyId: tx.agencyId, now: tx.now, db, touch: (...ids) => tx.touch(...ids), enqueue: tx.enqueue },
    count: () => queries,
  };
}

describe('a large agency', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);

  beforeAll(async () => {
    await city.db.write((tx) => fill(tx, city.periodId, city.units.clinic, city.appraiser.id, city.head.id));
    const owner = new pg.Client({ connectionString: test.ownerUrl });
    await owner.connect();
    await owner.query('vacuum analyze');
    await owner.end();
  });

  const queriesOf = async (work: (tx: Tx) => Promise<unknown>) =>
    city.db.read(async (tx) => {
      const watched = counted(tx);
      await work(watched.tx);
      return watched.count();
    });

  it.each([
    ['officer', city.officer.accountId, 10],
    ['leader', city.mayor.accountId, 13],
    ['superior of 40', city.appraiser.accountId, 10],
    ['employee', city.employee.accountId, 6],
  ] as const)('home of the %s', async (_role, account, most) => {
    const queries = await queriesOf(async (tx) => {
      const actor = (await findVisitor(tx, account))?.actor;
      if (!actor) throw new Error('the account belongs to nobody');
      return homeView(tx, actor, TODAY);
    });
    expect(queries).toBeLessThanOrEqual(most);
  });

  it('organisation, team and the late ones take a fixed number of queries', async () => {
    const question = { unitId: null, periodId: null, search: '' };
    const filter = { search: '', onlyWaiting: false, periodId: null, page: 1 };
    const agency = { kind: 'agency' } as const;
    const organisation = await queriesOf((tx) => organisationPageView(tx, agency, question));
    const team = await queriesOf((tx) => teamView(tx, city.appraiser.id, TODAY, filter));
    const late = await queriesOf((tx) =>
      latePeople(
        tx,
        { periodId: city.periodId, step: 'rating', scope: agency, search: '' },
        { limit: 50, offset: 0 },
      ),
    );
    expect(organisation).toBeLessThanOrEqual(3);
    expect(team).toBeLessThanOrEqual(5);
    expect(late).toBe(1);
  });
});

/** Participants as a year leaves them: most plans agreed, half self-assessed, a third rated; documents of real size. */
async function fill(
  tx: Tx,
  periodId: string,
  unitId: string,
  appraiserId: string,
  superiorId: string,
): Promise<void> {
  const agency = tx.agencyId;
  await sql`insert into units (agency_id, id, code, parent_id, name, active_from)
    select ${agency}, gen_random_uuid(), 'U' || n, ${unitId}, 'Unit ' || n, '2024-01-01' from generate_series(1, 300) n
    on conflict do nothing`.execute(tx.db);
  await sql`insert into people (agency_id, id, kind, nip, name, created_at, updated_at)
    select ${agency}, gen_random_uuid(), 'pns', '1990010120150' || lpad(n::text, 5, '0'), 'Pegawai ' || n, ${tx.now}, ${tx.now}
    from generate_series(1, ${PEOPLE}::int) n on conflict do nothing`.execute(tx.db);
  await sql`insert into placements (agency_id, id, person_id, unit_id, kind, position_name, position_kind, is_head, valid_from)
    select ${agency}, gen_random_uuid(), p.id, u.id, 'definitive', 'Pelaksana', 'pelaksana', false, '2024-01-01'
    from (select id, row_number() over () as n from people where agency_id = ${agency} and name like 'Pegawai %') p
    join (select id, row_number() over () as n from units where agency_id = ${agency} and code like 'U%') u on u.n = 1 + p.n % 300
    on conflict do nothing`.execute(tx.db);
  await sql`insert into participants (agency_id, id, period_id, person_id, placement_id, unit_id, appraiser_id, superior_id, starts_on, ends_on, state, scheme_id, scheme_version, created_at)
    select ${agency}, gen_random_uuid(), ${periodId}, l.person_id, l.id, l.unit_id,
      case when l.n <= 40 then ${appraiserId}::uuid else ${superiorId}::uuid end, ${superiorId}, '2026-01-01', '2026-12-31', 'active', 'permenpanrb-6-2022', 1, ${tx.now}
    from (select *, row_number() over () as n from placements where agency_id = ${agency} and position_name = 'Pelaksana') l
    on conflict do nothing`.execute(tx.db);
  const document = sql`jsonb_build_object('text', (select string_agg(md5(p.id::text || n), ' ') from generate_series(1, 45) n))`;
  await sql`insert into plans (agency_id, id, participant_id, state, content, revision, version, updated_at)
    select ${agency}, gen_random_uuid(), p.id, 'agreed', ${document}, 1, 1, ${tx.now} from participants p
    where p.agency_id = ${agency} and abs(hashtext(p.id::text)) % 10 < 9 on conflict do nothing`.execute(
    tx.db,
  );
  await sql`insert into assessments (agency_id, id, participant_id, voice, author_id, state, content, revision, updated_at)
    select ${agency}, gen_random_uuid(), p.id, v, p.person_id, 'submitted', ${document}, 1, ${tx.now}
    from participants p, unnest(array['self', 'appraiser']) v
    where p.agency_id = ${agency} and abs(hashtext(p.id::text)) % 10 < 5 on conflict do nothing`.execute(
    tx.db,
  );
  await sql`insert into results (agency_id, id, participant_id, version, state, results_rating, behaviour_rating, predicate, evidence, explanation, scheme_id, scheme_version, given_by, given_at)
    select ${agency}, gen_random_uuid(), p.id, 1, 'given', 'meets', 'meets', 'baik', ${document}, ${document}, 's', 1, ${superiorId}, ${tx.now}
    from participants p where p.agency_id = ${agency} and abs(hashtext(p.id::text)) % 10 < 3 on conflict do nothing`.execute(
    tx.db,
  );
}
