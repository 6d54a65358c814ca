/** A running installation: pages, live refresh and jobs in one process; as many processes as wanted on one database. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { pino } from 'pino';
import { createAccounts } from '#features/accounts/index.ts';
import { type JobRunner, startJobs } from '#platform/jobs/jobs.ts';
import { openLiveHub } from '#platform/live/live.ts';
import { openMailer } from '#platform/mail/mail.ts';
import { openFileStore } from '#platform/storage/file-store.ts';
import { assetNames } from '#platform/web/assets.ts';
import type { Config } from './config.ts';
import type { Installation } from './installation.ts';
import { createApp } from './server.tsx';
import type { Services } from './services.ts';
import { recurringWork, tasks } from './work.ts';

/** How long requests under way may take to finish after a signal. */
const GRACE_MILLISECONDS = 10_000;

export interface RunningServer {
  readonly address: string;
  readonly services: Services;
  /** Resolves when the last request, job and connection has ended after a signal or `stop()`. */
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
}

/** Serves the installation; where that fails, the installation is closed before the failure is told. */
export async function serve(config: Config, installation: Installation): Promise<RunningServer> {
  try {
    return await start(config, installation);
  } catch (error) {
    await installation.close();
    throw error;
  }
}

async function start(config: Config, installation: Installation): Promise<RunningServer> {
  const log = pino({ level: config.logLevel });
  const { database, ownerUrl } = installation;
  const mailer = config.smtpUrl ? openMailer({ url: config.smtpUrl, from: config.mailFrom }) : undefined;
  const [accounts, live] = await Promise.all([
    createAccounts({ database, baseUrl: config.baseUrl, trustProxy: config.trustProxy, mailer }),
    openLiveHub(ownerUrl, (error) => log.error({ err: error }, 'live connection lost')),
  ]);
  const services: Services = {
    database,
    accounts,
    live,
    files: openFileStore(installation.filesFolder),
    voiceKey: { secret: installation.voiceKey },
    assets: assetNames(),
    clock: database.clock,
    log,
  };
  const signalled = stopSignal();
  const app = createApp(services);
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const jobs = await startJobs({
    ownerUrl,
    database,
    tasks: tasks(services),
    recurring: recurringWork(services),
    isAlone: config.databaseUrl === undefined,
    log: (level, message) => log[level === 'warning' ? 'warn' : level](message),
  });
  const { port } = server.address() as AddressInfo;
  const stop = stopper({ server, jobs, services, installation, end: () => mailer?.end() });
  void signalled.then(stop.stop);
  return { address: `http://localhost:${port}`, services, ...stop };
}

/** Listens from before the first page is served, so that no signal finds the process half started. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

function stopper(parts: {
  readonly server: ReturnType<typeof createAdaptorServer>;
  readonly jobs: JobRunner;
  readonly services: Services;
  readonly installation: Installation;
  readonly end: () => void;
}): Pick<RunningServer, 'stop' | 'stopped'> {
  const { server, jobs, services, installation } = parts;
  let finished: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    finished = resolve;
  });
  let stopping: Promise<void> | undefined;
  const stopOnce = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    // Live streams never end by themselves; their pages connect again when the server is back.
    await services.live.end();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    const impatient = setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      GRACE_MILLISECONDS,
    );
    await closed;
    clearTimeout(impatient);
    await jobs.stop();
    parts.end();
    await installation.close();
    finished();
  };
  const stop = () => {
    stopping ??= stopOnce();
    return stopping;
  };
  return { stop, stopped };
}
