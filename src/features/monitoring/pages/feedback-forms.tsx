import { type PlanContent, VALUE_CODES } from '#features/planning/index.ts';
import { ProblemSummary, SelectField, TextArea } from '#ui/form.tsx';
import { SubmitButton } from '#ui/parts.tsx';
import { valueName } from '../names.ts';
import { feedbackText as text } from '../text-feedback.ts';
import type { FeedbackView } from './feedback-page.tsx';

/** The words of every line that feedback can be about, by its id or code. */
export function lineNamesOf(content: PlanContent | null): ReadonlyMap<string, string> {
  const results = content?.results ?? [];
  return new Map([
    ...results.map((result) => [result.id, result.statement] as const),
    ...results.flatMap((result) =>
      result.indicators.map((indicator) => [indicator.id, indicator.statement] as const),
    ),
    ...VALUE_CODES.map((code) => [code, valueName(code)] as const),
  ]);
}

export function FeedbackForm({ visit, view, content, typed, errors, refused }: FeedbackView) {
  const shownErrors = refused === 'give' ? errors : {};
  const { person, id } = view.participation;
  const isGuided = Boolean(typed.observation || typed.impact || typed.nextStep);
  return (
    <form
      method="post"
      action={visit.path(`/appraisals/${id}/feedback`)}
      class="grid gap-5"
      data-controller="once"
    >
      <ProblemSummary errors={shownErrors} />
      <p class="text-sm text-base-content/75">{text.openly({ name: person.name })}</p>
      <input type="hidden" name="id" value={typed.id} />
      <LineSelect
        content={content}
        value={typed.line}
        error={shownErrors.line}
        seesTargets={view.relations}
      />
      <TextArea
        name="body"
        label={text.body()}
        hint={text.bodyHint()}
        value={typed.body}
        error={shownErrors.body}
        maxLength={4000}
        required
      />
      <details open={isGuided}>
        <summary class="cursor-pointer link text-sm py-1">{text.guide()}</summary>
        <div class="grid gap-4 mt-3">
          <TextArea
            name="observation"
            label={text.observation()}
            hint={text.observationHint()}
            value={typed.observation}
            maxLength={2000}
            rows={2}
          />
          <TextArea
            name="impact"
            label={text.impact()}
            hint={text.impactHint()}
            value={typed.impact}
            maxLength={2000}
            rows={2}
          />
          <TextArea
            name="nextStep"
            label={text.nextStep()}
            hint={text.nextStepHint()}
            value={typed.nextStep}
            maxLength={2000}
            rows={2}
          />
        </div>
      </details>
      <div>
        <SubmitButton icon="send">{text.send()}</SubmitButton>
      </div>
    </form>
  );
}

/**
 * Results, indicators and values in one list. Colleagues and subordinates choose among results and values: the targets
 * a person is measured by are not theirs to see.
 */
function LineSelect(props: {
  content: PlanContent | null;
  value: string | undefined;
  error: string | undefined;
  seesTargets: ReadonlySet<string>;
}) {
  const { content, value, error } = props;
  const withIndicators = props.seesTargets.has('appraiser') || props.seesTargets.has('superior');
  return (
    <div class="grid gap-1">
      <label for="line" class="font-medium text-sm">
        {text.about()}
      </label>
      <select
        class={`select w-full ${error ? 'select-error' : ''}`}
        id="line"
        name="line"
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'line-error' : undefined}
      >
        <option value="">{text.chooseLine()}</option>
        {content ? (
          <optgroup label={text.groupResults()}>
            {content.results.flatMap((result) => [
              <Line key={result.id} value={`result:${result.id}`} chosen={value} words={result.statement} />,
              ...(withIndicators
                ? result.indicators.map((indicator) => (
                    <Line
                      key={indicator.id}
                      value={`indicator:${indicator.id}`}
                      chosen={value}
                      words={`– ${indicator.statement}`}
                    />
                  ))
                : []),
            ])}
          </optgroup>
        ) : null}
        <optgroup label={text.groupValues()}>
          {VALUE_CODES.map((code) => (
            <Line key={code} value={`value:${code}`} chosen={value} words={valueName(code)} />
          ))}
        </optgroup>
      </select>
      {error ? (
        <p id="line-error" class="text-sm text-error">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function Line({ value, chosen, words }: { value: string; chosen: string | undefined; words: string }) {
  return (
    <option value={value} selected={value === chosen}>
      {words}
    </option>
  );
}

export function AskForm({ visit, view, peopleToAsk, typed, errors, refused }: FeedbackView) {
  const shownErrors = refused === 'ask' ? errors : {};
  return (
    <form
      method="post"
      action={visit.path(`/appraisals/${view.participation.id}/feedback-requests`)}
      class="grid gap-5"
      data-controller="once"
    >
      <ProblemSummary errors={shownErrors} />
      <input type="hidden" name="id" value={typed.id} />
      <SelectField
        name="askedId"
        label={text.askWho()}
        empty={text.askChoose()}
        options={peopleToAsk.map((person) => ({
          value: person.id,
          label: `${person.name} (${person.position})`,
        }))}
        value={typed.askedId}
        error={shownErrors.askedId}
        required
      />
      <TextArea
        name="message"
        label={text.askMessage()}
        hint={text.askMessageHint()}
        value={typed.message}
        error={shownErrors.message}
        maxLength={500}
        rows={2}
      />
      <div>
        <SubmitButton look="outline" icon="send">
          {text.askSend()}
        </SubmitButton>
      </div>
    </form>
  );
}
