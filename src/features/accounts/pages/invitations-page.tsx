import { formatInstant } from '#platform/locale/format.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Checkbox } from '#ui/form.tsx';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, Notice, PageHeading, Pagination, SubmitButton } from '#ui/parts.tsx';
import type { Invitable, InvitableList, Standing } from '../invitations/people.ts';
import { officerText as text } from '../officer-text.ts';

export interface InvitationsView {
  readonly chrome: Chrome;
  readonly path: string;
  readonly zone: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly filter: { readonly unit: string; readonly standing: Standing | ''; readonly search: string };
  readonly list: InvitableList;
  readonly page: number;
  readonly pageSize: number;
  readonly canMail: boolean;
  readonly problem?: string | undefined;
}

export function InvitationsPage(view: InvitationsView) {
  return (
    <Layout chrome={view.chrome} title={text.title()} current="people">
      <PageHeading title={text.title()} above={text.above()} intro={text.intro()} />
      {view.canMail ? null : <Notice>{text.noMail()}</Notice>}
      {view.problem ? <Notice tone="error">{view.problem}</Notice> : null}
      <Filter view={view} />
      <People view={view} />
    </Layout>
  );
}

function Filter({ view }: { view: InvitationsView }) {
  const standings: readonly (readonly [string, string])[] = [
    ['', text.allStandings()],
    ['without', text.without()],
    ['invited', text.invited()],
    ['active', text.active()],
  ];
  const units = [['', text.allUnits()] as const, ...view.units.map((unit) => [unit.id, unit.name] as const)];
  return (
    <search>
      <form method="get" action={view.path} class="grid sm:grid-cols-[2fr_1fr_1fr_auto] gap-3 items-end">
        <Choose name="unit" label={text.unit()} options={units} value={view.filter.unit} />
        <Choose name="standing" label={text.standing()} options={standings} value={view.filter.standing} />
        <label class="grid gap-1 text-sm font-medium" for="q">
          {text.search()}
          <input
            class="input w-full"
            type="search"
            id="q"
            name="q"
            value={view.filter.search}
            maxLength={100}
          />
        </label>
        <button type="submit" class="btn btn-outline">
          {text.show()}
        </button>
      </form>
    </search>
  );
}

function Choose(props: {
  name: string;
  label: string;
  options: readonly (readonly [value: string, label: string])[];
  value: string;
}) {
  return (
    <label class="grid gap-1 text-sm font-medium min-w-0" for={props.name}>
      {props.label}
      <select class="select w-full" id={props.name} name={props.name}>
        {props.options.map(([value, label]) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function People({ view }: { view: InvitationsView }) {
  const { list, page, pageSize, filter, path } = view;
  if (list.people.length === 0) {
    return (
      <Card>
        <EmptyState icon="users" title={text.empty()}>
          {text.emptyBody()}
        </EmptyState>
      </Card>
    );
  }
  const href = (to: number) =>
    `${path}?${new URLSearchParams({ unit: filter.unit, standing: filter.standing, q: filter.search, page: String(to) })}`;
  return (
    // The answer to printing is a page shown once, so the browser itself sends this form.
    <form method="post" action={path} class="grid gap-6" data-turbo="false">
      <input type="hidden" name="unit" value={filter.unit} />
      <input type="hidden" name="standing" value={filter.standing} />
      <input type="hidden" name="q" value={filter.search} />
      <Card padded={false}>
        <DataTable
          caption={text.title()}
          columns={columns(view.zone)}
          rows={list.people}
          rowKey={(row) => row.id}
        />
      </Card>
      <Pagination page={page} pageSize={pageSize} total={list.total} href={href} />
      <Card title={text.chosenTitle()}>
        <div class="grid gap-4">
          {list.people.some((person) => person.hasSecondFactor) ? (
            <Checkbox
              name="removeSecondFactor"
              label={text.removeSecondFactor()}
              hint={text.removeSecondFactorHint()}
            />
          ) : null}
          <div class="flex flex-wrap gap-2">
            <SubmitButton icon="print" name="act" value="print">
              {text.print()}
            </SubmitButton>
            {filter.standing === 'without' && list.total > 1 ? (
              <SubmitButton look="outline" name="act" value="print-all">
                {text.printAll({ count: list.total })}
              </SubmitButton>
            ) : null}
            {view.canMail ? (
              <SubmitButton look="outline" icon="mail" name="act" value="mail">
                {text.mail()}
              </SubmitButton>
            ) : null}
          </div>
          <p class="text-sm text-base-content/75">{text.printHint()}</p>
        </div>
      </Card>
    </form>
  );
}

function columns(zone: string): readonly Column<Invitable>[] {
  return [
    {
      key: 'name',
      heading: text.person(),
      isTitle: true,
      cell: (row) =>
        row.isReserved ? (
          row.name
        ) : (
          <label class="flex gap-2.5 items-start cursor-pointer">
            <input
              type="checkbox"
              class="checkbox checkbox-sm checkbox-primary mt-0.5"
              name="person"
              value={row.id}
              aria-label={text.chooseNamed({ name: row.name })}
            />
            <span>{row.name}</span>
          </label>
        ),
    },
    {
      key: 'nip',
      heading: text.nip(),
      isWide: true,
      cell: (row) => <span class="num">{row.maskedNip}</span>,
    },
    { key: 'unit', heading: text.unitName(), cell: (row) => row.unitName },
    { key: 'email', heading: text.email(), cell: (row) => row.email ?? '–' },
    { key: 'standing', heading: text.standing(), cell: (row) => <StandingOf person={row} zone={zone} /> },
  ];
}

function StandingOf({ person, zone }: { person: Invitable; zone: string }) {
  if (person.isReserved) return <span class="text-base-content/75">{text.reserved()}</span>;
  if (person.standing === 'active') return <Badge tone="success">{text.active()}</Badge>;
  if (person.standing === 'without' || !person.invitedUntil) return <Badge>{text.without()}</Badge>;
  return <span>{text.invitedUntil({ until: formatInstant(person.invitedUntil, zone) })}</span>;
}
