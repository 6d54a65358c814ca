import path from 'node:path';
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
import { withJobs } from '../../../test/support/jobs.ts';
import { peopleTasks } from './tasks.ts';

const siasn = (name: string) => path.resolve('test/data/siasn', name);

describe('people in the browser', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const browser = await withBrowser(app);
  await withJobs(test, peopleTasks(app));
  const account = city.officer.accountId;
  const at = (inner: string) => `/a/${city.code}${inner}`;

  const look = async (page: Page, name: string) => {
    await screenshot(page, `people-${name}`);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  };

  it('imports the national files: the open page follows by itself to the end', async () => {
    const page = await browser.open(at('/people/import'), { account });
    await page.setInputFiles('#units', siasn('siasn-hierarki-unor.xlsx'));
    await page.setInputFiles('#people', siasn('siasn-pegawai.xlsx'));
    await page.getByLabel('Tidak, hanya sebagian').check();
    await page.getByRole('button', { name: 'Unggah dan periksa' }).click();
    await page.getByRole('heading', { name: 'Hasil pemeriksaan', exact: true }).waitFor();
    await look(page, 'checked-desktop');
    await page.getByRole('link', { name: /Pegawai: ditambah/ }).click();
    await page.getByRole('cell', { name: 'Sekretariat Daerah' }).first().waitFor();
    await page.getByRole('button', { name: 'Terapkan', exact: true }).click();
    await page.getByRole('heading', { name: 'Impor selesai' }).waitFor();
    await look(page, 'done-desktop');
    await page.getByRole('link', { name: 'Tetapkan pejabat penilai' }).click();
    await page.getByRole('button', { name: /Terima semua 1\.\d+ usul yang siap/ }).click();
    await page.getByText(/pejabat penilai ditetapkan\./).waitFor();
    await look(page, 'appraisers-desktop');
    await page.context().close();
  });

  it('walks the same way on a phone without a script', async () => {
    const page = await browser.open(at('/people/import'), { account, size: 'phone', script: false });
    await page.setInputFiles('#people', {
      name: 'pegawai.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'NIP;Nama;Kode unit;Jabatan\n198001012005011009;Budi Baru;PUSKESMAS-CONTOH;Perawat\n1;Ani;X;Y\n',
      ),
    });
    await page.getByLabel('Tidak, hanya sebagian').check();
    await page.getByRole('button', { name: 'Unggah dan periksa' }).click();
    await page.getByRole('heading', { name: 'Hasil pemeriksaan', exact: true }).waitFor({ timeout: 20_000 });
    await look(page, 'checked-phone-plain');
    await page.getByRole('button', { name: 'Terapkan', exact: true }).click();
    await page.getByRole('heading', { name: 'Impor selesai' }).waitFor({ timeout: 20_000 });
    await look(page, 'done-phone-plain');

    await page.goto(at(`/people/${city.stranger.id}/appraiser`));
    await page.getByLabel('Cari Pejabat penilai', { exact: true }).fill('sari wul');
    await page.getByRole('button', { name: 'Cari' }).first().click();
    await page.getByLabel(/Sari Wulandari/).check();
    await look(page, 'change-phone-plain');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Pejabat penilai ditetapkan.').waitFor();
    expect(await page.textContent('#appraisers')).toContain('Sari Wulandari');
    await page.context().close();
  });

  it('assigns another appraiser to several at once, with all boxes by one button', async () => {
    const page = await browser.open(at('/people/appraisers?tab=all&q=perawat'), { account });
    await page.getByRole('button', { name: 'Pilih semua di halaman ini' }).click();
    const chosen = await page.locator('input[name="person"]:checked').count();
    expect(chosen).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Tetapkan penilai lain untuk yang dipilih' }).click();
    await page.getByRole('heading', { name: `Untuk ${chosen} pegawai` }).waitFor();
    await page.getByLabel('Cari Pejabat penilai', { exact: true }).fill('walikota');
    // Only the frame around the form changes: the address stays.
    const before = page.url();
    await page.getByRole('button', { name: 'Cari' }).first().click();
    await page
      .getByLabel(/Walikota Contoh/)
      .first()
      .check();
    expect(page.url()).toBe(before);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText(`${chosen} pejabat penilai ditetapkan.`).waitFor();
    await page.context().close();
  });

  it('is good to look at on every size and theme', async () => {
    await app.post(city.employee.accountId, at('/appraiser/flags'), { note: 'Seharusnya Kepala Dinas.' });
    const pages = {
      list: '/people',
      person: `/people/${city.employee.id}`,
      new: '/people/new?unitIdQuery=dinas',
      acting: `/people/${city.head.id}/acting?unitIdQuery=pendidikan`,
      appraisers: '/people/appraisers?tab=all',
      own: '/appraiser',
      units: '/units',
      found: '/units?q=kesehatan',
      roles: '/roles?personIdQuery=sari',
      import: '/people/import',
    };
    for (const [size, theme] of [
      ['phone', 'dark'],
      ['desktop', 'light'],
      ['phone', 'light'],
      ['desktop', 'dark'],
    ] as const) {
      const profile = await browser.profile({ account, size, theme });
      const page = await profile.newPage();
      for (const [name, inner] of Object.entries(pages)) {
        await page.goto(at(inner), { waitUntil: 'load' });
        await look(page, `${name}-${size}-${theme}`);
      }
      await profile.close();
    }
  });

  it('types into the filter and sees the list change in place', async () => {
    const page = await browser.open(at('/people'), { account });
    await page.getByLabel('Nama, NIP, atau jabatan').fill('rina nov');
    await page.getByText('1 orang').waitFor();
    expect(await page.locator('#people-list').textContent()).toContain('Rina Novita');
    expect(page.url()).toContain('q=rina');
    await page.context().close();
  });
});
