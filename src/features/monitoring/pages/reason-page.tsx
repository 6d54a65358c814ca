import type { ComponentChildren } from 'preact';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import { type FieldErrors, ProblemSummary, TextField } from '#ui/form.tsx';
import { Card, LinkButton, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text.ts';

/** Asks for the reason before something is taken back. */
export function ReasonPage(props: {
  visit: Visit;
  view: ParticipationView;
  title: string;
  /** What is taken back. */
  subject: ComponentChildren;
  action: string;
  back: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  return (
    <AppraisalFrame
      visit={props.visit}
      view={props.view}
      current="progress"
      title={props.title}
      width="narrow"
    >
      <Card>
        <form method="post" action={props.action} class="grid gap-5" data-controller="once">
          <ProblemSummary errors={props.errors} />
          <div>{props.subject}</div>
          <TextField
            name="reason"
            label={text.withdrawReason()}
            value={props.typed.reason}
            error={props.errors.reason}
            maxLength={500}
            required
          />
          <div class="flex flex-wrap gap-2">
            <SubmitButton look="error">{props.title}</SubmitButton>
            <LinkButton href={props.back} look="ghost">
              {text.cancel()}
            </LinkButton>
          </div>
        </form>
      </Card>
    </AppraisalFrame>
  );
}
