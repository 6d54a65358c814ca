import type { CompiledScheme } from '#domain/schemes/index.ts';
import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import {
  Badge,
  Card,
  EmptyState,
  LinkButton,
  Notice,
  PageHeading,
  ProgressBar,
  SubmitButton,
} from '#ui/parts.tsx';
import type { Attempt } from '../course/attempts.ts';
import { progressOf } from '../course/progress.ts';
import type { CourseView, Rule } from '../course/queries.ts';
import { isDue, nextStep } from '../cycle.ts';
import { text } from '../text.ts';
import { percentOf, StateBadge, untilWords } from './parts.tsx';
import { TrainingTabs } from './tabs.tsx';

export interface CoursePageView {
  readonly visit: Visit;
  readonly compiled: CompiledScheme;
  readonly view: CourseView | undefined;
  /** Headings of the cases that were rated, also of those replaced since. */
  readonly headings: ReadonlyMap<string, string>;
  readonly isAppraiser: boolean;
}

export function CoursePage(props: CoursePageView) {
  const { visit, compiled, view } = props;
  const title = text.courseOf({ scheme: inLocale(compiled.scheme.title) });
  const isEmpty = !view || (view.lessons.length === 0 && view.cases.length === 0);
  return (
    <Layout chrome={visit.chrome} title={title} current="training">
      <PageHeading
        title={title}
        above={
          <a class="link" href={visit.path('/training')}>
            {text.training()}
          </a>
        }
        acts={
          isAgencyOfficer(visit.actor) ? (
            <LinkButton href={visit.path(`/training/material/${compiled.scheme.id}`)} icon="edit">
              {text.editCourse()}
            </LinkButton>
          ) : undefined
        }
      />
      <TrainingTabs visit={visit} />
      {isEmpty || !view ? (
        <Card>
          <EmptyState title={text.noCourses()}>{text.noCoursesHint()}</EmptyState>
        </Card>
      ) : (
        <>
          <NextCard {...props} view={view} />
          <LessonsCard visit={visit} compiled={compiled} view={view} />
          <CasesCard {...props} view={view} />
        </>
      )}
    </Layout>
  );
}

type Full = CoursePageView & { readonly view: CourseView };

/** Where one stands and the one thing to do next. */
function NextCard(props: Full) {
  const { visit, view, isAppraiser } = props;
  const progress = progressOf(view.standing);
  return (
    <Card title={text.yours()} aside={<StateBadge state={progress.state} />}>
      <div class="grid gap-4">
        <p class="max-w-prose">
          {isAppraiser ? `${text.whyAppraiser()} ` : ''}
          {asksWords(view.rule)} {untilWords(progress)}
        </p>
        {isDue(view.standing) ? (
          <div class="grid gap-x-8 gap-y-3 sm:grid-cols-2 max-w-xl">
            <ProgressBar done={progress.lessonsRead} total={progress.lessons} label={text.lessonsRead()} />
            <ProgressBar
              done={progress.casesPassed}
              total={progress.casesNeeded}
              label={text.casesPassed()}
            />
          </div>
        ) : null}
        <NextAct visit={visit} view={view} headings={props.headings} />
      </div>
    </Card>
  );
}

function asksWords({ asks }: Rule): string {
  if (asks === 'required') return text.required();
  return asks === 'recommended' ? text.recommended() : '';
}

