/** The part of the three who appraise and are appraised (steps 6 to 10 of the README). */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { told } from '../people.ts';
import { button, type Cast, link } from './cast.ts';

/** 6a drafts the plan on a phone and proposes it */
export async function proposePlan(cast: Cast): Promise<void> {
  const { employee, home } = cast;
  const { page } = employee;
  await page.goto(home);
  await page.locator('main a.btn-primary').first().click();
  await page.waitForURL('**/appraisals/**');
  cast.appraisal = /^.*\/appraisals\/[^/]+/.exec(new URL(page.url()).pathname)?.[0] ?? '';
  await page.goto(`${cast.appraisal}/plan/edit`);
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
}

/** 6b is returned with a comment, mended, and agreed */
export async function agreePlan(cast: Cast): Promise<void> {
  const { employee, appraiser, home, appraisal } = cast;
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
}

/** 7a records realisation with a file and a link */
export async function recordProgress(cast: Cast): Promise<void> {
  const { employee, appraisal } = cast;
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
}

/** 7b gets feedback, and a check-in that both agree on */
export async function talkAboutProgress(cast: Cast): Promise<void> {
  const { employee, appraiser, appraisal } = cast;
  const { page } = appraiser;
  await page.goto(`${appraisal}/feedback`);
  await page.getByLabel('Tentang').selectOption('value:akuntabel');
  await page.getByLabel('Umpan balik', { exact: true }).fill('Setiap rancangan disertai catatan telaah.');
  await button(page, 'Kirim umpan balik').click();
  await page.getByText('Umpan balik terkirim.').waitFor();
  await page.goto(`${appraisal}/progress`);
  await link(page, 'Catat dialog').click();
  await page.getByLabel('Catatan', { exact: true }).fill('Kemajuan baik; sosialisasi dimulai bulan depan.');
  await button(page, 'Simpan catatan dialog').click();
  await page.getByText('Catatan dialog tersimpan.').first().waitFor();
  await employee.page.goto(`${appraisal}/feedback`);
  await employee.page.getByText('Setiap rancangan disertai catatan telaah.').waitFor();
  await employee.page.goto(`${appraisal}/progress`);
  await link(employee.page, 'Tanggapi').click();
  await button(employee.page, 'Saya setuju').click();
  await employee.page.getByText('Catatan dialog disetujui.').waitFor();
}

/** 8a assesses themself */
export async function assessSelf(cast: Cast): Promise<void> {
  const { employee, appraisal } = cast;
  const { page } = employee;
  await page.goto(`${appraisal}/evaluation`);
  const ownRatings = page.getByRole('radio', { name: /^Sesuai/ });
  for (const each of await ownRatings.all()) await each.check();
  for (const words of await page.getByLabel(/^Apa yang tercapai/).all()) await words.fill('Terlaksana.');
  await button(page, 'Ajukan penilaian diri').click();
  await page.getByText('Penilaian diri sudah diajukan.').waitFor();
}

/** 8b sees the result on the open page within a second of its being given */
export async function giveResult(cast: Cast): Promise<void> {
  const { employee, appraiser, appraisal } = cast;
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
}

/** 9a is ratified, and objects */
export async function objectToResult(cast: Cast): Promise<void> {
  const { employee, appraiser, appraisal } = cast;
  await appraiser.page.goto(`${appraisal}/result`);
  await button(appraiser.page, 'Sahkan hasil ini').click();
  await appraiser.page.getByText('Hasil sudah disahkan.').waitFor();
  const { page } = employee;
  await page.goto(`${appraisal}/result`);
  await page.getByLabel('Keberatan dan alasannya').fill('Sosialisasi di dua kecamatan belum dihitung.');
  await button(page, 'Kirim keberatan').click();
  await page.getByText('Keberatan sudah dikirim.').waitFor();
}

/** 9b is explained and decided: the result is changed */
export async function decideObjection(cast: Cast): Promise<void> {
  const { employee, appraiser, superior, appraisal } = cast;
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
}

/** 10 has the papers as PDF */
export async function readPapers(cast: Cast): Promise<void> {
  const { employee, appraisal } = cast;
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
}

async function writeIndicator(page: Page, index: number, statement: string, value: string, unit: string) {
  await page.getByRole('combobox', { name: 'Aspek' }).nth(index).selectOption('kuantitas');
  await page.getByLabel('Indikator kinerja individu').nth(index).fill(statement);
  await page.getByLabel('Angka target').nth(index).fill(value);
  await page.getByLabel('Satuan').nth(index).fill(unit);
}

/** Every line and value as expected, one value above so that not all are alike, with what it rests on. */
async function rateAll(page: Page): Promise<void> {
  const fields = await page
    .locator('input[type=radio][value=meets]')
    .evaluateAll((radios) => radios.map((each) => each.getAttribute('name') ?? ''));
  for (const name of fields) await page.locator(`[name="${name}"][value=meets]`).check();
  await page.locator('[name="value-akuntabel-rating"][value=above]').check();
  await page.locator('[name="value-akuntabel-reason"]').fill('Telaah selalu menyertai rancangan.');
  // The feedback of the year stands below the reason; the rating rests on it.
  await page.getByRole('checkbox', { name: /Setiap rancangan disertai catatan telaah/ }).check();
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
