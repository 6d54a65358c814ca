import { describe, expect, it } from 'vitest';
import { readSheets } from '#platform/spreadsheet/index.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { baik, csvOf, historyDesk, nipOf, workbookOf } from './history.fixture.ts';

describe('earlier years', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  let serial = 0;

  const prepared = () => {
    serial += 1;
    return createCity(test.database, `kota-riwayat-${serial}`);
  };
  const { rows, pageOf, checked, base } = historyDesk(app);
  it('are shown before they are recorded, and recorded once', async () => {
    const city = await prepared();
    const { html, path, record } = await checked(city, csvOf([baik(await nipOf(city, city.employee.id))]));
    expect(html).toContain('1 hasil akan dicatat');
    expect(html).toContain('97');
    expect(await rows(city)).toHaveLength(0);
    const both = await Promise.all([record(), record()]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    const [row, ...more] = await rows(city);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      person_id: city.employee.id,
      starts_on: '2020-01-01',
      ends_on: '2020-12-31',
      scheme_id: 'pp-30-2019',
      scheme_version: 1,
      score: '97',
      category: 'baik',
      appraiser_name: 'Dr. Ahmad Fauzi',
      superseded_at: null,
    });
    const events = await city.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select(['type', 'person_id'])
        .where('agency_id', '=', tx.agencyId)
        .where('type', 'like', 'past-%')
        .orderBy('type')
        .execute(),
    );
    expect(events).toEqual([
      { type: 'past-result-recorded', person_id: city.employee.id },
      { type: 'past-results-imported', person_id: null },
    ]);
    const again = await (await app.get(city.officer.accountId, path)).text();
    expect(again).toContain('Tidak ada yang perlu dicatat');
    const own = await (await app.get(city.employee.accountId, `/a/${city.code}/mine/history`)).text();
    expect(own).toContain('Dr. Ahmad Fauzi');
    expect(own).toContain('70 % × 100 (Nilai SKP) + 30 % × 90 (Nilai perilaku kerja) = 97');
    const record2020 = await (await app.get(city.employee.accountId, `/a/${city.code}/mine/record`)).text();
    expect(record2020).toContain('Hasil 1 Januari 2020 – 31 Desember 2020 menurut PP 30/2019 dicatat: Baik');
    const data = await app.get(city.employee.accountId, `/a/${city.code}/mine/record.json`);
    expect(await data.json()).toMatchObject({ held: { past_results: [{ category: 'baik' }] } });
  });

  it('of the same content change nothing, also from another file', async () => {
    const city = await prepared();
    const nip = await nipOf(city, city.employee.id);
    await (await checked(city, csvOf([baik(nip)]))).record();
    const second = await checked(city, csvOf([baik(nip)], 'salinan.csv'));
    expect(second.html).toContain('1 sudah tercatat dengan isi yang sama');
    expect((await second.record()).status).toBe(303);
    expect(await rows(city)).toHaveLength(1);
  });

  it('are replaced by a corrected file, the former kept and shown', async () => {
    const city = await prepared();
    const nip = await nipOf(city, city.employee.id);
    await (await checked(city, csvOf([baik(nip, { Predikat: 'Sangat Baik' })]))).record();
    const correction = await checked(city, csvOf([baik(nip)], 'perbaikan.csv'));
    expect(correction.html).toContain('1 menggantikan yang sudah tercatat');
    expect((await correction.record()).status).toBe(303);
    const all = await rows(city);
    expect(all.map(({ category, superseded_at }) => [category, superseded_at === null])).toEqual([
      ['sangat-baik', false],
      ['baik', true],
    ]);
    expect(all[0]?.superseded_by).toBe(city.officer.id);
    const page = await (await app.get(city.officer.accountId, pageOf(city, city.employee))).text();
    expect(page).toContain('Sangat Baik, berkas hasil-lama.csv; diganti Maya Putri');
  });

  it('keep what is printed and state where the rule gives something else', async () => {
    const city = await prepared();
    const nip = await nipOf(city, city.employee.id);
    const { html, record } = await checked(city, csvOf([baik(nip, { Predikat: 'Sangat Baik' })]));
    expect(html).toContain('Predikat tercetak Sangat Baik, menurut hitungan Baik.');
    await record();
    expect((await rows(city))[0]?.category).toBe('sangat-baik');
    const own = await (await app.get(city.employee.accountId, `/a/${city.code}/mine/history`)).text();
    expect(own).toContain('Tercetak berbeda dari hitungan');
    expect(own).toContain('Predikat tercetak Sangat Baik, menurut hitungan Baik.');
  });

  it('of two officers at once: one records, the other is told and looks again', async () => {
    const city = await prepared();
    const nip = await nipOf(city, city.employee.id);
    const [mine, theirs] = await Promise.all([
      checked(city, csvOf([baik(nip)])),
      checked(city, csvOf([baik(nip, { Predikat: 'Cukup' })], 'lain.csv'), city.unitOfficer),
    ]);
    const answers = await Promise.all([mine.record(), theirs.record()]);
    expect(answers.map((each) => each.status).sort()).toEqual([303, 409]);
    expect(await rows(city)).toHaveLength(1);
    const lost = answers.find((each) => each.status === 409);
    expect(await lost?.text()).toContain('orang lain mencatat hasil bagi pegawai yang sama');
  });

  it('are read from the own template, filled in', async () => {
    const city = await prepared();
    const template = await app.get(city.officer.accountId, `${base(city)}/template.xlsx`);
    const [sheet] = await readSheets(new Uint8Array(await template.arrayBuffer()), 'templat.xlsx');
    const headings = (sheet?.rows[0] ?? []).map((cell) => String(cell.value));
    const nip = await nipOf(city, city.employee.id);
    const { html, record } = await checked(
      city,
      await workbookOf(headings, [
        baik(nip),
        { NIP: nip, Dari: '01-07-2021', Sampai: '31-12-2021', Aturan: 'Hanya predikat', Predikat: 'Cukup' },
      ]),
    );
    expect(html).toContain('Semua baris dapat dibaca.');
    await record();
    expect((await rows(city)).map(({ scheme_id, category }) => [scheme_id, category]).sort()).toEqual([
      [null, 'butuh-perbaikan'],
      ['pp-30-2019', 'baik'],
    ]);
  });

  it('stand beside those of Tera, the latest first, with a word where both cover one time', async () => {
    const city = await prepared();
    const plan = await givePlan(city.db, city, city.participants.employee);
    await evaluationWalk(app, city).ratified(plan);
    const nip = await nipOf(city, city.employee.id);
    const { html, record } = await checked(
      city,
      csvOf([
        baik(nip),
        { NIP: nip, Dari: '01-01-2026', Sampai: '30-06-2026', Aturan: 'Hanya predikat', Predikat: 'Baik' },
      ]),
    );
    expect(html).toContain('Masa ini juga dinilai di Tera (Penilaian 2026)');
    await record();
    const own = await (await app.get(city.employee.accountId, `/a/${city.code}/mine/history`)).text();
    const table = own.slice(own.indexOf('<table'), own.indexOf('</table>'));
    const [first, second, third] = ['2026</th>', '30 Jun 2026</th>', '2020</th>'].map((end) =>
      table.indexOf(end),
    );
    expect([first, second, third].every((at) => at !== undefined && at > 0)).toBe(true);
    expect(first).toBeLessThan(second ?? 0);
    expect(second).toBeLessThan(third ?? 0);
    expect(own).toContain('Budi Santoso');
    expect(own).toContain(`/appraisals/${city.participants.employee}/result`);
    expect(own).toContain('Baik sejak 2020');
  });

  it('of the wrong person are withdrawn with a reason and stay readable', async () => {
    const city = await prepared();
    await (await checked(city, csvOf([baik(await nipOf(city, city.employee.id))]))).record();
    const id = (await rows(city))[0]?.id ?? '';
    const address = `${pageOf(city, city.employee)}/${id}/withdrawal`;
    const send = (reason: string, who = city.officer) =>
      app.post(who.accountId, address, { [`reason-${id}`]: reason });
    expect((await send('x', city.auditor)).status).toBe(403);
    const without = await send(' ');
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('Tuliskan alasannya.');
    const answers = await Promise.all([send('Salah orang'), send('Salah orang', city.unitOfficer)]);
    expect(answers.map((each) => each.status).sort()).toEqual([303, 409]);
    const own = await (await app.get(city.employee.accountId, `/a/${city.code}/mine/history`)).text();
    expect(own).toContain('Belum ada hasil');
    expect(own).toContain('Salah orang');
    // Nothing stands there any more: the row can be recorded anew.
    const again = await checked(city, csvOf([baik(await nipOf(city, city.employee.id))]));
    expect((await again.record()).status).toBe(303);
    expect((await rows(city)).filter((row) => row.superseded_at === null)).toHaveLength(1);
  });
});
