import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisOf, type ExplainedInput, type Explanation, inputsOf, sentence } from '../explanation.ts';
import { LINE_KINDS, PREDICATES, RATINGS } from '../rules/codes.ts';
import { compileScheme, parseScheme } from './index.ts';

function schemeText(id: string): string {
  return readFileSync(new URL(`../../../schemes/nasional/${id}/v1/scheme.yaml`, import.meta.url), 'utf8');
}

function compiled(id: string) {
  const parsed = parseScheme(schemeText(id), `${id}/v1/scheme.yaml`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compileScheme(parsed.scheme);
}

const national = compiled('permenpanrb-6-2022');
const older = compiled('pp-30-2019');

const rating = fc.constantFrom(...RATINGS);
const lines = fc.array(fc.record({ kind: fc.constantFrom(...LINE_KINDS), rating }), {
  minLength: 1,
  maxLength: 12,
});
const values = fc.dictionary(fc.constantFrom('loyal', 'akuntabel', 'adaptif'), rating);
const results = fc.oneof(fc.record({ rating }), fc.record({ lines }), fc.record({ rating, lines }));
const evidence = fc.record({
  results,
  behaviour: fc.oneof(fc.record({ rating }), fc.record({ rating, values })),
});
const score = fc.integer({ min: 0, max: 12_000 }).map((hundredths) => String(hundredths / 100));
const olderEvidence = fc.record({
  results: fc.record({ score }),
  behaviour: fc.record({ score }),
  opinions: fc.record({ value: fc.boolean() }),
  newIdea: fc.record({ value: fc.boolean() }),
});

const rank = (category: string | null) => (PREDICATES as readonly (string | null)[]).indexOf(category);

/** Puts the inputs of an explanation back where they came from. */
function evidenceFrom(inputs: readonly ExplainedInput[]): Record<string, unknown> {
  const rebuilt: Record<string, unknown> = {};
  for (const input of inputs) {
    if (input.value.state !== 'value') continue;
    const parts = input.path.split(/[.[\]]+/);
    let node: Record<string, unknown> = rebuilt;
    for (const [index, part] of parts.slice(0, -1).entries()) {
      node[part] ??= /^\d+$/.test(parts[index + 1] ?? '') ? [] : {};
      node = node[part] as Record<string, unknown>;
    }
    const { kind, value } = input.value;
    node[parts.at(-1) ?? ''] = kind === 'boolean' ? value === 'true' : value;
    if (input.group) node.kind = input.group.code;
  }
  return rebuilt;
}

function explanationOf(scheme: typeof national, given: unknown, annotations = {}): Explanation {
  const { explanation } = scheme.explain(given, annotations);
  if (!explanation) throw new Error('the evidence was refused');
  return explanation;
}

describe('properties', () => {
  it('evidence gives exactly one category, or problems, and never both', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const result = national.evaluate(given);
        expect(result.category === null).toBe(result.problems.length > 0);
        if (result.category !== null) expect(PREDICATES).toContain(result.category);
      }),
    );
  });

  it('a better rating never gives a worse category', () => {
    fc.assert(
      fc.property(rating, rating, rating, (first, second, other) => {
        const [better, worse] =
          RATINGS.indexOf(first) <= RATINGS.indexOf(second) ? [first, second] : [second, first];
        const of = (byResults: string, byBehaviour: string) =>
          rank(
            national.evaluate({ results: { rating: byResults }, behaviour: { rating: byBehaviour } })
              .category,
          );
        expect(of(better, other)).toBeLessThanOrEqual(of(worse, other));
        expect(of(other, better)).toBeLessThanOrEqual(of(other, worse));
      }),
    );
  });

  it('a higher score, or a new idea, never gives a worse category under the older rule', () => {
    fc.assert(
      fc.property(olderEvidence, score, (given, other) => {
        const higher = Math.max(Number(given.results.score), Number(other));
        const improved = { ...given, results: { score: String(higher) }, newIdea: { value: true } };
        expect(rank(older.evaluate(improved).category)).toBeLessThanOrEqual(
          rank(older.evaluate(given).category),
        );
      }),
    );
  });

  it('the order of the lines changes nothing', () => {
    fc.assert(
      fc.property(lines, rating, (given, behaviour) => {
        const of = (ordered: typeof given) =>
          national.evaluate({ results: { lines: ordered }, behaviour: { rating: behaviour } });
        expect(of(given.toReversed())).toEqual(of(given));
      }),
    );
  });

  it('the fast reading agrees with the declared shape, and nothing throws', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { results: fc.oneof(results, fc.jsonValue()), behaviour: fc.jsonValue() },
        { requiredKeys: [] },
      ),
      fc.dictionary(fc.constantFrom('results', 'behaviour', '__proto__', 'constructor'), fc.jsonValue()),
    );
    for (const scheme of [national, older]) {
      fc.assert(
        fc.property(anything, (given) => {
          const result = scheme.evaluate(given);
          expect(result.problems.map((problem) => problem.what.en)).not.toContain(
            'this evidence cannot be read',
          );
          scheme.explain(given);
        }),
        { numRuns: 500 },
      );
    }
  });

  it('the inputs at the leaves of an explanation reproduce the result', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { explanation, ...result } = national.explain(given);
        expect(result).toEqual(national.evaluate(given));
        if (explanation) expect(national.evaluate(evidenceFrom(inputsOf(explanation)))).toEqual(result);
      }),
    );
    fc.assert(
      fc.property(olderEvidence, (given) => {
        const { explanation, ...result } = older.explain(given);
        if (!explanation) throw new Error('refused');
        expect(older.evaluate(evidenceFrom(inputsOf(explanation)))).toEqual(result);
      }),
    );
  });

  it('every step of an explanation cites its basis and speaks both languages', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { explanation } = national.explain(given);
        const visit = (node: Explanation) => {
          expect(node.basis.length).toBeGreaterThan(0);
          expect(node.rule.id).not.toMatch(/undefined|[{}]/);
          expect(node.rule.en).not.toMatch(/undefined|[{}]/);
          node.children.forEach(visit);
        };
        if (explanation) visit(explanation);
      }),
    );
  });
});

