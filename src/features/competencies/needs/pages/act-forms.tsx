/** What can be done to one need: each act in a form of its own, opened when it is wanted. */
import type { ComponentChildren } from 'preact';
import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { SubmitButton } from '#ui/parts.tsx';
import type { Person } from '../../profile/access.ts';
import type { Need } from '../queries.ts';
import { text } from '../text.ts';
import { LEARNING_LABELS, LEARNINGS, type NeedAct, PRIORITIES, PRIORITY_LABELS } from '../transitions.ts';

/** The form that was refused, with what was typed into it. */
export interface RefusedForm {
  readonly needId: string;
  readonly form: NeedAct | 'change';
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
}

interface FormProps {
  readonly visit: Visit;
  readonly person: Person;
  readonly need: Need;
  readonly refused: RefusedForm | undefined;
}

const ACTS = {
  plan: text.act_plan,
  finish: text.act_finish,
  drop: text.act_drop,
  reopen: text.act_reopen,
} as const;
const REASONS = {
  finish: text.reason_finish,
  drop: text.reason_drop,
  reopen: text.reason_reopen,
} as const;

/** Fields of several forms stand on one page, so each carries the form and the need in its name. */
export function fieldName(field: string, form: string, needId: string): string {
  return `${field}-${form}-${needId}`;
}

function answerTo({ need, refused }: FormProps, form: RefusedForm['form']) {
  return refused?.needId === need.id && refused.form === form ? refused : undefined;
}

function Opened(props: {
  isOpen: boolean;
  label: string;
  need: Need;
  isFirst: boolean;
  children: ComponentChildren;
}) {
  const { isOpen, label, need, isFirst, children } = props;
  return (
    <details open={isOpen} class="open:basis-full min-w-0">
      <summary class={`btn btn-sm ${isFirst ? 'btn-primary' : 'btn-outline'}`}>
        {label}
        <span class="sr-only">: {inLocale(need.name)}</span>
      </summary>
      <div class="mt-3 mb-2 max-w-prose">{children}</div>
    </details>
  );
}

export function ActForm(props: FormProps & { act: NeedAct; isFirst: boolean }) {
  const { visit, person, need, act, isFirst } = props;
  const refused = answerTo(props, act);
  return (
    <Opened isOpen={refused !== undefined} label={ACTS[act]()} need={need} isFirst={isFirst}>
      <form
        method="post"
        action={visit.path(`/people/${person.id}/development/${need.id}/acts`)}
        class="grid gap-3"
        data-controller="once"
        noValidate
      >
        <input type="hidden" name="act" value={act} />
        {act === 'plan' ? <PlanFields need={need} form={act} refused={refused} /> : null}
        {act === 'plan' ? null : (
          <TextArea
            name={fieldName('reason', act, need.id)}
            label={REASONS[act]()}
            value={refused?.typed.reason}
            error={refused?.errors.reason}
            rows={2}
            maxLength={1000}
            required
          />
        )}
        <div>
          <SubmitButton small>{ACTS[act]()}</SubmitButton>
        </div>
      </form>
    </Opened>
  );
}

export function ChangeForm(props: FormProps) {
  const { visit, person, need } = props;
  const refused = answerTo(props, 'change');
  return (
    <Opened isOpen={refused !== undefined} label={text.change()} need={need} isFirst={false}>
      <form
        method="post"
        action={visit.path(`/people/${person.id}/development/${need.id}`)}
        class="grid gap-3"
        data-controller="once"
        noValidate
      >
        <input type="hidden" name="revision" value={String(need.revision)} />
        <SelectField
          name={fieldName('priority', 'change', need.id)}
          label={text.priority()}
          options={PRIORITIES.map((each) => ({ value: each, label: inLocale(PRIORITY_LABELS[each]) }))}
          value={refused?.typed.priority ?? need.priority}
          required
        />
        <PlanFields need={need} form="change" refused={refused} />
        <TextArea
          name={fieldName('note', 'change', need.id)}
          label={text.note()}
          hint={text.noteHint()}
          value={refused?.typed.note ?? need.note}
          error={refused?.errors.note}
          rows={3}
          maxLength={2000}
        />
        <div>
          <SubmitButton small>{text.saveChange()}</SubmitButton>
        </div>
      </form>
    </Opened>
  );
}

function PlanFields(props: { need: Need; form: 'plan' | 'change'; refused: RefusedForm | undefined }) {
  const { need, form, refused } = props;
  const isRequired = form === 'plan' || need.state === 'planned';
  return (
    <>
      <SelectField
        name={fieldName('learning', form, need.id)}
        label={text.learning()}
        options={LEARNINGS.map((each) => ({ value: each, label: inLocale(LEARNING_LABELS[each]) }))}
        value={refused ? refused.typed.learning : need.learning}
        empty={text.learningEmpty()}
        error={refused?.errors.learning}
        required={isRequired}
      />
      <TextField
        name={fieldName('targetOn', form, need.id)}
        type="date"
        label={text.target()}
        value={refused ? refused.typed.targetOn : need.targetOn}
        error={refused?.errors.targetOn}
        required={isRequired}
      />
    </>
  );
}
