import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { adopt, localScheme } from '../../../test/support/schemes.ts';

const REQUIRED = `measurability:
  require: [unit, baseline, target, source, period]
  basis: [{ regulation: p6, article: Pasal 5, confidence: default }]
`;

describe('a plan that cannot be measured yet, in a browser', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const browser = await withBrowser(await testApp(test));
  const plan = `/a/${city.code}/appraisals/${city.participants.employee}/plan`;

  beforeAll(async () => {
    await adopt(city, localScheme('skema-terukur', 1, REQUIRED));
    await givePlan(city.db, city, city.participants.employee);
    await city.db.write(async (tx) => {
      await tx.db
        .updateTable('participants')
        .set({ scheme_id: 'skema-terukur' })
        .where('agency_id', '=', tx.agencyId)
        .execute();
      await tx.db
        .updateTable('plans')
        .set({ state: 'revising' })
        .where('agency_id', '=', tx.agencyId)
        .execute();
    });
  });

  it.each([
    { name: 'plan-unmeasured', path: plan, who: 'employee' },
    { name: 'plan-unmeasured-appraiser', path: plan, who: 'appraiser' },
    { name: 'plan-measured-form', path: `${plan}/edit`, who: 'employee' },
  ] as const)('$name is good on phone and desk', async ({ name, path, who }) => {
    for (const [size, theme] of [
      ['phone', 'light'],
      ['desktop', 'dark'],
    ] as const) {
      const page = await browser.open(path, { account: city[who].accountId, size, theme });
      expect(await page.getByText('Data awal').count()).toBeGreaterThan(0);
      await screenshot(page, `${name}-${size}`);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      await page.context().close();
    }
  });
});
