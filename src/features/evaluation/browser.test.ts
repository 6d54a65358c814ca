/** In a real browser: drafts that save themselves, the suggestion that follows, the result that appears by itself. */
import { describe, expect, it } from 'vitest';
import { VALUE_CODES } from '#features/planning/index.ts';
import { testApp } from '../../../test/support/app.ts';
import { expectNoAxeViolations, withBrowser } from '../../../test/support/browser.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { assessmentOf } from './queries.ts';

describe('evaluation in a browser', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const browser = await withBrowser(app);
  let serial = 0;
  const prepare = async () => {
    serial += 1;
    const city = await createCity(test.database, `kota-${serial}`);
    const plan = await givePlan(city.db, city, city.participants.employee);
    return { city, plan, walk: evaluationWalk(app, city) };
  };

  it('saves while the appraiser works and shows the suggestion that follows', async () => {
    const { city, plan, walk } = await prepare();
    const page = await browser.open(`${walk.path}/evaluation`, { account: city.appraiser.accountId });
    await page
      .getByText('Saran muncul setelah semua hasil kerja diberi rating: sekarang 0 dari 3.')
      .waitFor();
    for (const { id } of plan.results)
      await page.locator(`[name="line-${id}-rating"][value="meets"]`).check();
    await page.getByText('Tersimpan', { exact: true }).waitFor();
    await page.getByText('Dari 3 hasil kerja, 0 di atas, 3 sesuai, dan 0 di bawah ekspektasi.').waitFor();
    await page.locator('[name="notes"]').fill('Ditulis setelah saran muncul.');
    await page.waitForFunction(() => !document.querySelector('form[data-dirty]'));
    const saved = await city.db.read((tx) => assessmentOf(tx, city.participants.employee, 'appraiser'));
    expect(saved?.content.notes).toBe('Ditulis setelah saran muncul.');
    await page.context().close();
  });

  it("puts the result on the employee's open page without a reload", async () => {
    const { city, plan, walk } = await prepare();
    await walk.rate(plan);
    const page = await browser.open(`${walk.path}/result`, {
      account: city.employee.accountId,
      size: 'phone',
    });
    await page.getByText('Belum ada hasil').waitFor();
    await page.evaluate(() => {
      (globalThis as unknown as { same: boolean }).same = true;
    });
    // The stream is open once the page has heard from it; give it the moment a person would take.
    await page.waitForTimeout(400);
    await walk.give(1);
    await page.locator('#predicate').waitFor();
    expect(await page.evaluate(() => (globalThis as unknown as { same?: boolean }).same)).toBe(true);
    await page.context().close();
  });

  it('goes from the empty form to the objection without any script', async () => {
    const { city, plan, walk } = await prepare();
    const open = (address: string, person: { accountId: string }) =>
      browser.open(`${walk.path}/${address}`, { account: person.accountId, script: false, size: 'phone' });
    const appraiser = await open('evaluation', city.appraiser);
    await appraiser.getByRole('button', { name: 'Periksa sebelum diberikan' }).click();
    await appraiser.getByRole('alert').waitFor();
    await expectNoAxeViolations(appraiser);
    for (const { id } of plan.results)
      await appraiser.locator(`[name="line-${id}-rating"][value="meets"]`).check();
    for (const code of VALUE_CODES)
      await appraiser.locator(`[name="value-${code}-rating"][value="meets"]`).check();
    await appraiser.locator('[name="value-loyal-rating"][value="above"]').check();
    await appraiser.locator('[name="value-loyal-reason"]').fill('Menjaga nama baik instansi saat krisis.');
    await appraiser.locator('details:has([name="value-loyal-on"]) > summary').first().click();
    await appraiser.locator('[name="value-loyal-on"]').fill('2026-05-12');
    await appraiser.locator('[name="results-rating"][value="meets"]').check();
    await appraiser.locator('[name="behaviour-rating"][value="meets"]').check();
    await appraiser.getByRole('button', { name: 'Periksa sebelum diberikan' }).click();
    await appraiser.getByRole('button', { name: 'Berikan hasil' }).click();
    await appraiser.getByRole('button', { name: 'Sahkan hasil ini' }).click();
    await appraiser.getByText('Hasil sudah disahkan.').waitFor();
    const employee = await open('result', city.employee);
    await employee.getByLabel('Keberatan dan alasannya').fill('Dua penyuluhan belum dihitung.');
    await employee.getByRole('button', { name: 'Kirim keberatan' }).click();
    await employee.getByText('Keberatan sudah dikirim.').waitFor();
    const superior = await open('result', city.head);
    await superior.getByText('Dua penyuluhan belum dihitung.').first().waitFor();
    await superior.getByText('Penjelasan pejabat penilai ditunggu sampai 30 November 2026.').waitFor();
    for (const page of [appraiser, employee, superior]) await page.context().close();
  });
});
