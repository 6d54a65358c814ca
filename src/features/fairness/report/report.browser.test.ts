import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
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
import { makeReport } from './job.ts';

describe('figures and the yearly report in the browser', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database);
  const fair = await fairnessStage(city);
  const browser = await withBrowser(app);
  const at = (inside: string) => `/a/${city.code}${inside}`;
  const look = async (page: Page, name: string) => {
    await screenshot(page, `fairness-${name}`);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  };

  it('an officer has figures computed and registers what holds', async () => {
    const officer = await browser.open(at('/fairness'), { account: city.officer.accountId });
    await look(officer, 'periods-desktop');
    await officer.goto(at(`/fairness/${fair.periodId}/run`));
    await officer.getByRole('button', { name: 'Hitung sekarang' }).click();
    await officer.getByText('Menunggu giliran').first().waitFor();
    await officer.getByRole('button', { name: 'Batalkan' }).click();
    await officer.getByText('Perhitungan dibatalkan.').waitFor();
    await officer.context().close();
    await fair.run();
    const phone = await browser.open(at(`/fairness/${fair.periodId}/settings`), {
      account: city.officer.accountId,
      size: 'phone',
      theme: 'dark',
      script: false,
    });
    await phone.getByLabel('Alasan').fill('Kesepakatan tim sebelum periode berikutnya.');
    await phone.getByRole('button', { name: 'Catat ketentuan' }).click();
    await phone.getByText('Diubah setelah hasil perhitungan terlihat').waitFor();
    await look(phone, 'settings-phone-dark');
    await phone.goto(at(`/fairness/${fair.periodId}/run`));
    await look(phone, 'run-phone-dark');
    await phone.context().close();
  });

  it('the report is made, worded, published and read by an employee on a phone', async () => {
    const id = newId();
    await app.post(city.officer.accountId, at('/fairness/reports'), { id, year: '2025' });
    await makeReport(city.db, { schemes: fair.schemes, files: app.files }, id);
    const officer = await browser.open(at(`/fairness/reports/${id}`), {
      account: city.officer.accountId,
      theme: 'dark',
    });
    await look(officer, 'report-draft-desktop-dark');
    await officer.getByLabel('Tanggapan instansi atas angka ini').fill('Keketatan penilai berbeda.');
    await officer.getByRole('button', { name: 'Umumkan kepada pegawai' }).click();
    await officer.getByText('Laporan diumumkan.').waitFor();
    await officer.context().close();
    const employee = await browser.open(at('/fairness/reports'), {
      account: city.employee.accountId,
      size: 'phone',
      script: false,
    });
    await look(employee, 'reports-phone');
    await employee
      .getByRole('link', { name: /Laporan keadilan penilaian 2025|Keadilan penilaian 2025/ })
      .click();
    await employee.getByText('Keketatan penilai berbeda.').waitFor();
    await look(employee, 'report-phone');
    await employee.context().close();
  });
});
