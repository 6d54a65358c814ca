import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CompiledScheme, compileScheme, parseScheme } from './index.ts';

const ROOT = new URL('../../../schemes/', import.meta.url);
/** Together 10,000 files of evidence, half of them from the declared shape and half from examples. */
const RUNS = 10_000;

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Shape = {
  readonly type?: string;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Shape;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly minimum?: number;
  readonly maximum?: number;
};

/** Texts of all the forms that evidence takes, so that a text is now and then the right one. */
const text = fc.constantFrom(
  ...['80', '100', '0', '12.5', '0.0001', '99999', '2026-03-02', '2026-03-19', '2026-02-30'],
  ...['2026-03-02T09:15', '2026-03-04T16:00', '2026-13-01T00:00', 'Antrean daring', 'Loket', '', ' ', '-1'],
);
const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>, text);

/** Evidence of a declared shape: mostly what it asks for. */
function shaped(shape: Shape, depth = 0): fc.Arbitrary<Json> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  const branches = shape.oneOf ?? (shape.properties ? undefined : shape.anyOf);
  if (branches) return fc.oneof(...branches.map((branch) => shaped(branch, depth)));
  if (shape.properties || shape.type === 'object') return objects(shape, depth);
  switch (shape.type) {
    case 'array':
      return fc.array(shaped(shape.items ?? {}, depth + 1), { maxLength: 4 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
    case 'number': {
      const from = Math.max(shape.minimum ?? 0, -1000);
      return fc.integer({ min: from, max: Math.max(from, Math.min(shape.maximum ?? 400, 400)) });
    }
    case 'string':
      return text;
    default:
      return anything;
  }
}

function objects(shape: Shape, depth: number): fc.Arbitrary<Json> {
  const { properties = {}, required = [], propertyNames, additionalProperties } = shape;
  const names = propertyNames?.enum?.map(String) ?? [];
  const open = typeof additionalProperties === 'object' ? shaped(additionalProperties, depth + 1) : anything;
  const known = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, shaped(each, depth + 1)]),
  );
  const declared = fc.record(known, { requiredKeys: [...required] }) as fc.Arbitrary<Record<string, Json>>;
  if (names.length === 0) return declared;
  return fc
    .tuple(declared, fc.dictionary(fc.constantFrom(...names), open, { maxKeys: 4 }))
    .map(([one, other]) => ({ ...other, ...one }));
}

/** Every place below a value, as a path. */
function placesIn(
  value: Json,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Array.isArray(value)
    ? value.map((each, index) => [index, each] as const)
    : Object.entries(value);
  return [path, ...inside.flatMap(([name, each]) => placesIn(each as Json, [...path, name]))];
}

/** The value with another one, or nothing, at a place. */
function changed(value: Json, path: readonly (string | number)[], to: Json | undefined): Json {
  const [first, ...rest] = path;
  if (first === undefined) return to ?? null;
  if (Array.isArray(value)) {
    const at = Number(first);
    if (rest.length === 0 && to === undefined) return value.toSpliced(at, 1);
    return value.with(at, changed(value[at] as Json, rest, to));
  }
  const record = value as { readonly [name: string]: Json };
  if (rest.length === 0 && to === undefined)
    return Object.fromEntries(Object.entries(record).filter(([name]) => name !== first));
  return { ...record, [first]: changed(record[first] ?? null, rest, to) };
}

/** Evidence of an example, changed at up to three places. */
function damaged(examples: readonly Json[]): fc.Arbitrary<Json> {
  const change = fc.tuple(fc.nat({ max: 9999 }), fc.option(anything, { nil: undefined }));
  return fc
    .tuple(fc.constantFrom(...examples), fc.array(change, { maxLength: 3 }))
    .map(([example, changes]) =>
      changes.reduce((given, [place, to]) => {
        const places = placesIn(given);
        return changed(given, places[place % places.length] ?? [], to);
      }, example),
    );
}

function schemes(): readonly (readonly [name: string, CompiledScheme, examples: readonly Json[]])[] {
  return readdirSync(ROOT, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('scheme.yaml'))
    .sort()
    .map((name) => {
      const parsed = parseScheme(readFileSync(new URL(name, ROOT), 'utf8'), name);
      if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems[0])}`);
      const scheme = compileScheme(parsed.scheme);
      const file: { readonly examples: readonly { readonly evidence: Json }[] } = parse(
        readFileSync(new URL(name.replace('scheme.yaml', 'examples.yaml'), ROOT), 'utf8'),
      );
      // Made by the engine from settings that were read from YAML.
      const own = scheme.example as Json;
      return [name, scheme, [own, ...file.examples.map(({ evidence }) => evidence)]] as const;
    });
}

const all = schemes();

describe('any evidence gives an answer, or problems with their place, and never a crash', () => {
  it('knows the five local schemes', () => {
    expect(all.length).toBeGreaterThanOrEqual(7);
  });

  it.each(all)('%s', { timeout: 60_000 }, (_, scheme, examples) => {
    let answered = 0;
    const evidence = fc.oneof(shaped(scheme.evidenceSchema as Shape), damaged(examples));
    fc.assert(
      fc.property(evidence, (given) => {
        const result = scheme.evaluate(given);
        const { explanation, ...explained } = scheme.explain(given);
        expect(explained).toEqual(result);
        expect(explanation === null).toBe(result.problems.length > 0);
        if (result.problems.length === 0) answered += 1;
        else expect([result.category, result.score]).toEqual([null, null]);
        if (result.category === null)
          expect(result.problems.length + result.missing.length).toBeGreaterThan(0);
        for (const { path, what, remedy } of result.problems) {
          // The two readings of evidence agree: a refusal always has words of its own, and a place.
          expect(what.en).not.toBe('this evidence cannot be read');
          expect([what.id, remedy.id, remedy.en]).not.toContain('');
          expect(typeof given === 'object' && given !== null && !Array.isArray(given) && path === '').toBe(
            false,
          );
        }
      }),
      { numRuns: Math.ceil(RUNS / all.length) },
    );
    // Were all of it refused, nothing would have been tried.
    expect(answered).toBeGreaterThan(RUNS / all.length / 20);
  });
});
