import path from 'node:path';
import pg from 'pg';
import { hasAgency } from '#features/accounts/index.ts';
import { type Config, readConfig } from '../config.ts';
import { DEMO_PASSWORD, type SignIn, savedSignIns } from '../demo/accounts.ts';
import { isComplete, seedDemo } from '../demo/seed.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { loadScheme } from '../schemes.ts';
import { serve } from '../serve.ts';
import { type Command, EXIT } from './io.ts';

/** Serves the demonstration from a folder of its own, so that it never mixes with an office's data. */
export const run: Command = async (args, io) => {
  if (args.length > 0) {
    io.stderr.write(
      'tera demo takes no arguments; settings come from the environment (docs/operations.md)\n',
    );
    return EXIT.usage;
  }
  const config = demoConfig(readConfig());
  const installation = await openInstallation(config);
  const signIns = await prepare(installation, (line) => io.stdout.write(line));
  if (!signIns) {
    io.stderr.write(
      'This database already holds an agency that is not the demonstration. Use another DATABASE_URL.\n',
    );
    await installation.close();
    return EXIT.refused;
  }
  const server = await serve(config, installation);
  // Everything was written a moment ago: the planner learns how much there is while the first page is being read.
  void analyse(installation.ownerUrl);
  io.stdout.write(announcement(server.address, signIns));
  await server.stopped;
  return EXIT.done;
};

async function analyse(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // Stopping in the middle is no failure; the database counts by itself within a minute.
  client.on('error', () => undefined);
  await client
    .connect()
    .then(() => client.query('analyze'))
    .catch(() => undefined);
  await client.end().catch(() => undefined);
}

function demoConfig(config: Config): Config {
  return { ...config, dataFolder: path.join(config.dataFolder, 'demo') };
}

async function prepare(
  installation: Installation,
  say: (line: string) => void,
): Promise<readonly SignIn[] | undefined> {
  const { database } = installation;
  const saved = await savedSignIns(database);
  if (isComplete(saved)) return saved;
  if (saved.length === 0 && (await hasAgency(database))) return undefined;
  say('Menyiapkan kota-kota contoh dengan data rekaan … (preparing invented cities)\n');
  const scheme = loadScheme('permenpanrb-6-2022', 1);
  if (!scheme) throw new Error('the national scheme is part of the project');
  return seedDemo(database, scheme, saved);
}

function announcement(address: string, signIns: readonly SignIn[]): string {
  const width = Math.max(...signIns.map((each) => each.role.length));
  const lines = [...Map.groupBy(signIns, (each) => each.city)].flatMap(([city, own]) => [
    '',
    city,
    ...own.map((each) => `  ${each.role.padEnd(width)}  ${each.login}  ${each.name}`),
  ]);
  return [
    '',
    `Tera: ${address}`,
    '',
    `Masuk dengan NIP dan kata sandi · sign in with NIP and password: ${DEMO_PASSWORD}`,
    ...lines,
    '',
    'Hentikan dengan Ctrl-C · stop with Ctrl-C',
    '',
  ].join('\n');
}
