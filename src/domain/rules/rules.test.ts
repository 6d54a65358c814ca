import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusedTexts } from '../../../test/support/rules.ts';
import { PREDICATES, type Predicate, RATINGS, ruleNamed, rules } from './index.ts';

/** The answer without basis and explanation; fails where the input was refused. */
function answer(name: string, input: unknown) {
  const result = ruleNamed(name)?.run(input);
  if (!result?.ok) throw new Error(`${name} refused: ${JSON.stringify(result)}`);
  const { basis, explanation, ...output } = result.output;
  expect(basis.length).toBeGreaterThan(0);
  expect(explanation.rule.id).not.toBe('');
  return output;
}

describe.each(rules.map((rule) => [rule.name, rule] as const))('rule %s', (name, rule) => {
  it.each(rule.examples.map((example) => [example.title.en, example] as const))('%s', (_, example) => {
    expect(answer(name, example.input)).toEqual(example.output);
  });

  it('refuses an unknown key by its path', () => {
    const input = { ...rule.examples[0]?.input, surprise: 1 };
    expect(refusedTexts(name, input)).toEqual([
      'surprise: this key is not known, remove it, or check its spelling',
    ]);
  });

  it('refuses each missing field by its path', () => {
    for (const field of rule.fields.filter((candidate) => !candidate.optional)) {
      const input: Record<string, unknown> = { ...rule.examples[0]?.input };
      delete input[field.name];
      expect(refusedTexts(name, input).map((text) => text.split(':')[0])).toContain(field.name);
    }
  });

  it('describes every field that its examples use', () => {
    const names = rule.fields.map((field) => field.name);
    for (const example of rule.examples)
      for (const key of Object.keys(example.input)) expect(names).toContain(key);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof rule.run(value).ok === 'boolean'));
  });
});

describe('impossible values are refused with the path of the field', () => {
  it.each([
    [
      'predicate',
      { results: 'best', behaviour: 'below' },
      'results: "best" is not known, choose one of: above, meets, below',
    ],
    ['predicate', null, 'null is not an object with names and values, write an object with names and values'],
    ['results-rating', { lines: [] }, 'lines: is empty, give at least one entry'],
    [
      'results-rating',
      {
        lines: [
          { kind: 'main', rating: 'meets' },
          { kind: 'side', rating: 'meets' },
        ],
      },
      'lines[1].kind: "side" is not known, choose one of: main, additional',
    ],
    [
      'distribution',
      { organisation: 'baik', counts: { cukup: 3 } },
      'counts.cukup: this key is not known, remove it, or check its spelling',
    ],
    [
      'distribution',
      { organisation: 'baik', counts: { baik: -1 } },
      'counts.baik: -1 is too small, give at least 0',
    ],
    [
      'distribution',
      { organisation: 'baik', counts: { baik: 1.5 } },
      'counts.baik: 1.5 is not a whole number, write a whole number',
    ],
    ['distribution', { organisation: 'baik', counts: {} }, 'counts: counts nobody, give at least one person'],
    [
      'credit-points',
      { level: 'ahli-muda', predicate: 'baik', months: 13 },
      'months: 13 is too large, give at most 12',
    ],
    [
      'credit-points',
      { level: 'ahli-muda', predicate: 'baik', months: 0 },
      'months: 0 is too small, give at least 1',
    ],
    [
      'objection-deadline',
      { received: '2026-02-30' },
      'received: is not a date that exists, write it like 2026-01-31',
    ],
    [
      'objection-deadline',
      { received: '2026-01-02', filed: '2026-01-01' },
      'filed: is before the date of receipt, check both dates',
    ],
    [
      'predicate-2019',
      { results: '120.01', behaviour: '110', opinions: false, newIdea: true },
      'results: is not an acceptable decimal, write it in quotes with a decimal point, 0 to 120, at most four decimals',
    ],
    [
      'predicate-2019',
      { results: 115, behaviour: '110', opinions: false, newIdea: true },
      'results: 115 is not a text, write "115"',
    ],
    ['nip', { nip: '198609262015051001', kind: 'tni' }, 'kind: "tni" is not known, choose one of: pns, pppk'],
  ])('%s %j', (name, input, expected) => {
    expect(refusedTexts(name, input)).toEqual([expected]);
  });

  it('reports all problems at once', () => {
    expect(refusedTexts('predicate', { results: 'x', extra: 1 })).toHaveLength(3);
  });
});

describe('predicate matrix', () => {
  const rank = (predicate: unknown) => PREDICATES.indexOf(predicate as Predicate);

  // PermenPANRB 6/2022, annex.
  it.each([
    ['above', 'above', 'sangat-baik'],
    ['above', 'meets', 'baik'],
    ['above', 'below', 'kurang'],
    ['meets', 'above', 'baik'],
    ['meets', 'meets', 'baik'],
    ['meets', 'below', 'kurang'],
    ['below', 'above', 'butuh-perbaikan'],
    ['below', 'meets', 'butuh-perbaikan'],
    ['below', 'below', 'sangat-kurang'],
  ])('results %s, behaviour %s: %s', (results, behaviour, predicate) => {
    expect(answer('predicate', { results, behaviour })).toEqual({ predicate });
  });

  it('never answers a better rating with a worse predicate', () => {
    for (const [better, worse] of [
      ['above', 'meets'],
      ['meets', 'below'],
    ] as const) {
      for (const other of RATINGS) {
        const first = answer('predicate', { results: better, behaviour: other });
        const second = answer('predicate', { results: worse, behaviour: other });
        expect(rank(first.predicate)).toBeLessThanOrEqual(rank(second.predicate));
        const third = answer('predicate', { results: other, behaviour: better });
        const fourth = answer('predicate', { results: other, behaviour: worse });
        expect(rank(third.predicate)).toBeLessThanOrEqual(rank(fourth.predicate));
      }
    }
  });
});

describe('siasn-codes', () => {
  // SIASN web service: rating 1, 2, 3; quadrant 1 Sangat Baik, 2 Baik, 3 Butuh Perbaikan, 4 Kurang, 5 Sangat Kurang.
  it.each([
    ['above', 'above', 1, 1, 1],
    ['above', 'meets', 1, 2, 2],
    ['meets', 'above', 2, 1, 2],
    ['above', 'below', 1, 3, 4],
    ['meets', 'below', 2, 3, 4],
    ['below', 'above', 3, 1, 3],
    ['below', 'meets', 3, 2, 3],
    ['below', 'below', 3, 3, 5],
  ])('results %s, behaviour %s', (results, behaviour, hasilKerja, perilakuKerja, kuadranKinerja) => {
    expect(answer('siasn-codes', { results, behaviour })).toEqual({
      hasilKerja,
      perilakuKerja,
      kuadranKinerja,
    });
  });
});
