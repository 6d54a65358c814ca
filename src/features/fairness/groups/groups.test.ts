import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { fairnessStage } from '../../../../test/support/fairness.ts';
import { lapseAttributes } from './attributes/commands.ts';
import type { GroupFigures } from './types.ts';

const words = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const says = (html: string, phrase: string) => words(html).includes(phrase);

describe('differences between groups', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database, 'kota-kelompok');
  const other = await createCity(test.database, 'kota-lain-kelompok');
  const stage = await fairnessStage(city);
  const base = `/a/${city.code}/fairness`;
  const page = `${base}/${stage.periodId}/groups`;
  /** Half women, whom every appraiser rates alike: the last digits of the invented NIPs say nothing of the rating. */
  await test.owner.query(
    `update people set sex = case when ascii(right(id::text, 1)) % 2 = 0 then 'female' else 'male' end where agency_id = $1`,
    [city.agencyId],
  );
  const nips = async () =>
    (
      await test.owner.query<{ nip: string }>(
        `select nip from people where agency_id = $1 and account_id like '%:staf-%' order by account_id`,
        [city.agencyId],
      )
    ).rows.map(({ nip }) => nip);
  const valid = () => ({
    id: newId(),
    kind: 'religion',
    legalBasis: 'Undang-Undang Nomor 27 Tahun 2022 Pasal 20',
    purpose: 'Memeriksa kesetaraan penilaian setiap tahun',
    endsOn: '2027-12-31',
  });
  const held = async () =>
    (
      await test.owner.query<{ id: string; count: string }>(
        'select attribute_id as id, count(*) from person_attribute_values group by 1',
      )
    ).rows;

  it('are shown to whoever oversees the agency, and to nobody else', async () => {
    for (const who of [city.officer, city.mayor, city.auditor])
      expect((await app.get(who.accountId, page)).status, who.name).toBe(200);
    for (const who of [city.employee, city.appraiser, city.unitOfficer, other.officer])
      expect((await app.get(who.accountId, page)).status, who.name).toBe(404);
    expect((await app.get(null, page)).status).toBe(303);
    expect(says(await (await app.get(city.mayor.accountId, page)).text(), 'belum dihitung')).toBe(true);
  });

  it('are computed with the run: every attribute that is known, with its interval, and as a file', async () => {
    await stage.run();
    const html = await (await app.get(city.mayor.accountId, page)).text();
    for (const phrase of ['Jenis kelamin', 'Umur', 'Unit kerja', 'Membaca dengan benar'])
      expect(says(html, phrase), phrase).toBe(true);
    expect(words(html)).toMatch(/Dari \d+ perbandingan/);
    expect(words(html)).toMatch(/Perempuan dibanding laki-laki|Laki-laki dibanding perempuan/);
    const csv = await app.get(city.auditor.accountId, `${page}.csv`);
    expect(csv.status).toBe(200);
    expect((await csv.text()).split('\n')[1]).toContain('Jenis kelamin');
  });

  it('by what may be held only on a legal basis: registered by an officer of the agency', async () => {
    const path = `${base}/attributes`;
    for (const who of [city.mayor, city.auditor])
      expect((await app.post(who.accountId, path, valid())).status, who.name).toBe(403);
    for (const who of [city.employee, city.unitOfficer, other.officer])
      expect((await app.post(who.accountId, path, valid())).status, who.name).toBe(404);
    expect((await app.post(null, path, valid())).status).toBe(303);

    const short = await app.post(city.officer.accountId, path, {
      ...valid(),
      purpose: 'pendek',
      legalBasis: 'Dasar yang tetap ada',
    });
    expect(short.status).toBe(422);
    const html = await short.text();
    expect(html.includes('Dasar yang tetap ada') && html.includes('sedikitnya sepuluh huruf')).toBe(true);
    for (const endsOn of ['2020-01-01', '2099-01-01', 'besok'])
      expect((await app.post(city.officer.accountId, path, { ...valid(), endsOn })).status).toBe(422);

    const form = valid();
    const sent = await Promise.all([1, 2].map(() => app.post(city.officer.accountId, path, form)));
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect((await app.post(city.officer.accountId, path, valid())).status).toBe(422);
    for (const who of [city.mayor, city.auditor])
      expect(
        says(await (await app.get(who.accountId, path)).text(), 'Undang-Undang Nomor 27'),
        who.name,
      ).toBe(true);
  });

  it('values are checked row by row, recorded once, and then readable by nobody', async () => {
    const [attribute] = (await test.owner.query<{ id: string }>('select id from person_attributes')).rows;
    const path = `${base}/attributes/${attribute?.id}`;
    const all = await nips();
    const religions = ['Islam', 'islam', 'Kristen', 'HINDU', 'Budha'];
    const rows = all.map(
      (nip, index) => `${nip};${religions[index % 2 === 0 ? 0 : index % 10 === 1 ? 3 : 2]}`,
    );
    const bad = ['123;Islam', `999999999999999999;Islam`, `${all[0]};Jedi`, `${all[1]};`, `${all[2]};Hindu`];
    const file = (lines: readonly string[], name = 'agama.csv') => ({
      id: newId(),
      file: new File([['NIP;Agama', ...lines].join('\n')], name, { type: 'text/csv' }),
    });
    for (const who of [city.mayor, city.auditor])
      expect((await app.post(who.accountId, `${path}/files`, file(rows))).status, who.name).toBe(403);
    expect((await app.post(other.officer.accountId, `${path}/files`, file(rows))).status).toBe(404);
    for (const broken of [
      { id: newId(), file: new File(['tanpa judul\n1;2'], 'a.csv', { type: 'text/csv' }) },
      { id: newId(), file: new File([new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])], 'a.xlsx') },
      { id: newId(), file: new File([''], 'a.csv') },
    ])
      expect((await app.post(city.officer.accountId, `${path}/files`, broken)).status).toBe(422);

    const checked = await app.post(city.officer.accountId, `${path}/files`, file([...rows, ...bad]));
    expect(checked.status).toBe(303);
    const at = checked.headers.get('location') ?? '';
    const html = await (await app.get(city.officer.accountId, at)).text();
    for (const phrase of [
      `${rows.length} nilai siap dicatat`,
      'NIP bukan 18 angka.',
      'Tidak ada pegawai dengan NIP ini.',
      'Pilih salah satu: Islam, Kristen',
      'Nilainya kosong.',
      'sudah disebut dengan nilai lain',
      'B · Agama',
    ])
      expect(says(html, phrase), phrase).toBe(true);
    expect((await app.get(city.auditor.accountId, at)).status).toBe(404);
    expect(await held()).toEqual([]);

    const twice = await Promise.all([1, 2].map(() => app.post(city.officer.accountId, at)));
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(Number((await held())[0]?.count)).toBe(rows.length);
    const after = await (await app.get(city.officer.accountId, at)).text();
    expect(says(after, 'tidak dapat dibaca lagi') && !/Jedi|HINDU|Hindu/.test(after)).toBe(true);
    const { rows: kept } = await test.owner.query('select waiting, refused from person_attribute_files');
    expect(kept.every(({ waiting, refused }) => waiting === null && refused.length === 0)).toBe(true);
  });

  it('of such attributes are rounded, and small groups are hidden with another', async () => {
    await stage.run();
    const html = await (await app.get(city.mayor.accountId, page)).text();
    expect(says(html, 'Agama atau kepercayaan')).toBe(true);
    expect(says(html, 'Angka dibulatkan')).toBe(true);
    const { rows } = await test.owner.query<{ figures: GroupFigures }>(
      `select figures from fairness_groups where attribute = 'religion'`,
    );
    const figures = rows[0]?.figures;
    expect(figures?.shown.length).toBeGreaterThan(1);
    for (const { people } of figures?.shown ?? []) expect(people % 5).toBe(0);
    // Whoever knows every score cannot tell from whole points which people make up a group.
    for (const { raw, adjusted } of figures?.findings ?? [])
      for (const gap of [raw, adjusted])
        for (const value of gap ? [gap.value, ...gap.interval] : [])
          expect(Number.isInteger(value)).toBe(true);
  });

  it('their values are in the data that a person takes along, and in nobody else’s', async () => {
    const staff = stage.staff.get(stage.appraisers[0]?.id ?? '')?.[0]?.person;
    const own = await app.get(staff?.accountId ?? '', `/a/${city.code}/mine/record.json`);
    expect(own.status).toBe(200);
    const { held: all } = (await own.json()) as {
      readonly held: Readonly<Record<string, readonly { kind?: string }[]>>;
    };
    expect(all.person_attributes?.map(({ kind }) => kind)).toEqual(['religion']);
    const others = await app.get(city.employee.accountId, `/a/${city.code}/mine/record.json`);
    expect(
      ((await others.json()) as { readonly held: Readonly<Record<string, unknown>> }).held.person_attributes,
    ).toEqual([]);
  });

  it('are deleted when an officer ends them with a reason, and after the last day', async () => {
    const [attribute] = (await test.owner.query<{ id: string }>('select id from person_attributes')).rows;
    const path = `${base}/attributes/${attribute?.id}`;
    expect(
      (await app.post(city.auditor.accountId, `${path}/end`, { reason: 'Tidak diperlukan lagi' })).status,
    ).toBe(403);
    expect((await app.post(city.officer.accountId, `${path}/end`, { reason: '' })).status).toBe(422);
    expect(
      (await app.post(city.officer.accountId, `${path}/end`, { reason: 'Tidak diperlukan lagi' })).status,
    ).toBe(303);
    expect(await held()).toEqual([]);
    expect(
      (await app.post(city.officer.accountId, `${path}/end`, { reason: 'Tidak diperlukan lagi' })).status,
    ).toBe(409);

    const form = { ...valid(), kind: 'disability' };
    await app.post(city.officer.accountId, `${base}/attributes`, form);
    const upload = async (count: number) => {
      const lines = (await nips()).slice(0, count).map((nip) => `${nip};tidak`);
      const checked = await app.post(city.officer.accountId, `${base}/attributes/${form.id}/files`, {
        id: newId(),
        file: new File([['NIP;Disabilitas', ...lines].join('\n')], 'd.csv', { type: 'text/csv' }),
      });
      return app.post(city.officer.accountId, checked.headers.get('location') ?? '');
    };
    // One value more would show in the figures whose it is.
    expect((await upload(4)).status).toBe(422);
    expect(await held()).toEqual([]);
    expect((await upload(5)).status).toBe(303);
    expect(await held()).toHaveLength(1);
    test.setNow(new Date('2028-01-01T03:00:00Z'));
    await city.db.write(lapseAttributes);
    expect(await held()).toEqual([]);
    expect(
      says(await (await app.get(city.officer.accountId, `${base}/attributes/${form.id}`)).text(), 'Berakhir'),
    ).toBe(true);
  });
});
