import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listSchemes } from '#app/schemes.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { emptyScheme } from '../empty-scheme.ts';
import { examine } from '../problems.ts';
import { editYaml, readYaml } from '../source/edit-yaml.ts';
import { at, nameOf, type Section } from './model.ts';
import { editsOf, type Form, fieldsOf, shown } from './read-form.ts';
import { componentTemplates } from './section-parts.ts';
import { isBelow, placeOf, sectionsOf } from './sections.ts';

const sections = (source: string): readonly Section[] =>
  withLocale('id', () => sectionsOf(readYaml(source)?.data));

/** The form as a browser sends it back when nothing was touched. */
function untouched(section: Section): Map<string, readonly string[]> {
  const form = new Map<string, readonly string[]>();
  for (const field of fieldsOf(section)) {
    const name = nameOf(field.path);
    const { text, en, many } = shown(field);
    if (field.kind === 'texts' || field.kind === 'longTexts')
      form.set(`${name}.id`, [text]).set(`${name}.en`, [en]);
    else if (field.kind === 'many') {
      const checked = many.filter((each) => field.choices?.some((choice) => choice.value === each));
      if (checked.length > 0) form.set(name, checked);
    } else if (field.kind !== 'flag') form.set(name, [text]);
    else if (text) form.set(name, ['yes']);
  }
  return form;
}

function changed(source: string, key: string, more: Record<string, readonly string[]>): string {
  const section = sections(source).find((each) => each.key === key);
  if (!section) throw new Error(`no section ${key}`);
  const form: Form = new Map([...untouched(section), ...Object.entries(more)]);
  return editYaml(source, editsOf(section, form));
}

const SCHEMES = [
  ['empty', emptyScheme()] as const,
  ...listSchemes().map(({ id, file }) => [id, readFileSync(file, 'utf8')] as const),
];

