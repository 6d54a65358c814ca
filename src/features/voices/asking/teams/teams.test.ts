import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../../test/support/app.ts';
import { type City, createCity } from '../../../../../test/support/city.ts';
import { testDatabase } from '../../../../../test/support/database.ts';
import { teamsOf } from './months.ts';

describe('working teams', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  let city: City;
  let other: City;
  const teamId = newId();

  beforeAll(async () => {
    city = await createCity(test.database, 'kota-tim');
    other = await createCity(test.database, 'kota-sebelah');
  });

  const path = (more = '') => `/a/${city.code}/teams${more}`;
  const html = async (account: string | null, address: string) => (await app.get(account, address)).text();
  const make = (account: string | null, fields: Record<string, string> = {}) =>
    app.post(account, path(), {
      id: newId(),
      name: 'Tim Percepatan Imunisasi',
      unitId: city.units.health,
      decree: 'SK Kepala Dinas Nomor 12/2026',
      startsOn: '2026-01-01',
      lastDay: '',
      ...fields,
    });
  const add = (account: string | null, fields: Record<string, string> = {}) =>
    app.post(account, path(`/${teamId}/members`), {
      id: newId(),
      personId: city.employee.id,
      role: 'member',
      from: '2026-02-01',
      until: '',
      ...fields,
    });
  const members = () =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('team_members')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .where('team_id', '=', teamId)
        .orderBy('created_at')
        .execute(),
    );
  const nipOf = async (personId: string) =>
    city.db.read(async (tx) => {
      const row = await tx.db
        .selectFrom('people')
        .select('nip')
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', personId)
        .executeTakeFirstOrThrow();
      return row.nip ?? '';
    });

  it('are made once however often the form is sent, by officers and heads of the unit', async () => {
    const head = city.head.accountId;
    const both = await Promise.all([make(head, { id: teamId }), make(head, { id: teamId })]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    const again = await make(head, { name: 'tim percepatan imunisasi' });
    expect(again.status).toBe(422);
    const said = await again.text();
    expect(said).toContain('Sudah ada tim dengan nama ini');
    expect(said).toContain('value="tim percepatan imunisasi"');
    expect((await make(head, { name: 'Tim Lain', lastDay: '2025-12-31' })).status).toBe(422);
    expect((await make(head, { name: 'Tim Lain', unitId: newId() })).status).toBe(422);
  });

  it('are kept by those who answer for the unit; others learn nothing of them', async () => {
    const accounts: Record<string, [string | null, read: number, write: number]> = {
      nobody: [null, 303, 303],
      employee: [city.employee.accountId, 404, 404],
      'other agency': [other.officer.accountId, 404, 404],
      // Heads the clinic, below the health office that answers for the team.
      'head of a unit below': [city.appraiser.accountId, 404, 403],
      auditor: [city.auditor.accountId, 200, 403],
      'unit officer': [city.unitOfficer.accountId, 200, 422],
      officer: [city.officer.accountId, 200, 422],
      mayor: [city.mayor.accountId, 200, 422],
    };
    for (const [name, [account, read, write]] of Object.entries(accounts)) {
      expect((await app.get(account, path(`/${teamId}`))).status, name).toBe(read);
      expect((await add(account, { personId: newId() })).status, name).toBe(write);
      const list = (await app.get(account, path())).status;
      expect(list, name).toBe(name === 'head of a unit below' ? 200 : read);
    }
  });

  it('take members of the unit for days of the team, one lead at a time, and nobody twice', async () => {
    const officer = city.officer.accountId;
    const id = newId();
    const both = await Promise.all([
      add(officer, { id, role: 'lead', personId: city.appraiser.id }),
      add(officer, { id, role: 'lead', personId: city.appraiser.id }),
    ]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    expect((await add(officer, { until: '2026-06-30' })).status).toBe(303);
    const refused: readonly (readonly [Record<string, string>, string])[] = [
      [{ personId: '' }, 'Pilih seseorang dari hasil pencarian'],
      [{}, 'sudah tercatat dalam tim'],
      [{ personId: city.colleague.id, role: 'lead' }, 'sudah mempunyai ketua'],
      [{ personId: city.stranger.id }, 'tidak bertugas di unit penanggung jawab'],
      [{ personId: city.colleague.id, from: '2025-01-01' }, 'Di luar masa tim'],
      [{ personId: city.colleague.id, until: '2026-01-15' }, 'Hari terakhir tidak boleh'],
    ];
    for (const [fields, words] of refused) {
      const answer = await add(officer, fields);
      expect(answer.status, words).toBe(422);
      expect(await answer.text()).toContain(words);
    }
    expect(await members()).toHaveLength(2);
  });

  it('give months and roles for a period', async () => {
    const found = await city.db.read((tx) =>
      teamsOf(tx, [city.employee.id, city.appraiser.id, city.stranger.id], {
        from: '2026-01-01',
        until: '2027-01-01',
      }),
    );
    const name = 'Tim Percepatan Imunisasi';
    expect(found.get(city.employee.id)).toEqual([{ teamId, name, role: 'member', months: 5 }]);
    expect(found.get(city.appraiser.id)).toEqual([{ teamId, name, role: 'lead', months: 11 }]);
    expect(found.has(city.stranger.id)).toBe(false);
  });

  it('let a membership end, go on, or be withdrawn with a reason', async () => {
    const officer = city.officer.accountId;
    const row = (await members()).find((each) => each.person_id === city.employee.id);
    const end = (lastDay: string) => app.post(officer, path(`/members/${row?.id}/end`), { lastDay });
    expect((await end('2026-01-15')).status).toBe(422);
    expect((await end('2026-08-31')).status).toBe(303);
    expect((await members()).find((each) => each.id === row?.id)?.valid_until).toBe('2026-09-01');
    expect((await end('')).status).toBe(303);
    const withdraw = (reason: string) =>
      app.post(officer, path(`/members/${row?.id}/withdrawal`), { reason });
    expect((await withdraw('')).status).toBe(422);
    expect((await withdraw('Salah orang')).status).toBe(303);
    expect((await withdraw('Salah orang')).status).toBe(409);
    const found = await city.db.read((tx) =>
      teamsOf(tx, [city.employee.id], { from: '2026-01-01', until: '2027-01-01' }),
    );
    expect(found.size).toBe(0);
  });

  it('come from a spreadsheet: shown first, refused row by row, recorded once', async () => {
    const [employee, colleague, stranger, appraiser] = await Promise.all(
      [city.employee.id, city.colleague.id, city.stranger.id, city.appraiser.id].map(nipOf),
    );
    const rows = [
      'NIP;Tim;Peran;Sejak;Sampai;Keputusan',
      `${employee};Tim Data Terpadu;Ketua;01-03-2026;;SK 7/2026`,
      `${colleague};Tim Data Terpadu;anggota;2026-03-01;30-09-2026;`,
      `${stranger};Tim Data Terpadu;anggota;1 April 2026;;`,
      `${colleague};Tim Data Terpadu;anggota;01-05-2026;;`,
      `${appraiser};Tim Data Terpadu;Ketua;01-05-2026;;`,
      `123;Tim Data Terpadu;anggota;01-05-2026;;`,
      `${colleague};;anggota;01-05-2026;;`,
      `${colleague};Tim B;bendahara;01-05-2026;;`,
      `${colleague};Tim B;anggota;kemarin;;`,
      `${colleague};Tim B;anggota;01-05-2026;01-04-2026;`,
      `${stranger};Tim Percepatan Imunisasi;anggota;01-05-2026;;`,
    ];
    const officer = city.officer.accountId;
    const send = (text: string, name = 'tim.csv') =>
      app.post(officer, path('/import'), { id: newId(), file: new File([text], name, { type: 'text/csv' }) });
    expect((await send('Nama;Umur\nA;1')).status).toBe(422);
    expect((await app.post(officer, path('/import'), { id: newId() })).status).toBe(422);
    const uploaded = await send(rows.join('\n'));
    expect(uploaded.status).toBe(303);
    const address = uploaded.headers.get('location') ?? '';
    const shown = await html(officer, address);
    expect(shown).toContain('3 keanggotaan dalam 1 tim, 1 tim baru');
    expect(shown).toContain('8 baris ditolak');
    expect(shown).toContain('bertumpang tindih dengan baris 3');
    expect(shown).toContain('tim sudah mempunyai ketua');
    expect(shown).toContain('tidak lintas unit');
    expect(shown).not.toContain(String(employee));
    expect((await app.get(city.unitOfficer.accountId, address)).status).toBe(404);
    const both = await Promise.all([app.post(officer, address), app.post(officer, address)]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    const again = await html(officer, address);
    expect(again).toContain('3 baris sudah tercatat');
    expect(again).toContain('Tidak ada yang dapat dicatat');
    const list = await html(officer, path());
    expect(list).toContain('Tim Data Terpadu');
    expect((await app.get(officer, path('/list.xlsx'))).headers.get('content-type')).toContain(
      'spreadsheetml',
    );
    expect((await app.get(officer, path('/template.xlsx'))).status).toBe(200);
  });

  it('stand on a page of each person: the own one, and for the officers of that person', async () => {
    expect(await html(city.employee.accountId, `/a/${city.code}/mine/teams`)).toContain('Tim Data Terpadu');
    const page = `/a/${city.code}/people/${city.employee.id}/teams`;
    expect(await html(city.unitOfficer.accountId, page)).toContain('Tim Data Terpadu');
    expect((await app.get(city.colleague.accountId, page)).status).toBe(404);
    expect((await app.get(other.officer.accountId, page)).status).toBe(404);
    expect(
      (await app.get(city.unitOfficer.accountId, `/a/${city.code}/people/${city.stranger.id}/teams`)).status,
    ).toBe(404);
  });
});
