/** Tera as `npm start` starts it: the real command in a process of its own, on a free port and an empty folder. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { projectRoot } from '#platform/project-root.ts';

export interface TeraProcess {
  readonly address: string;
  /** The link that the console shows while nobody has set the installation up. */
  readonly setupLink: string;
  /** Everything that the process has said so far. */
  output(): string;
}

const START_TIME_MS = 120_000;

/** Starts it and waits for the set-up link on its console; it ends with the test file. */
export async function startTera(environment: Readonly<Record<string, string>> = {}): Promise<TeraProcess> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tera-stranger-'));
  // The embedded database runs as a user of its own when the tests run as root.
  await chmod(folder, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(projectRoot(), 'bin/tera'), 'serve'], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', TERA_DATA: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  afterAll(async () => {
    child.kill('SIGTERM');
    await exited;
    await rm(folder, { recursive: true, force: true });
  });
  let said = '';
  const setupLink = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const link = /https?:\/\/\S+\/start\?key=\S+/.exec(said)?.[0];
      if (link) resolve(link);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`tera serve ended with code ${code}:\n${said}`)));
    setTimeout(() => reject(new Error(`no set-up link within two minutes:\n${said}`)), START_TIME_MS).unref();
  });
  return { address: new URL(setupLink).origin, setupLink, output: () => said };
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
