import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compareSchemes } from './compare.ts';
import type { Scheme } from './language.ts';
import { parseScheme } from './parse.ts';

const read = (path: string) => readFileSync(`schemes/nasional/${path}/scheme.yaml`, 'utf8');

function parsed(text: string): Scheme {
  const result = parseScheme(text, 'test.yaml');
  if (!result.ok) throw new Error(result.problems.map(({ path, what }) => `${path} ${what.en}`).join('\n'));
  return result.scheme;
}

const y2019 = read('pp-30-2019/v1');
const y2022 = read('permenpanrb-6-2022/v1');
/** The scheme with one place of its text replaced; fails when the place is not there. */
function changed(text: string, from: string, to: string): Scheme {
  expect(text).toContain(from);
  return parsed(text.replace(from, to));
}
const brief = (before: Scheme, after: Scheme) =>
  compareSchemes(before, after).map(({ section, kind, effect, path, before: was, after: is }) => [
    section,
    kind,
    effect,
    path,
    was?.id ?? null,
    is?.id ?? null,
  ]);

describe('compareSchemes', () => {
  it('finds nothing between a scheme and itself', () => {
    for (const text of [y2019, y2022]) expect(compareSchemes(parsed(text), parsed(text))).toEqual([]);
  });

  it('leaves out identity: id and version differ by purpose', () => {
    expect(brief(parsed(y2019), changed(y2019, 'version: 1', 'version: 2'))).toEqual([]);
  });

  it('reads the same decimal written with zeros as no change', () => {
    expect(brief(parsed(y2019), changed(y2019, 'from: 110', 'from: "110.00"'))).toEqual([]);
  });

  it('says weights by component, in percent, and that they change the result', () => {
    const after = changed(y2019, '{ results: 70, behaviour: 30 }', '{ results: 65, behaviour: 35 }');
    expect(brief(parsed(y2019), after)).toEqual([
      ['weights', 'changed', 'result', 'combination.weights.opinions=false.percent.results', '70 %', '65 %'],
      [
        'weights',
        'changed',
        'result',
        'combination.weights.opinions=false.percent.behaviour',
        '30 %',
        '35 %',
      ],
    ]);
    const [first] = compareSchemes(parsed(y2019), after);
    expect(first?.crumbs.at(-1)).toEqual({ id: 'Nilai SKP', en: 'Work plan score' });
  });

  it('says a threshold by the name of its category', () => {
    const [change, ...others] = compareSchemes(parsed(y2019), changed(y2019, 'from: 90', 'from: "92.5"'));
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      section: 'thresholds',
      before: { id: '90', en: '90' },
      after: { id: '92,5', en: '92.5' },
    });
    expect(change?.crumbs.map((crumb) => crumb.id)).toContain('Baik');
  });

  it('says cells of a matrix by the labels of their levels and categories', () => {
    const scheme = parsed(y2022);
    const { combination } = scheme;
    if (combination.mechanism !== 'matrix') throw new Error('the national scheme joins by a matrix');
    const cells = { ...combination.cells, below: { ...combination.cells.below, meets: 'kurang' } };
    const after = { ...scheme, combination: { ...combination, cells } } as Scheme;
    const [change] = compareSchemes(scheme, after);
    expect(change).toMatchObject({
      section: 'combination',
      effect: 'result',
      before: { id: 'Butuh Perbaikan' },
      after: { id: 'Kurang/Misconduct' },
    });
    expect(change?.crumbs.slice(-2).map(({ id }) => id)).toEqual([
      'Di bawah ekspektasi',
      'Sesuai ekspektasi',
    ]);
  });

  it('takes labels for words only, and deadlines for the process', () => {
    expect(
      brief(parsed(y2022), changed(y2022, 'id: Di atas ekspektasi', 'id: Melampaui ekspektasi')),
    ).toEqual([
      [
        'texts',
        'changed',
        'text',
        'scales.rating.levels.above.label',
        'Di atas ekspektasi',
        'Melampaui ekspektasi',
      ],
    ]);
    expect(brief(parsed(y2022), changed(y2022, 'days: 14', 'days: 10'))).toEqual([
      ['deadlines', 'changed', 'process', 'objection.days', '14 hari', '10 hari'],
    ]);
  });

  it('does not mind the order of the file, but says when levels are reordered', () => {
    const scheme = parsed(y2022);
    const turned = Object.fromEntries(Object.entries(scheme).reverse()) as unknown as Scheme;
    const values = { ...scheme.behaviours, values: scheme.behaviours?.values.toReversed() };
    expect(compareSchemes(scheme, { ...turned, behaviours: values } as Scheme)).toEqual([]);
    const categories = scheme.categories.toReversed();
    const [moved, ...others] = compareSchemes(scheme, { ...scheme, categories });
    expect(others).toEqual([]);
    expect(moved).toMatchObject({
      section: 'thresholds',
      kind: 'moved',
      effect: 'result',
      path: 'categories',
    });
    expect(moved?.before?.id).toMatch(/^Sangat Baik, Baik/);
    expect(moved?.after?.id).toMatch(/^Sangat Kurang, Kurang/);
  });

  it('says what was added and removed as one change each, not as all its parts', () => {
    const scheme = parsed(y2022);
    const [last, ...values] = scheme.behaviours?.values.toReversed() ?? [];
    const without = { ...scheme, behaviours: { ...scheme.behaviours, values } } as Scheme;
    expect(brief(scheme, without)).toEqual([
      ['anchors', 'removed', 'process', `behaviours.values.${last?.code}`, 'Kolaboratif', null],
    ]);
    expect(brief(without, scheme)).toEqual([
      ['anchors', 'added', 'process', `behaviours.values.${last?.code}`, null, 'Kolaboratif'],
    ]);
  });

  it('is turned around by turning the schemes around', () => {
    const [older, newer] = [parsed(y2019), parsed(y2022)];
    const there = compareSchemes(older, newer);
    const back = compareSchemes(newer, older);
    expect(there.length).toBeGreaterThan(20);
    expect(back.map(({ path }) => path).sort()).toEqual(there.map(({ path }) => path).sort());
    for (const change of there) {
      const mirror = back.find(({ path }) => path === change.path);
      expect([mirror?.before, mirror?.after]).toEqual([change.after, change.before]);
    }
  });

  it('has words for every setting of every scheme that comes with Tera', () => {
    const schemes = globSync('schemes/*/*/v*/scheme.yaml').map((file) => parsed(readFileSync(file, 'utf8')));
    expect(schemes.length).toBeGreaterThan(5);
    const withoutWords = new Set<string>();
    for (const one of schemes)
      for (const other of schemes)
        for (const { path, crumbs } of compareSchemes(one, other))
          for (const { id, en } of crumbs)
            if (id === en && /^[a-z][\w=-]*$/i.test(id) && path.split('.').includes(id))
              withoutWords.add(path);
    expect([...withoutWords]).toEqual([]);
  });

  it('does not change with the way the YAML is written', () => {
    const scheme = parsed(y2022);
    expect(compareSchemes(scheme, parsed(stringify(JSON.parse(JSON.stringify(scheme)))))).toEqual([]);
  });
});
