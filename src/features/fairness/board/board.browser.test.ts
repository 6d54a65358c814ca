import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { expectNoAxeViolations, screenshot, withBrowser } from '../../../../test/support/browser.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { fairnessStage } from '../../../../test/support/fairness.ts';
import { flagsOf } from '../store/queries.ts';

describe('the fairness board in a browser', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database, 'layar');
  const stage = await fairnessStage(city);
  const runId = await stage.run();
  await city.db.write((tx) =>
    tx.db
      .insertInto('unit_evaluations')
      .values(
        [0, 4, 5].map((index) => ({
          agency_id: tx.agencyId,
          id: newId(),
          period_id: stage.periodId,
          unit_id: stage.units[index]?.id ?? '',
          predicate: 'baik',
          reason: 'Capaian organisasi.',
          decided_by: city.mayor.id,
          decided_at: tx.now,
        })),
      )
      .execute(),
  );
  const [flag] = await city.db.read((tx) => flagsOf(tx, runId));
  const board = `/a/layar/fairness/${stage.periodId}`;
  const browser = await withBrowser(app);

  it.each([
    ['board', board],
    ['flag', `/a/layar/fairness/flags/${flag?.id}`],
    ['unit', `${board}?unit=${stage.units[0]?.id}&raters=all`],
  ])('%s has no barrier and no sideways scroll, on any screen and on paper', async (name, address) => {
    for (const [size, theme] of [
      ['phone', 'dark'],
      ['desktop', 'light'],
    ] as const) {
      const page = await browser.open(address, { account: city.officer.accountId, size, theme });
      await expectNoAxeViolations(page);
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([name, size, tooWide]).toEqual([name, size, 0]);
      await screenshot(page, `fairness-${name}-${size}-${theme}`);
      if (size === 'desktop') {
        await page.emulateMedia({ media: 'print' });
        await screenshot(page, `fairness-${name}-print`);
      }
      await page.context().close();
    }
  });

  it('chooses a unit and shows all raters without a script', async () => {
    const page = await browser.open(board, { account: city.officer.accountId, script: false });
    await page.getByLabel('Unit kerja').selectOption({ value: stage.units[1]?.id ?? '' });
    await page.getByRole('button', { name: 'Tampilkan' }).click();
    expect(page.url()).toContain(`unit=${stage.units[1]?.id}`);
    await page.goto(board);
    await page.getByRole('link', { name: 'Tampilkan semua penilai' }).click();
    expect(await page.getByRole('rowheader', { name: 'Penilai 20' }).count()).toBe(1);
    await page.getByRole('link', { name: 'Lebih rendah daripada penilai lain' }).first().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Pola:');
  });
});
