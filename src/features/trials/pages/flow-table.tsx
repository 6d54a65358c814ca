/** From which category to which: a table whose shades show where most appraisals go. */
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { Outcome } from '../outcome.ts';
import { text } from '../text.ts';

const SHADES = ['', 'bg-primary/10', 'bg-primary/20', 'bg-primary/30', 'bg-primary/40'] as const;

export function FlowTable({ outcome }: { outcome: Outcome }) {
  const counts = new Map(outcome.flows.map(({ from, to, count }) => [`${from} ${to}`, count]));
  const most = Math.max(1, ...counts.values());
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways has to be reachable by keyboard.
    <section class="overflow-x-auto" tabIndex={0} aria-label={text.flows()}>
      <table class="table table-sm">
        <caption class="sr-only">{text.flows()}</caption>
        <thead class="text-base-content/75">
          <tr>
            <th scope="col">
              {text.before()} ↓ · {text.after()} →
            </th>
            {outcome.after.map(({ code, label }) => (
              <th key={code} scope="col" class="text-end">
                {inLocale(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outcome.before.map((from) => (
            <tr key={from.code}>
              <th scope="row">{inLocale(from.label)}</th>
              {outcome.after.map((to) => {
                const count = counts.get(`${from.code} ${to.code}`) ?? 0;
                const shade = SHADES[Math.ceil((count / most) * (SHADES.length - 1))];
                return (
                  <td
                    key={to.code}
                    class={`text-end num ${shade} ${from.code === to.code ? 'font-bold' : ''}`}
                  >
                    {count === 0 ? <span class="text-base-content/75">·</span> : formatNumber(count)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
