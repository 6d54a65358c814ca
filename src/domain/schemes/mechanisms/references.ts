/** Checks of what a combination, a gate or the official mapping says of components. */
import { type Bilingual, say } from '../../bilingual.ts';
import { roundUnits, UNITS, unitsOf, unitsText } from '../fixed.ts';
import type { BoundMechanism, CheckContext, Report, ScoreRange } from './mechanism.ts';

/** One hundred percent in units. */
export const WHOLE = 100 * UNITS;

/** What checks across components may ask. */
export type References = {
  /** Every component named in the file, also one whose own shape is faulty. */
  readonly names: readonly string[];
  /** The mechanism of a component that is known and sound. */
  readonly mechanism: (name: string) => BoundMechanism | undefined;
  readonly context: CheckContext;
  /** Components that may be left out. */
  readonly optional: ReadonlySet<string>;
};

const YIELDS: Readonly<Record<BoundMechanism['yields'], Bilingual>> = {
  level: { id: 'tingkat', en: 'a level' },
  score: { id: 'nilai', en: 'a score' },
  fact: { id: 'jawaban ya atau tidak', en: 'a yes or no' },
};

/** Reports a component that does not exist or gives something else than is needed here. */
export function checkReference(
  name: string,
  needs: BoundMechanism['yields'],
  path: readonly PropertyKey[],
  { names, mechanism }: References,
  report: Report,
): void {
  if (!names.includes(name)) {
    report(
      path,
      say({ id: 'komponen "{name}" tidak ada', en: 'there is no component "{name}"' }, { name }),
      say({ id: 'pilih salah satu: {list}', en: 'choose one of: {list}' }, { list: names.join(', ') }),
    );
    return;
  }
  const given = mechanism(name);
  if (!given || given.yields === needs) return;
  report(
    path,
    say(
      {
        id: 'komponen "{name}" tidak menghasilkan {needs}',
        en: 'component "{name}" does not give {needs}',
      },
      { name, needs: YIELDS[needs] },
    ),
    say(
      { id: 'tunjuk komponen yang menghasilkan {needs}', en: 'name a component that gives {needs}' },
      { needs: YIELDS[needs] },
    ),
  );
}

/** Reports facts in a condition that do not exist, are no facts, or may stay unanswered. */
export function checkConditions(
  when: Readonly<Record<string, boolean>> | undefined,
  path: readonly PropertyKey[],
  references: References,
  report: Report,
): void {
  for (const name of Object.keys(when ?? {}))
    checkReference(name, 'fact', [...path, name], references, report);
}

/** Reports weights in percent that do not sum to 100, name no scores, or (unless `mayBeEmpty`) may all be left out. */
export function checkPercent(
  percent: Readonly<Record<string, string>>,
  path: readonly PropertyKey[],
  references: References,
  report: Report,
  { mayBeEmpty = false }: { readonly mayBeEmpty?: boolean } = {},
): void {
  for (const name of Object.keys(percent)) checkReference(name, 'score', [...path, name], references, report);
  const sum = Object.values(percent).reduce((total, weight) => total + unitsOf(weight), 0);
  if (sum !== WHOLE) {
    report(
      path,
      say(
        { id: 'jumlah bobot {sum} %, bukan 100 %', en: 'the weights sum to {sum} %, not 100 %' },
        { sum: unitsText(sum) },
      ),
      say(
        { id: '{verb} {difference} %', en: '{verb} {difference} %' },
        {
          verb: sum < WHOLE ? { id: 'tambahkan', en: 'add' } : { id: 'kurangi', en: 'take away' },
          difference: unitsText(Math.abs(sum - WHOLE)),
        },
      ),
    );
  }
  for (const [name, weight] of Object.entries(percent)) {
    if (unitsOf(weight) > 0) continue;
    report(
      [...path, name],
      { id: 'berbobot nol', en: 'weighs nothing' },
      { id: 'beri bobot, atau hapus dari daftar ini', en: 'give it a weight, or remove it from this list' },
    );
  }
  if (mayBeEmpty || Object.keys(percent).some((name) => !mayLack(name, references))) return;
  report(
    path,
    {
      id: 'semua komponen di sini boleh tidak ada nilainya, sehingga hasil dapat kosong',
      en: 'every component here may be without a value, so there may be no result',
    },
    {
      id: 'sertakan paling sedikit satu komponen yang selalu dinilai',
      en: 'include at least one component that is always appraised',
    },
  );
}

/** Whether a component may be without a value while there still is a result. */
export function mayLack(name: string, references: References): boolean {
  return references.optional.has(name) || (references.mechanism(name)?.mayNotApply ?? false);
}

/** The bounds of a weighted mean, also after parts were left out; undefined while a part is unknown. */
export function meanRange(
  percent: Readonly<Record<string, string>>,
  references: References,
  decimals: number | undefined,
): ScoreRange | undefined {
  const parts: { readonly weight: number; readonly range: ScoreRange; readonly lacks: boolean }[] = [];
  for (const [name, weight] of Object.entries(percent)) {
    const mechanism = references.mechanism(name);
    if (mechanism?.yields !== 'score') return undefined;
    const range = mechanism.range(references.context);
    parts.push({ weight: unitsOf(weight), range, lacks: mayLack(name, references) });
  }
  const bound = (side: 'from' | 'to') => {
    const sign = side === 'from' ? 1 : -1;
    const always = parts.filter(({ lacks }) => !lacks);
    let weight = always.reduce((total, part) => total + part.weight, 0);
    let sum = always.reduce((total, part) => total + BigInt(part.weight) * BigInt(part.range[side]), 0n);
    const optional = parts.filter(({ lacks }) => lacks);
    optional.sort((a, b) => sign * (a.range[side] - b.range[side]));
    for (const { weight: own, range } of optional) {
      const further = BigInt(range[side]) * BigInt(weight);
      if (weight > 0 && sign * Number(further - sum) >= 0) break;
      weight += own;
      sum += BigInt(own) * BigInt(range[side]);
    }
    const units = weight === 0 ? 0 : Number(sum / BigInt(weight));
    return decimals === undefined ? units : roundUnits(units, decimals);
  };
  return parts.length === 0 ? undefined : { from: bound('from'), to: bound('to') };
}
