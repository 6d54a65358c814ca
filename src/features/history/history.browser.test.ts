/** The pages of earlier years in a real browser: on a phone, on a desk, in the dark, without scripts. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { csvOf, type FileRow, nipOf } from './history.fixture.ts';

const older = (
  rule: string,
  year: FileRow,
  results: string,
  behaviour: string,
  category: string,
): FileRow => ({
  Aturan: rule,
  'Nilai SKP': results,
  'Nilai perilaku kerja': behaviour,
  'Pendapat rekan dipakai': 'tidak',
  'Ide baru': 'tidak',
  Predikat: category,
  'Pejabat penilai': 'dr. Ahmad Fauzi, M.Kes.',
  ...year,
});

describe('earlier years in the browser', { timeout: 120_000 }, async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const browser = await withBrowser(app);
  const at = (inner: string) => `/a/${city.code}${inner}`;
  const nip = await nipOf(city, city.employee.id);
  const rows: readonly FileRow[] = [
    older('PP 30/2019', { Tahun: '2019' }, '78', '80', 'Cukup'),
    older('PP 30/2019', { Tahun: '2020' }, '115', '110', 'Sangat Baik'),
    { Dari: '01-01-2021', Sampai: '30-06-2021', Aturan: 'Hanya predikat', Predikat: 'Baik' },
    {
      ...older('PermenPANRB 8/2021', { Dari: '01-07-2021', Sampai: '31-12-2021' }, '', '105', 'Baik'),
      'Kinerja utama': '20: 100/100; 20: 100/100; 20: 88/100; 40: 100/100',
    },
    {
      Tahun: '2022',
      Aturan: 'PermenPANRB 6/2022',
      'Rating hasil kerja': 'Sesuai ekspektasi',
      'Rating perilaku kerja': 'Di atas ekspektasi',
      Predikat: 'Baik',
    },
    {
      Tahun: '2023',
      Aturan: 'PermenPANRB 6/2022',
      'Rating hasil kerja': 'Di atas ekspektasi',
      'Rating perilaku kerja': 'Di atas ekspektasi',
      Predikat: 'Sangat Baik',
    },
  ].map((row) => ({ NIP: nip, ...row }));

  const look = async (page: Page, name: string) => {
    await screenshot(page, `history-${name}`);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  };

  it('a file is checked and recorded without a script', async () => {
    const page = await browser.open(at('/people/history'), {
      account: city.officer.accountId,
      script: false,
      size: 'phone',
    });
    await look(page, 'import-phone');
    const faulty = [...rows, { NIP: '19850101', Tahun: '2020', Aturan: 'PP 30', Predikat: 'Istimewa' }];
    const file = csvOf(faulty, 'riwayat-puskesmas.csv');
    await page.setInputFiles('#file', {
      name: file.name,
      mimeType: 'text/csv',
      buffer: Buffer.from(await file.arrayBuffer()),
    });
    await page.getByRole('button', { name: 'Periksa berkas' }).click();
    await page.getByRole('heading', { name: /Hasil pemeriksaan/ }).waitFor();
    await look(page, 'checked-phone');
    const wide = await browser.open(page.url(), { account: city.officer.accountId });
    await look(wide, 'checked-desktop');
    await wide.context().close();
    await page.getByRole('button', { name: 'Catat 6 hasil' }).click();
    await page.getByText('6 hasil dicatat, 0 diganti.').waitFor();
    await page.context().close();
    const after = await browser.open(at('/people/history'), { account: city.officer.accountId });
    await look(after, 'import-desktop');
    await after.context().close();
  });

  it('a person reads all years, with a plot, on every screen', async () => {
    const plan = await givePlan(city.db, city, city.participants.employee);
    await evaluationWalk(app, city).ratified(plan);
    for (const [name, options] of [
      ['own-desktop', {}],
      ['own-phone', { size: 'phone' }],
      ['own-dark', { theme: 'dark' }],
      ['own-english', { locale: 'en' }],
    ] as const) {
      const page = await browser.open(at('/mine/history'), { account: city.employee.accountId, ...options });
      for (const summary of await page.locator('main details:not([open]) > summary').all())
        if (await summary.isVisible()) await summary.click();
      await look(page, name);
      await page.context().close();
    }

    const page = await browser.open(at('/mine/periods'), { account: city.employee.accountId });
    await page.getByRole('link', { name: 'Riwayat kinerja saya' }).click();
    await page.getByRole('heading', { name: 'Riwayat kinerja', exact: true }).waitFor();
    expect(await page.getByRole('img', { name: /Dari Cukup \(2019\) menjadi Baik \(2026\)/ }).count()).toBe(
      1,
    );
    await page.context().close();
  });

  it('an officer comes from the person and withdraws a year without a script', async () => {
    const page = await browser.open(at(`/people/${city.employee.id}`), {
      account: city.officer.accountId,
      script: false,
    });
    await page.getByRole('link', { name: 'Riwayat kinerja' }).click();
    await look(page, 'officer-desktop');
    const card = page.locator('details', { has: page.locator('summary', { hasText: '2019' }) }).first();
    await card.locator('summary').first().click();
    await card.locator('summary', { hasText: 'Tarik hasil ini' }).click();
    await card.getByLabel('Alasan').fill('Milik pegawai lain dengan nama yang sama.');
    await card.getByRole('button', { name: 'Tarik hasil ini' }).click();
    await page.getByText('Hasil ditarik.').waitFor();
    await page.getByRole('heading', { name: 'Ditarik' }).waitFor();
    await look(page, 'withdrawn-desktop');
    await page.context().close();
  });
});
