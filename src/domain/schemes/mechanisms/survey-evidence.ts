/** The evidence of `survey`: single answers, or how many answered and the mean of each question. */
import { z } from 'zod';
import { say } from '../../bilingual.ts';
import { words } from '../../problem.ts';
import { parseUnits, unitsText } from '../fixed.ts';
import { hasOnly, isRecord, type Labelled, type ScoredLevel } from './mechanism.ts';

export type Answered = {
  /** How many people answered. */
  readonly count: number;
  /**
   * In the order of the items: the sum of the scores of its answers in units, and how many they are. A
   * question given by its mean stands as one answer with that score.
   */
  readonly sums: readonly number[];
  readonly counts: readonly number[];
};

const MAXIMUM_ANSWERS = 5000;
const ANSWERS_NAMES = new Set(['answers']);
const MEANS_NAMES = new Set(['count', 'means']);

/** What each answer counts: by the code of its level, and by its number from the lowest (1) up. */
export function answerUnits(levels: readonly ScoredLevel[]): ReadonlyMap<string, number> {
  return new Map([
    ...levels.map(({ code, units }): [string, number] => [code, units]),
    ...levels.map(({ units }, index): [string, number] => [String(levels.length - index), units]),
  ]);
}

type Reader = (given: unknown) => Answered | undefined;

/** Reads evidence fast; undefined where `answersShape` has something to say. */
export function answersReader(items: readonly Labelled[], levels: readonly ScoredLevel[]): Reader {
  const codes = items.map(({ code }) => code);
  const places = new Map(codes.map((code, index) => [code, index]));
  // Without a prototype only the answers are found, and a plain object finds them faster than a map.
  const units: Readonly<Record<string, number>> = Object.assign(
    Object.create(null),
    Object.fromEntries(answerUnits(levels)),
  );
  const lowest = levels.at(-1)?.units ?? 0;
  const highest = levels[0]?.units ?? 0;

  const zeros = items.map(() => 0);

  const fromAnswers = (answers: unknown): Answered | undefined => {
    if (!Array.isArray(answers) || answers.length > MAXIMUM_ANSWERS) return undefined;
    const sums = [...zeros];
    const counts = [...zeros];
    for (const form of answers) {
      if (!isRecord(form)) return undefined;
      let given = 0;
      let turn = 0;
      for (const name in form) {
        // Forms nearly always hold their questions in the order of the items.
        const place = codes[turn] === name ? turn : places.get(name);
        turn += 1;
        if (place === undefined) return undefined;
        const answer = form[name];
        if (answer === undefined) continue;
        const value = typeof answer === 'string' ? units[answer] : undefined;
        if (value === undefined) return undefined;
        sums[place] = (sums[place] ?? 0) + value;
        counts[place] = (counts[place] ?? 0) + 1;
        given += 1;
      }
      if (given === 0) return undefined;
    }
    return { count: answers.length, sums, counts };
  };

  const fromMeans = (count: unknown, means: unknown): Answered | undefined => {
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) return undefined;
    if (count > 1_000_000 || !isRecord(means)) return undefined;
    const sums = [...zeros];
    const counts = [...zeros];
    for (const name in means) {
      const place = places.get(name);
      const mean = parseUnits(means[name]);
      if (place === undefined || mean === undefined || mean < lowest || mean > highest) return undefined;
      sums[place] = mean;
      counts[place] = 1;
    }
    return { count, sums, counts };
  };

  return (given) => {
    if (!isRecord(given)) return undefined;
    if (given.answers !== undefined)
      return hasOnly(given, ANSWERS_NAMES) ? fromAnswers(given.answers) : undefined;
    return hasOnly(given, MEANS_NAMES) ? fromMeans(given.count, given.means) : undefined;
  };
}

export function answersShape(items: readonly Labelled[], levels: readonly ScoredLevel[]) {
  const units = answerUnits(levels);
  const lowest = levels.at(-1)?.units ?? 0;
  const highest = levels[0]?.units ?? 0;
  const eachItem = <T extends z.ZodType>(shape: T) =>
    z.strictObject(Object.fromEntries(items.map(({ code }) => [code, shape.optional()])));
  const form = eachItem(z.enum([...units.keys()])).refine(
    (given) => Object.values(given).some((answer) => answer !== undefined),
    words(
      { id: 'tidak memuat satu jawaban pun', en: 'holds no answer at all' },
      {
        id: 'isi paling sedikit satu pertanyaan, atau hapus',
        en: 'answer at least one question, or remove it',
      },
    ),
  );
  const mean = z
    .string()
    .refine(
      (text) => {
        const value = parseUnits(text);
        return value !== undefined && value >= lowest && value <= highest;
      },
      words(
        say(
          { id: 'bukan desimal antara {from} dan {to}', en: 'is not a decimal between {from} and {to}' },
          { from: unitsText(lowest), to: unitsText(highest) },
        ),
        {
          id: 'tulis rata-rata dalam nilai skala, dalam tanda kutip dengan titik desimal, seperti "81.25"',
          en: 'write the mean in scores of the scale, in quotes with a decimal point, like "81.25"',
        },
      ),
    )
    .meta({ pattern: '^\\d{1,9}(\\.\\d{1,4})?$' });
  return z
    .strictObject({
      answers: z.array(form).max(MAXIMUM_ANSWERS).optional(),
      count: z.int().min(0).max(1_000_000).optional(),
      means: eachItem(mean).optional(),
    })
    .refine(
      ({ answers, count, means }) =>
        answers === undefined
          ? count !== undefined && means !== undefined
          : count === undefined && means === undefined,
      words(
        {
          id: 'harus memuat answers saja, atau count dan means',
          en: 'must hold answers alone, or count and means',
        },
        {
          id: 'isi salah satu: setiap jawaban, atau jumlah penjawab dengan rata-rata setiap pertanyaan',
          en: 'give one of them: the single answers, or how many answered with the mean of each question',
        },
      ),
    )
    .meta({ anyOf: [{ required: ['answers'] }, { required: ['count', 'means'] }] });
}
