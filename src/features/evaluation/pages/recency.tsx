/** Which months the evidence covers: a bar a month, the finding in a sentence, the numbers as a table. */
import { type Coverage, EVIDENCE_KINDS, isTooLate } from '#domain/ratings/recency.ts';
import { formatDate } from '#platform/locale/format.ts';
import { currentLocale } from '#platform/locale/locale.ts';
import { Icon } from '#ui/icon.tsx';
import { Card } from '#ui/parts.tsx';
import { text } from '../grounds/text.ts';

/** `J`, `Jan` or `Januari 2026`. */
function monthName(month: string, style: 'narrow' | 'short' | 'long'): string {
  const locale = currentLocale() === 'id' ? 'id-ID' : 'en-GB';
  const options: Intl.DateTimeFormatOptions =
    style === 'long' ? { month: 'long', year: 'numeric' } : { month: style };
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

export function finding(coverage: Coverage): string {
  const { latePercent, lateFrom, months } = coverage;
  if (latePercent === null) return text.meterNone();
  const said = { percent: latePercent, date: formatDate(lateFrom) };
  return months.length === 12 ? text.meterLateQuarter(said) : text.meterLate(said);
}

export function RecencyCard({ coverage, warns = false }: { coverage: Coverage; warns?: boolean }) {
  const { empty, total } = coverage;
  const isLate = isTooLate(coverage);
  return (
    <Card title={text.meterTitle()} id="coverage">
      <div class="grid gap-3">
        <p class={`flex gap-2 items-start max-w-prose ${isLate ? 'font-medium' : ''}`}>
          {isLate || total === 0 ? <Icon name="alert" size={18} class="mt-0.5" /> : null}
          <span>
            {finding(coverage)} {isLate && warns ? text.meterWarning() : ''}
          </span>
        </p>
        <Bars coverage={coverage} />
        {empty.length > 0 && total > 0 ? (
          <p class="text-sm text-base-content/75">
            {text.meterEmpty({ months: empty.map((month) => monthName(month, 'long')).join(', ') })}
          </p>
        ) : null}
        {total > 0 ? (
          <details class="print:hidden">
            <summary class="cursor-pointer link text-sm py-1">{text.meterTable()}</summary>
            <MonthTable coverage={coverage} />
          </details>
        ) : null}
      </div>
    </Card>
  );
}

const HEIGHT = 56;

/** Drawn for the eye; the table below says the same. */
function Bars({ coverage: { months, lateFrom } }: { coverage: Coverage }) {
  const most = Math.max(1, ...months.map((each) => each.total));
  return (
    <ol class="flex gap-1 items-end max-w-xl" aria-hidden="true">
      {months.map((each) => (
        <li key={each.month} class="grow basis-0 min-w-0 grid justify-items-center gap-0.5 text-xs">
          <span class="num">{each.total > 0 ? each.total : each.isOpen ? '' : '0'}</span>
          <span
            class={`w-full rounded-t-field ${each.total === 0 ? 'bg-base-300' : each.month >= lateFrom.slice(0, 7) ? 'bg-primary' : 'bg-primary/50'}`}
            style={`height:${Math.max(2, Math.round((each.total / most) * HEIGHT))}px`}
          />
          <span class="text-base-content/75 sm:hidden">{monthName(each.month, 'narrow')}</span>
          <span class="text-base-content/75 max-sm:hidden">{monthName(each.month, 'short')}</span>
        </li>
      ))}
    </ol>
  );
}

function MonthTable({ coverage: { months } }: { coverage: Coverage }) {
  const kinds = EVIDENCE_KINDS.filter((kind) => months.some((each) => each.counts[kind]));
  return (
    <div class="overflow-x-auto mt-2">
      <table class="text-sm num">
        <caption class="sr-only">{text.meterCaption()}</caption>
        <thead class="text-xs text-base-content/75">
          <tr>
            <th scope="col" class="font-normal text-left pr-4">
              {text.month()}
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" class="font-normal text-right pl-3">
                {text[`col_${kind}`]()}
              </th>
            ))}
            <th scope="col" class="font-normal text-right pl-3">
              {text.total()}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((each) => (
            <tr key={each.month} class="border-t border-base-300">
              <th scope="row" class="font-normal text-left pr-4 py-0.5 whitespace-nowrap">
                {monthName(each.month, 'long')}
              </th>
              {kinds.map((kind) => (
                <td key={kind} class="text-right pl-3">
                  {each.counts[kind] ?? 0}
                </td>
              ))}
              <td class="text-right pl-3 font-medium">{each.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
