import { describe, it } from 'vitest';
import { testApp } from '../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { createCity, type TestPerson } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';

describe('overview pages in a browser', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const browser = await withBrowser(await testApp(test));
  const people: readonly [string, TestPerson][] = [
    ['employee', city.employee],
    ['appraiser', city.appraiser],
    ['officer', city.officer],
    ['leader', city.mayor],
    ['auditor', city.auditor],
  ];
  const looks = [
    { size: 'phone', theme: 'light', script: true },
    { size: 'phone', theme: 'dark', script: false },
    { size: 'desktop', theme: 'light', script: false },
    { size: 'desktop', theme: 'dark', script: true },
  ] as const;

  it.each(people)('home of the %s', async (role, person) => {
    for (const look of looks) {
      const page = await browser.open(`/a/${city.code}`, { account: person.accountId, ...look });
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
      await screenshot(page, `home-${role}-${look.size}-${look.theme}`);
      await page.context().close();
    }
  });
});
