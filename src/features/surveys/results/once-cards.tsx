/** What a settled round shows once: the agency's own questions, and results by group. */
import { formatDecimal, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Card } from '#ui/parts.tsx';
import type { ProfilePart } from '../answer/submit.ts';
import { text as answerText } from '../answer/text.ts';
import type { Round } from '../rounds/queries.ts';
import type { Breakdown, ExtraFigure } from './once.ts';
import { intervalWords } from './parts.tsx';
import { text } from './text.ts';

type Value = Exclude<keyof typeof answerText, ProfilePart>;

const TITLES: Readonly<Record<ProfilePart, () => string>> = {
  sex: text.bySex,
  age: text.byAge,
  education: text.byEducation,
};

/** `Perempuan`, `SMP, tidak diisi`. */
function groupWords(values: readonly string[]): string {
  return values.map((value) => (isKnown(value) ? answerText[value]() : text.notSaid())).join(', ');
}

type Plain = Extract<
  Value,
  | 'female'
  | 'male'
  | 'under-25'
  | '25-39'
  | '40-54'
  | '55-up'
  | 'primary'
  | 'junior'
  | 'senior'
  | 'diploma'
  | 'bachelor'
  | 'master'
>;

function isKnown(value: string): value is Plain {
  return value !== '' && value in answerText;
}

export function OnceCards(props: {
  round: Round;
  extras: readonly ExtraFigure[];
  breakdowns: readonly Breakdown[];
}) {
  const { round, extras, breakdowns } = props;
  return (
    <>
      {extras.length > 0 ? <ExtrasCard extras={extras} /> : null}
      {breakdowns.map((breakdown) => (
        <GroupsCard key={breakdown.part} breakdown={breakdown} least={round.least} />
      ))}
    </>
  );
}

function ExtrasCard({ extras }: { extras: readonly ExtraFigure[] }) {
  return (
    <Card title={text.extras()} padded={false}>
      <DataTable
        caption={text.extras()}
        rows={extras}
        rowKey={(row) => row.extra.code}
        columns={[
          {
            key: 'question',
            heading: text.question(),
            isTitle: true,
            cell: ({ extra }) => inLocale({ id: extra.id, en: extra.en || extra.id }),
          },
          {
            key: 'mean',
            heading: text.meanOfFour(),
            align: 'right',
            cell: (row) => formatDecimal(row.mean),
          },
          {
            key: 'answers',
            heading: text.answers(),
            align: 'right',
            cell: (row) => formatNumber(row.answers),
          },
        ]}
      />
    </Card>
  );
}

function GroupsCard({ breakdown, least }: { breakdown: Breakdown; least: number }) {
  const title = TITLES[breakdown.part]();
  return (
    <Card title={title} padded={false}>
      <p class="px-5 pb-2 text-sm text-base-content/75">{text.groupsHint({ count: least })}</p>
      <DataTable
        caption={title}
        rows={breakdown.groups}
        rowKey={(row) => row.values.join(' ')}
        columns={[
          { key: 'group', heading: text.group(), isTitle: true, cell: (row) => groupWords(row.values) },
          {
            key: 'index',
            heading: text.index(),
            align: 'right',
            cell: (row) => formatDecimal(row.figures.index),
          },
          {
            key: 'range',
            heading: text.range(),
            align: 'right',
            cell: (row) => intervalWords(row.figures.interval),
          },
          {
            key: 'answers',
            heading: text.answers(),
            align: 'right',
            cell: (row) => formatNumber(row.figures.answers),
          },
        ]}
      />
    </Card>
  );
}
