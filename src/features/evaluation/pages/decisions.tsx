import type { FieldErrors } from '#ui/form.tsx';
import { Card } from '#ui/parts.tsx';
import { type RatingContent, WORDS } from '../content.ts';
import type { EvaluationView } from '../evaluation-view.ts';
import { text } from '../text-rating.ts';
import { ExampleDay } from './citing.tsx';
import { FollowsDraft } from './draft-form.tsx';
import { RatingField, Words } from './parts.tsx';
import { SuggestionPanel } from './suggestion-panel.tsx';

interface Props {
  readonly evaluation: EvaluationView;
  readonly content: RatingContent;
  readonly errors: FieldErrors;
}

/** The two ratings of the national form, with what the lines suggest, and the words that go with the whole. */
export function Decisions(props: Props & { suggestion: string }) {
  const { evaluation, content, errors, suggestion } = props;
  return (
    <Card title={text.decisions()}>
      <div class="grid gap-6">
        <FollowsDraft id="suggestion" source={suggestion}>
          <SuggestionPanel evaluation={evaluation} content={content} />
        </FollowsDraft>
        <div class="grid gap-6 lg:grid-cols-2">
          <div class="grid gap-3 content-start">
            <RatingField
              name="results-rating"
              label={text.resultsDecision()}
              value={content.results.rating}
              error={errors['results-rating']}
            />
            <Words
              name="results-reason"
              label={text.departureReason()}
              hint={text.departureHint()}
              value={content.results.reason}
              error={errors['results-reason']}
              maxLength={WORDS.reason}
            />
          </div>
          <BehaviourDecision {...props} />
        </div>
        <Uniform {...props} />
        <Words
          name="notes"
          label={text.notes()}
          hint={text.notesHint()}
          value={content.notes}
          error={errors.notes}
          rows={3}
          maxLength={WORDS.notes}
        />
      </div>
    </Card>
  );
}

function BehaviourDecision({ evaluation, content: { behaviour }, errors }: Props) {
  return (
    <div class="grid gap-3 content-start">
      <RatingField
        name="behaviour-rating"
        label={text.behaviourDecision()}
        value={behaviour.rating}
        error={errors['behaviour-rating']}
      />
      <Words
        name="behaviour-reason"
        label={text.behaviourReason()}
        hint={text.reasonRule()}
        value={behaviour.reason}
        error={errors['behaviour-reason']}
        maxLength={WORDS.reason}
      />
      {evaluation.year ? (
        <ExampleDay
          name="behaviour-on"
          what={text.behaviourDecision()}
          value={behaviour.on}
          error={errors['behaviour-on']}
          days={evaluation.year.days}
        />
      ) : null}
    </div>
  );
}

function Uniform({ evaluation, content, errors }: Props) {
  return (
    <div class="grid gap-3">
      <Words
        name="uniform-reason"
        label={text.uniform()}
        hint={text.uniformHint()}
        value={content.uniformReason}
        error={errors['uniform-reason']}
        maxLength={WORDS.reason}
      />
      {evaluation.year ? (
        <ExampleDay
          name="uniform-on"
          what={text.uniform()}
          value={content.uniformOn}
          error={errors['uniform-on']}
          days={evaluation.year.days}
        />
      ) : null}
    </div>
  );
}
