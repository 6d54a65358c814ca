/** Everything of one course for its officers: lessons and cases in order, with what can be done with each. */
import type { ComponentChildren } from 'preact';
import type { Visit } from '#features/people/index.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, Notice, PageHeading, type Tone } from '#ui/parts.tsx';
import type { Case } from '../course/cases.ts';
import type { Lesson } from '../course/lessons.ts';
import type { Rule } from '../course/queries.ts';
import { percentOf } from '../pages/parts.tsx';
import { TrainingTabs } from '../pages/tabs.tsx';
import { office } from '../text-office.ts';

export interface CaseFigures {
  readonly answers: number;
  /** Middle distance in hundredths of a percent; null without answers. */
  readonly medianBasisPoints: number | null;
}

export interface CourseMaterialView {
  readonly visit: Visit;
  readonly schemeId: string;
  readonly title: string;
  readonly rule: Rule;
  readonly lessons: readonly Lesson[];
  readonly cases: readonly Case[];
  readonly figures: ReadonlyMap<string, CaseFigures>;
}

export function CourseMaterialPage(view: CourseMaterialView) {
  const { visit, schemeId, lessons, cases, rule } = view;
  const published = (list: readonly { state: string }[]) =>
    list.filter(({ state }) => state === 'published').length;
  const isShort = published(lessons) === 0 || published(cases) < rule.cases;
  const title = office.materialOf({ scheme: view.title });
  return (
    <Layout chrome={visit.chrome} title={title} current="training">
      <PageHeading
        title={title}
        above={
          <a class="link" href={visit.path('/training/material')}>
            {office.material()}
          </a>
        }
        acts={
          <LinkButton href={visit.path(`/training/courses/${schemeId}`)}>{office.asParticipant()}</LinkButton>
        }
      />
      <TrainingTabs visit={visit} current="material" />
      {isShort ? <Notice tone="warning">{office.needsLessons({ cases: rule.cases })}</Notice> : null}
      <Lessons {...view} />
      <Cases {...view} />
    </Layout>
  );
}

const STATES: Readonly<Record<string, readonly [Tone, () => string]>> = {
  published: ['success', office.published],
  draft: ['info', office.draft],
  withdrawn: ['neutral', office.withdrawn],
  replaced: ['neutral', office.replaced],
};

export function MaterialBadge({ state }: { state: string }) {
  const [tone, words] = STATES[state] ?? (['neutral', () => state] as const);
  return <Badge tone={tone}>{words()}</Badge>;
}

function Lessons({ visit, schemeId, lessons }: CourseMaterialView) {
  const base = visit.path(`/training/material/${schemeId}/lessons`);
  return (
    <Card
      title={office.lessons()}
      aside={
        <LinkButton
          small
          look={lessons.length === 0 ? 'primary' : 'outline'}
          href={`${base}/new`}
          icon="plus"
        >
          {office.addLesson()}
        </LinkButton>
      }
      padded={false}
    >
      {lessons.length === 0 ? (
        <EmptyState title={office.noLessons()}>{office.noLessonsHint()}</EmptyState>
      ) : (
        <DataTable
          caption={office.lessons()}
          rows={lessons}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              heading: office.lessonTitle(),
              isTitle: true,
              cell: ({ id, title }) => (
                <a class="link" href={`${base}/${id}`}>
                  {title}
                </a>
              ),
            },
            { key: 'state', heading: office.state(), cell: ({ state }) => <MaterialBadge state={state} /> },
            {
              key: 'order',
              heading: office.order(),
              cell: ({ id, title, state }) =>
                state === 'withdrawn' ? '–' : <Order address={`${base}/${id}/position`} what={title} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function Cases({ visit, schemeId, cases, figures }: CourseMaterialView) {
  const base = visit.path(`/training/material/${schemeId}/cases`);
  return (
    <Card
      title={office.cases()}
      aside={
        <LinkButton small look={cases.length === 0 ? 'primary' : 'outline'} href={`${base}/new`} icon="plus">
          {office.addCase()}
        </LinkButton>
      }
      padded={false}
    >
      {cases.length === 0 ? (
        <EmptyState title={office.noCases()}>{office.noCasesHint()}</EmptyState>
      ) : (
        <DataTable
          caption={office.cases()}
          rows={cases}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'heading',
              heading: office.caseHeading(),
              isTitle: true,
              cell: ({ id, heading }) => (
                <a class="link" href={`${base}/${id}`}>
                  {heading}
                </a>
              ),
            },
            { key: 'state', heading: office.state(), cell: ({ state }) => <MaterialBadge state={state} /> },
            {
              key: 'figures',
              heading: office.answersHeading(),
              cell: ({ id }) => figuresOf(figures.get(id)),
            },
            {
              key: 'order',
              heading: office.order(),
              cell: ({ id, heading, state }) =>
                state === 'draft' || state === 'published' ? (
                  <Order address={`${base}/${id}/position`} what={heading} />
                ) : (
                  '–'
                ),
            },
          ]}
        />
      )}
    </Card>
  );
}

function figuresOf(figures: CaseFigures | undefined): ComponentChildren {
  if (!figures || figures.medianBasisPoints === null) return '–';
  return (
    <>
      {office.answers({ count: figures.answers })}
      <span class="block text-sm text-base-content/75">
        {office.medianDistance({ value: percentOf(figures.medianBasisPoints) })}
      </span>
    </>
  );
}

/** Up and down as two buttons of one form: no dragging, so that a keyboard and a phone do the same. */
function Order({ address, what }: { address: string; what: string }) {
  return (
    <form method="post" action={address} class="flex gap-1" data-controller="once">
      <button
        type="submit"
        name="by"
        value="up"
        class="btn btn-ghost btn-sm btn-square"
        aria-label={office.upOf({ what })}
        title={office.up()}
      >
        <Icon name="chevronDown" size={18} class="rotate-180" />
      </button>
      <button
        type="submit"
        name="by"
        value="down"
        class="btn btn-ghost btn-sm btn-square"
        aria-label={office.downOf({ what })}
        title={office.down()}
      >
        <Icon name="chevronDown" size={18} />
      </button>
    </form>
  );
}
