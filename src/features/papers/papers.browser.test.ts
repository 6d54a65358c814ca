import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { paperTasks } from './jobs.ts';

describe('pages of the papers', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const browser = await withBrowser(app);
  const [task] = paperTasks({ files: app.files, schemes: schemeStore() });

  const look = async (who: { accountId: string }, address: string, name: string) => {
    for (const size of ['phone', 'desktop'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        const page = await browser.open(address, { account: who.accountId, size, theme });
        expect(await page.locator('h1').count(), address).toBe(1);
        await expectNoAxeViolations(page);
        await expectNoSidewaysScroll(page);
        await screenshot(page, `papers-${name}-${size}-${theme}`);
        await page.context().close();
      }
    }
  };

  it('are good to look at in every state', async () => {
    const papers = (id: string) => `/a/${city.code}/appraisals/${id}/papers`;
    const bundles = `/a/${city.code}/papers`;
    await look(city.employee, papers(city.participants.employee), 'nothing');
    const plan = await givePlan(city.db, city, city.participants.employee);
    await evaluationWalk(app, city).ratified(plan);
    await look(city.appraiser, papers(city.participants.employee), 'ready');
    await look(city.employee, `${papers(city.participants.employee)}?date=2020-01-01`, 'refused');
    const id = newId();
    const fields = {
      id,
      period: city.periodId,
      unit: city.units.health,
      below: 'yes',
      skp: 'yes',
      document: 'yes',
    };
    expect((await app.post(city.officer.accountId, `${bundles}/runs`, fields)).status).toBe(303);
    await look(city.officer, `${bundles}/runs/${id}`, 'waiting');
    await task?.run(city.db, { runId: id });
    await look(city.officer, `${bundles}/runs/${id}`, 'done');
    await look(city.officer, bundles, 'bundle');
    await look(city.officer, `${bundles}/head`, 'head');
  }, 240_000);

  it('a unit is asked for and cancelled without a script', async () => {
    const page = await browser.open(`/a/${city.code}/papers`, {
      account: city.appraiser.accountId,
      size: 'phone',
      script: false,
    });
    await page.getByRole('button', { name: 'Susun berkas' }).click();
    await page.getByRole('heading', { name: 'Tim Budi Santoso' }).waitFor();
    await page.getByRole('button', { name: 'Batalkan' }).click();
    await page.getByText('Tidak ada berkas yang disimpan').waitFor();
  });

  it('the finished file shows itself on the open page', async () => {
    const page = await browser.open(`/a/${city.code}/papers`, { account: city.appraiser.accountId });
    await page.getByRole('button', { name: 'Susun berkas' }).click();
    await page.waitForURL(/\/papers\/runs\//);
    const runId = page.url().split('/').at(-1) ?? '';
    await task?.run(city.db, { runId });
    await page.getByRole('link', { name: 'Unduh PDF' }).waitFor({ timeout: 10_000 });
  });
});
