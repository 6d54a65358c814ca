import { WEEKDAYS } from '#domain/attendance/index.ts';
import type { Visit } from '#features/people/index.ts';
import { Checkbox, type FieldErrors, ProblemSummary } from '#ui/form.tsx';
import { SubmitButton } from '#ui/parts.tsx';
import { weekdayNames } from '../../records/months.ts';
import { text } from '../text-calendar.ts';

const TIMES = [
  ['from', 'comes'],
  ['to', 'leaves'],
  ['pause', 'pauseFrom'],
  ['resume', 'pauseTo'],
] as const;

export interface HoursFormView {
  readonly visit: Visit;
  readonly id: string;
  readonly isDefault: boolean;
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

/** A week of work: a row of times for each day; the same markup is a card on a phone. */
export function HoursForm({ visit, id, isDefault, name, fields, errors }: HoursFormView) {
  const prefix = `h${id.slice(-6)}`;
  return (
    <form
      method="post"
      action={visit.path('/attendance/calendar/hours')}
      class="grid gap-4"
      data-controller="once"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="isDefault" value={isDefault ? 'yes' : ''} />
      <ProblemSummary
        errors={Object.fromEntries(
          Object.entries(errors).map(([field, message]) => [`${prefix}-${field}`, message]),
        )}
      />
      {isDefault ? (
        <input type="hidden" name="name" value={name} />
      ) : (
        <div class="grid gap-1 max-w-sm">
          <label class="font-medium text-sm" for={`${prefix}-name`}>
            {text.name()}
          </label>
          <input
            class="input w-full"
            id={`${prefix}-name`}
            name="name"
            value={name}
            required
            maxLength={60}
            autocomplete="off"
          />
        </div>
      )}
      <p class="text-sm text-base-content/75 max-w-prose">{text.emptyDay()}</p>
      <div class="grid gap-2">
        {weekdayNames().map(({ long }, index) => {
          const day = WEEKDAYS[index] ?? 1;
          return (
            <fieldset
              key={long}
              class="grid grid-cols-2 sm:grid-cols-[7rem_repeat(4,minmax(0,7rem))] gap-2 items-end"
            >
              <legend class="sr-only">{long}</legend>
              <span class="max-sm:col-span-2 font-medium text-sm sm:pb-2.5" aria-hidden="true">
                {long}
              </span>
              {TIMES.map(([key, label]) => {
                const field = `${key}-${day}`;
                return (
                  <div key={key} class="grid gap-1">
                    <label class="text-xs text-base-content/75" for={`${prefix}-${field}`}>
                      {text[label]()}
                    </label>
                    <input
                      class={`input input-sm w-full ${errors[`from-${day}`] ? 'input-error' : ''}`}
                      id={`${prefix}-${field}`}
                      name={field}
                      value={fields[field] ?? ''}
                      maxLength={5}
                      autocomplete="off"
                      aria-invalid={errors[`from-${day}`] ? true : undefined}
                    />
                  </div>
                );
              })}
            </fieldset>
          );
        })}
      </div>
      <div class="grid gap-1 max-w-xs">
        <label class="font-medium text-sm" for={`${prefix}-grace`}>
          {text.grace()}
        </label>
        <p class="text-sm text-base-content/75" id={`${prefix}-grace-hint`}>
          {text.graceHint()}
        </p>
        <input
          class="input w-full"
          id={`${prefix}-grace`}
          name="grace"
          value={fields.grace ?? '0'}
          inputMode="numeric"
          maxLength={3}
          autocomplete="off"
          aria-describedby={`${prefix}-grace-hint`}
        />
      </div>
      <Checkbox
        name="worksOnHolidays"
        label={text.worksOnHolidays()}
        checked={fields.worksOnHolidays === 'yes'}
      />
      <div>
        <SubmitButton>{text.saveHours()}</SubmitButton>
      </div>
    </form>
  );
}
