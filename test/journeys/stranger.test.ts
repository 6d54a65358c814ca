/**
 * A stranger with the README in one hand and a staff file in the other: from `npm start` on an empty machine to a
 * result that was ratified, objected to and decided. The real process, real sign-in, real files, three people in
 * browsers of their own. Steps are the ten of the README; each goes on where the one before ended.
 */
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startTera } from '../support/tera-process.ts';
import { openWorld, type Somebody, story, told } from './people.ts';

const PASSWORD = 'gerobak biru di tepi sungai';
const staffFile = (name: string) => fileURLToPath(new URL(`../data/siasn/${name}`, import.meta.url));

/** People of the staff file in the unit that is appraised (rows of siasn-pegawai.xlsx). */
const UNIT = 'Dinas Komunikasi dan Informatika';
const EMPLOYEE = { name: /Rahmi Alamsyah/i, nip: '199010272017072001' };
const APPRAISER = { name: /Bakti Rayhan/i, nip: '198207312003121001' };
const SUPERIOR = { name: /Ulya Megantara/i, nip: '198201262003112001' };

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name }).first();
const link = (page: Page | Locator, name: string | RegExp) => page.getByRole('link', { name }).first();

describe('a stranger with the README', { timeout: 120_000 }, async () => {
  const tera = await startTera();
  const world = await openWorld(tera.address);
  const officer = await world.meet('desktop');
  const employee = await world.meet('phone');
  const appraiser = await world.meet('desktop');
  const superior = await world.meet('desktop');
  const step = story([officer, employee, appraiser, superior]);
  let home = '';
  let appraisal = '';

  it(
    '1 opens the link of the console and names the agency and themself',
    step(async () => {
      const { page } = officer;
      await page.goto(tera.setupLink);
      await page.getByLabel('Nama instansi').fill('Pemerintah Kota Sawahlunto');
      await page.getByLabel('Nama lengkap').fill('Maya Putri');
      await page.getByRole('textbox', { name: 'NIP' }).fill('198609262015052001');
      await page.getByLabel('Kata sandi baru').fill(PASSWORD);
      await page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
      await button(page, 'Buat instansi').click();
      await page.waitForURL('**/a/kota-sawahlunto');
      home = new URL(page.url()).pathname;
    }),
  );

  it(
    '2 imports units and people: a dry run, the refused rows, then the commit',
    step(async () => {
      const { page } = officer;
      await page.goto(`${home}/people`);
      await link(page, 'Impor').click();
      await page.getByLabel('Berkas unit kerja').setInputFiles(staffFile('siasn-hierarki-unor.xlsx'));
      await page.getByLabel('Berkas pegawai').setInputFiles(staffFile('siasn-pegawai.xlsx'));
      await button(page, 'Unggah dan periksa').click();
      await page.getByRole('heading', { name: 'Hasil pemeriksaan', level: 1 }).waitFor({ timeout: 60_000 });
      // siasn-faults.json: row 168 of the staff file has a NIP with a birth date that cannot be.
      expect(await told(page)).toContain('198402302006111001');
      await button(page, 'Terapkan').click();
      await page.getByRole('heading', { name: 'Impor selesai', level: 1 }).waitFor({ timeout: 60_000 });
      await page.goto(`${home}/people?q=${APPRAISER.nip}`);
      await link(page, APPRAISER.name).waitFor();
    }),
  );

  it(
    '3a adds the mayor, who is no civil servant',
    step(async () => {
      const { page } = officer;
      await page.goto(`${home}/people`);
      await link(page, 'Tambah orang').click();
      await page.getByLabel('Nama tanpa gelar').fill('Hasan Basri');
      await page.getByRole('searchbox').fill('Pemerintah Kota');
      await button(page, 'Cari').click();
      await page
        .getByRole('radio', { name: /^Pemerintah Kota Contoh/ })
        .first()
        .check();
      expect(await page.getByLabel('Nama tanpa gelar').inputValue(), 'kept while searching').toBe(
        'Hasan Basri',
      );
      await page.getByRole('textbox', { name: 'Jabatan', exact: true }).fill('Wali Kota');
      await page.getByLabel('Memimpin unit ini').check();
      await page.getByLabel('Menjabat sejak').fill('2025-02-20');
      await button(page, 'Simpan').click();
      await page.getByText('Hasan Basri ditambahkan.').waitFor();
    }),
  );

  it(
    '5a makes a period of one unit and sees what stands in the way of it',
    step(async () => {
      const { page } = officer;
      const year = new Date().getFullYear();
      await page.goto(`${home}/periods`);
      await link(page, 'Periode baru').click();
      await page.getByLabel('Nama', { exact: true }).fill(`Penilaian ${UNIT} ${year}`);
      await page.getByLabel('Hari pertama').fill(`${year}-01-01`);
      await page.getByLabel('Hari terakhir').fill(`${year}-12-31`);
      for (const name of ['SKP disepakati', 'Penilaian mandiri', 'Penilaian oleh pejabat', 'Pengesahan'])
        await page.getByLabel(new RegExp(`^${name}.* paling lambat`)).fill('');
      await page.getByLabel(UNIT).check();
      await button(page, 'Simpan rancangan').click();
      await link(page, 'Periksa kesiapan').click();
      await page.getByText(/hal menghambat pembukaan/).waitFor();
      expect(await button(page, 'Buka periode').count()).toBe(0);
      await link(page, /^Perbaiki: /).waitFor();
    }),
  );

  it(
    '3b mends it: accepts the appraisers that the hierarchy proposes',
    step(async () => {
      const { page } = officer;
      await page.goto(`${home}/people/appraisers?tab=ready`);
      await button(page, /^Terima semua \d.* usul yang siap/).click();
      await page.getByText(/pejabat penilai ditetapkan/).waitFor();
      for (const name of ['Bakti Rayhan', 'Ulya Megantara']) {
        await page.goto(`${home}/people/appraisers?tab=all&q=${encodeURIComponent(name)}`);
        expect(await told(page)).toMatch(new RegExp(name, 'i'));
      }
    }),
  );

  it(
    '4 prints letters, and three people come in with theirs',
    step(async () => {
      const { page } = officer;
      const invite = async ({ name, nip }: { name: RegExp; nip: string }, who: Somebody) => {
        await page.goto(`${home}/people/invitations?q=${nip}`);
        await page.getByRole('checkbox', { name }).check();
        await button(page, 'Cetak surat untuk yang dipilih').click();
        const letter = (await page.locator('article .font-mono').first().textContent()) ?? '';
        const code = /\/invitations\/[\w-]+/.exec(letter)?.[0] ?? '';
        await who.page.goto(code);
        await who.page.getByText(name).first().waitFor();
        await who.page.getByLabel('Kata sandi baru').fill(PASSWORD);
        await who.page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
        await button(who.page, 'Simpan dan masuk').click();
        await who.page.waitForURL(`**${home}`);
      };
      await invite(EMPLOYEE, employee);
      await invite(APPRAISER, appraiser);
      await invite(SUPERIOR, superior);
    }),
  );

  it(
    '5b opens the period',
    step(async () => {
      const { page } = officer;
      await page.goto(`${home}/periods`);
      await link(page, new RegExp(`Penilaian ${UNIT}`)).click();
      await link(page, 'Periksa kesiapan').click();
      // The head of the office stands below two heads of the city: the hierarchy cannot tell, so the officer does.
      await link(page, /^Perbaiki: Ulya Megantara/i).click();
      await choose(page, 'Pejabat penilai', 'Elma Zahrah');
      await choose(page, 'Atasan pejabat penilai', 'Hasan Basri');
      await button(page, 'Simpan').click();
      await page.getByText('Pejabat penilai ditetapkan.').waitFor();
      await page.goto(`${home}/periods`);
      await link(page, new RegExp(`Penilaian ${UNIT}`)).click();
      await link(page, 'Periksa kesiapan').click();
      await button(page, 'Buka periode').click();
      await page.getByText(/Periode dibuka\. \d+ peserta diberi tahu/).waitFor();
    }),
  );

  it(
    '6a drafts the plan on a phone and proposes it',
    step(async () => {
      const { page } = employee;
      await page.goto(home);
      await page.locator('main a.btn-primary').first().click();
      await page.waitForURL('**/appraisals/**');
      appraisal = /^.*\/appraisals\/[^/]+/.exec(new URL(page.url()).pathname)?.[0] ?? '';
      await page.goto(`${appraisal}/plan/edit`);
      if ((await page.getByLabel('Rencana hasil kerja').count()) === 0)
        await button(page, 'Tambah hasil kerja utama').click();
      await page.getByLabel('Rencana hasil kerja').first().fill('Produk hukum daerah terbit tepat waktu');
      await writeIndicator(page, 0, 'Persentase rancangan yang selesai dalam 14 hari', '95', '%');
      await button(page, 'Tambah hasil kerja utama').click();
      await page.getByLabel('Rencana hasil kerja').nth(1).fill('Perangkat daerah paham produk hukum baru');
      await writeIndicator(page, 1, 'Jumlah sosialisasi', '6', 'kegiatan');
      await button(page, 'Simpan dan lihat').click();
      await button(page, 'Ajukan kepada pejabat penilai').click();
      await page.getByText(/SKP diajukan/).waitFor();
    }),
  );

  it(
    '6b is returned with a comment, mended, and agreed',
    step(async () => {
      await appraiser.page.goto(home);
      await appraiser.page.goto(`${appraisal}/plan`);
      await appraiser.page.locator('summary', { hasText: 'Kembalikan' }).click();
      await appraiser.page
        .getByLabel('Apa yang perlu diperbaiki?')
        .fill('Sosialisasi cukup empat, tetapi untuk semua kecamatan.');
      await button(appraiser.page, 'Kembalikan').click();
      await appraiser.page.getByText('SKP dikembalikan dengan catatan Anda.').waitFor();
      await employee.page.goto(`${appraisal}/plan`);
      await employee.page.getByText('Sosialisasi cukup empat').first().waitFor();
      await employee.page.goto(`${appraisal}/plan/edit`);
      await employee.page.getByLabel('Angka target').nth(1).fill('4');
      await button(employee.page, 'Simpan dan lihat').click();
      await button(employee.page, 'Ajukan kepada pejabat penilai').click();
      await employee.page.getByText(/SKP diajukan/).waitFor();
      await appraiser.page.goto(`${appraisal}/plan`);
      await appraiser.page.getByText('4 kegiatan').first().waitFor();
      await button(appraiser.page, 'Sepakati SKP').click();
      await appraiser.page.getByText('SKP disepakati sebagai versi 1.').waitFor();
    }),
  );

  it(
    '7a records realisation with a file and a link',
    step(async () => {
      const { page } = employee;
      await page.goto(`${appraisal}/progress`);
      await link(page, 'Catat realisasi').click();
      await page.getByRole('combobox', { name: 'Indikator' }).selectOption({ index: 1 });
      await page.getByLabel('Angka realisasi').fill('96,5');
      await page.getByLabel('Uraian').fill('28 dari 29 rancangan selesai dalam 14 hari.');
      const laporan = { name: 'rekap.csv', mimeType: 'text/csv', buffer: Buffer.from('nomor;hari\n1;12\n') };
      await page.getByLabel('Berkas bukti').setInputFiles(laporan);
      await page.getByLabel('Tautan bukti').fill('https://jdih.example.go.id/rekap');
      await button(page, 'Simpan realisasi').click();
      await page.getByText('Realisasi tersimpan.').waitFor();
      await link(page, /rekap\.csv/).waitFor();
      expect(await told(page)).toContain('96,5');
    }),
  );

  it(
    '7b gets feedback, and a check-in that both agree on',
    step(async () => {
      const { page } = appraiser;
      await page.goto(`${appraisal}/feedback`);
      await page.getByLabel('Tentang').selectOption('value:akuntabel');
      await page.getByLabel('Umpan balik', { exact: true }).fill('Setiap rancangan disertai catatan telaah.');
      await button(page, 'Kirim umpan balik').click();
      await page.getByText('Umpan balik terkirim.').waitFor();
      await page.goto(`${appraisal}/progress`);
      await link(page, 'Catat dialog').click();
      await page
        .getByLabel('Catatan', { exact: true })
        .fill('Kemajuan baik; sosialisasi dimulai bulan depan.');
      await button(page, 'Simpan catatan dialog').click();
      await page.getByText('Catatan dialog tersimpan.').first().waitFor();
      await employee.page.goto(`${appraisal}/feedback`);
      await employee.page.getByText('Setiap rancangan disertai catatan telaah.').waitFor();
      await employee.page.goto(`${appraisal}/progress`);
      await link(employee.page, 'Tanggapi').click();
      await button(employee.page, 'Saya setuju').click();
      await employee.page.getByText('Catatan dialog disetujui.').waitFor();
    }),
  );

  it(
    '8a assesses themself',
    step(async () => {
      const { page } = employee;
      await page.goto(`${appraisal}/evaluation`);
      const ownRatings = page.getByRole('radio', { name: /^Sesuai/ });
      for (const each of await ownRatings.all()) await each.check();
      for (const words of await page.getByLabel(/^Apa yang tercapai/).all()) await words.fill('Terlaksana.');
      await button(page, 'Ajukan penilaian diri').click();
      await page.getByText('Penilaian diri sudah diajukan.').waitFor();
    }),
  );

  it(
    '8b sees the result on the open page within a second of its being given',
    step(async () => {
      const { page } = appraiser;
      await page.goto(`${appraisal}/evaluation`);
      await rateAll(page);
      await button(page, 'Periksa sebelum diberikan').click();
      await button(page, 'Berikan hasil').waitFor();
      const open = await employee.tab();
      await open.goto(`${appraisal}/result`);
      await open.getByText('Belum ada hasil').waitFor();
      await watchForResult(open);
      const [, given] = await Promise.all([
        page.waitForURL('**/result'),
        clickedAt(page, button(page, 'Berikan hasil')),
      ]);
      await open.locator('#predicate').waitFor();
      const seen = await open.evaluate(() => (globalThis as unknown as { seenAt: number }).seenAt);
      // Turbo's morph keeps the document: the mark set before is still there, so nothing was loaded anew.
      expect(seen).toBeGreaterThan(0);
      expect(seen - given, 'milliseconds from the click to the predicate').toBeLessThan(1500);
      await open.close();
    }),
  );

  it(
    '9a is ratified, and objects',
    step(async () => {
      await appraiser.page.goto(`${appraisal}/result`);
      await button(appraiser.page, 'Sahkan hasil ini').click();
      await appraiser.page.getByText('Hasil sudah disahkan.').waitFor();
      const { page } = employee;
      await page.goto(`${appraisal}/result`);
      await page.getByLabel('Keberatan dan alasannya').fill('Sosialisasi di dua kecamatan belum dihitung.');
      await button(page, 'Kirim keberatan').click();
      await page.getByText('Keberatan sudah dikirim.').waitFor();
    }),
  );

  it(
    '9b is explained and decided: the result is changed',
    step(async () => {
      await appraiser.page.goto(`${appraisal}/result`);
      await appraiser.page.getByText('Sosialisasi di dua kecamatan').first().waitFor();
      await appraiser.page.getByLabel('Penjelasan pejabat penilai').fill('Laporannya datang kemudian.');
      await button(appraiser.page, 'Beri penjelasan').click();
      await appraiser.page.getByText('Penjelasan sudah dikirim.').waitFor();
      const { page } = superior;
      await page.goto(`${appraisal}/result`);
      await page.getByText('Laporannya datang kemudian.').first().waitFor();
      await page.getByRole('radio', { name: 'Hasil diubah' }).check();
      await page.getByLabel('Rating hasil kerja yang baru').selectOption('above');
      await page.getByLabel('Rating perilaku kerja yang baru').selectOption('above');
      await page.getByLabel('Alasan keputusan').fill('Kedua laporan sah dan melampaui target.');
      await button(page, 'Putuskan keberatan').click();
      await page.getByText('Keputusan sudah diberikan.').waitFor();
      await employee.page.goto(`${appraisal}/result`);
      await employee.page.getByText('Sangat Baik').first().waitFor();
      await employee.page.getByText('Kedua laporan sah dan melampaui target.').first().waitFor();
    }),
  );

  it(
    '10 has the papers as PDF',
    step(async () => {
      const { page } = employee;
      await page.goto(`${appraisal}/papers`);
      const papers = await page
        .locator('a[href*=".pdf"]')
        .evaluateAll((links) => [...new Set(links.map((each) => each.getAttribute('href') ?? ''))]);
      expect(papers.length).toBeGreaterThanOrEqual(4);
      for (const kind of ['skp', 'feedback', 'evaluation', 'document']) {
        const href = papers.find((each) => each.includes(`/${kind}.pdf`)) ?? '';
        const response = await page.request.get(href, { maxRedirects: 0 });
        expect(response.status(), href).toBe(200);
        expect((await response.body()).subarray(0, 4).toString()).toBe('%PDF');
      }
    }),
  );

  it(
    'and nowhere did a browser or the server complain',
    step(async () => {
      const complaints = [officer, employee, appraiser, superior].flatMap((each) => each.complaints);
      expect(complaints).toEqual([]);
      expect(tera.output()).not.toContain('request failed');
    }),
  );
});

