import { countedWords, summaryWords } from '#domain/attendance/index.ts';
import { absenceSanctionRule } from '#domain/rules/absence-sanction.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Badge, Card, EmptyState, LinkButton } from '#ui/parts.tsx';
import { isDecided } from '../days.ts';
import { monthName, shiftMonth } from '../months.ts';
import { text } from '../text.ts';
import type { AttendanceView } from '../view.ts';
import { MonthTable } from './month-table.tsx';
import { dayState } from './words.ts';

interface Props {
  readonly visit: Visit;
  readonly attendance: AttendanceView;
}

/** One month of one person's days, as they are before they count. */
export function AttendancePage({ visit, attendance }: Props) {
  const { view, month, months } = attendance;
  const { participation } = view;
  const isOwn = view.relations.has('employee');
  const path = visit.path(`/appraisals/${participation.id}/attendance`);
  const days = [...attendance.days.values()];
  return (
    <AppraisalFrame
      visit={visit}
      view={view}
      current="progress"
      title={isOwn ? text.attendance() : text.attendanceOf({ name: participation.person.name })}
      acts={
        <LinkButton href={`${path}.csv`} icon="download" download>
          {isOwn ? text.downloadOwn() : text.download()}
        </LinkButton>
      }
    >
      <p class="max-w-prose">{text.attendanceIntro()}</p>
      <Card
        title={text.calendarOf({ month: monthName(month) })}
        aside={
          <span class="flex gap-3">
            {month > months.first ? (
              <a class="link py-1" href={`${path}?month=${shiftMonth(month, -1)}`} rel="prev">
                {monthName(shiftMonth(month, -1))}
              </a>
            ) : null}
            {month < months.last ? (
              <a class="link py-1" href={`${path}?month=${shiftMonth(month, 1)}`} rel="next">
                {monthName(shiftMonth(month, 1))}
              </a>
            ) : null}
          </span>
        }
      >
        {days.length === 0 ? (
          <EmptyState icon="calendar" title={text.noDays()}>
            {text.noDaysHint()}
          </EmptyState>
        ) : (
          <div class="grid gap-3">
            <p>{inLocale(summaryWords(days))}</p>
            <MonthTable visit={visit} attendance={attendance} />
            <p class="text-sm text-base-content/75">{text.legend()}</p>
          </div>
        )}
      </Card>
      <Notable visit={visit} attendance={attendance} />
      <LawCard attendance={attendance} />
    </AppraisalFrame>
  );
}

/** Days that cost something, each with its sentence: what an employee looks for first. */
function Notable({ visit, attendance }: Props) {
  const settings = attendance.component?.settings;
  const days = [...attendance.days.values()].filter(
    (day) => day.status === 'absent' || day.late > 0 || day.early > 0 || isDecided(day),
  );
  if (attendance.days.size === 0) return null;
  const base = visit.path(`/appraisals/${attendance.view.participation.id}/attendance`);
  return (
    <Card title={text.daysOfMonth()} padded={days.length === 0}>
      {days.length === 0 ? (
        <p>{text.noCostingDays()}</p>
      ) : (
        <DataTable
          caption={text.daysOfMonth()}
          rows={days}
          rowKey={(day) => day.date}
          columns={[
            {
              key: 'day',
              heading: text.day(),
              isTitle: true,
              cell: (day) => (
                <a class="link" href={`${base}/${day.date}`}>
                  {formatDate(day.date)}
                </a>
              ),
            },
            {
              key: 'state',
              heading: text.state(),
              cell: (day) => (
                <>
                  {dayState(day)} {isDecided(day) ? <Badge tone="info">{text.corrected()}</Badge> : null}
                </>
              ),
            },
            {
              key: 'counts',
              heading: text.counts(),
              isWide: true,
              cell: (day) => inLocale(countedWords(day, settings)),
            },
          ]}
        />
      )}
    </Card>
  );
}

/** What the law counts beside the score: information with its basis, never a verdict. */
function LawCard({ attendance }: { attendance: AttendanceView }) {
  const { year, absence } = attendance;
  const answer = absenceSanctionRule.run({
    days: Math.min(absence.days, 366),
    consecutive: Math.min(absence.longest, absence.days, 366),
  });
  if (!answer.ok) return null;
  const { rule, basis } = answer.output.explanation;
  return (
    <Card title={text.lawTitle({ year: String(year) })}>
      <div class="grid gap-2 max-w-prose">
        <p>
          {text.lawCount({
            absent: absence.absentDays,
            minutes: formatNumber(absence.minutes),
            more: absence.daysOfMinutes,
            days: absence.days,
            run: absence.longest,
          })}
        </p>
        <p>{inLocale(rule)}</p>
        <p class="text-sm text-base-content/75">{text.lawInfo()}</p>
        <p class="text-sm text-base-content/75">
          {text.basis({
            basis: basis.map((each) => [each.regulation, each.article].filter(Boolean).join(', ')).join('; '),
          })}
        </p>
      </div>
    </Card>
  );
}
