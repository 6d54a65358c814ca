import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { testApp } from '../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { harsh, lookCity, lookIn } from './second-looks.fixture.ts';

describe('second looks in the browser', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await lookCity(test, app);
  const browser = await withBrowser(app);
  const look = async (page: Page, name: string) => {
    await screenshot(page, `second-looks-${name}`);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  };
  const period = city.at(`/periods/${city.periodId}/second-looks`);

  it('are drawn by an officer and an auditor, given on a phone without a script, and compared', async () => {
    const officer = await browser.open(period, { account: city.officer.accountId });
    await officer.getByRole('button', { name: 'Siapkan undian' }).click();
    await officer.getByText('Daftar undian dibekukan.').waitFor();
    const secret = await officer.getByLabel('Rahasia', { exact: true }).inputValue();
    await look(officer, 'commit-desktop');
    await officer.getByRole('button', { name: 'Catat komitmen' }).click();
    await officer.getByText('Komitmen dicatat.').waitFor();

    const auditor = await browser.open(period, {
      account: city.auditor.accountId,
      size: 'phone',
      theme: 'dark',
      script: false,
    });
    await auditor.getByLabel('Rahasia', { exact: true }).fill('rahasia dari inspektorat kota');
    await auditor.getByRole('button', { name: 'Catat komitmen' }).click();
    await look(auditor, 'reveal-phone-dark');
    await auditor.getByLabel('Rahasia', { exact: true }).fill('rahasia dari inspektorat kota');
    await auditor.getByRole('button', { name: 'Buka rahasia' }).click();
    await auditor.context().close();

    await officer.goto(period);
    await officer.getByLabel('Rahasia', { exact: true }).fill(secret);
    await officer.getByRole('button', { name: 'Buka rahasia' }).click();
    await officer.getByText('Periksa sendiri').waitFor();
    await officer.getByRole('button', { name: 'Minta semua usulan teratas' }).click();
    await officer.getByText('1 penilai kedua diminta.').waitFor();
    await look(officer, 'drawn-desktop');

    const path = city.at(`/second-looks/${(await lookIn(city)).id}`);
    const second = await browser.open(path, { account: city.mayor.accountId, size: 'phone', script: false });
    await look(second, 'form-phone');
    await second.context().close();
    const given = await app.post(city.mayor.accountId, `${path}/form`, {
      ...city.fields(harsh()),
      revision: '0',
      step: 'give',
    });
    if (given.status !== 303) throw new Error(`the form was refused: ${given.status}`);

    const superior = await browser.open(path, { account: city.head.accountId, size: 'phone' });
    await superior.getByRole('textbox', { name: 'Pertimbangan atasan penilai' }).fill('Penilai diarahkan.');
    await look(superior, 'note-phone');
    await superior.getByRole('button', { name: 'Catat pertimbangan' }).click();
    await superior.getByText('Penilai diarahkan.').waitFor();
    await superior.context().close();
    const own = await browser.open(path, { account: city.employee.accountId, size: 'phone', theme: 'dark' });
    await own.getByText('berbeda kategori').waitFor();
    await look(own, 'own-phone-dark');
    await own.context().close();
    await officer.goto(path);
    await look(officer, 'compare-desktop');
    await officer.context().close();
  });
});
