import { UPLOAD_EXTENSIONS, UPLOAD_LIMIT_BYTES } from '#platform/storage/upload.ts';
import { type FieldErrors, FileField, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { LinkButton, SubmitButton } from '#ui/parts.tsx';
import { text as progressText } from '../../text.ts';
import type { KeptFile } from '../../uploads.ts';
import { uploadWords } from '../../words.ts';
import { EFFECT_LIMIT, SEEN_LIMIT } from '../forms.ts';
import { type DiaryLine, type DiaryLines, lineValue } from '../lines.ts';
import { diaryText as text } from '../text.ts';

export interface FormProps {
  readonly action: string;
  readonly lines: DiaryLines;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly kept: readonly KeptFile[];
  readonly days: { readonly from: string; readonly until: string };
  /** Where an existing note is changed: the way back; new notes may be shared at once. */
  readonly back?: string;
}

/** The words first: on a phone a note is a tap, a sentence and a tap. */
export function ObservationForm({ action, lines, typed, errors, kept, days, back }: FormProps) {
  const hasMore = Boolean(typed.link || kept.length > 0 || errors.link || errors.files);
  return (
    <form
      method="post"
      action={action}
      enctype="multipart/form-data"
      class="grid gap-4"
      data-controller="once"
    >
      <ProblemSummary errors={errors} />
      {back ? (
        <input type="hidden" name="revision" value={typed.revision} />
      ) : (
        <input type="hidden" name="id" value={typed.id} />
      )}
      <TextArea
        name="seen"
        label={text.seen()}
        hint={text.seenHint()}
        value={typed.seen}
        error={errors.seen}
        maxLength={SEEN_LIMIT}
        required
      />
      <div class="grid gap-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
        <TextField
          name="onDate"
          type="date"
          label={text.onDate()}
          value={typed.onDate}
          error={errors.onDate}
          min={days.from}
          max={days.until}
          required
        />
        <LineSelect lines={lines} value={typed.line} error={errors.line} />
      </div>
      <TextArea
        name="effect"
        label={text.effect()}
        hint={text.effectHint()}
        value={typed.effect}
        error={errors.effect}
        maxLength={EFFECT_LIMIT}
        rows={2}
      />
      <details open={hasMore}>
        <summary class="cursor-pointer link text-sm py-1">{text.more()}</summary>
        <div class="grid gap-4 mt-3">
          <TextField
            name="link"
            type="url"
            label={text.link()}
            value={typed.link}
            error={errors.link}
            placeholder="https://"
            maxLength={2000}
          />
          <FileOfEvidence kept={kept} error={errors.files} />
        </div>
      </details>
      <div class="flex flex-wrap gap-2">
        <SubmitButton icon="check">{text.save()}</SubmitButton>
        {back ? (
          <LinkButton href={back} look="ghost">
            {text.back()}
          </LinkButton>
        ) : (
          <SubmitButton name="share" value="yes" look="outline" icon="send">
            {text.saveAndShare()}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}

function FileOfEvidence({ kept, error }: { kept: readonly KeptFile[]; error: string | undefined }) {
  return (
    <div class="grid gap-2">
      {kept.map((file) => (
        <p key={file.id} class="text-sm flex gap-2 items-center break-all">
          <input type="hidden" name="kept" value={file.id} />
          <Icon name="check" size={16} /> {text.fileKept({ name: file.name })}
        </p>
      ))}
      <div
        data-controller="upload"
        data-upload-limit-value={UPLOAD_LIMIT_BYTES}
        data-upload-too-large-value={uploadWords('too-large', '{name}')}
        data-upload-shrunk-value={progressText.photoShrunk()}
      >
        <FileField
          name="files"
          label={text.file()}
          hint={text.fileHint()}
          accept={UPLOAD_EXTENSIONS.join(',')}
          error={error}
        />
        <p class="text-sm mt-1" role="status" data-upload-target="status" />
      </div>
    </div>
  );
}

function LineSelect(props: { lines: DiaryLines; value: string | undefined; error: string | undefined }) {
  const { lines, value, error } = props;
  return (
    <div class="grid gap-1 content-start min-w-0">
      <label for="line" class="font-medium text-sm">
        {text.line()}
      </label>
      <select
        class={`select w-full ${error ? 'select-error' : ''}`}
        id="line"
        name="line"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'line-error' : undefined}
      >
        <option value="whole">{text.whole()}</option>
        <Group label={text.results()} lines={lines.results} value={value} />
        {lines.rated.map((group) => (
          <Group
            key={group.heading}
            label={group.heading ?? text.values()}
            lines={group.lines}
            value={value}
          />
        ))}
      </select>
      {error ? (
        <p id="line-error" class="text-sm text-error">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function Group(props: { label: string; lines: readonly DiaryLine[]; value: string | undefined }) {
  if (props.lines.length === 0) return null;
  return (
    <optgroup label={props.label}>
      {props.lines.map((line) => (
        <option key={lineValue(line)} value={lineValue(line)} selected={lineValue(line) === props.value}>
          {line.label}
        </option>
      ))}
    </optgroup>
  );
}
