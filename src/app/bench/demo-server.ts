/** A demonstration in a process of its own, as `npm run demo` starts it, on a free port and a fresh folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '#platform/project-root.ts';

export interface DemoServer {
  readonly address: string;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** Seconds from the command to the first page that answers. */
  readonly startedIn: number;
  stop(): Promise<void>;
}

export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tera-bench-'));
  await chmod(folder, 0o755);
  return folder;
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

export async function startDemo(dataFolder: string): Promise<DemoServer> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [path.join(projectRoot(), 'bin/tera'), 'demo'], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', TERA_DATA: dataFolder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await untilAnswering(`${address}/sign-in`, child);
  return {
    address,
    dataFolder,
    process: child,
    startedIn: (performance.now() - startedAt) / 1000,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the demonstration ended with code ${child.exitCode}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
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

/** Resident memory of a process in megabytes; undefined where the system does not tell (macOS). */
export function residentMegabytes(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const match = /VmRSS:\s+(\d+) kB/.exec(status);
    return match ? Number(match[1]) / 1024 : undefined;
  } catch {
    return undefined;
  }
}
