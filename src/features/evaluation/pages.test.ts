import { describe, expect, it } from 'vitest';
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
import { EXAMPLE_ON, evaluationWalk, selfFields } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';

describe('pages of the evaluation', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const browser = await withBrowser(app);
  const plan = await givePlan(city.db, city, city.participants.employee);
  const walk = evaluationWalk(app, city);

  const look = async (who: { accountId: string }, address: string, name: string) => {
    // Both sizes and both themes are seen, each page in two of the four ways.
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

  it('are good to look at in every state', async () => {
    await look(city.employee, `${walk.path}/result`, 'result-awaited');
    await look(city.employee, `${walk.path}/evaluation`, 'self-form');
    const submitted = await app.post(city.employee.accountId, `${walk.path}/evaluation/self`, {
      ...selfFields(plan),
      step: 'submit',
    });
    expect(submitted.status).toBe(303);
    await look(city.employee, `${walk.path}/evaluation`, 'self-submitted');
    await look(city.appraiser, `${walk.path}/evaluation`, 'rating-form');
    await walk.rate(plan, {
      'value-loyal-rating': 'above',
      'value-loyal-reason': 'Menjaga nama baik instansi saat krisis obat.',
      'value-loyal-on': EXAMPLE_ON,
      'value-adaptif-rating': 'below',
      'value-adaptif-reason': 'Belum memakai pencatatan digital setelah dua kali pendampingan.',
      'value-adaptif-on': EXAMPLE_ON,
    });
    await look(city.appraiser, `${walk.path}/evaluation`, 'rating-filled');
    await look(city.appraiser, `${walk.path}/evaluation/check`, 'check');
    await walk.give(1);
    await look(city.appraiser, `${walk.path}/result`, 'result-given-appraiser');
    await walk.act(city.appraiser, 'ratification');
    await look(city.employee, `${walk.path}/result`, 'result-ratified');
    await walk.act(city.employee, 'objection', { reason: 'Dua laporan tidak dihitung.' });
    await look(city.appraiser, `${walk.path}/result`, 'result-objected-appraiser');
    await walk.act(city.appraiser, 'explanation', { reason: 'Laporan diterima setelah tenggat.' });
    await look(city.head, `${walk.path}/result`, 'result-explained-superior');
    const unit = `/a/${city.code}/organisation/units/${city.units.health}`;
    await look(city.mayor, unit, 'unit-not-fixed');
    await app.post(city.mayor.accountId, `${unit}/evaluations`, {
      periodId: city.periodId,
      evaluationId: newId(),
      seenId: '',
      predicate: 'baik',
      reason: 'Delapan dari sepuluh sasaran perjanjian kinerja tercapai.',
    });
    await look(city.mayor, unit, 'unit-fixed');
  }, 240_000);
});
