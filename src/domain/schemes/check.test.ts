import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileScheme, parseScheme } from './index.ts';

const FILE = 'schemes/nasional/permenpanrb-6-2022/v1/scheme.yaml';
const text = readFileSync(new URL(`../../../${FILE}`, import.meta.url), 'utf8');

/** Plants a fault and gives back what the check says of it, as `line:column path`. */
function found(...faults: readonly (readonly [from: string | RegExp, to: string])[]): readonly string[] {
  let faulty = text;
  for (const [from, to] of faults) {
    const planted = faulty.replace(from, to);
    if (planted === faulty) throw new Error(`nothing to replace: ${from}`);
    faulty = planted;
  }
  const parsed = parseScheme(faulty, FILE);
  if (parsed.ok) return [];
  return parsed.problems.map(
    (problem) => `${problem.line}:${problem.column} ${problem.path}: ${problem.what.en}`,
  );
}

/** Line and column, from 1, of a text in the file as it is. */
function at(piece: string, inside = ''): string {
  const offset = text.indexOf(piece) + piece.indexOf(inside);
  if (offset < 0 || !text.includes(piece)) throw new Error(`not in the file: ${piece}`);
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

describe('a fault is reported with its line, column and path', () => {
  it('has nothing to say of the scheme as it is', () => {
    expect(parseScheme(text, FILE)).toMatchObject({ ok: true });
  });

  it.each([
    [
      'an unknown key',
      ['authority: national', 'authority: national\ncolour: red'],
      '8:1 colour: this key is not known',
    ],
    ['a language that does not exist', ['language: 1', 'language: 2'], '4:11 language: 2 is not known'],
    [
      'an id that is not its folder',
      ['id: permenpanrb-6-2022', 'id: permenpanrb-8-2021'],
      '5:5 id: the folder is named permenpanrb-6-2022',
    ],
    [
      'a version that is not its folder',
      ['version: 1', 'version: 2'],
      '6:10 version: the folder is named v1',
    ],
    [
      'a date that does not exist',
      ['from: 2022-01-01', 'from: 2022-02-30'],
      `${at('from: 2022-01-01', '2022')} effective.from: is not a date that exists`,
    ],
    [
      'an end that is not after the beginning',
      ['from: 2022-01-01', 'from: 2022-01-01\n  until: 2022-01-01'],
      '17:10 effective.until: is not after from',
    ],
    [
      'a citation of nothing',
      ['regulation: pp30', 'regulation: pp31'],
      `${at('regulation: pp30', 'pp30')} objection.basis[0].regulation: "pp31" is not known`,
    ],
    [
      'a cell that contradicts the law',
      [
        'meets: { above: baik, meets: baik, below: kurang }',
        'meets: { above: baik, meets: baik, below: butuh-perbaikan }',
      ],
      `${at('meets: { above: baik, meets: baik, below: kurang }', 'kurang }')} combination.cells.meets.below: "butuh-perbaikan" contradicts the national matrix`,
    ],
    [
      'a repeated value',
      ['code: akuntabel', 'code: berorientasi-pelayanan'],
      `${at('code: akuntabel', 'akuntabel')} behaviours.values[1].code: the code "berorientasi-pelayanan" is already used`,
    ],
    [
      'a guide without English',
      [', en: Helps others to learn }', ' }'],
      `${at('{ id: Membantu orang lain belajar')} behaviours.values[2].guides[1].en: is missing`,
    ],
    [
      'a share over one hundred',
      ['predicates: [sangat-baik], percent: 70', 'predicates: [sangat-baik], percent: 170'],
      `${at('predicates: [sangat-baik], percent: 70', '70')} organisation.distribution.istimewa.limits[0].percent: 170 is too large`,
    ],
    [
      'an unknown predicate in a pattern',
      ['dominant: sangat-kurang', 'dominant: buruk'],
      `${at('dominant: sangat-kurang', 'sangat')} organisation.distribution.sangat-kurang.dominant: "buruk" is not known`,
    ],
    [
      'a limit on nothing',
      ['kind: none', 'kind: never'],
      `${at('kind: none', 'none')} organisation.distribution.sangat-kurang.limits[2].kind: "never" is not known`,
    ],
    [
      'least shares of more than everybody',
      ['predicates: [butuh-perbaikan], percent: 10 }', 'predicates: [butuh-perbaikan], percent: 50 }'],
      `${at('      dominant: kurang\n      limits:', 'limits')} organisation.distribution.kurang.limits: the least shares sum to 110 %`,
    ],
    [
      'a least share above the largest',
      [
        'predicates: [butuh-perbaikan], percent: 60 }',
        'predicates: [butuh-perbaikan], percent: 60 }\n        - { kind: max-percent, predicates: [butuh-perbaikan], percent: 50 }',
      ],
      expect.stringContaining('limits[1].percent: is below the least share of 60 %'),
    ],
    [
      'a pattern that shuts out its own peak',
      ['dominant: sangat-kurang', 'dominant: sangat-baik'],
      expect.stringContaining('limits[2]: shuts out the predicate that should dominate'),
    ],
    [
      'credit that grows with a worse predicate',
      ['kurang: 50, sangat-kurang: 25', 'kurang: 50, sangat-kurang: 55'],
      `${at('kurang: 50, sangat-kurang: 25', '25')} creditPoints.percent.sangat-kurang: is more than that of kurang`,
    ],
    [
      'a coefficient that is missing',
      ['    mahir: "12.50"\n', ''],
      `${at('  coefficients:', 'coefficients')} creditPoints.coefficients.mahir: is missing`,
    ],
    [
      'no days for objection',
      ['days: 14', 'days: 0'],
      `${at('days: 14', '14')} objection.days: 0 is too small`,
    ],
    [
      'a day that is in no month',
      ['agreedBy: "01-31"', 'agreedBy: "02-31"'],
      `${at('agreedBy: "01-31"', '"01')} plan.agreedBy: is not a month and day that exist`,
    ],
    [
      'official ratings from no component',
      ['  behaviour: behaviour\n', '  behaviour: perilaku\n'],
      `${at('  behaviour: behaviour\n', 'behaviour\n')} official.behaviour: "perilaku" is not known`,
    ],
  ] as const)('%s', (_, fault, expected) => {
    expect(found(fault)).toContainEqual(expected);
  });

  it('a pattern that is missing', () => {
    const without = text.replace(/ {4}kurang:\n {6}dominant: kurang\n(?: {6}.*\n| {8}.*\n)+/, '');
    expect(without).not.toBe(text);
    const parsed = parseScheme(without, FILE);
    expect(parsed.ok ? [] : parsed.problems).toMatchObject([{ path: 'organisation.distribution.kurang' }]);
  });

  it('a local scheme without the official result, and one that no rule cites', () => {
    expect(found(['authority: national', 'authority: local'], [/official:\n(?: {2}.*\n)+/, ''])).toEqual([
      expect.stringContaining('official: a local scheme must map to the official result'),
    ]);
    expect(found(['regulation: pp30', 'regulation: p6'])).toEqual([
      expect.stringContaining('regulations.pp30: no rule cites this regulation'),
    ]);
  });

  it('all problems at once, in reading order, though one section is beyond reading', () => {
    const problems = found(
      ['version: 1', 'version: one'],
      ['scale: rating\n    suggestion', 'scale: tangga\n    suggestion'],
      ['columns: behaviour', 'columns: conduct'],
      ['days: 14', 'days: soon'],
      ['regulation: p1,', 'regulation: p9,'],
    );
    expect(problems.map((problem) => problem.replace(/^\d+:\d+ ([^:]*):.*/, '$1'))).toEqual([
      'version',
      'regulations.p1',
      'components.results.scale',
      'components.behaviour',
      'combination.columns',
      'objection.days',
      'creditPoints.basis[0].regulation',
    ]);
  });
});

describe('what is no scheme at all', () => {
  it.each([
    ['', '1:1'],
    ['- a\n- b\n', '1:1'],
    ['just words', '1:1'],
    ['a: 1\na: 2\n', '2:1'],
    ['a: [1, 2\n', '1:4'],
    ['a: *nowhere\n', '1:4'],
    ['a: &x [1]\nb: *x\n', '2:4'],
  ])('%j', (given, place) => {
    const parsed = parseScheme(given, 'x.yaml');
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.problems[0]).toMatchObject({ file: 'x.yaml' });
    expect(`${parsed.problems[0]?.line}:${parsed.problems[0]?.column}`).toBe(place);
  });

  it('does not parse an enormous file', () => {
    expect(parseScheme('#'.repeat(1_000_001), 'x.yaml')).toMatchObject({ ok: false });
  });
});

describe('robustness', () => {
  const lines = text.split('\n');

  it('never throws on a scheme with a damaged line, and what it accepts compiles and evaluates', () => {
    const line = fc.nat({ max: lines.length - 1 });
    const replacement = fc.oneof(
      fc.constant(''),
      fc.constantFrom('  - []', 'combination: 3', '  cells: {}', '  results: null', '    scale: constructor'),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(line, replacement, (index, other) => {
        const parsed = parseScheme(lines.toSpliced(index, 1, other).join('\n'), FILE);
        if (!parsed.ok) {
          expect(parsed.problems.length).toBeGreaterThan(0);
          return;
        }
        const compiled = compileScheme(parsed.scheme);
        expect(compiled.evaluate(compiled.example)).toMatchObject({ category: expect.any(String) });
        compiled.explain(compiled.example);
      }),
      { numRuns: 100 },
    );
  });
});
