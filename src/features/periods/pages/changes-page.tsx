import type { ComponentChildren } from 'preact';
import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Candidate } from '../candidates.ts';
import type { ParticipantChanges } from '../changes.ts';
import type { Period } from '../queries.ts';
import { text } from '../text.ts';

const SHOWN = 50;

export function ChangesPage(props: {
  visit: Visit;
  period: Period;
  changes: ParticipantChanges;
  /** Names of the appraisers that participants have now. */
  names: ReadonlyMap<string, string>;
  refusal?: string;
}) {
  const { visit, period, changes, names, refusal } = props;
  const base = visit.path(`/periods/${period.id}`);
  const title = text.changes({ name: period.name });
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? '–') : text.none());
  const appraisers = (each: Candidate) =>
    text.fromTo({
      from: `${nameOf(each.participant?.appraiserId)} / ${nameOf(each.participant?.superiorId)}`,
      to: `${each.appraiser?.name ?? text.none()} / ${each.superiorName ?? text.none()}`,
    });
  return (
    <Layout chrome={visit.chrome} title={title} current="periods">
      <PageHeading
        title={title}
        above={
          <a class="link" href={base}>
            {period.name}
          </a>
        }
        intro={text.changesIntro()}
      />
      {refusal ? <Notice tone="error">{refusal}</Notice> : null}
      {changes.count === 0 ? (
        <Card>
          <EmptyState icon="checkCircle" title={text.noChanges()}>
            {text.noChangesHint()}
          </EmptyState>
        </Card>
      ) : (
        <form method="post" action={`${base}/changes`} data-controller="once">
          <input type="hidden" name="fingerprint" value={changes.fingerprint} />
          <SubmitButton icon="check">{text.applyChanges({ count: changes.count })}</SubmitButton>
        </form>
      )}
      <Group
        title={text.added()}
        rows={changes.added}
        detail={(each) => text.from({ date: formatDate(each.startsOn) })}
      />
      <Group
        title={text.moved()}
        rows={changes.moved}
        detail={(each) => text.until({ date: formatDate(each.endsOn) })}
      />
      <Group title={text.appraiserChanges()} rows={changes.appraiser} detail={appraisers} />
      <Group
        title={text.detailChanges()}
        rows={changes.detail}
        detail={(each) => `${formatDate(each.startsOn)} – ${formatDate(each.endsOn)}`}
      />
      <Group title={text.dropped()} rows={changes.dropped} detail={() => text.droppedReason()} />
    </Layout>
  );
}

function Group<
  Row extends { readonly personId: string; readonly name: string; readonly unitName: string },
>(props: { title: string; rows: readonly Row[]; detail: (row: Row) => ComponentChildren }) {
  const { title, rows, detail } = props;
  if (rows.length === 0) return null;
  return (
    <Card title={title} aside={<span class="num">{rows.length}</span>}>
      <ul class="divide-y divide-base-300 -my-2">
        {rows.slice(0, SHOWN).map((row, index) => (
          <li key={`${row.personId}-${index}`} class="py-2.5">
            <p class="font-medium">{row.name}</p>
            <p class="text-sm text-base-content/75">{row.unitName}</p>
            <p class="text-sm">{detail(row)}</p>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? (
        <p class="mt-3 text-sm text-base-content/75">{text.more({ count: rows.length - SHOWN })}</p>
      ) : null}
    </Card>
  );
}
