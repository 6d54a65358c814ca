/**
 * Every page of every role, on a phone and a desk, in light and dark, in both languages. A page that is added to the
 * navigation is looked at without a line here; others take one line in `pages`.
 */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { rules } from '#domain/rules/index.ts';
import { paperTasks } from '#features/papers/index.ts';
import { peopleTasks } from '#features/people/index.ts';
import { testApp } from '../support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../support/browser.ts';
import { testDatabase } from '../support/database.ts';
import { withJobs } from '../support/jobs.ts';
import { createLivedInCity } from '../support/lived-in-city.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };
/** What stands in a page only when something went wrong in drawing it. */
const SPOILT = /\{[a-zA-Z]+\}|\bundefined\b|\bNaN\b|\[object |\bnull\b|Invalid Date/;
/** Words of the frame and of buttons; in an English page they would be forgotten ones. */
const INDONESIAN =
  /\b(Beranda|Simpan|Kembali|Batal|Pegawai|Periode|Kinerja saya|Pejabat penilai|Belum ada)\b/;

describe('every page', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createLivedInCity(test, app);
  const browser = await withBrowser(app);
  const appraisal = (who: keyof typeof city.participants) => `/appraisals/${city.participants[who]}`;
  const employee = appraisal('employee');
  const { rows: placements } = await test.owner.query<{ placement_id: string }>(
    'select placement_id from participants where id = $1',
    [city.participants.colleague],
  );

  beforeAll(async () => {
    const jobs = await withJobs(test, [
      ...peopleTasks({ files: app.files }),
      ...paperTasks({ files: app.files, schemes: schemeStore() }),
    ]);
    await vi.waitFor(
      async () => {
        const { rows } = await test.owner.query<{ open: number }>(
          `select count(*)::int as open from runs where state in ('waiting', 'running')`,
        );
        expect(rows[0]?.open).toBe(0);
      },
      { timeout: 50_000, interval: 200 },
    );
    await jobs.stop();
  });

  const pages: Readonly<Record<string, readonly string[]>> = {
    employee: [
      '',
      '/mine/periods',
      '/mine/record',
      '/notifications',
      '/appraiser',
      `${employee}/plan`,
      `${employee}/progress`,
      `${employee}/progress/${city.indicatorId}`,
      `${employee}/progress/entries/${city.entryId}/withdrawal`,
      `${employee}/progress/entries/${city.entryId}/evidence`,
      `${employee}/progress/new`,
      `${employee}/feedback`,
      `${employee}/check-ins/${city.checkpointIds[0]}`,
      `${employee}/evaluation`,
      `${employee}/result`,
      `${employee}/papers`,
      '/schemes/permenpanrb-6-2022/1',
      `/schemes/${city.schemeId}/1`,
      `/schemes/${city.schemeId}/1/practice`,
      `/schemes/${city.schemeId}/1/compare/sawahlunto-kinerja/1`,
      `/scheme-drafts/${city.draftId}/page`,
      '/scheme-drafts',
      `/scheme-drafts/${city.draftId}`,
      '/nowhere',
    ],
    colleague: [
      '',
      `${appraisal('colleague')}/plan`,
      `${appraisal('colleague')}/evaluation`,
      `${employee}/feedback`,
    ],
    stranger: [
      '',
      `${appraisal('stranger')}/plan`,
      `${appraisal('stranger')}/plan/edit`,
      `${appraisal('stranger')}/progress`,
      `${appraisal('stranger')}/evaluation`,
      `${appraisal('stranger')}/result`,
      `${appraisal('stranger')}/papers`,
    ],
    appraiser: [
      '',
      '/team',
      '/team/plans',
      '/team/progress',
      `${appraisal('appraiser')}/plan/matrix`,
      `${appraisal('colleague')}/plan`,
      `${appraisal('colleague')}/progress`,
      `${appraisal('colleague')}/evaluation`,
      `${employee}/check-ins/${city.checkpointIds[2]}`,
      `${employee}/feedback`,
      `${employee}/evaluation`,
      `${employee}/result`,
      '/papers',
    ],
    head: ['', '/team', `${employee}/result`, `/organisation/units/${city.units.clinic}`],
    officer: [
      '',
      '/organisation',
      `/organisation?unit=${city.units.health}`,
      '/organisation/late?step=rating',
      `/organisation/units/${city.units.health}`,
      '/people',
      '/people?q=tidak-ada',
      `/people/${city.employee.id}`,
      `/people/${city.employee.id}/acting?unitIdQuery=dinas`,
      `/people/${city.employee.id}/appraiser?appraiserIdQuery=budi`,
      '/people/new',
      '/people/appraisers',
      '/people/appraisers?tab=all',
      `/people/appraisers/assignment?person=${city.employee.id}`,
      '/people/import',
      `/people/import/${city.importId}`,
      '/people/invitations',
      '/units',
      '/roles?personIdQuery=a',
      '/periods',
      '/periods/new',
      `/periods/${city.periodId}`,
      `/periods/${city.periodId}/edit`,
      `/periods/${city.periodId}/preflight`,
      `/periods/${city.periodId}/participants`,
      `/periods/${city.periodId}/changes`,
      `/periods/${city.periodId}/closing`,
      `/periods/${city.periodId}/exclusions/new?placement=${placements[0]?.placement_id}`,
      '/scheme-drafts',
      '/scheme-drafts/new',
      ...[
        '',
        '/guided',
        '/guided/components',
        '/guided/component.perilaku',
        '/guided/weights',
        '/guided/thresholds',
      ]
        .concat([
          '/guided/gates',
          '/guided/voices',
          '/guided/steps',
          '/guided/openness',
          '/guided/indicators',
        ])
        .concat(['/yaml', '/revisions', '/revisions/1?against=base', '/adoption'])
        .map((inside) => `/scheme-drafts/${city.draftId}${inside}`),
      '/schemes/jambi-adil-terbuka/1/adoption',
      '/papers',
      '/papers/head',
      `/papers/runs/${city.bundleId}`,
      '/fairness',
      ...['', '/run', '/settings', '/groups'].map((inside) => `/fairness/${city.periodId}${inside}`),
      '/fairness/reports',
      '/fairness/attributes',
    ],
    unitOfficer: ['', '/organisation', '/people', '/people/appraisers', '/periods'],
    mayor: ['', '/organisation', '/team'],
    auditor: ['', '/record', `/record?person=${city.employee.id}`],
    nobody: [
      '/',
      '/sign-in',
      '/sign-in/forgotten',
      '/invitations',
      '/rules',
      ...rules.map(({ name }) => `/rules/${name}`),
    ],
  };

  /** Opens a page and looks at it in all ways; returns what is wrong. */
  const lookAt = async (page: Page, account: string | null, address: string, name: string) => {
    const faults: string[] = [];
    const complaints: string[] = [];
    const hear = (text: string) => complaints.push(text);
    const onError = (error: Error) => hear(error.message);
    const onConsole = (message: { type(): string; text(): string }) => {
      // The page that is not there is asked for on purpose.
      if (message.type() === 'error' && !address.endsWith('/nowhere')) hear(message.text());
    };
    page.on('pageerror', onError);
    page.on('console', onConsole);
    const fault = async (check: () => Promise<void>) =>
      check().catch((error: Error) => faults.push(`${address}: ${error.message.slice(0, 1500)}`));
    await page.goto(address, { waitUntil: 'load' });
    if (new URL(page.url()).pathname === '/sign-in' && address !== '/sign-in')
      faults.push(`${address}: sign-in`);
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      // Buttons fade from one theme to the other; between the two nothing is readable.
      await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
      for (const [size, viewport] of [
        ['phone', PHONE],
        ['desktop', DESK],
      ] as const) {
        await page.setViewportSize(viewport);
        await fault(() => expectNoSidewaysScroll(page));
        await fault(() => expectCellsToHold(page));
        await screenshot(page, `${name}-${size}-${theme}`);
        if ((size === 'phone') === (theme === 'dark')) await fault(() => expectNoAxeViolations(page));
      }
    }
    await fault(async () => expect(await page.locator('h1').count(), 'headings of level 1').toBe(1));
    await fault(async () => expect(await page.locator('body').innerText()).not.toMatch(SPOILT));
    await fault(async () => expect(complaints).toEqual([]));
    await fault(async () => {
      const { pathname, search } = new URL(page.url());
      const english = await app.get(account, pathname + search, { cookie: 'locale=en' });
      const html = await english.text();
      expect(html).toMatch(/<html lang="en"/);
      const frame = html.replace(/<main[\s\S]*<\/main>/, '');
      const buttons = [...html.matchAll(/<(?:button|h1|label)\b[^>]*>([\s\S]*?)<\/(?:button|h1|label)>/g)];
      expect(`${frame} ${buttons.map((each) => each[1]).join(' ')}`.replace(/<[^>]+>/g, ' ')).not.toMatch(
        INDONESIAN,
      );
    });
    page.off('pageerror', onError);
    page.off('console', onConsole);
    return faults;
  };

  it.each(Object.entries(pages))('of %s is good to look at', { timeout: 420_000 }, async (role, listed) => {
    const account = role === 'nobody' ? null : city[role as 'employee'].accountId;
    const page = await (await browser.profile({ account })).newPage();
    const base = account ? `/a/${city.code}` : '';
    const wanted = new Set(listed.map((path) => `${base}${path}`));
    await page.goto([...wanted][0] ?? '/');
    const inNavigation = await page
      .locator('header nav a')
      .evaluateAll((links) => links.map((each) => each.getAttribute('href') ?? ''));
    for (const href of inNavigation) wanted.add(href);
    const faults: string[] = [];
    for (const [index, address] of [...wanted].entries()) {
      const short = address
        .replace(base, '')
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'x')
        .replaceAll(/[/?=&]+/g, '_');
      faults.push(
        ...(await lookAt(page, account, address, `${role}-${String(index).padStart(2, '0')}${short}`)),
      );
    }
    await page.context().close();
    expect(faults).toEqual([]);
  });

  it('of the first run is good to look at', async () => {
    const empty = await testApp(await testDatabase());
    const first = await withBrowser(empty);
    const page = await (await first.profile()).newPage();
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize(theme === 'dark' ? PHONE : DESK);
      await page.goto('/start?key=omong-kosong');
      await expectNoSidewaysScroll(page);
      await expectNoAxeViolations(page);
      await screenshot(page, `nobody-start-${theme}`);
    }
  });
});

/** What is wider than its cell lies upon the next one. */
async function expectCellsToHold(page: Page): Promise<void> {
  const bursting = await page
    .locator('main td, main tbody th')
    .evaluateAll((cells) =>
      cells
        .filter((cell) => cell.clientWidth > 0 && cell.scrollWidth > cell.clientWidth + 1)
        .map((cell) => cell.textContent),
    );
  expect(bursting, `cells of ${page.url()} that are too narrow`).toEqual([]);
}
