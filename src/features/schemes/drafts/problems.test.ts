import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '#app/cli/scheme.ts';
import { problemText } from '#domain/problem.ts';
import { emptyScheme } from './empty-scheme.ts';
import { examine, identityOf } from './problems.ts';

async function checkedByCommand(source: string): Promise<{ exit: number; lines: readonly string[] }> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'tera-draft-')), 'scheme.yaml');
  await writeFile(file, source);
  const written: string[] = [];
  const io = {
    stdin: Readable.from([]),
    stdout: { write: () => true },
    stderr: { write: (text: string) => written.push(text) },
  };
  const exit = await run(['check', file], io);
  return { exit, lines: written.join('').split('\n').filter(Boolean) };
}

describe('what stands between a draft and its adoption', () => {
  it('is nothing for the scheme an agency begins with from nothing', () => {
    expect(examine(emptyScheme())).toMatchObject({ isReadable: true, problems: [] });
  });

  it.each([
    ['weights that do not sum to 100', emptyScheme().replace('hasil: 60', 'hasil: 75')],
    [
      'several faults at once',
      emptyScheme()
        .replace('hasil: 60', 'hasil: 75')
        .replace('en: New scheme', 'en: ""')
        .replace('from: 70', 'from: 95'),
    ],
    ['a text that is not YAML', 'language: 1\nid: [\n'],
    ['nothing at all', ''],
  ])('is what the command scheme check finds in the downloaded file: %s', async (_, source) => {
    const { problems } = examine(source);
    const { exit, lines } = await checkedByCommand(source);
    expect(exit).not.toBe(0);
    expect(problems.length).toBeGreaterThan(0);
    expect(lines).toHaveLength(problems.length);
    for (const [index, problem] of problems.entries()) {
      expect(lines[index]).toContain(`:${problem.line}:${problem.column}`);
      expect(lines[index]).toContain(problemText(problem, 'id'));
    }
  });

  it('knows a text that cannot be read from one that is only faulty', () => {
    expect(examine('id: [\n').isReadable).toBe(false);
    expect(examine('id: 1\n').isReadable).toBe(true);
  });

  it('reads id and name where they are usable', () => {
    expect(identityOf(emptyScheme())).toEqual({ schemeId: 'skema-baru', title: 'Skema baru' });
    expect(identityOf('id: Not A Code\ntitle: x\n')).toEqual({});
    expect(identityOf('[')).toEqual({});
    expect(identityOf('id: constructor\n')).toEqual({});
  });
});
