/** What every scheme of an agency has to be, whatever it appraises; and what each system asks for above all. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PREDICATES, predicateLabel } from '#domain/rules/index.ts';
import type { CompiledScheme, Scheme } from '#domain/schemes/index.ts';
import { listSchemes, loadScheme } from './schemes.ts';

type Example = {
  readonly name: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly expect: { readonly category?: string | null };
};

function load(id: string): { readonly compiled: CompiledScheme; readonly examples: readonly Example[] } {
  const entry = listSchemes().find((known) => known.id === id);
  const compiled = entry && loadScheme(entry.id, entry.version);
  if (!compiled) throw new Error(`there is no scheme ${id}`);
  const { examples }: { examples: readonly Example[] } = parse(
    readFileSync(path.join(path.dirname(entry.file), 'examples.yaml'), 'utf8'),
  );
  return { compiled, examples };
}

const national = load('permenpanrb-6-2022').compiled.scheme;
const local = listSchemes()
  .filter(({ id, version }) => loadScheme(id, version)?.scheme.authority === 'local')
  .map(({ id }) => id);

it('are the five systems', () => {
  expect(local).toEqual([
    'jambi-adil-terbuka',
    'alak-kompetensi',
    'kupang-evaluasi',
    'sawahlunto-capaian',
    'sawahlunto-kinerja',
  ]);
});

/** Every list of citations that stands beside numbers of a scheme. */
function citations({ components, combination, gates, official }: Scheme) {
  return [
    ...Object.entries(components).map(([name, { basis }]) => ({ where: name, basis })),
    { where: 'combination', basis: combination.basis },
    ...(gates ?? []).map(({ code, basis }) => ({ where: code, basis })),
    ...[official?.results, official?.behaviour].flatMap((axis) =>
      typeof axis === 'object' ? [{ where: 'official', basis: axis.basis }] : [],
    ),
  ];
}

describe.each(local)('%s', (id) => {
  const { compiled, examples } = load(id);
  const { scheme } = compiled;

  it('leads to the official result through the national matrix', () => {
    expect(scheme.official?.predicate).toBe('national-matrix');
    const decided = examples.filter(({ expect: { category } }) => category);
    expect(decided.length).toBeGreaterThanOrEqual(scheme.categories.length);
    for (const { name, evidence } of decided) {
      const { category, official } = compiled.evaluate(evidence);
      const agreeing = scheme.categories.find(({ code }) => code === category)?.predicates;
      expect(agreeing, name).toContain(official.predicate);
    }
  });

  it('names its categories so that nobody takes them for a predicate', () => {
    const official = new Set(
      [
        ...PREDICATES.map((code) => predicateLabel(code).id),
        ...national.categories.flatMap(({ aliases }) => aliases ?? []),
        ...(national.organisation?.predicates.map(({ label }) => label.id) ?? []),
      ].map((label) => label.toLowerCase()),
    );
    for (const { label } of scheme.categories) expect(official).not.toContain(label.id.toLowerCase());
  });

  it('marks its own numbers as defaults', () => {
    for (const { where, basis } of citations(scheme)) {
      const only = scheme.components[where]?.mechanism === 'fact';
      if (!only)
        expect(
          basis.map(({ confidence }) => confidence ?? ''),
          where,
        ).toContain('default');
      expect(
        basis.map(({ confidence }) => confidence ?? ''),
        where,
      ).not.toContain('verified');
    }
  });

  it('says of every component what it appraises and where its data come from', () => {
    for (const [name, { meaning, source }] of Object.entries(scheme.components)) {
      expect(meaning, name).toBeDefined();
      expect(source, name).toBeDefined();
    }
  });

  it('describes every level of every item, in words of its own', () => {
    for (const [name, settings] of Object.entries(scheme.components)) {
      if (settings.mechanism !== 'rated-items') continue;
      if (settings.items === 'behaviours') throw new Error(`${name} has no anchors`);
      const levels = scheme.scales?.[settings.scale]?.levels.map(({ code }) => code);
      for (const { code, anchors, meaning } of settings.items) {
        expect(meaning, code).toBeDefined();
        expect(Object.keys(anchors ?? {}), code).toEqual(levels);
        const texts = Object.values(anchors ?? {}).flatMap((text) => [text.id, text.en]);
        expect(new Set(texts).size, code).toBe(texts.length);
      }
    }
  });

  it('appraises the seven values of the national rule', () => {
    const values = national.behaviours?.values.map(({ code }) => code);
    const rated = Object.values(scheme.components).flatMap((settings) =>
      settings.mechanism === 'rated-items' && settings.items !== 'behaviours'
        ? [settings.items.map(({ code }) => code).join()]
        : [],
    );
    expect(rated).toContain(values?.join());
  });

  it('has criteria, steps, openness, training and measurable indicators', () => {
    expect(scheme.openness?.shown.length).toBeGreaterThan(0);
    expect(scheme.steps?.length).toBeGreaterThan(0);
    expect(scheme.training).toBeDefined();
    expect(scheme.measurability?.require.length).toBeGreaterThan(0);
    expect(scheme.indicators?.length).toBeGreaterThan(0);
  });

  it('leaves plans, distribution, objection and credit points as the national rule has them', () => {
    for (const section of [
      'behaviours',
      'plan',
      'checkIns',
      'organisation',
      'objection',
      'creditPoints',
    ] as const)
      expect(scheme[section], section).toEqual(national[section]);
  });

  it('never counts what is missing as zero', () => {
    const whole = examples.find(({ expect: { category } }) => category)?.evidence ?? {};
    for (const { code, optional } of compiled.components) {
      const { [code]: _, ...rest } = whole;
      const { category, missing, problems } = compiled.evaluate(rest);
      expect(problems).toEqual([]);
      if (optional || !(code in whole)) expect(category, code).not.toBeNull();
      else expect({ category, missing }, code).toEqual({ category: null, missing: [code] });
    }
  });
});

