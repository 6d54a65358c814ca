// Writes src/tables.ts, the types of all tables, from a freshly migrated database. Run after adding a migration:
//   node_modules/.bin/node scripts/tables.mjs [--check]
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/migrate.ts';

const run = promisify(execFile);
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.join(root, 'src/tables.ts');

const work = await mkdtemp(path.join(tmpdir(), 'tera-tables-'));
await chmod(work, 0o755);
const database = await openEmbedded(path.join(work, 'postgres'));
try {
  await migrate(database.url);
  const out = path.join(work, 'tables.ts');
  const cli = path.join(root, 'node_modules/kysely-codegen/dist/cli/bin.js');
  const options = [
    '--dialect',
    'postgres',
    '--url',
    database.url,
    '--out-file',
    out,
    '--exclude-pattern',
    'graphile_worker.*',
  ];
  await run(process.execPath, [cli, ...options, '--type-mapping', '{"date":"string","int8":"number"}'], {
    cwd: root,
  });
  const made = (await readFile(out, 'utf8')).replaceAll(
    'ColumnType<Date, Date | string, Date | string>',
    'Date',
  );
  if (process.argv.includes('--check')) {
    if (made !== (await readFile(target, 'utf8'))) {
      console.error(
        'src/tables.ts does not match the migrations; run: node_modules/.bin/node scripts/tables.mjs',
      );
      process.exitCode = 1;
    }
  } else await writeFile(target, made);
} finally {
  await database.stop();
  await rm(work, { recursive: true, force: true });
}
