import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { computeRun } from './job.ts';
import { addDraft } from './laboratory.fixture.ts';

const test = await testDatabase();
const app = await testApp(test);
const city = await createCity(test.database);
const browser = await withBrowser(app);

const look = async (page: Page, name: string) => {
  await screenshot(page, `laboratory-${name}`);
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
};

it('a scheme is tried on invented people without a script, and read on a phone', {
  timeout: 180_000,
}, async () => {
  const draftId = newId();
  await addDraft(city, draftId, 'discussion');
  const home = `/a/${city.code}/laboratory`;
  const officer = await browser.open(home, { account: city.officer.accountId, script: false });
  await look(officer, 'empty-desktop');
  await officer.getByRole('link', { name: 'Simulasi baru' }).first().click();
  await look(officer, 'new-desktop');
  await officer.getByRole('link', { name: 'Banyak gangguan sekaligus' }).click();
  await officer
    .getByLabel('Skema', { exact: true })
    .selectOption({ label: 'Penilaian Adil dan Terbuka Kota Jambi (versi 1)' });
  await officer.getByLabel('Bandingkan langsung').selectOption({ index: 2 });
  await officer.getByLabel('Nama simulasi').fill('Jambi, banyak gangguan');
  await officer.getByLabel('Pegawai', { exact: true }).fill('120');
  await officer.getByLabel('Perbedaan keketatan').fill('120');
  await officer.getByRole('button', { name: 'Jalankan simulasi' }).click();
  await officer.getByText('belum selesai').waitFor();
  await look(officer, 'unfinished-desktop');
  const { rows } = await test.owner.query(
    'select id, beside_id from laboratory_runs order by beside_id nulls first',
  );
  const [first, second] = rows.map(({ id }) => String(id));

  await officer.goto(`${home}/${first}`);
  await look(officer, 'waiting-desktop');
  for (const id of [first, second]) await computeRun(city.db, schemeStore(), id ?? '');
  await officer.goto(`${home}/${first}/compare?with=${second}`);
  await look(officer, 'compare-desktop');
  await officer.goto(`${home}/${first}`);
  expect(await officer.locator('body').innerText()).toContain('Dari setiap 100 pegawai rekaan');
  await look(officer, 'run-desktop');
  await officer.context().close();

  const phone = { account: city.employee.accountId, size: 'phone', script: false } as const;
  for (const [name, address] of [
    ['list', home],
    ['new', `${home}/new?subject=draft:${draftId}`],
    ['run', `${home}/${first}`],
    ['compare', `${home}/${first}/compare?with=${second}`],
  ] as const)
    for (const theme of ['dark', 'light'] as const) {
      const page = await browser.open(address, { ...phone, theme });
      await look(page, `${name}-phone-${theme}`);
      const closed = page.locator('main details:not([open]) > summary');
      while ((await closed.count()) > 0) await closed.last().click();
      await look(page, `${name}-phone-${theme}-open`);
      await page.context().close();
    }
  const dark = await browser.open(`${home}/${first}`, {
    account: city.officer.accountId,
    theme: 'dark',
    locale: 'en',
  });
  await look(dark, 'run-desktop-dark-en');
});
