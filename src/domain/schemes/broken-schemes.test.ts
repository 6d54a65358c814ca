import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseScheme } from './index.ts';

type Fault = {
  readonly name: string;
  readonly set: string;
  readonly to: string;
  /** `line:column path: what, remedy`, in Indonesian, everything that is told and nothing else. */
  readonly told: readonly string[];
};

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

const scheme = read('broken-schemes.scheme.yaml');
const faults: readonly Fault[] = parse(read('broken-schemes.faults.yaml'));

/** What the libraries below say in their own words; an officer must never read it. */
const LIBRARY =
  /Invalid|Expected|expected|received|Unrecognized|Too (?:small|big)|implicit|mapping|undefined|NaN/;

describe('a fault as an officer makes it is told where it stands and how to mend it', () => {
  it('begins with a scheme that has none', () => {
    expect(parseScheme(scheme, 'scheme.yaml')).toMatchObject({ ok: true });
    expect(faults.length).toBeGreaterThanOrEqual(60);
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  });

  it.each(faults.map((fault) => [fault.name, fault] as const))('%s', (_, { set, to, told }) => {
    expect(scheme).toContain(set);
    const parsed = parseScheme(
      scheme.replace(set, () => to),
      'scheme.yaml',
    );
    if (parsed.ok) throw new Error('the faulty scheme was accepted');
    expect(
      parsed.problems.map(({ line, column, path, what, remedy }) => {
        const where = path === '' ? '' : `${path}: `;
        return `${line}:${column} ${where}${what.id}, ${remedy.id}`;
      }),
    ).toEqual(told);
    for (const { what, remedy } of parsed.problems) {
      expect(`${what.id} ${what.en} ${remedy.id} ${remedy.en}`).not.toMatch(LIBRARY);
      expect(what.en).not.toBe(what.id);
      expect(remedy.en).not.toBe('');
    }
  });
});

it('speaks in its own words whatever a line holds', () => {
  const lines = scheme.split('\n');
  const line = fc.nat({ max: lines.length - 1 });
  const value = fc.constantFrom(
    '',
    '[]',
    '{}',
    '3',
    '"x"',
    'true',
    '0.5',
    '-1',
    '[1]',
    '{ a: 1 }',
    '"5 %"',
    '~',
  );
  fc.assert(
    fc.property(line, value, (index, given) => {
      const damaged = (lines[index] ?? '').replace(/^( *(?:- )?[\w-]+:).*$/, `$1 ${given}`);
      const parsed = parseScheme(lines.with(index, damaged).join('\n'), 'scheme.yaml');
      for (const { what, remedy } of parsed.ok ? [] : parsed.problems)
        expect(`${what.id} ${what.en} ${remedy.id} ${remedy.en}`).not.toMatch(LIBRARY);
    }),
    { numRuns: 300 },
  );
});
