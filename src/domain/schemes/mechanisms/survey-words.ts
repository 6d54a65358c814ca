/** What `survey` says: each question with its answers, the index, and why there is none. */
import { type Bilingual, joinBoth, say } from '../../bilingual.ts';
import {
  type Basis,
  type ExplainedInput,
  type Explanation,
  MISSING,
  NOT_APPLICABLE,
} from '../../explanation.ts';
import { meanUnits } from '../fixed.ts';
import type { Outcome } from '../outcome.ts';
import { namesInWords, points } from './in-words.ts';
import { type Annotations, annotated, isRecord, type Labelled, type ScoredLevel } from './mechanism.ts';
import { counted, countedValue, ROUNDED, scoreValue } from './records.ts';
import type { Band } from './survey.ts';
import type { Answered } from './survey-evidence.ts';

type Explained = {
  readonly code: string;
  readonly label: Bilingual;
  readonly basis: readonly Basis[];
  readonly answered: Answered | undefined;
  readonly outcome: Outcome;
  readonly items: readonly Labelled[];
  readonly levels: readonly ScoredLevel[];
  readonly bands: readonly Band[];
  readonly atLeast: number;
  readonly given: unknown;
  readonly annotations: Annotations;
};

/** The answers to one question: how many, and the sum of their scores in units. */
type Question = { readonly sum: number; readonly count: number };
/** A question with its answers. */
type Asked = { readonly item: Labelled; readonly question: Question };

const ANSWERS = ['jawaban', 'answer', 'answers'] as const;
/** The mean of one question is shown to so many decimals; the index is counted from the answers. */
const SHOWN_DECIMALS = 4;

export function explainSurvey(explained: Explained): Explanation {
  const { code, label, basis, answered, outcome, items, atLeast, annotations } = explained;
  const shared = { code, label, basis };
  if (!answered) {
    const rule = { id: 'Hasil survei belum diberikan.', en: 'No survey has been given.' };
    return { ...shared, value: MISSING, rule, inputs: [], children: [] };
  }
  const { count } = answered;
  const inputs = [
    annotated(
      {
        path: `${code}.${fromMeans(explained.given) ? 'count' : 'answers'}`,
        label: { id: 'Jumlah jawaban', en: 'Number of answers' },
        value: countedValue(count, counted(count, ANSWERS)),
      },
      annotations,
    ),
  ];
  if (count < atLeast) {
    const value = outcome.state === 'missing' ? MISSING : NOT_APPLICABLE;
    return { ...shared, value, rule: tooFewRule(count, atLeast, outcome), inputs, children: [] };
  }
  const asked = items.flatMap((item, index): Asked[] => {
    const question = { sum: answered.sums[index] ?? 0, count: answered.counts[index] ?? 0 };
    return question.count > 0 ? [{ item, question }] : [];
  });
  const children = asked.map((each) => explainQuestion(each, explained));
  if (outcome.state !== 'value' || outcome.type !== 'score') {
    const silent = items.filter((item) => !asked.some((each) => each.item === item));
    const rule = say(
      {
        id: 'Belum ada jawaban untuk {list}. Pertanyaan tanpa jawaban tidak dianggap nol, jadi indeksnya belum dapat dihitung.',
        en: 'Nobody has answered {list} yet. A question without an answer is not zero, so the index cannot be counted yet.',
      },
      { list: namesInWords(silent.map((item) => item.label)) },
    );
    return { ...shared, value: MISSING, rule, inputs, children };
  }
  const rule = indexRule(asked, count, outcome.units, explained.bands);
  return { ...shared, value: scoreValue(outcome.units), rule, inputs, children };
}

function fromMeans(given: unknown): boolean {
  return isRecord(given) && given.means !== undefined;
}

function tooFewRule(count: number, atLeast: number, outcome: Outcome): Bilingual {
  const few = say(
    {
      id: 'Ada {count}, sedangkan yang diperlukan paling sedikit {atLeast}. Isinya tidak ditampilkan, agar yang menjawab tidak dapat dikenali.',
      en: 'There are {count}, and at least {atLeast} are needed. They are not shown, so that nobody who answered can be recognised.',
    },
    { count: counted(count, ANSWERS), atLeast },
  );
  const consequence =
    outcome.state === 'missing'
      ? { id: 'Nilainya belum ada; itu bukan nol.', en: 'There is no score yet; that is not zero.' }
      : { id: 'Komponen ini tidak berlaku.', en: 'This component does not apply.' };
  return joinBoth([few, consequence]);
}

