import { SelectField } from '#ui/form.tsx';
import { Notice, SubmitButton } from '#ui/parts.tsx';
import { WORDS } from '../content.ts';
import { text } from '../text-result.ts';
import { GROUNDS, type Ground } from '../transitions.ts';
import { Words } from './parts.tsx';
import { ActForm, actsFor, type NextProps } from './result-next.tsx';

/** Withdraw or revoke: out of the way until wanted, with its ground and reason in writing. */
export function TakeBackForm(props: NextProps & { fixedGround: Ground | null }) {
  const { visit, result, errors, typed, fixedGround } = props;
  const acts = actsFor(props);
  const act = acts.has('withdraw') ? 'withdraw' : acts.has('revoke') ? 'revoke' : undefined;
  if (!act) return null;
  const noun = act === 'withdraw' ? 'withdrawal' : 'revocation';
  const action = visit.path(`/appraisals/${result.participantId}/result/${noun}`);
  return (
    <details
      class="bg-base-100 border border-base-300 rounded-box px-5 py-4"
      open={typed.act === noun}
      id="take-back"
    >
      <summary class="cursor-pointer font-medium">{text[act]()}</summary>
      <ActForm action={action} resultId={result.id} class="mt-3 grid gap-4 max-w-prose">
        <p class="text-sm text-base-content/75">
          {act === 'withdraw' ? text.withdrawHint() : text.revokeHint()}
        </p>
        {fixedGround ? (
          <Notice tone="warning" title={`${text.ground()}: ${text[`ground_${fixedGround}`]()}`}>
            <input type="hidden" name="ground" value={fixedGround} />
            {text.groundFixed()}
          </Notice>
        ) : (
          <SelectField
            name="ground"
            label={text.ground()}
            hint={text.groundHint()}
            required
            empty=""
            value={typed.ground}
            error={errors.ground}
            options={GROUNDS.map((ground) => ({ value: ground, label: text[`ground_${ground}`]() }))}
          />
        )}
        <Words
          name="reason"
          label={text.reason()}
          value={typed.act === noun ? typed.reason : ''}
          error={typed.act === noun ? errors.reason : undefined}
          rows={3}
          maxLength={WORDS.reason}
        />
        <div>
          <SubmitButton look="outline" icon="rotate">
            {text[act]()}
          </SubmitButton>
        </div>
      </ActForm>
    </details>
  );
}
