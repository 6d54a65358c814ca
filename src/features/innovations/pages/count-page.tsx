import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { type Counted, seenOf } from '../count.ts';
import { text } from '../text.ts';

export interface CountView {
  readonly visit: Visit;
  readonly period: { readonly id: string; readonly name: string; readonly isOpen: boolean };
  readonly counted: readonly Counted[];
  readonly error?: string | undefined;
}

const SHOWN = 300;

export function CountPage(view: CountView) {
  const { visit, period, counted, error } = view;
  const changed = counted.filter(({ change }) => change !== 'same').length;
  // Those with innovations first: an empty list says the same for everybody.
  const rows = [...counted].sort((a, b) => b.items.length - a.items.length).slice(0, SHOWN);
  return (
    <Layout chrome={visit.chrome} title={text.countTitle()} current="periods" width="wide">
      <PageHeading
        title={text.countTitle()}
        intro={text.countIntro()}
        above={
          <a class="link" href={visit.path(`/periods/${period.id}`)}>
            {period.name}
          </a>
        }
      />
      {error ? <Notice tone="error">{error}</Notice> : null}
      {counted.length === 0 ? <EmptyState icon="trending" title={text.countNone()} /> : null}
      {counted.length > 0 && period.isOpen ? (
        changed === 0 ? (
          <Notice tone="success">{text.countSame()}</Notice>
        ) : (
          <form method="post" action={visit.path(`/periods/${period.id}/innovations`)}>
            <input type="hidden" name="seen" value={seenOf(counted)} />
            <SubmitButton>{text.countRecord({ count: changed })}</SubmitButton>
          </form>
        )
      ) : null}
      {period.isOpen ? null : <Notice>{text.periodClosed()}</Notice>}
      {rows.length > 0 ? (
        <Card padded={false}>
          <DataTable
            caption={text.countTitle()}
            columns={COLUMNS()}
            rows={rows}
            rowKey={({ participantId }) => participantId}
          />
        </Card>
      ) : null}
    </Layout>
  );
}

function COLUMNS(): readonly Column<Counted>[] {
  return [
    { key: 'person', heading: text.person(), isTitle: true, cell: ({ name }) => name },
    { key: 'unit', heading: text.unit(), cell: ({ unitName }) => unitName },
    {
      key: 'items',
      heading: text.title(),
      isWide: true,
      cell: ({ items, stageLabels }) =>
        items.length === 0 ? (
          text.nothing()
        ) : (
          <ul class="grid gap-1">
            {items.map(({ title, verifiedBy }, index) => (
              <li key={title}>
                {title}: {inLocale(stageLabels[index] ?? { id: '', en: '' })} ·{' '}
                {verifiedBy ? text.confirmedBy({ unit: verifiedBy }) : text.unverified()}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'change',
      heading: text.state(),
      cell: ({ change }) => (
        <Badge tone={change === 'replaces' ? 'warning' : 'neutral'}>{text[`change_${change}`]()}</Badge>
      ),
    },
  ];
}
