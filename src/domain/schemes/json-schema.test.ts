import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseScheme, schemeJsonSchema } from './index.ts';
import { SECTIONS } from './language.ts';
import { componentSettings } from './mechanisms/settings.ts';

const folder = new URL('../../../schemes/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('scheme.yaml'),
);
const schema = schemeJsonSchema();
const validator = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

describe('the scheme language as a JSON Schema', () => {
  it('names every section and every mechanism, and is plain JSON', () => {
    expect(Object.keys(schema.properties as object)).toEqual(Object.keys(SECTIONS));
    const text = JSON.stringify(schema);
    expect(JSON.parse(text)).toEqual(schema);
    for (const settings of componentSettings.options)
      expect(text).toContain(`"const":"${settings.shape.mechanism.value}"`);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  it.each(files)('accepts %s', (name) => {
    const file = read(name);
    expect(parseScheme(file, name)).toMatchObject({ ok: true });
    expect(validator.safeParse(parse(file)).error).toBeUndefined();
  });

  it.each([
    ['an unknown key', 'authority: national', 'authority: national\ncolour: red'],
    ['a code with a capital', 'code: akuntabel', 'code: Akuntabel'],
    ['a decimal without quotes', 'pemula: "3.75"', 'pemula: 3.75'],
    ['a date that is none', 'from: 2022-01-01', 'from: tahun 2022'],
    ['an unknown mechanism', 'mechanism: rated-lines', 'mechanism: rated-rows'],
    ['a text in one language', 'title:\n  id: Pengelolaan', 'title:\n  in: Pengelolaan'],
  ])('refuses %s', (_, from, to) => {
    const file = read('nasional/permenpanrb-6-2022/v1/scheme.yaml');
    const faulty = file.replace(from, to);
    expect(faulty).not.toBe(file);
    expect(validator.safeParse(parse(faulty)).success).toBe(false);
  });
});
