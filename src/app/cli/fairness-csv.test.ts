import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Condition } from './fairness-columns.ts';
import { type Mapping, type RatingFile, readRatings } from './fairness-csv.ts';
import { createIds, type Ids } from './fairness-ids.ts';
import { createJsonBytes } from './fairness-json.ts';
import { numberIn, writeNumber } from './fairness-numbers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tera-ratings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string | Uint8Array, mapping: Mapping = {}, where: readonly Condition[] = []) {
  const file = path.join(folder, 'ratings.csv');
  writeFileSync(file, text);
  return readRatings(file, { mapping, where }, () => {});
}

function good(
  text: string | Uint8Array,
  mapping: Mapping = {},
  where: readonly Condition[] = [],
): RatingFile {
  const result = read(text, mapping, where);
  if ('problems' in result) throw new Error(JSON.stringify(result));
  return result;
}

function bad(text: string, mapping: Mapping = {}) {
  const result = read(text, mapping);
  if (!('problems' in result)) throw new Error('was read');
  const { problems, total } = result;
  return {
    total,
    lines: problems.map((each) => `${each.line}:${each.column} ${each.path}: ${each.what.en}`),
  };
}

function namesOf(ids: Ids): string[] {
  return Array.from({ length: ids.size() }, (_, id) => ids.nameOf(id));
}

describe('a file of ratings', () => {
  it('becomes columns, names in the order of their first appearance', () => {
    const { columns, ratees, raters } = good('rater,ratee,score\nr1,b,70\nr2,a,80.5\nr1,a,-3e1\n');
    expect([...columns.ratee]).toEqual([0, 1, 1]);
    expect([...columns.rater]).toEqual([0, 1, 0]);
    expect([...columns.score]).toEqual([70, 80.5, -30]);
    expect([namesOf(ratees), namesOf(raters)]).toEqual([
      ['b', 'a'],
      ['r1', 'r2'],
    ]);
  });

  it('understands quotes, doubled quotes, line breaks in quotes, CRLF, blanks, a mark and no last line break', () => {
    const text =
      '\ufeff"ratee", rater ,"score"\r\n"Siti ""Ani"", S.E.",r1,"7"\r\n\r\n"two\nlines", r1 ,  8\r\n"","r1",9';
    expect(bad(text)).toEqual({ total: 1, lines: ['6:2 ratee: is missing'] });
    const { ratees, raters, columns } = good(text.replace('"","r1",9', 'Budi,"r1",9'));
    expect(namesOf(ratees)).toEqual(['Siti "Ani", S.E.', 'two\nlines', 'Budi']);
    expect(namesOf(raters)).toEqual(['r1']);
    expect([...columns.score]).toEqual([7, 8, 9]);
  });

  it('finds semicolons with decimal commas, and Indonesian headings', () => {
    const { columns } = good('Dinilai;Penilai;Nilai;Butir\nA;X;82,5;1\nB;X;79.25;2\n');
    expect([...columns.score]).toEqual([82.5, 79.25]);
    expect(columns.items).toBe(2);
  });

  it('takes the headings it is told', () => {
    const { columns } = good('diameter,plate,sample\n27,a,A\n23,a,B\n', {
      ratee: 'plate',
      rater: 'sample',
      score: 'diameter',
    });
    expect([columns.ratees, columns.raters]).toEqual([1, 2]);
  });

  it('reads days, groups, ties, roles and weights', () => {
    const header = 'ratee,rater,score,day,group,tie,role,weight';
    const { columns, groups } = good(
      `${header}\na,x,1,2026-01-31,P,ya,atasan,2\nb,x,2,2026-02-01,,0,rekan,0.5\nc,x,3,1970-01-11,L,,rekan,1\n`,
    );
    expect([...(columns.day ?? [])]).toEqual([20_484, 20_485, 10]);
    expect([...(columns.group ?? [])]).toEqual([0, 255, 1]);
    expect(namesOf(groups)).toEqual(['P', 'L']);
    expect([...(columns.tie ?? [])]).toEqual([1, 0, 0]);
    expect(columns.roleIds).toEqual(['atasan', 'rekan']);
    expect([...(columns.weight ?? [])]).toEqual([2, 0.5, 1]);
  });

  it('passes over rows without a score and counts them', () => {
    const { columns, missing, ratees } = good('ratee,rater,score\na,x,\nb,x,NA\nc,x,5\n');
    expect([missing, columns.score.length, namesOf(ratees)]).toEqual([2, 1, ['c']]);
  });

  it('takes the rows of one value only, and columns that are empty throughout as absent', () => {
    const text = 'model,ratee,rater,role,item,score\n1,a,x,,i1,5\n2,b,y,,,6\n2,c,"y",,,7\n3,d,z,r,,x\n';
    const { columns, ratees } = good(text, {}, [{ heading: 'Model', value: '2' }]);
    expect([namesOf(ratees), [...columns.score], columns.item, columns.role]).toEqual([
      ['b', 'c'],
      [6, 7],
      undefined,
      undefined,
    ]);
    expect(bad(text.replace('r,,x', 'r,,8')).lines).toEqual([
      '2:7 role: is empty in 3 rows, filled in others',
      '3:8 item: is empty in 3 rows, filled in others',
    ]);
    const absent = read(text, {}, [{ heading: 'year', value: '2' }]);
    expect('problems' in absent && absent.problems[0]?.what.en).toBe('there is no column "year"');
  });

  it('names every bad cell, the first twenty in words', () => {
    expect(bad('ratee,rater,score\na,x,tujuh\nb,,5\nc,x\nd,é,"1,5"\n')).toEqual({
      total: 4,
      lines: [
        '2:5 score: is not a number',
        '3:3 rater: is missing',
        '4:1 : this line has 2 cells, the header 3',
        '5:6 score: is not a number',
      ],
    });
    const many = bad(`ratee,rater,score\n${'a,b,c\n'.repeat(50)}`);
    expect([many.total, many.lines.length]).toEqual([50, 20]);
    expect(bad('ratee,rater,score,tie,day,weight\na,b,1,maybe,2026-02-30,0\n').lines).toEqual([
      '2:24 weight: is not a number above zero',
      '2:7 tie: is neither yes nor no',
      '2:13 day: is not a date',
    ]);
  });

  it('refuses a header without what it needs, and a file without ratings', () => {
    expect(bad('ratee,score\na,1\n').lines).toEqual(['1:1 rater: this column was not found']);
    expect(bad('ratee,rater,score\na,x,1\n', { score: 'y' }).lines).toEqual([
      '1:1 score: there is no column "y"',
    ]);
    expect(bad('ratee,rater,score,Score\na,x,1,2\n').lines).toEqual([
      '1:1 score: the heading "score" stands twice',
    ]);
    expect(bad('ratee,rater,score\n').lines).toEqual(['2:1 : this file holds no ratings']);
    expect(bad('').total).toBeGreaterThan(0);
  });

  it('reads records that span the pieces of the file', () => {
    const rows = 220_000;
    const lines = Array.from(
      { length: rows },
      (_, row) => `"p ""${row % 997}""",r${row % 13},${row % 101}.25\r\n`,
    );
    const { columns, ratees } = good(`ratee,rater,score\r\n${lines.join('')}`);
    expect([columns.score.length, columns.ratees, columns.raters]).toEqual([rows, 997, 13]);
    expect(ratees.nameOf(columns.ratee[rows - 1] as number)).toBe(`p "${(rows - 1) % 997}"`);
    expect(columns.score[rows - 1]).toBe(((rows - 1) % 101) + 0.25);
  });
});

