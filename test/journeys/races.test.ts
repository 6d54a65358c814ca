/** Impatient hands, two tabs and a lost connection: nothing is made twice, nothing that was typed is lost. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { withBrowser } from '../support/browser.ts';
import { createCity } from '../support/city.ts';
import { testDatabase } from '../support/database.ts';
import { givePlan } from '../support/plans.ts';

describe('hands, tabs and connections', { timeout: 120_000 }, async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const browser = await withBrowser(app);
  const base = `/a/${city.code}`;
  const appraisal = `${base}/appraisals/${city.participants.employee}`;
  await givePlan(city.db, city, city.participants.employee);
  const count = async (table: 'feedback' | 'progress_entries' | 'people' | 'periods' | 'appraiser_flags') => {
    const { rows } = await test.owner.query<{ count: number }>(`select count(*)::int as count from ${table}`);
    return rows[0]?.count ?? 0;
  };

  const forms: readonly {
    name: string;
    table: Parameters<typeof count>[0];
    who: { accountId: string };
    address: string;
    button: string;
    fill(page: Page): Promise<unknown>;
  }[] = [
    {
      name: 'feedback',
      table: 'feedback',
      who: city.colleague,
      address: `${appraisal}/feedback`,
      button: 'Kirim umpan balik',
      fill: async (page) => {
        await page.getByLabel('Tentang').selectOption('value:harmonis');
        await page.getByLabel('Umpan balik', { exact: true }).fill('Selalu membantu rekan baru.');
      },
    },
    {
      name: 'realisation',
      table: 'progress_entries',
      who: city.employee,
      address: `${appraisal}/progress/new`,
      button: 'Simpan realisasi',
      fill: async (page) => {
        await page.getByRole('combobox', { name: 'Indikator' }).selectOption({ index: 1 });
        await page.getByLabel('Angka realisasi').fill('12');
      },
    },
    {
      name: 'a period',
      table: 'periods',
      who: city.officer,
      address: `${base}/periods/new`,
      button: 'Simpan rancangan',
      fill: (page) => page.getByLabel('Nama', { exact: true }).fill('Penilaian tahun depan'),
    },
    {
      name: 'a report of a wrong appraiser',
      table: 'appraiser_flags',
      who: city.employee,
      address: `${base}/appraiser`,
      button: 'Laporkan',
      fill: (page) => page.getByLabel(/Siapa yang seharusnya menilai/).fill('Kepala seksi baru.'),
    },
  ];

  it.each(forms)('two clicks make one: $name', async (form) => {
    for (const script of [true, false]) {
      const page = await browser.open(form.address, { account: form.who.accountId, script });
      if ((await page.getByRole('button', { name: form.button }).count()) === 0) break;
      await form.fill(page);
      const before = await count(form.table);
      await page.getByRole('button', { name: form.button }).dblclick();
      await expect.poll(() => count(form.table)).toBe(before + 1);
      await page.waitForLoadState('networkidle');
      expect(await count(form.table)).toBe(before + 1);
      await page.context().close();
      // Names of periods are unique: without a script the same form would rightly be refused.
      if (form.table === 'periods') break;
    }
  });

  it('a draft in an older tab is not written over the newer one, and says so', async () => {
    const context = await browser.profile({ account: city.stranger.accountId });
    const address = `${base}/appraisals/${city.participants.stranger}/plan/edit?section=annex`;
    const [older, newer] = [await context.newPage(), await context.newPage()];
    await older.goto(address);
    await newer.goto(address);
    await newer.getByLabel('Konsekuensi').fill('Dari tab kedua');
    await newer.getByText('Tersimpan', { exact: true }).waitFor();
    await older.getByLabel('Konsekuensi').fill('Dari tab pertama');
    await older
      .getByText(/diubah di tempat lain|tab lain|berubah/i)
      .first()
      .waitFor();
    await newer.reload();
    expect(await newer.getByLabel('Konsekuensi').inputValue()).toBe('Dari tab kedua');
    expect(await older.getByLabel('Konsekuensi').inputValue(), 'still there to be copied').toBe(
      'Dari tab pertama',
    );
    await context.close();
  });

  it('what is typed while the connection is gone is saved when it is back', async () => {
    const page = await browser.open(`${appraisal}/evaluation`, { account: city.employee.accountId });
    const words = page.getByLabel(/^Apa yang tercapai/).first();
    await page.context().setOffline(true);
    await words.fill('Ditulis di dalam terowongan.');
    await page
      .getByText(/Belum tersimpan/i)
      .first()
      .waitFor();
    await words.fill('Ditulis di dalam terowongan, lalu diteruskan.');
    await page.context().setOffline(false);
    await page.getByText('Tersimpan', { exact: true }).waitFor({ timeout: 30_000 });
    await page.reload();
    expect(
      await page
        .getByLabel(/^Apa yang tercapai/)
        .first()
        .inputValue(),
    ).toBe('Ditulis di dalam terowongan, lalu diteruskan.');
    await page.context().close();
  });

  it('a change from elsewhere does not take away what is being typed', async () => {
    const page = await browser.open(`${appraisal}/feedback`, { account: city.employee.accountId });
    await page.getByLabel('Pesan').fill('Bagaimana pelayanan saya di loket?');
    const notice = page.locator('[data-live-target=notice]');
    // The first change may come before the stream is open.
    await expect
      .poll(async () => {
        await city.db.write(async (tx) => tx.touch(city.employee.id));
        return notice.isVisible();
      })
      .toBe(true);
    expect(await page.getByLabel('Pesan').inputValue()).toBe('Bagaimana pelayanan saya di loket?');
    await page.context().close();
  });
});
