import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { type AskingCity, askingCity, officerOf } from './asking.fixture.ts';
import { startRound } from './commands/round.ts';
import { openRound } from './index.ts';
import { workOnPreparation } from './prepare-job.ts';
import { latestRun } from './run.ts';

const PEOPLE = 10_000;
const A_UNIT = 40;

/** The same door to the database, counting what goes through it; `stopAfter` breaks the connection, so to speak. */
function counting(db: AgencyDb, stopAfter = Number.POSITIVE_INFINITY) {
  const counted = { statements: 0 };
  const watch = (tx: Tx): Tx => ({
    agencyId: tx.agencyId,
    now: tx.now,
    touch: (...ids) => tx.touch(...ids),
    enqueue: (...job) => tx.enqueue(...job),
    db: tx.db.withPlugin({
      transformQuery: ({ node }) => {
        counted.statements += 1;
        if (counted.statements > stopAfter) throw new Error('the process was killed');
        return node;
      },
      transformResult: async ({ result }) => result,
    }),
  });
  const watched: AgencyDb = {
    agencyId: db.agencyId,
    clock: db.clock,
    read: (work) => db.read((tx) => work(watch(tx))),
    write: (work) => db.write((tx) => work(watch(tx))),
  };
  return { db: watched, counted };
}

/** Units of forty, each with a head of its own who appraises the others; written by the database itself. */
async function addPeople(owner: pg.Client, { agencyId, periodId, head, units }: AskingCity): Promise<void> {
  const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`;
  const unit = id('unit', `(n / ${A_UNIT})`);
  await owner.query(
    `insert into units (agency_id, id, code, parent_id, name, active_from)
     select $1, ${id('unit', 'n')}, 'B-' || n, $2, 'Bidang ' || n, '2020-01-01'
     from generate_series(0, ${PEOPLE / A_UNIT - 1}) n`,
    [agencyId, units.city],
  );
  await owner.query(
    `insert into people (agency_id, id, kind, name, account_id, created_at, updated_at)
     select $1, ${id('person', 'n')}, 'non-asn', 'Pegawai ' || n, 'besar:' || n, '2026-01-01', '2026-01-01'
     from generate_series(0, ${PEOPLE - 1}) n`,
    [agencyId],
  );
  await owner.query(
    `insert into placements (agency_id, id, person_id, unit_id, kind, position_name, position_kind, is_head, valid_from)
     select $1, ${id('post', 'n')}, ${id('person', 'n')}, ${unit}, 'definitive', 'Pengelola', 'pelaksana',
       n % ${A_UNIT} = 0, '2020-01-01' from generate_series(0, ${PEOPLE - 1}) n`,
    [agencyId],
  );
  await owner.query(
    `insert into participants (agency_id, id, period_id, person_id, placement_id, unit_id, appraiser_id, superior_id,
       starts_on, ends_on, state, scheme_id, scheme_version, created_at)
     select $1, ${id('participant', 'n')}, $2, ${id('person', 'n')}, ${id('post', 'n')}, ${unit},
       case when n % ${A_UNIT} = 0 then $3 else ${id('person', `(n - n % ${A_UNIT})`)} end, $3,
       '2026-01-01', '2026-12-31', 'active', 'sawahlunto-kinerja', 1, '2026-01-01'
     from generate_series(0, ${PEOPLE - 1}) n`,
    [agencyId, periodId, head.id],
  );
}

describe('a round of ten thousand people', { timeout: 600_000 }, async () => {
  const test = await testDatabase();
  const roundId = newId();
  let city: AskingCity;

  beforeAll(async () => {
    city = await askingCity(test.database, 'kota-besar');
    await addPeople(test.owner, city);
    await city.db.write((tx) =>
      startRound(tx, officerOf(city), {
        id: roundId,
        periodId: city.periodId,
        opensOn: '2026-11-23',
        closesOn: '2026-12-05',
      }),
    );
  }, 600_000);

  const runId = async () => (await city.db.read((tx) => latestRun(tx, roundId)))?.id ?? '';
  const countRequests = async () => {
    const { rows } = await test.owner.query<{ requests: number; twice: number; most: number }>(
      `select count(*)::int as requests,
        count(*)::int - count(distinct (q.pool_id, q.rater_id))::int as twice,
        (select max(own.count)::int from (select count(*) from voice_requests q2
          join voice_pools o2 on o2.id = q2.pool_id and o2.voice in ('colleague', 'subordinate')
          group by q2.rater_id) own) as most
       from voice_requests q`,
    );
    return rows[0] ?? { requests: 0, twice: 0, most: 0 };
  };

  it('goes on where it was killed, and then holds everybody once', async () => {
    const killed = counting(city.db, 90);
    await expect(workOnPreparation(killed.db, schemeStore(), await runId())).rejects.toThrow('killed');
    const half = await countRequests();
    expect(half.requests).toBeGreaterThan(0);
    const { db, counted } = counting(city.db);
    await workOnPreparation(db, schemeStore(), await runId());
    const whole = await countRequests();
    expect(whole.requests).toBeGreaterThan(half.requests);
    // 10,000 people with the superior and five colleagues each, and five subordinates for each of 250 heads.
    expect(whole.requests).toBeGreaterThan(50_000);
    expect(whole).toMatchObject({ twice: 0 });
    expect(whole.most).toBeLessThanOrEqual(10);
    // About forty batches of a handful of statements each: not one statement a person.
    expect(counted.statements).toBeLessThan(600);
    const run = await city.db.read((tx) => latestRun(tx, roundId));
    expect(run).toMatchObject({ state: 'done', total: run?.done });
  });

  it('opens in a fixed number of statements, and tells everybody in a few', async () => {
    const { db, counted } = counting(city.db);
    await db.write((tx) => openRound(tx, officerOf(city), roundId));
    expect(counted.statements).toBeLessThan(60);
    const { rows } = await test.owner.query<{ count: number }>(
      `select count(*)::int as count from notifications where kind = 'voice-asked'`,
    );
    expect(rows[0]?.count).toBeGreaterThan(9_000);
  });
});
