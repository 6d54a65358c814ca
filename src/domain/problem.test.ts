import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { choosing, pathText, problemsOf, problemText, segmentedProblemsOf, typed, words } from './problem.ts';

const shape = z.strictObject({
  count: z.int(),
  name: z.string(),
  open: z.boolean(),
  items: z.union([z.literal('all'), z.array(z.strictObject({ code: z.string() })).min(1)]),
  hour: z.string(
    typed((given) =>
      typeof given === 'number'
        ? {
            what: { id: 'bukan jam', en: 'is no time' },
            remedy: { id: 'tulis "08:00"', en: 'write "08:00"' },
          }
        : undefined,
    ),
  ),
  voices: z.partialRecord(z.enum(['one', 'two']), z.int(), choosing(['one', 'two'])),
  even: z
    .int()
    .refine(
      (value) => value % 2 === 0,
      words({ id: 'ganjil', en: 'is odd' }, { id: 'tulis genap', en: 'write even' }),
    ),
});

const SOUND = {
  count: 1,
  name: 'x',
  open: true,
  items: 'all',
  hour: '08:00',
  voices: {},
  even: 2,
};

/** What is told of sound evidence with some values changed. */
function told(changed: Readonly<Record<string, unknown>>, language: 'id' | 'en' = 'id'): readonly string[] {
  const given = { ...SOUND, ...changed };
  const read = shape.safeParse(given);
  return read.success ? [] : problemsOf(read.error, given).map((problem) => problemText(problem, language));
}

describe('what zod refuses is told in our words', () => {
  it.each([
    ['nothing', { count: undefined }, 'count: belum diisi, isi dengan bilangan'],
    ['null', { name: null }, 'name: belum diisi, isi dengan teks'],
    ['a number in quotes', { count: '3' }, 'count: "3" ditulis dalam tanda kutip, tulis 3'],
    ['half a number', { count: 0.5 }, 'count: 0.5 bukan bilangan bulat, tulis bilangan bulat'],
    ['a number for a text', { name: 94 }, 'name: 94 bukan teks, tulis "94"'],
    [
      'yes in words',
      { open: 'ya' },
      'open: "ya" bukan true atau false, tulis true untuk ya atau false untuk tidak, tanpa tanda kutip',
    ],
    ['no branch of a union', { items: 'some' }, 'items: "some" tidak dikenal, tulis all atau daftar'],
    ['the branch that was meant', { items: [{}] }, 'items[0].code: belum diisi, isi dengan teks'],
    ['an empty list', { items: [] }, 'items: masih kosong, isi paling sedikit satu butir'],
    ['words of the schema itself', { hour: 8 }, 'hour: bukan jam, tulis "08:00"'],
    ['the usual words beside them', { hour: true }, 'hour: true bukan teks, tulis "true"'],
    [
      'a name of no list',
      { voices: { three: 1 } },
      'voices.three: kunci ini tidak dikenal, pilih salah satu: one, two',
    ],
    ['a refinement', { even: 3 }, 'even: ganjil, tulis genap'],
    ['a name too many', { colour: 1 }, 'colour: kunci ini tidak dikenal, hapus, atau periksa ejaannya'],
    [
      'a name without space',
      { 'name:x': 1 },
      'name:x: kunci ini tidak dikenal, beri spasi sesudah titik dua',
    ],
  ])('%s', (_, changed, expected) => {
    expect(told(changed)).toEqual([expected]);
  });

  it('tells a slip of the hand from a name that nobody knows', () => {
    const { name: _, ...rest } = SOUND;
    const given = { ...rest, naem: 'x', colour: 1, opem: 1 };
    const read = shape.safeParse(given);
    if (read.success) throw new Error('accepted');
    expect(
      segmentedProblemsOf(read.error, given, ['colours']).map((problem) => problemText(problem, 'en')),
    ).toEqual([
      'name: is missing, give a text',
      'naem: this key is not known, perhaps name was meant',
      'colour: this key is not known, perhaps colours was meant',
      'opem: this key is not known, remove it, or check its spelling',
    ]);
  });

  it('writes a path as people do, also with an empty name', () => {
    expect(pathText(['lines', 0, 'rating'])).toBe('lines[0].rating');
    expect(pathText(['', 'a'])).toBe('[""].a');
    expect(pathText([])).toBe('');
  });
});
