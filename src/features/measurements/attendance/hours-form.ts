/** The form of a week of work: times as they are typed, to hours as they are stored, or errors by field. */
import { clockMinuteOf, type StoredPattern, WEEKDAYS } from '#domain/attendance/index.ts';
import { weekdayNames } from '../records/months.ts';
import { text } from './text-calendar.ts';

type Fields = Readonly<Record<string, string>>;
type Hours = NonNullable<StoredPattern['days'][keyof StoredPattern['days']]>;

export function hoursFields({ days, grace, worksOnHolidays }: StoredPattern): Fields {
  const fields: Record<string, string> = {
    grace: String(grace),
    worksOnHolidays: worksOnHolidays ? 'yes' : '',
  };
  for (const day of WEEKDAYS) {
    const hours = days[String(day) as keyof typeof days];
    fields[`from-${day}`] = local(hours?.from);
    fields[`to-${day}`] = local(hours?.to);
    fields[`pause-${day}`] = local(hours?.pause?.from);
    fields[`resume-${day}`] = local(hours?.pause?.to);
  }
  return fields;
}

const local = (time: string | undefined) => time?.replace(':', '.') ?? '';

export function readHours(
  fields: Fields,
):
  | { readonly ok: true; readonly pattern: StoredPattern }
  | { readonly ok: false; readonly errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const days: Record<string, Hours | null> = {};
  const names = weekdayNames();
  for (const day of WEEKDAYS) {
    const hours = dayHours(fields, day);
    if (hours === undefined) errors[`from-${day}`] = text.hoursWrong({ day: names[day - 1]?.long ?? '' });
    else days[String(day)] = hours;
  }
  const grace = Number((fields.grace ?? '').trim() || '0');
  if (!Number.isInteger(grace) || grace < 0 || grace > 120) errors.grace = text.graceWrong();
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    pattern: {
      days: days as StoredPattern['days'],
      grace,
      worksOnHolidays: fields.worksOnHolidays === 'yes',
    },
  };
}

/** Null on a day off, undefined for what is no hours. A shift past midnight has its break after it too. */
function dayHours(fields: Fields, day: number): Hours | null | undefined {
  const at = (name: string) => (fields[`${name}-${day}`] ?? '').trim();
  if (['from', 'to', 'pause', 'resume'].every((name) => at(name) === '')) return null;
  const [from, to] = [timeOf(at('from')), timeOf(at('to'))];
  if (!from || !to || from === to) return undefined;
  if (at('pause') === '' && at('resume') === '') return { from, to, pause: null };
  const [pause, resume] = [timeOf(at('pause')), timeOf(at('resume'))];
  if (!pause || !resume) return undefined;
  const after = (time: string) => (time <= from ? `1${time}` : `0${time}`);
  if (!(after(pause) < after(resume) && after(resume) < after(to))) return undefined;
  return { from, to, pause: { from: pause, to: resume } };
}

function timeOf(written: string): string | undefined {
  const minute = clockMinuteOf(written);
  if (minute === undefined) return undefined;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
