import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Badge, Card, EmptyState, Pagination } from '#ui/parts.tsx';
import { FilterBar, listAddress } from '../../filter-bar.tsx';
import { CompetencyFrame } from '../../frame.tsx';
import { requiredOf, type Standard } from '../model.ts';
import type { HeldPost } from '../queries.ts';
import { text } from '../text.ts';
import { standardName } from '../words.ts';

export interface PostRow {
  readonly post: HeldPost;
  /** From the general to the particular. */
  readonly standards: readonly Standard[];
}

export interface PostsView {
  readonly visit: Visit;
  readonly rows: readonly PostRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly words: string;
}

export function PostsPage({ visit, rows, total, page, pageSize, words }: PostsView) {
  const address = visit.path('/competencies/standards/posts');
  return (
    <CompetencyFrame
      visit={visit}
      title={text.posts()}
      intro={text.postsIntro()}
      current="standards"
      hasTabs={false}
      above={
        <a class="link" href={visit.path('/competencies/standards')}>
          {text.title()}
        </a>
      }
    >
      <FilterBar action={address} search={{ label: text.searchPost(), value: words }} choices={[]} />
      <Card padded={false}>
        {rows.length === 0 ? (
          <EmptyState icon="search" title={text.noPosts()}>
            {text.noPostsHint()}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.posts()}
            rows={rows}
            rowKey={({ post }) => `${post.unitId} ${post.positionName} ${post.positionLevel}`}
            columns={columns(visit)}
          />
        )}
      </Card>
      <Pagination
        page={page}
        pageSize={pageSize}
        total={total}
        href={(number) => listAddress(address, { q: words, page: number })}
      />
    </CompetencyFrame>
  );
}

function columns(visit: Visit): readonly Column<PostRow>[] {
  return [
    {
      key: 'post',
      heading: text.post(),
      isTitle: true,
      cell: ({ post }) => (
        <>
          {post.positionName}
          <span class="block text-sm font-normal text-base-content/75">{post.unitName}</span>
        </>
      ),
    },
    {
      key: 'holders',
      heading: text.holders(),
      align: 'right',
      cell: ({ post }) => formatNumber(post.holders),
    },
    {
      key: 'asked',
      heading: text.asked(),
      align: 'right',
      cell: ({ standards }) => formatNumber(requiredOf(standards).size),
    },
    {
      key: 'standards',
      heading: text.standards(),
      isWide: true,
      cell: ({ standards }) =>
        standards.length === 0 ? (
          <Badge tone="warning">{text.noStandard()}</Badge>
        ) : (
          <ul class="grid gap-1">
            {standards.map((each) => (
              <li key={each.id}>
                <a class="link" href={visit.path(`/competencies/standards/${each.id}`)}>
                  {standardName(each)}
                </a>
              </li>
            ))}
          </ul>
        ),
    },
  ];
}
