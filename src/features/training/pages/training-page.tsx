import type { Visit } from '#features/people/index.ts';
import { isOfficer } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, ProgressBar } from '#ui/parts.tsx';
import { type Certificate, certificateState } from '../certificates.ts';
import type { Progress } from '../course/progress.ts';
import type { Rule } from '../course/queries.ts';
import { text } from '../text.ts';
import { OwnPlaces } from '../workshops/own-places.tsx';
import type { OwnPlace } from '../workshops/queries.ts';
import { StateBadge, untilWords } from './parts.tsx';
import { TrainingTabs } from './tabs.tsx';

export interface CourseInBrief {
  readonly schemeId: string;
  readonly title: string;
  readonly rule: Rule;
  readonly progress: Progress;
  /** Whether this person appraises under the scheme in an open period. */
  readonly isAppraiser: boolean;
  readonly mayRenew: boolean;
}

export interface TrainingView {
  readonly visit: Visit;
  readonly courses: readonly CourseInBrief[];
  readonly certificates: readonly Certificate[];
  readonly places: readonly OwnPlace[];
  readonly titleOf: (schemeId: string) => string;
  readonly hasSent: boolean;
}

export function TrainingPage(view: TrainingView) {
  const { visit, courses, certificates } = view;
  const own = courses.filter(({ isAppraiser }) => isAppraiser);
  const others = courses.filter(({ isAppraiser }) => !isAppraiser);
  return (
    <Layout chrome={visit.chrome} title={text.training()} current="training">
      <PageHeading title={text.training()} intro={text.intro()} />
      <TrainingTabs visit={visit} current="own" />
      {courses.length === 0 ? (
        <Card>
          <EmptyState
            title={text.noCourses()}
            act={
              isOfficer(visit.actor) ? (
                <LinkButton look="primary" href={visit.path('/training/material')}>
                  {text.open()}
                </LinkButton>
              ) : undefined
            }
          >
            {text.noCoursesHint()}
          </EmptyState>
        </Card>
      ) : null}
      {own.map((course) => (
        <CourseCard key={course.schemeId} visit={visit} course={course} />
      ))}
      {others.length > 0 ? <Others visit={visit} courses={others} /> : null}
      <OwnPlaces visit={visit} places={view.places} />
      {certificates.length > 0 ? <Certificates {...view} /> : null}
      {view.hasSent ? (
        <p>
          <a class="link" href={visit.path('/training/habits')}>
            {text.habitsLink()}
          </a>
        </p>
      ) : null}
    </Layout>
  );
}

function CourseCard({ visit, course }: { visit: Visit; course: CourseInBrief }) {
  const { progress, rule } = course;
  return (
    <Card title={course.title} aside={<StateBadge state={progress.state} />}>
      <div class="grid gap-4">
        <p class="max-w-prose">
          {text.whyAppraiser()}{' '}
          {rule.asks === 'required' ? text.required() : rule.asks === 'recommended' ? text.recommended() : ''}{' '}
          {untilWords(progress)}
        </p>
        {progress.state === 'valid' ? null : (
          <div class="grid gap-x-8 gap-y-3 sm:grid-cols-2 max-w-xl">
            <ProgressBar done={progress.lessonsRead} total={progress.lessons} label={text.lessonsRead()} />
            <ProgressBar
              done={progress.casesPassed}
              total={progress.casesNeeded}
              label={text.casesPassed()}
            />
          </div>
        )}
        <p>
          <LinkButton
            look={progress.state === 'valid' ? 'outline' : 'primary'}
            href={visit.path(`/training/courses/${course.schemeId}`)}
          >
            {actOf(course)}
          </LinkButton>
        </p>
      </div>
    </Card>
  );
}

function actOf({ progress, mayRenew }: CourseInBrief): string {
  if (progress.state === 'valid') return mayRenew ? text.renew() : text.open();
  if (progress.state === 'ending' || progress.state === 'expired') return text.renew();
  return progress.state === 'none' ? text.start() : text.goOn();
}

function Others({ visit, courses }: { visit: Visit; courses: readonly CourseInBrief[] }) {
  return (
    <Card title={text.others()} padded={false}>
      <DataTable
        caption={text.others()}
        rows={courses}
        rowKey={({ schemeId }) => schemeId}
        columns={[
          {
            key: 'scheme',
            heading: text.scheme(),
            isTitle: true,
            cell: ({ schemeId, title }) => (
              <a class="link" href={visit.path(`/training/courses/${schemeId}`)}>
                {title}
              </a>
            ),
          },
          {
            key: 'state',
            heading: text.state(),
            cell: ({ progress }) => <StateBadge state={progress.state} />,
          },
          {
            key: 'lessons',
            heading: text.lessonsRead(),
            cell: ({ progress }) => (
              <span class="num">
                {progress.lessonsRead} / {progress.lessons}
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}

const CERTIFICATE_TONE = { valid: 'success', expired: 'neutral', revoked: 'error', coming: 'info' } as const;
const CERTIFICATE_WORDS = {
  valid: text.stateOf_valid,
  expired: text.stateOf_expired,
  revoked: text.stateOf_revoked,
  coming: text.stateOf_coming,
} as const;

export function CertificateBadge({ certificate, today }: { certificate: Certificate; today: string }) {
  const state = certificateState(certificate, today);
  return <Badge tone={CERTIFICATE_TONE[state]}>{CERTIFICATE_WORDS[state]()}</Badge>;
}

function Certificates({ visit, certificates, titleOf }: TrainingView) {
  const columns: readonly Column<Certificate>[] = [
    {
      key: 'number',
      heading: text.number(),
      isTitle: true,
      cell: ({ id, number }) => (
        <a class="link num" href={visit.path(`/training/certificates/${id}`)}>
          {number}
        </a>
      ),
    },
    {
      key: 'scheme',
      heading: text.scheme(),
      isWide: true,
      cell: ({ schemeId }) => titleOf(schemeId),
    },
    { key: 'from', heading: text.from(), cell: ({ validFrom }) => formatDate(validFrom, 'short') },
    {
      key: 'state',
      heading: text.state(),
      cell: (certificate) => <CertificateBadge certificate={certificate} today={visit.today} />,
    },
  ];
  return (
    <Card title={text.certificates()} padded={false}>
      <DataTable
        caption={text.certificates()}
        rows={certificates}
        rowKey={({ id }) => id}
        columns={columns}
      />
    </Card>
  );
}