/** Searches in one group of the form and takes the only answer. */
async function choose(page: Page, group: string, name: string): Promise<void> {
  const fields = page.getByRole('group', { name: group, exact: true });
  await fields.getByRole('searchbox').fill(name);
  await button(fields, 'Cari').click();
  await fields.getByRole('radio', { name }).check();
}

async function writeIndicator(page: Page, index: number, statement: string, value: string, unit: string) {
  await page.getByRole('combobox', { name: 'Aspek' }).nth(index).selectOption('kuantitas');
  await page.getByLabel('Indikator kinerja individu').nth(index).fill(statement);
  await page.getByLabel('Angka target').nth(index).fill(value);
  await page.getByLabel('Satuan').nth(index).fill(unit);
}

/** Every line and value as expected, one value above so that not all are alike. */
async function rateAll(page: Page): Promise<void> {
  const fields = await page
    .locator('input[type=radio][value=meets]')
    .evaluateAll((radios) => radios.map((each) => each.getAttribute('name') ?? ''));
  for (const name of fields) await page.locator(`[name="${name}"][value=meets]`).check();
  await page.locator('[name="value-loyal-rating"][value=above]').check();
  await page.locator('[name="value-loyal-reason"]').fill('Menjaga rahasia dokumen selama sengketa.');
  await page.locator('[name="notes"]').fill('Disarankan mengikuti pelatihan perancang.');
}

/** Notes in the page the moment at which the predicate stands in it, by the clock that both pages share. */
async function watchForResult(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shared = globalThis as unknown as { seenAt: number };
    shared.seenAt = 0;
    new MutationObserver(() => {
      if (!shared.seenAt && document.querySelector('#predicate')) shared.seenAt = Date.now();
    }).observe(document, { childList: true, subtree: true });
  });
  // The stream is open when the page has heard from the server once.
  await page.waitForFunction(() => document.querySelector('[data-controller~=live]') !== null);
}

async function clickedAt(page: Page, target: Locator): Promise<number> {
  const at = await page.evaluate(() => Date.now());
  await target.click();
  return at;
}
