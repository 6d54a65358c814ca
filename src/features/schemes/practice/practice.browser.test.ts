import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { testApp } from '../../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../../test/support/browser.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';

const SPOILT = /\{[a-zA-Z]+\}|\bundefined\b|\bNaN\b|\[object |\bnull\b|Invalid Date/;

describe('practice in a browser', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const browser = await withBrowser(await testApp(test));
  const account = city.employee.accountId;
  const { shipped } = schemeStore();

  it.each(shipped.map(({ scheme }) => [scheme.id, scheme.version] as const))(
    'of %s@%i is good to look at and answers without a script',
    { timeout: 120_000 },
    async (id, version) => {
      for (const size of ['phone', 'desktop'] as const) {
        const options = { account, size, theme: size === 'phone' ? 'dark' : 'light', script: false } as const;
        const page = await browser.open(
          `/a/${city.code}/schemes/${id}/${version}/practice?case=hard`,
          options,
        );
        expect(await page.locator('body').innerText()).not.toMatch(SPOILT);
        await expectNoSidewaysScroll(page);
        await expectNoAxeViolations(page);
        await screenshot(page, `practice_${id}-${size}`);
        await page.getByRole('button', { name: 'Hitung' }).click();
        await page.waitForLoadState('load');
        expect(await page.locator('[role=alert]').count(), 'what was drawn is accepted as it is').toBe(0);
        expect(await page.locator('body').innerText()).toContain('Hasil latihan Maria (contoh)');
        await page.context().close();
      }
    },
  );
});
