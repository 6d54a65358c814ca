/** `tera draw verify FILE.json`: computes a published draw of second looks again, without the database. */
import { readFile } from 'node:fs/promises';
import { drawRecordSchema, problemsOfDraw } from '#domain/lot/index.ts';
import { DIGESTS } from '#features/second-looks/digests.ts';
import { type CommandStreams, EXIT, terminalLanguage } from './command.ts';

const USAGE = 'tera draw verify FILE.json\n';

const WORDS = {
  unreadable: { id: 'tidak dapat dibaca', en: 'cannot be read' },
  notARecord: { id: 'bukan catatan undian Tera', en: 'is no record of a draw by Tera' },
  right: { id: 'undian benar', en: 'the draw is right' },
} as const;

export async function run(args: readonly string[], { stdout, stderr }: CommandStreams): Promise<number> {
  const [verb, file, ...rest] = args;
  if (verb !== 'verify' || file === undefined || rest.length > 0) {
    stderr.write(USAGE);
    return EXIT.usage;
  }
  const language = terminalLanguage();
  const refuse = (...lines: readonly string[]) => {
    for (const line of lines) stderr.write(`${file}: ${line}\n`);
    return EXIT.refused;
  };
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return refuse(WORDS.unreadable[language]);
  }
  const parsed = drawRecordSchema.safeParse(jsonOf(text));
  if (!parsed.success) return refuse(WORDS.notARecord[language]);
  const problems = problemsOfDraw(DIGESTS, parsed.data);
  if (problems.length > 0) return refuse(...problems.map((problem) => problem[language]));
  const { drawn, seed } = parsed.data;
  stdout.write(`${file}: ${WORDS.right[language]}, ${drawn.length}, ${seed}\n`);
  return EXIT.done;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
