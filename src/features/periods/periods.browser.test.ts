import { beforeAll, describe, expect, it } from 'vitest';
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

describe('periods in a browser', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const browser = await withBrowser(app);
  const draftId = newId();
  const draft = `/a/${city.code}/periods/${draftId}`;
  const open = `/a/${city.code}/periods/${city.periodId}`;
  const account = city.officer.accountId;

  beforeAll(async () => {
    const response = await app.post(account, `/a/${city.code}/periods`, {
      id: draftId,
      name: 'Penilaian Kinerja 2027',
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
      checkInEvery: 'month',
      scheme: 'permenpanrb-6-2022@1',
      distributionPolicy: 'reason',
    });
    expect(response.status).toBe(303);
    await city.db.write((tx) =>
      tx.db
        .insertInto('appraiser_assignments')
        .values({
          agency_id: tx.agencyId,
          id: newId(),
          person_id: city.employee.id,
          appraiser_id: city.head.id,
          superior_id: city.mayor.id,
          source: 'officer',
          valid_from: '2026-01-01',
          created_at: tx.now,
        })
        .execute(),
    );
  });

  it.each([
    { name: 'period-list', path: `/a/${city.code}/periods` },
    { name: 'period-new', path: `/a/${city.code}/periods/new` },
    { name: 'period-draft', path: draft },
    { name: 'period-schemes', path: `${draft}/schemes` },
    { name: 'period-preflight', path: `${draft}/preflight` },
    { name: 'period-participants', path: `${open}/participants` },
    { name: 'period-changes', path: `${open}/changes` },
    { name: 'period-closing', path: `${open}/closing` },
  ])('$name is good on phone and desk, light and dark', async ({ name, path }) => {
    for (const [size, theme] of [
      ['phone', 'light'],
      ['desktop', 'dark'],
    ] as const) {
      const page = await browser.open(path, { account, size, theme });
      expect(await page.locator('h1').count()).toBe(1);
      await screenshot(page, `${name}-${size}`);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      await page.context().close();
    }
  });

  it('drafts, refuses and explains without a script', async () => {
    const page = await browser.open(`/a/${city.code}/periods/new`, { account, script: false, size: 'phone' });
    await page.getByLabel('Nama').fill('Penilaian 2026');
    await page.getByRole('button', { name: 'Simpan rancangan' }).click();
    expect(await page.getByText('Nama ini sudah dipakai periode lain.').count()).toBe(2);
    await page.getByLabel('Nama').fill('Penilaian percobaan');
    await page.getByRole('button', { name: 'Simpan rancangan' }).click();
    await page.getByRole('link', { name: 'Periksa kesiapan' }).click();
    expect(await page.getByText('hal menghambat pembukaan').count()).toBe(1);
    await page.context().close();
  });
});
