import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Explanation, sentence } from '../explanation.ts';
import { compileScheme, parseScheme } from './index.ts';

const text = readFileSync(new URL('./mechanisms/official.examples.yaml', import.meta.url), 'utf8');
const LABEL = { id: 'Contoh', en: 'Example' };
const BASIS = [{ regulation: 'contoh' }];
const FRAME = {
  language: 1,
  id: 'contoh',
  version: 1,
  title: LABEL,
  summary: LABEL,
  effective: { from: '2026-01-01' },
  regulations: { contoh: { name: 'Contoh', title: LABEL } },
};
const content: { readonly scheme: Readonly<Record<string, unknown>> } = parse(text);

function schemeText(more: object = {}): string {
  return stringify({ ...FRAME, ...content.scheme, ...more }, { aliasDuplicateObjects: false });
}

function compiled(given: string) {
  const parsed = parseScheme(given, 'contoh.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compileScheme(parsed.scheme);
}

const scheme = compiled(schemeText());

function evidence(kerja: string, sikap: string, hadir: string, hukuman = false, official?: object) {
  const given = { kerja: { score: kerja }, sikap: { score: sikap }, hadir: { score: hadir } };
  return { ...given, hukuman: { value: hukuman }, ...(official ? { official } : {}) };
}

function told(given: unknown): string {
  const { explanation } = scheme.explain(given);
  if (!explanation) throw new Error('refused');
  return sentence(explanation).id;
}

function node(given: unknown, code: string): Explanation | undefined {
  const search = (each: Explanation): Explanation | undefined =>
    each.code === code ? each : each.children.map(search).find((found) => found !== undefined);
  const { explanation } = scheme.explain(given);
  return explanation ? search(explanation) : undefined;
}

describe('what is told of a result', () => {
  it('why, and what would have changed it', () => {
    expect(told(evidence('85', '80', '80'))).toBe(
      'Rating resmi masih saran; pejabat penilai yang menetapkan. 70 % × 85 (Kerja) + 30 % × 80 (Sikap) = 83,5. Nilai 83,5 mencapai batas 70 untuk Andal. Hasilnya menjadi Unggul bila nilai naik 1,5, misalnya bila kerja naik 2,15.',
    );
  });

  it('that a category was lowered to agree, and which predicate would raise it', () => {
    expect(told(evidence('100', '85', '85'))).toContain(
      'Predikat resmi Baik selaras dengan Unggul atau Andal, sehingga Pelopor disesuaikan menjadi Unggul. Hasilnya menjadi Pelopor bila predikat resmi paling rendah Sangat Baik.',
    );
  });

  it('that a better score alone would be lowered again', () => {
    expect(told(evidence('89', '85', '85'))).toMatch(
      /Untuk Pelopor, predikat resmi juga harus paling rendah Sangat Baik\.$/,
    );
  });

  it('that nothing is better', () => {
    expect(told(evidence('100', '100', '100'))).toMatch(/Ini kategori tertinggi\.$/);
  });

  it('who decided, with what reason, and what had been suggested', () => {
    const official = { behaviour: { rating: 'meets', reason: 'Dua teguran dari warga.' } };
    const given = evidence('95', '95', '95', false, official);
    const decided = node(given, 'official.behaviour');
    expect(decided?.rule.id).toBe(
      'Pejabat penilai menetapkan sesuai ekspektasi, berbeda dari saran, yaitu di atas ekspektasi. Alasan: Dua teguran dari warga.',
    );
    expect(decided?.inputs.map(({ path }) => path)).toEqual([
      'official.behaviour.rating',
      'official.behaviour.reason',
    ]);
    expect(node(given, 'official.behaviour-suggestion')?.value).toMatchObject({ value: 'above' });
    expect(node(given, 'official')?.suggestion).toBe(true);
  });

  it('why a suggestion was held down', () => {
    expect(node(evidence('95', '100', '74'), 'official.behaviour')?.rule.id).toMatch(
      /Kehadiran di bawah 75\.$/,
    );
  });

  it('nothing but what is true: the rise that is named reaches what is promised', () => {
    const points = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(points, points, (kerja, sikap) => {
        const official = {
          results: { rating: 'above', reason: '-' },
          behaviour: { rating: 'above', reason: '-' },
        };
        const given = (work: number) =>
          evidence(String(work / 100), String(sikap / 100), '100', false, official);
        const rise = /menjadi (\w+) bila nilai naik [\d,]+, misalnya bila kerja naik ([\d,]+)\./.exec(
          told(given(kerja)),
        );
        if (!rise) return;
        const [, promised = '', by = ''] = rise;
        const after = scheme.evaluate(given(kerja + Math.round(Number(by.replace(',', '.')) * 100)));
        const ranks = scheme.scheme.categories.map(({ label }) => label.id);
        const reached = scheme.scheme.categories.findIndex(({ code }) => code === after.category);
        expect(reached).toBeGreaterThanOrEqual(0);
        expect(reached).toBeLessThanOrEqual(ranks.indexOf(promised));
      }),
      { numRuns: 300 },
    );
  });
});

describe('weights', () => {
  it('of items and lines may all be multiplied without changing anything', () => {
    const level = fc.constantFrom('teladan', 'kurang');
    const weights = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 });
    const scaled = (given: readonly number[], factor: number) =>
      compiled(
        schemeText({
          authority: 'national',
          official: undefined,
          gates: undefined,
          scales: {
            tingkat: {
              label: LABEL,
              levels: [
                { code: 'teladan', label: LABEL, score: 100 },
                { code: 'kurang', label: LABEL, score: '12.5' },
              ],
            },
          },
          components: {
            sikap: {
              label: LABEL,
              mechanism: 'rated-items',
              scale: 'tingkat',
              basis: BASIS,
              items: given.map((weight, index) => ({
                code: `i${index}`,
                label: LABEL,
                weight: weight * factor,
              })),
              voices: { appraiser: { percent: 100, required: true } },
            },
          },
          combination: {
            mechanism: 'weighted-mean',
            label: LABEL,
            weights: [{ percent: { sikap: 100 } }],
            bands: ['pelopor', 'unggul', 'andal', 'berkembang', 'lemah'].map((category, index) => ({
              category,
              from: [90, 80, 70, 60, 0][index],
            })),
            basis: BASIS,
          },
        }),
      );
    fc.assert(
      fc.property(
        weights,
        fc.integer({ min: 2, max: 9 }),
        fc.tuple(level, level, level),
        (given, factor, levels) => {
          const items = Object.fromEntries(levels.map((each, index) => [`i${index}`, each]));
          const forms = { sikap: { forms: { appraiser: [{ items }] } } };
          expect(scaled(given, factor).evaluate(forms)).toEqual(scaled(given, 1).evaluate(forms));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('components, for forms and pages', () => {
  it('say who gives them, what they rest on, and whether they may be missing', () => {
    expect(
      scheme.components.map(({ code, mechanism, yields, voices, optional }) => [
        code,
        mechanism,
        yields,
        voices,
        optional,
      ]),
    ).toEqual([
      ['kerja', 'score', 'score', ['measured'], false],
      ['sikap', 'score', 'score', ['measured'], false],
      ['hadir', 'score', 'score', ['measured'], false],
      ['hukuman', 'fact', 'fact', ['measured'], false],
    ]);
    for (const component of scheme.components) {
      expect(component.read(component.example)).toMatchObject({ state: 'value' });
      expect(component.basis).toEqual([{ regulation: 'Contoh' }]);
    }
  });
});
