import { describe, expect, it } from 'vitest';
import type { Scheme } from '#domain/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { type City, createCity, createPerson, type TestPerson } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { conflictsBetween, pairKey } from './between.ts';
import { declared, household } from './conflicts.fixture.ts';
import { strictest } from './strictest.ts';

const ON = '2026-11-23';

describe('what stands between two people', async () => {
  const test = await testDatabase();
  let serial = 0;
  const city = () => {
    serial += 1;
    return createCity(test.database, `kota-${serial}`);
  };

  async function kinds(
    made: City,
    rater: TestPerson,
    ratee: TestPerson,
    more: { as?: string; on?: string } = {},
  ) {
    const pair = { raterId: rater.id, rateeId: ratee.id, as: more.as };
    const found = await made.db.read((tx) =>
      conflictsBetween(tx, [pair], { on: more.on ?? ON, contactMonths: 3, periodId: made.periodId }),
    );
    return (found.get(pairKey(rater.id, ratee.id)) ?? []).map((each) => `${each.source} ${each.kind}`);
  }

  it('is nothing between an appraiser and who has worked in the same unit all along', async () => {
    const made = await city();
    expect(await kinds(made, made.appraiser, made.employee)).toEqual([]);
  });

  it('is a confirmed relation in either direction, on the days on which it holds', async () => {
    const made = await city();
    await made.db.write((tx) =>
      declared(tx, {
        rater: made.appraiser,
        ratee: made.employee,
        state: 'ended',
        since: '2026-02-01',
        until: '2026-09-01',
      }),
    );
    expect(await kinds(made, made.appraiser, made.employee, { on: '2026-01-31' })).toEqual([]);
    expect(await kinds(made, made.appraiser, made.employee, { on: '2026-02-01' })).toEqual([
      'declared family',
    ]);
    expect(await kinds(made, made.employee, made.appraiser, { on: '2026-08-31', as: 'subordinate' })).toEqual(
      ['declared family'],
    );
    expect(await kinds(made, made.appraiser, made.employee, { on: '2026-09-01' })).toEqual([]);
  });

  it('is not what was only declared, or rejected, or withdrawn before it held', async () => {
    const made = await city();
    await made.db.write(async (tx) => {
      for (const state of ['declared', 'rejected'] as const)
        await declared(tx, { rater: made.appraiser, ratee: made.employee, kind: 'business', state });
      const id = await declared(tx, {
        rater: made.appraiser,
        ratee: made.employee,
        kind: 'dispute',
        state: 'declared',
      });
      await tx.db
        .updateTable('conflict_declarations')
        .set({ state: 'ended' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', id)
        .execute();
    });
    expect(await kinds(made, made.appraiser, made.employee)).toEqual([]);
  });

  it('is a family card or an address that both share, and not that both have none', async () => {
    const made = await city();
    await made.db.write((tx) =>
      household(tx, made, [
        { person: made.appraiser, card: 'a', address: 'x' },
        { person: made.employee, card: 'b', address: 'x' },
        { person: made.colleague, card: 'c' },
        { person: made.head, address: 'y' },
      ]),
    );
    expect(await kinds(made, made.appraiser, made.employee)).toEqual(['found same-household']);
    expect(await kinds(made, made.appraiser, made.colleague)).toEqual([]);
    expect(await kinds(made, made.head, made.appraiser)).toEqual([]);
  });

  it('is that each rates the other, but not that subordinates are asked about their superior', async () => {
    const made = await city();
    expect(await kinds(made, made.employee, made.appraiser)).toEqual(['found mutual-appraisal']);
    expect(await kinds(made, made.employee, made.appraiser, { as: 'subordinate' })).toEqual([]);
  });

  it('is short contact, counted in days of the period shared in a unit, a team, or under each other', async () => {
    const made = await city();
    const newcomer = await made.db.write((tx) =>
      createPerson(tx, {
        account: `new-${serial}`,
        name: 'Pegawai Baru',
        unitId: made.units.clinic,
        post: 'Bidan',
        kind: 'jf',
      }),
    );
    const move = (from: string) =>
      made.db.write((tx) =>
        tx.db
          .updateTable('placements')
          .set({ valid_from: from })
          .where('agency_id', '=', tx.agencyId)
          .where('id', '=', newcomer.placementId)
          .execute(),
      );
    // 90 days to the end of the year from 3 October 2026; 89 from the 4th.
    await move('2026-10-03');
    expect(await kinds(made, made.colleague, newcomer)).toEqual([]);
    await move('2026-10-04');
    expect(await kinds(made, made.colleague, newcomer)).toEqual(['found short-contact']);
    await made.db.write((tx) => shareTeam(tx, [newcomer, made.colleague], made));
    expect(await kinds(made, made.colleague, newcomer)).toEqual([]);
    expect(await kinds(made, made.stranger, made.employee)).toEqual(['found short-contact']);
  });

  it('counts 10,000 pairs in as many statements as one', async () => {
    const made = await city();
    const count = async (pairs: { raterId: string; rateeId: string }[]) => {
      let statements = 0;
      await made.db.read(async (tx) => {
        const counting = counted(tx, () => {
          statements += 1;
        });
        await conflictsBetween(counting, pairs, { on: ON, contactMonths: 3, periodId: made.periodId });
      });
      return statements;
    };
    const one = await count([{ raterId: made.appraiser.id, rateeId: made.employee.id }]);
    const ids = Array.from({ length: 101 }, () => newId());
    const many = ids.flatMap((raterId) => ids.map((rateeId) => ({ raterId, rateeId }))).slice(0, 10_000);
    expect(await count(many)).toBe(one);
    expect(one).toBeLessThanOrEqual(9);
  });
});

async function shareTeam(tx: Tx, people: readonly TestPerson[], city: City): Promise<void> {
  const team = newId();
  await tx.db
    .insertInto('teams')
    .values({
      agency_id: tx.agencyId,
      id: team,
      unit_id: city.units.clinic,
      name: 'Tim Imunisasi',
      is_across: false,
      decree: 'ST 1/2026',
      starts_on: '2026-01-01',
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute();
  await tx.db
    .insertInto('team_members')
    .values(
      people.map((person) => ({
        agency_id: tx.agencyId,
        id: newId(),
        team_id: team,
        person_id: person.id,
        role: 'member',
        valid_from: '2026-01-01',
        created_at: tx.now,
      })),
    )
    .execute();
}

/** The transaction with every statement through it counted. */
function counted(tx: Tx, count: () => void): Tx {
  const db = tx.db.withPlugin({
    transformQuery: ({ node }) => {
      count();
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { agencyId: tx.agencyId, now: tx.now, db, touch: () => undefined, enqueue: async () => undefined };
}

describe('what follows', () => {
  /** All that is read of a scheme here. */
  const saying = (conflicts?: object) => ({ components: {}, conflicts }) as unknown as Scheme;

  it('is the strictest consequence of the scheme', () => {
    const silent = saying();
    expect(strictest(silent, [])).toBeUndefined();
    expect(strictest(silent, [{ kind: 'short-contact' }])).toBe('flag');
    expect(strictest(silent, [{ kind: 'short-contact' }, { kind: 'dispute' }])).toBe('second-appraiser');
    expect(strictest(silent, [{ kind: 'dispute' }, { kind: 'family' }])).toBe('replace');
    const said = saying({ consequences: { family: 'flag' } });
    expect(strictest(said, [{ kind: 'family' }])).toBe('flag');
  });
});
