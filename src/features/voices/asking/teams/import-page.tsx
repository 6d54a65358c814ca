import type { Visit } from '#features/people/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { FileField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { teamText as text } from '../text-teams.ts';
import { spanOf } from './pages.tsx';
import type { CheckedTeams, RefusedRow } from './sheet.ts';

const SHOWN = 100;

export function ImportPage(props: { visit: Visit; fileId: string; error?: string | undefined }) {
  const { visit, fileId, error } = props;
  return (
    <Layout chrome={visit.chrome} title={text.importTitle()} current="people" width="narrow">
      <PageHeading
        title={text.importTitle()}
        above={
          <a class="link" href={visit.path('/teams')}>
            {text.title()}
          </a>
        }
        intro={text.importIntro()}
        acts={
          <LinkButton href={visit.path('/teams/template.xlsx')} icon="download" download>
            {text.template()}
          </LinkButton>
        }
      />
      <Card>
        <form
          method="post"
          action={visit.path('/teams/import')}
          encType="multipart/form-data"
          class="grid gap-4"
          data-controller="once"
        >
          <input type="hidden" name="id" value={fileId} />
          <FileField name="file" label={text.file()} accept=".xlsx,.csv" required error={error} />
          <div>
            <SubmitButton icon="upload">{text.check()}</SubmitButton>
          </div>
        </form>
      </Card>
    </Layout>
  );
}

export function CheckedTeamsPage(props: {
  visit: Visit;
  file: { readonly id: string; readonly name: string };
  checked: CheckedTeams;
}) {
  const { visit, file, checked } = props;
  const { accepted, refused, unchanged } = checked;
  const teams = new Set(accepted.map((row) => row.team.toLowerCase()));
  const made = new Set(accepted.filter((row) => row.teamId === null).map((row) => row.team.toLowerCase()));
  const title = text.checked({ file: file.name });
  return (
    <Layout chrome={visit.chrome} title={title} current="people">
      <PageHeading
        title={title}
        above={
          <a class="link" href={visit.path('/teams/import')}>
            {text.importTitle()}
          </a>
        }
      />
      {refused.length > 0 ? (
        <Notice tone="warning" title={text.refusedTitle({ count: refused.length })}>
          {text.refusedHint()}
        </Notice>
      ) : null}
      <Card
        title={text.wouldRecord({
          members: formatNumber(accepted.length),
          teams: formatNumber(teams.size),
          made: formatNumber(made.size),
        })}
      >
        {unchanged > 0 ? <p class="mb-3">{text.unchanged({ count: unchanged })}</p> : null}
        <div class="flex flex-wrap gap-2">
          {accepted.length > 0 ? (
            <form method="post" action={visit.path(`/teams/import/${file.id}`)} data-controller="once">
              <SubmitButton icon="check">
                {text.recordIt({ count: formatNumber(accepted.length) })}
              </SubmitButton>
            </form>
          ) : (
            <p>{text.nothingToRecord()}</p>
          )}
          <LinkButton href={visit.path('/teams/import')} icon="upload">
            {text.uploadAnother()}
          </LinkButton>
        </div>
      </Card>
      {refused.length > 0 ? <Refused refused={refused} /> : null}
      {accepted.length > 0 ? <Accepted accepted={accepted} /> : null}
    </Layout>
  );
}

function Refused({ refused }: { refused: readonly RefusedRow[] }) {
  return (
    <Card title={text.refusedTitle({ count: refused.length })} padded={false}>
      <DataTable
        caption={text.refusedTitle({ count: refused.length })}
        rows={refused.slice(0, SHOWN)}
        rowKey={(row) => String(row.row)}
        columns={[
          { key: 'row', heading: text.row(), isTitle: true, cell: (row) => row.row },
          { key: 'cell', heading: text.cell(), cell: (row) => row.cell || '–' },
          { key: 'problem', heading: text.problem(), isWide: true, cell: problemOf },
        ]}
      />
      {refused.length > SHOWN ? <p class="p-5">{text.more({ count: refused.length - SHOWN })}</p> : null}
    </Card>
  );
}

function problemOf({ problem, other }: RefusedRow): string {
  return problem === 'bad-double' ? text['bad-double']({ other: other ?? '–' }) : text[problem]();
}

function Accepted({ accepted }: Pick<CheckedTeams, 'accepted'>) {
  return (
    <Card title={text.members()} padded={false}>
      <DataTable
        caption={text.members()}
        rows={accepted.slice(0, SHOWN)}
        rowKey={(row) => String(row.row)}
        columns={[
          { key: 'name', heading: text.headName(), isTitle: true, cell: (row) => row.name },
          { key: 'team', heading: text.headTeam(), cell: (row) => row.team },
          {
            key: 'role',
            heading: text.headRole(),
            cell: (row) => (row.role === 'lead' ? text.roleLead() : text.roleMember()),
          },
          {
            key: 'span',
            heading: text.span(),
            cell: (row) => spanOf({ from: row.from, lastDay: row.until && addDays(row.until, -1) }),
          },
        ]}
      />
      {accepted.length > SHOWN ? <p class="p-5">{text.more({ count: accepted.length - SHOWN })}</p> : null}
    </Card>
  );
}
