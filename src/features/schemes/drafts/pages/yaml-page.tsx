import type { FileProblem } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { FileField, TextField } from '#ui/form.tsx';
import { Card, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import { LONGEST_NOTE } from '../commands/save-draft.ts';
import type { MendingFor } from '../guided/mending.ts';
import type { Hunk } from '../line-diff.ts';
import type { Draft } from '../queries.ts';
import { text } from '../text.ts';
import { editorText } from '../text-editor.ts';
import { DiffView, DraftFrame, draftPath, ProblemCard } from './parts.tsx';

export interface YamlView {
  readonly visit: Visit;
  readonly draft: Draft;
  /** What stands in the field: the saved text, or what was typed and could not be saved. */
  readonly typed: string;
  readonly note: string;
  /** Problems of the saved text. */
  readonly problems: readonly FileProblem[];
  readonly mend: MendingFor;
  /** Somebody else saved first: how the present text differs from the typed one. */
  readonly stale?: { readonly difference: readonly Hunk[] } | undefined;
  readonly refusal?: string | undefined;
  readonly uploadError?: string | undefined;
  /** An earlier text was put into the field. */
  readonly fromRevision?: number | undefined;
}

/** Empty lines below the text that already have their number. */
const LINES_TO_SPARE = 25;

export function YamlPage(view: YamlView) {
  const { visit, draft, problems, mend, stale, refusal, fromRevision } = view;
  return (
    <DraftFrame
      visit={visit}
      draft={draft}
      title={editorText.yamlTitle({ title: draft.title })}
      intro={editorText.yamlIntro()}
      width="wide"
      acts={
        <>
          <LinkButton href={draftPath(visit, draft, '/guided')} small icon="edit">
            {text.editGuided()}
          </LinkButton>
          <LinkButton href={draftPath(visit, draft, '/source.yaml')} small icon="download" download>
            {text.download()}
          </LinkButton>
        </>
      }
    >
      {refusal ? (
        <Notice tone="error" title={editorText.refusedTitle()}>
          {refusal}
        </Notice>
      ) : null}
      {stale ? <Stale visit={visit} draft={draft} difference={stale.difference} /> : null}
      {fromRevision === undefined ? null : (
        <Notice>{editorText.fromRevision({ number: fromRevision })}</Notice>
      )}
      <ProblemCard problems={problems} mend={mend} title={editorText.problemsOfFile()} />
      <Editor {...view} />
      <Upload {...view} />
    </DraftFrame>
  );
}

export function Stale(props: { visit: Visit; draft: Draft; difference: readonly Hunk[] }) {
  const { visit, draft, difference } = props;
  return (
    <>
      <Notice
        tone="error"
        title={editorText.staleTitle({
          name: draft.updatedBy,
          revision: String(draft.revision),
          at: formatInstant(draft.updatedAt, visit.agency.zone),
        })}
      >
        <p>{editorText.staleYaml()}</p>
        <p class="mt-1">
          <a class="link" href={draftPath(visit, draft, '/yaml')}>
            {editorText.discard()}
          </a>
        </p>
      </Notice>
      <Card title={editorText.yourDifference()}>
        <DiffView hunks={difference} />
      </Card>
    </>
  );
}

function Editor({ visit, draft, typed, note }: YamlView) {
  const written = typed.split('\n');
  const lines = written.length + LINES_TO_SPARE;
  const longest = Math.max(40, ...written.map((line) => Math.min(line.length, 1000))) + 2;
  return (
    <form
      method="post"
      action={draftPath(visit, draft, '/yaml')}
      class="grid gap-4"
      data-controller="once"
      noValidate
    >
      <input type="hidden" name="revision" value={draft.revision} />
      <Card padded={false}>
        <label for="source" class="block px-4 pt-4 pb-2 font-medium text-sm">
          {editorText.source()}
        </label>
        {/* Numbers and text scroll together as one, so that they stay side by side without a script. */}
        <div class="max-h-[75vh] overflow-auto border-t border-base-300 font-mono text-[13px] leading-5">
          <div class="grid grid-cols-[auto_1fr] w-max min-w-full">
            <pre
              class="py-2 pl-2 pr-2 text-right text-base-content/75 bg-base-200 select-none num sticky left-0"
              aria-hidden="true"
            >
              {Array.from({ length: lines }, (_, index) => (
                <span
                  key={index}
                  id={`L${index + 1}`}
                  class="block scroll-mt-24 target:bg-warning target:text-warning-content target:font-bold"
                >
                  {index + 1}
                </span>
              ))}
            </pre>
            {/* The first line end of a text area is dropped by the browser, so one is given away. */}
            <textarea
              id="source"
              name="source"
              class="py-2 px-3 min-w-full bg-base-100 resize-none overflow-x-auto overflow-y-hidden whitespace-pre outline-offset-[-2px] leading-5"
              rows={lines}
              cols={longest}
              wrap="off"
              spellcheck={false}
              autocomplete="off"
              autocapitalize="off"
            >
              {`\n${typed}`}
            </textarea>
          </div>
        </div>
      </Card>
      <div class="grid sm:grid-cols-[1fr_auto] gap-3 items-end">
        <TextField name="note" label={editorText.note()} maxLength={LONGEST_NOTE} value={note} />
        <SubmitButton icon="check">{editorText.save()}</SubmitButton>
      </div>
    </form>
  );
}

function Upload({ visit, draft, uploadError }: YamlView) {
  return (
    <Card title={editorText.upload()} id="upload">
      <form
        method="post"
        action={draftPath(visit, draft, '/file')}
        encType="multipart/form-data"
        class="grid gap-4 max-w-xl"
        data-controller="once"
      >
        <input type="hidden" name="revision" value={draft.revision} />
        <FileField
          name="file"
          label={editorText.uploadField()}
          hint={editorText.uploadHint()}
          accept=".yaml,.yml,text/yaml,application/yaml,text/plain"
          required
          error={uploadError}
        />
        <div>
          <SubmitButton look="outline" icon="upload">
            {editorText.upload()}
          </SubmitButton>
        </div>
        <p class="text-sm text-base-content/75">{editorText.checkSame()}</p>
      </form>
    </Card>
  );
}
