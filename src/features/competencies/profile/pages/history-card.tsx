import { formatDate, formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { TextArea } from '#ui/form.tsx';
import { Badge, Card, SubmitButton } from '#ui/parts.tsx';
import { HUNDREDTHS, hundredthsInWords } from '../../levels.ts';
import type { Assessed } from '../assessed.ts';
import { matchOf, type Outcome, type ProfileRow } from '../model.ts';
import { text } from '../text.ts';
import { matchInWords } from '../words.ts';
import type { PersonView } from './profile-page.tsx';

type Entry =
  | { readonly kind: 'result'; readonly on: string; readonly result: Assessed }
  | { readonly kind: 'outcome'; readonly on: string; readonly outcome: Outcome };

/** Every assessment there was, the latest first, and the levels beside each other where there were several. */
export function HistoryCard(view: PersonView) {
  const entries: readonly Entry[] = [
    ...view.assessed.map((result) => ({ kind: 'result' as const, on: result.on, result })),
    ...view.outcomes.map((outcome) => ({ kind: 'outcome' as const, on: outcome.assessedOn, outcome })),
  ].toSorted((a, b) => b.on.localeCompare(a.on));
  return (
    <>
      <Card title={text.history()} padded={false}>
        <DataTable
          caption={text.history()}
          rows={entries}
          rowKey={(entry) => (entry.kind === 'result' ? entry.result.participantId : entry.outcome.id)}
          columns={[
            {
              key: 'what',
              heading: text.what(),
              isTitle: true,
              cell: (entry) => (entry.kind === 'result' ? entry.result.period : entry.outcome.institution),
            },
            { key: 'when', heading: text.when(), cell: whenOf },
            { key: 'match', heading: text.result(), cell: (entry) => matchOfEntry(entry) },
            {
              key: 'from',
              heading: text.from(),
              isWide: true,
              cell: (entry) => <From {...view} entry={entry} />,
            },
          ]}
        />
      </Card>
      <OverTime {...view} entries={entries} />
    </>
  );
}

function whenOf(entry: Entry) {
  const date = formatDate(entry.on, 'short');
  return entry.kind === 'result' ? text.until({ date }) : date;
}

/** As the result says it; an assessment centre counts against no standard of its own. */
function matchOfEntry(entry: Entry) {
  if (entry.kind === 'outcome') {
    const count = Object.keys(entry.outcome.levels).length;
    return entry.outcome.withdrawn ? (
      <Badge tone="neutral">{text.withdrawnBadge()}</Badge>
    ) : (
      text.countOf({ count })
    );
  }
  const { matchPercent, levels } = entry.result;
  if (matchPercent === null) return '–';
  const match = matchOf(levels);
  return match && Number(match.matchPercent) === Number(matchPercent)
    ? matchInWords(match)
    : `${formatDecimal(matchPercent)} %`;
}

function From({ entry, ...view }: PersonView & { entry: Entry }) {
  const { visit } = view;
  if (entry.kind === 'result') {
    const { result } = entry;
    return (
      <>
        {inLocale(result.scheme)}{' '}
        {result.isRatified ? null : <Badge tone="warning">{text.notRatified()}</Badge>}{' '}
        <a class="link" href={visit.path(`/appraisals/${result.participantId}/result`)}>
          {text.openResult()}
          <span class="sr-only">: {result.period}</span>
        </a>
      </>
    );
  }
  return <OutcomeFrom {...view} outcome={entry.outcome} />;
}

function OutcomeFrom({ outcome, ...view }: PersonView & { outcome: Outcome }) {
  const { visit, person, roles, refused } = view;
  const path = visit.path(`/people/${person.id}/competencies/outcomes/${outcome.id}`);
  return (
    <div class="grid gap-1 max-w-prose">
      <p>
        {text.recordedBy({ who: outcome.recordedBy })}{' '}
        {outcome.fileName ? (
          <a class="link wrap-anywhere" href={`${path}/file`} data-turbo="false">
            {text.openFile()}: {outcome.fileName}
          </a>
        ) : null}
      </p>
      {outcome.note ? <p class="whitespace-pre-line text-sm">{outcome.note}</p> : null}
      {outcome.withdrawn ? (
        <p class="text-sm">
          {text.withdrawnBy({ who: outcome.withdrawn.by, reason: outcome.withdrawn.reason })}
        </p>
      ) : null}
      {roles.has('officer') && !outcome.withdrawn ? (
        <details open={refused?.id === outcome.id}>
          <summary class="cursor-pointer link text-sm">{text.withdraw()}</summary>
          <form method="post" action={`${path}/withdrawal`} class="grid gap-3 mt-3" data-controller="once">
            <p class="text-sm text-base-content/75">{text.withdrawHint()}</p>
            <TextArea
              name={`reason-${outcome.id}`}
              label={text.reason()}
              hint={text.reasonHint()}
              rows={2}
              required
              maxLength={500}
              error={refused?.id === outcome.id ? refused.error : undefined}
            />
            <div>
              <SubmitButton look="outline" small>
                {text.withdraw()}
              </SubmitButton>
            </div>
          </form>
        </details>
      ) : null}
    </div>
  );
}

const SHOWN = 6;

function OverTime({ profile, entries }: PersonView & { entries: readonly Entry[] }) {
  const counted = entries.filter((entry) => entry.kind === 'result' || !entry.outcome.withdrawn);
  if (counted.length < 2) return null;
  const columns = counted
    .slice(0, SHOWN)
    .toReversed()
    .map(
      (entry, index): Column<ProfileRow> => ({
        key: String(index),
        heading: entry.kind === 'result' ? entry.result.period : entry.outcome.institution,
        align: 'right',
        cell: ({ code }) => levelIn(entry, code),
      }),
    );
  return (
    <Card title={text.overTime()} padded={false}>
      <DataTable
        caption={text.overTime()}
        rows={profile.rows.filter(({ achieved }) => achieved !== null)}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'competency',
            heading: text.competency(),
            isTitle: true,
            cell: ({ name }) => inLocale(name),
          },
          ...columns,
        ]}
      />
    </Card>
  );
}

function levelIn(entry: Entry, code: string): string {
  const found =
    entry.kind === 'outcome'
      ? entry.outcome.levels[code] && entry.outcome.levels[code].level * HUNDREDTHS
      : entry.result.levels.find((each) => each.code === code)?.achieved;
  return typeof found === 'number' ? hundredthsInWords(found) : '–';
}
