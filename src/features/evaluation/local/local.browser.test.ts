/** A whole appraisal under a scheme of the agency as people do it, without any script, and how it looks. */
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../../test/support/browser.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { evaluationWalk } from '../../../../test/support/evaluation.ts';
import { givePlan, samplePlan } from '../../../../test/support/plans.ts';
import { adoptLocalScheme, instrumentOf, measure, planInWords, realise } from './local.fixture.ts';

describe('an appraisal under a scheme of the agency in a browser', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const browser = await withBrowser(app);
  let serial = 0;
  const prepare = async () => {
    serial += 1;
    const city = await createCity(test.database, `kota-${serial}`);
    await city.db.write((tx) => adoptLocalScheme(tx));
    const plan = await givePlan(city.db, city, city.participants.employee, planInWords(samplePlan()));
    await city.db.write((tx) => realise(tx, city, plan));
    return { city, plan, walk: evaluationWalk(app, city) };
  };

  const look = async (who: { accountId: string }, address: string, name: string) => {
    for (const [size, theme] of [
      ['phone', 'light'],
      ['desktop', 'dark'],
    ] as const) {
      const page = await browser.open(address, { account: who.accountId, size, theme });
      expect(await page.locator('h1').count(), address).toBe(1);
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
      await screenshot(page, `${name}-${size}-${theme}`);
      await page.context().close();
    }
  };

  it('goes from the empty form to what-if without any script', async () => {
    const { city, plan, walk } = await prepare();
    const open = (address: string, person: { accountId: string }) =>
      browser.open(`${walk.path}/${address}`, { account: person.accountId, script: false, size: 'phone' });
    const appraiser = await open('evaluation', city.appraiser);
    await appraiser.getByRole('button', { name: 'Periksa sebelum diberikan' }).click();
    await appraiser.getByRole('alert').first().waitFor();
    await expectNoAxeViolations(appraiser);
    await city.db.write((tx) => measure(tx, city));
    const words = plan.results.at(-1)?.id;
    await appraiser.locator(`[name="capaian.line.${words}.level"][value="teladan"]`).check();
    await appraiser
      .locator(`[name="capaian.line.${words}.reason"]`)
      .fill('Warga mengulang materi dengan benar.');
    await appraiser.locator(`details:has([name="capaian.line.${words}.on"]) > summary`).first().click();
    await appraiser.locator(`[name="capaian.line.${words}.on"]`).fill('2026-05-12');
    await appraiser.locator('[name="perilaku.appraiser.melayani"][value="baik"]').check();
    await appraiser.locator('[name="perilaku.appraiser.kerjasama"][value="baik"]').check();
    await appraiser.locator('[name="official.results"][value="meets"]').check();
    await appraiser.locator('[name="official.behaviour"][value="meets"]').check();
    await appraiser.getByRole('button', { name: 'Periksa sebelum diberikan' }).click();
    await appraiser.getByText('Mantap').first().waitFor();
    await appraiser.getByRole('button', { name: 'Berikan hasil' }).click();
    await appraiser.getByRole('button', { name: 'Sahkan hasil ini' }).click();
    await appraiser.getByText('Hasil sudah disahkan.').waitFor();
    const employee = await open('result', city.employee);
    await employee.getByRole('link', { name: 'Coba ubah masukan' }).click();
    await employee.getByText('Tidak ada yang disimpan').waitFor();
    await employee.locator('[name="kehadiran.absentDays"]').fill('11');
    await employee.getByRole('button', { name: 'Hitung' }).click();
    await employee.getByText('Yang akan berbeda').waitFor();
    for (const page of [appraiser, employee]) await page.context().close();
  }, 120_000);

  it('shows what follows while the appraiser chooses', async () => {
    const { city, plan, walk } = await prepare();
    await city.db.write((tx) => measure(tx, city));
    const page = await browser.open(`${walk.path}/evaluation`, { account: city.appraiser.accountId });
    await page.getByText('Kategori belum dapat dihitung.').waitFor();
    const words = plan.results.at(-1)?.id;
    await page.locator(`[name="capaian.line.${words}.level"][value="baik"]`).check();
    await page.locator('[name="perilaku.appraiser.melayani"][value="baik"]').check();
    await page.locator('[name="perilaku.appraiser.kerjasama"][value="baik"]').check();
    await page.locator('turbo-frame#suggestion').getByText('Mantap').first().waitFor();
    await page.getByText('Tersimpan', { exact: true }).waitFor();
    await page.context().close();
  }, 60_000);

  it('is good to look at in every state', async () => {
    const { city, plan, walk } = await prepare();
    await look(city.appraiser, `${walk.path}/evaluation`, 'local-empty');
    await city.db.write((tx) => measure(tx, city));
    const departs = {
      'perilaku.appraiser.melayani': 'teladan',
      'perilaku.appraiser.melayani.reason': 'Menjemput warga lansia yang tidak dapat datang ke loket.',
      'perilaku.appraiser.melayani.on': '2026-05-12',
      'official.results': 'above',
      'official.results.reason': 'Menangani dua kejadian luar biasa di luar rencana.',
      'official.behaviour': 'above',
    };
    const rated = await app.post(
      city.appraiser.accountId,
      `${walk.path}/evaluation/rating`,
      instrumentOf(plan, { ...departs, step: 'check' }),
    );
    expect(rated.status).toBe(303);
    await look(city.appraiser, `${walk.path}/evaluation`, 'local-filled');
    await look(city.appraiser, `${walk.path}/evaluation/check`, 'local-check');
    await walk.give(1);
    await walk.act(city.appraiser, 'ratification');
    await look(city.employee, `${walk.path}/result`, 'local-result');
    await look(city.employee, `${walk.path}/result/what-if`, 'local-what-if');
  }, 240_000);
});
