// Builds everything that `npm start` serves: style sheet, client script, server.
// Runs under any Node ≥ 20 as the `prepare` step of `npm ci`, and again by itself when a source is newer.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const run = promisify(execFile);

/** Writes an asset under a name that contains its hash, with both compressed forms beside it. */
async function publishAsset(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const extension = path.extname(name);
  const published = `${path.basename(name, extension)}-${hash}${extension}`;
  const file = path.join(dist, 'assets', published);
  await writeFile(file, content);
  await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
  await writeFile(
    `${file}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  return published;
}

/** Assets that keep their plain name, because pages outside our hands refer to them. */
async function publishPlain(name) {
  await writeFile(path.join(dist, 'assets', name), await readFile(path.join(root, 'client', name)));
}

async function buildStyle() {
  const out = path.join(dist, 'work', 'app.css');
  const cli = path.join(root, 'node_modules/@tailwindcss/cli/dist/index.mjs');
  await run(process.execPath, [cli, '-i', path.join(root, 'client/app.css'), '-o', out, '--minify'], {
    cwd: root,
  });
  return publishAsset('app.css', await readFile(out));
}

async function buildClient() {
  const result = await build({
    entryPoints: [path.join(root, 'client/app.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
  });
  return publishAsset('app.js', Buffer.from(result.outputFiles[0].contents));
}

async function buildServer() {
  await build({
    // What computes beside the web in a thread of its own is an entry of its own.
    entryPoints: {
      main: path.join(root, 'src/app/main.ts'),
      'fairness-worker': path.join(root, 'src/features/fairness/run/worker.ts'),
    },
    outdir: path.join(dist, 'server'),
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
}

export async function buildAll() {
  const startedAt = Date.now();
  await rm(dist, { recursive: true, force: true });
  await mkdir(path.join(dist, 'assets'), { recursive: true });
  await mkdir(path.join(dist, 'work'), { recursive: true });
  const [style, script] = await Promise.all([
    buildStyle(),
    buildClient(),
    buildServer(),
    publishPlain('tera.svg'),
  ]);
  await rm(path.join(dist, 'work'), { recursive: true });
  await writeFile(path.join(dist, 'assets.json'), JSON.stringify({ style, script }));
  await writeFile(path.join(dist, 'built-at'), String(startedAt));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll();
}
