import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../../test/support/browser.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { fairnessStage } from '../../../../test/support/fairness.ts';
import { giveLocalResult } from '../../../../test/support/local-result.ts';

describe('the person and groups in the browser', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database, 'kota-peramban');
  const local = await createCity(test.database, 'kota-peramban-lokal');
  const stage = await fairnessStage(city);
  const levels = ['baik', 'cukup', 'kurang', 'baik', 'cukup'];
  await giveLocalResult(
    local,
    levels.map((melayani) => ({ melayani, kerjasama: 'kurang' })),
  );
  await stage.run();
  const browser = await withBrowser(app);
  const look = async (page: Page, name: string) => {
    for (const details of await page.locator('main details').all())
      await details.evaluate((element) => element.setAttribute('open', ''));
    await screenshot(page, `fairness-${name}`);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await page.context().close();
  };
  const phone = { size: 'phone', theme: 'dark', script: false } as const;

  it('show how far a result depends on who rated, on a phone without a script too', async () => {
    const first = stage.staff.get(stage.appraisers[0]?.id ?? '')?.[0];
    const national = `/a/${city.code}/appraisals/${first?.participantId}/result`;
    const heard = `/a/${local.code}/appraisals/${local.participants.employee}/result`;
    const account = first?.person.accountId ?? '';
    await look(await browser.open(national, { ...phone, account }), 'person-national-phone');
    await look(await browser.open(heard, { account: local.employee.accountId }), 'person-local-desktop');
    await look(
      await browser.open(heard, { ...phone, account: local.employee.accountId }),
      'person-local-phone',
    );
    await look(
      await browser.open(`/a/${local.code}/fairness-method/person`, {
        ...phone,
        account: local.stranger.accountId,
      }),
      'person-method-phone',
    );
  }, 120_000);

  it('lead an officer from the groups to a file of values that was checked and recorded', async () => {
    const groups = `/a/${city.code}/fairness/${stage.periodId}/groups`;
    await look(await browser.open(groups, { account: city.mayor.accountId }), 'groups-desktop');
    await look(await browser.open(groups, { ...phone, account: city.mayor.accountId }), 'groups-phone');
    const page = await browser.open(groups, { ...phone, theme: 'light', account: city.officer.accountId });
    await page.getByRole('link', { name: 'Data yang dipegang untuk membandingkan' }).click();
    await page.getByLabel('Data', { exact: true }).selectOption('religion');
    await page.getByLabel('Dasar hukum').fill('Undang-Undang Nomor 27 Tahun 2022, Pasal 20');
    await page.getByLabel('Tujuan').fill('Memeriksa kesetaraan penilaian setiap tahun.');
    await page.getByLabel('Hari terakhir').fill('2027-12-31');
    await page.getByRole('button', { name: 'Daftarkan data' }).click();
    const { rows } = await test.owner.query<{ nip: string }>(
      `select nip from people where agency_id = $1 and nip is not null limit 20`,
      [city.agencyId],
    );
    const csv = ['NIP;Agama', ...rows.map(({ nip }) => `${nip};Islam`), '12;Hindu'].join('\n');
    await page
      .getByLabel('Berkas')
      .setInputFiles({ name: 'agama.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: 'Periksa berkas' }).click();
    await page.getByText('20 nilai siap dicatat').waitFor();
    await page.getByText('NIP bukan 18 angka.').waitFor();
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, 'fairness-attributes-checked-phone');
    await page.getByRole('button', { name: 'Catat 20 nilai' }).click();
    await page.getByText('20 nilai dicatat.').waitFor();
    await look(page, 'attributes-recorded-phone');
  }, 120_000);
});
