import { clockText } from '#domain/attendance/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Card } from '#ui/parts.tsx';
import { dayState } from '../../records/pages/words.ts';
import type { ReportedPerson } from '../report.ts';
import { text } from '../text.ts';

/** The days of one person as the file is read, before anything is recorded. */
export function PersonDays({ person, close }: { person: ReportedPerson; close: string }) {
  const time = (minute: number | null) => (minute === null ? text.notRegistered() : clockText(minute));
  return (
    <Card
      id="days"
      title={text.daysOf({ name: person.name })}
      aside={
        <a class="link py-1" href={close}>
          {text.closeDays()}
        </a>
      }
      padded={false}
    >
      <DataTable
        caption={text.daysOf({ name: person.name })}
        rows={person.days}
        rowKey={(day) => day.date}
        columns={[
          { key: 'day', heading: text.day(), isTitle: true, cell: (day) => formatDate(day.date) },
          {
            key: 'times',
            heading: text.times(),
            cell: (day) =>
              day.timeIn === null && day.timeOut === null
                ? '–'
                : text.inAndOut({ in: time(day.timeIn), out: time(day.timeOut) }),
          },
          { key: 'read', heading: text.read(), cell: (day) => dayState(day) },
        ]}
      />
      {person.missing.length > 0 ? (
        <p class="p-5 text-sm">
          {text.missingDays()}:{' '}
          {person.missing
            .slice(0, 31)
            .map((date) => formatDate(date, 'short'))
            .join(', ')}
          {person.missing.length > 31 ? ` ${text.more({ count: person.missing.length - 31 })}` : ''}
        </p>
      ) : null}
    </Card>
  );
}
