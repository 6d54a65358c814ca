/** The scheme language as a JSON Schema, so that an editor can complete and underline while one writes. */
import { z } from 'zod';
import { SECTIONS } from './language.ts';

let made: Readonly<Record<string, unknown>> | undefined;

/**
 * JSON Schema (2020-12) of a scheme file. It says the shape only; what `parseScheme` checks across
 * sections (sums, order, references) cannot be said in it.
 */
export function schemeJsonSchema(): Readonly<Record<string, unknown>> {
  made ??= {
    ...z.toJSONSchema(z.strictObject(SECTIONS), { io: 'input', reused: 'ref' }),
    title: 'Skema penilaian Tera, bahasa 1',
    description: 'Berkas scheme.yaml; panduannya di docs/schemes/README.md.',
  };
  return made;
}
