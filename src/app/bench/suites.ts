/** What is measured, in groups that can be run alone: `npm run bench -- start pages`. */
import { measureDocumentsPerSecond } from '#features/papers/bench.ts';
import { measureImport } from '#features/people/import/bench.ts';
import { newId } from '#platform/identifier.ts';
import { readConfig } from '../config.ts';
import { DEMO_PASSWORD } from '../demo/accounts.ts';
import { DEMO_AGENCY } from '../demo/seed.ts';
import { openInstallation } from '../installation.ts';
import { ask, signIn } from './client.ts';
import { type DemoServer, freshFolder, removeFolder, residentMegabytes, startDemo } from './demo-server.ts';
import { evaluation } from './evaluation.ts';
import { fairness } from './fairness.ts';
import { measureLive } from './live.ts';
import { click } from './load.ts';
import { atLeast, atMost, type Measure, quantile, shown } from './measure.ts';
import { type Audience, gatherAudience, nextClick, PAGES } from './pages.ts';

export type Suite = () => Promise<readonly Measure[]>;

async function documents(): Promise<readonly Measure[]> {
  const { documentsPerSecond } = await measureDocumentsPerSecond();
  return [atLeast('documents: Dokumen Evaluasi Kinerja', documentsPerSecond, 'documents/s', 100)];
}

async function importing(): Promise<readonly Measure[]> {
  const folder = await freshFolder();
  const installation = await openInstallation({ ...readConfig({}), dataFolder: folder });
  try {
    const id = newId();
    const agency = {
      id,
      code: 'ukur',
      name: 'Ukur',
      zone: 'Asia/Jakarta',
      is_sample: true,
      settings: '{}',
      created_at: new Date(),
    };
    await installation.database.shared.insertInto('agencies').values(agency).execute();
    const measured = await measureImport(installation.database.forAgency(id));
    return [
      atMost('import: 10,000 people from xlsx', measured.firstSeconds, 's', 5),
      atMost('import: the same file again', measured.againSeconds, 's', 5),
    ];
  } finally {
    await installation.close();
    await removeFolder(folder);
  }
}

async function starting(): Promise<readonly Measure[]> {
  const folder = await freshFolder();
  try {
    const first = await startDemo(folder);
    await first.stop();
    const later = await startDemo(folder);
    await later.stop();
    return [
      atMost('start: first, with demonstration data', first.startedIn, 's', 6),
      atMost('start: later', later.startedIn, 's', 2),
    ];
  } finally {
    await removeFolder(folder);
  }
}

async function pages(): Promise<readonly Measure[]> {
  const folder = await freshFolder();
  const server = await startDemo(folder);
  const guest = await openInstallation({ ...readConfig({}), dataFolder: `${folder}/demo` });
  try {
    const audience = await gatherAudience(guest.database, server.address);
    return [
      ...(await sizes(server, audience)),
      ...(await eachPage(server, audience)),
      ...(await mixed(server, audience)),
      ...(await signingIn(server, audience)),
      ...memory(server, 'memory of the application after these pages', 300),
      ...(await measureLive(server, guest.database, audience)),
      ...memory(server, 'memory of the application after 2,000 open listeners', null),
    ];
  } finally {
    await guest.close();
    await server.stop();
    await removeFolder(folder);
  }
}

async function sizes(server: DemoServer, audience: Audience): Promise<readonly Measure[]> {
  const first = await ask(`${server.address}/sign-in`);
  const assets = [...first.body.toString('latin1').matchAll(/\/assets\/[\w.-]+/g)].map((match) => match[0]);
  const { brotliDecompressSync } = await import('node:zlib');
  const html =
    first.headers['content-encoding'] === 'br'
      ? brotliDecompressSync(first.body).toString()
      : first.body.toString();
  const names = new Set([...assets, ...[...html.matchAll(/\/assets\/[\w.-]+/g)].map((match) => match[0])]);
  let bytes = first.bytes;
  for (const name of names) bytes += (await ask(server.address + name)).bytes;
  const next = nextPages(server, audience);
  const kilobytes = await Promise.all(
    next.map(async (each) => ({ name: each.name, bytes: (await ask(each.url, each)).bytes })),
  );
  const largest = kilobytes.reduce((one, other) => (other.bytes > one.bytes ? other : one));
  return [
    atMost('first visit, everything, compressed', bytes / 1000, 'kB', 60),
    atMost(`next page, compressed, largest of ten (${largest.name})`, largest.bytes / 1000, 'kB', 15),
  ];
}

