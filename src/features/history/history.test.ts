import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { readSheets } from '#platform/spreadsheet/index.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity, type TestPerson } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { csvOf, type FileRow, nipOf, workbookOf } from './history.fixture.ts';

describe('earlier years', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  let serial = 0;
  let made: City;
  let other: City;

  const prepared = () => {
    serial += 1;
    return createCity(test.database, `kota-riwayat-${serial}`);
  };
  beforeAll(async () => {
    made = await prepared();
    other = await createCity(test.database, 'kota-riwayat-lain');
  });

  const base = (city: City) => `/a/${city.code}/people/history`;
  const pageOf = (city: City, person: TestPerson) => `/a/${city.code}/people/${person.id}/history`;
  const seenIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const rows = (city: City) =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('past_results')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .orderBy('recorded_at')
        .orderBy('id')
        .execute(),
    );
  const upload = async (city: City, file: File, who: TestPerson = city.officer) => {
    const id = newId();
    const answer = await app.post(who.accountId, `${base(city)}/files`, { id, file });
    return { answer, path: `${base(city)}/files/${id}` };
  };
  const checked = async (city: City, file: File, who: TestPerson = city.officer) => {
    const { path } = await upload(city, file, who);
    const html = await (await app.get(who.accountId, path)).text();
    return { path, html, record: () => app.post(who.accountId, path, { seen: seenIn(html) }) };
  };
  const baik = (nip: string, more: FileRow = {}): FileRow => ({
    NIP: nip,
    Tahun: '2020',
    Aturan: 'PP 30/2019',
    'Nilai SKP': '100',
    'Nilai perilaku kerja': '90',
    'Pendapat rekan dipakai': 'tidak',
    'Ide baru': 'tidak',
    'Nilai akhir': '97',
    Predikat: 'Baik',
    'Pejabat penilai': 'Dr. Ahmad Fauzi',
    ...more,
  });

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

  it('are recorded by a unit officer for people of the unit alone', async () => {
    const [own, foreign] = [await nipOf(made, made.colleague.id), await nipOf(made, made.stranger.id)];
    const { html } = await checked(made, csvOf([baik(own), baik(foreign)]), made.unitOfficer);
    expect(html).toContain('1 hasil akan dicatat');
    expect(html).toContain('bukan wewenang Anda');
    expect(html).not.toContain(made.stranger.name);
  });

  it('are read and recorded by whoever may', async () => {
    const mine = `/a/${made.code}/mine/history`;
    const person = pageOf(made, made.employee);
    const accounts: Record<string, [string | null, read: number, write: number, own: number]> = {
      nobody: [null, 303, 303, 303],
      'other agency': [other.officer.accountId, 404, 404, 404],
      employee: [made.employee.accountId, 404, 403, 200],
      colleague: [made.colleague.accountId, 404, 403, 200],
      stranger: [made.stranger.accountId, 404, 403, 200],
      appraiser: [made.appraiser.accountId, 404, 403, 200],
      head: [made.head.accountId, 404, 403, 200],
      auditor: [made.auditor.accountId, 200, 403, 200],
      mayor: [made.mayor.accountId, 200, 403, 200],
      officer: [made.officer.accountId, 200, 200, 200],
      'unit officer': [made.unitOfficer.accountId, 200, 200, 200],
    };
    for (const [name, [account, read, write, own]] of Object.entries(accounts)) {
      expect((await app.get(account, person)).status, name).toBe(read);
      expect((await app.get(account, base(made))).status, name).toBe(write);
      expect((await app.get(account, `${base(made)}/template.xlsx`)).status, name).toBe(write);
      const sent = await app.post(account, `${base(made)}/files`, {
        id: newId(),
        file: csvOf([{ NIP: '1' }]),
      });
      expect(sent.status, name).toBe(write === 200 ? 303 : write);
      expect((await app.get(account, mine)).status, name).toBe(own);
    }
    // Not of the unit officer's units, and another officer's file.
    expect((await app.get(made.unitOfficer.accountId, pageOf(made, made.stranger))).status).toBe(404);
    const { path } = await upload(made, csvOf([{ NIP: '1', Tahun: '2020' }]));
    expect((await app.get(made.unitOfficer.accountId, path)).status).toBe(404);
    expect((await app.post(made.unitOfficer.accountId, path)).status).toBe(404);
  });

  it('leave a trace when somebody else reads them', async () => {
    const city = await prepared();
    await app.get(city.auditor.accountId, pageOf(city, city.employee));
    await app.get(city.employee.accountId, `/a/${city.code}/mine/history`);
    const log = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select(['actor_id', 'person_id', 'what'])
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );
    expect(log).toEqual([{ actor_id: city.auditor.id, person_id: city.employee.id, what: 'history' }]);
  });

  it('refuse what is no spreadsheet, with the form again', async () => {
    const file = new File(['%PDF-1.4'], 'hasil.pdf', { type: 'application/pdf' });
    expect((await upload(made, file)).answer.status).toBe(422);
    expect((await app.post(made.officer.accountId, `${base(made)}/files`, {})).status).toBe(422);
    const { path } = await upload(made, csvOf([{ Nama: 'Rina' }]));
    const shown = await app.get(made.officer.accountId, path);
    expect(shown.status).toBe(422);
    expect(await shown.text()).toContain('Tidak ditemukan baris judul');
  });
});
