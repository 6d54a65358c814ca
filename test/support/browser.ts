/**
 * Pages in a real Chromium, on the sizes, themes and with or without the scripts that people have.
 *
 *   const app = await testApp(test);
 *   const browser = await withBrowser(app);
 *   const page = await browser.open(`/a/${city.code}`, { account: city.employee.accountId, size: 'phone' });
 *   await expectNoAxeViolations(page);
 *   await screenshot(page, 'home-employee-phone');
 *
 * Screenshots are written only when TERA_SCREENSHOTS names a folder.
 */
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { serve } from '@hono/node-server';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import type { TestApp } from './app.ts';
import { browserAssets } from './browser-assets.ts';
import { launchChromium } from './chromium.ts';

const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } } as const;

const scriptless = new WeakMap<BrowserContext, PageOptions>();

export interface PageOptions {
  /** Who is signed in; nobody when left out. */
  readonly account?: string | null;
  readonly size?: keyof typeof SIZES;
  readonly theme?: 'light' | 'dark';
  /** False for a browser that runs no script. */
  readonly script?: boolean;
  readonly locale?: 'id' | 'en';
}

export interface TestBrowser {
  /** Where the application listens, such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** Opens an address in a fresh browser profile. Close it with `page.context().close()` or leave it to the end. */
  open(address: string, options?: PageOptions): Promise<Page>;
  /** A fresh profile without a page, for several tabs of one person. */
  profile(options?: PageOptions): Promise<BrowserContext>;
}

/** Serves the application of a test on a real port and starts a browser; both end with the test file. */
export async function withBrowser({ app }: Pick<TestApp, 'app'>): Promise<TestBrowser> {
  const assets = await browserAssets();
  const server = serve({
    fetch: withAssets(assets, (request) => app.fetch(request)),
    port: 0,
    hostname: '127.0.0.1',
  });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const browser = await launchChromium();
  afterAll(async () => {
    await browser.close();
    // Open event streams would keep the server waiting.
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const profile = (options: PageOptions = {}) => newProfile(browser, origin, options);
  return {
    origin,
    profile,
    open: async (address, options) => {
      const page = await (await profile(options)).newPage();
      await page.goto(address, { waitUntil: 'load' });
      return page;
    },
  };
}

async function newProfile(browser: Browser, origin: string, options: PageOptions): Promise<BrowserContext> {
  const { account, size = 'desktop', theme = 'light', script = true, locale } = options;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: SIZES[size],
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    colorScheme: theme,
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
    timezoneId: 'Asia/Jakarta',
    ...(account ? { extraHTTPHeaders: { 'x-test-account': account } } : {}),
  });
  if (!script) scriptless.set(context, options);
  if (locale) await context.addCookies([{ name: 'locale', value: locale, url: origin }]);
  return context;
}

/** Tests name their assets plainly; these two answer for them, everything else is the application. */
function withAssets(
  assets: { style: string; script: string },
  app: (request: Request) => Response | Promise<Response>,
): (request: Request) => Response | Promise<Response> {
  return (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/assets/app.css') return asset(assets.style, 'text/css; charset=utf-8');
    if (pathname === '/assets/app.js') return asset(assets.script, 'text/javascript; charset=utf-8');
    return app(request);
  };
}

function asset(body: string, type: string): Response {
  return new Response(body, { headers: { 'content-type': type } });
}

/** WCAG 2.2 A and AA and good practice, in words that say what and where. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const options = scriptless.get(page.context());
  const checked = options ? await twinWithScripts(page, options) : page;
  // While Turbo is on its way to the next page, neither the one nor the other is there to be looked at.
  await checked.waitForFunction(() => !document.documentElement.hasAttribute('aria-busy'));
  await checked.evaluate(axe.source);
  const found = await checked.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    const { violations } = await checker.run();
    return violations.flatMap((each) =>
      each.nodes.map(
        (node) => `${each.id}: ${each.help}: ${node.target.join(' ')}: ${node.html.slice(0, 200)}`,
      ),
    );
  });
  if (checked !== page) await checked.context().close();
  if (found.length > 0) throw new Error(`axe on ${page.url()}:\n${found.join('\n')}`);
}

/** The checker is itself a script: it looks at the same document in a profile that runs the checker and no other. */
async function twinWithScripts(page: Page, options: PageOptions): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page belongs to no browser');
  const context = await newProfile(browser, new URL(page.url()).origin, { ...options, script: true });
  const body = await page.content();
  await context.route('**/*.js', (route) => route.abort());
  await context.route(page.url(), (route) =>
    route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  );
  const twin = await context.newPage();
  await twin.goto(page.url(), { waitUntil: 'load' });
  return twin;
}

interface AxeResults {
  violations: { id: string; help: string; nodes: { target: unknown[]; html: string }[] }[];
}

/** A page wider than its window makes people on phones scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [inner, whole] = await page.evaluate(() => [
    document.documentElement.clientWidth,
    document.documentElement.scrollWidth,
  ]);
  expect(whole, `width of ${page.url()}`).toBeLessThanOrEqual(inner ?? 0);
}

/** Keeps a picture of the whole page in the folder TERA_SCREENSHOTS, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.TERA_SCREENSHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
