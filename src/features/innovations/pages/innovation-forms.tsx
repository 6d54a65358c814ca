/** The acts on the page of an innovation; each form stands where it is needed. */
import { inLocale } from '#platform/locale/locale.ts';
import { SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Card, SubmitButton } from '#ui/parts.tsx';
import { DECISIONS, type InnovationDecision } from '../commands/decide.ts';
import type { Step } from '../queries.ts';
import { text } from '../text.ts';
import type { InnovationView } from './innovation-page.tsx';

function pathOf({ visit, innovation }: InnovationView, rest: string): string {
  return visit.path(`/innovations/${innovation.id}/${rest}`);
}

/** Adopt or not, withdraw, propose again: one reason, one button each. */
export function Decisions(view: InnovationView) {
  const open = view.acts.filter(
    (each): each is { act: InnovationDecision; reason: 'required' | 'optional' | 'none' } =>
      each.act !== 'publish' && DECISIONS.some((act) => act === each.act),
  );
  if (open.length === 0) return null;
  const own = view.refused?.form === 'decision' ? view.refused : undefined;
  const asksReason = open.some(({ reason }) => reason !== 'none');
  return (
    <Card title={text.decide()}>
      <form method="post" action={pathOf(view, 'decision')} class="grid gap-4">
        {asksReason ? (
          <TextArea
            name="reason"
            label={text.reason()}
            value={own?.typed.reason}
            error={own?.errors.reason}
            rows={2}
          />
        ) : null}
        <p class="flex flex-wrap gap-2">
          {open.map(({ act }) => (
            <SubmitButton key={act} name="act" value={act} look={act === 'adopt' ? 'primary' : 'outline'}>
              {text[`act_${act}`]()}
            </SubmitButton>
          ))}
        </p>
      </form>
    </Card>
  );
}

export function ClaimForm(view: InnovationView) {
  const { component, innovation, newId, refused } = view;
  const own = refused?.form === 'step' ? refused : undefined;
  const { typed = {}, errors = {} } = own ?? {};
  const open = component.stages.filter(
    ({ code }) => !innovation.steps.some((step) => step.stage === code && step.verdict !== 'refused'),
  );
  if (open.length === 0) return null;
  return (
    <Card title={text.claim()}>
      <form method="post" action={pathOf(view, 'steps')} class="grid gap-5">
        <input type="hidden" name="id" value={newId} />
        <SelectField
          name="stage"
          label={text.field_stage()}
          options={open.map(({ code, label }) => ({ value: code, label: inLocale(label) }))}
          value={typed.stage}
          error={errors.stage}
          required
        />
        <TextField
          name="reachedOn"
          type="date"
          label={text.field_reachedOn()}
          value={typed.reachedOn}
          error={errors.reachedOn}
          required
        />
        <TextArea
          name="account"
          label={text.field_account()}
          hint={text.hint_account()}
          value={typed.account}
          error={errors.account}
          required
        />
        <TextField
          name="measure"
          label={text.field_measure()}
          hint={text.hint_measure()}
          value={typed.measure}
          error={errors.measure}
        />
        <div class="grid gap-5 sm:grid-cols-2">
          <TextField
            name="before"
            label={text.field_before()}
            inputMode="decimal"
            value={typed.before}
            error={errors.before}
          />
          <TextField
            name="after"
            label={text.field_after()}
            inputMode="decimal"
            value={typed.after}
            error={errors.after}
          />
        </div>
        <TextField name="link" type="url" label={text.field_link()} value={typed.link} error={errors.link} />
        <p>
          <SubmitButton>{text.claim()}</SubmitButton>
        </p>
      </form>
    </Card>
  );
}

export function AskUnit(view: InnovationView & { step: Step }) {
  const { step, units, refused } = view;
  const own = refused?.form === step.id ? refused : undefined;
  return (
    <form
      method="post"
      action={pathOf(view, `steps/${step.id}/unit`)}
      class="mt-2 flex flex-wrap items-end gap-2"
    >
      <div class="grid gap-1 grow">
        <label class="text-sm font-medium" for={`unit-${step.id}`}>
          {text.askVerification()}
        </label>
        <select class="select w-full" id={`unit-${step.id}`} name="unit" required>
          <option value="" />
          {units.map(({ value, label }) => (
            <option
              key={value}
              value={value}
              selected={value === (own?.typed.unit ?? step.verifyingUnitId ?? '')}
            >
              {label}
            </option>
          ))}
        </select>
        {own?.errors.unit ? (
          <p class="text-sm text-error" role="alert">
            {own.errors.unit}
          </p>
        ) : null}
      </div>
      <SubmitButton look="outline">{text.askVerification()}</SubmitButton>
    </form>
  );
}

export function VerifyForm(view: InnovationView & { step: Step }) {
  const { step, refused } = view;
  const own = refused?.form === step.id ? refused : undefined;
  const field = `reason-${step.id}`;
  return (
    <form method="post" action={pathOf(view, `steps/${step.id}/verdict`)} class="mt-2 grid gap-2">
      <p class="font-medium">{text.verify()}</p>
      <p class="text-sm text-base-content/75">{text.verifyHint()}</p>
      <label class="text-sm font-medium" for={field}>
        {text.reason()}
      </label>
      <textarea class="textarea w-full" id={field} name="reason" rows={2} required>
        {own?.typed.reason ?? ''}
      </textarea>
      {own?.errors.reason ? (
        <p class="text-sm text-error" role="alert">
          {own.errors.reason}
        </p>
      ) : null}
      <p class="flex flex-wrap gap-2">
        <SubmitButton name="verdict" value="confirmed">
          {text.confirm()}
        </SubmitButton>
        <SubmitButton look="outline" name="verdict" value="refused">
          {text.refuse()}
        </SubmitButton>
      </p>
    </form>
  );
}

export function PublishForm(view: InnovationView) {
  const { innovation, refused } = view;
  const own = refused?.form === 'decision' ? refused : undefined;
  return (
    <Card title={text.publish()}>
      <form method="post" action={pathOf(view, 'decision')} class="grid gap-4">
        <p class="text-sm text-base-content/75">{text.publishHint()}</p>
        <TextArea
          name="publicText"
          label={text.field_publicText()}
          value={own?.typed.publicText ?? innovation.publicText}
          error={own?.errors.publicText}
          rows={4}
          required
        />
        <p>
          <SubmitButton name="act" value="publish" look="outline">
            {text.act_publish()}
          </SubmitButton>
        </p>
      </form>
    </Card>
  );
}
