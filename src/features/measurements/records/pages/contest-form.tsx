import type { ComponentChildren } from 'preact';
import { EXCUSE_LABELS, EXCUSES } from '#domain/attendance/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { UPLOAD_EXTENSIONS } from '#platform/storage/upload.ts';
import {
  Checkbox,
  type FieldErrors,
  FileField,
  ProblemSummary,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { SubmitButton } from '#ui/parts.tsx';
import type { Typed } from '../forms.ts';
import type { KeptProof } from '../proof.ts';
import { text } from '../text.ts';

export interface ContestForm {
  readonly action: string;
  /** An officer corrects: without proof, at once. */
  readonly corrects?: boolean;
  /** Made when the page is drawn: the same form sent twice is one objection. */
  readonly id: string;
  /** The row that is contested, as the page shows it. */
  readonly recordId: string;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly kept: KeptProof | null;
}

export function DayContestForm(props: ContestForm & { crossesMidnight: boolean }) {
  const { typed, errors } = props;
  return (
    <Frame {...props}>
      <div id="should">
        <RadioGroup
          name="should"
          label={text.shouldBe()}
          required
          value={typed.should}
          error={errors.should}
          choices={[
            {
              value: 'present',
              label: props.corrects ? text.isPresent() : text.wasPresent(),
              hint: text.wasPresentHint(),
            },
            {
              value: 'excused',
              label: props.corrects ? text.isExcused() : text.wasExcused(),
              hint: text.wasExcusedHint(),
            },
          ]}
        />
      </div>
      <div class="grid gap-4 sm:grid-cols-3">
        <TextField
          name="timeIn"
          label={text.timeIn()}
          hint={text.timeHint()}
          value={typed.timeIn}
          error={errors.timeIn}
          maxLength={8}
        />
        <TextField
          name="timeOut"
          label={text.timeOut()}
          hint={text.timeHint()}
          value={typed.timeOut}
          error={errors.timeOut}
          maxLength={8}
        />
        <SelectField
          name="excuse"
          label={text.excuseKind()}
          hint={text.kindHint()}
          empty={text.chooseKind()}
          options={EXCUSES.map((value) => ({ value, label: inLocale(EXCUSE_LABELS[value]) }))}
          value={typed.excuse}
          error={errors.excuse}
        />
      </div>
      {props.crossesMidnight ? (
        <Checkbox name="night" label={text.leftNextDay()} checked={typed.night === 'yes'} />
      ) : null}
    </Frame>
  );
}

export function CaseContestForm(props: ContestForm) {
  const { typed, errors } = props;
  return (
    <Frame {...props}>
      <div id="should">
        <RadioGroup
          name="should"
          label={text.shouldBe()}
          required
          value={typed.should}
          error={errors.should}
          choices={[
            { value: 'times', label: text.caseTimes() },
            { value: 'not-mine', label: text.caseNotMine() },
          ]}
        />
      </div>
      <div class="grid gap-4 sm:grid-cols-2">
        <TextField
          name="start"
          label={text.startField()}
          hint={text.momentHint()}
          value={typed.start}
          error={errors.start}
          maxLength={20}
        />
        <TextField
          name="end"
          label={text.endField()}
          hint={text.momentHint()}
          value={typed.end}
          error={errors.end}
          maxLength={20}
        />
      </div>
    </Frame>
  );
}

function Frame(props: ContestForm & { children: ComponentChildren }) {
  const { typed, errors } = props;
  return (
    <form
      method="post"
      action={props.action}
      encType="multipart/form-data"
      class="grid gap-5"
      data-controller="once"
    >
      <input type="hidden" name="id" value={props.id} />
      <input type="hidden" name="recordId" value={props.recordId} />
      <ProblemSummary errors={errors} />
      {props.children}
      <TextArea
        name="reason"
        label={text.reason()}
        hint={props.corrects ? text.correctionReasonHint() : text.reasonHint()}
        required
        maxLength={2000}
        value={typed.reason}
        error={errors.reason}
      />
      {props.corrects ? null : <Proof {...props} />}
      <div>
        {props.corrects ? (
          <SubmitButton icon="check">{text.saveCorrection()}</SubmitButton>
        ) : (
          <SubmitButton icon="send">{text.send()}</SubmitButton>
        )}
      </div>
    </form>
  );
}

function Proof({ typed, errors, kept }: ContestForm) {
  return (
    <>
      {kept ? (
        <p>
          <input type="hidden" name="kept" value={kept.id} />
          {text.proofKept({ name: kept.name })}
        </p>
      ) : null}
      <FileField
        name="files"
        label={text.proofFile()}
        hint={text.proofHint()}
        accept={UPLOAD_EXTENSIONS.join(',')}
        error={errors.files}
      />
      <TextField
        name="link"
        type="url"
        label={text.proofLink()}
        maxLength={500}
        value={typed.link}
        error={errors.link}
      />
    </>
  );
}
