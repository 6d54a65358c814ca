/** `tera rule NAME [--json '…']`, `tera rule --list`: calculators an officer can trust. */
import { type Problem, problemText } from '#domain/problem.ts';
import { type Rule, ruleNamed, rules } from '#domain/rules/index.ts';
import { buffered, type CommandStreams, EXIT, linesOf, type Output, terminalLanguage } from './command.ts';

const USAGE = `tera rule NAME --json '{…}'
tera rule NAME < lines.jsonl
tera rule --list
`;

const NOT_JSON: Problem = {
  path: '',
  what: { id: 'bukan JSON', en: 'is not JSON' },
  remedy: { id: 'tulis satu objek dalam satu baris', en: 'write one object on one line' },
};

/** The answer of the rule for one text, or its problems. */
function answer(rule: Rule, text: string): ReturnType<Rule['run']> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { ok: false, problems: [NOT_JSON] };
  }
  return rule.run(given);
}

function report(problems: readonly Problem[], source: string, line: number, stderr: Output): void {
  for (const problem of problems) {
    const text = problemText(problem, terminalLanguage());
    stderr.write(`${source}:${line}:1${problem.path === '' ? ':' : ''} ${text}\n`);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One object over several lines is taken whole; otherwise each line is an object of its own. */
async function* objectsOf(stdin: CommandStreams['stdin']): AsyncGenerator<{ text: string; number: number }> {
  const opening: string[] = [];
  let number = 0;
  for await (const text of linesOf(stdin)) {
    number += 1;
    if (text.trim() === '') continue;
    const spread = opening.length > 0 || (number === 1 && /^\s*\{/.test(text) && !isJson(text));
    if (!spread) yield { text, number };
    else if (opening.push(text) > MAXIMUM_SPREAD_LINES) yield* opening.splice(0).map(numbered);
  }
  if (isJson(opening.join('\n'))) yield { text: opening.join('\n'), number: 1 };
  else yield* opening.map(numbered);
}

const MAXIMUM_SPREAD_LINES = 1000;

function numbered(text: string, index: number) {
  return { text, number: index + 1 };
}

async function answerLines(rule: Rule, { stdin, stdout, stderr }: CommandStreams): Promise<number> {
  const output = buffered(stdout);
  let refused = false;
  for await (const { text: line, number } of objectsOf(stdin)) {
    const result = answer(rule, line);
    if (result.ok) {
      await output.write(`${JSON.stringify(result.output)}\n`);
      continue;
    }
    refused = true;
    // One line out for one line in, so that the answers of many lines stay beside their questions.
    await output.write(`${JSON.stringify({ problems: result.problems })}\n`);
    report(result.problems, '-', number, stderr);
  }
  await output.end();
  return refused ? EXIT.refused : EXIT.done;
}

export async function run(args: readonly string[], streams: CommandStreams): Promise<number> {
  const [name, option, json, ...rest] = args;
  if (name === '--list' && option === undefined) {
    const language = terminalLanguage();
    for (const rule of rules) streams.stdout.write(`${rule.name}\t${rule.title[language]}\n`);
    return EXIT.done;
  }
  const rule = name === undefined ? undefined : ruleNamed(name);
  if (!rule) {
    streams.stderr.write(USAGE);
    return EXIT.usage;
  }
  if (option === undefined) return answerLines(rule, streams);
  if (option !== '--json' || json === undefined || rest.length > 0) {
    streams.stderr.write(USAGE);
    return EXIT.usage;
  }
  const result = answer(rule, json);
  if (!result.ok) {
    report(result.problems, '--json', 1, streams.stderr);
    return EXIT.refused;
  }
  streams.stdout.write(`${JSON.stringify(result.output)}\n`);
  return EXIT.done;
}
