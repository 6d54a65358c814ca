/** Pieces that the pages of a draft share. */
import type { ComponentChildren } from 'preact';
import type { FileProblem } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, PageHeading, type Tone } from '#ui/parts.tsx';
import type { Mending } from '../guided/mending.ts';
import type { Hunk } from '../line-diff.ts';
import type { DraftLine } from '../queries.ts';
import { text } from '../text.ts';
import { editorText } from '../text-editor.ts';
import type { DraftState } from '../transitions.ts';

const TONE: Record<DraftState, Tone> = {
  draft: 'neutral',
  discussion: 'info',
  adopted: 'success',
  dropped: 'warning',
};

export function DraftBadge({ state }: { state: DraftState }) {
  return <Badge tone={TONE[state]}>{text[state]()}</Badge>;
}

export function draftPath(visit: Visit, draft: Pick<DraftLine, 'id'>, inside = ''): string {
  return visit.path(`/scheme-drafts/${draft.id}${inside}`);
}

export function savedWhen(visit: Visit, name: string, at: Date): string {
  return text.savedByAt({ name, at: formatInstant(at, visit.agency.zone) });
}

/** Frame of every page of one draft. */
export function DraftFrame(props: {
  visit: Visit;
  draft: DraftLine;
  title: string;
  intro?: ComponentChildren;
  acts?: ComponentChildren;
  width?: 'narrow' | 'normal' | 'wide';
  isOverview?: boolean;
  children: ComponentChildren;
}) {
  const { visit, draft, title, intro, acts, width = 'normal', isOverview = false, children } = props;
  return (
    <Layout chrome={visit.chrome} title={title} current="schemes" width={width}>
      <PageHeading
        title={title}
        above={
          <>
            <a class="link" href={visit.path('/scheme-drafts')}>
              {text.drafts()}
            </a>
            {isOverview ? null : (
              <>
                {' / '}
                <a class="link" href={draftPath(visit, draft)}>
                  {draft.title}
                </a>
              </>
            )}
          </>
        }
        intro={intro}
        acts={acts}
      />
      {children}
    </Layout>
  );
}

const MOST_SHOWN = 150;

/** Every problem with its place, the remedy, and a link to where it is mended. */
export function ProblemList({
  problems,
  mend,
}: {
  problems: readonly FileProblem[];
  mend: (problem: FileProblem) => Mending;
}) {
  if (problems.length === 0) return null;
  return (
    <>
      <ol class="divide-y divide-base-300 -my-2.5">
        {problems.slice(0, MOST_SHOWN).map((problem) => {
          const mending = mend(problem);
          return (
            <li
              key={`${problem.line}:${problem.column}:${problem.what.en}`}
              class="py-2.5 flex gap-2.5 items-start"
            >
              <Icon name="alert" size={18} class="mt-0.5 text-error" />
              <div class="min-w-0">
                <p class="wrap-anywhere">
                  <span class="font-mono text-sm">{problem.path || text.wholeFile()}</span>
                  {': '}
                  {inLocale(problem.what)}
                </p>
                <p class="text-sm text-base-content/85 wrap-anywhere">{inLocale(problem.remedy)}</p>
                <p class="text-sm flex flex-wrap gap-x-4">
                  {mending.guided ? (
                    <a class="link" href={mending.guided.href}>
                      {text.mendHere({ section: mending.guided.section })}
                    </a>
                  ) : null}
                  {mending.yaml ? (
                    <a class="link" href={mending.yaml}>
                      {text.mendInYaml({ line: problem.line })}
                    </a>
                  ) : null}
                  <span class="text-base-content/75 num">
                    {text.placeLine({ line: problem.line, column: problem.column })}
                  </span>
                </p>
              </div>
            </li>
          );
        })}
      </ol>
      {problems.length > MOST_SHOWN ? (
        <p class="mt-4 text-sm text-base-content/75">
          {text.moreProblems({ count: problems.length - MOST_SHOWN })}
        </p>
      ) : null}
    </>
  );
}

export function ProblemCard(props: {
  problems: readonly FileProblem[];
  mend: (problem: FileProblem) => Mending;
  title?: string;
}) {
  const { problems, mend, title = text.problems() } = props;
  if (problems.length === 0) return null;
  return (
    <Card
      id="problems"
      title={title}
      aside={<Badge tone="error">{text.countProblems({ count: problems.length })}</Badge>}
    >
      <ProblemList problems={problems} mend={mend} />
    </Card>
  );
}

const LINE_LOOK = {
  same: '',
  gone: 'bg-error/10',
  new: 'bg-success/10',
} as const;
const SIGN = { same: ' ', gone: '−', new: '+' } as const;

/** A difference of two texts. What came and what went is told by a sign and a word, the colour only repeats it. */
export function DiffView({ hunks }: { hunks: readonly Hunk[] }) {
  if (hunks.length === 0) return <p>{editorText.same()}</p>;
  return (
    <div class="grid gap-4">
      {hunks.map((hunk) => {
        const [first] = hunk;
        const line = first?.after ?? first?.before ?? 1;
        return (
          <section key={`${first?.before}-${first?.after}`} aria-label={editorText.hunkAt({ line })}>
            <p class="text-xs text-base-content/75 mb-1 num" aria-hidden="true">
              {editorText.hunkAt({ line })}
            </p>
            <ol class="border border-base-300 rounded-field overflow-hidden font-mono text-xs leading-5">
              {hunk.map((each) => (
                <li
                  key={`${each.before}-${each.after}`}
                  class={`grid grid-cols-[2.75rem_1.25rem_minmax(0,1fr)] ${LINE_LOOK[each.kind]}`}
                >
                  <span class="text-right pr-2 text-base-content/75 select-none num" aria-hidden="true">
                    {each.after ?? each.before}
                  </span>
                  <span class="select-none font-semibold" aria-hidden="true">
                    {SIGN[each.kind]}
                  </span>
                  <DiffText kind={each.kind}>{each.text}</DiffText>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

function DiffText({ kind, children }: { kind: 'same' | 'gone' | 'new'; children: string }) {
  const look = 'whitespace-pre-wrap wrap-anywhere no-underline';
  if (kind === 'same') return <span class={look}>{children}</span>;
  const said = <span class="sr-only">{kind === 'new' ? editorText.lineNew() : editorText.lineGone()}: </span>;
  return kind === 'new' ? (
    <ins class={look}>
      {said}
      {children}
    </ins>
  ) : (
    <del class={look}>
      {said}
      {children}
    </del>
  );
}