describe('the guided editor', () => {
  it.each(SCHEMES)('changes nothing of %s when a section is saved untouched', (_, source) => {
    for (const section of sections(source))
      expect(editsOf(section, untouched(section)), section.key).toEqual([]);
  });

  it.each(SCHEMES)('gives every field of %s a name of its own in its section', (_, source) => {
    for (const section of sections(source)) {
      const names = fieldsOf(section).map((field) => nameOf(field.path));
      expect(
        names.filter((name, index) => names.indexOf(name) < index),
        section.key,
      ).toEqual([]);
    }
  });

  // What is left to the YAML editor, and why: identity, law and sections that seldom change.
  const IN_YAML = [
    /^(language|id|version|authority)$/,
    /^regulations\./,
    /\.basis\[\d+\]\./,
    /^(behaviours|plan|checkIns|organisation|creditPoints)\./,
    /\.(mechanism|siasn)$/,
    /\.(aliases|days|holidays)\[\d+\]$/,
    /^combination\.label\./,
    /^combination\.(rows|columns)/,
    /\.when\.\w+$/,
    /\.items$/,
    /^official\.(results|behaviour|predicate)$/,
    /^official\.(results|behaviour)\.decimals$/,
  ];
  it.each(SCHEMES)(
    'can change everything of %s that is not left to the YAML editor on purpose',
    (_, source) => {
      const fields = sections(source).flatMap((section) =>
        fieldsOf(section).map((field) => nameOf(field.path)),
      );
      const covered = (leaf: string) => fields.some((name) => leaf === name || isBelow(leaf, name));
      const left = leavesOf(readYaml(source)?.data).filter(
        (leaf) => !covered(leaf) && !IN_YAML.some((pattern) => pattern.test(leaf)),
      );
      expect(left).toEqual([]);
    },
  );

  it.each(SCHEMES)('knows every choice that %s makes', (_, source) => {
    for (const section of sections(source))
      for (const { kind, path, value, choices = [] } of fieldsOf(section))
        if (kind === 'choice' && value !== undefined)
          expect(
            choices.map((choice) => choice.value),
            nameOf(path),
          ).toContain(value);
  });

  const VARIED = SCHEMES.filter(([id]) => ['empty', 'sawahlunto-kinerja', 'permenpanrb-6-2022'].includes(id));
  it.each(VARIED)('adds to and removes from every list of %s as it says', (_, source) => {
    for (const section of sections(source)) {
      if (section.absent) {
        const after = changed(source, section.key, { act: ['create'] });
        expect(at(readYaml(after)?.data, section.absent.path), section.key).toEqual(section.absent.value);
      }
      for (const group of section.groups) {
        const name = nameOf(group.path);
        const key = group.add?.keys && (group.add.keys.choices?.[0]?.value ?? 'baru');
        if (group.add) {
          const variant = group.add.variants?.choices[0];
          const after = changed(source, section.key, {
            ...(variant ? { [`variant:${name}`]: [variant.value] } : {}),
            act: [`add:${name}`],
            ...(key ? { [`key:${name}`]: [key] } : {}),
          });
          const place = key ? [...group.path, key] : [...group.path, group.rows.length];
          expect(at(readYaml(after)?.data, place), `${section.key} ${name}`).toEqual(
            variant?.plain ?? group.add.value,
          );
        }
        const [row] = group.rows;
        if (!row?.isRemovable || group.rows.length < 2) continue;
        const before = at(readYaml(source)?.data, group.path) as object;
        const left = at(
          readYaml(changed(source, section.key, { act: [`remove:${nameOf(row.path)}`] }))?.data,
          group.path,
        );
        expect(Object.keys(left as object)).toHaveLength(Object.keys(before).length - 1);
      }
    }
  });

  it('writes numbers, texts and boxes as the file wants them and keeps comments', () => {
    const source = changed(emptyScheme(), 'weights', {
      'combination.weights[0].percent.hasil': ['62,5'],
      'combination.weights[0].percent.perilaku': ['37,5'],
      'combination.decimals': ['2'],
    });
    expect(source).toContain(
      '  # Bobot dalam persen, berjumlah 100.\n  weights:\n    - percent: { hasil: "62.5", perilaku: "37.5" }',
    );
    expect(examine(source).problems).toEqual([]);
    const optional = changed(source, 'weights', { 'combination.optional': ['perilaku'] });
    expect(readYaml(optional)?.data).toMatchObject({ combination: { decimals: 2, optional: ['perilaku'] } });
    const named = changed(emptyScheme(), 'title', {
      'title.id': [' Skema  "baru": satu '],
      'effective.until': [''],
    });
    expect(readYaml(named)?.data).toMatchObject({ title: { id: 'Skema "baru": satu' } });
  });

  it('keeps what is no number as it was typed, for the check to name it', () => {
    const source = changed(emptyScheme(), 'weights', {
      'combination.weights[0].percent.hasil': ['enam puluh'],
    });
    const [problem] = examine(source).problems;
    expect(problem?.path).toBe('combination.weights[0].percent.hasil');
    const place = placeOf(sections(source), problem?.path ?? '');
    expect([place?.section.key, place?.anchor]).toEqual(['weights', 'combination.weights[0].percent.hasil']);
  });

  it.each(componentTemplates(readYaml(emptyScheme())?.data).map(([mechanism]) => mechanism))(
    'adds a component of %s that only waits to be used',
    (mechanism) => {
      const source = changed(emptyScheme(), 'components', {
        act: ['add:components'],
        'key:components': ['tambahan'],
        'variant:components': [mechanism],
      });
      const { problems } = examine(source);
      expect(problems.map(({ path, what }) => `${path}: ${what.en}`)).toEqual([
        'components.tambahan: this component is not used in the combination',
      ]);
      const page = sections(source).find((each) => each.key === 'component.tambahan');
      expect(page && editsOf(page, untouched(page))).toEqual([]);
    },
  );

  it('empties an optional part wholly', () => {
    const given = changed(emptyScheme(), 'component.hasil', {
      'components.hasil.meaning.id': ['Arti'],
      'components.hasil.meaning.en': ['Meaning'],
    });
    expect(given).toContain('meaning: { id: Arti, en: Meaning }');
    const emptied = changed(given, 'component.hasil', {
      'components.hasil.meaning.id': [''],
      'components.hasil.meaning.en': [' '],
    });
    expect(readYaml(emptied)?.data).toEqual(readYaml(emptyScheme())?.data);
  });

  // Each fault with the section and the field where a person mends it; undefined where only the YAML can.
  it.each([
    ['hasil: 60', 'hasil: 75', 'weights', 'list-combination.weights[0].percent'],
    ['en: New scheme', 'en: ""', 'title', 'title.en'],
    ['{ category: baik, from: 70 }', '{ category: baik, from: 95 }', 'thresholds', undefined],
    ['score: 80 }', 'score: x }', 'scale.mutu', 'scales.mutu.levels[1].score'],
    [
      'appraiser: { percent: 100, required: true }',
      'appraiser: { percent: 90, required: true }',
      'voices',
      undefined,
    ],
    ['scale: mutu', 'scale: mutuu', 'component.hasil', 'components.hasil.scale'],
    ['rating: meets, from: 60', 'rating: meets, from: x', 'thresholds', 'official.results.bands[1].from'],
    ['regulation: p6', 'regulation: p7', undefined, undefined],
  ])('leads from the fault of %s → %s to where it is mended', (from, to, key, anchor) => {
    const source = emptyScheme().replace(from, to);
    const { problems } = examine(source);
    expect(problems.length).toBeGreaterThan(0);
    const places = problems.map((problem) => placeOf(sections(source), problem.path));
    expect(places.map((place) => place?.section.key)).toContain(key);
    if (anchor) expect(places.map((place) => place?.anchor)).toContain(anchor);
  });

  it('survives any shape that a YAML text can have', () => {
    for (const source of [
      '',
      '1',
      '[]',
      'components: []',
      'components: { a: 1 }',
      'scales: { x: { levels: 3 } }',
      'combination: { mechanism: weighted-mean, weights: { a: 1 } }',
      'gates: x',
      'components: { a: { mechanism: rated-items, items: [1, null], voices: { x: 1 } } }',
    ])
      expect(() => sections(source).map((section) => untouched(section)), source).not.toThrow();
  });
});

/** Names of all single values. */
function leavesOf(data: unknown, path: readonly (string | number)[] = []): readonly string[] {
  if (typeof data !== 'object' || data === null) return [nameOf(path)];
  return Object.entries(data).flatMap(([name, inner]) =>
    leavesOf(inner, [...path, Array.isArray(data) ? Number(name) : name]),
  );
}
