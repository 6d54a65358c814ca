import { addDays } from '#platform/clock/clock.ts';
import { formatDate } from '#platform/locale/format.ts';
import { SubmitButton } from '#ui/parts.tsx';
import { DAYS_BETWEEN_REMINDERS } from '../commands/remind.ts';
import { text } from '../text.ts';
import type { RoundView } from './round-page.tsx';

/** While a round asks: remind, and replace. */
export function AskingActs({ visit, period, openRaters, lastReminded, errors }: RoundView) {
  const path = visit.path(`/periods/${period.id}/voices`);
  const again = lastReminded && addDays(lastReminded, DAYS_BETWEEN_REMINDERS);
  const mayRemind = openRaters > 0 && (!again || again <= visit.today);
  return (
    <div class="grid md:grid-cols-2 gap-6">
      <form
        method="post"
        action={`${path}/reminders`}
        class="grid gap-2 content-start"
        data-controller="once"
      >
        <p class="text-sm text-base-content/75">
          {openRaters === 0
            ? text.nobodyToRemind()
            : text.remindHint({ count: openRaters, days: DAYS_BETWEEN_REMINDERS })}{' '}
          {lastReminded ? text.remindedOn({ date: formatDate(lastReminded) }) : ''}
        </p>
        {errors.remind ? (
          <p class="text-sm text-error" role="alert">
            {errors.remind}
          </p>
        ) : null}
        <div>
          {mayRemind ? (
            <SubmitButton icon="mail">{text.remind()}</SubmitButton>
          ) : again && openRaters > 0 ? (
            <p>{text.remindLater({ date: formatDate(again) })}</p>
          ) : null}
        </div>
      </form>
      <form
        method="post"
        action={`${path}/replacements`}
        class="grid gap-2 content-start"
        data-controller="once"
      >
        <p class="text-sm text-base-content/75">{text.replaceHint()}</p>
        <div>
          <SubmitButton look="outline" icon="rotate">
            {text.replace()}
          </SubmitButton>
        </div>
      </form>
    </div>
  );
}
