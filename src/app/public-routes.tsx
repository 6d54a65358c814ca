import { Hono } from 'hono';
import { accountRoutes, addressOf } from '#features/accounts/index.ts';
import { galleryRoutes } from '#features/innovations/index.ts';
import { ruleRoutes } from '#features/rules/index.ts';
import { schemeSchemaRoutes } from '#features/schemes/index.ts';
import { publicSurveyRoutes } from '#features/surveys/index.ts';
import { guestFormRoutes } from '#features/voices/index.ts';
import { agencyFinder } from './agencies.ts';
import { schemeStore } from './scheme-store.ts';
import type { PublicEnv } from './server.tsx';
import type { Services } from './services.ts';

/** What everybody may see: the start, sign-in, the calculator of rules, schemas for editors. */
export function publicRoutes(services: Services): Hono<PublicEnv> {
  const routes = new Hono<PublicEnv>();
  routes.route('/', accountRoutes(services.accounts));
  routes.route('/', galleryRoutes({ database: services.database, schemes: schemeStore() }));
  routes.route('/', ruleRoutes());
  routes.route('/', schemeSchemaRoutes(schemeStore()));
  routes.route(
    '/',
    guestFormRoutes({ schemes: schemeStore(), key: services.voiceKey, accounts: services.accounts }),
  );
  routes.route(
    '/',
    publicSurveyRoutes({
      database: services.database,
      findAgency: agencyFinder(services.database),
      addressOf: (c) => addressOf(services.accounts, c),
    }),
  );
  return routes;
}
