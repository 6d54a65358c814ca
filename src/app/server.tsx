/**
 * The web application: who asks, in which agency and language, then the routes of the features.
 * Everything below /a/:agency needs a signed-in person of that agency; whoever else asks learns nothing.
 */
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import type { Visit, VisitEnv } from '#features/people/index.ts';
import { todayIn } from '#platform/clock/clock.ts';
import { NotFound } from '#platform/errors.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { serveAsset } from '#platform/web/assets.ts';
import { filePolicy } from '#platform/web/file-policy.ts';
import type { Chrome } from '#ui/layout.tsx';
import { agencyFinder } from './agencies.ts';
import { agencyRoutes } from './agency-routes.tsx';
import { agencyChrome } from './chrome.ts';
import { compressed } from './compression.ts';
import { errorPage } from './error-page.tsx';
import { liveStream } from './live-stream.ts';
import { localeOf, savePreferences, themeOf } from './preferences.ts';
import { publicRoutes } from './public-routes.tsx';
import type { Services } from './services.ts';
import { findVisitor } from './visitor.ts';

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
    c.set('chrome', publicChrome(c, services));
    await withLocale(localeOf(c), next);
    forgetFlash(c, c.var.chrome.flash);
  });
  app.use(async (c, next) => {
    // No page has such an address, and the database has no such text.
    if (c.req.url.includes('%00')) throw new NotFound();
    await next();
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
    const chrome = frameOf(c, services);
    return withLocale(localeOf(c), () => errorPage(c, chrome, new NotFound(), ''));
  });
  app.onError((error, c) => {
    const requestId = c.var.requestId ?? '';
    const chrome = frameOf(c, services);
    const response = withLocale(localeOf(c), () => errorPage(c, chrome, error, requestId.slice(0, 8)));
    if (response.status === 500)
      services.log.error({ err: error, requestId, path: c.req.routePath }, 'request failed');
    return response;
  });
  return app;
}

/** The frame for a refusal: that of the agency to whoever is known there. An asset fails before any is known. */
function frameOf(c: Context<PublicEnv>, services: Services): Chrome {
  const visit = (c as unknown as Context<VisitEnv>).get('visit') as Visit | undefined;
  return visit?.chrome ?? c.get('chrome') ?? publicChrome(c, services);
}

function insideAgency(services: Services): Hono<VisitEnv & PublicEnv> {
  const findAgency = agencyFinder(services.database);
  const inside = new Hono<VisitEnv & PublicEnv>();
  inside.use(async (c, next) => {
    const signedIn = await services.accounts.identify(c.req.raw.headers);
    if (!signedIn) {
      if (c.req.method !== 'GET') return c.redirect('/sign-in', 303);
      return c.redirect(`/sign-in?back=${encodeURIComponent(new URL(c.req.url).pathname)}`, 303);
    }
    const agency = await findAgency(c.req.param('agency') ?? '');
    if (!agency) throw new NotFound();
    const db = services.database.forAgency(agency.id);
    const now = services.clock();
    const visitor = await db.read((tx) => findVisitor(tx, signedIn.accountId));
    if (!visitor) throw new NotFound();
    c.set('visit', {
      agency,
      actor: visitor.actor,
      db,
      today: todayIn(agency.zone, now),
      now,
      chrome: agencyChrome(c.var.chrome, agency, visitor),
      path: (inner) => `/a/${agency.code}${inner}`,
    } satisfies Visit);
    await next();
  });
  inside.get('/live', (c) => liveStream(c, services.live, c.var.visit));
  inside.route('/', agencyRoutes(services));
  return inside;
}

function publicChrome(c: Context, services: Services): Chrome {
  const message = getCookie(c, 'flash');
  return {
    assets: services.assets,
    theme: themeOf(c),
    here: new URL(c.req.url).pathname,
    nav: [],
    flash: message ? decodeURIComponent(message) : undefined,
  };
}

/** A message is told once: by the first page, not by a redirect or a file on the way to it. */
function forgetFlash(c: Context, told: string | undefined): void {
  const isPage = c.res.headers.get('content-type')?.startsWith('text/html');
  if (told !== undefined && c.req.method === 'GET' && isPage) deleteCookie(c, 'flash', { path: '/' });
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
