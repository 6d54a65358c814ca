import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { expectNoAxeViolations, screenshot, withBrowser } from '../../../test/support/browser.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { givePlan } from '../../../test/support/plans.ts';

describe('the pages of progress in a browser', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const browser = await withBrowser(app);
  const id = city.participants.employee;
  const plan = await givePlan(city.db, city, id);
  const base = `/a/${city.code}/appraisals/${id}`;
  const [first, second] = plan.results;
  const patients = second?.indicators[0]?.id ?? '';
  const record = (
    indicatorId: string | undefined,
    onDate: string,
    value: string,
    more: Record<string, string | Blob> = {},
  ) =>
    app.post(city.employee.accountId, `${base}/progress/entries`, {
      id: newId(),
      linkId: newId(),
      indicatorId: indicatorId ?? '',
      onDate,
      value,
      ...more,
    });
  for (const [date, value] of [
    ['2026-01-31', '92'],
    ['2026-03-31', '105'],
    ['2026-06-30', '310'],
    ['2026-09-30', '358'],
  ] as const) {
    await record(patients, date, value, { narrative: 'Rekap kunjungan rawat jalan.' });
  }
  await record(first?.indicators[0]?.id, '2026-04-30', '71', {
    files: new File(['%PDF-1.4\n%%EOF'], 'Laporan imunisasi April.pdf'),
  });
  await record(first?.indicators[0]?.id, '2026-10-31', '96,5', {
    link: 'https://drive.google.com/file/d/1',
    linkTitle: 'Rekap ASIK',
  });
  await record(first?.indicators[1]?.id, '2026-10-31', '3');
  const say = (account: string, line: string, body: string) =>
    app.post(account, `${base}/feedback`, {
      id: newId(),
      line,
      body,
      observation: 'Posyandu 12 Mei',
      impact: 'Antrean lebih pendek',
    });
  await say(
    city.appraiser.accountId,
    `indicator:${patients}`,
    'Pencatatan kunjungan kini lengkap setiap minggu.',
  );
  await say(city.colleague.accountId, 'value:harmonis', 'Selalu membantu rekan yang baru bergabung.');
  await app.post(city.appraiser.accountId, `${base}/check-ins/${city.checkpointIds[0]}`, {
    versionId: newId(),
    heldOn: '2026-04-03',
    notes: 'Cakupan imunisasi naik; data kunjungan perlu dicatat mingguan.',
    nextSteps: 'Tambah satu kader untuk pencatatan.',
  });

  const noted = { own: newId(), shared: newId() };
  const note = (id: string, more: Record<string, string> = {}) =>
    app.post(city.appraiser.accountId, `${base}/diary`, {
      id,
      onDate: '2026-05-12',
      line: 'value:kolaboratif',
      seen: 'Menggantikan rekan di loket pendaftaran seharian tanpa diminta.',
      link: 'https://drive.example.go.id/foto',
      ...more,
    });
  await note(noted.own);
  await note(noted.shared, { share: 'yes' });

  const pages = [
    ['progress', city.employee.accountId, `${base}/progress`],
    ['progress-appraiser', city.appraiser.accountId, `${base}/progress`],
    ['indicator', city.employee.accountId, `${base}/progress/${patients}`],
    ['indicator-evidence', city.employee.accountId, `${base}/progress/${first?.indicators[0]?.id}`],
    ['record', city.employee.accountId, `${base}/progress/new?indicator=${patients}`],
    ['feedback-own', city.employee.accountId, `${base}/feedback`],
    ['feedback-colleague', city.colleague.accountId, `${base}/feedback`],
    ['diary', city.appraiser.accountId, `${base}/diary`],
    ['diary-change', city.appraiser.accountId, `${base}/diary/${noted.own}`],
    ['diary-own', city.employee.accountId, `${base}/diary`],
    ['check-in-answer', city.employee.accountId, `${base}/check-ins/${city.checkpointIds[0]}`],
    ['check-in-record', city.appraiser.accountId, `${base}/check-ins/${city.checkpointIds[2]}`],
    ['team-progress', city.appraiser.accountId, `/a/${city.code}/team/progress`],
  ] as const;

  it.each(pages)('%s is clean in both themes and fits a phone', async (name, account, address) => {
    for (const [size, theme] of [
      ['phone', 'dark'],
      ['desktop', 'light'],
    ] as const) {
      const page = await browser.open(address, { account, size, theme });
      await expectNoAxeViolations(page);
      await screenshot(page, `${name}-${size}`);
      const width = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(width, `${name} is wider than the ${size}`).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  it('is recorded on a phone without a script, evidence and all', async () => {
    const page = await browser.open(`${base}/progress`, {
      account: city.employee.accountId,
      size: 'phone',
      script: false,
    });
    await page.getByRole('link', { name: 'Catat realisasi', exact: true }).click();
    await page.getByLabel('Indikator').selectOption(patients);
    await page.getByLabel('Angka realisasi').fill('12,5');
    await page
      .getByLabel('Berkas bukti')
      .setInputFiles({ name: 'rekap.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n') });
    await page.getByRole('button', { name: 'Simpan realisasi' }).click();
    await page.getByText('12,5 pasien').first().waitFor();
    await page.getByRole('link', { name: /^rekap\.csv/ }).waitFor();
    await page.context().close();
  });

  it('takes a note of the diary from the team: a tap, a sentence, a tap', async () => {
    const page = await browser.open(`/a/${city.code}/team`, {
      account: city.appraiser.accountId,
      size: 'phone',
      script: false,
    });
    await page.getByRole('link', { name: `Catat ${city.employee.name}` }).click();
    await page
      .getByLabel('Apa yang Anda lihat')
      .fill('Menyelesaikan antrean walau jam pelayanan sudah lewat.');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('Catatan pengamatan disimpan.').waitFor();
    await page.getByText('Menyelesaikan antrean walau jam pelayanan sudah lewat.').waitFor();
    await page.context().close();
  });

  it('refuses a file that is too large before sending it, and makes a large photo smaller', async () => {
    const page = await browser.open(`${base}/progress/new`, { account: city.employee.accountId });
    const files = page.getByLabel('Berkas bukti');
    const heavy = Buffer.alloc(10 * 1024 * 1024 + 1, 'a');
    await files.setInputFiles({ name: 'besar.pdf', mimeType: 'application/pdf', buffer: heavy });
    await page.waitForFunction('document.querySelector("#files").validationMessage.includes("besar.pdf")');
    await page.evaluate(NOISY_PHOTO);
    await page.getByText('Foto besar diperkecil').waitFor();
    expect(await page.evaluate('document.querySelector("#files").validationMessage')).toBe('');
    const [before, after] = (await page.evaluate(
      '[photoSize, document.querySelector("#files").files[0].size]',
    )) as [number, number];
    expect(after).toBeLessThan(before / 2);
    await page.context().close();
  });
});

/** Chooses a photo of 3000 × 2000 pixels of noise, some megabytes as JPEG. */
const NOISY_PHOTO = `(async () => {
  const canvas = new OffscreenCanvas(3000, 2000);
  const context = canvas.getContext('2d');
  const image = context.createImageData(3000, 2000);
  for (let at = 0; at < image.data.length; at += 1) image.data[at] = at % 4 === 3 ? 255 : Math.random() * 255;
  context.putImageData(image, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  globalThis.photoSize = blob.size;
  const transfer = new DataTransfer();
  transfer.items.add(new File([blob], 'foto.jpg', { type: 'image/jpeg' }));
  const input = document.querySelector('#files');
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
})()`;