type Change = (given: unknown, key: string) => unknown;

/** Every evidence that differs from the given one in one place, where `change` has something to say. */
function changed(given: unknown, change: Change, key = ''): readonly unknown[] {
  const own = change(given, key);
  if (own !== undefined) return [own];
  if (Array.isArray(given))
    return given.flatMap((item, at) => changed(item, change, key).map((other) => given.with(at, other)));
  if (typeof given !== 'object' || given === null) return [];
  // A standard is not evidence of the person, and means are scores already.
  const evidence = Object.entries(given).filter(([name]) => name !== 'required' && name !== 'means');
  return evidence.flatMap(([name, item]) =>
    changed(item, change, name).map((other) => ({ ...given, [name]: other })),
  );
}

/** One step better: the next level, one more realised, a day less absent, one late arrival less. */
function betterBy(scheme: Scheme): Change {
  const next = new Map(
    Object.values(scheme.scales ?? {}).flatMap(({ levels }) =>
      levels.slice(1).map(({ code }, at) => [code, levels[at]?.code ?? code] as const),
    ),
  );
  return (given, key) => {
    if (key === 'realisations' && Array.isArray(given) && given.length > 0)
      return given.with(-1, String(Number(given.at(-1)) + 1));
    if (key === 'absentDays' && typeof given === 'number' && given > 1) return given - 1;
    if (key === 'late' && Array.isArray(given) && given.length > 0) return given.slice(1);
    if (typeof given === 'number' && key !== 'months' && /^[a-z-]+$/.test(key) && given < 5) return given + 1;
    return typeof given === 'string' ? next.get(given) : undefined;
  };
}

