import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { ProblemSummary, TextField } from '#ui/form.tsx';
import { Card, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text.ts';
import type { CheckedView } from './checked-page.tsx';

export const NUMBERS_SHOWN = 50;

/** Numbers nobody is known by: the officer says once whose they are. */
export function UnknownNumbers({ visit, run, report, typed, errors }: CheckedView) {
  const { unknown } = report;
  if (unknown.length === 0) return null;
  const shown = unknown.slice(0, NUMBERS_SHOWN);
  return (
    <Card title={text.unknownPeople({ count: formatNumber(unknown.length) })} padded={false}>
      <form method="post" action={visit.path(`/attendance/files/${run.id}/numbers`)} data-controller="once">
        <div class="px-5 pb-3 grid gap-3 max-w-prose">
          <p>{text.unknownHint()}</p>
          {unknown.length > shown.length ? (
            <p>{text.unknownMany({ shown: shown.length, count: formatNumber(unknown.length) })}</p>
          ) : null}
          <ProblemSummary errors={errors} />
        </div>
        <DataTable
          caption={text.unknownPeople({ count: unknown.length })}
          rows={shown}
          rowKey={(each) => each.key}
          columns={[
            { key: 'number', heading: text.number(), isTitle: true, cell: (each) => each.key },
            { key: 'name', heading: text.nameInFile(), cell: (each) => each.name || '–' },
            {
              key: 'rows',
              heading: text.rowCount(),
              align: 'right',
              cell: (each) => formatNumber(each.rows),
            },
            {
              key: 'nip',
              heading: text.personNip(),
              isWide: true,
              cell: (each) => (
                <TextField
                  name={`pin-${each.key}`}
                  label={`${text.personNip()} (${each.key})`}
                  hideLabel
                  hint={each.proposed ? text.proposed({ name: each.proposed.name }) : undefined}
                  value={typed[`pin-${each.key}`] ?? each.proposed?.nip}
                  error={errors[`pin-${each.key}`]}
                  inputMode="numeric"
                  maxLength={22}
                />
              ),
            },
          ]}
        />
        <div class="p-5">
          <SubmitButton look="outline">{text.savePins()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
