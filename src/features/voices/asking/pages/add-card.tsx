import { voiceLabel } from '#domain/schemes/index.ts';
import { type Found, SearchChoice } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, ProblemSummary, RadioGroup, TextField } from '#ui/form.tsx';
import { Card, SubmitButton } from '#ui/parts.tsx';
import { CHOSEN_VOICES } from '../commands/list-place.ts';
import { listText as text } from '../text-list.ts';
import type { ListView } from './list-page.tsx';

export interface AddForm {
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
  readonly answers: readonly Found[];
}

/** Two small forms: somebody of the agency, and somebody from outside where the scheme hears them. */
export function AddCard({ visit, view, asking, roles, pools, form }: ListView) {
  const path = visit.path(`/appraisals/${view.participation.id}/voices`);
  const open = pools.filter(({ state }) => state === 'collecting').map(({ rules }) => rules.voice);
  const voices = asking.voices.filter(
    ({ voice }) => open.includes(voice) && (roles.has('officer') || CHOSEN_VOICES.includes(voice)),
  );
  const inside = voices.filter(({ voice }) => voice !== 'outsider');
  const hasOutsiders = voices.some(({ voice }) => voice === 'outsider');
  const isGuest = form.typed.voice === 'outsider';
  if (voices.length === 0) return null;
  const choices = inside.map(({ voice }) => ({ value: voice, label: inLocale(voiceLabel(voice)) }));
  return (
    <Card title={text.add()} id="add">
      <div class="grid gap-8 md:grid-cols-2 items-start">
        {inside.length > 0 ? (
          <turbo-frame id="add-person" class="block">
            <form
              method="post"
              action={path}
              class="grid gap-4"
              data-controller="once"
              data-turbo-frame="_top"
            >
              {isGuest ? null : <ProblemSummary errors={form.errors} />}
              <input type="hidden" name="id" value={form.typed.id} />
              {choices.length === 1 ? (
                <input type="hidden" name="voice" value={choices[0]?.value} />
              ) : (
                <RadioGroup
                  name="voice"
                  label={text.addTo()}
                  required
                  inline
                  value={form.typed.voice ?? choices[0]?.value}
                  choices={choices}
                />
              )}
              <SearchChoice
                name="rater"
                label={text.person()}
                hint={text.personHint()}
                query={form.typed.raterQuery ?? ''}
                chosen={form.typed.rater ?? ''}
                answers={form.answers}
                error={isGuest ? undefined : form.errors.rater}
                action={path}
                frame="add-person"
              />
              <div>
                <SubmitButton icon="plus">{text.addPerson()}</SubmitButton>
              </div>
            </form>
          </turbo-frame>
        ) : null}
        {hasOutsiders ? <GuestForm path={path} form={form} isTyped={isGuest} /> : null}
      </div>
    </Card>
  );
}

function GuestForm({ path, form, isTyped }: { path: string; form: AddForm; isTyped: boolean }) {
  const typed = isTyped ? form.typed : {};
  const errors = isTyped ? form.errors : {};
  return (
    <form method="post" action={path} class="grid gap-4" data-controller="once">
      <div>
        <h3 class="font-semibold">{text.guest()}</h3>
        <p class="text-sm text-base-content/75">{text.guestHint()}</p>
      </div>
      <ProblemSummary errors={errors} />
      <input type="hidden" name="id" value={form.typed.guestId ?? form.typed.id} />
      <input type="hidden" name="voice" value="outsider" />
      <TextField
        name="guestName"
        label={text.guestName()}
        required
        maxLength={120}
        value={typed.guestName}
        error={errors.guestName}
      />
      <TextField
        name="organisation"
        label={text.organisation()}
        required
        maxLength={160}
        value={typed.organisation}
        error={errors.organisation}
      />
      <TextField
        name="email"
        type="email"
        label={text.email()}
        hint={text.emailHint()}
        maxLength={200}
        value={typed.email}
        error={errors.email}
      />
      <div>
        <SubmitButton icon="plus">{text.addPerson()}</SubmitButton>
      </div>
    </form>
  );
}
