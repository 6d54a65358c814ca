/** Saying that one cannot answer, with the reason. */
import { type FieldErrors, RadioGroup, TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { FormView } from '../load.ts';
import { text } from '../text-review.ts';
import { aboutLine } from './parts.tsx';

export const REASONS = ['contact', 'conflict', 'other'] as const;

export function RefusalPage(props: {
  view: FormView;
  typed?: Readonly<Record<string, string>>;
  errors?: FieldErrors;
}) {
  const { view, typed = {}, errors = {} } = props;
  const { seat, asked } = view;
  return (
    <Layout chrome={seat.chrome} title={text.refuseTitle()} current="voices" width="narrow">
      <PageHeading title={text.refuseTitle()} above={aboutLine(asked)} intro={text.refuseIntro()} />
      <Card>
        <form method="post" action={`${seat.base}/refusal`} class="grid gap-5" data-controller="once">
          <RadioGroup
            name="reason"
            label={text.reason()}
            choices={REASONS.map((value) => ({
              value,
              label: text[`reason-${value}`](),
              ...(value === 'conflict' ? { hint: text['reason-conflict-hint']() } : {}),
            }))}
            value={typed.reason}
            error={errors.reason}
          />
          <TextArea
            name="words"
            label={text.words()}
            hint={text.wordsHint()}
            value={typed.words}
            maxLength={300}
            error={errors.words}
          />
          <div class="flex flex-wrap gap-3">
            <SubmitButton look="outline">{text.refuse()}</SubmitButton>
            <LinkButton href={seat.base} look="ghost" icon="arrowLeft">
              {text.backToForm()}
            </LinkButton>
          </div>
        </form>
      </Card>
    </Layout>
  );
}
