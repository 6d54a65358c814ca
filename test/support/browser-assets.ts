/** Style sheet and client script built from the sources as they are now, so that a test never looks at an old build. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { projectRoot } from '#platform/project-root.ts';

const run = promisify(execFile);

export interface BrowserAssets {
  readonly style: string;
  readonly script: string;
}

export async function browserAssets(): Promise<BrowserAssets> {
  const root = projectRoot();
  const newest = Math.max(await newestIn(path.join(root, 'src')), await newestIn(path.join(root, 'client')));
  const cache = path.join(tmpdir(), `tera-assets-${userInfo().uid}`);
  const folder = path.join(cache, String(Math.round(newest)));
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const draft = await mkdtemp(path.join(cache, 'draft-'));
    await Promise.all([buildStyle(root, draft), buildScript(root, draft)]);
    await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  }
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  return { style: await read('app.css'), script: await read('app.js') };
}

async function buildStyle(root: string, folder: string): Promise<void> {
  const cli = path.join(root, 'node_modules/@tailwindcss/cli/dist/index.mjs');
  const files = ['-i', path.join(root, 'client/app.css'), '-o', path.join(folder, 'app.css')];
  await run(process.execPath, [cli, ...files], { cwd: root });
}

async function buildScript(root: string, folder: string): Promise<void> {
  await build({
    entryPoints: [path.join(root, 'client/app.ts')],
    outfile: path.join(folder, 'app.js'),
    bundle: true,
    format: 'esm',
    target: 'es2020',
  });
}

/** Newest modification time, in milliseconds, below a folder. */
async function newestIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const times = await Promise.all(
    names.map((name) =>
      stat(path.join(folder, name)).then(
        (info) => info.mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(0, ...times);
}
