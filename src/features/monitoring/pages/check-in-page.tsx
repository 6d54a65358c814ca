import { openActs } from '#domain/workflow/workflow.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { type FieldErrors, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
import { Badge, Card, EmptyState, SubmitButton } from '#ui/parts.tsx';
import { later } from '../days.ts';
import { type CheckIn, type CheckInVersion, type CheckpointState, standingOf } from '../queries-check-ins.ts';
import { checkInText as text } from '../text-check-ins.ts';
import { type CheckInRole, checkInTransitions } from '../transitions.ts';
import { STANDING_TONES } from './checkpoint-list.tsx';

export interface CheckInView {
  readonly visit: Visit;
  readonly view: ParticipationView;
  readonly checkpoint: CheckpointState;
  readonly isOpen: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export function CheckInPage(props: CheckInView) {
  const { visit, view, checkpoint, isOpen } = props;
  const standing = standingOf(checkpoint, visit.today);
  const roles = new Set(
    [...view.relations].filter((each): each is CheckInRole => each === 'employee' || each === 'appraiser'),
  );
  const acts = isOpen ? openActs(checkInTransitions, checkpoint.state, roles).map((each) => each.act) : [];
  const hasBegun = visit.today >= checkpoint.startsOn;
  return (
    <AppraisalFrame
      visit={visit}
      view={view}
      current="progress"
      title={text.pageTitle({ name: checkpoint.name })}
      width="narrow"
      acts={<Badge tone={STANDING_TONES[standing]}>{text[standing]()}</Badge>}
    >
      {checkpoint.checkIn ? <Recorded {...props} checkIn={checkpoint.checkIn} /> : null}
      {!checkpoint.checkIn && !acts.includes('record') ? (
        <Card>
          <EmptyState icon="message" title={text.nothing()}>
            {text.nothingHint()} {text.due({ date: formatDate(checkpoint.dueOn) })}.
          </EmptyState>
        </Card>
      ) : null}
      {acts.includes('agree') ? <AnswerForm {...props} /> : null}
      {acts.includes('record') && hasBegun ? <RecordForm {...props} /> : null}
      {checkpoint.checkIn ? <Earlier {...props} checkIn={checkpoint.checkIn} /> : null}
    </AppraisalFrame>
  );
}

function Recorded({ checkIn, visit }: CheckInView & { checkIn: CheckIn }) {
  const current = checkIn.versions.at(-1);
  return (
    <Card title={text.held({ date: formatDate(checkIn.heldOn) })}>
      {current ? <Wording version={current} zone={visit.agency.zone} /> : null}
      {checkIn.answers.length > 0 ? (
        <div class="mt-5 border-t border-base-300 pt-4">
          <h3 class="font-medium">{text.answers()}</h3>
          <ul class="mt-2 grid gap-2">
            {checkIn.answers.map((answer) => (
              <li key={answer.at.getTime()} class="text-sm">
                <span class="font-medium">{answer.act === 'agree' ? text.agreed() : text.disputed()}</span>
                <span class="text-base-content/75"> · {formatInstant(answer.at, visit.agency.zone)}</span>
                {answer.reason ? (
                  <span class="block whitespace-pre-line break-words">{answer.reason}</span>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Card>
  );
}

function Wording({ version, zone }: { version: CheckInVersion; zone: string }) {
  return (
    <div class="grid gap-3">
      <p class="whitespace-pre-line break-words max-w-prose">{version.notes}</p>
      {version.nextSteps ? (
        <div>
          <p class="font-medium">{text.nextSteps()}</p>
          <p class="whitespace-pre-line break-words max-w-prose">{version.nextSteps}</p>
        </div>
      ) : null}
      <p class="text-sm text-base-content/75">
        {text.by({ name: version.recordedBy, at: formatInstant(version.recordedAt, zone) })}
      </p>
    </div>
  );
}

function AnswerForm({ visit, view, checkpoint, typed, errors }: CheckInView) {
  return (
    <Card title={text.answer()}>
      <form
        method="post"
        action={visit.path(`/appraisals/${view.participation.id}/check-ins/${checkpoint.id}/answer`)}
        class="grid gap-5"
        data-controller="once"
      >
        <ProblemSummary errors={errors} />
        <input type="hidden" name="versionId" value={checkpoint.checkIn?.versions.at(-1)?.id} />
        <TextArea
          name="reply"
          label={text.reply()}
          hint={text.replyHint()}
          value={typed.reply}
          error={errors.reply}
          maxLength={4000}
        />
        <div class="flex flex-wrap gap-2">
          <SubmitButton name="act" value="agree" icon="check">
            {text.agree()}
          </SubmitButton>
          <SubmitButton name="act" value="dispute" look="outline">
            {text.dispute()}
          </SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function RecordForm({ visit, view, checkpoint, typed, errors }: CheckInView) {
  const earliest = later(checkpoint.startsOn, view.participation.startsOn);
  return (
    <Card title={checkpoint.state === 'disputed' ? text.recordAgain() : text.record()}>
      <form
        method="post"
        action={visit.path(`/appraisals/${view.participation.id}/check-ins/${checkpoint.id}`)}
        class="grid gap-5"
        data-controller="once"
      >
        <ProblemSummary errors={errors} />
        <input type="hidden" name="versionId" value={typed.versionId} />
        <TextField
          name="heldOn"
          type="date"
          label={text.heldOn()}
          value={typed.heldOn}
          min={earliest}
          max={visit.today}
          error={errors.heldOn}
          required
        />
        <TextArea
          name="notes"
          label={text.notes()}
          hint={text.notesHint()}
          value={typed.notes}
          error={errors.notes}
          rows={6}
          maxLength={8000}
          required
        />
        <TextArea
          name="nextSteps"
          label={text.nextSteps()}
          value={typed.nextSteps}
          error={errors.nextSteps}
          maxLength={4000}
        />
        <div>
          <SubmitButton>{text.save()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function Earlier({ checkIn, visit }: CheckInView & { checkIn: CheckIn }) {
  const earlier = checkIn.versions.slice(0, -1).reverse();
  if (earlier.length === 0) return null;
  return (
    <Card title={text.earlier()}>
      <ol class="grid gap-5">
        {earlier.map((version) => (
          <li key={version.id}>
            <p class="font-medium mb-1">{text.held({ date: formatDate(version.heldOn) })}</p>
            <Wording version={version} zone={visit.agency.zone} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
