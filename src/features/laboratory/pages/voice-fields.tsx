import { CHOSEN_VOICES, MANY_VOICES } from '#domain/laboratory/index.ts';
import { voiceLabel } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Checkbox, type FieldErrors } from '#ui/form.tsx';
import { Card } from '#ui/parts.tsx';
import type { Typed } from '../form.ts';
import { text } from '../text-form.ts';
import { NumberField } from './fields.tsx';

/** How many raters of each voice are asked, how many forms stay away, and the second looks. */
export function Voices({ typed, errors }: { typed: Typed; errors: FieldErrors }) {
  return (
    <Card title={text.voices()}>
      <p class="max-w-prose mb-4 text-base-content/75">{text.voicesIntro()}</p>
      <table class="table table-sm max-w-2xl max-sm:block">
        <caption class="sr-only">{text.voices()}</caption>
        <thead class="text-base-content/75 max-sm:sr-only">
          <tr>
            <th scope="col">{text.voice()}</th>
            <th scope="col">{text.asked()}</th>
            <th scope="col">{text.missing()}</th>
          </tr>
        </thead>
        <tbody class="max-sm:block">
          {CHOSEN_VOICES.map((voice) => {
            const name = inLocale(voiceLabel(voice));
            const isMany = MANY_VOICES.some((many) => many === voice);
            return (
              <tr
                key={voice}
                class="max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-3 max-sm:py-2 max-sm:items-end"
              >
                <th scope="row" class="font-normal max-sm:col-span-2 max-sm:pb-0">
                  {name}
                </th>
                <td class="max-sm:block">
                  <Small words={text.asked()} />
                  {isMany ? (
                    <NumberField
                      name={`raters-${voice}`}
                      label={text.askedOf({ voice: name })}
                      hideLabel
                      typed={typed}
                      errors={errors}
                    />
                  ) : (
                    <span class="block py-2">{text.one()}</span>
                  )}
                </td>
                <td class="max-sm:block">
                  <Small words={text.missing()} />
                  <NumberField
                    name={`missing-${voice}`}
                    label={text.missingOf({ voice: name })}
                    hideLabel
                    typed={typed}
                    errors={errors}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div class="grid gap-x-6 gap-y-4 md:grid-cols-2 mt-5 items-start">
        <div class="grid gap-2">
          <NumberField
            name="secondLooks"
            label={text.secondLooks()}
            hint={text.secondLooksHint()}
            typed={typed}
            errors={errors}
          />
          <Checkbox name="acrossUnits" label={text.acrossUnits()} checked={typed.acrossUnits === 'yes'} />
        </div>
        <NumberField
          name="surveyAnswers"
          label={text.surveyAnswers()}
          hint={text.surveyHint()}
          typed={typed}
          errors={errors}
        />
      </div>
    </Card>
  );
}

/** The heading of the column, said again where the table has become cards. */
function Small({ words }: { words: string }) {
  return (
    <span class="sm:hidden block text-xs text-base-content/75 mb-1" aria-hidden="true">
      {words}
    </span>
  );
}
