import type { Visit } from '#features/people/index.ts';
import { formatDate, formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { BORDER_POINTS, type Proposal } from '../agenda/proposals.ts';
import type { Meeting } from '../meetings/queries.ts';
import { causeLabel, predicateWords } from './parts.tsx';
import { text } from './text.ts';

const PROPOSED = 40;
const TICKED = 12;
const OTHERS = 30;

/** Appraisals that could be discussed: those with a reason first, ticked; all others to search. */
export function ChoosePage(props: {
  visit: Visit;
  meeting: Meeting;
  proposals: readonly Proposal[];
  query: string;
  /** What was ticked in a refused form. */
  ticked?: ReadonlySet<string> | undefined;
  error?: string | undefined;
}) {
  const { visit, meeting, proposals, query, ticked, error } = props;
  const proposed = proposals.filter((each) => each.causes.length > 0);
  const sought = query.trim().toLocaleLowerCase('id');
  const others = proposals.filter(
    (each) =>
      each.causes.length === 0 && `${each.name} ${each.unitName}`.toLocaleLowerCase('id').includes(sought),
  );
  const first = new Set(proposed.slice(0, TICKED).map((each) => each.participantId));
  const isTicked = (id: string) => (ticked ? ticked.has(id) : first.has(id));
  const path = visit.path(`/calibration/${meeting.id}`);
  return (
    <Layout chrome={visit.chrome} title={text.chooseTitle()} current="home">
      <PageHeading
        title={text.chooseTitle()}
        above={
          <a class="link" href={path}>
            {text.title()} {formatDate(meeting.heldOn)}
          </a>
        }
        intro={<p>{text.chooseIntro()}</p>}
      />
      {error ? <Notice tone="error">{error}</Notice> : null}
      {proposals.length === 0 ? (
        <Card>
          <EmptyState icon="list" title={text.nothingToChoose()}>
            {text.nothingToChooseHint()}
          </EmptyState>
        </Card>
      ) : (
        <form method="post" action={`${path}/agenda`} class="grid gap-6" data-controller="once">
          {proposed.length > 0 ? (
            <Card title={text.proposed()} padded={false}>
              <Choices rows={proposed.slice(0, PROPOSED)} caption={text.proposed()} isTicked={isTicked} />
              <Shown shown={PROPOSED} count={proposed.length} />
              <details class="px-5 py-4 text-sm">
                <summary class="cursor-pointer link">{text.reasonsTitle()}</summary>
                <ul class="list-disc pl-5 mt-2 grid gap-1">
                  <li>{text.reasonEnd()}</li>
                  <li>{text.reasonBorder({ points: BORDER_POINTS })}</li>
                  <li>{text.reasonDistribution()}</li>
                </ul>
              </details>
            </Card>
          ) : null}
          <Card title={text.others()} padded={false}>
            <div class="px-5 py-4 flex flex-wrap gap-3 items-end">
              <div class="grow min-w-48">
                <TextField name="q" type="search" label={text.searchOthers()} value={query} />
              </div>
              <button
                class="btn btn-outline"
                type="submit"
                formMethod="get"
                formAction={`${path}/agenda`}
                formNoValidate
              >
                {text.search()}
              </button>
            </div>
            <Choices rows={others.slice(0, OTHERS)} caption={text.others()} isTicked={isTicked} />
            <Shown shown={OTHERS} count={others.length} />
          </Card>
          <div>
            <SubmitButton icon="check">{text.putOnAgenda()}</SubmitButton>
          </div>
        </form>
      )}
    </Layout>
  );
}

function Shown({ shown, count }: { shown: number; count: number }) {
  return count > shown ? (
    <p class="px-5 py-3 text-sm text-base-content/75">{text.shownOf({ shown, count })}</p>
  ) : null;
}

function Choices(props: { rows: readonly Proposal[]; caption: string; isTicked: (id: string) => boolean }) {
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => row.participantId}
      columns={[
        {
          key: 'employee',
          heading: text.employee(),
          isTitle: true,
          cell: (row) => (
            <label class="flex gap-2.5 items-start cursor-pointer py-1">
              <input
                type="checkbox"
                class="checkbox checkbox-sm checkbox-primary mt-0.5"
                name={`choose-${row.participantId}`}
                value={row.causes.join(' ') || 'chosen'}
                checked={props.isTicked(row.participantId)}
              />
              <span>
                {row.name}
                <span class="block text-xs font-normal text-base-content/75">{row.unitName}</span>
              </span>
            </label>
          ),
        },
        { key: 'appraiser', heading: text.appraiser(), cell: (row) => row.appraiserName || '–' },
        { key: 'result', heading: text.resultNow(), cell: (row) => resultWords(row) },
        ...(props.rows.some((row) => row.causes.length > 0)
          ? [
              {
                key: 'causes',
                heading: text.causes(),
                cell: (row: Proposal) => (
                  <span class="flex flex-wrap gap-1">
                    {row.causes.map((cause) => (
                      <Badge key={cause}>{causeLabel(cause)}</Badge>
                    ))}
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function resultWords(row: Proposal): string {
  const category = row.category ? inLocale(row.category) : predicateWords(row.predicate);
  return row.score === null ? category : `${category} · ${formatDecimal(row.score)}`;
}
