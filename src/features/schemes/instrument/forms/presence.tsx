import { FieldGrid, ShortField } from '../fields.tsx';
import { text } from '../text.ts';
import {
  type ComponentForm,
  isRecord,
  listIn,
  type Part,
  type Reader,
  type SettingsOf,
  textIn,
} from '../types.ts';

const COUNTS = ['workingDays', 'absentDays', 'longestAbsence', 'permittedDays'] as const;
const LISTS = ['late', 'earlyLeave'] as const;

/** Attendance as a few numbers; the minutes of each late arrival stand in one field. */
export function presenceForm({ code, settings, base }: Part<SettingsOf<'presence'>>): ComponentForm {
  const name = (part: string) => `${code}.${part}`;
  const lists = LISTS.filter((list) => list === 'late' || settings.deductions.earlyLeave !== undefined);
  return {
    fields: Object.fromEntries([
      ...COUNTS.map((count) => [name(count), textIn(base, count)]),
      ...lists.map((list) => [
        name(list),
        listIn(base, list)
          .map((day) => textIn(day, 'minutes'))
          .join(' '),
      ]),
    ]),
    read(reader) {
      for (const part of [...COUNTS, ...lists]) reader.at(`${code}.${part}`, name(part));
      const counts = Object.fromEntries(
        COUNTS.flatMap((count) => {
          const value = reader.whole(name(count), text[count]());
          return value === undefined ? [] : [[count, value]];
        }),
      );
      if (counts.workingDays === undefined) {
        reader.missing(name('workingDays'), text.numberMissing({ label: text.workingDays() }));
        return undefined;
      }
      const { longestAbsence = counts.absentDays ?? 0, absentDays = 0, ...rest } = counts;
      const days = lists.map((list) => [
        list,
        readDays(reader, name(list), text[list](), listIn(base, list)),
      ]);
      return {
        ...rest,
        absentDays,
        longestAbsence,
        ...(isRecord(base) && base.earlyLeave !== undefined && lists.length === 1
          ? { earlyLeave: base.earlyLeave }
          : {}),
        ...Object.fromEntries(days),
      };
    },
    draw: (state) => (
      <div class="p-5">
        <FieldGrid>
          {COUNTS.map((count) => (
            <ShortField key={count} state={state} name={name(count)} label={text[count]()} />
          ))}
          {lists.map((list) => (
            <ShortField
              key={list}
              state={state}
              name={name(list)}
              label={text[list]()}
              hint={text.minutesHint()}
              maxLength={1500}
            />
          ))}
        </FieldGrid>
      </div>
    ),
  };
}

/** Minutes on the dates that are known; further ones on days that are only named to tell them apart. */
function readDays(
  reader: Reader,
  name: string,
  label: string,
  known: readonly Readonly<Record<string, unknown>>[],
): readonly { date: string; minutes: number }[] {
  const typed = reader
    .text(name)
    .split(/[\s,;]+/)
    .filter(Boolean);
  const wrong = typed.some((each) => !/^\d{1,4}$/.test(each) || Number(each) === 0);
  if (wrong) reader.problem(name, text.notWhole({ label }));
  if (wrong) return [];
  const taken = new Set(known.map((day) => textIn(day, 'date')));
  const free = freeDays(textIn(known[0], 'date').slice(0, 4) || '2026', taken);
  return typed.map((minutes, index) => ({
    date: textIn(known[index], 'date') || (free.next().value ?? ''),
    minutes: Number(minutes),
  }));
}

function* freeDays(year: string, taken: ReadonlySet<string>): Generator<string, undefined> {
  for (let day = Date.parse(`${year}-01-01T00:00:00Z`); ; day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    if (!taken.has(date)) yield date;
  }
}
