/** The core acts with JavaScript switched off: every form sends itself, every page says what became of it. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { peopleTasks } from '#features/people/index.ts';
import { testApp } from '../support/app.ts';
import { expectNoSidewaysScroll, withBrowser } from '../support/browser.ts';
import { createCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { withJobs } from '../support/jobs.ts';
import { givePlan } from '../support/plans.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

describe('without a script', { timeout: 120_000 }, async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const browser = await withBrowser(app);
  const plan = await givePlan(city.db, city, city.participants.employee);
  const base = `/a/${city.code}`;
  const appraisal = `${base}/appraisals/${city.participants.employee}`;
  const open = async (
    address: string,
    person: { accountId: string },
    size: 'phone' | 'desktop' = 'phone',
  ) => {
    const page = await browser.open(address, { account: person.accountId, script: false, size });
    page.context().setDefaultTimeout(15_000);
    return page;
  };

  it('a plan is drafted, proposed, returned and agreed', async () => {
    const own = `${base}/appraisals/${city.participants.stranger}/plan`;
    const page = await open(`${own}/edit`, city.stranger);
    if ((await page.getByLabel('Rencana hasil kerja').count()) === 0)
      await button(page, 'Tambah hasil kerja utama').click();
    await page.getByLabel('Rencana hasil kerja').fill('Data pokok pendidikan mutakhir setiap bulan');
    await page.getByRole('combobox', { name: 'Aspek' }).selectOption('kualitas');
    await page.getByLabel('Indikator kinerja individu').fill('Persentase sekolah dengan data mutakhir');
    await page.getByLabel('Angka target').fill('100');
    await page.getByLabel('Satuan').fill('%');
    await button(page, 'Simpan dan lihat').click();
    await expectNoSidewaysScroll(page);
    await button(page, 'Ajukan kepada pejabat penilai').click();
    await page.getByText('SKP diajukan.').waitFor();
    const leader = await open(own, city.head, 'desktop');
    await leader.locator('summary', { hasText: 'Kembalikan' }).click();
    await leader.getByLabel('Apa yang perlu diperbaiki?').fill('Target 95 % lebih wajar.');
    await leader.locator('details[open]').getByRole('button', { name: 'Kembalikan' }).click();
    await leader.getByText('SKP dikembalikan dengan catatan Anda.').waitFor();
    await page.goto(`${own}/edit`);
    await page.getByLabel('Angka target').fill('95');
    await button(page, 'Simpan dan lihat').click();
    await page.getByText('95 %').first().waitFor();
    await button(page, 'Ajukan kepada pejabat penilai').click();
    await leader.goto(own);
    await button(leader, 'Sepakati SKP').click();
    await leader.getByText('SKP disepakati sebagai versi 1.').waitFor();
  });

  it('progress is recorded with evidence', async () => {
    const page = await open(`${appraisal}/progress/new`, city.employee);
    const indicator = plan.results[0]?.indicators[0]?.id ?? '';
    await page.getByRole('combobox', { name: 'Indikator' }).selectOption(indicator);
    await page.getByLabel('Angka realisasi').fill('96,5');
    const file = { name: 'rekap.csv', mimeType: 'text/csv', buffer: Buffer.from('bulan;cakupan\n6;96,5\n') };
    await page.getByLabel('Berkas bukti').setInputFiles(file);
    await button(page, 'Simpan realisasi').click();
    await page.getByText('Realisasi tersimpan.').waitFor();
    await page.getByRole('link', { name: /^rekap\.csv/ }).waitFor();
  });

  it('a self-assessment is refused with what is missing, completed and submitted', async () => {
    const page = await open(`${appraisal}/evaluation`, city.employee);
    await page
      .getByLabel(/^Apa yang tercapai/)
      .first()
      .fill('Cakupan naik menjadi 96,5 %.');
    await button(page, 'Ajukan penilaian diri').click();
    await page.getByRole('alert').waitFor();
    expect(
      await page
        .getByLabel(/^Apa yang tercapai/)
        .first()
        .inputValue(),
    ).toBe('Cakupan naik menjadi 96,5 %.');
    for (const words of await page.getByLabel(/^Apa yang tercapai/).all()) await words.fill('Terlaksana.');
    for (const { id } of plan.results) await page.locator(`[name="line-${id}-rating"][value=meets]`).check();
    await button(page, 'Ajukan penilaian diri').click();
    await page.getByText('Penilaian diri sudah diajukan.').waitFor();
  });

  it('a result is rated, given, ratified, objected to, explained and decided', async () => {
    const appraiser = await open(`${appraisal}/evaluation`, city.appraiser, 'desktop');
    const names = await appraiser
      .locator('input[type=radio][value=meets]')
      .evaluateAll((radios) => radios.map((each) => each.getAttribute('name') ?? ''));
    for (const name of names) await appraiser.locator(`[name="${name}"][value=meets]`).check();
    await appraiser
      .getByLabel(/^Mengapa semua rating sama/)
      .fill('Semua target tercapai tepat, tidak lebih dan tidak kurang.');
    await appraiser.locator('[name="uniform-on"]').fill('2026-06-30');
    await button(appraiser, 'Periksa sebelum diberikan').click();
    await button(appraiser, 'Berikan hasil').click();
    await button(appraiser, 'Sahkan hasil ini').click();
    await appraiser.getByText('Hasil sudah disahkan.').waitFor();
    const employee = await open(`${appraisal}/result`, city.employee);
    await employee.getByLabel('Keberatan dan alasannya').fill('Satu penyuluhan belum dihitung.');
    await button(employee, 'Kirim keberatan').click();
    await employee.getByText('Keberatan sudah dikirim.').waitFor();
    await appraiser.goto(`${appraisal}/result`);
    await appraiser.getByLabel('Penjelasan pejabat penilai').fill('Penyuluhan itu di luar rencana.');
    await button(appraiser, 'Beri penjelasan').click();
    const superior = await open(`${appraisal}/result`, city.head, 'desktop');
    await superior.getByRole('radio', { name: 'Hasil tetap' }).check();
    await superior.getByLabel('Alasan keputusan').fill('Penilaian sesuai bukti.');
    await button(superior, 'Putuskan keberatan').click();
    await superior.getByText('Keputusan sudah diberikan.').waitFor();
  });

  it('an import is checked and applied; the waiting page looks again by itself', async () => {
    const jobs = await withJobs(test, peopleTasks({ files: app.files }));
    const page = await open(`${base}/people/import`, city.officer, 'desktop');
    const staff = fileURLToPath(new URL('../data/siasn/siasn-pegawai.xlsx', import.meta.url));
    const units = fileURLToPath(new URL('../data/siasn/siasn-hierarki-unor.xlsx', import.meta.url));
    await page.getByLabel('Berkas unit kerja').setInputFiles(units);
    await page.getByLabel('Berkas pegawai').setInputFiles(staff);
    await page.getByRole('radio', { name: 'Tidak, hanya sebagian' }).check();
    await button(page, 'Unggah dan periksa').click();
    await page.getByRole('heading', { name: 'Hasil pemeriksaan', level: 1 }).waitFor({ timeout: 60_000 });
    await button(page, 'Terapkan').click();
    await page.getByRole('heading', { name: 'Impor selesai', level: 1 }).waitFor({ timeout: 60_000 });
    await jobs.stop();
    expect(jobs.problems).toEqual([]);
  });
});
