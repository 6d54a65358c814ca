import { CHANGE_SECTIONS, type Change, changeSectionLabel, type Scheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Checkbox, type FieldErrors, ProblemSummary, TextField } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { DiscussionFinding } from '../../discussion/findings.ts';
import type { MendingFor } from '../guided/mending.ts';
import type { Hunk } from '../line-diff.ts';
import type { Examination } from '../problems.ts';
import type { Draft } from '../queries.ts';
import { text } from '../text.ts';
import { editorText } from '../text-editor.ts';
import { DiffView, DraftFrame, draftPath, ProblemCard } from './parts.tsx';

export interface AdoptionForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly today: string;
}

export interface AdoptionView extends AdoptionForm {
  readonly visit: Visit;
  readonly draft: Draft;
  readonly examination: Examination;
  readonly mend: MendingFor;
  /** The number that the version would get now. */
  readonly version: number;
  readonly against: Against | undefined;
  /** What of the discussion still stands in the way. */
  readonly findings: readonly DiscussionFinding[];
  readonly refusal?: string | undefined;
}

/** What the draft was begun from, and how it differs. */
export interface Against {
  readonly title: Scheme['title'] | undefined;
  readonly id: string;
  readonly version: number;
  readonly changes: readonly Change[] | undefined;
  readonly hunks: readonly Hunk[];
}

export function AdoptionPage(view: AdoptionView) {
  const { visit, draft, examination, version, refusal, findings } = view;
  const isBlocked = findings.some((each) => each.severity === 'blocking');
  return (
    <DraftFrame
      visit={visit}
      draft={draft}
      title={editorText.adoptionTitle({ title: draft.title })}
      intro={editorText.adoptionIntro({ version: String(version) })}
    >
      {refusal ? <Notice tone="error">{refusal}</Notice> : null}
      {examination.scheme ? null : (
        <Notice tone="warning" title={editorText.notYet()}>
          {text.adoptionRefused({ count: examination.problems.length })}
        </Notice>
      )}
      <ProblemCard problems={examination.problems} mend={view.mend} />
      <Findings visit={visit} findings={findings} isTitled={examination.scheme !== undefined} />
      <WhatChanges against={view.against} />
      {examination.scheme && !isBlocked ? (
        <DecreeForm
          {...view}
          action={draftPath(visit, draft, '/adoption')}
          version={version}
          revision={draft.revision}
        />
      ) : null}
    </DraftFrame>
  );
}

