import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { expectNoAxeViolations, screenshot, withBrowser } from '../../../../test/support/browser.ts';
import { withJobs } from '../../../../test/support/jobs.ts';
import { attendanceTask } from '../attendance/index.ts';
import { measurementStage } from '../measurements.fixture.ts';

it('a late day is found on a phone, contested with proof, accepted, and the number changes', async () => {
  const { app, test, prepared, nipOf } = await measurementStage();
  const city = await prepared();
  await withJobs(test, [attendanceTask({ files: app.files, schemes: schemeStore() })]);
  const browser = await withBrowser(app);
  const look = async (page: Page, name: string) => {
    await expectNoAxeViolations(page);
    await screenshot(page, name);
  };

  // The officer uploads the log of the machine and says whose the numbers are.
  const office = await browser.open(`/a/${city.code}/attendance`, { account: city.officer.accountId });
  await look(office, 'attendance-start');
  await office.setInputFiles('input[name=file]', {
    name: 'attlog.dat',
    mimeType: 'application/octet-stream',
    buffer: readFileSync('test/data/attendance/attlog.dat'),
  });
  await office.getByRole('button', { name: 'Periksa berkas' }).click();
  await office.getByRole('heading', { name: 'Nomor yang belum dikenal (3)' }).waitFor({ timeout: 30_000 });
  await look(office, 'attendance-unknown');
  await office.fill('#pin-1', await nipOf(city, city.employee.id));
  await office.getByRole('button', { name: 'Simpan dan periksa ulang' }).click();
  await office.getByRole('button', { name: 'Catat 1 pegawai' }).waitFor({ timeout: 30_000 });
  await office.getByRole('link', { name: 'Rina Novita' }).click();
  await office.getByText('Hadir, terlambat 22 menit').first().waitFor();
  await look(office, 'attendance-checked');
  await office.getByRole('button', { name: 'Catat 1 pegawai' }).click();
  await office.getByRole('heading', { name: 'Presensi dicatat' }).waitFor({ timeout: 30_000 });

  // The employee looks at the month on the phone and contests the late day.
  const phone = await browser.open(
    `/a/${city.code}/appraisals/${city.participants.employee}/attendance?month=2026-01`,
    { account: city.employee.accountId, size: 'phone' },
  );
  await look(phone, 'attendance-month-phone');
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await phone.getByRole('link', { name: '6 Januari 2026' }).click();
  await phone.getByText('Terlambat 22 menit: dikurangi 0,5.').first().waitFor();
  await look(phone, 'attendance-day-phone');
  await phone.getByLabel('Saya hadir').check();
  await phone.fill('#timeIn', '07.25');
  await phone.fill('#timeOut', '16.00');
  await phone.fill('#reason', 'Mesin mati; lihat foto daftar hadir manual.');
  await phone.setInputFiles('input[name=files]', {
    name: 'daftar.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]),
  });
  await phone.getByRole('button', { name: 'Kirim sanggahan' }).click();
  await phone.getByText('Menunggu keputusan').first().waitFor();
  await look(phone, 'attendance-contested-phone');

  // The officer decides; the number changes.
  await office.goto(`/a/${city.code}/contests`);
  await look(office, 'contests');
  await office.getByRole('link', { name: 'Rina Novita' }).click();
  await office.getByText('daftar.jpg').waitFor();
  await look(office, 'contest');
  await office.getByRole('button', { name: 'Terima dan perbaiki datanya' }).click();
  await office.getByText('Sanggahan diterima').first().waitFor();
  await phone.reload();
  await phone.getByText('Hadir tepat waktu: tidak ada pengurangan.').first().waitFor();
  await phone.goto(`/a/${city.code}/appraisals/${city.participants.employee}/measurements`);
  await phone.getByText('Diperbaiki: 6 Januari 2026').first().waitFor();
  await look(phone, 'measurements-phone');
  for (const part of ['letters', 'numbers', 'calendar'])
    for (const size of ['desktop', 'phone'] as const) {
      const page = await browser.open(`/a/${city.code}/attendance/${part}`, {
        account: city.officer.accountId,
        size,
        theme: size === 'phone' ? 'dark' : 'light',
      });
      await look(page, `attendance-${part}-${size}`);
      await page.context().close();
    }
}, 180_000);
