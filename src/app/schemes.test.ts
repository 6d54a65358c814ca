import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  NATIONAL_CREDIT_POINTS,
  NATIONAL_MATRIX,
  NATIONAL_PATTERNS,
  OBJECTION_DAYS,
  ORGANISATION_PREDICATES,
  organisationPredicateLabel,
  PREDICATES,
  predicateLabel,
  RATINGS,
  ratingLabel,
  SUGGESTION_POLICY,
  siasnCodes,
} from '#domain/rules/index.ts';
import { creditPointTableOf, distributionPatternsOf, objectionDaysOf } from '#domain/schemes/index.ts';
import { projectRoot } from '#platform/project-root.ts';
import { listSchemes, loadScheme } from './schemes.ts';

type Example = {
  readonly name: string;
  readonly evidence: unknown;
  readonly expect: Readonly<Record<string, unknown>>;
};

const temporary = mkdtempSync(path.join(tmpdir(), 'tera-schemes-'));
afterAll(() => rmSync(temporary, { recursive: true }));

describe.each(listSchemes().map((entry) => [`${entry.id}@${entry.version}`, entry] as const))(
  '%s',
  (_, entry) => {
    const compiled = loadScheme(entry.id, entry.version);
    const { examples }: { examples: readonly Example[] } = parse(
      readFileSync(path.join(path.dirname(entry.file), 'examples.yaml'), 'utf8'),
    );

    it.each(examples.map((example) => [example.name, example] as const))('%s', (__, example) => {
      const result = compiled?.evaluate(example.evidence);
      const seen = { ...result, problems: result?.problems.map((problem) => problem.path) };
      expect(seen).toMatchObject({ problems: [], ...example.expect });
    });

    it('reaches every category in its examples', () => {
      const reached = new Set(examples.map((example) => example.expect.category));
      for (const category of compiled?.scheme.categories ?? []) expect(reached).toContain(category.code);
    });

    it('gives an example of its evidence that evaluates', () => {
      expect(compiled?.evaluate(compiled.example)).toMatchObject({
        category: expect.any(String),
        problems: [],
      });
    });
  },
);

describe('the national scheme says the same as the rules of the calculator', () => {
  const scheme = loadScheme('permenpanrb-6-2022')?.scheme;
  if (!scheme) throw new Error('the national scheme is missing');

  it('matrix, suggestion, distribution, credit points, objection', () => {
    expect(scheme.combination).toMatchObject({ mechanism: 'matrix', cells: NATIONAL_MATRIX });
    expect(scheme.components.results).toMatchObject({ suggestion: SUGGESTION_POLICY });
    expect(distributionPatternsOf(scheme)).toEqual(NATIONAL_PATTERNS);
    expect(creditPointTableOf(scheme)).toEqual(NATIONAL_CREDIT_POINTS);
    expect(objectionDaysOf(scheme)).toBe(OBJECTION_DAYS);
  });

  it('labels and codes of SIASN', () => {
    const levels = scheme.scales?.rating?.levels ?? [];
    expect(levels.map(({ code, label }) => [code, label])).toEqual(
      RATINGS.map((code) => [code, ratingLabel(code)]),
    );
    expect(scheme.categories.map(({ code, label }) => [code, label])).toEqual(
      PREDICATES.map((code) => [code, predicateLabel(code)]),
    );
    expect(scheme.organisation?.predicates).toEqual(
      ORGANISATION_PREDICATES.map((code) => ({ code, label: organisationPredicateLabel(code) })),
    );
    const siasn = (entries: readonly { code: string; siasn?: number | undefined }[], code: string) =>
      entries.find((entry) => entry.code === code)?.siasn;
    for (const results of RATINGS) {
      for (const behaviour of RATINGS) {
        expect(siasnCodes(results, behaviour)).toEqual({
          hasilKerja: siasn(levels, results),
          perilakuKerja: siasn(levels, behaviour),
          kuadranKinerja: siasn(scheme.categories, NATIONAL_MATRIX[results][behaviour]),
        });
      }
    }
  });

  it('carries the seven values with three guide lines each', () => {
    expect(scheme.behaviours?.values.map((value) => value.guides.length)).toEqual([3, 3, 3, 3, 3, 3, 3]);
    const initials = scheme.behaviours?.values.map((value) => value.label.id.slice(0, 3).toUpperCase());
    expect(initials).toEqual(['BER', 'AKU', 'KOM', 'HAR', 'LOY', 'ADA', 'KOL']);
  });
});

describe('schemes on disk', () => {
  it('finds the root by its package.json', () => {
    expect(JSON.parse(readFileSync(path.join(projectRoot(), 'package.json'), 'utf8'))).toMatchObject({
      name: 'tera',
    });
  });

  it('lists versions in order and passes over other folders', () => {
    for (const folder of [
      'kota/coba/v2',
      'kota/coba/v10',
      'kota/coba/draft',
      'kota/kosong/v1',
      'kota/coba/v0',
    ]) {
      mkdirSync(path.join(temporary, folder), { recursive: true });
      if (!folder.includes('kosong')) writeFileSync(path.join(temporary, folder, 'scheme.yaml'), '');
    }
    expect(listSchemes(temporary).map(({ id, version }) => `${id}@${version}`)).toEqual([
      'coba@2',
      'coba@10',
    ]);
  });

  it('knows no scheme or version that does not exist', () => {
    expect(loadScheme('permenpanrb-6-2022', 99)).toBeUndefined();
    expect(loadScheme('tidak-ada')).toBeUndefined();
  });

  it('compiles a scheme once', () => {
    expect(loadScheme('pp-30-2019')).toBe(loadScheme('pp-30-2019', 1));
  });
});
