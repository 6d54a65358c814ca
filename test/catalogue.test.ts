import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from './support/database.ts';

/** Tables without an agency, each with the reason why it may be so. */
const SHARED: Record<string, string> = {
  agencies: 'registry of agencies: public names, codes and zones',
  account_users:
    'one account a human being across agencies; rows are reached only through a session or a login',
  account_sessions: 'belongs to an account',
  account_credentials: 'belongs to an account',
  account_verifications: 'belongs to an account',
  account_second_factors: 'belongs to an account',
  sign_in_failures: 'counted before anybody is known',
  installation: 'settings of the whole installation',
  migrations: 'what was applied; only the owner may touch it',
};

/** Tables of the record: rows are added, never changed. */
const APPEND_ONLY = ['acts', 'audit_events', 'access_log'];

interface Table {
  name: string;
  has_agency: boolean;
  forced: boolean;
  owner: string;
}

describe('the catalogue', async () => {
  const test = await testDatabase();
  const client = test.owner;
  let tables: Table[] = [];

  beforeAll(async () => {
    const { rows } = await client.query<Table>(`
      select c.relname as name, pg_get_userbyid(c.relowner) as owner,
        c.relrowsecurity and c.relforcerowsecurity as forced,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_id' and a.attnotnull
          and a.atttypid = 'uuid'::regtype and not a.atthasdef and a.attnum = 1) as has_agency
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
    tables = rows;
  });

  const query = async <Row extends pg.QueryResultRow>(sql: string) => (await client.query<Row>(sql)).rows;
  const agencyTables = () => tables.filter((table) => !(table.name in SHARED)).map((table) => table.name);

  it('puts agency_id first in every table that is not on the reasoned list', () => {
    expect(tables.length).toBeGreaterThan(25);
    expect(tables.filter((table) => !table.has_agency && !(table.name in SHARED))).toEqual([]);
    expect(Object.keys(SHARED).filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
  });

  it('forces row-level security on all of them, with one policy that compares the setting and nothing else', async () => {
    expect(tables.filter((table) => table.has_agency && !table.forced)).toEqual([]);
    const policies = await query<{ tablename: string; qual: string; with_check: string; cmd: string }>(
      `select tablename, qual, with_check, cmd from pg_policies where schemaname = 'public'`,
    );
    const expected = `(agency_id = (NULLIF(current_setting('app.agency_id'::text, true), ''::text))::uuid)`;
    expect(policies.map((policy) => policy.tablename).sort()).toEqual(agencyTables().sort());
    for (const policy of policies)
      expect(policy).toMatchObject({ qual: expected, with_check: expected, cmd: 'ALL' });
  });

  it('begins every key with agency_id and keeps it in every exclusion', async () => {
    const keys = await query<{ table: string; index: string; columns: string[] }>(`
      select c.relname as table, i.relname as index,
        array(select a.attname::text from unnest(x.indkey) with ordinality k (n, o)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n order by k.o) as columns
      from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      where c.relnamespace = 'public'::regnamespace and (x.indisunique or x.indisexclusion)`);
    const wrong = keys.filter((key) => !(key.table in SHARED) && key.columns[0] !== 'agency_id');
    expect(wrong).toEqual([]);
  });

  it('has composite foreign keys that include agency_id and never cascade by surprise', async () => {
    const foreign = await query<{
      name: string;
      from: string;
      to: string;
      columns: string[];
      del: string;
      upd: string;
    }>(`
      select o.conname as name, o.conrelid::regclass::text as from, o.confrelid::regclass::text as to,
        array(select attname::text from unnest(o.conkey) k join pg_attribute a on a.attrelid = o.conrelid and a.attnum = k) as columns,
        o.confdeltype::text as del, o.confupdtype::text as upd
      from pg_constraint o where o.contype = 'f' and o.connamespace = 'public'::regnamespace`);
    for (const key of foreign) {
      if (key.from in SHARED) {
        expect(key.to in SHARED, key.name).toBe(true);
        continue;
      }
      expect(key.columns[0], key.name).toBe('agency_id');
      expect(key.to in SHARED, key.name).toBe(false);
      expect(['a', 'r', 'c'], key.name).toContain(key.del);
      expect(key.upd, key.name).toBe('a');
    }
  });

  it('has no trigger, rule, view, sequence or identity on agency tables', async () => {
    expect(
      await query(`select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not tgisinternal and c.relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
    expect(
      await query(
        `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('S', 'v', 'm')`,
      ),
    ).toEqual([]);
    expect(
      await query(`select attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and a.attidentity <> ''`),
    ).toEqual([]);
  });

  it('gives the application a role that owns nothing and cannot bypass anything', async () => {
    const [role] = await query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit from pg_roles where rolname = 'tera_app'`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolinherit: false,
    });
    expect(tables.filter((table) => table.owner === 'tera_app')).toEqual([]);
    expect(await query(`select roleid from pg_auth_members where member = 'tera_app'::regrole`)).toEqual([]);
  });

  it('lets the record grow and nothing else', async () => {
    const grants = await query<{ name: string; privilege: string }>(`
      select table_name as name, privilege_type as privilege from information_schema.role_table_grants
      where grantee = 'tera_app' and table_schema = 'public'`);
    for (const table of APPEND_ONLY) {
      const held = grants.filter((grant) => grant.name === table).map((grant) => grant.privilege);
      expect(held.sort(), table).toEqual(['INSERT', 'SELECT']);
    }
    expect(grants.filter((grant) => grant.name === 'migrations')).toEqual([]);
    expect(grants.filter((grant) => ['TRUNCATE', 'TRIGGER', 'REFERENCES'].includes(grant.privilege))).toEqual(
      [],
    );
  });

  it('has civil dates without zone and moments with one', async () => {
    expect(
      await query(`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type in ('timestamp without time zone', 'time without time zone', 'real', 'double precision')`),
    ).toEqual([]);
  });
});
