import type { CompiledScheme, Explained } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { ProblemSummary } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { Instrument } from '../instrument/index.ts';
import { Outcome } from '../read/outcome.tsx';
import { CASES, type CaseCode } from './cases.ts';
import type { Round } from './play.ts';
import { text } from './text.ts';

interface Props {
  readonly visit: Visit;
  readonly compiled: CompiledScheme;
  readonly round: Round;
  readonly code: CaseCode;
  readonly address: string;
  readonly back: string;
  readonly isDraft: boolean;
}

/** A sample employee, the form filled in, and what would come out. A plain form; nothing is kept. */
export function PracticePage(props: Props) {
  const { visit, compiled, round, code, address, back, isDraft } = props;
  const here = `${address}?case=${code}`;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="schemes">
      <PageHeading
        title={text.title()}
        above={
          <a class="link" href={back}>
            {inLocale(compiled.scheme.title)}
          </a>
        }
        intro={text.intro()}
      />
      {isDraft ? <Notice tone="warning" title={text.draftNotice()} /> : null}
      <CaseTabs address={address} code={code} />
      <ProblemSummary errors={round.problems} />
      <ResultCard compiled={compiled} round={round} code={code} />
      {/* The answer is a page of its own and not a redirect, so this form is left to the browser. */}
      <form method="post" action={here} data-turbo="false" class="grid gap-6">
        <Instrument
          compiled={compiled}
          frame={round.frame}
          state={{ fields: round.fields, problems: round.problems }}
        />
        <div class="sticky bottom-0 z-10 -mx-4 px-4 py-3 bg-base-200 border-t border-base-300 flex flex-wrap justify-end gap-3">
          <LinkButton href={here} look="ghost" icon="rotate">
            {text.startAgain()}
          </LinkButton>
          <SubmitButton icon="calculator">{text.compute()}</SubmitButton>
        </div>
      </form>
    </Layout>
  );
}

/** Which sample employee; another one begins from their own entries. */
function CaseTabs({ address, code }: { address: string; code: CaseCode }) {
  return (
    <nav aria-label={text.cases()}>
      <ul class="grid gap-3 sm:grid-cols-3">
        {CASES.map((each) => {
          const isCurrent = each === code;
          return (
            <li key={each}>
              <a
                href={`${address}?case=${each}`}
                aria-current={isCurrent ? 'page' : undefined}
                class={`block h-full rounded-box border bg-base-100 px-4 py-3 ${isCurrent ? 'border-primary ring-1 ring-primary' : 'border-base-300 hover:border-primary'}`}
              >
                <span class={isCurrent ? 'font-semibold text-primary' : 'font-medium'}>
                  {text[`case_${each}`]()}
                </span>
                <span class="block text-sm text-base-content/75">{text[`about_${each}`]()}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function ResultCard({ compiled, round, code }: Pick<Props, 'compiled' | 'round' | 'code'>) {
  const { explained, start, isChanged, missing } = round;
  return (
    <Card
      title={text.wouldBeOf({ name: text[`case_${code}`]() })}
      aside={<span class="text-base-content/75">{text.sample()}</span>}
    >
      <div class="grid gap-4" aria-live="polite">
        {explained.category === null ? (
          <Notice tone="warning">{text.incomplete({ list: missing.join(', ') || '–' })}</Notice>
        ) : (
          <Outcome scheme={compiled.scheme} explained={explained} />
        )}
        <p class="text-sm text-base-content/75">
          {isChanged ? sinceStart(compiled, start, explained) : text.untouched()}
        </p>
      </div>
    </Card>
  );
}

function sinceStart(compiled: CompiledScheme, start: Explained, now: Explained): string {
  const before = resultText(compiled, start);
  return before === resultText(compiled, now) ? text.sameAsBefore() : text.before({ result: before });
}

function resultText({ scheme }: CompiledScheme, { category, score }: Explained): string {
  const label = scheme.categories.find((each) => each.code === category)?.label;
  const words = label ? inLocale(label) : '–';
  return score === null ? words : text.withScore({ category: words, score: formatDecimal(score) });
}