function meanOf({ sum, count }: Question): number {
  return meanUnits(sum, count, SHOWN_DECIMALS);
}

function indexRule(asked: readonly Asked[], count: number, units: number, bands: readonly Band[]): Bilingual {
  const mean = say(
    {
      id: 'Rata-rata {questions} pertanyaan dari {answers} adalah {units}.',
      en: 'The mean of {questions} from {answers} is {units}.',
    },
    {
      questions: { id: String(asked.length), en: counted(asked.length, ['', 'question', 'questions']).en },
      answers: counted(count, ANSWERS),
      units: points(units),
    },
  );
  const band = bands.find((each) => units >= each.units);
  const named =
    band &&
    say(
      { id: 'Nilai ini termasuk {label}, mulai dari {from}.', en: 'This is {label}, from {from} up.' },
      { label: band.label, from: points(band.units) },
    );
  const weakest = weakestRule(asked);
  return joinBoth([mean, ...(named ? [named] : []), ...(weakest ? [weakest] : [])]);
}

/** Where there is most to win: the questions with the lowest mean, unless all are alike. */
function weakestRule(asked: readonly Asked[]): Bilingual | undefined {
  const means = asked.map(({ question }) => meanOf(question));
  const lowest = Math.min(...means);
  const weakest = asked.filter((_, index) => means[index] === lowest);
  if (weakest.length === asked.length) return undefined;
  return say(
    { id: 'Yang terendah: {list} ({mean}).', en: 'Lowest: {list} ({mean}).' },
    { list: namesInWords(weakest.map(({ item }) => item.label)), mean: points(lowest) },
  );
}

function explainQuestion({ item, question }: Asked, explained: Explained): Explanation {
  const { code, given, annotations } = explained;
  const mean = meanOf(question);
  const shared = { code: `${code}-${item.code}`, label: item.label, basis: [], children: [] };
  const value = scoreValue(mean);
  if (fromMeans(given)) {
    const input = { path: `${code}.means.${item.code}`, label: item.label, value };
    const rule = say(
      { id: 'Rata-rata yang diberikan: {mean}.', en: 'Mean given: {mean}.' },
      { mean: points(mean) },
    );
    return { ...shared, value, rule, inputs: [annotated(input, annotations)] };
  }
  const tally = tallyOf(item.code, explained);
  return {
    ...shared,
    value,
    rule: questionRule(tally, question, mean),
    inputs: tally.map(
      ({ level, answers }): ExplainedInput =>
        annotated(
          {
            path: `${code}.answers.${item.code}.${level.code}`,
            label: say(
              { id: '{label} ({units})', en: '{label} ({units})' },
              { label: level.label, units: points(level.units) },
            ),
            value: countedValue(answers, counted(answers, ANSWERS)),
          },
          annotations,
        ),
    ),
  };
}

/** `(1 × 100 + 2 × 75) ÷ 3 = 83,3333 (dibulatkan).` */
function questionRule(tally: readonly Tally[], { sum, count }: Question, mean: number): Bilingual {
  const [only] = tally;
  if (only && tally.length === 1)
    return say(
      { id: '{answers}, semuanya {label} ({units}).', en: '{answers}, all {label} ({units}).' },
      { answers: counted(count, ANSWERS), label: only.level.label, units: points(only.level.units) },
    );
  const terms = tally.map(({ level, answers }) =>
    say({ id: '{answers} × {units}', en: '{answers} × {units}' }, { answers, units: points(level.units) }),
  );
  return say(
    { id: '({terms}) ÷ {count} = {mean}{rounded}.', en: '({terms}) ÷ {count} = {mean}{rounded}.' },
    {
      terms: joinBoth(terms, ' + '),
      count,
      mean: points(mean),
      rounded: mean * count === sum ? '' : ROUNDED,
    },
  );
}

type Tally = { readonly level: ScoredLevel; readonly answers: number };

/** How many gave each level, best first, without the levels that nobody gave. */
function tallyOf(item: string, { given, levels }: Explained): readonly Tally[] {
  const forms: readonly unknown[] = isRecord(given) && Array.isArray(given.answers) ? given.answers : [];
  return levels.flatMap((level, index): Tally[] => {
    const number = String(levels.length - index);
    const answers = forms.filter(
      (form) => isRecord(form) && (form[item] === level.code || form[item] === number),
    ).length;
    return answers === 0 ? [] : [{ level, answers }];
  });
}
