import { sql } from 'kysely';
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
import { createSigningPerson, createUninvitedPerson, PASSWORD } from '../../../test/support/sign-in.ts';
import { setupLink } from './setup-key.ts';

const NIP = '198609262015052001';

describe('accounts in a browser', async () => {
  const empty = await testDatabase();
  const fresh = await testApp(empty);
  const first = await withBrowser(fresh);
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const browser = await withBrowser(app);

  it('the first run leads to the officer’s home, on a phone without scripts', async () => {
    const link = (await setupLink(fresh.accounts, '')) ?? '';
    const page = await first.open(link, { size: 'phone', script: false });
    await expectNoAxeViolations(page);
    await screenshot(page, 'start-phone');
    await page.getByLabel('Nama instansi').fill('Pemerintah Kota Sawahlunto');
    await page.getByLabel('Nama lengkap').fill('Maya Putri');
    await page.getByRole('textbox', { name: 'NIP' }).fill('19860926 201505 2 001');
    await page.getByLabel('Kata sandi baru').fill('indonesia1945');
    await page.getByLabel('Ulangi kata sandi').fill('indonesia1945');
    await page.getByRole('button', { name: 'Buat instansi' }).click();
    await page.getByText('pertama kali dicoba').first().waitFor();
    await expectNoAxeViolations(page);
    await screenshot(page, 'start-refused-phone');
    await page.getByLabel('Kata sandi baru').fill(PASSWORD);
    await page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
    await page.getByRole('button', { name: 'Buat instansi' }).click();
    await page.waitForURL('**/a/kota-sawahlunto');
    expect(await page.textContent('body')).toContain('Tera siap');
  });

  it('public pages are good in both themes and sizes', async () => {
    for (const size of ['phone', 'desktop'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        for (const [path, name] of [
          ['/', 'landing'],
          ['/sign-in', 'sign-in'],
          ['/sign-in/forgotten', 'forgotten'],
          ['/sign-in/second-factor', 'second-step'],
          ['/invitations', 'enter-code'],
          ['/invitations/kota-contoh-0000000000000000', 'gone'],
        ] as const) {
          const page = await browser.open(path, { size, theme });
          await expectNoAxeViolations(page);
          await expectNoSidewaysScroll(page);
          await screenshot(page, `${name}-${size}-${theme}`);
          await page.context().close();
        }
      }
    }
  });

  it.each([true, false])(
    'an officer prints letters and the invited person comes in (script %s)',
    async (script) => {
      const name = script ? 'Wahyu Hidayat' : 'Siti Rahayu';
      await city.db.write((tx) => createUninvitedPerson(tx, { unitId: city.units.clinic, name }));
      const account = city.officer.accountId;
      const office = await browser.open(`/a/${city.code}/people/invitations?standing=without`, {
        account,
        script,
      });
      await expectNoAxeViolations(office);
      await screenshot(office, `office-desktop-${script}`);
      await office.getByRole('checkbox', { name: `Pilih ${name}` }).check();
      await office.getByRole('button', { name: 'Cetak surat untuk yang dipilih' }).click();
      await office.locator('article').waitFor();
      await expectNoAxeViolations(office);
      await screenshot(office, `letters-${script}`);
      const link =
        /\/invitations\/[\w-]+/.exec(
          (await office.locator('article .font-mono').first().textContent()) ?? '',
        )?.[0] ?? '';

      const page = await browser.open(link, { size: 'phone', script });
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
      await screenshot(page, `invitation-phone-${script}`);
      await page.getByLabel('Kata sandi baru').fill(PASSWORD);
      await page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
      await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
      await page.waitForURL(`**/a/${city.code}`);
      expect(await page.textContent('body')).toContain('Selamat datang');
    },
  );

  it.each([true, false])('the own account, from sign-in to the second step (script %s)', async (script) => {
    const person = await createSigningPerson(city.db, { nip: script ? NIP : '199205082023082001' });
    const page = await browser.open('/account', { size: 'phone', script });
    await page.getByLabel('NIP atau surel').fill(person.nip);
    await page.getByLabel('Kata sandi').fill('bukan kata sandinya');
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await expectNoAxeViolations(page);
    await screenshot(page, `sign-in-refused-${script}`);
    await page.getByLabel('Kata sandi').fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.waitForURL('**/account');
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, `account-phone-${script}`);
    await page.getByRole('link', { name: 'Aktifkan' }).click();
    await page.waitForURL('**/account/second-factor');
    await page.getByLabel('Kata sandi saat ini').fill(PASSWORD);
    await page.getByRole('button', { name: 'Aktifkan' }).click();
    await page.getByRole('img', { name: /Kode QR/ }).waitFor();
    await expectNoAxeViolations(page);
    await screenshot(page, `second-factor-setup-${script}`);
    await page.getByLabel('Lalu tulis enam angka').fill('000000');
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.getByText('Kode tidak cocok').waitFor();
    await expectNoSidewaysScroll(page);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from account_second_factors
      where user_id = ${person.accountId} and verified = false`.execute(test.database.shared);
    expect(rows).toEqual([{ n: 1 }]);
    await page.context().close();
  });
});
