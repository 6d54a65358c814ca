import { describe, expect, it } from 'vitest';
import { testApp } from './app.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll, screenshot, withBrowser } from './browser.ts';
import { createCity } from './city.ts';
import { testDatabase } from './database.ts';

describe('the browser of the tests', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const browser = await withBrowser(await testApp(test));

  it('opens a page in both sizes and themes, with and without scripts', async () => {
    for (const size of ['phone', 'desktop'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        const script = theme === 'light';
        const page = await browser.open('/nowhere', { size, theme, script });
        expect(await page.textContent('h1')).toBe('Halaman tidak ditemukan');
        const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect(background, 'the style sheet is in force').not.toBe('rgba(0, 0, 0, 0)');
        await expectNoAxeViolations(page);
        await expectNoSidewaysScroll(page);
        await screenshot(page, `browser-${size}-${theme}`);
        await page.context().close();
      }
    }
  });

  it('finds what axe finds', async () => {
    const page = await browser.open('/nowhere');
    await page.evaluate(() => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', '<input type="text" />');
    });
    await expect(expectNoAxeViolations(page)).rejects.toThrow(/label/);
  });

  it('signs in with the account that is asked for', async () => {
    const page = await browser.open(`/a/${city.code}/nowhere`, { account: city.employee.accountId });
    expect(await page.textContent('header')).toContain(city.employee.name);
    const nobody = await browser.open(`/a/${city.code}/nowhere`);
    expect(new URL(nobody.url()).pathname).toBe('/sign-in');
  });
});
