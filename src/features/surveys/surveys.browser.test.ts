/** A citizen at a counter: the whole way on a phone, with scripts and without; and the pages of those who ask. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { GOOD, type SurveyPlace, surveyStage } from './surveys.fixture.ts';

describe('a citizen', async () => {
  const stage = await surveyStage();
  const browser = await withBrowser(stage.app);
  let place: SurveyPlace;
  let codes: string[];

  beforeAll(async () => {
    place = await stage.prepared();
    codes = [...(await stage.tokens(place, 12))];
  });

  it.each([
    ['without scripts', false],
    ['with scripts', true],
  ] as const)('answers nine questions with nine taps, %s', async (_name, script) => {
    const code = codes.shift() ?? '';
    // From the poster: the code of the receipt is typed.
    const page = await browser.open(`/s/${place.city.code}/${place.codes.desk}`, { size: 'phone', script });
    await page.getByLabel('Kode').fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Buka survei' }).click();
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Mulai' }).click();
    for (let number = 1; number <= 9; number += 1) {
      await page.getByText(`Pertanyaan ${number} dari 9`).waitFor();
      if (number === 2) {
        await page.getByRole('button', { name: 'Kembali' }).click();
        await expectNoAxeViolations(page);
        expect(await page.locator('button[aria-pressed=true]').count()).toBe(1);
        await page.getByRole('button', { name: 'Lanjut' }).click();
      }
      if (number === 4) {
        await page.getByRole('button', { name: 'English' }).click();
        await page.getByText('Question 4 of 9').waitFor();
        await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
      }
      await expectNoSidewaysScroll(page);
      await page.locator('button.answer').nth(2).click();
    }
    await page.getByLabel('Saran atau cerita Anda').fill('Petugas membantu sampai selesai.');
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Kirim jawaban' }).click();
    await page.getByRole('heading', { name: 'Terima kasih, jawaban Anda dihitung' }).waitFor();
    await expectNoAxeViolations(page);
    await page.goto(`/s/${place.city.code}/${code}`);
    await page.getByRole('heading', { name: 'Kode ini sudah dipakai' }).waitFor();
    await page.context().close();
  });

  it('answers all questions on one page, and is told which are missing', async () => {
    const page = await browser.open(`/s/${place.city.code}/${place.codes.hall}`, { size: 'phone' });
    await page.getByRole('button', { name: 'Tampilkan semua pertanyaan' }).click();
    await page
      .getByRole('group', { name: /biayanya/ })
      .getByLabel('Gratis')
      .check();
    await page.getByRole('button', { name: 'Kirim jawaban' }).click();
    await page.getByText('8 pertanyaan belum dijawab').waitFor();
    await expectNoAxeViolations(page);
    expect(await page.getByLabel('Gratis').isChecked()).toBe(true);
    for (const group of await page.getByRole('group').all()) await group.getByRole('radio').nth(2).check();
    await page.getByRole('button', { name: 'Kirim jawaban' }).click();
    await page.getByRole('heading', { name: 'Terima kasih' }).waitFor();
    await page.context().close();
  });

  it('is asked once an officer has set up counter and survey in the browser', async () => {
    const { city } = place;
    const page = await browser.open(`/a/${city.code}/surveys/counters/new`, {
      account: city.officer.accountId,
    });
    await page.getByLabel('Nama loket').fill('Loket Akta');
    await page.getByLabel('Layanan', { exact: true }).fill('Akta kelahiran');
    await page.getByLabel('Unit', { exact: true }).selectOption({ label: 'Dinas Pendidikan' });
    await page.getByLabel('Terbuka lewat QR poster').check();
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { name: 'Loket Akta' }).waitFor();
    const code = ((await page.getByText('Kode loket:').textContent()) ?? '').split(': ')[1]?.trim() ?? '';
    await page.goto(`/a/${city.code}/surveys/rounds/new`);
    await page.getByLabel('Nama survei').fill('SKM seluruh kota');
    await page.getByLabel('Hari terakhir').fill('2026-12-31');
    await page.getByLabel(/Loket Akta/).check();
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('button', { name: 'Buka survei' }).click();
    await page.getByText('Berjalan').waitFor();
    await page.goto(`/s/${city.code}/${code}`);
    await page.getByRole('heading', { name: 'Bagaimana layanan kami?' }).waitFor();
    await page.context().close();
  });

  it('fetches less than 20 kB for the whole form', async () => {
    const page = await (await browser.profile({ size: 'phone' })).newPage();
    const sizes: number[] = [];
    page.on('response', async (response) => {
      sizes.push((await response.body().catch(() => Buffer.alloc(0))).length);
    });
    await page.goto(`/s/${place.city.code}/${codes[0]}`);
    await page.waitForLoadState('networkidle');
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(20_000);
    await page.context().close();
  });

  it('meets pages that read well for those who ask and for the public', async () => {
    const { city, roundId, desk } = place;
    for (const [index, code] of codes.splice(0, 8).entries())
      await stage.send(place, code, { ...GOOD, u1: (index % 4) + 1 } as unknown as typeof GOOD);
    stage.test.setNow(new Date('2026-11-24T02:00:00Z'));
    await stage.night(city, '2026-11-24');
    await stage.post(city, `/surveys/rounds/${roundId}/closing`, { reason: 'Selesai lebih awal' });
    stage.test.setNow(new Date('2026-11-25T02:00:00Z'));
    await stage.night(city, '2026-11-25');
    const unit = `/a/${city.code}/surveys/rounds/${roundId}/units/${city.units.clinic}`;
    const officer = city.officer.accountId;
    const pages: readonly (readonly [name: string, path: string, account: string | null])[] = [
      ['survey-rounds', `/a/${city.code}/surveys`, officer],
      ['survey-own', `/a/${city.code}/surveys`, city.employee.accountId],
      ['survey-counter', `/a/${city.code}/surveys/counters/${desk}`, officer],
      ['survey-poster', `/a/${city.code}/surveys/counters/${desk}/poster`, officer],
      ['survey-round', `/a/${city.code}/surveys/rounds/${roundId}`, officer],
      ['survey-new', `/a/${city.code}/surveys/rounds/new`, officer],
      ['survey-unit', unit, city.employee.accountId],
      ['survey-public', `/s/${city.code}`, null],
    ];
    for (const [name, path, account] of pages)
      for (const [size, theme] of [
        ['phone', 'light'],
        ['desktop', 'dark'],
      ] as const) {
        const page = await browser.open(path, { account, size, theme });
        await expectNoAxeViolations(page);
        await expectNoSidewaysScroll(page);
        await screenshot(page, `${name}-${size}-${theme}`);
        await page.context().close();
      }
  });
});
