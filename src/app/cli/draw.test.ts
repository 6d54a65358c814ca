import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commitmentOf, draw, listText, seedOf } from '#domain/lot/index.ts';
import { DIGESTS } from '#features/second-looks/digests.ts';
import { run } from './draw.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tera-draw-'));
beforeAll(() => vi.stubEnv('TERA_LANG', 'en'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const ids = Array.from({ length: 40 }, (_, at) => `019a0000-0000-7000-8000-${String(at).padStart(12, '0')}`);
const list = listText(ids.map((id) => ({ id, scheme: 'uji@1', percent: 10 })));
const listSha256 = DIGESTS.sha256(list);
const seed = seedOf(DIGESTS, { officer: 'rahasia satu', auditor: 'rahasia dua', listSha256 });
const party = (secret: string) => ({
  secret,
  commitment: commitmentOf(DIGESTS, secret),
  committedAt: '2026-11-23T02:00:00Z',
  revealedAt: '2026-11-24T02:00:00Z',
});
const record = {
  format: 'tera-draw',
  version: 1,
  agency: 'kota-contoh',
  period: 'Semester I 2026',
  id: '019a0000-0000-7000-8000-00000000ffff',
  attempt: 1,
  list,
  listSha256,
  officer: party('rahasia satu'),
  auditor: party('rahasia dua'),
  seed,
  drawn: draw(
    DIGESTS,
    ids.map((id) => ({ id, scheme: 'uji@1', percent: 10 })),
    seed,
  ).map(({ id }) => id),
};

async function verify(content: unknown, args = ['verify']) {
  const file = path.join(folder, 'draw.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const said: string[] = [];
  const write = (text: string) => said.push(text);
  async function* stdin() {}
  const code = await run([...args, file], { stdin: stdin(), stdout: { write }, stderr: { write } });
  return { code, said: said.join('') };
}

describe('tera draw verify', () => {
  it('says that a draw is right', async () => {
    expect(await verify(record)).toEqual({ code: 0, said: expect.stringContaining('the draw is right, 4,') });
  });

  it.each([
    ['list', { ...record, list: list.replace(' 10\n', ' 11\n') }, /SHA-256 of the list/],
    ['list', { ...record, list: list.split('\n').toReversed().join('\n') }, /not in order/],
    ['officer', { ...record, officer: { ...record.officer, secret: 'rahasia lain' } }, /officer’s secret/],
    ['auditor', { ...record, auditor: { ...record.auditor, secret: 'rahasia lain' } }, /auditor’s secret/],
    ['seed', { ...record, seed: 'a'.repeat(64) }, /the seed is not/],
    ['drawn', { ...record, drawn: record.drawn.toReversed() }, /those drawn/],
    ['drawn', { ...record, drawn: [...record.drawn, ids[0]] }, /those drawn/],
    ['drawn', { ...record, drawn: record.drawn.slice(1) }, /those drawn/],
    ['format', { ...record, format: 'other' }, /no record of a draw/],
  ])('says that another %s is wrong', async (_what, content, words) => {
    const { code, said } = await verify(content);
    expect(code).toBe(1);
    expect(said).toMatch(words);
  });

  it('says what it cannot read, and how it is used', async () => {
    expect(await verify('{')).toMatchObject({ code: 1 });
    expect((await verify(record, [])).code).toBe(2);
    const nothing: string[] = [];
    async function* stdin() {}
    const write = (text: string) => nothing.push(text);
    expect(
      await run(['verify', path.join(folder, 'none.json')], {
        stdin: stdin(),
        stdout: { write },
        stderr: { write },
      }),
    ).toBe(1);
  });
});
