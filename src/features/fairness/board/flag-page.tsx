import { isOfficer, type Visit } from '#features/people/index.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, Facts, LinkButton, Notice, PageHeading } from '#ui/parts.tsx';
import { EmployeeCell } from './employee-cell.tsx';
import type { Case, FlagView } from './flag.ts';
import { whenComputed } from './note.tsx';
import { text as board } from './text.ts';
import { INNOCENT, text } from './text-flags.ts';
import { certaintyWords, detectableWords, effectWords, intervalWords, patternName } from './words.ts';

export function FlagPage({ visit, view }: { visit: Visit; view: FlagView }) {
  const { flag, run } = view;
  const boardPath = visit.path(`/fairness/${run.periodId}`);
  const title = text.flagTitle({ pattern: patternName(flag.detector) });
  return (
    <Layout chrome={visit.chrome} title={`${title} · ${run.periodName}`} current="fairness">
      <PageHeading
        title={title}
        above={
          <>
            <a class="link" href={boardPath}>
              {board.title()}
            </a>{' '}
            · {run.periodName} · {view.schemeTitle}
          </>
        }
        intro={
          <>
            <p class="font-medium">{text.aboutRater({ rater: flag.raterName })}</p>
            <p>{text.question()}</p>
          </>
        }
      />
      <div class="grid gap-6 lg:grid-cols-2 items-start">
        <Evidence visit={visit} view={view} />
        <div class="grid grid-cols-[minmax(0,1fr)] gap-6">
          <Answer visit={visit} view={view} />
          <Card title={text.innocent()}>
            <ul class="list-disc pl-5 grid gap-1">
              {INNOCENT[flag.detector].map((words) => (
                <li key={words()}>{words()}</li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
      <Cases visit={visit} view={view} />
      <NextSteps visit={visit} periodId={run.periodId} />
    </Layout>
  );
}

function Evidence({ visit, view }: { visit: Visit; view: FlagView }) {
  const { flag, run } = view;
  const bySeverity = flag.detector === 'severity' || flag.detector === 'leniency';
  const certainty = certaintyWords(flag);
  return (
    <Card title={text.facts()}>
      <Facts
        facts={[
          [text.factSize(), effectWords(flag)],
          [text.factInterval(), intervalWords(flag) ?? '–'],
          [text.factForms(), formatNumber(flag.n)],
          [text.factCertainty(), flag.q === null ? certainty : text.corrected({ q: certainty })],
          [text.factDetectable(), detectableWords(flag.unit, flag.minimumDetectable)],
          ...(bySeverity
            ? [
                [
                  text.factLimit(),
                  text.factLimitValue({ threshold: run.settings.severityThreshold }),
                ] as const,
              ]
            : []),
          [
            text.factMethod(),
            text.factMethodValue({
              method: run.method,
              when: whenComputed(run.finishedAt, visit.agency.zone),
            }),
          ],
        ]}
      />
      <p class="text-xs text-base-content/75 mt-4 max-w-prose">
        {board.mustNot({ what: board.mustNotFlags() })}
      </p>
    </Card>
  );
}

function Answer({ visit, view: { flag } }: { visit: Visit; view: FlagView }) {
  if (!flag.answer) return <Notice>{text.noAnswer()}</Notice>;
  return (
    <Card title={text.answer()}>
      <blockquote class="whitespace-pre-line wrap-anywhere border-l-4 border-base-300 pl-4">
        {flag.answer.body}
      </blockquote>
      <p class="text-sm text-base-content/75 mt-2">
        {text.answerBy({
          rater: flag.raterName,
          when: formatInstant(flag.answer.at, visit.agency.zone),
        })}
      </p>
    </Card>
  );
}

function Cases({ visit, view }: { visit: Visit; view: FlagView }) {
  const { cases, hasCases, outside } = view;
  return (
    <Card title={text.cases()} id="cases">
      <p class="text-sm text-base-content/85 max-w-prose mb-2">
        {hasCases ? '' : `${text.casesAll()} `}
        {text.casesHint()}
      </p>
      {cases.length === 0 ? (
        <EmptyState title={text.casesOutside({ count: outside })} />
      ) : (
        <div class="max-sm:-mx-5">
          <CaseTable visit={visit} cases={cases} />
        </div>
      )}
      {outside > 0 && cases.length > 0 ? (
        <p class="text-sm mt-2">{text.casesOutside({ count: outside })}</p>
      ) : null}
    </Card>
  );
}

function CaseTable({ visit, cases }: { visit: Visit; cases: readonly Case[] }) {
  const whole = (value: number) => formatNumber(value, { maximumFractionDigits: 0 });
  return (
    <DataTable
      caption={text.cases()}
      rows={cases}
      rowKey={({ ratee }) => ratee.participantId}
      columns={[
        {
          key: 'person',
          heading: text.employee(),
          isTitle: true,
          cell: ({ ratee }) => <EmployeeCell visit={visit} ratee={ratee} />,
        },
        { key: 'given', heading: text.given(), align: 'right', cell: ({ given }) => whole(given) },
        {
          key: 'others',
          heading: text.others(),
          align: 'right',
          cell: ({ others }) =>
            others ? text.points({ value: whole(others.mean), count: others.raters }) : text.noOthers(),
        },
        { key: 'day', heading: text.onDay(), cell: ({ on }) => formatDate(on, 'short') },
      ]}
    />
  );
}

function NextSteps({ visit, periodId }: { visit: Visit; periodId: string }) {
  return (
    <Card title={text.nextSteps()}>
      <ul class="list-disc pl-5 grid gap-1 max-w-prose">
        <li>{text.stepCalibration()}</li>
        <li>{text.stepSecondLook()}</li>
        <li>{text.stepTraining()}</li>
      </ul>
      <p class="flex flex-wrap gap-2 mt-4 print:hidden">
        <LinkButton href={visit.path(`/calibration?period=${periodId}`)} icon="users" small>
          {text.toCalibration()}
        </LinkButton>
        {isOfficer(visit.actor) || visit.actor.isAuditor ? (
          <LinkButton href={visit.path(`/periods/${periodId}/second-looks`)} icon="list" small>
            {text.toSecondLooks()}
          </LinkButton>
        ) : null}
        <LinkButton href={visit.path(`/fairness/${periodId}#patterns`)} icon="arrowLeft" look="ghost" small>
          {text.toBoard()}
        </LinkButton>
      </p>
    </Card>
  );
}
