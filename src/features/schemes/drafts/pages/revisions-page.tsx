import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { SelectField } from '#ui/form.tsx';
import { Card, LinkButton, Pagination, SubmitButton } from '#ui/parts.tsx';
import { diffCounts, type Hunk } from '../line-diff.ts';
import { type DraftLine, REVISIONS_A_PAGE, type Revision } from '../queries.ts';
import { text } from '../text.ts';
import { editorText } from '../text-editor.ts';
import { mayEditDraft } from '../transitions.ts';
import { DiffView, DraftFrame, draftPath } from './parts.tsx';

export function RevisionsPage(props: {
  visit: Visit;
  draft: DraftLine;
  revisions: readonly Revision[];
  page: number;
}) {
  const { visit, draft, revisions, page } = props;
  const to = (inside: string) => draftPath(visit, draft, inside);
  return (
    <DraftFrame visit={visit} draft={draft} title={editorText.revisionsTitle({ title: draft.title })}>
      <Card padded={false}>
        <DataTable
          caption={text.toRevisions()}
          rows={revisions}
          rowKey={(row) => String(row.revision)}
          columns={[
            {
              key: 'revision',
              heading: text.revision(),
              isTitle: true,
              cell: (row) => text.revisionNumber({ number: row.revision }),
            },
            {
              key: 'at',
              heading: editorText.savedAt(),
              cell: (row) => formatInstant(row.savedAt, visit.agency.zone),
            },
            { key: 'by', heading: editorText.savedBy(), cell: (row) => row.savedBy },
            { key: 'note', heading: editorText.noteShort(), isWide: true, cell: (row) => row.note || '–' },
            {
              key: 'change',
              heading: editorText.changes(),
              isWide: true,
              cell: (row) =>
                row.revision === 1 ? (
                  editorText.first()
                ) : (
                  <a
                    class="link"
                    href={to(`/revisions/${row.revision}`)}
                    aria-label={editorText.seeChangeOf({ number: row.revision })}
                  >
                    {editorText.seeChange()}
                  </a>
                ),
            },
          ]}
        />
      </Card>
      <Pagination
        page={page}
        pageSize={REVISIONS_A_PAGE}
        total={draft.revision}
        href={(next) => to(`/revisions?page=${next}`)}
      />
    </DraftFrame>
  );
}

/** The value of the choice to compare with what the draft was begun from. */
export const THE_BASE = 'base';

export function DifferencePage(props: {
  visit: Visit;
  draft: DraftLine;
  revision: Revision;
  /** A number of a revision, or `base`. */
  against: string;
  hasBase: boolean;
  hunks: readonly Hunk[];
}) {
  const { visit, draft, revision, against, hasBase, hunks } = props;
  const to = (inside: string) => draftPath(visit, draft, inside);
  const from = against === THE_BASE ? editorText.theBase() : editorText.theText({ number: against });
  const { added, removed } = diffCounts(hunks);
  const others = Array.from({ length: draft.revision }, (_, index) => draft.revision - index).filter(
    (number) => number !== revision.revision,
  );
  return (
    <DraftFrame
      visit={visit}
      draft={draft}
      title={editorText.differenceTitle({ from, to: String(revision.revision) })}
      intro={
        <>
          <p>
            {text.savedByAt({
              name: revision.savedBy,
              at: formatInstant(revision.savedAt, visit.agency.zone),
            })}
          </p>
          {revision.note ? <p>{revision.note}</p> : null}
        </>
      }
      acts={
        mayEditDraft(draft.state, visit.actor) && revision.revision !== draft.revision ? (
          <LinkButton href={to(`/yaml?from=${revision.revision}`)} icon="rotate">
            {editorText.takeAgain()}
          </LinkButton>
        ) : null
      }
    >
      <form
        method="get"
        action={to(`/revisions/${revision.revision}`)}
        class="flex flex-wrap gap-3 items-end"
        data-turbo-action="replace"
      >
        <SelectField
          name="against"
          label={editorText.compareWith()}
          required
          value={against}
          options={[
            ...(hasBase ? [{ value: THE_BASE, label: editorText.theBase() }] : []),
            ...others.slice(0, 200).map((number) => ({
              value: String(number),
              label: text.revisionNumber({ number }),
            })),
          ]}
        />
        <SubmitButton look="outline">{editorText.compare()}</SubmitButton>
      </form>
      <Card
        title={editorText.diffRegion()}
        aside={<span class="num">{editorText.counted({ added, removed })}</span>}
      >
        <DiffView hunks={hunks} />
      </Card>
    </DraftFrame>
  );
}
