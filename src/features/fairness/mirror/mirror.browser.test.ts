import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { compareWaiting } from '#features/second-looks/jobs.ts';
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
import { earlierPeriod, spreadOverMonths } from './mirror.fixture.ts';

describe('the mirror in the browser', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database);
  const stage = await fairnessStage(city, { state: 'open' });
  await compareWaiting(city.db, stage.schemes);
  await spreadOverMonths(city.db, stage.periodId);
  const runId = await stage.run();
  await earlierPeriod(city.db, runId, { raterId: stage.severe.id, severity: 3 });
  const browser = await withBrowser(app);
  const at = (inside: string) => `/a/${city.code}${inside}`;
  const look = async (page: Page, name: string) => {
    await screenshot(page, `mirror-${name}`);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  };

  it('is read on a phone and on a desk, in both themes', async () => {
    for (const who of ['severe', 'halo', 'island'] as const)
      for (const [size, theme] of [
        ['phone', 'light'],
        ['desktop', 'dark'],
      ] as const) {
        const account = stage[who].accountId;
        const page = await browser.open(at('/fairness/mirror'), { account, size, theme });
        // Tables beside the plots are part of the page too.
        await page.evaluate(() => {
          for (const each of document.querySelectorAll('main details')) each.setAttribute('open', '');
        });
        await look(page, `${who}-${size}-${theme}`);
        await page.context().close();
      }
  });

  it('asks before ratifying, without a script, and leads back', async () => {
    const [first] = stage.staff.get(stage.halo.id) ?? [];
    if (!first) throw new Error('the stage has staff');
    for (const [inside, name] of [
      ['', 'home-phone'],
      ['/team', 'team-phone'],
    ] as const) {
      const account = stage.halo.accountId;
      const around = await browser.open(at(inside), { account, size: 'phone' });
      await around.getByRole('link', { name: /[Cc]ermin penilaian/ }).waitFor();
      await look(around, name);
      await around.context().close();
    }
    const page = await browser.open(at(`/appraisals/${first.participantId}/result`), {
      account: stage.halo.accountId,
      size: 'phone',
      theme: 'dark',
      script: false,
    });
    await page.getByRole('button', { name: 'Sahkan hasil ini' }).click();
    await page.getByRole('heading', { name: 'Sebelum mengesahkan: jelaskan pola ini' }).waitFor();
    await look(page, 'answers-phone-dark');
    for (const field of await page.getByRole('textbox').all())
      await field.fill('Tim ini memang merata; setiap butir saya timbang dengan buktinya.');
    await page.getByRole('button', { name: 'Kirim dan kembali ke hasil' }).click();
    await page.getByText('Silakan sahkan hasilnya.').waitFor();
    await page.getByRole('button', { name: 'Sahkan hasil ini' }).click();
    await page.getByText('disahkan').first().waitFor();
    await page.context().close();
  });
});
