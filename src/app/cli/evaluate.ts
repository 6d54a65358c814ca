/** `tera evaluate --scheme ID[@VERSION] [--explain]`: one appraisal a line in, one result a line out. */
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { buffered, type CommandStreams, EXIT, linesOf, problemLine } from './command.ts';
import { openScheme, schemeNamed } from './open-scheme.ts';

const USAGE = 'tera evaluate --scheme ID[@VERSION] [--explain] < appraisals.jsonl\n';

type Options = { readonly id: string; readonly version?: number; readonly explain: boolean };

function optionsOf(args: readonly string[]): Options | undefined {
  let scheme: string | undefined;
  let explain = false;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '--explain') explain = true;
    else if (argument === '--scheme') scheme = args[++index];
    else if (argument?.startsWith('--scheme=')) scheme = argument.slice('--scheme='.length);
    else return undefined;
  }
  const named = schemeNamed(scheme ?? '');
  return named && { ...named, explain };
}

const REFUSED = {
  score: null,
  category: null,
  official: { results: null, behaviour: null, predicate: null },
  missing: [],
  suggested: [],
} as const;

function refusal(
  id: unknown,
  path: string,
  what: { id: string; en: string },
  remedy: { id: string; en: string },
) {
  return { id, ...REFUSED, problems: [{ path, what, remedy }] };
}

const FORM = {
  id: 'tulis {"id": "…", "evidence": {…}} dalam satu baris',
  en: 'write {"id": "…", "evidence": {…}} on one line',
};

/** The answer for one line of input; a bad line becomes an answer with problems. */
export function answerLine(line: string, scheme: CompiledScheme, explain: boolean) {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return refusal(null, '', { id: 'baris ini bukan JSON', en: 'this line is not JSON' }, FORM);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refusal(null, '', { id: 'baris ini bukan objek', en: 'this line is not an object' }, FORM);
  const id = 'id' in given ? given.id : undefined;
  if (typeof id !== 'string' && typeof id !== 'number')
    return refusal(null, 'id', { id: 'belum diisi', en: 'is missing' }, FORM);
  const unknown = Object.keys(given).find((key) => key !== 'id' && key !== 'evidence');
  if (unknown !== undefined)
    return refusal(id, unknown, { id: 'kunci ini tidak dikenal', en: 'this key is not known' }, FORM);
  if (!('evidence' in given)) return refusal(id, 'evidence', { id: 'belum diisi', en: 'is missing' }, FORM);
  const result = explain ? scheme.explain(given.evidence) : scheme.evaluate(given.evidence);
  if (result.problems.length === 0) return { id, ...result };
  const problems = result.problems.map((problem) => ({
    ...problem,
    path: problem.path === '' ? 'evidence' : `evidence.${problem.path}`,
  }));
  return { id, ...result, problems };
}

export async function run(
  args: readonly string[],
  { stdin, stdout, stderr }: CommandStreams,
): Promise<number> {
  const options = optionsOf(args);
  if (!options) {
    stderr.write(USAGE);
    return EXIT.usage;
  }
  const scheme = openScheme(options, stderr);
  if (typeof scheme === 'number') return scheme;
  const output = buffered(stdout);
  const complaints = buffered(stderr);
  let number = 0;
  let refused = false;
  for await (const line of linesOf(stdin)) {
    number += 1;
    if (line.trim() === '') continue;
    const answer = answerLine(line, scheme, options.explain);
    await output.write(`${JSON.stringify(answer)}\n`);
    for (const problem of answer.problems) {
      refused = true;
      await complaints.write(problemLine({ ...problem, file: '-', line: number, column: 1 }));
    }
  }
  await output.end();
  await complaints.end();
  return refused ? EXIT.refused : EXIT.done;
}
