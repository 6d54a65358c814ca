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

/** Words that stand in a page only when something went wrong in drawing it. */
const SPOILT = /\{[a-zA-Z]+\}|\bundefined\b|\bNaN\b|\[object |\bnull\b|Invalid Date/;

describe('pages of schemes in a browser', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const browser = await withBrowser(await testApp(test));
  const { shipped } = schemeStore();
  const account = city.employee.accountId;
  const addresses = [
    '/schemes',
    '/schemes?search=tidak-ada',
    '/schemes/pp-30-2019/1/compare/permenpanrb-6-2022/1',
    ...shipped.map(({ scheme }) => `/schemes/${scheme.id}/${scheme.version}`),
  ];

  it.each(addresses)('%s is good to look at', { timeout: 120_000 }, async (address) => {
    for (const size of ['phone', 'desktop'] as const) {
      const theme = size === 'phone' ? 'dark' : 'light';
      const page = await browser.open(`/a/${city.code}${address}`, { account, size, theme });
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('body').innerText()).not.toMatch(SPOILT);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      await screenshot(page, `schemes${address.replaceAll(/[/?=]/g, '_')}-${size}`);
      // What is folded away is part of the page.
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
      });
      expect(await page.locator('body').innerText()).not.toMatch(SPOILT);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      const bursting = await page
        .locator('main td, main tbody th')
        .evaluateAll((cells) =>
          cells
            .filter((cell) => cell.clientWidth > 0 && cell.scrollWidth > cell.clientWidth + 1)
            .map((cell) => cell.textContent),
        );
      expect(bursting, 'cells that are too narrow').toEqual([]);
      await page.context().close();
    }
  });

  it('says everything in English too', async () => {
    const page = await browser.open(`/a/${city.code}/schemes/permenpanrb-6-2022/1`, {
      account,
      locale: 'en',
    });
    const words = await page.locator('main').innerText();
    expect(words).toContain('In short');
    expect(words).not.toMatch(/\b(Bobot|Yang dinilai|Diberikan oleh|Kategori|Tahapan|Dasar hukum)\b/);
  });
});
