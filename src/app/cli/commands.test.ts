import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { linesOf } from './command.ts';
import { run as evaluate } from './evaluate.ts';
import { run as rule } from './rule.ts';
import { run as scheme } from './scheme.ts';

const temporary = mkdtempSync(path.join(tmpdir(), 'tera-cli-'));
beforeAll(() => vi.stubEnv('TERA_LANG', 'en'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true });
});

type Command = typeof evaluate;

async function execute(command: Command, args: readonly string[], pieces: readonly string[] = []) {
  const out: string[] = [];
  const err: string[] = [];
  async function* stdin() {
    for (const piece of pieces) yield Buffer.from(piece);
  }
  const code = await command(args, {
    stdin: stdin(),
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
  });
  return { code, out: out.join(''), err: err.join('') };
}

function objects(text: string): readonly Record<string, unknown>[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const NATIONAL = ['--scheme', 'permenpanrb-6-2022'];

describe('tera evaluate', () => {
  it('answers one line for one line, in order, and passes over a bad one', async () => {
    const input = [
      '{"id":"a","evidence":{"results":{"rating":"above"},"behaviour":{"rating":"above"}}}\n',
      'not json\n',
      '{"id":"b","evidence":{"results":{"rating":"best"},"behaviour":{"rating":"above"}}}\n',
      '\n{"id":7,"evidence":{"results":{"lines":[{"kind":"main","rating":"meets"}]}}}\r\n',
      '[]\n{"id":"c"}\n{"evidence":{}}\n{"id":"d","evidence":{},"extra":1}\n',
      '{"id":"e","evidence":{"results":{"rating":"below"},"behaviour":{"rating":"below"}}}',
    ];
    const { code, out, err } = await execute(evaluate, NATIONAL, input);
    const answers = objects(out);
    expect(answers.map(({ id, category }) => [id, category])).toEqual([
      ['a', 'sangat-baik'],
      [null, null],
      ['b', null],
      [7, null],
      [null, null],
      ['c', null],
      [null, null],
      ['d', null],
      ['e', 'sangat-kurang'],
    ]);
    expect(answers[0]).toEqual({
      id: 'a',
      score: null,
      category: 'sangat-baik',
      official: { results: 'above', behaviour: 'above', predicate: 'sangat-baik' },
      missing: [],
      suggested: [],
      problems: [],
    });
    expect(answers[3]).toMatchObject({ missing: ['behaviour'], suggested: ['results'], problems: [] });
    expect(code).toBe(1);
    expect(err.split('\n').slice(0, 2)).toEqual([
      '-:2:1: this line is not JSON, write {"id": "…", "evidence": {…}} on one line',
      '-:3:1 evidence.results.rating: "best" is not known, choose one of: above, meets, below',
    ]);
  });

  it('explains when asked, and exits 0 when nothing was refused', async () => {
    const line = '{"id":"a","evidence":{"results":{"rating":"above"},"behaviour":{"rating":"meets"}}}';
    const { code, out, err } = await execute(
      evaluate,
      ['--scheme=permenpanrb-6-2022@1', '--explain'],
      [line],
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(objects(out)[0]).toMatchObject({ explanation: { value: { value: 'baik' }, children: [{}, {}] } });
  });

  it('gives the score of the older scheme as a decimal in a string', async () => {
    const facts = '"opinions":{"value":false},"newIdea":{"value":true}';
    const line = `{"id":"a","evidence":{"results":{"score":"115"},"behaviour":{"score":"110"},${facts}}}`;
    const { out } = await execute(evaluate, ['--scheme', 'pp-30-2019'], [line]);
    expect(objects(out)[0]).toMatchObject({ score: '113.5', category: 'sangat-baik' });
  });

  it.each([
    [[]],
    [['--scheme']],
    [['--scheme', '../x']],
    [['--scheme', 'tidak-ada']],
    [['--scheme', 'permenpanrb-6-2022@9']],
    [[...NATIONAL, '--fast']],
  ])('wrong usage: %j', async (args) => {
    const { code, out, err } = await execute(evaluate, args, ['{}']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });

  it('writes while it still reads', async () => {
    const line = '{"id":"a","evidence":{"results":{"rating":"above"},"behaviour":{"rating":"above"}}}\n';
    let written = 0;
    let writtenWhileReading = 0;
    async function* stdin() {
      for (let piece = 0; piece < 100; piece += 1) {
        writtenWhileReading = written;
        yield line.repeat(100);
      }
    }
    const stdout = { write: (text: string) => (written += text.length) };
    await evaluate(NATIONAL, { stdin: stdin(), stdout, stderr: { write: () => undefined } });
    expect(writtenWhileReading).toBeGreaterThan(written / 2);
  });
});

it('lines are kept whole across pieces, also inside a letter of several bytes', async () => {
  const bytes = Buffer.from('satu\ndua é\r\ntiga');
  async function* pieces() {
    for (const byte of bytes) yield Buffer.from([byte]);
  }
  const lines: string[] = [];
  for await (const line of linesOf(pieces())) lines.push(line);
  expect(lines).toEqual(['satu', 'dua é', 'tiga']);
});

describe('tera scheme', () => {
  const file = 'schemes/nasional/permenpanrb-6-2022/v1/scheme.yaml';

  it('checks good files with a line each', async () => {
    const { code, out, err } = await execute(scheme, [
      'check',
      file,
      'schemes/nasional/pp-30-2019/v1/scheme.yaml',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').filter(Boolean)).toHaveLength(2);
  });

  it('reports all problems of all files, and calls nothing good', async () => {
    const faulty = path.join(temporary, 'faulty.yaml');
    writeFileSync(
      faulty,
      readFileSync(file, 'utf8').replace('days: 14', 'days: 0').replace('version: 1', 'version: x'),
    );
    const absent = path.join(temporary, 'absent.yaml');
    const { code, out, err } = await execute(scheme, ['check', file, faulty, absent]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const lines = err.split('\n').filter(Boolean);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/faulty\.yaml:6:10 version: "x" is not a number, write/);
    expect(lines[1]).toMatch(/faulty\.yaml:\d+:9 objection\.days: 0 is too small, give at least 1$/);
    expect(lines[2]).toMatch(/absent\.yaml:1:1: the file cannot be read/);
  });

  it('prints the JSON Schema of the language for editors', async () => {
    const { code, out, err } = await execute(scheme, ['schema']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: expect.arrayContaining(['id', 'version', 'categories', 'components', 'combination']),
    });
    expect((await execute(scheme, ['schema', 'x'])).code).toBe(2);
  });

  it('lists schemes, and prints the shape of the evidence with an example that evaluates', async () => {
    const { out } = await execute(scheme, ['list']);
    expect(out).toContain('permenpanrb-6-2022@1\tnasional\tPerformance Management of Civil Servants\n');
    for (const name of out
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t')[0] ?? '')) {
      const printed = JSON.parse((await execute(scheme, ['input', name])).out);
      expect(printed.schema).toMatchObject({ type: 'object', additionalProperties: false });
      const line = JSON.stringify({ id: 'x', evidence: printed.example });
      const answer = objects((await execute(evaluate, ['--scheme', name], [line])).out)[0];
      expect(answer).toMatchObject({ category: expect.any(String), problems: [] });
    }
  });

  it.each([[[]], [['check']], [['input']], [['input', 'tidak-ada']], [['input', 'A b']], [['list', 'x']]])(
    'wrong usage: %j',
    async (args) => expect((await execute(scheme, args)).code).toBe(2),
  );
});

describe('tera rule', () => {
  it('answers one object from an argument, with basis and explanation', async () => {
    const { code, out } = await execute(rule, [
      'predicate',
      '--json',
      '{"results":"above","behaviour":"below"}',
    ]);
    expect(code).toBe(0);
    expect(objects(out)[0]).toMatchObject({
      predicate: 'kurang',
      basis: [{ regulation: 'PermenPANRB Nomor 6 Tahun 2022' }],
      explanation: { rule: { id: expect.stringContaining('Kurang/Misconduct') } },
    });
  });

  it('answers many lines, keeps their order, and says what it refused', async () => {
    const lines = [
      '{"results":"above","behaviour":"above"}\n{"results":"above"}\n',
      'x\n{"results":"below","behaviour":"below"}',
    ];
    const { code, out, err } = await execute(rule, ['predicate'], lines);
    expect(code).toBe(1);
    expect(objects(out).map((answer) => answer.predicate)).toEqual([
      'sangat-baik',
      undefined,
      undefined,
      'sangat-kurang',
    ]);
    expect(err).toBe(
      '-:2:1 behaviour: is missing, choose one of: above, meets, below\n-:3:1: is not JSON, write one object on one line\n',
    );
  });

  it('takes one object over several lines whole', async () => {
    const { code, out } = await execute(
      rule,
      ['predicate'],
      ['{\n "results": "meets",\n', ' "behaviour": "meets"\n}\n'],
    );
    expect(code).toBe(0);
    expect(objects(out)).toMatchObject([{ predicate: 'baik' }]);
  });

  it('lists the rules', async () => {
    const { out } = await execute(rule, ['--list']);
    const names = out.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0]]));
    expect(names).toEqual([
      'predicate',
      'results-rating',
      'distribution',
      'credit-points',
      'competency-match',
      'talent-box',
      'professionalism-index',
      'absence-sanction',
      'allowance',
      'objection-deadline',
      'nip',
      'siasn-codes',
      'predicate-2019',
    ]);
  });

  it.each([[[]], [['tebak']], [['predicate', '--json']], [['predicate', '--xml', '{}']]])(
    'wrong usage: %j',
    async (args) => expect((await execute(rule, args)).code).toBe(2),
  );
});
