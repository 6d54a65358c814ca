/** People at browsers of their own, who find their way by the words on the pages. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, type TestContext } from 'vitest';
import { screenshot } from '../support/browser.ts';
import { launchChromium } from '../support/chromium.ts';

const ACTION_TIME_MS = 20_000;
const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } } as const;

export interface Somebody {
  readonly page: Page;
  /** A second tab of the same browser. */
  tab(): Promise<Page>;
  /** What went wrong in the browser's console. */
  readonly complaints: readonly string[];
}

export interface World {
  /** Somebody who has not been here before, in a profile of their own. */
  meet(size: keyof typeof SIZES): Promise<Somebody>;
}

export async function openWorld(address: string): Promise<World> {
  const browser = await launchChromium();
  afterAll(() => browser.close());
  return { meet: (size) => meet(browser, address, size) };
}

async function meet(browser: Browser, address: string, size: keyof typeof SIZES): Promise<Somebody> {
  const isPhone = size === 'phone';
  const context = await browser.newContext({
    baseURL: address,
    viewport: SIZES[size],
    hasTouch: isPhone,
    isMobile: isPhone,
    reducedMotion: 'reduce',
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  });
  context.setDefaultTimeout(ACTION_TIME_MS);
  const complaints: string[] = [];
  const tab = () => newTab(context, complaints);
  return { page: await tab(), tab, complaints };
}

async function newTab(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // A refused form is answered with 422, which Chromium reports as an error of the network.
    const isExpected = /status of 4(09|22)/.test(message.text());
    if (message.type() === 'error' && !isExpected) complaints.push(`${page.url()}: ${message.text()}`);
  });
  return page;
}

/** Steps of one story: after one has failed the others cannot be told. The failure says what the pages said. */
export function story(
  everybody: readonly Somebody[],
): (tell: () => Promise<void>) => (context: TestContext) => Promise<void> {
  let hasFailed = false;
  return (tell) => async (context) => {
    if (hasFailed) return context.skip();
    try {
      await tell();
    } catch (error) {
      hasFailed = true;
      for (const [index, { page }] of everybody.entries()) await screenshot(page, `failed-story-${index}`);
      const pages = everybody.map(async ({ page }) => `${page.url()}\n${(await told(page)).slice(0, 1200)}`);
      throw new Error(`${error}\n\n${(await Promise.all(pages)).join('\n\n')}`, { cause: error });
    }
  };
}

/** The text of the main part, in one line. */
export async function told(page: Page): Promise<string> {
  const text = await page.evaluate(() => document.querySelector('main')?.textContent ?? '');
  return text.replace(/\s+/g, ' ');
}
