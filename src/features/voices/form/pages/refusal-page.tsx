/** Saying that one cannot answer, with the reason. */
import { DECLARED_KINDS, kindLabel, RELATIONS, relationLabel } from '#features/conflicts/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, RadioGroup, SelectField, TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { FormView } from '../load.ts';
import { text } from '../text-review.ts';
import { aboutLine } from './parts.tsx';

export const REASONS = ['contact', 'conflict', 'other'] as const;

export function RefusalPage(props: {
  view: FormView;
  /** Made when the form was drawn: a second click declares nothing twice. */
  id: string;
  typed?: Readonly<Record<string, string>>;
  errors?: FieldErrors;
}) {
  const { view, id, typed = {}, errors = {} } = props;
  const { seat, asked } = view;
  return (
    <Layout chrome={seat.chrome} title={text.refuseTitle()} current="voices" width="narrow">
      <PageHeading title={text.refuseTitle()} above={aboutLine(asked)} intro={text.refuseIntro()} />
      <Card>
        <form method="post" action={`${seat.base}/refusal`} class="grid gap-5" data-controller="once">
          <input type="hidden" name="id" value={id} />
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
          {seat.actor ? (
            <fieldset class="grid gap-3 border border-base-300 rounded-field p-4 min-w-0">
              <legend class="text-sm font-medium px-1">{text.declareTitle()}</legend>
              <p class="text-sm text-base-content/75">{text.declareHint({ person: asked.person.name })}</p>
              <SelectField
                name="kind"
                label={text.declareKind()}
                empty={text.declareNot()}
                options={DECLARED_KINDS.map((value) => ({ value, label: inLocale(kindLabel(value)) }))}
                value={typed.kind}
                error={errors.kind}
              />
              <SelectField
                name="relation"
                label={text.relation()}
                hint={text.relationHint()}
                empty={text.relationNone()}
                options={RELATIONS.map((value) => ({ value, label: inLocale(relationLabel(value)) }))}
                value={typed.relation}
                error={errors.relation}
              />
            </fieldset>
          ) : null}
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