function NextAct({ visit, view, headings }: Pick<Full, 'visit' | 'view' | 'headings'>) {
  const base = visit.path(`/training/courses/${view.course.schemeId}`);
  const open = view.attempts.find(({ state }) => state === 'open');
  if (open)
    return (
      <p>
        <LinkButton look="primary" href={visit.path(`/training/cases/${open.id}`)}>
          {text.continueCase({ heading: headings.get(open.caseId) ?? '' })}
        </LinkButton>
      </p>
    );
  const next = nextStep(view.standing);
  switch (next.kind) {
    case 'lessons':
      return (
        <p>
          <LinkButton look="primary" href={`${base}/lessons/${next.lessonId}`}>
            {view.standing.lessons.some(({ lastReadAt }) => lastReadAt) ? text.goOn() : text.start()}
          </LinkButton>
        </p>
      );
    case 'reread':
      return (
        <>
          <p class="max-w-prose">{text.rereadFirst()}</p>
          <p>
            <LinkButton look="primary" href={`${base}/lessons/${next.lessonId}`}>
              {text.reread()}
            </LinkButton>
          </p>
        </>
      );
    case 'case':
      return (
        <form method="post" action={`${base}/cases`} data-controller="once">
          <SubmitButton look={next.isPractice ? 'outline' : 'primary'}>
            {next.isPractice ? text.practiceCase() : text.startCase()}
          </SubmitButton>
        </form>
      );
    case 'done':
      return (
        <Notice tone={isDue(view.standing) ? 'warning' : 'success'}>
          {isDue(view.standing) ? text.tooFewCases() : text.allPassed()}
        </Notice>
      );
    case 'empty':
      return <Notice tone="neutral">{text.noCases()}</Notice>;
  }
}

function LessonsCard({ visit, compiled, view }: Pick<Full, 'visit' | 'compiled' | 'view'>) {
  if (view.lessons.length === 0) return null;
  return (
    <Card title={text.lessons()} padded={false}>
      <ol class="divide-y divide-base-300 mt-3 border-t border-base-300">
        {view.lessons.map((lesson, index) => (
          <li key={lesson.id}>
            <a
              class="flex items-center gap-3 px-5 py-3.5 hover:bg-base-200"
              href={visit.path(`/training/courses/${compiled.scheme.id}/lessons/${lesson.id}`)}
            >
              <span class="num text-base-content/75 w-6">{index + 1}</span>
              <span class="grow min-w-0">{lesson.title}</span>
              <span class="text-sm text-base-content/75 flex items-center gap-1.5 whitespace-nowrap">
                {lesson.lastReadAt ? <Icon name="check" size={16} /> : null}
                {lesson.lastReadAt ? text.read() : text.notRead()}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function CasesCard({ visit, view, headings }: Full) {
  const { rule, attempts } = view;
  return (
    <Card title={text.cases()} padded={false}>
      <div class="px-5 pt-1 pb-4 grid gap-2 max-w-prose text-base-content/85">
        <p>
          {text.passRule({ cases: rule.cases, percent: rule.withinPercent })}{' '}
          {text.validFor({ months: rule.validMonths })}
        </p>
        <p>{text.casesHint()}</p>
      </div>
      {attempts.length > 0 ? (
        <div class="border-t border-base-300">
          <DataTable
            caption={text.yourAttempts()}
            rows={attempts.toReversed()}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'case',
                heading: text.caseHeading(),
                isTitle: true,
                cell: (attempt) => (
                  <a class="link" href={visit.path(`/training/cases/${attempt.id}`)}>
                    {headings.get(attempt.caseId)}
                  </a>
                ),
              },
              {
                key: 'sent',
                heading: text.sentAt(),
                cell: ({ sentAt }) => (sentAt ? formatInstant(sentAt, visit.agency.zone) : '–'),
              },
              {
                key: 'distance',
                heading: text.distance(),
                align: 'right',
                cell: ({ distanceBasisPoints }) =>
                  distanceBasisPoints === null
                    ? '–'
                    : text.percent({ value: percentOf(distanceBasisPoints) }),
              },
              {
                key: 'outcome',
                heading: text.outcome(),
                cell: (attempt) => <OutcomeBadge attempt={attempt} />,
              },
            ]}
          />
        </div>
      ) : null}
    </Card>
  );
}

function OutcomeBadge({ attempt: { state, hasPassed } }: { attempt: Attempt }) {
  if (state === 'open') return <Badge tone="info">{text.inProgress()}</Badge>;
  return hasPassed ? (
    <Badge tone="success">{text.passed()}</Badge>
  ) : (
    <Badge tone="neutral">{text.notPassed()}</Badge>
  );
}
