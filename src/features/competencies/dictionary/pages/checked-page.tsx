import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Badge, Card, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import { CompetencyFrame } from '../../frame.tsx';
import { kindLabel } from '../../levels.ts';
import type { Accepted, CheckedFile, RefusedCell } from '../check-file.ts';
import { text } from '../text.ts';

const SHOWN = 200;

export interface CheckedView extends CheckedFile {
  readonly visit: Visit;
  readonly file: { readonly id: string; readonly name: string };
  /** What is shown, in short: sent back with the form. */
  readonly seen: string;
}

/** What a file would write, before anything is. */
export function CheckedPage(view: CheckedView) {
  const { visit, file, accepted, refused } = view;
  return (
    <CompetencyFrame
      visit={visit}
      title={text.checked({ file: file.name })}
      current="dictionary"
      hasTabs={false}
      above={
        <a class="link" href={visit.path('/competencies/files')}>
          {text.importTitle()}
        </a>
      }
    >
      {refused.length > 0 ? (
        <Notice tone="error" title={text.refusedCount({ count: refused.length })}>
          {text.refusedHint()}
        </Notice>
      ) : (
        <Notice tone="success">{text.allGood()}</Notice>
      )}
      <Decision {...view} />
      {refused.length > 0 ? <Refused refused={refused} /> : null}
      {accepted.length > 0 ? <Rows accepted={accepted} /> : null}
    </CompetencyFrame>
  );
}

function Decision({ visit, file, accepted, seen }: CheckedView) {
  const count = (action: Accepted['action']) => accepted.filter((each) => each.action === action).length;
  const [changed, same] = [count('change'), count('same')];
  const toWrite = accepted.length - same;
  return (
    <Card title={toWrite > 0 ? text.wouldWrite({ count: toWrite }) : text.nothingToWrite()}>
      {changed > 0 ? <p class="max-w-prose mb-3">{text.wouldChange({ count: changed })}</p> : null}
      {same > 0 ? <p class="max-w-prose mb-3">{text.wouldLeave({ count: same })}</p> : null}
      <div class="flex flex-wrap gap-2">
        {toWrite > 0 ? (
          <form method="post" action={visit.path(`/competencies/files/${file.id}`)} data-controller="once">
            <input type="hidden" name="seen" value={seen} />
            <SubmitButton icon="check">{text.record({ count: toWrite })}</SubmitButton>
          </form>
        ) : null}
        <LinkButton href={visit.path('/competencies/files')} icon="upload">
          {text.another()}
        </LinkButton>
      </div>
    </Card>
  );
}

function Refused({ refused }: { refused: readonly RefusedCell[] }) {
  return (
    <Card title={text.refusedRows()} padded={false}>
      <DataTable
        caption={text.refusedRows()}
        rows={refused.slice(0, SHOWN)}
        rowKey={(row) => `${row.row} ${row.column} ${row.reason}`}
        columns={[
          { key: 'row', heading: text.row(), isTitle: true, cell: ({ row }) => text.rowNumber({ row }) },
          {
            key: 'cell',
            heading: text.cell(),
            cell: (row) => [row.column, row.value].filter(Boolean).join(': '),
          },
          { key: 'reason', heading: text.reasonColumn(), cell: (row) => row.reason },
          { key: 'remedy', heading: text.remedy(), isWide: true, cell: (row) => row.remedy },
        ]}
      />
      <More total={refused.length} />
    </Card>
  );
}

function More({ total }: { total: number }) {
  return total > SHOWN ? <p class="p-5">{text.more({ count: total - SHOWN })}</p> : null;
}

const TONES = { new: 'info', change: 'warning', same: 'neutral' } as const;
const ACTIONS = { new: text.action_new, change: text.action_change, same: text.action_same } as const;

function Rows({ accepted }: { accepted: readonly Accepted[] }) {
  return (
    <Card title={`${text.readable()}: ${formatNumber(accepted.length)}`} padded={false}>
      <DataTable
        caption={text.readable()}
        rows={accepted.slice(0, SHOWN)}
        rowKey={(each) => String(each.row)}
        columns={[
          {
            key: 'name',
            heading: text.name(),
            isTitle: true,
            cell: ({ typed, row }) => (
              <>
                {typed.name}
                <span class="block text-sm font-normal text-base-content/75">{text.rowNumber({ row })}</span>
              </>
            ),
          },
          {
            key: 'kind',
            heading: text.kind(),
            cell: ({ typed }) => [kindLabel(typed.kind), typed.family].filter(Boolean).join(' · '),
          },
          {
            key: 'action',
            heading: text.action(),
            cell: ({ action }) => <Badge tone={TONES[action]}>{ACTIONS[action]()}</Badge>,
          },
        ]}
      />
      <More total={accepted.length} />
    </Card>
  );
}
