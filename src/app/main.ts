/** `bin/tera`: one command, its parts loaded only when they are asked for. */

import { type Command, EXIT } from './cli/io.ts';
import { ConfigError } from './config.ts';

const COMMANDS: Record<string, { readonly help: string; readonly load: () => Promise<Command> }> = {
  serve: {
    help: 'serve the application (npm start)',
    load: async () => (await import('./cli/serve.ts')).run,
  },
  demo: {
    help: 'serve it with demonstration data (npm run demo)',
    load: async () => (await import('./cli/demo.ts')).run,
  },
  evaluate: {
    help: 'evaluate appraisals from standard input',
    load: async () => (await import('./cli/evaluate.ts')).run,
  },
  scheme: {
    help: 'check, list or describe schemes',
    load: async () => (await import('./cli/scheme.ts')).run,
  },
  statistic: {
    help: 'compute how far raters agree',
    load: async () => (await import('./cli/statistic.ts')).run,
  },
  rule: { help: 'apply a rule of the field', load: async () => (await import('./cli/rule.ts')).run },
  fairness: {
    help: 'severity, adjusted figures and patterns to review in ratings',
    load: async () => (await import('./cli/fairness.ts')).run,
  },
  draw: {
    help: 'compute a published draw again',
    load: async () => (await import('./cli/draw.ts')).run,
  },
  agency: { help: 'add an agency', load: async () => (await import('./cli/agency.ts')).run },
  import: { help: 'import units and people', load: async () => (await import('./cli/import.ts')).run },
  'mail-report': {
    help: 'take in the report of a letter that came back',
    load: async () => (await import('./cli/mail-report.ts')).run,
  },
  bench: { help: 'measure (npm run bench)', load: async () => (await import('./cli/bench.ts')).run },
};

function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { help }]) => `  tera ${name.padEnd(width)}  ${help}`);
  return `Usage: tera COMMAND …\n${lines.join('\n')}\n`;
}

export async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usage());
    return EXIT.done;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(usage());
    return EXIT.usage;
  }
  try {
    const run = await command.load();
    return await run(rest, { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr });
  } catch (error) {
    const isSettings =
      error instanceof ConfigError || (error instanceof Error && error.name === 'EmbeddedDatabaseError');
    process.stderr.write(
      isSettings ? `${(error as Error).message}\n` : `${(error as Error)?.stack ?? error}\n`,
    );
    return isSettings ? EXIT.refused : EXIT.fault;
  }
}