describe('names as numbers', () => {
  it('keeps a hundred thousand names apart', () => {
    const ids = createIds();
    const encoder = new TextEncoder();
    const numberOf = (name: string) => {
      const bytes = encoder.encode(name);
      return ids.numberOf(bytes, 0, bytes.length);
    };
    for (let k = 0; k < 100_000; k++) expect(numberOf(`nama-${k}`) === k).toBe(true);
    for (let k = 0; k < 100_000; k += 997)
      expect([numberOf(`nama-${k}`), ids.nameOf(k)]).toEqual([k, `nama-${k}`]);
    expect(ids.size()).toBe(100_000);
  });
});

describe('numbers as bytes', () => {
  const parse = (text: string) => numberIn(new TextEncoder().encode(text), 0, text.length);

  it('reads as the language does', () => {
    const texts = [
      '0',
      '-0.5',
      '+7',
      '82.5',
      '.5',
      '5.',
      '1e3',
      '123456789012345678901',
      '0.1234567890123456789',
    ];
    for (const text of texts) expect(parse(text)).toBe(Number(text));
    for (const text of ['', '-', '.', '1.2.3', '1,5', '0x10', 'Infinity', 'NaN', '1e', '--1', '1 2'])
      expect(parse(text)).toBeNaN();
  });

  it('writes twelve digits that read back', () => {
    const bytes = new Uint8Array(64);
    const write = (value: number) => Buffer.from(bytes.subarray(0, writeNumber(bytes, 0, value))).toString();
    expect([0, -0, 1, -2.5, 100, 0.125, 1e-7, 123456789.5].map(write)).toEqual([
      '0',
      '0',
      '1',
      '-2.5',
      '100',
      '0.125',
      '1e-7',
      '123456789.5',
    ]);
    expect(write(Number.NaN)).toBe('null');
    let value = 1.23456789012345e-12;
    for (; value < 1e20; value *= -3.7) {
      for (const each of [value, 1 / 3, 2 / 3, 99.9999999999999]) {
        const back = Number(write(each));
        expect(Math.abs(back - each)).toBeLessThanOrEqual(Math.abs(each) * 5.1e-12);
      }
    }
  });

  it('writes names that need escaping', () => {
    const pieces: string[] = [];
    const json = createJsonBytes((bytes) => pieces.push(Buffer.from(bytes).toString()));
    json.text('[');
    for (const [index, name] of ['plain', 'é "quoted"\n', '\\'].entries()) {
      if (index > 0) json.text(',');
      json.string(new TextEncoder().encode(name));
    }
    json.text(',');
    json.value({ third: 1 / 3, list: [1, 2.5] });
    json.text(']');
    json.end();
    expect(JSON.parse(pieces.join(''))).toEqual([
      'plain',
      'é "quoted"\n',
      '\\',
      { third: 0.333333333333, list: [1, 2.5] },
    ]);
  });
});
