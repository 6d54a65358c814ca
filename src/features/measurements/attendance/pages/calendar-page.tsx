import { DEFAULT_PATTERN } from '#domain/attendance/index.ts';
import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, FileField, ProblemSummary, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Card, Notice, SubmitButton } from '#ui/parts.tsx';
import type { RecordSettings } from '../../records/calendar.ts';
import type { AssignmentLine, Holiday, ScheduleLine } from '../calendar.ts';
import { hoursFields } from '../hours-form.ts';
import { text as attendance } from '../text.ts';
import { text } from '../text-calendar.ts';
import { AttendanceFrame } from './frame.tsx';
import { HoursForm } from './hours-form.tsx';
import { SettingsCard } from './settings-card.tsx';

/** Which form was refused, and what was typed into it. */
export interface RefusedForm {
  readonly form: 'hours' | 'assignment' | 'holidays' | 'settings';
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export interface CalendarView {
  readonly visit: Visit;
  readonly schedules: readonly ScheduleLine[];
  readonly assignments: readonly AssignmentLine[];
  readonly holidays: readonly Holiday[];
  readonly settings: RecordSettings;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly ids: { readonly own: string; readonly other: string; readonly assignment: string };
  readonly refused?: RefusedForm | undefined;
}

export function CalendarPage(view: CalendarView) {
  const { visit } = view;
  const mayChange = isAgencyOfficer(visit.actor);
  return (
    <AttendanceFrame
      visit={visit}
      tab="calendar"
      title={attendance.tabCalendar()}
      intro={text.calendarIntro()}
    >
      {mayChange ? null : <Notice tone="info">{text.onlyAgency()}</Notice>}
      <Hours {...view} mayChange={mayChange} />
      <Assignments {...view} mayChange={mayChange} />
      <Holidays {...view} mayChange={mayChange} />
      {mayChange ? <SettingsCard {...view} /> : null}
    </AttendanceFrame>
  );
}

type Props = CalendarView & { readonly mayChange: boolean };

function Hours({ visit, schedules, ids, refused, mayChange }: Props) {
  const own = schedules.find(({ isDefault }) => isDefault) ?? {
    id: ids.own,
    name: text.ownHours(),
    isDefault: true,
    pattern: DEFAULT_PATTERN,
  };
  const others = schedules.filter(({ isDefault }) => !isDefault);
  const typed = refused?.form === 'hours' ? refused : undefined;
  const fieldsOf = (line: ScheduleLine) => {
    const mine = typed?.typed.id === line.id ? typed : undefined;
    return {
      id: line.id,
      isDefault: line.isDefault,
      name: mine?.typed.name ?? line.name,
      fields: mine?.typed ?? hoursFields(line.pattern),
      errors: mine?.errors ?? {},
    };
  };
  if (!mayChange) return null;
  const blank = { id: ids.other, name: '', isDefault: false, pattern: DEFAULT_PATTERN };
  const isBlankTyped = typed && ![own, ...others].some(({ id }) => id === typed.typed.id);
  const fresh = isBlankTyped ? { ...blank, id: typed.typed.id ?? ids.other } : blank;
  return (
    <>
      <Card title={text.ownHours()}>
        <HoursForm visit={visit} {...fieldsOf(own)} />
      </Card>
      <Card title={text.newHours()}>
        <p class="max-w-prose mb-3">{text.newHoursHint()}</p>
        {[...others, fresh].map((line) => (
          <details key={line.id} class="py-2" open={typed?.typed.id === line.id}>
            <summary class="link cursor-pointer py-1">{line.name || text.addHours()}</summary>
            <div class="mt-3">
              <HoursForm visit={visit} {...fieldsOf(line)} />
            </div>
          </details>
        ))}
      </Card>
    </>
  );
}

function Assignments(view: Props) {
  const { visit, schedules, assignments, units, ids, refused, mayChange } = view;
  const mine = refused?.form === 'assignment' ? refused : undefined;
  const others = schedules.filter(({ isDefault }) => !isDefault);
  return (
    <Card title={text.assignments()}>
      {assignments.length === 0 ? (
        <p>{text.noAssignments()}</p>
      ) : (
        <DataTable
          caption={text.assignments()}
          rows={assignments}
          rowKey={({ id }) => id}
          columns={[
            { key: 'whose', heading: text.unit(), isTitle: true, cell: ({ whose }) => whose },
            { key: 'schedule', heading: text.schedule(), cell: ({ scheduleName }) => scheduleName },
            {
              key: 'span',
              heading: text.span(),
              cell: ({ from, until }) =>
                `${formatDate(from, 'short')} – ${until ? formatDate(addDays(until, -1), 'short') : text.onwards()}`,
            },
            ...(mayChange
              ? [
                  {
                    key: 'act',
                    heading: text.act(),
                    cell: (line: AssignmentLine) => (
                      <form
                        method="post"
                        action={visit.path(`/attendance/calendar/assignments/${line.id}/removal`)}
                        data-controller="once"
                      >
                        <SubmitButton look="ghost" small>
                          {text.endAssignment()}
                          <span class="sr-only"> {line.whose}</span>
                        </SubmitButton>
                      </form>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayChange && others.length > 0 ? (
        <form
          method="post"
          action={visit.path('/attendance/calendar/assignments')}
          class="grid gap-4 mt-5"
          data-controller="once"
        >
          <input type="hidden" name="id" value={ids.assignment} />
          <ProblemSummary errors={mine?.errors ?? {}} />
          <div class="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            <SelectField
              name="schedule"
              label={text.schedule()}
              required
              empty=""
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
              value={mine?.typed.schedule}
              error={mine?.errors.schedule}
            />
            <SelectField
              name="unit"
              label={text.unit()}
              hint={text.unitHint()}
              empty={text.chooseUnit()}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
              value={mine?.typed.unit}
              error={mine?.errors.unit}
            />
            <TextField
              name="nip"
              label={text.nipInstead()}
              inputMode="numeric"
              maxLength={22}
              value={mine?.typed.nip}
              error={mine?.errors.nip}
            />
            <TextField
              name="from"
              type="date"
              label={text.from()}
              required
              value={mine?.typed.from}
              error={mine?.errors.from}
            />
            <TextField
              name="until"
              type="date"
              label={text.until()}
              hint={text.untilOpen()}
              value={mine?.typed.until}
              error={mine?.errors.until}
            />
          </div>
          <div>
            <SubmitButton look="outline">{text.assign()}</SubmitButton>
          </div>
        </form>
      ) : null}
    </Card>
  );
}

function Holidays({ visit, holidays, refused, mayChange }: Props) {
  const mine = refused?.form === 'holidays' ? refused : undefined;
  return (
    <Card title={text.holidays()}>
      {mayChange ? (
        <form
          method="post"
          action={visit.path('/attendance/calendar/holidays')}
          encType="multipart/form-data"
          class="grid gap-4 max-w-prose mb-5"
          data-controller="once"
        >
          <ProblemSummary errors={mine?.errors ?? {}} />
          <TextArea
            name="lines"
            label={text.holidayLines()}
            hint={text.holidaysHint()}
            rows={4}
            maxLength={10_000}
            value={mine?.typed.lines}
            error={mine?.errors.lines}
          />
          <FileField name="file" label={text.holidaysFile()} accept=".xlsx,.csv" error={mine?.errors.file} />
          <div>
            <SubmitButton look="outline" icon="plus">
              {text.addHolidays()}
            </SubmitButton>
          </div>
        </form>
      ) : null}
      {holidays.length === 0 ? (
        <p>{text.noHolidays()}</p>
      ) : (
        <ul class="grid gap-1">
          {holidays.map(({ day, name }) => (
            <li key={day} class="flex flex-wrap items-center gap-x-3">
              <span>
                {formatDate(day)}: {name}
              </span>
              {mayChange ? (
                <form
                  method="post"
                  action={visit.path(`/attendance/calendar/holidays/${day}/removal`)}
                  data-controller="once"
                >
                  <SubmitButton look="ghost" small>
                    {text.removeHoliday()}
                    <span class="sr-only"> {formatDate(day)}</span>
                  </SubmitButton>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
