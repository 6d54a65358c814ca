/** `tera statistic` as it is called, in English, with a folder for files that goes afterwards. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { run } from '#app/cli/statistic.ts';

export function statisticCommand() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tera-statistic-'));
  beforeAll(() => vi.stubEnv('TERA_LANG', 'en'));
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  return {
    folder,
    /** Standard output is read as JSON; undefined where there is none. */
    async execute(...args: string[]) {
      const [out, err]: [string[], string[]] = [[], []];
      async function* stdin() {}
      const code = await run(args, {
        stdin: stdin(),
        stdout: { write: (text) => out.push(text) },
        stderr: { write: (text) => err.push(text) },
      });
      return { code, answer: out.length > 0 ? JSON.parse(out.join('')) : undefined, err: err.join('') };
    },
    file(content: string, name = 'nilai.csv'): string {
      const where = path.join(folder, name);
      writeFileSync(where, content);
      return where;
    },
  };
}
