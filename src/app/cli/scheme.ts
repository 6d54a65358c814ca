/** `tera scheme check FILE…`, `tera scheme list`, `tera scheme input ID[@VERSION]`, `tera scheme schema`. */
import { readFile } from 'node:fs/promises';
import { type FileProblem, parseScheme, schemeJsonSchema } from '#domain/schemes/index.ts';
import { listSchemes } from '../schemes.ts';
import { type CommandStreams, EXIT, type Output, problemLine, terminalLanguage } from './command.ts';
import { openScheme, schemeNamed } from './open-scheme.ts';

const USAGE = `tera scheme check FILE…
tera scheme list
tera scheme input ID[@VERSION]
tera scheme schema
`;

/** All problems of all files, or a line a file: the good files are named only when all are good. */
async function check(files: readonly string[], { stdout, stderr }: CommandStreams): Promise<number> {
  const good: string[] = [];
  const problems: FileProblem[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error);
    if (typeof text !== 'string') {
      problems.push({ ...UNREADABLE, file });
      continue;
    }
    const parsed = parseScheme(text, file);
    if (parsed.ok) good.push(`${file}: ${parsed.scheme.id}@${parsed.scheme.version} ok\n`);
    else problems.push(...parsed.problems);
  }
  if (problems.length > 0) {
    for (const problem of problems) stderr.write(problemLine(problem));
    return EXIT.refused;
  }
  stdout.write(good.join(''));
  return EXIT.done;
}

const UNREADABLE = {
  line: 1,
  column: 1,
  path: '',
  what: { id: 'berkas tidak dapat dibaca', en: 'the file cannot be read' },
  remedy: { id: 'periksa nama dan izinnya', en: 'check its name and permissions' },
};

function list({ stdout, stderr }: CommandStreams): number {
  let exit: number = EXIT.done;
  for (const entry of listSchemes()) {
    const opened = openScheme(entry, stderr);
    if (typeof opened === 'number') exit = opened;
    else
      stdout.write(
        `${entry.id}@${entry.version}\t${entry.agency}\t${opened.scheme.title[terminalLanguage()]}\n`,
      );
  }
  return exit;
}

function input(name: string, { stdout, stderr }: CommandStreams): number {
  const named = schemeNamed(name);
  const scheme = named ? openScheme(named, stderr) : usage(stderr);
  if (typeof scheme === 'number') return scheme;
  const { evidenceSchema: schema, example } = scheme;
  stdout.write(`${JSON.stringify({ schema, example }, undefined, 2)}\n`);
  return EXIT.done;
}

/** The JSON Schema of the scheme language, for editors of scheme files. */
function schema({ stdout }: CommandStreams): number {
  stdout.write(`${JSON.stringify(schemeJsonSchema(), undefined, 2)}\n`);
  return EXIT.done;
}

function usage(stderr: Output): number {
  stderr.write(USAGE);
  return EXIT.usage;
}

export async function run(args: readonly string[], streams: CommandStreams): Promise<number> {
  const [command, ...rest] = args;
  if (command === 'check' && rest.length > 0) return check(rest, streams);
  if (command === 'list' && rest.length === 0) return list(streams);
  if (command === 'input' && rest.length === 1 && rest[0]) return input(rest[0], streams);
  if (command === 'schema' && rest.length === 0) return schema(streams);
  return usage(streams.stderr);
}
