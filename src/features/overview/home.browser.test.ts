import { beforeAll, describe, expect, it } from 'vitest';
import { notify } from '#features/people/index.ts';
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

describe('overview pages in a browser', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const browser = await withBrowser(await testApp(test));
  const { participants } = city;

  beforeAll(() =>
    city.db.write(async (tx) => {
      const row = (participant_id: string) => ({ agency_id: tx.agencyId, id: newId(), participant_id });
      const plan = (participant: string, state: string, version: number) => ({
        ...row(participant),
        state,
        content: '{}',
        revision: 1,
        version,
        updated_at: tx.now,
      });
      await tx.db
        .insertInto('plans')
        .values([
          plan(participants.employee, 'agreed', 1),
          plan(participants.colleague, 'proposed', 0),
          plan(participants.appraiser, 'agreed', 1),
          plan(participants.stranger, 'agreed', 1),
        ])
        .execute();
      const result = (participant: string, predicate: string, state: string) => ({
        ...row(participant),
        version: 1,
        state,
        results_rating: 'meets',
        behaviour_rating: 'meets',
        predicate,
        evidence: '{}',
        explanation: '{}',
        scheme_id: 'permenpanrb-6-2022',
        scheme_version: 1,
        given_by: city.head.id,
        given_at: tx.now,
        objection_deadline: state === 'ratified' ? '2026-12-05' : null,
      });
      await tx.db
        .insertInto('results')
        .values([
          result(participants.appraiser, 'sangat-baik', 'ratified'),
          result(participants.stranger, 'baik', 'given'),
        ])
        .execute();
      await notify(
        tx,
        {
          personId: city.employee.id,
          kind: 'plan-agreed',
          path: '/x',
          parameters: { person: 'Budi Santoso' },
        },
        { personId: city.employee.id, kind: 'period-opened', path: '/y', parameters: { period: '2026' } },
      );
    }),
  );

  const looks = [
    { size: 'phone', theme: 'light', script: true },
    { size: 'phone', theme: 'dark', script: false },
    { size: 'desktop', theme: 'light', script: false },
    { size: 'desktop', theme: 'dark', script: true },
  ] as const;

  it.each([
    ['home of the employee', 'employee', ''],
    ['home of the appraiser', 'appraiser', ''],
    ['home of the officer', 'officer', ''],
    ['home of the leader', 'mayor', ''],
    ['home of the auditor', 'auditor', ''],
    ['team', 'appraiser', '/team'],
    ['organisation', 'officer', '/organisation'],
    ['one unit', 'officer', `/organisation?unit=${city.units.health}`],
    ['late', 'officer', '/organisation/late?step=rating'],
    ['notifications', 'employee', '/notifications'],
    ['own periods', 'employee', '/mine/periods'],
  ] as const)('%s', async (name, role, address) => {
    for (const look of looks) {
      const page = await browser.open(`/a/${city.code}${address}`, {
        account: city[role].accountId,
        ...look,
      });
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
      await screenshot(page, `${name.replaceAll(' ', '-')}-${look.size}-${look.theme}`);
      await page.context().close();
    }
  });

  it('has the next act one tap away, and the unread line where it leads', async () => {
    for (const look of looks) {
      const page = await browser.open(`/a/${city.code}`, { account: city.employee.accountId, ...look });
      const act = page.locator('main a.btn-primary').first();
      expect(await act.getAttribute('href')).toBe(
        `/a/${city.code}/appraisals/${participants.employee}/evaluation`,
      );
      const box = await act.boundingBox();
      // Seen without scrolling, and large enough for a thumb.
      expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThan(look.size === 'phone' ? 740 : 900);
      expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
      await page.context().close();
    }
  });

  it('filters the team without a script by its button and with one while typing', async () => {
    const account = city.appraiser.accountId;
    const plain = await browser.open(`/a/${city.code}/team`, { account, script: false });
    await plain.fill('input[name=search]', 'dewi');
    await plain.click('form[method=get] button[type=submit]');
    expect(await plain.locator('tbody tr').count()).toBe(1);
    const quick = await browser.open(`/a/${city.code}/team`, { account });
    await quick.fill('input[name=search]', 'rina');
    await quick.waitForURL(/search=rina/);
    expect(await quick.locator('tbody tr').count()).toBe(1);
  });
});
