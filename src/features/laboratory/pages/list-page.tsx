import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, SubmitButton, type Tone } from '#ui/parts.tsx';
import type { RunLine } from '../queries.ts';
import { text } from '../text.ts';
import type { RunState } from '../transitions.ts';
import { periodsOf, schemeInWords } from '../words.ts';

const TONES: Record<RunState, Tone> = {
  waiting: 'neutral',
  running: 'info',
  done: 'success',
  cancelled: 'neutral',
  failed: 'error',
};

export function RunBadge({ state }: { state: RunState }) {
  return <Badge tone={TONES[state]}>{text[`state_${state}`]()}</Badge>;
}

export interface RunListView {
  readonly visit: Visit;
  readonly lines: readonly { readonly run: RunLine; readonly scheme: CompiledScheme | undefined }[];
  readonly words: string;
  readonly mayRun: boolean;
}

export function RunListPage(view: RunListView) {
  const { visit, lines, words, mayRun } = view;
  const act = mayRun ? (
    <LinkButton href={visit.path('/laboratory/new')} look="primary" icon="plus">
      {text.newRun()}
    </LinkButton>
  ) : undefined;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="schemes">
      <PageHeading
        title={text.title()}
        above={
          <a class="link" href={visit.path('/schemes')}>
            {text.schemes()}
          </a>
        }
        intro={text.intro()}
        acts={act}
      />
      {lines.length > 0 || words ? <Search visit={visit} words={words} /> : null}
      <Card padded={false}>
        {lines.length > 0 ? (
          <Runs {...view} />
        ) : words ? (
          <EmptyState icon="search" title={text.nothingFound()}>
            {text.nothingFoundHint()}
          </EmptyState>
        ) : (
          <EmptyState icon="calculator" title={text.none()} act={act}>
            {mayRun ? text.noneHint() : text.noneReader()}
          </EmptyState>
        )}
      </Card>
    </Layout>
  );
}

function Search({ visit, words }: { visit: Visit; words: string }) {
  return (
    <form
      method="get"
      action={visit.path('/laboratory')}
      class="flex flex-wrap gap-3 items-end"
      data-controller="filter"
    >
      <div class="grow max-w-md">
        <TextField name="q" type="search" label={text.search()} value={words} required maxLength={100} />
      </div>
      <SubmitButton look="outline" icon="search" skipValidation>
        {text.searchAct()}
      </SubmitButton>
    </form>
  );
}

function Runs({ visit, lines }: RunListView) {
  return (
    <DataTable
      caption={text.title()}
      rows={lines}
      rowKey={({ run }) => run.id}
      columns={[
        {
          key: 'name',
          heading: text.name(),
          isTitle: true,
          cell: ({ run }) => (
            <a class="link font-medium" href={visit.path(`/laboratory/${run.id}`)}>
              {run.name}
            </a>
          ),
        },
        { key: 'scheme', heading: text.scheme(), cell: ({ run, scheme }) => schemeInWords(run, scheme) },
        {
          key: 'size',
          heading: text.size(),
          cell: ({ run }) => text.sizeOf({ people: run.people, periods: periodsOf(run) }),
        },
        { key: 'state', heading: text.state(), cell: ({ run }) => <RunBadge state={run.state} /> },
        {
          key: 'when',
          heading: text.when(),
          cell: ({ run }) =>
            text.by({ date: formatInstant(run.createdAt, visit.agency.zone), who: run.requestedBy }),
        },
      ]}
    />
  );
}
