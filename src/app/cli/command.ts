/** What the commands of `tera` share: streams, exit codes, lines, words for problems. */
import type { Language } from '#domain/bilingual.ts';
import type { FileProblem } from '#domain/schemes/index.ts';
import { EXIT, type Io } from './io.ts';

export { EXIT };
export type CommandStreams = Io;
export type Output = Io['stdout'];

/** Messages on standard error: Indonesian, or English with TERA_LANG=en. */
export function terminalLanguage(): Language {
  return process.env.TERA_LANG?.startsWith('en') ? 'en' : 'id';
}

/** `file:line:column path: what is wrong, what to do` */
export function problemLine(problem: FileProblem): string {
  const language = terminalLanguage();
  const where = `${problem.file}:${problem.line}:${problem.column}`;
  const path = problem.path === '' ? '' : ` ${problem.path}`;
  return `${where}${path}: ${problem.what[language]}, ${problem.remedy[language]}\n`;
}

/** Splits a stream of bytes into lines; the last may lack its line break. Holds a piece and a line. */
export async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/**
 * Collects output into larger pieces, because a write a line is most of the time of a fast command,
 * and waits where the reader is slower.
 */
export function buffered(output: Output): {
  write: (text: string) => Promise<void>;
  end: () => Promise<void>;
} {
  let held: string[] = [];
  let size = 0;
  const flush = async () => {
    if (held.length === 0) return;
    const text = held.join('');
    held = [];
    size = 0;
    await output.write(text);
  };
  return {
    async write(text) {
      held.push(text);
      size += text.length;
      if (size >= 65_536) await flush();
    },
    end: flush,
  };
}
