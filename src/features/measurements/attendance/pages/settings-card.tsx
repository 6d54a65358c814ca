import { ProblemSummary, TextField } from '#ui/form.tsx';
import { Card, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text-calendar.ts';
import type { CalendarView } from './calendar-page.tsx';

/** How long a day may be contested, and what a time that was not registered costs. */
export function SettingsCard({ visit, settings, refused }: CalendarView) {
  const mine = refused?.form === 'settings' ? refused : undefined;
  return (
    <Card title={text.settings()}>
      <form
        method="post"
        action={visit.path('/attendance/calendar/settings')}
        class="grid gap-4 max-w-prose"
        data-controller="once"
      >
        <ProblemSummary errors={mine?.errors ?? {}} />
        <TextField
          name="contestDays"
          label={text.contestDays()}
          hint={text.contestDaysHint()}
          required
          inputMode="numeric"
          maxLength={3}
          value={mine?.typed.contestDays ?? String(settings.contestDays)}
          error={mine?.errors.contestDays}
        />
        <TextField
          name="missingMinutes"
          label={text.missingMinutes()}
          hint={text.missingMinutesHint()}
          required
          inputMode="numeric"
          maxLength={4}
          value={mine?.typed.missingMinutes ?? String(settings.missingMinutes)}
          error={mine?.errors.missingMinutes}
        />
        <div>
          <SubmitButton look="outline">{text.saveSettings()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
