/** Profile, needs and the officer's pages in a real browser: on a phone, in both themes, without a script. */
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { adoptAlak, allAt, competencyDesk, giveResult } from './competencies.fixture.ts';

describe('pages of competencies', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const browser = await withBrowser(app);
  const desk = competencyDesk(app);
  let city: City;
  beforeAll(async () => {
    city = await createCity(test.database, 'kota-layar');
    await desk.adoptDictionary(city);
    await desk.adoptStandards(city, ['ahli-pertama', 'pelaksana']);
    await adoptAlak(city, [city.participants.employee]);
    await giveResult(city, {
      participantId: city.participants.employee,
      post: 'ahli-pertama',
      forms: { appraiser: [allAt(2, { komunikasi: 1, 'mengelola-perubahan': 1, 'kerja-sama': 3 })] },
    });
    await app.post(city.officer.accountId, `${desk.profileOf(city, city.employee)}/outcomes`, {
      id: newId(),
      fileId: newId(),
      assessedOn: '2025-05-02',
      institution: 'Puspenkom BKN',
      note: '',
      'level-integritas': '2',
      'level-pelayanan-kesehatan': '3',
    });
  });

  it('are read on a phone and on a desk, in both themes, by keyboard and screen reader', async () => {
    const own = `/a/${city.code}/mine`;
    const base = desk.base(city);
    const asked: readonly (readonly [string, string, string])[] = [
      ['profile', city.employee.accountId, `${own}/competencies`],
      ['needs', city.employee.accountId, `${own}/development`],
      ['need-new', city.employee.accountId, `${own}/development/new?code=komunikasi`],
      ['profile-officer', city.officer.accountId, desk.profileOf(city, city.employee)],
      ['outcome', city.officer.accountId, `${desk.profileOf(city, city.employee)}/outcomes/new`],
      ['dictionary', city.officer.accountId, base],
      ['competency', city.officer.accountId, `${base}/integritas`],
      ['competency-new', city.officer.accountId, `${base}/new`],
      ['shipped', city.officer.accountId, `${base}/shipped`],
      ['standards', city.officer.accountId, `${base}/standards`],
      ['standard-new', city.officer.accountId, `${base}/standards/new`],
      ['posts', city.employee.accountId, `${base}/standards/posts`],
      ['units', city.officer.accountId, `${base}/units`],
      ['needs-by-unit', city.officer.accountId, `${base}/needs`],
    ];
    for (const [name, account, address] of asked) {
      const size = ['profile', 'needs', 'standards'].includes(name)
        ? (['phone', 'desktop'] as const)
        : (['phone'] as const);
      for (const each of size) {
        const theme = each === 'phone' ? 'dark' : 'light';
        const page = await browser.open(address, { account, size: each, theme });
        await expectNoSidewaysScroll(page);
        await expectNoAxeViolations(page);
        await screenshot(page, `competencies-${name}-${each}`);
        await page.context().close();
      }
    }
  }, 120_000);

  it('lead from a gap to a plan and its end without a script', async () => {
    const page = await browser.open(`/a/${city.code}/mine/competencies`, {
      account: city.employee.accountId,
      size: 'phone',
      script: false,
    });
    await page.getByRole('link', { name: /Jadikan kebutuhan pengembangan.*Komunikasi/ }).click();
    await page.getByLabel('Tinggi').check();
    await page.getByLabel('Cara belajar yang diinginkan').selectOption('coaching');
    await page.getByLabel('Target selesai').fill('2027-03-01');
    await page.getByRole('button', { name: 'Tambahkan kebutuhan' }).click();
    expect(await page.getByText('Direncanakan', { exact: true }).count()).toBe(1);
    await page.locator('summary', { hasText: 'Tandai selesai' }).click();
    await page.getByRole('button', { name: 'Tandai selesai' }).click();
    expect(await page.getByText('Tuliskan alasannya').count()).toBe(1);
    await page.getByLabel('Apa yang dipelajari').fill('Memimpin rapat bulanan dengan baik.');
    await page.getByRole('button', { name: 'Tandai selesai' }).click();
    expect(await page.getByText('Selesai', { exact: true }).count()).toBe(1);
    await page.context().close();
  }, 60_000);

  it('print the profile with its plot and the numbers beside it', async () => {
    const page = await browser.open(`/a/${city.code}/mine/competencies`, {
      account: city.employee.accountId,
    });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('svg[role="img"]').isVisible()).toBe(true);
    expect(await page.getByRole('table', { name: 'Setiap kompetensi' }).isVisible()).toBe(true);
    await page.context().close();
  }, 60_000);
});
