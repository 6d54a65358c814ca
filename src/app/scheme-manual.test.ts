/**
 * The tutorial docs/schemes/membuat-skema.md, followed from an empty file: its blocks, put together in
 * order, make a scheme that the check accepts; what it prints of the check's answers is what the check
 * answers; its examples hold; and every mistake that its table explains is met with the message it prints.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { type CompiledScheme, compileScheme, parseScheme } from '#domain/schemes/index.ts';
import { projectRoot } from '#platform/project-root.ts';

const FILE = 'schemes/kota-contoh/loket-kelurahan/v1/scheme.yaml';
const tutorial = readFileSync(path.join(projectRoot(), 'docs/schemes/membuat-skema.md'), 'utf8');

type Block = { readonly kind: string; readonly text: string };
const blocks: readonly Block[] = [...tutorial.matchAll(/^```([\w ]*)\n([\s\S]*?)^```$/gm)].map(
  ([, kind = '', text = '']) => ({ kind, text }),
);

/** What the reader has in the file after the blocks so far. */
function fileAfter(count: number): string {
  return blocks
    .slice(0, count)
    .filter(({ kind }) => kind === 'yaml')
    .map(({ text }) => text)
    .join('\n');
}

/** What `tera scheme check` answers in Indonesian, the folder shortened as the page does. */
function answer(text: string): string {
  const parsed = parseScheme(text, FILE);
  if (parsed.ok) return `${FILE}: ${parsed.scheme.id}@${parsed.scheme.version} ok\n`;
  return parsed.problems
    .map(
      ({ line, column, path: at, what, remedy }) =>
        `…/scheme.yaml:${line}:${column} ${at}: ${what.id}, ${remedy.id}\n`,
    )
    .join('');
}

const whole = fileAfter(blocks.length);

function compiled(): CompiledScheme {
  const parsed = parseScheme(whole, FILE);
  if (!parsed.ok) throw new Error(answer(whole));
  return compileScheme(parsed.scheme);
}

describe('the tutorial, from an empty file', () => {
  it('prints the answers of the check as they are', () => {
    const printed = blocks.flatMap(({ kind, text }, at) =>
      kind === 'check' ? [{ printed: text, answered: answer(fileAfter(at)) }] : [],
    );
    expect(printed.length).toBeGreaterThanOrEqual(3);
    for (const { printed: text, answered } of printed) expect(answered).toBe(text);
  });

  it('ends with a scheme without problems, printed whole', () => {
    expect(blocks.find(({ kind }) => kind === 'yaml lengkap')?.text).toBe(whole);
    expect(answer(whole)).toBe(`${FILE}: loket-kelurahan@1 ok\n`);
  });

  it('prints what the evaluation of its line of evidence answers', () => {
    const { id, evidence } = JSON.parse(blocks.find(({ kind }) => kind === 'jsonl')?.text ?? '');
    const answered = JSON.stringify({ id, ...compiled().evaluate(evidence) });
    expect(`${answered}\n`).toBe(blocks.find(({ kind }) => kind === 'answer')?.text);
  });

  it('gives examples that hold and reach every category', () => {
    const text = blocks.find(({ kind }) => kind === 'examples')?.text ?? '';
    const { examples }: { examples: readonly { evidence: unknown; expect: Record<string, unknown> }[] } =
      parse(text);
    for (const example of examples)
      expect(compiled().evaluate(example.evidence)).toMatchObject({ problems: [], ...example.expect });
    expect(new Set(examples.map((example) => example.expect.category))).toEqual(
      new Set(compiled().scheme.categories.map(({ code }) => code)),
    );
  });
});

/**
 * The page was tried twice before it was kept: once as printed, and once for another scheme (a library),
 * typed from an empty file without copying, which took three rounds of the check: 21 problems, then 10,
 * then none. No officer has tried it yet. What went wrong stands here, each made in the finished file:
 * what is right, what was written instead. The table of the page prints a part of the message that helps.
 */
