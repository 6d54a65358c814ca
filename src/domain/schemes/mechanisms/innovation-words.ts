/** What `innovation` says: every innovation with its stage, its points and who verified it. */
import { type Bilingual, joinBoth, sameInBoth, say } from '../../bilingual.ts';
import { type Basis, codedValue, type ExplainedInput, type Explanation, MISSING } from '../../explanation.ts';
import { points } from './in-words.ts';
import type { Innovation, Stage, Tallier } from './innovation.ts';
import { type Annotations, annotated } from './mechanism.ts';
import { counted, countedValue, FULL_UNITS, notCounted, ROUNDED, scoreValue } from './records.ts';

type Explained = {
  readonly code: string;
  readonly label: Bilingual;
  readonly basis: readonly Basis[];
  readonly items: readonly Innovation[] | undefined;
  readonly tally: Tallier;
  readonly stages: ReadonlyMap<string, Stage>;
  readonly unverifiedUnits: number;
  readonly mostUnits: number;
  readonly annotations: Annotations;
};

/** An innovation with its place in the evidence. */
type Placed = { readonly item: Innovation; readonly index: number; readonly stage: Stage };

const INNOVATIONS = ['inovasi', 'innovation', 'innovations'] as const;

export function explainInnovations(explained: Explained): Explanation {
  const { code, label, basis, items, tally, stages, unverifiedUnits } = explained;
  if (!items) {
    const rule = { id: 'Daftar inovasi belum diberikan.', en: 'No list of innovations has been given.' };
    return { code, label, basis, value: MISSING, rule, inputs: [], children: [] };
  }
  const placed = items.flatMap((item, index): Placed[] => {
    const stage = stages.get(item.stage);
    return stage ? [{ item, index, stage }] : [];
  });
  const verified = placed.filter(({ item }) => item.verifiedBy !== undefined);
  const others = placed.filter(({ item }) => item.verifiedBy === undefined);
  const shown = unverifiedUnits === 0 ? others : [];
  const countedOthers = unverifiedUnits === 0 ? [] : others;
  const { sum, units } = tally(items);
  return {
    code,
    label,
    basis,
    value: scoreValue(units),
    rule: joinBoth([
      ...sumRules(verified, countedOthers, sum, explained),
      ...(sum > units ? [cappedRule(sum, units)] : []),
    ]),
    inputs: [...verified, ...countedOthers]
      .sort((one, other) => one.index - other.index)
      .map((entry) => innovationInput(entry, explained)),
    children: shown.length === 0 ? [] : [explainShown(shown, explained)],
  };
}

function sumRules(
  verified: readonly Placed[],
  others: readonly Placed[],
  sum: number,
  { items, unverifiedUnits }: Explained,
): readonly Bilingual[] {
  if (items?.length === 0)
    return [
      {
        id: 'Tidak ada inovasi yang diajukan, sehingga nilainya 0.',
        en: 'No innovation was proposed, so the score is 0.',
      },
    ];
  const rules: Bilingual[] = [];
  if (verified.length > 0)
    rules.push(
      say(
        { id: '{count} yang diverifikasi: {terms}.', en: '{count} verified: {terms}.' },
        { count: counted(verified.length, INNOVATIONS), terms: sumOf(verified) },
      ),
    );
  if (others.length > 0)
    rules.push(
      say(
        {
          id: '{count} yang belum diverifikasi dihitung {percent} %, dari {terms}.',
          en: '{count} not verified yet, counted at {percent} % of {terms}.',
        },
        {
          count: counted(others.length, INNOVATIONS),
          percent: points(unverifiedUnits),
          terms: sumOf(others),
        },
      ),
    );
  if (rules.length === 0)
    return [
      {
        id: 'Belum ada inovasi yang diverifikasi, sehingga nilainya 0.',
        en: 'No innovation is verified yet, so the score is 0.',
      },
    ];
  if (others.length > 0) rules.push(totalRule(verified, others, sum, unverifiedUnits));
  return rules;
}

/** `Jumlahnya 83,36 (dibulatkan).` */
function totalRule(
  verified: readonly Placed[],
  others: readonly Placed[],
  sum: number,
  unverifiedUnits: number,
): Bilingual {
  const exact = unitsIn(verified) * FULL_UNITS + unitsIn(others) * unverifiedUnits === sum * FULL_UNITS;
  return say(
    verified.length > 0
      ? { id: 'Jumlahnya {sum}{rounded}.', en: 'Together {sum}{rounded}.' }
      : { id: 'Nilainya {sum}{rounded}.', en: 'That makes {sum}{rounded}.' },
    { sum: points(sum), rounded: exact ? '' : ROUNDED },
  );
}

function unitsIn(entries: readonly Placed[]): number {
  return entries.reduce((total, { stage }) => total + stage.units, 0);
}

/** `20 + 40 = 60`, or the one term alone. */
function sumOf(entries: readonly Placed[]): Bilingual {
  const terms = joinBoth(
    entries.map(({ stage }) => points(stage.units)),
    ' + ',
  );
  if (entries.length === 1) return terms;
  return joinBoth([terms, points(unitsIn(entries))], ' = ');
}

function cappedRule(sum: number, units: number): Bilingual {
  return say(
    {
      id: 'Nilai {sum} melebihi batas, sehingga dihitung {units}.',
      en: 'The score {sum} is above the limit, so {units} counts.',
    },
    { sum: points(sum), units: points(units) },
  );
}

function innovationInput(
  { item, index, stage }: Placed,
  { code, annotations, unverifiedUnits }: Explained,
): ExplainedInput {
  const partly = item.verifiedBy === undefined && unverifiedUnits > 0 && unverifiedUnits < FULL_UNITS;
  const label = say(
    partly
      ? {
          id: '{stage}: {units}, dihitung {percent} % ({by})',
          en: '{stage}: {units}, counted at {percent} % ({by})',
        }
      : { id: '{stage}: {units} ({by})', en: '{stage}: {units} ({by})' },
    {
      stage: stage.label,
      units: points(stage.units),
      percent: points(unverifiedUnits),
      by:
        item.verifiedBy === undefined
          ? { id: 'belum diverifikasi', en: 'not verified yet' }
          : say({ id: 'diverifikasi {unit}', en: 'verified by {unit}' }, { unit: item.verifiedBy.trim() }),
    },
  );
  const value = codedValue('text', stage.code, label);
  return annotated(
    { path: `${code}.items[${index}].stage`, label: sameInBoth(item.title.trim()), value },
    annotations,
  );
}

function explainShown(shown: readonly Placed[], explained: Explained): Explanation {
  return notCounted(
    explained.code,
    {
      id: 'Inovasi dihitung setelah diverifikasi unit kerja lain.',
      en: 'An innovation counts once another unit has verified it.',
    },
    shown.map((entry) => innovationInput(entry, explained)),
    countedValue(shown.length, counted(shown.length, INNOVATIONS)),
  );
}
