import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { testApp } from '../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { declared, household } from './conflicts.fixture.ts';
import { lookAtAgency } from './jobs.ts';

describe('conflicts of interest in the browser', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const browser = await withBrowser(app);
  const at = (inside: string) => `/a/${city.code}${inside}`;
  const look = async (page: Page, name: string) => {
    await screenshot(page, `conflicts-${name}`);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  };

  it('are declared on a phone without a script, commented on, and decided on at a desk', async () => {
    const own = await browser.open(at('/conflicts/mine'), {
      account: city.employee.accountId,
      size: 'phone',
      script: false,
    });
    await own.getByLabel('Dengan siapa').selectOption({ index: 1 });
    await own.getByLabel('Perselisihan').check();
    await own.getByLabel('Sejak').fill('2025-02-03');
    await own.getByLabel('Keterangan singkat').fill('Sengketa batas tanah yang belum selesai.');
    await look(own, 'mine-phone');
    await own.getByRole('button', { name: 'Nyatakan' }).click();
    await own.getByText('Pernyataan Anda tercatat.').waitFor();
    await look(own, 'declaration-phone');
    await own.context().close();

    const appraiser = await browser.open(at('/conflicts/mine'), {
      account: city.appraiser.accountId,
      theme: 'dark',
    });
    await look(appraiser, 'mine-dark');
    await appraiser.getByRole('link', { name: 'Rina Novita dan' }).click();
    await appraiser.getByRole('textbox', { name: 'Tanggapan Anda' }).fill('Sengketa itu sudah didamaikan.');
    await appraiser.getByRole('button', { name: 'Kirim tanggapan' }).click();
    await appraiser.getByText('Tanggapan Anda tercatat.').waitFor();
    await appraiser.context().close();

    const officer = await browser.open(at('/conflicts'), { account: city.officer.accountId });
    await officer.getByRole('link', { name: 'Rina Novita dan' }).click();
    await look(officer, 'check-desktop');
    await officer.getByRole('button', { name: 'Konfirmasi' }).click();
    await officer.getByText('Tersimpan.').waitFor();
    await officer.context().close();
  });

  it('are found and decided on by an officer', async () => {
    await city.db.write(async (tx) => {
      await declared(tx, { rater: city.head, ratee: city.stranger, kind: 'business' });
      await household(tx, city, [
        { person: city.appraiser, card: 'a' },
        { person: city.colleague, card: 'a' },
      ]);
    });
    await lookAtAgency(city.db, schemeStore(), 'Asia/Jakarta');
    const desk = await browser.open(at('/conflicts'), { account: city.officer.accountId });
    await look(desk, 'list-desktop');
    await desk.getByRole('link', { name: 'Dewi Lestari' }).click();
    await look(desk, 'case-desktop');
    await desk.getByLabel('Alasan').first().fill('Satu kartu keluarga.');
    await desk.getByRole('button', { name: 'Ganti penilai mulai hari ini' }).click();
    await desk.getByText('Penilai diganti: Sari Wulandari').waitFor();
    await look(desk, 'case-settled');
    await desk.context().close();
    const phone = await browser.open(at('/conflicts?tab=appraisals'), {
      account: city.officer.accountId,
      size: 'phone',
      theme: 'dark',
    });
    await look(phone, 'list-phone-dark');
    await phone.goto(at('/conflicts/households'));
    await look(phone, 'households-phone');
    await phone.goto(at('/conflicts/declarations?raterIdQuery=Sari'));
    await look(phone, 'officer-form-phone');
    await phone.goto(at(`/appraisals/${city.participants.employee}/conflicts`));
    await look(phone, 'appraisal-phone');
    expect(await phone.title()).toContain('Benturan kepentingan');
    await phone.context().close();
  });
});
