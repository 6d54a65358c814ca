import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import type { PlanContent, PlanIndicator } from '#features/planning/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { UPLOAD_EXTENSIONS, UPLOAD_LIMIT_BYTES } from '#platform/storage/upload.ts';
import { type FieldErrors, FileField, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { Card, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import { earlier } from '../days.ts';
import { targetWords } from '../finding.ts';
import { text } from '../text.ts';
import { FILES_AT_ONCE, type KeptFile } from '../uploads.ts';
import { uploadWords } from '../words.ts';

export interface EntryFormView {
  readonly visit: Visit;
  readonly view: ParticipationView;
  readonly content: PlanContent;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly kept: readonly KeptFile[];
}

export function EntryFormPage(props: EntryFormView) {
  const { visit, view, content, typed, errors } = props;
  const base = visit.path(`/appraisals/${view.participation.id}/progress`);
  const chosen = content.results
    .flatMap((result) => result.indicators)
    .find((indicator) => indicator.id === typed.indicatorId);
  const isChange = Boolean(typed.replaces);
  return (
    <AppraisalFrame
      visit={visit}
      view={view}
      current="progress"
      title={isChange ? text.changeTitle() : text.recordAct()}
      width="narrow"
    >
      <Card>
        <form
          method="post"
          action={`${base}/entries`}
          enctype="multipart/form-data"
          class="grid gap-5"
          data-controller="once"
        >
          <ProblemSummary errors={errors} />
          {isChange ? <Notice>{text.changeExplained()}</Notice> : null}
          <input type="hidden" name="id" value={typed.id} />
          <IndicatorSelect content={content} value={typed.indicatorId} error={errors.indicatorId} />
          <TextField
            name="onDate"
            type="date"
            label={text.onDate()}
            hint={text.onDateHint({ today: formatDate(visit.today) })}
            value={typed.onDate}
            min={view.participation.startsOn}
            max={earlier(visit.today, view.participation.endsOn)}
            error={errors.onDate}
            required
          />
          {chosen && chosen.target.value === null ? null : (
            <TextField
              name="value"
              label={chosen?.target.unit ? text.valueIn({ unit: chosen.target.unit }) : text.value()}
              hint={chosen ? text.valueHint({ how: accumulationWords(chosen) }) : undefined}
              value={typed.value}
              inputMode="decimal"
              error={errors.value}
            />
          )}
          <TextArea
            name="narrative"
            label={text.narrative()}
            hint={text.narrativeHint()}
            value={typed.narrative}
            error={errors.narrative}
            maxLength={4000}
          />
          <EvidenceFields typed={typed} errors={errors} kept={props.kept} />
          {isChange ? (
            <>
              <input type="hidden" name="replaces" value={typed.replaces} />
              <TextField
                name="reason"
                label={text.changeReason()}
                value={typed.reason}
                error={errors.reason}
                maxLength={500}
                required
              />
            </>
          ) : null}
          <div class="flex flex-wrap gap-2">
            <SubmitButton>{isChange ? text.saveChange() : text.save()}</SubmitButton>
            <LinkButton href={base} look="ghost">
              {text.cancel()}
            </LinkButton>
          </div>
        </form>
      </Card>
    </AppraisalFrame>
  );
}

/** File and link, in the form of a realisation and in the one that adds evidence later. */
export function EvidenceFields(props: {
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  kept: readonly KeptFile[];
}) {
  const { typed, errors, kept } = props;
  return (
    <fieldset class="grid gap-5 border-t border-base-300 pt-5">
      <legend class="sr-only">{text.evidence()}</legend>
      {kept.length > 0 ? (
        <div class="text-sm">
          <p class="font-medium">{text.keptFiles()}</p>
          <ul class="mt-1 grid gap-1">
            {kept.map((file) => (
              <li key={file.id} class="flex gap-2 items-center break-all">
                <input type="hidden" name="kept" value={file.id} />
                <Icon name="check" size={16} /> {file.name}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div
        data-controller="upload"
        data-upload-limit-value={UPLOAD_LIMIT_BYTES}
        data-upload-too-large-value={uploadWords('too-large', '{name}')}
        data-upload-shrunk-value={text.photoShrunk()}
      >
        <FileField
          name="files"
          label={text.files()}
          hint={text.filesHint({ count: FILES_AT_ONCE })}
          accept={UPLOAD_EXTENSIONS.join(',')}
          error={errors.files}
          multiple
        />
        <p class="text-sm mt-1" role="status" data-upload-target="status" />
      </div>
      <input type="hidden" name="linkId" value={typed.linkId} />
      <TextField
        name="link"
        type="url"
        label={text.link()}
        hint={text.linkHint()}
        value={typed.link}
        error={errors.link}
        placeholder="https://"
        maxLength={2000}
      />
      <TextField
        name="linkTitle"
        label={text.linkTitle()}
        value={typed.linkTitle}
        error={errors.linkTitle}
        maxLength={200}
      />
    </fieldset>
  );
}

function IndicatorSelect(props: {
  content: PlanContent;
  value: string | undefined;
  error: string | undefined;
}) {
  const { content, value, error } = props;
  return (
    <div class="grid gap-1">
      <label for="indicatorId" class="font-medium text-sm">
        {text.indicator()}
      </label>
      <select
        class={`select w-full ${error ? 'select-error' : ''}`}
        id="indicatorId"
        name="indicatorId"
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'indicatorId-error' : undefined}
      >
        <option value="">{text.chooseIndicator()}</option>
        {content.results.map((result) => (
          <optgroup key={result.id} label={result.statement}>
            {result.indicators.map((indicator) => (
              <option key={indicator.id} value={indicator.id} selected={indicator.id === value}>
                {indicator.statement} ({targetWords(indicator)})
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {error ? (
        <p id="indicatorId-error" class="text-sm text-error">
          {error}
        </p>
      ) : null}
    </div>
  );
}

export function accumulationWords({ target }: PlanIndicator): string {
  if (target.accumulation === 'sum') return text.accumulationSum();
  return target.accumulation === 'latest' ? text.accumulationLatest() : text.accumulationAverage();
}
