import { PeopleTabs, type Visit } from '#features/people/index.ts';
import { formatDecimal, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Accepted, RefusedCell } from '../check-file.ts';
import { categoryLabel, type PastSchemes, ruleLabel } from '../rules.ts';
import { text } from '../text.ts';
import { printedLabel } from '../warnings.ts';
import { missingInWords, spanInWords } from '../words.ts';

const SHOWN = 200;

export interface CheckedView {
  readonly visit: Visit;
  readonly file: { readonly id: string; readonly name: string };
  readonly accepted: readonly Accepted[];
  readonly refused: readonly RefusedCell[];
  readonly schemes: PastSchemes;
  /** What is shown, in short: sent back with the form. */
  readonly seen: string;
}

/** What a file would record, before anything is. */
export function CheckedPage(view: CheckedView) {
  const { visit, file, accepted, refused } = view;
  const title = text.checked({ file: file.name });
  const attention = accepted.filter(({ warnings }) => warnings.length > 0).length;
  return (
    <Layout chrome={visit.chrome} title={title} current="people" width="wide">
      <PageHeading
        title={title}
        above={
          <a class="link" href={visit.path('/people/history')}>
            {text.title()}
          </a>
        }
      />
      <PeopleTabs visit={visit} current="history" />
      {refused.length > 0 ? (
        <Notice tone="error" title={text.refusedCount({ count: refused.length })}>
          {text.refusedHint()}
        </Notice>
      ) : (
        <Notice tone="success">{text.allGood()}</Notice>
      )}
      {attention > 0 ? <Notice tone="warning" title={text.attentionCount({ count: attention })} /> : null}
      <Decision {...view} />
      {refused.length > 0 ? <Refused refused={refused} /> : null}
      {accepted.length > 0 ? <Rows {...view} /> : null}
    </Layout>
  );
}

function Decision({ visit, file, accepted, seen }: CheckedView) {
  const count = (action: Accepted['action']) => accepted.filter((each) => each.action === action).length;
  const [replaced, same] = [count('replace'), count('same')];
  const toRecord = accepted.length - same;
  return (
    <Card title={toRecord > 0 ? text.wouldRecord({ count: toRecord }) : text.nothingToRecord()}>
      {replaced > 0 ? <p class="max-w-prose mb-3">{text.wouldReplace({ count: replaced })}</p> : null}
      {same > 0 ? <p class="max-w-prose mb-3">{text.wouldLeave({ count: same })}</p> : null}
      <div class="flex flex-wrap gap-2">
        {toRecord > 0 ? (
          <form method="post" action={visit.path(`/people/history/files/${file.id}`)} data-controller="once">
            <input type="hidden" name="seen" value={seen} />
            <SubmitButton icon="check">{text.record({ count: toRecord })}</SubmitButton>
          </form>
        ) : null}
        <LinkButton href={visit.path('/people/history')} icon="upload">
          {text.uploadAnother()}
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
          { key: 'reason', heading: text.reason(), cell: (row) => row.reason },
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

const TONES = { new: 'info', replace: 'warning', same: 'neutral' } as const;
const ACTIONS = { new: text.action_new, replace: text.action_replace, same: text.action_same } as const;

/** Rows that deserve a look stand first; they are never lost below a long list. */
function Rows({ accepted, schemes }: CheckedView) {
  const ordered = accepted.toSorted((a, b) => Number(b.warnings.length > 0) - Number(a.warnings.length > 0));
  const columns: readonly Column<Accepted>[] = [
    {
      key: 'who',
      heading: text.employee(),
      isTitle: true,
      cell: ({ subject, row }) => (
        <>
          {subject.name}
          <span class="block text-sm font-normal text-base-content/75">
            {[text.rowNumber({ row }), subject.unitName].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'span', heading: text.span(), cell: ({ evidence }) => spanInWords(evidence.given) },
    { key: 'rule', heading: text.rule(), cell: ({ evidence }) => inLocale(ruleLabel(evidence.given.rule)) },
    { key: 'printed', heading: text.printed(), cell: printedOf },
    { key: 'counted', heading: text.counted(), cell: (each) => countedOf(each, schemes) },
    {
      key: 'attention',
      heading: text.attention(),
      isWide: true,
      cell: ({ warnings, action }) => (
        <>
          <Badge tone={TONES[action]}>{ACTIONS[action]()}</Badge>
          {warnings.map((warning) => (
            <span key={warning} class="block mt-1 text-sm max-w-prose">
              {warning}
            </span>
          ))}
        </>
      ),
    },
  ];
  return (
    <Card title={`${text.readable()}: ${formatNumber(accepted.length)}`} padded={false}>
      <DataTable
        caption={text.readable()}
        rows={ordered.slice(0, SHOWN)}
        rowKey={(row) => String(row.row)}
        columns={columns}
      />
      <More total={accepted.length} />
    </Card>
  );
}

function printedOf({ evidence: { given } }: Accepted) {
  return (
    <>
      {given.category ? printedLabel(given, given.category) : text.notPrinted()}
      {given.score ? <span class="block num">{formatDecimal(given.score)}</span> : null}
    </>
  );
}

function countedOf({ evidence }: Accepted, schemes: PastSchemes) {
  const { given, computed, missing } = evidence;
  if (computed)
    return (
      <>
        {inLocale(categoryLabel(given.rule, computed.category))}
        {computed.score === null ? null : <span class="block num">{formatDecimal(computed.score)}</span>}
      </>
    );
  if (given.rule === 'predicate-only' || missing.length === 0) return text.notCounted();
  return text.notCountedFor({ what: missingInWords(evidence, schemes[given.rule].scheme.components) });
}
