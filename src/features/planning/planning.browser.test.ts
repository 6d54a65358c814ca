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
import { givePlan, samplePlan } from '../../../test/support/plans.ts';
import { commentOnPlan } from './commands/comment.ts';

describe('plans in a browser', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const browser = await withBrowser(await testApp(test));
  const base = `/a/${city.code}/appraisals/${city.participants.employee}/plan`;
  const leaderBase = `/a/${city.code}/appraisals/${city.participants.appraiser}/plan`;

  beforeAll(async () => {
    const leader = await givePlan(city.db, city, city.participants.appraiser);
    const own = samplePlan();
    const results = own.results.map((each, index) => ({
      ...each,
      serves:
        index === 0
          ? { participantId: city.participants.appraiser, resultId: leader.results[0]?.id ?? '' }
          : null,
      servesText: index === 0 ? (leader.results[0]?.statement ?? '') : '',
    }));
    await givePlan(city.db, city, city.participants.employee, { results });
    await givePlan(city.db, city, city.participants.colleague);
    await city.db.write(async (tx) => {
      await tx.db
        .updateTable('plans')
        .set({ state: 'revising', content: JSON.stringify({ ...own, results: results.slice(1) }) })
        .where('agency_id', '=', tx.agencyId)
        .where('participant_id', '=', city.participants.employee)
        .execute();
      await tx.db
        .updateTable('plans')
        .set({ state: 'revision-proposed' })
        .where('agency_id', '=', tx.agencyId)
        .where('participant_id', '=', city.participants.colleague)
        .execute();
      const appraiser = { personId: city.appraiser.id, accountId: '', name: 'Budi Santoso' };
      const none = { kind: 'none' } as const;
      await commentOnPlan(
        tx,
        { ...appraiser, officer: none, leader: none, isAuditor: false },
        {
          id: newId(),
          participantId: city.participants.employee,
          lineId: results[1]?.indicators[0]?.id ?? '',
          body: 'Apakah 1.200 pasien termasuk kunjungan rumah?',
        },
      );
    });
  });

  const pages = [
    { name: 'plan', path: base, account: city.employee.accountId },
    { name: 'plan-edit', path: `${base}/edit`, account: city.employee.accountId },
    { name: 'plan-behaviour', path: `${base}/edit?section=behaviour`, account: city.employee.accountId },
    { name: 'plan-annex', path: `${base}/edit?section=annex`, account: city.employee.accountId },
    { name: 'plan-compare', path: `${base}/compare`, account: city.appraiser.accountId },
    { name: 'plan-matrix', path: `${leaderBase}/matrix`, account: city.appraiser.accountId },
    { name: 'plan-team', path: `/a/${city.code}/team/plans`, account: city.appraiser.accountId },
    {
      name: 'plan-decide',
      path: `/a/${city.code}/appraisals/${city.participants.colleague}/plan`,
      account: city.appraiser.accountId,
    },
  ];

  it.each(pages)('$name is good on phone and desk, light and dark', async ({ name, path, account }) => {
    for (const [size, theme] of [
      ['phone', 'dark'],
      ['desktop', 'light'],
    ] as const) {
      const page = await browser.open(path, { account, size, theme });
      expect(await page.locator('h1').count()).toBe(1);
      await screenshot(page, `${name}-${size}`);
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      await page.context().close();
    }
  });

  it('saves while typing, and a part can be added without a script', async () => {
    const typing = await browser.open(`${base}/edit?section=annex`, { account: city.employee.accountId });
    await typing.getByLabel('Konsekuensi').fill('Pelatihan lanjutan');
    await typing.getByText('Tersimpan', { exact: true }).waitFor();
    await typing.context().close();
    const plain = await browser.open(`${base}/edit`, {
      account: city.employee.accountId,
      script: false,
      size: 'phone',
    });
    const before = await plain.getByLabel('Rencana hasil kerja').count();
    await plain.getByRole('button', { name: 'Tambah hasil kerja utama' }).click();
    expect(await plain.getByLabel('Rencana hasil kerja').count()).toBe(before + 1);
    await plain.goto(base);
    expect(await plain.getByText('Pelatihan lanjutan').count()).toBe(1);
    await plain.context().close();
  });
});
