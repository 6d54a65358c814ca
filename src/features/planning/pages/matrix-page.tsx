import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import { Badge, Card, EmptyState, LinkButton, Notice } from '#ui/parts.tsx';
import type { Matrix, MatrixEntry, MatrixRow } from '../matrix.ts';
import { text as planText } from '../text.ts';
import { PlanBadge } from './state.tsx';
import { text } from './text.ts';

export function MatrixPage(props: { visit: Visit; participation: ParticipationView; matrix: Matrix }) {
  const { visit, participation, matrix } = props;
  const base = visit.path(`/appraisals/${participation.participation.id}/plan`);
  const unserved = matrix.columns.filter((each) => each.isUnserved).length;
  const unlinked = matrix.rows.reduce((sum, row) => sum + row.unlinked.length, 0);
  const isEmpty = matrix.rows.length === 0 || matrix.columns.length === 0;
  return (
    <AppraisalFrame
      visit={visit}
      view={participation}
      current="plan"
      title={planText.matrix()}
      width="wide"
      acts={
        <LinkButton href={base} icon="arrowLeft">
          {text.backToPlan()}
        </LinkButton>
      }
    >
      <p class="max-w-prose">{text.matrixIntro()}</p>
      {isEmpty ? <NothingYet matrix={matrix} /> : null}
      {!isEmpty && (unserved > 0 || unlinked > 0) ? (
        <Notice tone="warning">
          <ul>
            {unserved > 0 ? <li>{text.unservedCount({ count: unserved })}</li> : null}
            {unlinked > 0 ? (
              <li>
                <a class="link" href="#backward">
                  {text.unlinkedCount({ count: unlinked })}
                </a>
              </li>
            ) : null}
          </ul>
        </Notice>
      ) : null}
      {isEmpty ? null : <Forward visit={visit} matrix={matrix} />}
      {isEmpty ? null : <Backward matrix={matrix} />}
    </AppraisalFrame>
  );
}

function NothingYet({ matrix }: { matrix: Matrix }) {
  const noStaff = matrix.rows.length === 0;
  return (
    <Card>
      <EmptyState icon="users" title={noStaff ? text.noStaff() : text.noLeaderPlan()}>
        {noStaff ? text.noStaffHint() : text.noLeaderPlanHint()}
      </EmptyState>
    </Card>
  );
}

/** Rows are people, columns the leader's results; on a phone each person is a card with the results they carry. */
function Forward({ visit, matrix }: { visit: Visit; matrix: Matrix }) {
  return (
    <Card title={text.byPerson()} padded={false}>
      <div class="md:overflow-x-auto">
        <table class="table max-md:block md:[&_th:first-child]:pl-5">
          <caption class="sr-only">{planText.matrix()}</caption>
          <thead class="max-md:sr-only">
            <tr>
              <th scope="col" class="min-w-48 align-bottom text-base-content/75">
                {text.staff()}
              </th>
              {matrix.columns.map((column) => (
                <th
                  key={column.resultId}
                  scope="col"
                  class="min-w-56 align-bottom font-medium whitespace-normal text-base-content"
                >
                  <span class="num">{column.number}.</span> {column.statement}
                  {column.isUnserved ? (
                    <span class="block mt-1">
                      <Badge tone="warning">{text.unserved()}</Badge>
                    </span>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="max-md:block">
            {matrix.rows.map((row) => (
              <tr
                key={row.staff.participantId}
                class="max-md:grid max-md:gap-2 max-md:px-5 max-md:py-4 align-top"
              >
                <StaffCell visit={visit} row={row} />
                {matrix.columns.map((column, index) => (
                  <td
                    key={column.resultId}
                    class={`align-top max-md:block max-md:p-0 ${row.cells[index]?.length === 0 ? 'max-md:hidden' : ''}`}
                  >
                    <span class="md:hidden block text-xs text-base-content/75" aria-hidden="true">
                      {column.number}. {column.statement}
                    </span>
                    <Entries entries={row.cells[index] ?? []} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function StaffCell({ visit, row }: { visit: Visit; row: MatrixRow }) {
  return (
    <th scope="row" class="align-top font-normal text-base-content max-md:block max-md:p-0">
      <a class="link font-medium" href={visit.path(`/appraisals/${row.staff.participantId}/plan`)}>
        {row.staff.name}
      </a>
      <span class="block text-xs text-base-content/75">{row.staff.position}</span>
      <span class="block mt-1">
        <PlanBadge state={row.staff.state} />
      </span>
    </th>
  );
}

function Entries({ entries }: { entries: readonly MatrixEntry[] }) {
  if (entries.length === 0) return <span aria-hidden="true">–</span>;
  return (
    <ul class="grid gap-1">
      {entries.map((entry) => (
        <li key={entry.resultId}>
          <span class="num text-base-content/75">{entry.number}.</span> {entry.statement}
        </li>
      ))}
    </ul>
  );
}

/** Each result of the staff and where it leads. */
function Backward({ matrix }: { matrix: Matrix }) {
  return (
    <Card title={text.backward()} id="backward">
      <ul class="grid gap-6">
        {matrix.rows.map((row) => (
          <li key={row.staff.participantId}>
            <h3 class="font-medium">{row.staff.name}</h3>
            {row.staff.content === null ? (
              <p class="text-sm text-base-content/75">{text.noPlanYet()}</p>
            ) : (
              <ul class="mt-1.5 grid gap-2 text-sm">
                {matrix.columns.flatMap((column, index) =>
                  (row.cells[index] ?? []).map((entry) => (
                    <li key={entry.resultId}>
                      {entry.number}. {entry.statement}
                      <span class="block text-base-content/75">
                        {text.servesResult()}: {column.number}. {column.statement}
                      </span>
                    </li>
                  )),
                )}
                {row.unlinked.map((entry) => (
                  <li key={entry.resultId}>
                    {entry.number}. {entry.statement}{' '}
                    {entry.servesText ? (
                      <span class="block text-base-content/75">
                        {text.inWords({ what: entry.servesText })}
                      </span>
                    ) : (
                      <Badge tone="warning">{text.unlinked()}</Badge>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
