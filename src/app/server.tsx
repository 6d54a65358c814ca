/**
 * The web application: who asks, in which agency and language, then the routes of the features.
 * Everything below /a/:agency needs a signed-in person of that agency; whoever else asks learns nothing.
 */
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { type Agency, findActor, type Visit, type VisitEnv } from '#features/people/index.ts';
import { todayIn } from '#platform/clock/clock.ts';
import { NotFound } from '#platform/errors.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { serveAsset } from '#platform/web/assets.ts';
import { filePolicy } from '#platform/web/file-policy.ts';
import type { Chrome } from '#ui/layout.tsx';
import { agencyRoutes } from './agency-routes.tsx';
import { agencyChrome } from './chrome.ts';
import { compressed } from './compression.ts';
import { errorPage } from './error-page.tsx';
import { liveStream } from './live-stream.ts';
import { localeOf, savePreferences, themeOf } from './preferences.ts';
import { publicRoutes } from './public-routes.tsx';
import type { Services } from './services.ts';

/** Environment of public routes: the frame of the page is known, a person is not. */
export type PublicEnv = { Variables: { chrome: Chrome; requestId: string } };

export function createApp(services: Services): Hono<PublicEnv> {
  const app = new Hono<PublicEnv>();
  app.get('/healthz', async (c) => {
    await services.database.shared.selectFrom('agencies').select('id').limit(1).execute();
    return c.text('ok');
  });
  app.get('/assets/:name', serveAsset);
  app.use(filePolicy());
  app.use(securityHeaders());
  app.use(compressed());
  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    c.set('chrome', await publicChrome(c, services));
    await withLocale(localeOf(c), next);
  });
  // After the frame of the page is known, so that a refusal is a page too. Old browsers behind a proxy that ends
  // TLS send only the origin they see, which is the configured one.
  app.use(
    csrf({
      origin: (origin, c) => origin === new URL(c.req.url).origin || origin === services.accounts.baseUrl,
    }),
  );
  app.post('/preferences', savePreferences);
  app.route('/', publicRoutes(services));
  app.route('/a/:agency', insideAgency(services));
  app.notFound((c) => {
    const visit = (c as unknown as Context<VisitEnv>).get('visit') as Visit | undefined;
    return withLocale(localeOf(c), () => errorPage(c, visit?.chrome ?? c.var.chrome, new NotFound(), ''));
  });
  app.onError((error, c) => {
    const requestId = c.var.requestId ?? '';
    const visit = (c as unknown as Context<VisitEnv>).get('visit') as Visit | undefined;
    const response = withLocale(localeOf(c), () =>
      errorPage(c, visit?.chrome ?? c.var.chrome, error, requestId.slice(0, 8)),
    );
    if (response.status === 500)
      services.log.error({ err: error, requestId, path: c.req.routePath }, 'request failed');
    return response;
  });
  return app;
}

function insideAgency(services: Services): Hono<VisitEnv & PublicEnv> {
  const inside = new Hono<VisitEnv & PublicEnv>();
  inside.use(async (c, next) => {
    const signedIn = await services.accounts.identify(c.req.raw.headers);
    if (!signedIn) {
      if (c.req.method !== 'GET') return c.redirect('/sign-in', 303);
      return c.redirect(`/sign-in?back=${encodeURIComponent(new URL(c.req.url).pathname)}`, 303);
    }
    const agency = await findAgency(services, c.req.param('agency') ?? '');
    if (!agency) throw new NotFound();
    const db = services.database.forAgency(agency.id);
    const now = services.clock();
    const visit = await db.read(async (tx) => {
      const actor = await findActor(tx, signedIn.accountId);
      if (!actor) return undefined;
      const path = (inner: string) => `/a/${agency.code}${inner}`;
      const today = todayIn(agency.zone, now);
      const chrome = await agencyChrome(tx, { base: c.var.chrome, agency, actor });
      return { agency, actor, db, today, now, chrome, path } satisfies Visit;
    });
    if (!visit) throw new NotFound();
    c.set('visit', visit);
    await next();
  });
  inside.get('/live', (c) => liveStream(c, services.live, c.var.visit));
  inside.route('/', agencyRoutes(services));
  return inside;
}

async function publicChrome(c: Context, services: Services): Promise<Chrome> {
  const message = getCookie(c, 'flash');
  if (message && c.req.method === 'GET' && c.req.header('x-sec-purpose') !== 'prefetch')
    deleteCookie(c, 'flash', { path: '/' });
  return {
    assets: services.assets,
    theme: themeOf(c),
    here: new URL(c.req.url).pathname,
    nav: [],
    flash: message ? decodeURIComponent(message) : undefined,
  };
}

async function findAgency(services: Services, code: string): Promise<Agency | undefined> {
  const row = await services.database.shared
    .selectFrom('agencies')
    .select(['id', 'code', 'name', 'zone', 'is_sample'])
    .where('code', '=', code)
    .executeTakeFirst();
  return row && { id: row.id, code: row.code, name: row.name, zone: row.zone, isSample: row.is_sample };
}

function securityHeaders() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // Turbo's progress bar and the plots' SVG carry style attributes.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    // TLS belongs to the proxy in front; a laptop in an office has none.
    strictTransportSecurity: false,
  });
}