const MISTAKES: readonly (readonly [message: string, right: string, wrong: string])[] = [
  ['baris ini dilekukkan dengan tab', '  id: Ketepatan', '\tid: Ketepatan'],
  ['nama dan titik duanya tidak pada satu baris', 'version: 1', 'version:1'],
  ['lekukan baris ini tidak sejajar', '  kepuasan:\n', '   kepuasan:\n'],
  ['lekukan baris ini tidak sejajar', '  - code: loket-lancar', '  -code: loket-lancar'],
  ['combination: belum diisi', 'combination:\n', '  combination:\n'],
  ['ditulis tanpa tanda kutip', 'targetHours: 2 }', 'targetHours: 2.5 }'],
  ['koma memisahkan isian, bukan desimal', 'targetHours: 2 }', 'targetHours: 2,5 }'],
  ['teks ini baru dalam satu bahasa', '{ id: Sikap, en: Attitude }', 'Sikap'],
  ['label.en: belum diisi', '{ id: Sikap, en: Attitude }', '{ id: Sikap }'],
  ['ada koma yang hilang, atau teks yang memuat titik dua', 'id: Syarat jelas', 'id: Syarat: jelas'],
  ['tanda kurung tidak ditutup', 'score: 100 }', 'score: 100'],
  ['bukan kode yang dapat dipakai', 'code: melayani', 'code: Melayani Warga'],
  ['dasarnya belum disebut', '    basis: [{ regulation: uu25, confidence: default }]\n', ''],
  ['jumlah bobot 90 %, bukan 100 %', 'sikap: 20 }', 'sikap: 10 }'],
  ['komponen "tepatwaktu" tidak ada', 'tepatWaktu: 60', 'tepatwaktu: 60'],
  ['"lancar" tidak dikenal', 'category: loket-lancar', 'category: lancar'],
  ['tidak ada kategori yang selaras dengan sangat-kurang', '[kurang, sangat-kurang]', '[kurang]'],
  ['tidak lebih kecil daripada tingkat di atasnya', 'score: 20 }', 'score: 60 }'],
  ['nilai di bawah 10 tidak tercakup', 'perlu-dibina, from: 0 }', 'perlu-dibina, from: 10 }'],
  ['jumlah angka desimal belum ditetapkan', '  decimals: 2\n', ''],
  [
    'semua komponen di sini boleh tidak ada nilainya',
    'withoutCases: missing',
    'withoutCases: not-applicable',
  ],
  ['bukan tanggal yang ada', 'from: 2027-01-01', 'from: 1 Januari 2027'],
  ['memuat tanda persen', 'percent: 70,', 'percent: 70 %,'],
  ['"ya" bukan true atau false', 'required: true', 'required: ya'],
  ['beri tanda kutip pada seluruh teks itu', 'id: Syarat jelas,', 'id: Syarat jelas, mudah,'],
  ['voices.rekan', 'colleague: {', 'rekan: {'],
  ['combination.weights:', '    - percent: {', '    percent: {'],
  ['folder bernama loket-kelurahan', 'id: loket-kelurahan', 'id: loket'],
];

describe('the mistakes that the tutorial explains', () => {
  const table = tutorial.slice(tutorial.indexOf('## Bila pemeriksaan menolak'));

  it.each(MISTAKES)('%s (%s)', (message, right, wrong) => {
    expect(whole).toContain(right);
    const answered = answer(whole.replace(right, wrong));
    expect(answered).toContain(message);
    expect(table).toContain(message);
  });

  it('explains no message that no mistake here brings about', () => {
    const explained = [...table.matchAll(/^\| (?!pesan|---)(.+?) +\|/gm)].map(([, message = '']) => message);
    expect(explained.length).toBeGreaterThan(15);
    const known = MISTAKES.map(([message]) => message);
    for (const message of explained) expect(known).toContain(message);
  });
});

const manual = path.join(projectRoot(), 'docs/schemes');
const pages = readdirSync(manual, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);

describe('the pages of the manual', () => {
  it.each(pages)('%s: its YAML and JSON can be read, and its links lead to files', (name) => {
    const page = readFileSync(path.join(manual, name), 'utf8');
    for (const [, kind = '', text = ''] of page.matchAll(/^```([\w ]*)\n([\s\S]*?)^```$/gm)) {
      if (kind.startsWith('yaml') || kind === 'examples')
        expect(parseDocument(text).errors, text).toEqual([]);
      if (kind === 'json') expect(() => JSON.parse(text), text).not.toThrow();
    }
    for (const [, target = ''] of page.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
      expect(existsSync(path.join(manual, path.dirname(name), target)), target).toBe(true);
  });

  it('has a page of the reference for every mechanism that counts', () => {
    const reference = readFileSync(path.join(manual, 'README.md'), 'utf8');
    for (const name of pages.filter((page) => page.startsWith('mekanisme')))
      expect(reference).toContain(`(${name.replaceAll(path.sep, '/')})`);
  });
});
