import { maskNip, type Visit } from '#features/people/index.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading, Pagination } from '#ui/parts.tsx';
import { LATE_LABELS } from '../labels.ts';
import { PAGE_SIZE } from '../paging.ts';
import { LATE_STEPS, type LatePerson, type LateStep } from '../queries/late.ts';
import type { PeriodFacts } from '../stages.ts';
import { text } from '../text.ts';
import { FilterForm, listAddress } from './filter-form.tsx';

interface LatePageProps {
  visit: Visit;
  period: PeriodFacts | undefined;
  step: LateStep;
  search: string;
  page: number;
  total: number;
  people: readonly LatePerson[];
}

export function LatePage(props: LatePageProps) {
  const { visit, period, step, search, people, total } = props;
  const address = visit.path('/organisation/late');
  return (
    <Layout chrome={visit.chrome} title={LATE_LABELS[step]()} current="organisation" width="wide">
      <PageHeading
        title={LATE_LABELS[step]()}
        above={period?.name}
        intro={text.participants({ count: total })}
        acts={
          <LinkButton
            href={listAddress(visit.path('/organisation/late.csv'), { step, search, period: period?.id })}
            icon="download"
            download
          >
            {text.export()}
          </LinkButton>
        }
      />
      <FilterForm action={address} search={search} placeholder={text.searchPerson()}>
        <label class="grid gap-1 text-sm">
          <span class="font-medium">{text.step()}</span>
          <select class="select" name="step">
            {LATE_STEPS.map((each) => (
              <option key={each} value={each} selected={each === step}>
                {LATE_LABELS[each]()}
              </option>
            ))}
          </select>
        </label>
      </FilterForm>
      <Card padded={false}>
        {people.length === 0 ? (
          <EmptyState icon="checkCircle" title={search ? text.noMatch() : text.nobodyLate()} />
        ) : (
          <LateTable visit={visit} people={people} />
        )}
      </Card>
      <Pagination
        page={props.page}
        pageSize={PAGE_SIZE}
        total={total}
        href={(page) => listAddress(address, { step, search, page })}
      />
    </Layout>
  );
}

function LateTable({ visit, people }: { visit: Visit; people: readonly LatePerson[] }) {
  return (
    <DataTable
      caption={text.late()}
      rows={people}
      rowKey={(each) => each.participantId}
      columns={[
        {
          key: 'name',
          heading: text.name(),
          isTitle: true,
          cell: (each) => (
            <a class="link" href={visit.path(`/appraisals/${each.participantId}/plan`)}>
              {each.name}
            </a>
          ),
        },
        {
          key: 'nip',
          heading: text.nip(),
          isWide: true,
          cell: (each) => <span class="num">{maskNip(each.nip)}</span>,
        },
        { key: 'unit', heading: text.unit(), cell: (each) => each.unitName },
        { key: 'appraiser', heading: text.appraiser(), cell: (each) => each.appraiserName ?? '–' },
      ]}
    />
  );
}
