import { Hono } from 'hono';
import { invitationOfficeRoutes, siteOrigin } from '#features/accounts/index.ts';
import {
  calibrationPanel,
  calibrationRoutes,
  groundOfReturn,
  resultTakenBack,
  returnToAnswer,
} from '#features/calibration/index.ts';
import { competencyRoutes } from '#features/competencies/index.ts';
import { conflictCheck, conflictRoutes } from '#features/conflicts/index.ts';
import { evaluationRoutes } from '#features/evaluation/index.ts';
import { beforeRatify, dependencePanel, fairnessRoutes } from '#features/fairness/index.ts';
import { historyRoutes } from '#features/history/index.ts';
import { innovationRoutes } from '#features/innovations/index.ts';
import { laboratoryRoutes, runsOfDraft } from '#features/laboratory/index.ts';
import { measurementRoutes } from '#features/measurements/index.ts';
import { monitoringRoutes } from '#features/monitoring/index.ts';
import { overviewRoutes } from '#features/overview/index.ts';
import { paperRoutes } from '#features/papers/index.ts';
import { peopleRoutes, type VisitEnv } from '#features/people/index.ts';
import { PREFLIGHT_CHECKS, periodRoutes } from '#features/periods/index.ts';
import { planningRoutes } from '#features/planning/index.ts';
import { schemeRoutes } from '#features/schemes/index.ts';
import { secondLookRoutes } from '#features/second-looks/index.ts';
import { surveyRoutes } from '#features/surveys/index.ts';
import { certificateCheck, trainingRoutes } from '#features/training/index.ts';
import { transparencyRoutes } from '#features/transparency/index.ts';
import { trialRoutes } from '#features/trials/index.ts';
import { voiceRoutes } from '#features/voices/index.ts';
import { schemeStore } from './scheme-store.ts';
import type { Services } from './services.ts';

/** Routes of the features below `/a/:agency`; each feature brings its own. */
export function agencyRoutes(services: Services): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', invitationOfficeRoutes(services.accounts));
  routes.route('/', overviewRoutes());
  routes.route('/', peopleRoutes(services));
  routes.route('/', schemeRoutes({ schemes: schemeStore(), besideDiscussion: runsOfDraft }));
  routes.route(
    '/',
    periodRoutes({ schemes: schemeStore(), checks: [...PREFLIGHT_CHECKS, conflictCheck, certificateCheck] }),
  );
  routes.route('/', measurementRoutes({ schemes: schemeStore(), files: services.files }));
  routes.route('/', competencyRoutes({ schemes: schemeStore(), files: services.files }));
  routes.route('/', conflictRoutes({ schemes: schemeStore(), secret: services.voiceKey.secret }));
  routes.route('/', innovationRoutes({ schemes: schemeStore() }));
  routes.route('/', secondLookRoutes({ schemes: schemeStore() }));
  routes.route('/', historyRoutes({ schemes: schemeStore(), files: services.files }));
  routes.route(
    '/',
    voiceRoutes({
      schemes: schemeStore(),
      files: services.files,
      key: services.voiceKey,
      hasMailServer: services.accounts.mailer !== undefined,
    }),
  );
  routes.route(
    '/',
    evaluationRoutes({
      schemes: schemeStore(),
      panels: [dependencePanel, calibrationPanel],
      // What a meeting returned is answered before what a pattern asks.
      beforeRatify: async (...asked) => (await returnToAnswer(...asked)) ?? (await beforeRatify(...asked)),
      onTakeBack: resultTakenBack,
      fixedGround: groundOfReturn,
    }),
  );
  routes.route('/', calibrationRoutes({ schemes: schemeStore() }));
  routes.route('/', fairnessRoutes({ schemes: schemeStore(), files: services.files }));
  routes.route('/', monitoringRoutes({ files: services.files, schemes: schemeStore() }));
  routes.route('/', trainingRoutes({ schemes: schemeStore(), files: services.files }));
  routes.route(
    '/',
    surveyRoutes({ schemes: schemeStore(), siteOrigin: (c) => siteOrigin(services.accounts, c) }),
  );
  routes.route('/', trialRoutes({ schemes: schemeStore() }));
  routes.route('/', laboratoryRoutes({ schemes: schemeStore() }));
  routes.route('/', transparencyRoutes());
  routes.route('/', paperRoutes({ files: services.files, schemes: schemeStore() }));
  routes.route('/', planningRoutes({ schemes: schemeStore() }));
  return routes;
}
