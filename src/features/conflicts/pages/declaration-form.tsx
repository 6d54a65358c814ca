import type { ComponentChildren } from 'preact';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, ProblemSummary, RadioGroup, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { SubmitButton } from '#ui/parts.tsx';
import { DECLARED_KINDS, kindLabel, RELATIONS, relationLabel } from '../words.ts';
import { text } from './text.ts';

export const STATEMENT_LIMIT = 500;

export type Typed = Readonly<Record<string, string | undefined>>;

export interface FormState {
  readonly typed: Typed;
  readonly errors: FieldErrors;
}

/** What both forms ask; `who` are the fields for the two people. */
export function DeclarationForm(props: {
  action: string;
  /** Made when the form was drawn. */
  id: string;
  today: string;
  form: FormState;
  submit: string;
  children: ComponentChildren;
}) {
  const { typed, errors } = props.form;
  return (
    <form
      method="post"
      action={props.action}
      class="grid gap-5"
      data-controller="once"
      data-turbo-frame="_top"
    >
      <input type="hidden" name="id" value={props.id} />
      <ProblemSummary errors={errors} />
      {props.children}
      <RadioGroup
        name="kind"
        label={text.kind()}
        required
        value={typed.kind}
        error={errors.kind}
        choices={DECLARED_KINDS.map((kind) => ({ value: kind, label: inLocale(kindLabel(kind)) }))}
      />
      <SelectField
        name="relation"
        label={text.relation()}
        hint={text.relationHint()}
        empty="–"
        value={typed.relation}
        error={errors.relation}
        options={RELATIONS.map((relation) => ({ value: relation, label: inLocale(relationLabel(relation)) }))}
      />
      <TextField
        name="since"
        type="date"
        label={text.since()}
        required
        value={typed.since}
        max={props.today}
        error={errors.since}
      />
      <TextArea
        name="statement"
        label={text.statement()}
        hint={text.statementHint()}
        required
        value={typed.statement}
        error={errors.statement}
        maxLength={STATEMENT_LIMIT}
      />
      <div>
        <SubmitButton icon="check">{props.submit}</SubmitButton>
      </div>
    </form>
  );
}
