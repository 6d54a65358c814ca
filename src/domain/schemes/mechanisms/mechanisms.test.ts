import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { compileScheme, parseScheme } from '../index.ts';
import { combinationSettings, componentSettings } from './settings.ts';

type Edit = { readonly set: readonly (string | number)[]; readonly to?: unknown };
type Examples = {
  readonly scheme: Readonly<Record<string, unknown>>;
  readonly examples: readonly {
    readonly name: string;
    readonly evidence: unknown;
    readonly expect: Readonly<Record<string, unknown>> & { readonly problems?: readonly string[] };
  }[];
  readonly faults: readonly (Edit & {
    readonly name: string;
    readonly problem: string;
    readonly and?: Edit;
  })[];
};

const folder = path.dirname(fileURLToPath(import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.examples.yaml'));

const FRAME = {
  language: 1,
  id: 'contoh',
  version: 1,
  authority: 'national',
  title: { id: 'Contoh', en: 'Example' },
  summary: { id: 'Contoh', en: 'Example' },
  effective: { from: '2026-01-01' },
  regulations: { contoh: { name: 'Contoh', title: { id: 'Contoh', en: 'Example' } } },
};

it('every mechanism is shown by an example and has its place in the manual', () => {
  const pages = new URL('../../../../docs/schemes/', import.meta.url);
  const manual = [
    'README.md',
    ...readdirSync(new URL('mekanisme/', pages)).map((name) => `mekanisme/${name}`),
  ]
    .map((name) => readFileSync(new URL(name, pages), 'utf8'))
    .join('\n');
  const shown = files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
  const mechanisms = [...componentSettings.options, ...combinationSettings.options].map(
    (settings) => settings.shape.mechanism.value,
  );
  expect(mechanisms.length).toBeGreaterThan(5);
  for (const mechanism of mechanisms) {
    expect(shown).toMatch(new RegExp(`mechanism: ${mechanism}\\b`));
    expect(manual).toMatch(new RegExp(`^#{1,3} .*\`${mechanism}\``, 'm'));
  }
});

describe.each(files)('%s', (name) => {
  const content: Examples = parse(readFileSync(path.join(folder, name), 'utf8'));
  const text = stringify({ ...FRAME, ...content.scheme }, { aliasDuplicateObjects: false });
  const parsed = parseScheme(text, 'contoh.yaml');

  it('holds a scheme without problems', () => {
    expect(parsed).toMatchObject({ ok: true });
  });

  it.each(content.examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const compiled = compileScheme(parsed.scheme);
    const result = compiled.evaluate(example.evidence);
    const seen = { ...result, problems: result.problems.map((problem) => problem.path) };
    expect(seen).toMatchObject({ problems: [], ...example.expect });
    const { explanation, ...explained } = compiled.explain(example.evidence);
    expect(explained).toEqual(result);
    expect(explanation === null).toBe(result.problems.length > 0);
  });

  it.each(content.faults.map((fault) => [fault.name, fault] as const))('refuses %s', (_, fault) => {
    const document = parseDocument(text);
    for (const edit of fault.and ? [fault, fault.and] : [fault]) {
      if (edit.to === undefined) document.deleteIn(edit.set);
      else document.setIn(edit.set, document.createNode(edit.to));
    }
    const refused = parseScheme(document.toString(), 'contoh.yaml');
    if (refused.ok) throw new Error('the faulty scheme was accepted');
    expect(refused.problems.map((problem) => problem.path)).toContain(fault.problem);
    for (const problem of refused.problems) {
      expect(problem.line).toBeGreaterThan(0);
      expect(problem.column).toBeGreaterThan(0);
      expect(problem.what.id).not.toBe('');
      expect(problem.remedy.en).not.toBe('');
    }
  });
});