describe.each(local)('%s, example by example', (id) => {
  const { compiled, examples } = load(id);
  const { scheme } = compiled;
  const predicates: readonly string[] = PREDICATES;
  const predicateRank = ({ official }: { official: { predicate: string | null } }) =>
    predicates.indexOf(official.predicate ?? '');
  const rank = (category: string | null) => scheme.categories.findIndex(({ code }) => code === category);

  it('a better rating, realisation or attendance never gives a worse category or predicate', () => {
    let tried = 0;
    for (const { name, evidence, expect: expected } of examples) {
      if (!expected.category) continue;
      const before = compiled.evaluate(evidence);
      const { official, ...given } = evidence;
      for (const better of changed(given, betterBy(scheme))) {
        if (typeof better !== 'object') continue;
        const after = compiled.evaluate({ ...better, ...(official ? { official } : {}) });
        if (after.problems.length > 0) continue;
        tried += 1;
        expect(rank(after.category), name).toBeLessThanOrEqual(rank(before.category));
        expect(predicateRank(after), name).toBeLessThanOrEqual(predicateRank(before));
        expect(Number(after.score ?? 0), name).toBeGreaterThanOrEqual(Number(before.score ?? 0));
      }
    }
    expect(tried).toBeGreaterThan(50);
  });
});

describe('what each system asks for above all', () => {
  it('Sawahlunto: routine work alone never reaches the top category, and innovation raises the result', () => {
    const { compiled, examples } = load('sawahlunto-kinerja');
    const innovation = {
      items: [{ title: 'Loket keliling', stage: 'diterapkan', verifiedBy: 'Inspektorat' }],
    };
    let raised = 0;
    for (const { evidence } of examples) {
      const { official: _, ...given } = evidence;
      const routine = compiled.evaluate({ ...given, inovasi: { items: [] } });
      const innovative = compiled.evaluate({ ...given, inovasi: innovation });
      expect(routine.category).not.toBe('pelopor');
      if (routine.score === null || innovative.score === null) continue;
      expect(Number(innovative.score)).toBeGreaterThan(Number(routine.score));
      raised += 1;
    }
    expect(raised).toBeGreaterThan(5);
  });

  it('Kupang: colleagues count from five answers up', () => {
    const { scheme } = load('kupang-evaluasi').compiled;
    expect(scheme.openness?.anonymousFrom).toBe(5);
    for (const settings of Object.values(scheme.components))
      if (settings.mechanism === 'rated-items' && settings.voices.colleague)
        expect(settings.voices.colleague.atLeast).toBe(5);
  });

  it('Sawahlunto by achievement: presence is told and changes nothing', () => {
    const { compiled, examples } = load('sawahlunto-capaian');
    const absent = { workingDays: 245, absentDays: 200, longestAbsence: 200, late: [], earlyLeave: [] };
    for (const { evidence } of examples) {
      const { kehadiran: _, ...without } = evidence;
      expect(compiled.evaluate({ ...without, kehadiran: absent })).toEqual(compiled.evaluate(without));
      const told = compiled.explain({ ...without, kehadiran: absent }).explanation;
      if (told) expect(told.children.map(({ code }) => code)).toContain('kehadiran');
    }
  });

  it('Alak: eight managerial competencies and a standard for every level of posts', () => {
    const { kompetensi } = load('alak-kompetensi').compiled.scheme.components;
    if (kompetensi?.mechanism !== 'competencies') throw new Error('kompetensi is not what it was');
    const kinds = kompetensi.dictionary.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'managerial')).toHaveLength(8);
    expect(kinds).toContain('technical');
    expect(kinds).toContain('sociocultural');
    expect(Object.keys(kompetensi.standards ?? {})).toHaveLength(12);
  });

  it('Jambi: criteria are published first, and only certified appraisers rate', () => {
    const { openness, training } = load('jambi-adil-terbuka').compiled.scheme;
    expect(openness?.noticeDays).toBeGreaterThan(0);
    expect(openness?.readConfirmation?.atLeastPercent).toBeGreaterThan(90);
    expect(openness?.draftingDays).toBeGreaterThan(0);
    expect(training).toMatchObject({ certificate: 'required' });
  });
});
