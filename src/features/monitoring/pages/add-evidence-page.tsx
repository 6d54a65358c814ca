import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import { type FieldErrors, ProblemSummary } from '#ui/form.tsx';
import { Card, LinkButton, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text.ts';
import type { KeptFile } from '../uploads.ts';
import { EvidenceFields } from './entry-form.tsx';

export function AddEvidencePage(props: {
  visit: Visit;
  view: ParticipationView;
  action: string;
  back: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  kept: readonly KeptFile[];
}) {
  return (
    <AppraisalFrame
      visit={props.visit}
      view={props.view}
      current="progress"
      title={text.addEvidence()}
      width="narrow"
    >
      <Card>
        <form
          method="post"
          action={props.action}
          enctype="multipart/form-data"
          class="grid gap-5"
          data-controller="once"
        >
          <ProblemSummary errors={props.errors} />
          <EvidenceFields typed={props.typed} errors={props.errors} kept={props.kept} />
          <div class="flex flex-wrap gap-2">
            <SubmitButton>{text.addEvidence()}</SubmitButton>
            <LinkButton href={props.back} look="ghost">
              {text.cancel()}
            </LinkButton>
          </div>
        </form>
      </Card>
    </AppraisalFrame>
  );
}