/** What of the discussion hinders the adoption, each with a link to where it is settled. */
function Findings(props: { visit: Visit; findings: readonly DiscussionFinding[]; isTitled: boolean }) {
  const { visit, findings, isTitled } = props;
  if (findings.length === 0) return null;
  const isBlocked = findings.some((each) => each.severity === 'blocking');
  return (
    <Notice tone="warning" {...(isBlocked && isTitled ? { title: editorText.notYet() } : {})}>
      <ul class="grid gap-1">
        {findings.map((each) => (
          <li key={each.message}>
            {each.message}{' '}
            <a class="link" href={visit.path(each.path)}>
              {each.link}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function TemplateAdoptionPage(
  props: AdoptionForm & { visit: Visit; scheme: Scheme; isAdopted: boolean; refusal?: string | undefined },
) {
  const { visit, scheme, isAdopted, refusal } = props;
  const title = editorText.adoptionTitle({ title: inLocale(scheme.title) });
  const here = visit.path(`/schemes/${scheme.id}/${scheme.version}`);
  return (
    <Layout chrome={visit.chrome} title={title} current="schemes">
      <PageHeading
        title={title}
        above={
          <a class="link" href={here}>
            {text.schemeVersion({ id: scheme.id, version: String(scheme.version) })}
          </a>
        }
        intro={editorText.templateIntro()}
        acts={
          <LinkButton href={visit.path(`/scheme-drafts/new?from=${scheme.id}@${scheme.version}`)} icon="edit">
            {editorText.changeFirst()}
          </LinkButton>
        }
      />
      {refusal ? <Notice tone="error">{refusal}</Notice> : null}
      {isAdopted ? (
        <Notice tone="success">{editorText.alreadyAdopted()}</Notice>
      ) : (
        <DecreeForm {...props} action={`${here}/adoption`} version={scheme.version} />
      )}
    </Layout>
  );
}

function DecreeForm(props: AdoptionForm & { action: string; version: number; revision?: number }) {
  const { fields, errors, today, action, version, revision } = props;
  return (
    <form method="post" action={action} class="grid gap-5" data-controller="once">
      <ProblemSummary errors={errors} />
      {revision === undefined ? null : <input type="hidden" name="revision" value={revision} />}
      <Card title={editorText.decision()}>
        <div class="grid gap-4 max-w-xl">
          <TextField
            name="decree"
            label={editorText.decree()}
            hint={editorText.decreeHint()}
            required
            maxLength={200}
            value={fields.decree}
            error={errors.decree}
          />
          <TextField
            name="decidedOn"
            type="date"
            label={editorText.decidedOn()}
            required
            max={today}
            value={fields.decidedOn}
            error={errors.decidedOn}
          />
          <div id="confirm">
            <Checkbox name="confirm" label={editorText.confirm()} checked={fields.confirm === 'yes'} />
            {errors.confirm ? (
              <p class="text-sm text-error flex gap-1.5 items-start mt-1">
                <Icon name="alert" size={16} class="mt-0.5" /> <span>{errors.confirm}</span>
              </p>
            ) : null}
          </div>
        </div>
      </Card>
      <div>
        <SubmitButton icon="shield">{editorText.adopt({ version: String(version) })}</SubmitButton>
      </div>
    </form>
  );
}

function WhatChanges({ against }: { against: Against | undefined }) {
  if (!against) return <Notice tone="neutral">{editorText.fromEmpty()}</Notice>;
  const { changes, hunks } = against;
  const heading = editorText.whatChanges({
    title: against.title ? inLocale(against.title) : against.id,
    version: String(against.version),
  });
  return (
    <Card title={heading}>
      {changes?.length === 0 ? <p>{editorText.nothingChanges()}</p> : null}
      {changes && changes.length > 0 ? <ChangeList changes={changes} /> : null}
      <details class={changes && changes.length > 0 ? 'mt-5' : ''} open={changes === undefined}>
        <summary class="cursor-pointer font-medium py-1">{editorText.lineByLine()}</summary>
        <div class="mt-3">
          <DiffView hunks={hunks} />
        </div>
      </details>
    </Card>
  );
}

function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <div class="grid gap-5">
      {CHANGE_SECTIONS.map((section) => {
        const own = changes.filter((change) => change.section === section);
        if (own.length === 0) return null;
        return (
          <section key={section}>
            <h3 class="font-medium">{inLocale(changeSectionLabel(section))}</h3>
            <ul class="divide-y divide-base-300">
              {own.map((change) => (
                <ChangeLine key={`${change.kind} ${change.path}`} change={change} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function ChangeLine({ change }: { change: Change }) {
  return (
    <li class="py-2.5 grid gap-1">
      <p class="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <Badge>{editorText[change.kind]()}</Badge>
        <span class="min-w-0 wrap-anywhere">{change.crumbs.map(inLocale).join(' › ')}</span>
      </p>
      <p class="text-sm wrap-anywhere">
        {change.before ? (
          <del class="no-underline text-base-content/85">
            {editorText.before()}: {inLocale(change.before)}
          </del>
        ) : null}
        {change.before && change.after ? <span aria-hidden="true"> → </span> : null}
        {change.after ? (
          <ins class="no-underline font-medium">
            {editorText.after()}: {inLocale(change.after)}
          </ins>
        ) : null}
      </p>
    </li>
  );
}
