// Builds what the browser journeys serve, then runs the tests: `npm test [-- path …]`.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
await buildAll();
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const node = path.join(root, 'node_modules/node/bin/node');
const child = spawn(node, [vitest, 'run', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
