/** Choosing an appraiser and the appraiser's superior, for one person or for several at once. */
import { type FieldErrors, ProblemSummary, TextField } from '#ui/form.tsx';
import { LinkButton, SubmitButton } from '#ui/parts.tsx';
import { SearchChoice } from '../pages/search-choice.tsx';
import type { Found } from '../search.ts';
import { text } from '../text.ts';

export interface AppraiserFormProps {
  /** Address that takes the form by POST and searches by GET. */
  readonly action: string;
  readonly back: string;
  /** Whom it is for; carried along as hidden fields where it is not said by the address. */
  readonly personIds: readonly string[];
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
  readonly appraisers: readonly Found[];
  readonly superiors: readonly Found[];
}

export function AppraiserForm(props: AppraiserFormProps) {
  const { action, typed, errors } = props;
  return (
    <turbo-frame id="appraiser-form" target="_top">
      <form method="post" action={action} class="grid gap-6" data-turbo-frame="_top" data-controller="once">
        <ProblemSummary errors={errors} />
        {props.personIds.map((id) => (
          <input key={id} type="hidden" name="person" value={id} />
        ))}
        <SearchChoice
          name="appraiserId"
          label={text.appraiser()}
          hint={text.choosePersonHint()}
          query={typed.appraiserIdQuery ?? ''}
          chosen={typed.appraiserId ?? ''}
          answers={props.appraisers}
          error={errors.appraiserId}
          action={action}
          frame="appraiser-form"
        />
        <SearchChoice
          name="superiorId"
          label={text.superior()}
          hint={text.superiorHint()}
          query={typed.superiorIdQuery ?? ''}
          chosen={typed.superiorId ?? ''}
          answers={props.superiors}
          empty={text.superiorAutomatic()}
          error={errors.superiorId}
          action={action}
          frame="appraiser-form"
        />
        <div class="grid gap-5 sm:grid-cols-[12rem_minmax(0,1fr)] items-end">
          <TextField
            name="from"
            type="date"
            label={text.from()}
            required
            value={typed.from}
            error={errors.from}
          />
          <TextField
            name="reason"
            label={text.reason()}
            hint={text.reasonHint()}
            value={typed.reason}
            error={errors.reason}
            maxLength={500}
          />
        </div>
        <div class="flex flex-wrap gap-2">
          <SubmitButton icon="check">{text.save()}</SubmitButton>
          <LinkButton href={props.back} look="ghost">
            {text.cancel()}
          </LinkButton>
        </div>
      </form>
    </turbo-frame>
  );
}
