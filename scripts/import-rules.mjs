// Who may import whom (CONTRIBUTING.md). Reads every module under src, client, test; exits 1 with each breach and its
// reason. `checkModules` is tested with planted breaches in test/import-rules.test.ts.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Features in the order of the house: each may use those named, only through their index.ts. */
export const ARROWS = {
  people: [],
  accounts: ['people'],
  schemes: ['people'],
  periods: ['people', 'schemes'],
  training: ['people', 'schemes', 'periods'],
  planning: ['people', 'schemes', 'periods'],
  monitoring: ['people', 'schemes', 'periods', 'planning'],
  measurements: ['people', 'schemes', 'periods'],
  conflicts: ['people', 'schemes', 'periods'],
  voices: ['people', 'accounts', 'schemes', 'periods', 'conflicts', 'planning', 'monitoring', 'measurements'],
  surveys: ['people', 'schemes', 'periods', 'measurements'],
  innovations: ['people', 'schemes', 'periods', 'measurements'],
  evaluation: [
    'people',
    'schemes',
    'measurements',
    'periods',
    'training',
    'planning',
    'monitoring',
    'conflicts',
    'voices',
  ],
  competencies: ['people', 'schemes', 'periods', 'measurements', 'evaluation'],
  'second-looks': [
    'people',
    'schemes',
    'periods',
    'planning',
    'monitoring',
    'measurements',
    'conflicts',
    'voices',
    'evaluation',
  ],
  fairness: [
    'people',
    'schemes',
    'periods',
    'planning',
    'monitoring',
    'measurements',
    'conflicts',
    'voices',
    'evaluation',
    'second-looks',
  ],
  calibration: [
    'people',
    'schemes',
    'periods',
    'planning',
    'monitoring',
    'measurements',
    'conflicts',
    'evaluation',
  ],
  laboratory: ['people', 'schemes', 'periods'],
  papers: ['people', 'schemes', 'periods', 'planning', 'monitoring', 'evaluation'],
  trials: ['people', 'schemes', 'periods', 'planning', 'monitoring', 'measurements', 'evaluation'],
  history: ['people', 'schemes', 'periods', 'planning', 'monitoring', 'measurements', 'evaluation'],
  rules: [],
  transparency: [
    'people',
    'accounts',
    'schemes',
    'measurements',
    'laboratory',
    'trials',
    'history',
    'periods',
    'training',
    'planning',
    'monitoring',
    'evaluation',
    'papers',
    'conflicts',
    'voices',
    'surveys',
    'innovations',
    'competencies',
    'second-looks',
    'fairness',
    'calibration',
  ],
  overview: [
    'people',
    'schemes',
    'measurements',
    'laboratory',
    'history',
    'periods',
    'training',
    'planning',
    'monitoring',
    'evaluation',
    'papers',
    'conflicts',
    'voices',
    'surveys',
    'innovations',
    'competencies',
    'second-looks',
    'fairness',
    'calibration',
  ],
};

const PURE_PACKAGES = ['zod', 'yaml', 'decimal.js'];

/** `src/features/people/actor.ts` → the room `features/people`. */
function roomOf(file) {
  const parts = file.split('/');
  if (parts[0] !== 'src') return parts[0];
  return parts[1] === 'features' ? `features/${parts[2]}` : parts[1];
}

function resolveSpecifier(file, specifier) {
  if (specifier.startsWith('.'))
    return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  if (specifier === '#tables') return 'src/tables.ts';
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  return specifier;
}

function breach(file, target, isPackage) {
  const from = roomOf(file);
  if (file.includes('.test.') || from === 'test') return undefined;
  if (isPackage) {
    const isPure = PURE_PACKAGES.some((name) => target === name || target.startsWith(`${name}/`));
    return from === 'domain' && !isPure ? 'domain is pure: no I/O, no clock, no framework' : undefined;
  }
  if (target === 'src/tables.ts') {
    return from === 'domain' || from === 'ui' ? 'only platform, features and app know the tables' : undefined;
  }
  const to = roomOf(target);
  if (from === to) return undefined;
  if (from === 'app') return undefined;
  if (to === 'app') return 'nothing imports app: it only puts things together';
  if (from === 'client') return 'the browser has no server code';
  if (from === 'domain') return 'domain imports only domain';
  if (from === 'platform') return 'platform knows no business word';
  if (from === 'ui') {
    return to === 'domain' || target.startsWith('src/platform/locale/')
      ? undefined
      : 'ui draws: it knows domain types and the locale';
  }
  if (from.startsWith('features/') && to.startsWith('features/')) {
    const [own, other] = [from.slice(9), to.slice(9)];
    if (!ARROWS[own]?.includes(other)) return `${own} may not use ${other}: no such arrow`;
    return target === `src/features/${other}/index.ts`
      ? undefined
      : `another feature only through its index.ts`;
  }
  return undefined;
}

/** `modules` are `{ file, source }` with paths from the project's root; returns every breach in words. */
export function checkModules(modules) {
  const breaches = [];
  for (const { file, source } of modules) {
    for (const match of source.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)(['"])([^'"\n]+)\1/g)) {
      const specifier = match[2];
      const isPackage = !specifier.startsWith('.') && !specifier.startsWith('#');
      const reason = breach(file, resolveSpecifier(file, specifier), isPackage);
      if (reason) breaches.push(`${file}: imports ${specifier}: ${reason}`);
    }
  }
  return breaches;
}

export async function readModules() {
  const modules = [];
  const visit = async (folder) => {
    for (const entry of await readdir(path.join(root, folder), { withFileTypes: true })) {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) await visit(file);
      else if (/\.tsx?$/.test(entry.name))
        modules.push({ file, source: await readFile(path.join(root, file), 'utf8') });
    }
  };
  for (const folder of ['src', 'client', 'test']) await visit(folder);
  return modules;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const modules = await readModules();
  const breaches = checkModules(modules);
  for (const line of breaches) console.error(line);
  console.log(`${modules.length} modules read, ${breaches.length} forbidden imports`);
  process.exit(breaches.length > 0 ? 1 : 0);
}
