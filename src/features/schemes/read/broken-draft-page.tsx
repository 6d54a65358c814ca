import type { Visit } from '#features/people/index.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading } from '#ui/parts.tsx';
import type { Draft } from '../drafts/queries.ts';
import { text as list } from './text.ts';
import { text } from './text-rest.ts';

/** A draft with problems has nothing that could be read as a scheme yet. */
export function BrokenDraftPage(props: { visit: Visit; draft: Draft; problems: number; address: string }) {
  const { visit, draft, problems, address } = props;
  return (
    <Layout chrome={visit.chrome} title={draft.title} current="schemes">
      <PageHeading
        title={draft.title}
        above={
          <a class="link" href={visit.path('/schemes')}>
            {list.schemes()}
          </a>
        }
      />
      <Card>
        <EmptyState
          icon="edit"
          title={text.draftBroken()}
          act={<LinkButton href={address}>{text.editDraft()}</LinkButton>}
        >
          {text.draftBrokenBody({ count: problems })}
        </EmptyState>
      </Card>
    </Layout>
  );
}
