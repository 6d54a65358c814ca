/** Where only a browser tells: reading on a phone, playing with values, and a trial that fills in by itself. */
import { expect, vi } from 'vitest';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  type TestBrowser,
} from '../../support/browser.ts';
import { appraisedBy, type Demonstration } from './demonstration.ts';

const JAMBI = { city: 'kota-jambi', scheme: 'jambi-adil-terbuka' } as const;

/** From the notice at home to the confirmation, with a thumb. */
export async function readsCriteriaOnPhone(demo: Demonstration, browser: TestBrowser): Promise<void> {
  const [reader] = await demo.rows<{ account: string }>(
    `select people.account_id as account from participants t
     join people on people.id = t.person_id and people.agency_id = t.agency_id
     where t.period_id = $1 and not exists
       (select 1 from criteria_confirmations c where c.period_id = $2 and c.person_id = people.id)
     order by people.name desc limit 1`,
    [demo.periods.get('kota-jambi')?.open, demo.periods.get('kota-jambi')?.draft],
  );
  if (!reader) throw new Error('everybody has read');
  const page = await browser.open('/a/kota-jambi', { account: reader.account, size: 'phone' });
  await page.getByRole('link', { name: 'Baca kriteria' }).first().click();
  await page.getByRole('heading', { level: 1, name: /Kriteria/ }).waitFor();
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  await screenshot(page, 'five-systems-criteria-phone');
  await page
    .getByRole('link', { name: /Baca seluruh|Baca skema|lengkap/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'Penilaian Adil dan Terbuka Kota Jambi' }).waitFor();
  await expectNoSidewaysScroll(page);
  await page.goBack();
  await page.getByRole('button', { name: /membaca/ }).click();
  await page
    .getByText(/Anda menyatakan|menyatakan sudah membaca/)
    .first()
    .waitFor();
  await page.context().close();
}

/** From one's own result on a phone into play and back: the result is what it was. */
export async function playsOnPhone(demo: Demonstration, browser: TestBrowser): Promise<void> {
  const own = await appraisedBy(demo, JAMBI, 'closed');
  const path = `/a/kota-jambi/appraisals/${own.participantId}/result`;
  const page = await browser.open(path, { account: own.account, size: 'phone' });
  const result = await page.locator('main').innerText();
  await expectNoSidewaysScroll(page);
  await screenshot(page, 'five-systems-result-phone');
  await page.getByRole('link', { name: 'Coba ubah masukan' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bagaimana jika?' }).waitFor();
  await page.locator('input[name="kehadiran.absentDays"]').fill('9');
  await page.locator('input[name="kehadiran.longestAbsence"]').fill('5');
  await page.getByRole('button', { name: 'Hitung' }).click();
  await page.getByText('Yang akan berbeda').first().waitFor();
  await page.waitForLoadState('load');
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  await screenshot(page, 'five-systems-what-if-phone');
  await page.getByRole('link', { name: /Kembali ke hasil/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Hasil penilaian Anda' }).waitFor();
  expect(await page.locator('main').innerText()).toBe(result);
  await page.context().close();
}

/** The officer goes from the draft to its trial and sees the figures arrive without reloading. */
export async function triesFromDraft(demo: Demonstration, browser: TestBrowser): Promise<void> {
  const officer = demo.people.get('kota-jambi')?.officer ?? '';
  const page = await browser.open('/a/kota-jambi/schemes', { account: officer });
  await page
    .getByRole('link', { name: /Penilaian Adil dan Terbuka.*versi 2/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Buka rancangan' }).click();
  await page.getByRole('link', { name: 'Uji pada periode lalu' }).click();
  await page.getByRole('heading', { level: 1, name: 'Uji coba skema' }).waitFor();
  const subject = page.getByLabel('Skema yang dicoba');
  expect(await subject.locator('option:checked').textContent()).toContain('versi 2');
  await page.getByLabel('Periode yang sudah dinilai').selectOption({ index: 2 });
  await page.getByLabel('Nama uji coba').fill('Bobot kehadiran 10 %');
  await page.getByRole('button', { name: 'Jalankan uji coba' }).click();
  await page.getByText(/Dari \d+ penilaian, \d+ akan naik/).waitFor({ timeout: 30_000 });
  // The page took over what came live: what was told stays, and nothing is lost in its place.
  await page.getByRole('heading', { level: 1, name: 'Bobot kehadiran 10 %' }).waitFor();
  await page.getByText('Uji coba dijalankan.').waitFor();
  await vi.waitFor(() => expectNoAxeViolations(page), { timeout: 10_000 });
  await screenshot(page, 'five-systems-trial-desktop');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await screenshot(page, 'five-systems-trial-phone');
  await page.context().close();
}
