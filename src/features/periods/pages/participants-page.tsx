import { covers, maskNip, type Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, Pagination, SubmitButton } from '#ui/parts.tsx';
import {
  type ListedState,
  PARTICIPANTS_A_PAGE,
  type ParticipantFilter,
  type ParticipantLine,
  type ParticipantPage,
} from '../participants.ts';
import type { Period, UnitChoice } from '../queries.ts';
import { text } from '../text.ts';

interface View {
  readonly visit: Visit;
  readonly period: Period;
  readonly filter: ParticipantFilter;
  readonly result: ParticipantPage;
  readonly units: readonly UnitChoice[];
}

export function ParticipantsPage(view: View) {
  const { visit, period, filter, result } = view;
  const base = visit.path(`/periods/${period.id}`);
  const title = `${text.participants()}: ${period.name}`;
  const href = (page: number) =>
    `${base}/participants?${new URLSearchParams({ q: filter.words, state: filter.state ?? '', unit: filter.unitId ?? '', page: String(page) })}`;
  return (
    <Layout chrome={visit.chrome} title={title} current="periods" width="wide">
      <PageHeading
        title={title}
        above={
          <a class="link" href={base}>
            {period.name}
          </a>
        }
      />
      <FilterForm {...view} action={`${base}/participants`} />
      <Card padded={false}>
        {result.lines.length === 0 ? (
          <EmptyState icon="users" title={text.nobodyFound()}>
            {text.nobodyFoundHint()}
          </EmptyState>
        ) : (
          <Lines {...view} base={base} />
        )}
      </Card>
      <Pagination page={filter.page} pageSize={PARTICIPANTS_A_PAGE} total={result.total} href={href} />
    </Layout>
  );
}

function FilterForm({ filter, units, action }: View & { action: string }) {
  return (
    <form
      method="get"
      action={action}
      class="grid sm:grid-cols-[2fr_1fr_1fr_auto] gap-3 items-end"
      data-controller="filter"
      data-turbo-action="replace"
    >
      <TextField
        name="q"
        type="search"
        label={text.searchPeople()}
        placeholder={text.searchPeople()}
        hideLabel
        value={filter.words}
      />
      <SelectField
        name="unit"
        label={text.unit()}
        hideLabel
        empty={text.allUnits()}
        value={filter.unitId}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <SelectField
        name="state"
        label={text.state()}
        hideLabel
        empty={text.allStates()}
        value={filter.state}
        options={[
          { value: 'active', label: text.stateActive() },
          { value: 'moved', label: text.movedShort() },
          { value: 'excluded', label: text.stateExcluded() },
        ]}
      />
      <SubmitButton look="outline">{text.filter()}</SubmitButton>
    </form>
  );
}

function Lines({ visit, period, result, base }: View & { base: string }) {
  const isDraft = period.state === 'draft';
  return (
    <DataTable
      caption={text.participants()}
      rows={result.lines}
      rowKey={(row) => row.placementId}
      columns={[
        {
          key: 'name',
          heading: text.person(),
          isTitle: true,
          cell: (row) => (
            <>
              {row.participantId && row.state !== 'excluded' ? (
                <a class="link" href={visit.path(`/appraisals/${row.participantId}/plan`)}>
                  {row.name}
                </a>
              ) : (
                row.name
              )}
              <span class="block text-sm font-normal text-base-content/75 num">{maskNip(row.nip)}</span>
            </>
          ),
        },
        { key: 'position', heading: text.position(), cell: (row) => row.positionName },
        { key: 'unit', heading: text.unit(), cell: (row) => row.unitName },
        { key: 'appraiser', heading: text.appraiser(), cell: (row) => row.appraiserName ?? text.none() },
        {
          key: 'state',
          heading: text.state(),
          cell: (row) => <StateCell row={row} isDraft={isDraft} />,
        },
        {
          key: 'act',
          heading: text.change(),
          cell: (row) => <RowAct visit={visit} period={period} row={row} base={base} />,
        },
      ]}
    />
  );
}

function StateCell({ row, isDraft }: { row: ParticipantLine; isDraft: boolean }) {
  const labels: Record<ListedState, string> = {
    active: isDraft ? text.stateComing() : text.stateActive(),
    moved: text.stateMoved({ date: formatDate(row.endsOn, 'short') }),
    excluded: text.stateExcluded(),
  };
  const tone = ({ active: 'success', moved: 'neutral', excluded: 'warning' } as const)[row.state];
  return (
    <>
      <Badge tone={tone}>{labels[row.state]}</Badge>
      {row.excludedReason ? (
        <span class="block text-sm text-base-content/75 mt-1">{row.excludedReason}</span>
      ) : null}
    </>
  );
}

function RowAct(props: { visit: Visit; period: Period; row: ParticipantLine; base: string }) {
  const { visit, period, row, base } = props;
  if (period.state === 'closed' || !covers(visit.actor.officer, row.unitId)) return <span>–</span>;
  if (row.state === 'excluded') {
    return (
      <form method="post" action={`${base}/inclusions`} data-controller="once">
        <input type="hidden" name="placement" value={row.placementId} />
        <SubmitButton look="outline" small>
          {text.include()} <span class="sr-only">{row.name}</span>
        </SubmitButton>
      </form>
    );
  }
  return (
    <LinkButton href={`${base}/exclusions/new?placement=${row.placementId}`} look="ghost" small>
      {text.exclude()} <span class="sr-only">{row.name}</span>
    </LinkButton>
  );
}

export function ExclusionPage(props: {
  visit: Visit;
  period: Period;
  person: { readonly placementId: string; readonly name: string; readonly unitName: string };
  reason?: string;
  error?: string;
}) {
  const { visit, period, person, reason, error } = props;
  const base = visit.path(`/periods/${period.id}`);
  const title = text.excludeTitle({ name: person.name });
  return (
    <Layout chrome={visit.chrome} title={title} current="periods" width="narrow">
      <PageHeading title={title} above={`${period.name} · ${person.unitName}`} />
      <Card>
        <form method="post" action={`${base}/exclusions`} class="grid gap-4" data-controller="once">
          <input type="hidden" name="placement" value={person.placementId} />
          <TextArea
            name="reason"
            label={text.excludeReason()}
            hint={text.excludeHint()}
            required
            maxLength={1000}
            value={reason}
            error={error}
          />
          <div class="flex flex-wrap gap-2">
            <SubmitButton>{text.exclude()}</SubmitButton>
            <LinkButton href={`${base}/participants`} look="ghost">
              {text.seeParticipants()}
            </LinkButton>
          </div>
        </form>
      </Card>
    </Layout>
  );
}
