/** The guided editor: a list of sections, and one small form for each. */
import type { FileProblem } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { TextField } from '#ui/form.tsx';
import { Badge, Card, EmptyState, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import { LONGEST_NOTE } from '../commands/save-draft.ts';
import type { MendingFor } from '../guided/mending.ts';
import type { Section } from '../guided/model.ts';
import { isBelow } from '../guided/sections.ts';
import { guidedText } from '../guided/text.ts';
import type { Hunk } from '../line-diff.ts';
import type { Draft } from '../queries.ts';
import { text } from '../text.ts';
import { editorText } from '../text-editor.ts';
import { GroupCard } from './guided-fields.tsx';
import type { Typed } from './guided-inputs.tsx';
import { DiffView, DraftFrame, draftPath, ProblemList } from './parts.tsx';

interface View {
  readonly visit: Visit;
  readonly draft: Draft;
  readonly sections: readonly Section[];
  readonly problems: readonly FileProblem[];
  readonly mend: MendingFor;
  /** Problems by key of the section in which they are mended. */
  readonly counts: ReadonlyMap<string, number>;
}

function sectionPath({ visit, draft }: View, section: Section): string {
  return draftPath(visit, draft, `/guided/${encodeURIComponent(section.key)}`);
}

export function GuidedOverviewPage(view: View) {
  const { visit, draft, sections, problems, mend, counts } = view;
  return (
    <DraftFrame
      visit={visit}
      draft={draft}
      title={guidedText.guided({ title: draft.title })}
      intro={guidedText.guidedIntro()}
      acts={
        <LinkButton href={draftPath(visit, draft, '/yaml')} small icon="file">
          {text.editYaml()}
        </LinkButton>
      }
    >
      <AllProblems problems={problems} mend={mend} isOpen />
      <Card title={guidedText.sections()} padded={false}>
        <ul class="divide-y divide-base-300">
          {sections.map((section) => (
            <li
              key={section.key}
              class="px-5 py-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1"
            >
              <div class="min-w-0">
                <a class="link font-medium" href={sectionPath(view, section)}>
                  {section.title}
                </a>
                <p class="text-sm text-base-content/75">
                  {section.absent ? guidedText.absent() : (section.brief ?? section.intro)}
                </p>
              </div>
              <Count count={counts.get(section.key)} />
            </li>
          ))}
        </ul>
      </Card>
      <p class="text-sm text-base-content/75">{guidedText.otherwise()}</p>
    </DraftFrame>
  );
}

function Count({ count = 0 }: { count: number | undefined }) {
  return count > 0 ? <Badge tone="error">{text.countProblems({ count })}</Badge> : null;
}

export interface SectionView extends View {
  readonly section: Section;
  readonly note: string;
  /** Somebody else saved first: what they changed, and what was typed here over it. */
  readonly stale?: { readonly difference: readonly Hunk[]; readonly typed: Typed } | undefined;
  readonly refusal?: string | undefined;
}

const FEW = 3;

export function GuidedSectionPage(view: SectionView) {
  const { visit, draft, section, problems, mend, stale, refusal } = view;
  const justSaved = visit.chrome.flash !== undefined;
  return (
    <DraftFrame visit={visit} draft={draft} title={section.title} intro={section.intro} width="wide">
      {refusal ? (
        <Notice tone="error" title={editorText.refusedTitle()}>
          {refusal}
        </Notice>
      ) : null}
      {stale ? <Stale visit={visit} draft={draft} difference={stale.difference} /> : null}
      <div class="grid lg:grid-cols-[15rem_minmax(0,1fr)] gap-6 items-start">
        <SectionList {...view} />
        <div class="grid gap-6 min-w-0">
          <AllProblems problems={problems} mend={mend} isOpen={justSaved || problems.length <= FEW} />
          <SectionForm {...view} />
        </div>
      </div>
    </DraftFrame>
  );
}

function AllProblems({ problems, mend, isOpen }: Pick<View, 'problems' | 'mend'> & { isOpen: boolean }) {
  if (problems.length === 0) return null;
  return (
    <details class="bg-base-100 border border-base-300 rounded-box" id="problems" open={isOpen}>
      <summary class="px-5 py-4 cursor-pointer">
        <h2 class="inline text-lg font-semibold">{text.problems()}</h2>{' '}
        <Badge tone="error">{text.countProblems({ count: problems.length })}</Badge>
      </summary>
      <div class="px-5 pb-5">
        <ProblemList problems={problems} mend={mend} />
      </div>
    </details>
  );
}

function SectionList(view: SectionView) {
  const { visit, draft, sections, section, counts } = view;
  return (
    <nav aria-label={guidedText.sections()} class="max-lg:contents">
      <p class="lg:mb-2">
        <a class="link" href={draftPath(visit, draft, '/guided')}>
          {guidedText.allSections()}
        </a>
      </p>
      <ul class="hidden lg:grid gap-0.5 text-sm">
        {sections.map((each) => {
          const isCurrent = each.key === section.key;
          const count = counts.get(each.key) ?? 0;
          return (
            <li key={each.key}>
              <a
                class={`flex justify-between gap-2 rounded-field px-3 py-1.5 hover:bg-base-300 ${isCurrent ? 'bg-base-300 font-semibold' : ''}`}
                href={sectionPath(view, each)}
                aria-current={isCurrent ? 'page' : undefined}
              >
                <span class="min-w-0 wrap-anywhere">{each.title}</span>
                {count > 0 ? (
                  <Badge tone="error">
                    <span aria-hidden="true">{count}</span>
                    <span class="sr-only">{text.countProblems({ count })}</span>
                  </Badge>
                ) : null}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function SectionForm(view: SectionView) {
  const { draft, section, problems, stale, note } = view;
  return (
    <form
      method="post"
      action={sectionPath(view, section)}
      class="grid gap-6 min-w-0"
      data-controller="once"
      noValidate
    >
      <input type="hidden" name="revision" value={draft.revision} />
      {section.absent ? (
        <Card>
          <EmptyState
            title={guidedText.absent()}
            act={
              <SubmitButton name="act" value="create" icon="plus">
                {guidedText.addSection()}
              </SubmitButton>
            }
          />
        </Card>
      ) : (
        <>
          {/* What the Enter key presses must save, and never add or remove an entry. */}
          <button type="submit" class="hidden" tabIndex={-1} aria-hidden="true" />
          {section.groups.map((group) => (
            <GroupCard
              key={`${group.title} ${group.path.join('.')}`}
              group={group}
              typed={stale?.typed}
              errorsOf={(name) => problems.filter(({ path }) => path === name || isBelow(path, name))}
            />
          ))}
          {section.groups.length === 0 ? <p>{guidedText.nothingToEdit()}</p> : null}
          <TextField name="note" label={guidedText.note()} maxLength={LONGEST_NOTE} value={note} />
          <div class="sticky bottom-0 z-10 bg-base-200 border-t border-base-300 py-2.5">
            <SubmitButton icon="check">{guidedText.save()}</SubmitButton>
          </div>
        </>
      )}
    </form>
  );
}

function Stale({
  visit,
  draft,
  difference,
}: Pick<View, 'visit' | 'draft'> & { difference: readonly Hunk[] }) {
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
        {editorText.staleGuided()}
      </Notice>
      <Card title={editorText.theirChange()}>
        <DiffView hunks={difference} />
      </Card>
    </>
  );
}
