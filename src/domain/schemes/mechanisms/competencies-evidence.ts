/** The shape of the evidence of `competencies`. */
import { z } from 'zod';
import { words } from '../../problem.ts';
import { HIGHEST_LEVEL, LOWEST_ACHIEVED, LOWEST_REQUIRED } from './competencies-count.ts';
import { formsShape, type WeightedVoice } from './weighted-voices.ts';

function anyOf(given: Readonly<Record<string, unknown>>): boolean {
  for (const name in given) if (given[name] !== undefined) return true;
  return false;
}

const NOTHING = { id: 'tidak memuat satu kompetensi pun', en: 'has not a single competency' };

/** The shape of the evidence; `posts` are those that have a standard. */
export function competenciesEvidence(
  codes: readonly string[],
  voices: readonly WeightedVoice[],
  posts: readonly string[],
) {
  const levels = (lowest: number, remedy: { readonly id: string; readonly en: string }) => {
    const level = z.int().min(lowest).max(HIGHEST_LEVEL).optional();
    return z
      .strictObject(Object.fromEntries(codes.map((code) => [code, level])))
      .refine(anyOf, words(NOTHING, remedy))
      .meta({ minProperties: 1 });
  };
  const form = z.strictObject({
    levels: levels(LOWEST_ACHIEVED, {
      id: 'nilai paling sedikit satu kompetensi, atau hapus formulir ini',
      en: 'rate at least one competency, or remove this form',
    }),
  });
  const required = levels(LOWEST_REQUIRED, {
    id: 'tulis level yang disyaratkan, misalnya {"integritas": 3}',
    en: 'write the levels required, like {"integritas": 3}',
  }).optional();
  const forms = formsShape(voices, form);
  const needed = words(
    { id: 'standar jabatan belum disebut', en: 'the standard of the post is not said' },
    posts.length > 0
      ? { id: 'isi post, required, atau keduanya', en: 'give post, required, or both' }
      : { id: 'isi required', en: 'give required' },
  );
  if (posts.length === 0)
    return z
      .strictObject({ required, forms })
      .refine((given) => given.required !== undefined, { path: ['required'], ...needed })
      .meta({ required: ['required', 'forms'] });
  return z
    .strictObject({ required, post: z.enum(posts).optional(), forms })
    .refine((given) => given.required !== undefined || given.post !== undefined, {
      path: ['post'],
      ...needed,
    })
    .meta({ anyOf: [{ required: ['required'] }, { required: ['post'] }] });
}
