import { predicateLabel } from '#domain/rules/index.ts';
import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { PastSchemes } from '../rules.ts';
import { text } from '../text.ts';
import { categoryOf, officialOf, ratedBy, ruleOf, scoreOf, spanInWords } from '../words.ts';
import type { History, Year } from '../years.ts';
import { FormerList, YearCard } from './year-card.tsx';
import { YearPlot } from './year-plot.tsx';

export interface HistoryView {
  readonly visit: Visit;
  readonly person: { readonly id: string; readonly name: string };
  readonly history: History;
  readonly schemes: PastSchemes;
  readonly isOwn: boolean;
  readonly mayWithdraw: boolean;
  readonly refused?: { readonly id: string; readonly error: string } | undefined;
}

export function HistoryPage(view: HistoryView) {
  const { visit, person, history, isOwn } = view;
  const title = isOwn ? text.history() : text.historyOf({ name: person.name });
  return (
    <Layout chrome={visit.chrome} title={title} current={isOwn ? 'mine' : 'people'} width="wide">
      <PageHeading title={title} intro={intro(isOwn)} above={isOwn ? undefined : <Above {...view} />} />
      {history.years.length === 0 ? (
        <Card>
          <EmptyState icon="history" title={text.noHistory()}>
            {text.noHistoryHint()}
          </EmptyState>
        </Card>
      ) : (
        <>
          <div class="grid gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start">
            <YearPlot years={history.years} />
            <YearsTable years={history.years} />
          </div>
          <Years {...view} />
        </>
      )}
      {history.withdrawn.length > 0 ? (
        <Card title={text.withdrawn()}>
          <FormerList former={history.withdrawn} zone={visit.agency.zone} />
        </Card>
      ) : null}
    </Layout>
  );
}

function intro(isOwn: boolean): string {
  return `${text.historyIntro()} ${isOwn ? text.historyWrong() : text.readingIsLogged()}`;
}

/** The person's page belongs to officers; others know the name only. */
function Above({ visit, person, mayWithdraw }: HistoryView) {
  return mayWithdraw ? (
    <a class="link" href={visit.path(`/people/${person.id}`)}>
      {person.name}
    </a>
  ) : (
    <span>{person.name}</span>
  );
}

function YearsTable({ years }: { years: readonly Year[] }) {
  return (
    <Card title={text.allYears()} padded={false}>
      <DataTable
        caption={text.allYears()}
        rows={years}
        rowKey={(year) => `${year.from} ${year.startsOn} ${year.endsOn}`}
        columns={[
          { key: 'span', heading: text.span(), isTitle: true, cell: spanInWords },
          { key: 'rule', heading: text.rule(), cell: ruleOf },
          { key: 'category', heading: text.category(), cell: categoryOf },
          {
            key: 'official',
            heading: text.official(),
            cell: (year) => {
              const official = officialOf(year);
              return official ? inLocale(predicateLabel(official)) : '–';
            },
          },
          { key: 'score', heading: text.score(), align: 'right', cell: scoreOf },
          {
            key: 'appraiser',
            heading: text.appraiser(),
            isWide: true,
            cell: (year) => (
              <>
                {ratedBy(year)}
                <span class="block text-sm text-base-content/75 wrap-anywhere">
                  {text.source()}: {year.from === 'tera' ? text.fromTera() : text.fromAFile()}
                </span>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Years({ visit, person, history, schemes, isOwn, mayWithdraw, refused }: HistoryView) {
  return (
    <Card title={text.details()} padded={false}>
      <div class="divide-y divide-base-300 mt-3 border-t border-base-300">
        {history.years.map((year, index) => (
          <YearCard
            key={`${year.from} ${year.startsOn} ${year.endsOn}`}
            year={year}
            isOpen={
              index === 0 || (year.from === 'file' && refused !== undefined && refused.id === year.past.id)
            }
            isOwn={isOwn}
            visit={visit}
            schemes={schemes}
            withdrawing={mayWithdraw ? { personId: person.id, refused } : undefined}
          />
        ))}
      </div>
    </Card>
  );
}
