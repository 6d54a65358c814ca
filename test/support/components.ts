/** One component of a scheme by itself, and what every component mechanism must keep. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { type ExplainedInput, type Explanation, inputsOf } from '#domain/explanation.ts';
import { problemsOf } from '#domain/problem.ts';
import { componentMechanism } from '#domain/schemes/mechanisms/index.ts';
import { type CompiledComponent, type ScaleLevel, withUnits } from '#domain/schemes/mechanisms/mechanism.ts';
import { componentSettings } from '#domain/schemes/mechanisms/settings.ts';
import type { Outcome } from '#domain/schemes/outcome.ts';

/** Levels worst last: `l0` is the best. */
export const LEVELS: readonly ScaleLevel[] = ['120', '100', '87.5', '33.3333', '0'].map((score, index) => ({
  code: `l${index}`,
  label: { id: `Tingkat ${index}`, en: `Level ${index}` },
  score,
}));

/** The component `k`, checked and compiled beside one scale named `skala`. */
export function component(settings: Readonly<Record<string, unknown>>): CompiledComponent {
  const shared = { label: { id: 'Komponen', en: 'Component' }, basis: [{ regulation: 'contoh' }] };
  const mechanism = componentMechanism(componentSettings.parse({ ...shared, ...settings }));
  const problems: string[] = [];
  mechanism.check({ levels: () => LEVELS, scales: ['skala'], behaviours: undefined }, (path, what) =>
    problems.push(`${path.join('.')}: ${what.en}`),
  );
  expect(problems).toEqual([]);
  return mechanism.compile({
    code: 'k',
    levels: () => LEVELS,
    scoredLevels: () => withUnits(LEVELS),
    behaviours: [],
    basis: (list) => list.map(({ regulation }) => ({ regulation })),
  });
}

/** Units of a score; throws for anything else. */
export function unitsIn(outcome: Outcome | undefined): number {
  if (outcome?.state === 'value' && outcome.type === 'score') return outcome.units;
  throw new Error(`no score but ${JSON.stringify(outcome)}`);
}

function leaf({ value }: ExplainedInput): unknown {
  if (value.state !== 'value') return undefined;
  if (value.kind === 'boolean') return value.value === 'true';
  return value.kind === 'integer' ? Number(value.value) : value.value;
}

/** Puts the inputs of an explanation of `k` back where they came from. */
export function rebuilt(explanation: Explanation): unknown {
  const whole: Record<string, unknown> = {};
  for (const input of inputsOf(explanation)) {
    const parts = input.path.split(/[.[\]]+/).filter((part) => part !== '');
    let node: Record<string, unknown> = whole;
    for (const [index, part] of parts.slice(0, -1).entries()) {
      node[part] ??= /^\d+$/.test(parts[index + 1] ?? '') ? [] : {};
      node = node[part] as Record<string, unknown>;
    }
    const value = leaf(input);
    if (value !== undefined) node[parts.at(-1) ?? ''] = value;
  }
  return whole.k;
}

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, each]) =>
    pathsIn(each, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return [path, ...inner];
}

/** A copy with one place replaced or added; `__proto__` becomes a name like any other, as in JSON. */
function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  if (Array.isArray(value)) return value.with(Number(name), replaced(value[Number(name)], rest, by));
  const copy: Record<string, unknown> = { ...(value as object) };
  const inner: unknown = Object.hasOwn(copy, name) ? copy[name] : undefined;
  return Object.defineProperty(copy, name, {
    value: replaced(inner, rest, by),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** Whether a name can be added at this place. */
function takesNames(value: unknown, path: Path): boolean {
  const found = path.reduce<unknown>((node, name) => (node as Record<string | number, unknown>)[name], value);
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}

const garbage = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    undefined,
    '',
    '0',
    '-1',
    '1e3',
    '01',
    ' 1',
    '1.',
    '.5',
    '12.34567',
    '999999999999',
    0,
    1,
    2.5,
    1e21,
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [null],
    { __proto__: null, constructor: 1 },
    'constructor',
    '__proto__',
    'toString',
  ),
);

/** Evidence with one place replaced by something else, or with a name added. */
export function damaged(evidence: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return evidence.chain((given) => {
    const paths = pathsIn(given);
    return fc
      .tuple(
        fc.constantFrom(...paths),
        garbage,
        fc.option(fc.constantFrom('x', '__proto__', 'weight', 'level')),
      )
      .map(([path, by, name]) =>
        replaced(given, name !== null && takesNames(given, path) ? [...path, name] : path, by),
      );
  });
}

/** Both readings agree on this, nothing throws, and what is refused is said with its path. */
export function expectAgreement(compiled: CompiledComponent, given: unknown): void {
  const outcome = compiled.read(given);
  const checked = compiled.evidence.optional().safeParse(given);
  expect(outcome !== undefined, JSON.stringify([given, checked.error?.issues])).toBe(checked.success);
  if (!checked.success) {
    const problems = problemsOf(checked.error, given);
    expect(problems.length).toBeGreaterThan(0);
    for (const { what, remedy } of problems) for (const said of [what, remedy]) expect(said.id).not.toBe('');
    return;
  }
  expectExplained(compiled, given);
}

/** The explanation says the same as the reading, in both languages, and its leaves give it again. */
export function expectExplained(compiled: CompiledComponent, given: unknown): void {
  const outcome = compiled.read(given);
  const explanation = compiled.explain(given, {});
  expect(explanation.value.state).toBe(outcome?.state);
  if (outcome?.state === 'value' && explanation.value.state === 'value')
    expect(Math.round(Number(explanation.value.value) * 10_000)).toBe(unitsIn(outcome));
  const visit = (node: Explanation) => {
    expect(node.basis).toEqual([{ regulation: 'contoh' }]);
    for (const text of [node.label, node.rule]) {
      expect(text.id).not.toMatch(/undefined|NaN|\{\w+\}|^$/);
      expect(text.en).not.toMatch(/undefined|NaN|\{\w+\}|^$/);
    }
    node.children.forEach(visit);
  };
  visit(explanation);
  if (outcome?.state === 'value') expect(compiled.read(rebuilt(explanation))).toEqual(outcome);
}
