import { isAgencyOfficer, isOfficer, type Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading, Pagination, SubmitButton } from '#ui/parts.tsx';
import { asksWords } from '../material/list-page.tsx';
import { StateBadge, stateWords } from '../pages/parts.tsx';
import { TrainingTabs } from '../pages/tabs.tsx';
import { text } from '../text.ts';
import { office } from '../text-office.ts';
import { type AppraiserLine, type AppraiserQuestion, isCertified } from './queries.ts';

export const PAGE_SIZE = 50;
export const STATES = ['valid', 'ending', 'expired', 'training', 'none'] as const;

export interface AppraisersView {
  readonly visit: Visit;
  /** All that match; the page shows a part of them. */
  readonly lines: readonly AppraiserLine[];
  readonly schemes: readonly { readonly id: string; readonly title: string }[];
  readonly question: AppraiserQuestion;
  readonly page: number;
}

function address(visit: Visit, tail: string, question: AppraiserQuestion, page = 1): string {
  const query = new URLSearchParams();
  if (question.search) query.set('search', question.search);
  if (question.schemeId) query.set('scheme', question.schemeId);
  if (question.state) query.set('state', question.state);
  if (page > 1) query.set('page', String(page));
  const rest = query.toString();
  return visit.path(`/training/appraisers${tail}${rest ? `?${rest}` : ''}`);
}

export function AppraisersPage(view: AppraisersView) {
  const { visit, lines, question, page } = view;
  const shown = lines.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return (
    <Layout chrome={visit.chrome} title={office.appraisers()} current="training" width="wide">
      <PageHeading title={text.training()} intro={office.appraisersIntro()} />
      <TrainingTabs visit={visit} current="office" />
      <Filter {...view} />
      <Card
        title={office.appraisers()}
        aside={
          <span class="flex gap-2">
            <LinkButton small href={address(visit, '.csv', question)} icon="download" download>
              {office.csv()}
            </LinkButton>
            <LinkButton small href={address(visit, '.xlsx', question)} icon="download" download>
              {office.xlsx()}
            </LinkButton>
          </span>
        }
        padded={false}
      >
        {lines.length === 0 ? (
          <EmptyState icon="users" title={office.noAppraisers()}>
            {office.noAppraisersHint()}
          </EmptyState>
        ) : (
          <>
            <p class="px-5 pb-3 text-base-content/85">
              {office.sum({ certified: lines.filter(isCertified).length, total: lines.length })}
            </p>
            <DataTable
              caption={office.appraisers()}
              rows={shown}
              rowKey={({ personId, schemeId }) => `${personId} ${schemeId}`}
              columns={columnsOf(visit)}
            />
            <div class="p-5">
              <Pagination
                page={page}
                pageSize={PAGE_SIZE}
                total={lines.length}
                href={(number) => address(visit, '', question, number)}
              />
            </div>
          </>
        )}
      </Card>
      {isOfficer(visit.actor) ? <Invite {...view} /> : null}
    </Layout>
  );
}

function Filter({ visit, schemes, question }: AppraisersView) {
  return (
    <search>
      <form
        method="get"
        action={visit.path('/training/appraisers')}
        class="flex flex-wrap items-end gap-3"
        data-controller="filter"
        data-turbo-action="replace"
      >
        <label class="grid gap-1 text-sm grow basis-48 max-w-md">
          <span class="font-medium">{office.search()}</span>
          <input class="input w-full" type="search" name="search" value={question.search} maxLength={100} />
        </label>
        <label class="grid gap-1 text-sm">
          <span class="font-medium">{office.scheme()}</span>
          <select class="select max-w-72" name="scheme">
            <option value="">{office.allSchemes()}</option>
            {schemes.map(({ id, title }) => (
              <option key={id} value={id} selected={id === question.schemeId}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label class="grid gap-1 text-sm">
          <span class="font-medium">{office.state()}</span>
          <select class="select" name="state">
            <option value="">{office.allStates()}</option>
            <option value="not-certified" selected={question.state === 'not-certified'}>
              {office.notCertified()}
            </option>
            {STATES.map((state) => (
              <option key={state} value={state} selected={state === question.state}>
                {stateWords(state)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="btn btn-outline">
          {office.show()}
        </button>
      </form>
    </search>
  );
}

function columnsOf(visit: Visit): readonly Column<AppraiserLine>[] {
  const columns: Column<AppraiserLine>[] = [
    {
      key: 'name',
      heading: office.appraiser(),
      isTitle: true,
      cell: ({ name, unitName }) => (
        <>
          {name}
          <span class="block text-sm font-normal text-base-content/75">{unitName}</span>
        </>
      ),
    },
    {
      key: 'scheme',
      heading: office.scheme(),
      isWide: true,
      cell: ({ schemeTitle, asks }) => (
        <>
          {schemeTitle}
          <span class="block text-sm text-base-content/75">
            {office.certificateRule()}: {asksWords(asks)}
          </span>
        </>
      ),
    },
    {
      key: 'appraises',
      heading: office.appraises(),
      cell: ({ appraises }) => office.people({ count: appraises }),
    },
    { key: 'state', heading: office.state(), cell: ({ progress }) => <StateBadge state={progress.state} /> },
    {
      key: 'until',
      heading: office.until(),
      cell: ({ progress }) => (progress.until ? formatDate(progress.until, 'short') : '–'),
    },
    {
      key: 'progress',
      heading: office.progress(),
      isWide: true,
      cell: ({ progress }) => progressWords(progress),
    },
  ];
  if (isAgencyOfficer(visit.actor))
    columns.push({
      key: 'act',
      heading: office.recogniseShort(),
      isWide: true,
      cell: ({ personId, schemeId, name }) => (
        <a
          class="link text-sm"
          href={visit.path(`/training/certificates/new?person=${personId}&scheme=${schemeId}`)}
          aria-label={office.recogniseFor({ name })}
        >
          {office.recogniseShort()}
        </a>
      ),
    });
  return columns;
}

export function progressWords({
  lessonsRead,
  lessons,
  casesPassed,
  casesNeeded,
}: AppraiserLine['progress']): string {
  return office.progressWords({
    lessons: `${lessonsRead}/${lessons}`,
    cases: `${casesPassed}/${casesNeeded}`,
  });
}

/** Tells everybody of the filtered list who is not certified: the filter says whom. */
function Invite({ visit, lines, question }: AppraisersView) {
  const count = lines.filter((line) => !isCertified(line)).length;
  if (count === 0) return null;
  return (
    <Card title={office.invite()}>
      <form
        method="post"
        action={visit.path('/training/invitations')}
        class="flex flex-wrap items-center justify-between gap-4"
        data-controller="once"
      >
        <input type="hidden" name="search" value={question.search} />
        <input type="hidden" name="scheme" value={question.schemeId} />
        <input type="hidden" name="state" value={question.state} />
        <p class="max-w-prose">{office.inviteHint({ count })}</p>
        <SubmitButton icon="send">{office.invite()}</SubmitButton>
      </form>
    </Card>
  );
}
