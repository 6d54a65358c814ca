import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { ProblemSummary } from '#ui/form.tsx';
import { Notice, SubmitButton } from '#ui/parts.tsx';
import { text as uiText } from '#ui/text.ts';
import type { PlanContent } from '../content.ts';
import { SECTIONS, type Section } from '../form/names.ts';
import type { Errors, Fields } from '../form/parse.ts';
import { text as formText } from '../form/text.ts';
import { text } from '../text.ts';
import type { PlanView } from '../view.ts';
import { AnnexFields, BehaviourFields } from './other-fields.tsx';
import { ResultFields } from './result-fields.tsx';
import { PlanBadge } from './state.tsx';

export interface EditView {
  readonly visit: Visit;
  readonly view: PlanView;
  readonly section: Section;
  readonly content: PlanContent;
  readonly revision: number;
  /** What was typed and could not be saved; it stands in the fields again. */
  readonly typed: Fields | undefined;
  readonly errors: Errors;
  readonly notice: string | undefined;
}

export function EditPage(props: EditView) {
  const { visit, view, section, revision, errors, notice } = props;
  const id = view.participation.participation.id;
  const base = visit.path(`/appraisals/${id}/plan`);
  const sections = SECTIONS.filter((each) => view.mayEdit || each === 'behaviour');
  return (
    <AppraisalFrame
      visit={visit}
      view={view.participation}
      current="plan"
      title={view.mayEdit ? text.editPlan() : text.expectation()}
    >
      <SectionTabs base={base} sections={sections} current={section} view={view} />
      {notice ? (
        <Notice tone="warning">
          <p>{notice}</p>
          <a class="link" href={`${base}/edit?section=${section}`}>
            {text.openStored()}
          </a>
        </Notice>
      ) : null}
      <form
        method="post"
        action={`${base}/edit`}
        class="group/plan grid gap-6"
        noValidate
        data-turbo="false"
        data-controller="autosave once"
        data-autosave-saved-value={uiText.saved()}
        data-autosave-saving-value={uiText.saving()}
        data-autosave-failed-value={uiText.notSaved()}
        data-autosave-stale-value={uiText.stale()}
      >
        {/* Pressing Enter in a field presses the first button of a form: it must be a harmless one. */}
        <button type="submit" name="act" value="save" class="sr-only" tabIndex={-1} aria-hidden="true">
          {formText.save()}
        </button>
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="revision" value={revision} data-autosave-target="revision" />
        <ProblemSummary errors={errors} />
        <SectionFields {...props} />
        <div class="sticky bottom-0 z-10 -mx-4 px-4 py-3 bg-base-200 border-t border-base-300 flex flex-wrap items-center gap-2">
          <SubmitButton name="act" value="read" icon="check">
            {formText.saveAndRead()}
          </SubmitButton>
          <SubmitButton name="act" value="save" look="outline">
            {formText.save()}
          </SubmitButton>
          <span
            class="text-sm text-base-content/75 basis-full sm:basis-auto"
            role="status"
            data-autosave-target="status"
          />
        </div>
      </form>
    </AppraisalFrame>
  );
}

function SectionFields(props: EditView) {
  switch (props.section) {
    case 'results':
      return <ResultFields {...props} />;
    case 'behaviour':
      return <BehaviourFields {...props} />;
    case 'annex':
      return <AnnexFields {...props} />;
  }
}

function SectionTabs(props: {
  base: string;
  sections: readonly Section[];
  current: Section;
  view: PlanView;
}) {
  const { base, sections, current, view } = props;
  const labels = { results: text.results(), behaviour: text.behaviour(), annex: text.annex() };
  return (
    <div class="flex flex-wrap items-center justify-between gap-3">
      <nav aria-label={text.sections()} class="flex flex-wrap gap-2">
        {sections.map((section) => (
          <a
            key={section}
            class={`btn btn-sm ${section === current ? 'btn-neutral' : 'btn-ghost'}`}
            aria-current={section === current ? 'page' : undefined}
            href={`${base}/edit?section=${section}`}
          >
            {labels[section]}
          </a>
        ))}
      </nav>
      <PlanBadge state={view.plan?.state ?? 'draft'} />
    </div>
  );
}
