/** How somebody rates, seen against the experts on the same cases: for the person's own eyes only. */
import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, Facts, LinkButton, Notice, PageHeading } from '#ui/parts.tsx';
import { PlotFigure } from '#ui/plot/index.ts';
import {
  type Habits,
  type HabitsOutcome,
  habitWords,
  LEAST_CASES,
  LEAST_ITEMS,
  type Pair,
} from '../habits.ts';
import { text } from '../text-habits.ts';
import { severityPlot } from './severity-plot.ts';

export interface HabitsView {
  readonly visit: Visit;
  readonly schemes: readonly { readonly id: string; readonly title: string }[];
  readonly schemeId: string | undefined;
  readonly outcome: HabitsOutcome;
  readonly headings: ReadonlyMap<string, string>;
}

export function HabitsPage(view: HabitsView) {
  const { visit, schemes, schemeId, outcome } = view;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="training">
      <PageHeading
        title={text.title()}
        intro={text.intro()}
        above={
          <a class="link" href={visit.path('/training')}>
            {text.toCourse()}
          </a>
        }
      />
      {schemes.length > 1 ? <SchemeChoice {...view} /> : null}
      {!schemeId ? (
        <Card>
          <EmptyState title={text.noneSent()} />
        </Card>
      ) : outcome.enough ? (
        <Found habits={outcome.habits} headings={view.headings} />
      ) : (
        <>
          <Notice tone="info" title={text.tooLittle()}>
            <p>
              {text.tooLittleBody({
                cases: outcome.cases,
                items: outcome.items,
                leastCases: LEAST_CASES,
                leastItems: LEAST_ITEMS,
              })}
            </p>
          </Notice>
          <p>
            <LinkButton look="primary" href={visit.path(`/training/courses/${schemeId}`)}>
              {text.toCourse()}
            </LinkButton>
          </p>
        </>
      )}
    </Layout>
  );
}

function SchemeChoice({ visit, schemes, schemeId }: HabitsView) {
  return (
    <form
      method="get"
      action={visit.path('/training/habits')}
      class="flex flex-wrap items-end gap-3"
      data-controller="filter"
      data-turbo-action="replace"
    >
      <label class="grid gap-1 text-sm grow max-w-md">
        <span class="font-medium">{text.choose()}</span>
        <select class="select w-full" name="scheme">
          {schemes.map(({ id, title }) => (
            <option key={id} value={id} selected={id === schemeId}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="btn btn-outline">
        {text.show()}
      </button>
    </form>
  );
}

function percent(value: number): string {
  return formatNumber(value, { maximumFractionDigits: 1 });
}

function Found({ habits, headings }: { habits: Habits; headings: ReadonlyMap<string, string> }) {
  const words = habitWords(habits);
  const named = habits.byCase.map(({ caseId, severity }) => ({
    name: headings.get(caseId) ?? '',
    severity,
  }));
  return (
    <>
      <div class="grid gap-6 lg:grid-cols-2 items-start">
        <Card title={text.severity()}>
          <PlotFigure
            finding={text[`plotFinding_${words.severity}`]()}
            svg={severityPlot(named, { lower: text.lower(), higher: text.higher() })}
            legend={text.plotLegend()}
            table={{
              columns: [text.choose(), text.difference()],
              rows: named.map(({ name, severity }) => [name, percent(severity)]),
            }}
          />
          <p class="mt-3 max-w-prose">
            {text[`severity_${words.severity}`]({ value: percent(Math.abs(habits.severity)) })}
          </p>
        </Card>
        <div class="grid gap-6">
          <Spread title={text.spread()} words={text[`spread_${words.spread}`]()} pair={habits.spread} />
          <Spread title={text.halo()} words={text[`halo_${words.halo}`]()} pair={habits.within} />
        </div>
      </div>
      <Card title={text.advice()}>
        <ul class="list-disc pl-6 grid gap-1 max-w-prose">
          {adviceFor(words).map((advice) => (
            <li key={advice}>{advice}</li>
          ))}
        </ul>
        <div class="mt-5">
          <Facts
            facts={[
              [text.distance(), `${percent(habits.distance)} %`],
              [
                text.agreement(),
                habits.agreement === null
                  ? text.noAgreement()
                  : text.agreementHint({
                      value: formatNumber(habits.agreement, { maximumFractionDigits: 2 }),
                    }),
              ],
              [text.basisLabel(), text.basis({ cases: habits.cases, items: habits.items })],
            ]}
          />
        </div>
      </Card>
    </>
  );
}

function Spread({ title, words, pair }: { title: string; words: string; pair: Pair }) {
  return (
    <Card title={title}>
      <p class="max-w-prose">{words}</p>
      <p class="mt-2 text-sm text-base-content/75">
        {text.ownAndExperts({ own: percent(pair.own), experts: percent(pair.experts) })}
      </p>
    </Card>
  );
}

function adviceFor(words: ReturnType<typeof habitWords>): readonly string[] {
  const advice = [
    words.severity === 'like-experts' ? '' : text.advice_severity(),
    words.spread === 'narrower' ? text.advice_spread() : '',
    words.halo === 'alike' ? text.advice_halo() : '',
  ].filter(Boolean);
  return advice.length > 0 ? advice : [text.advice_none()];
}
