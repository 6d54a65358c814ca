import type { Visit } from '#features/people/index.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading } from '#ui/parts.tsx';
import type { DraftLine } from '../queries.ts';
import { text } from '../text.ts';
import { DraftBadge, draftPath, savedWhen } from './parts.tsx';

export const FILTERS = ['open', 'adopted', 'dropped'] as const;
export type DraftFilter = (typeof FILTERS)[number];

export interface ListedDraft extends DraftLine {
  /** How many problems its text has; undefined where that no longer matters. */
  readonly problems: number | undefined;
}

export function DraftListPage(props: {
  visit: Visit;
  drafts: readonly ListedDraft[];
  filter: DraftFilter;
  mayStart: boolean;
  maySeeAll: boolean;
}) {
  const { visit, drafts, filter, mayStart, maySeeAll } = props;
  const startLink = mayStart ? (
    <LinkButton href={visit.path('/scheme-drafts/new')} look="primary" icon="plus">
      {text.newDraft()}
    </LinkButton>
  ) : null;
  const labels = { open: text.filterOpen(), adopted: text.adopted(), dropped: text.dropped() };
  return (
    <Layout chrome={visit.chrome} title={text.drafts()} current="schemes">
      <PageHeading
        title={text.drafts()}
        intro={text.draftsIntro()}
        acts={drafts.length > 0 ? startLink : null}
      />
      {maySeeAll ? (
        <nav aria-label={text.state()} class="flex flex-wrap gap-2">
          {FILTERS.map((each) => (
            <a
              key={each}
              class={`btn btn-sm ${each === filter ? 'btn-primary' : 'btn-outline'}`}
              href={visit.path(`/scheme-drafts?state=${each}`)}
              aria-current={each === filter ? 'page' : undefined}
            >
              {labels[each]}
            </a>
          ))}
        </nav>
      ) : null}
      <Card padded={false}>
        {drafts.length === 0 ? (
          <EmptyState
            icon="edit"
            title={filter === 'open' ? text.noDrafts() : text.noneHere()}
            act={startLink}
          >
            {mayStart && filter === 'open' ? text.noDraftsHint() : null}
          </EmptyState>
        ) : (
          <Lines visit={visit} drafts={drafts} />
        )}
      </Card>
    </Layout>
  );
}

function Lines({ visit, drafts }: { visit: Visit; drafts: readonly ListedDraft[] }) {
  return (
    <DataTable
      caption={text.drafts()}
      rows={drafts}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          heading: text.title(),
          isTitle: true,
          cell: (row) => (
            <>
              <a class="link" href={draftPath(visit, row)}>
                {row.title}
              </a>
              <span class="block text-sm font-normal text-base-content/75 wrap-anywhere">
                {text.schemeVersion({ id: row.schemeId, version: String(row.version) })}
              </span>
            </>
          ),
        },
        { key: 'state', heading: text.state(), cell: (row) => <DraftBadge state={row.state} /> },
        {
          key: 'problems',
          heading: text.problems(),
          isWide: true,
          cell: (row) => <ProblemCount count={row.problems} />,
        },
        {
          key: 'saved',
          heading: text.lastSaved(),
          isWide: true,
          cell: (row) => savedWhen(visit, row.updatedBy, row.updatedAt),
        },
      ]}
    />
  );
}

export function ProblemCount({ count }: { count: number | undefined }) {
  if (count === undefined) return <>–</>;
  if (count === 0) return <Badge tone="success">{text.noProblems()}</Badge>;
  return <Badge tone="error">{text.countProblems({ count })}</Badge>;
}
