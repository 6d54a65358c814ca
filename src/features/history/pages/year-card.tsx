/** One year in full: what came out, by which rule, who rated, where it comes from, and why. */

import { sentence } from '#domain/explanation.ts';
import { predicateLabel, ratingLabel } from '#domain/rules/index.ts';
import type { Visit } from '#features/people/index.ts';
import { ExplanationTree } from '#features/schemes/index.ts';
import { civilDateIn, formatDate, formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { TextField } from '#ui/form.tsx';
import { Badge, Facts, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import { differencesOf } from '../past.ts';
import type { PastResult } from '../queries.ts';
import type { PastSchemes } from '../rules.ts';
import { text } from '../text.ts';
import { differenceInWords, printedLabel } from '../warnings.ts';
import {
  categoryOf,
  missingInWords,
  officialOf,
  ratedBy,
  ruleOf,
  scoreOf,
  sourceOf,
  spanInWords,
} from '../words.ts';
import type { ImportedYear, TeraYear, Year } from '../years.ts';

interface Around {
  readonly visit: Visit;
  readonly schemes: PastSchemes;
  /** The person's own page: sentences that speak to them are theirs alone. */
  readonly isOwn: boolean;
  /** Whose officer this is; undefined for whoever only reads. */
  readonly withdrawing?:
    | {
        readonly personId: string;
        readonly refused?: { readonly id: string; readonly error: string } | undefined;
      }
    | undefined;
}

export function YearCard({ year, isOpen, ...around }: { year: Year; isOpen: boolean } & Around) {
  const period = year.from === 'tera' ? year.period : spanInWords(year);
  return (
    <details class="px-5 py-4" open={isOpen}>
      <summary class="flex flex-wrap items-center gap-x-3 gap-y-1 cursor-pointer">
        <span class="font-medium basis-full sm:basis-0 sm:flex-1">
          {period} <span class="font-normal text-base-content/75">· {ruleOf(year)}</span>
        </span>
        <Badge>{categoryOf(year)}</Badge>
        {year.from === 'tera' && !year.isRatified ? <Badge tone="warning">{text.notRatified()}</Badge> : null}
        {year.from === 'file' && differencesOf(year.past.evidence).length > 0 ? (
          <Badge tone="warning">{text.differsShort()}</Badge>
        ) : null}
      </summary>
      <div class="mt-4 grid gap-4">
        {year.from === 'tera' ? <Tera year={year} {...around} /> : <Imported year={year} {...around} />}
      </div>
    </details>
  );
}

function Tera({ year, visit, isOwn }: { year: TeraYear } & Around) {
  return (
    <>
      <Facts
        facts={[
          [text.span(), spanInWords(year)],
          ...(year.category === null ? [] : ([[text.category(), categoryOf(year)]] as const)),
          ...(year.score === null ? [] : ([[text.score(), scoreOf(year)]] as const)),
          [text.official(), inLocale(predicateLabel(year.step))],
          [text.resultsRating(), inLocale(ratingLabel(year.resultsRating))],
          [text.behaviourRating(), inLocale(ratingLabel(year.behaviourRating))],
          [text.appraiser(), year.ratedBy],
          [text.source(), text.fromTera()],
        ]}
      />
      <Why explanation={year.explanation} isOwn={isOwn} />
      <div>
        <LinkButton small href={visit.path(`/appraisals/${year.participantId}/result`)}>
          {text.openResult()}
          <span class="sr-only"> {year.period}</span>
        </LinkButton>
      </div>
    </>
  );
}

function Imported({ year, visit, schemes, isOwn, withdrawing }: { year: ImportedYear } & Around) {
  const { past, former } = year;
  const { given, computed, missing } = past.evidence;
  const differences = differencesOf(past.evidence);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [text.span(), spanInWords(year)],
    [text.category(), categoryOf(year)],
    [text.official(), officialInWords(year)],
    [text.score(), past.score === null ? undefined : scoreOf(year)],
    [text.planScore(), planScoreOf(past)],
    [text.behaviourScore(), given.behaviourScore && formatDecimal(given.behaviourScore)],
    [text.resultsRating(), given.resultsRating && inLocale(ratingLabel(given.resultsRating))],
    [text.behaviourRating(), given.behaviourRating && inLocale(ratingLabel(given.behaviourRating))],
    [text.appraiser(), ratedBy(year)],
    [text.note(), past.note || undefined],
  ];
  const scheme = given.rule === 'predicate-only' ? undefined : schemes[given.rule];
  return (
    <>
      {differences.length > 0 ? (
        <Notice tone="warning" title={text.differs()}>
          {differences.map((difference) => (
            <p key={difference.what}>{differenceInWords(given, difference)}</p>
          ))}
          <p>{text.differsHint()}</p>
        </Notice>
      ) : null}
      <Facts facts={facts.filter((fact): fact is readonly [string, string] => Boolean(fact[1]))} />
      <p class="text-sm text-base-content/75">{recordedInWords(past, visit.agency.zone)}</p>
      {past.explanation ? (
        <Why
          explanation={past.explanation}
          isOwn={isOwn}
          note={computed && computed.by.id !== given.rule ? text.countedByArticle() : undefined}
        />
      ) : (
        <p class="text-sm text-base-content/75">
          {missing.length > 0 && scheme
            ? text.notCountedWhy({ what: missingInWords(past.evidence, scheme.scheme.components) })
            : text.noWhy()}
        </p>
      )}
      {former.length > 0 ? <Former former={former} zone={visit.agency.zone} /> : null}
      {withdrawing ? <Withdraw past={past} visit={visit} withdrawing={withdrawing} /> : null}
    </>
  );
}

/** As printed; where the paper gives only the results, as it was counted from them. */
function planScoreOf({ evidence: { given, computed } }: PastResult): string | undefined {
  const score = given.resultsScore ?? computed?.resultsScore;
  return score ? formatDecimal(score) : undefined;
}

/** Nobody knows of a bare predicate whether it was the official one of today. */
function officialInWords(year: ImportedYear): string | undefined {
  if (year.past.evidence.given.rule === 'predicate-only') return undefined;
  const official = officialOf(year);
  return official ? inLocale(predicateLabel(official)) : text.noOfficial();
}

function Why(props: { explanation: TeraYear['explanation']; isOwn: boolean; note?: string | undefined }) {
  const { explanation, isOwn, note } = props;
  return (
    <div class="grid gap-2 text-sm">
      <p class="max-w-prose">{inLocale(isOwn ? sentence(explanation) : explanation.rule)}</p>
      {note ? <p class="max-w-prose text-base-content/75">{note}</p> : null}
      <details class="rounded-field border border-base-300">
        <summary class="cursor-pointer px-3 py-2 font-medium">{text.why()}</summary>
        <div class="px-3 pb-3">
          <ExplanationTree step={explanation} />
        </div>
      </details>
    </div>
  );
}

function recordedInWords(past: PastResult, zone: string): string {
  const said = { who: past.recordedBy, date: formatDate(civilDateIn(zone, past.recordedAt)) };
  return past.fileName === null ? text.recordedBy(said) : text.fromFileBy({ ...said, file: past.fileName });
}

/** What was there before: replaced by a corrected file, or withdrawn with a reason. */
export function FormerList({ former, zone }: { former: readonly PastResult[]; zone: string }) {
  return (
    <ul class="grid gap-1 list-disc ps-5 text-sm">
      {former.map((past) => (
        <li key={past.id}>
          {spanInWords(past)}: {formerInWords(past, zone)}
        </li>
      ))}
    </ul>
  );
}

function formerInWords(past: PastResult, zone: string): string {
  const said = {
    category: printedLabel(past.evidence.given, past.category),
    source: sourceOf(past),
    who: past.supersededBy ?? '–',
    date: past.supersededAt ? formatDate(civilDateIn(zone, past.supersededAt)) : '–',
  };
  return past.supersededReason === null
    ? text.replacedBy(said)
    : text.withdrawnBy({ ...said, reason: past.supersededReason });
}

function Former({ former, zone }: { former: readonly PastResult[]; zone: string }) {
  return (
    <details class="text-sm">
      <summary class="link cursor-pointer">
        {text.former()} ({former.length})
      </summary>
      <div class="mt-2">
        <FormerList former={former} zone={zone} />
      </div>
    </details>
  );
}

function Withdraw(props: {
  past: PastResult;
  visit: Visit;
  withdrawing: NonNullable<Around['withdrawing']>;
}) {
  const { past, visit, withdrawing } = props;
  const refused = withdrawing.refused?.id === past.id ? withdrawing.refused : undefined;
  return (
    <details class="text-sm" open={refused !== undefined}>
      <summary class="link cursor-pointer">
        {text.withdraw()}
        <span class="sr-only"> {spanInWords(past)}</span>
      </summary>
      <form
        method="post"
        action={visit.path(`/people/${withdrawing.personId}/history/${past.id}/withdrawal`)}
        class="grid gap-3 mt-2 max-w-prose"
        data-controller="once"
      >
        <p>{text.withdrawHint()}</p>
        <TextFieldOf past={past} error={refused?.error} />
        <div>
          <SubmitButton small look="outline">
            {text.withdraw()}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}

/** Several of these forms stand on one page: the field is told apart by its year. */
function TextFieldOf({ past, error }: { past: PastResult; error: string | undefined }) {
  return (
    <TextField
      name={`reason-${past.id}`}
      label={text.withdrawReason()}
      hint={text.withdrawReasonHint()}
      required
      maxLength={500}
      error={error}
    />
  );
}
