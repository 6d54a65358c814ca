import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity, type TestPerson } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { fingerprint, normalAddress, normalCard } from './fingerprint.ts';

describe('what is compared', () => {
  it('is a card number of sixteen digits however it is typed', () => {
    expect(normalCard("'3273-0101 0199.0001")).toBe('3273010101990001');
    expect(normalCard('327301010199000')).toBeUndefined();
    expect(normalCard('32730101019900O1')).toBeUndefined();
  });

  it('is an address with a number, its usual short words written out', () => {
    expect(normalAddress('Jl. Mawar No. 05, RT 01/RW 02')).toBe('jalan mawar nomor 5 rt 1 rw 2');
    expect(normalAddress('JALAN MAWAR NO.5 RT01 RW02')).toBe('jalan mawar nomor 5 rt 1 rw 2');
    expect(normalAddress('Jalan Mawar')).toBeUndefined();
    expect(normalAddress('No. 5')).toBeUndefined();
  });

  it('tells two agencies and two installations nothing about each other', () => {
    const secret = randomBytes(32);
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.string({ minLength: 1 }), (one, other, value) => {
        fc.pre(one !== other);
        const print = fingerprint(secret, one, 'card', value);
        expect(print).toMatch(/^[0-9a-f]{64}$/);
        expect(fingerprint(secret, one, 'card', value)).toBe(print);
        expect(fingerprint(secret, other, 'card', value)).not.toBe(print);
        expect(fingerprint(secret, one, 'address', value)).not.toBe(print);
        expect(fingerprint(randomBytes(32), one, 'card', value)).not.toBe(print);
      }),
      { seed: 13 },
    );
  });
});

describe('a spreadsheet of households', async () => {
  const test = await testDatabase();
  const { get, post } = await testApp(test);
  let serial = 0;
  const city = () => {
    serial += 1;
    return createCity(test.database, `kota-${serial}`);
  };
  const nipOf = async (made: City, person: TestPerson) =>
    (
      await made.db.read((tx) =>
        tx.db
          .selectFrom('people')
          .select('nip')
          .where('agency_id', '=', tx.agencyId)
          .where('id', '=', person.id)
          .executeTakeFirstOrThrow(),
      )
    ).nip ?? '';
  const CARD = '3273010101990001';
  const ADDRESS = 'Jalan Kenanga Nomor 17';

  async function upload(made: City, lines: readonly string[], who = made.officer) {
    const id = newId();
    const answer = await post(who.accountId, `/a/${made.code}/conflicts/households`, {
      id,
      file: new File([['NIP;No. KK;Alamat', ...lines].join('\n')], 'kk.csv', { type: 'text/csv' }),
    });
    return { id, answer, path: `/a/${made.code}/conflicts/households/${id}` };
  }

  it('is checked first, then recorded; neither numbers nor addresses are kept anywhere', async () => {
    const made = await city();
    const { answer, path } = await upload(made, [
      `${await nipOf(made, made.appraiser)};${CARD};${ADDRESS}`,
      `${await nipOf(made, made.employee)};${CARD};`,
      `${await nipOf(made, made.colleague)};123;Jalan Melati`,
      '199001012015011001;3273010101990002;Jalan Melati 4',
    ]);
    expect(answer.status).toBe(303);
    const checked = await (await get(made.officer.accountId, path)).text();
    expect(checked).toContain('2 pegawai siap dicatat');
    expect(checked).toContain('16 angka');
    expect(checked).toContain('NIP tidak dikenal');
    const find = () =>
      made.db.read((tx) =>
        tx.db.selectFrom('conflict_cases').select('kind').where('agency_id', '=', tx.agencyId).execute(),
      );
    expect(await find()).toEqual([]);
    const both = await Promise.all([post(made.officer.accountId, path), post(made.officer.accountId, path)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await find()).toEqual([{ kind: 'same-household' }]);
    const { rows } = await test.owner.query<{ table_name: string }>(
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { table_name: table } of rows) {
      const found = await test.owner.query(
        `select 1 from "${table}" t where t::text like $1 or t::text ilike $2 limit 1`,
        [`%${CARD}%`, '%kenanga%'],
      );
      expect(found.rowCount, table).toBe(0);
    }
  });

  it('replaces what was known of its people, and can be removed as a whole', async () => {
    const made = await city();
    const record = async (lines: readonly string[]) => {
      const { path } = await upload(made, lines);
      await post(made.officer.accountId, path);
    };
    const open = async () =>
      (
        await made.db.read((tx) =>
          tx.db.selectFrom('conflict_cases').select('state').where('agency_id', '=', tx.agencyId).execute(),
        )
      ).map(({ state }) => state);
    await record([
      `${await nipOf(made, made.appraiser)};${CARD};`,
      `${await nipOf(made, made.employee)};${CARD};`,
    ]);
    expect(await open()).toEqual(['open']);
    await record([`${await nipOf(made, made.employee)};3273010101990009;`]);
    expect(await open()).toEqual(['gone']);
    await record([`${await nipOf(made, made.employee)};${CARD};`]);
    expect(await open()).toEqual(['open']);
    const remove = (fields: Record<string, string>) =>
      post(made.officer.accountId, `/a/${made.code}/conflicts/households/removal`, fields);
    expect((await remove({})).status).toBe(422);
    expect((await remove({ sure: 'yes' })).status).toBe(303);
    expect(await open()).toEqual(['gone']);
  });

  it('is refused where it cannot be read, and is for officers of the agency only', async () => {
    const made = await city();
    const other = await city();
    const send = async (file: File, who: string | null = made.officer.accountId) =>
      post(who, `/a/${made.code}/conflicts/households`, { id: newId(), file });
    expect((await send(new File(['a;b\n1;2'], 'x.csv', { type: 'text/csv' }))).status).toBe(422);
    expect((await send(new File(['%PDF-1.4'], 'x.pdf', { type: 'application/pdf' }))).status).toBe(422);
    const statuses: Record<string, number> = {};
    for (const [name, account] of Object.entries({
      nobody: null,
      employee: made.employee.accountId,
      'unit officer': made.unitOfficer.accountId,
      auditor: made.auditor.accountId,
      'other agency': other.officer.accountId,
    }))
      statuses[name] = (await send(new File(['NIP;No. KK'], 'x.csv', { type: 'text/csv' }), account)).status;
    expect(statuses).toEqual({
      nobody: 303,
      employee: 403,
      'unit officer': 403,
      auditor: 403,
      'other agency': 404,
    });
  });
});