function nextPages(server: DemoServer, audience: Audience) {
  return PAGES.map((page) => {
    const { path, cookie } = page.make(audience, 0);
    return { name: page.name, url: `${server.address}/a/${DEMO_AGENCY.code}${path}`, cookie };
  });
}

async function eachPage(server: DemoServer, audience: Audience): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const page of PAGES) {
    const next = (person: number) => {
      const { path, cookie } = page.make(audience, person);
      return { url: `${server.address}/a/${DEMO_AGENCY.code}${path}`, cookie };
    };
    const result = await click({ people: 16, seconds: 2.5, pauseMilliseconds: 0, next });
    if (result.failures > 0) throw new Error(`${page.name}: ${result.failures} answers were not 200`);
    measures.push(
      atMost(
        `page ${page.name}, 16 clients without pause, p95`,
        quantile(result.milliseconds, 0.95),
        'ms',
        50,
      ),
    );
  }
  return measures;
}

async function mixed(server: DemoServer, audience: Audience): Promise<readonly Measure[]> {
  const next = nextClick(server.address, audience);
  await click({ people: 50, seconds: 3, pauseMilliseconds: 300, next });
  const result = await click({ people: 200, seconds: 15, pauseMilliseconds: 700, next });
  if (result.failures > 0) throw new Error(`${result.failures} answers were not 200`);
  return [
    atLeast('200 people clicking: pages', result.perSecond, 'requests/s', 500),
    atMost('200 people clicking: p99', quantile(result.milliseconds, 0.99), 'ms', 150),
    shown('200 people clicking: median', quantile(result.milliseconds, 0.5), 'ms'),
  ];
}

async function signingIn(server: DemoServer, audience: Audience): Promise<readonly Measure[]> {
  const times: number[] = [];
  const queue = audience.employees.slice(0, 16).map((visitor) => visitor.login);
  const worker = async () => {
    for (let login = queue.pop(); login; login = queue.pop()) {
      const startedAt = performance.now();
      await signIn(server.address, login, DEMO_PASSWORD);
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return [
    atMost('sign-in, 8 at once, p95', quantile(times, 0.95), 'ms', 1000),
    shown(
      'sign-in with an unknown login against a wrong password, time',
      await guessingRatio(server, audience),
      '×',
    ),
  ];
}

/** Near 1: an answer's time does not tell whether somebody exists. */
async function guessingRatio(server: DemoServer, audience: Audience): Promise<number> {
  const guess = async (login: string) => {
    const startedAt = performance.now();
    await ask(`${server.address}/sign-in`, { form: { login, password: 'bukan kata sandinya' } });
    return performance.now() - startedAt;
  };
  const known = audience.employees.slice(16, 20).map((visitor) => visitor.login);
  const [real, unknown]: [number[], number[]] = [[], []];
  for (const login of known) {
    real.push(await guess(login));
    unknown.push(await guess(`${login.slice(0, 15)}997`));
  }
  return quantile(unknown, 0.5) / quantile(real, 0.5);
}

function memory(server: DemoServer, name: string, limit: number | null): readonly Measure[] {
  const megabytes = residentMegabytes(server.process.pid);
  if (megabytes === undefined) return [];
  return [limit === null ? shown(name, megabytes, 'MB') : atMost(name, megabytes, 'MB', limit)];
}

export const SUITES: Readonly<Record<string, Suite>> = {
  evaluation,
  fairness,
  documents,
  import: importing,
  start: starting,
  pages,
};
