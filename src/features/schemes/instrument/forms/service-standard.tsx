import { ShortField } from '../fields.tsx';
import { text } from '../text.ts';
import { type ComponentForm, isRecord, listIn, type Part, type SettingsOf } from '../types.ts';

/** A start on a working day far from any that a file would hold, and an end far beyond every promised time. */
const LATE_DAYS = 400;

/** Cases as one number: how many of the finished ones were in time. Without a file a number of cases is asked too. */
export function serviceStandardForm({
  code,
  settings,
  base,
}: Part<SettingsOf<'service-standard'>>): ComponentForm {
  const cases = listIn(base, 'cases');
  const finished = cases.filter((each) => typeof each.end === 'string');
  const onTime = `${code}.onTime`;
  const count = `${code}.count`;
  const service = settings.services[0]?.code ?? '';
  return {
    fields: { [onTime]: '', ...(finished.length > 0 ? {} : { [count]: '' }) },
    read(reader) {
      reader.at(code, onTime);
      const inTime = reader.whole(onTime, text.onTime({ total: '' }));
      const total = finished.length > 0 ? finished.length : (reader.whole(count, text.caseCount()) ?? 0);
      if (inTime === undefined) {
        if (!isRecord(base)) reader.missing(onTime, text.numberMissing({ label: text.caseCount() }));
        return isRecord(base) ? base : undefined;
      }
      if (inTime > total) {
        reader.problem(onTime, text.tooMany({ limit: total }));
        return undefined;
      }
      const known =
        finished.length > 0
          ? finished
          : Array.from({ length: total }, (_, index) => ({
              id: String(index + 1),
              service,
              start: '2026-01-05T09:00',
            }));
      return {
        ...(isRecord(base) ? base : {}),
        cases: [
          ...known.map((each, index) => ({
            ...each,
            end: index < inTime ? each.start : farAfter(String(each.start)),
          })),
          ...cases.filter((each) => typeof each.end !== 'string'),
        ],
      };
    },
    draw: (state) => (
      <div class="p-5 grid gap-3 max-w-md">
        {finished.length > 0 ? null : <ShortField state={state} name={count} label={text.caseCount()} />}
        <ShortField
          state={state}
          name={onTime}
          label={text.onTime({ total: finished.length > 0 ? finished.length : '…' })}
          {...(finished.length > 0 ? { hint: text.onTimeHint() } : {})}
        />
      </div>
    ),
  };
}

function farAfter(start: string): string {
  const [date = '', time = ''] = start.split('T');
  const day = new Date(Date.parse(`${date}T00:00:00Z`) + LATE_DAYS * 86_400_000);
  return `${day.toISOString().slice(0, 10)}T${time}`;
}
