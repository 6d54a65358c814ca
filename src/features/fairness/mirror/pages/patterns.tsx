/** Patterns to review: what was found, why it may be harmless, whose forms are behind it, and the field to explain it. */
import type { Visit } from '#features/people/index.ts';
import { formatInstant, formatNumber } from '#platform/locale/format.ts';
import { type FieldErrors, TextArea } from '#ui/form.tsx';
import type { StoredFlag } from '../../store/types.ts';
import { fieldOf, LEAST_WORDS, MOST_WORDS } from '../answers/answer.ts';
import type { Pattern } from '../answers/questions.ts';
import { PATTERNS, text } from '../text-answers.ts';
import { percent, points, signed, times } from './words.ts';

const SHOWN_CASES = 8;

export interface PatternProps {
  readonly visit: Visit;
  readonly pattern: Pattern;
  readonly typed?: Readonly<Record<string, string | undefined>>;
  readonly errors?: FieldErrors;
}

export function PatternBody({ visit, pattern }: Pick<PatternProps, 'visit' | 'pattern'>) {
  const words = PATTERNS[pattern.detector];
  return (
    <>
      {pattern.flags.map((flag) => (
        <div key={flag.id}>
          <p class="text-lg font-medium text-balance">{sentenceOf(flag)}</p>
          <p class="text-sm text-base-content/75">{evidenceOf(flag)}</p>
        </div>
      ))}
      <div>
        <p class="font-medium text-sm">{text.innocent()}</p>
        <ul class="list-disc pl-5 text-sm">
          {words.innocent.map((why) => (
            <li key={why()}>{why()}</li>
          ))}
        </ul>
      </div>
      <Cases visit={visit} pattern={pattern} />
    </>
  );
}

function Cases({ visit, pattern }: Pick<PatternProps, 'visit' | 'pattern'>) {
  const { cases, concernsAll } = pattern;
  const shown = cases.slice(0, SHOWN_CASES);
  return (
    <div class="text-sm grid gap-1">
      {concernsAll ? <p>{text.aboutAll()}</p> : null}
      {shown.length > 0 ? (
        <>
          <p class="font-medium">{text.casesTitle({ count: cases.length })}</p>
          <ul class="flex flex-wrap gap-x-4 gap-y-1">
            {shown.map(({ participantId, name, isOwn }) => (
              <li key={participantId}>
                {isOwn ? (
                  <a class="link" href={visit.path(`/appraisals/${participantId}/result`)}>
                    {name}
                  </a>
                ) : (
                  name
                )}
              </li>
            ))}
            {cases.length > shown.length ? (
              <li>{text.moreCases({ count: cases.length - shown.length })}</li>
            ) : null}
          </ul>
        </>
      ) : null}
    </div>
  );
}

export function AnswerField({ pattern, typed = {}, errors = {} }: Omit<PatternProps, 'visit'>) {
  const name = fieldOf(pattern.detector);
  return (
    <TextArea
      name={name}
      label={text.field({ pattern: PATTERNS[pattern.detector].name() })}
      hint={text.fieldHint({ least: LEAST_WORDS, most: MOST_WORDS })}
      value={typed[name]}
      error={errors[name]}
      required
      maxLength={MOST_WORDS}
      rows={3}
    />
  );
}

export function Answered({ visit, answer }: { visit: Visit; answer: NonNullable<Pattern['answer']> }) {
  return (
    <figure class="border-l-4 border-base-300 pl-4">
      <figcaption class="text-sm text-base-content/75">
        {text.yourAnswer({ when: formatInstant(answer.at, visit.agency.zone) })}
      </figcaption>
      <blockquote class="whitespace-pre-line wrap-anywhere">{answer.body}</blockquote>
    </figure>
  );
}

function sentenceOf({ detector, effect, unit }: StoredFlag): string {
  const size =
    unit === 'points' || unit === 'points-per-year'
      ? points(effect)
      : unit === 'share'
        ? percent(effect)
        : times(effect);
  return PATTERNS[detector].sentence(size, effect > 0);
}

function evidenceOf(flag: StoredFlag): string {
  const parts = [];
  if (flag.interval && (flag.unit === 'points' || flag.unit === 'points-per-year')) {
    // The model counts severity; everywhere on the page a lower score is a negative difference.
    const isSeverity = flag.detector === 'severity' || flag.detector === 'leniency';
    const [low, high] = isSeverity ? [-flag.interval[1], -flag.interval[0]] : flag.interval;
    parts.push(text.evidenceInterval({ low: signed(low), high: signed(high) }));
  }
  if (flag.probability !== null)
    parts.push(text.evidenceProbability({ percent: nearlySure(flag.probability) }));
  if (flag.q !== null) parts.push(text.evidenceQ({ q: smallNumber(flag.q) }));
  const model = flag.probability === null ? text.modelDetector() : text.modelSeverity();
  return text.evidence({ n: flag.n, model, evidence: parts.join(' · ') });
}

/** Never a certainty. */
function nearlySure(probability: number): string {
  return probability > 0.99 ? `> ${percent(0.99)}` : percent(probability);
}

const SMALLEST = 0.001;

/** A probability as it is read: `= 0,02`, `< 0,001`. */
function smallNumber(value: number): string {
  if (value < SMALLEST) return `< ${formatNumber(SMALLEST, { maximumFractionDigits: 3 })}`;
  return `= ${formatNumber(value, { maximumFractionDigits: 3 })}`;
}
