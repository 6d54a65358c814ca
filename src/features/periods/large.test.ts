/** PEERS' commonest complaint is slowness with a few thousand staff: opening must stay a handful of statements. */
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { openPeriod } from './commands/open-period.ts';
import { pendingChanges } from './commands/update-participants.ts';
import { PREFLIGHT_CHECKS } from './preflight/index.ts';
import { requirePeriod } from './queries.ts';

const PEOPLE = 5000;

describe('a period of five thousand people', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const setup = { schemes: schemeStore(), checks: PREFLIGHT_CHECKS, zone: 'Asia/Jakarta' };
  const officer = {
    personId: city.officer.id,
    accountId: city.officer.accountId,
    name: city.officer.name,
    officer: { kind: 'agency' },
    leader: { kind: 'none' },
    isAuditor: false,
  } as const;

  it('opens in a few statements, and then has nothing to bring up to date', async () => {
    await fillAgency(test.ownerUrl, city);
    const periodId = newId();
    await city.db.write((tx) => draft(tx, city.periodId, periodId));
    const statements: string[] = [];
    const count = await city.db.write((tx) =>
      openPeriod({ ...counted(tx, statements) }, officer, periodId, setup),
    );
    expect(count).toBe(PEOPLE + 8);
    // One insert of participants and one of notifications a thousand people, and a fixed number besides.
    expect(statements.length).toBeLessThan(35);
    const changes = await city.db.read(async (tx) =>
      pendingChanges(tx, await requirePeriod(tx, periodId), 'Asia/Jakarta'),
    );
    expect(changes.count).toBe(0);
  });
});

/** The same transaction, noting every statement. */
function counted(tx: Tx, statements: string[]): Tx {
  return {
    agencyId: tx.agencyId,
    now: tx.now,
    touch: (...ids) => tx.touch(...ids),
    enqueue: (...job) => tx.enqueue(...job),
    db: tx.db.withPlugin({
      transformQuery: ({ node }) => {
        statements.push(node.kind);
        return node;
      },
      transformResult: async ({ result }) => result,
    }),
  };
}

async function draft(tx: Tx, fromId: string, id: string): Promise<void> {
  const period = await tx.db
    .selectFrom('periods')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', fromId)
    .executeTakeFirstOrThrow();
  await tx.db
    .insertInto('periods')
    .values({ ...period, id, name: 'Periode besar', state: 'draft', opened_at: null })
    .execute();
  await tx.db
    .insertInto('checkpoints')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      period_id: id,
      ordinal: 1,
      name: 'Triwulan I',
      starts_on: '2026-01-01',
      ends_on: '2026-03-31',
      due_on: '2026-04-10',
    })
    .execute();
}

/** Fills the agency as its owner would from a file: people, placements, and one appraiser for each. */
async function fillAgency(ownerUrl: string, city: Awaited<ReturnType<typeof createCity>>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      `insert into people (agency_id, id, kind, nip, name, created_at, updated_at)
       select $1, gen_random_uuid(), 'pns', '19800101' || lpad(n::text, 10, '0'), 'Pegawai ' || n, now(), now()
       from generate_series(1, ${PEOPLE}) n`,
      [city.agencyId],
    );
    await client.query(
      `insert into placements (agency_id, id, person_id, unit_id, kind, position_name, position_kind, is_head, valid_from)
       select $1, gen_random_uuid(), id, $2, 'definitive', 'Pelaksana', 'pelaksana', false, '2024-01-01'
       from people where agency_id = $1 and name like 'Pegawai %'`,
      [city.agencyId, city.units.schools],
    );
    await client.query(
      `insert into appraiser_assignments (agency_id, id, person_id, appraiser_id, superior_id, source, valid_from, created_at)
       select $1, gen_random_uuid(), id, case when id = $2 then $3::uuid else $2::uuid end, $3, 'officer', '2024-01-01', now()
       from people where agency_id = $1 and kind = 'pns'`,
      [city.agencyId, city.head.id, city.mayor.id],
    );
  } finally {
    await client.end();
  }
}