describe('explanation', () => {
  it.each([
    [
      'above',
      'meets',
      'Hasil kerja Anda di atas ekspektasi dan perilaku kerja sesuai ekspektasi. Menurut matriks nasional, keduanya menghasilkan predikat Baik. Predikat menjadi Sangat Baik bila perilaku kerja juga di atas ekspektasi.',
    ],
    [
      'meets',
      'meets',
      'Hasil kerja Anda sesuai ekspektasi dan perilaku kerja sesuai ekspektasi. Menurut matriks nasional, keduanya menghasilkan predikat Baik. Predikat menjadi Sangat Baik bila hasil kerja dan perilaku kerja sama-sama di atas ekspektasi.',
    ],
    [
      'above',
      'above',
      'Hasil kerja Anda di atas ekspektasi dan perilaku kerja di atas ekspektasi. Menurut matriks nasional, keduanya menghasilkan predikat Sangat Baik. Ini predikat tertinggi.',
    ],
    [
      'below',
      'below',
      'Hasil kerja Anda di bawah ekspektasi dan perilaku kerja di bawah ekspektasi. Menurut matriks nasional, keduanya menghasilkan predikat Sangat Kurang. Predikat menjadi Butuh Perbaikan bila perilaku kerja sesuai ekspektasi.',
    ],
    [
      'below',
      'above',
      'Hasil kerja Anda di bawah ekspektasi dan perilaku kerja di atas ekspektasi. Menurut matriks nasional, keduanya menghasilkan predikat Butuh Perbaikan. Predikat menjadi Baik bila hasil kerja sesuai ekspektasi.',
    ],
  ])('says why, and what would change it: %s, %s', (byResults, byBehaviour, text) => {
    const given = { results: { rating: byResults }, behaviour: { rating: byBehaviour } };
    expect(sentence(explanationOf(national, given)).id).toBe(text);
  });

  it('says in English too, and that lines alone only suggest', () => {
    const given = { results: { lines: [{ kind: 'main', rating: 'above' }] }, behaviour: { rating: 'meets' } };
    const explanation = explanationOf(national, given);
    expect(explanation.suggestion).toBe(true);
    expect(sentence(explanation).en).toBe(
      'This is still a suggestion from the rating of each result; the appraiser decides. Your results are above expectation and your behaviour is as expected. By the national matrix, together they give the predicate Good. The predicate becomes Very Good if behaviour is also above expectation.',
    );
  });

  it('carries who gave a value, when and why, and the words of the result itself', () => {
    const given = {
      results: { rating: 'meets', lines: [{ kind: 'main', rating: 'meets' }] },
      behaviour: { rating: 'meets' },
    };
    const explanation = explanationOf(national, given, {
      'results.rating': { who: 'Rina', when: '2026-11-21', note: 'Target tercapai' },
      'results.lines[0].rating': { label: { id: 'Laporan keuangan', en: 'Financial report' }, who: 'Rina' },
    });
    const [decision, line] = inputsOf(explanation);
    expect(decision).toMatchObject({ source: { who: 'Rina', when: '2026-11-21', note: 'Target tercapai' } });
    expect(line).toMatchObject({ label: { id: 'Laporan keuangan' }, source: { who: 'Rina' } });
    expect(basisOf(explanation).map((basis) => basis.regulation)).toEqual([
      'PermenPANRB Nomor 6 Tahun 2022',
      'PermenPANRB Nomor 6 Tahun 2022',
      'SE Menteri PANRB Nomor 20 Tahun 2021',
    ]);
  });

  it('says what is lacking', () => {
    const explanation = explanationOf(national, { results: { rating: 'above' } });
    expect(explanation.value).toEqual({ state: 'missing' });
    expect(explanation.rule.id).toBe('Belum dapat ditentukan: perilaku kerja belum dinilai.');
  });

  it('shows the sum of the older rule', () => {
    const given = {
      results: { score: '115' },
      behaviour: { score: '110' },
      opinions: { value: false },
      newIdea: { value: false },
    };
    expect(sentence(explanationOf(older, given)).id).toBe(
      '70 % × 115 (Nilai SKP) + 30 % × 110 (Nilai perilaku kerja) = 113,5. Nilai 113,5 mencapai batas 90 untuk Baik. Syarat tambahan untuk Sangat Baik tidak terpenuhi.',
    );
  });
});
