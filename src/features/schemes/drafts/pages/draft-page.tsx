import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { type FieldErrors, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
import { Card, Facts, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import { CatalogueWarnings } from '../../discussion/pages/catalogue-warnings.tsx';
import type { MendingFor } from '../guided/mending.ts';
import type { Examination } from '../problems.ts';
import type { Draft, DraftHistoryLine } from '../queries.ts';
import { text } from '../text.ts';
import { type DraftAct, mayEditDraft, openDraftActs } from '../transitions.ts';
import { DraftBadge, DraftFrame, draftPath, ProblemCard, savedWhen } from './parts.tsx';

export interface DraftView {
  readonly visit: Visit;
  readonly draft: Draft;
  readonly examination: Examination;
  readonly mend: MendingFor;
  readonly history: readonly DraftHistoryLine[];
  readonly errors: FieldErrors;
  readonly fields: Readonly<Record<string, string>>;
}

const ACT_LABELS: Record<DraftAct, () => string> = {
  'open-discussion': text.act_open_discussion,
  'close-discussion': text.act_close_discussion,
  adopt: text.act_adopt,
  drop: text.act_drop,
};

export function DraftPage(view: DraftView) {
  const { visit, draft, examination, mend, errors } = view;
  const mayEdit = mayEditDraft(draft.state, visit.actor);
  const isOpen = draft.state === 'draft' || draft.state === 'discussion';
  return (
    <DraftFrame
      visit={visit}
      draft={draft}
      title={draft.title}
      isOverview
      acts={
        mayEdit ? (
          <>
            {examination.isReadable ? (
              <LinkButton
                href={draftPath(visit, draft, '/guided')}
                look={examination.scheme ? 'outline' : 'primary'}
                icon="edit"
              >
                {text.editGuided()}
              </LinkButton>
            ) : null}
            <LinkButton href={draftPath(visit, draft, '/yaml')} icon="file">
              {text.editYaml()}
            </LinkButton>
            <LinkButton
              href={draftPath(visit, draft, '/adoption')}
              look={examination.scheme ? 'primary' : 'outline'}
              icon="shield"
            >
              {text.toAdoption()}
            </LinkButton>
          </>
        ) : null
      }
    >
      <ProblemSummary errors={errors} />
      <NextStep {...view} mayEdit={mayEdit} />
      {isOpen ? <ProblemCard problems={examination.problems} mend={mend} /> : null}
      {isOpen ? <CatalogueWarnings visit={visit} draft={draft} scheme={examination.scheme} /> : null}
      <Card title={text.draft()}>
        <DraftFacts {...view} />
        <Links {...view} />
      </Card>
      <Acts {...view} />
      <History {...view} />
    </DraftFrame>
  );
}

function NextStep({ visit, draft, examination, mayEdit }: DraftView & { mayEdit: boolean }) {
  const { problems, isReadable } = examination;
  const title = text.nextStep();
  const until = draft.discussionUntil ? formatDate(draft.discussionUntil) : '–';
  switch (draft.state) {
    case 'adopted':
      return (
        <Notice tone="success" title={text.nextAdopted()}>
          <a class="link" href={visit.path(`/schemes/${draft.schemeId}/${draft.version}`)}>
            {text.showVersion()}
          </a>
        </Notice>
      );
    case 'dropped':
      return <Notice tone="neutral" title={text.nextDropped()} />;
    case 'discussion':
      return (
        <Notice title={title}>
          <p>{mayEdit ? text.nextDiscussion({ until }) : text.nextDiscussionReader({ until })}</p>
          <p class="mt-1">
            <a class="link" href={draftPath(visit, draft, '/discussion')}>
              {text.toDiscussion()}
            </a>
          </p>
        </Notice>
      );
    case 'draft':
      if (!mayEdit) return <Notice>{text.nextWait()}</Notice>;
      if (!isReadable)
        return (
          <Notice tone="error" title={title}>
            {text.nextUnreadable()}
          </Notice>
        );
      if (problems.length > 0)
        return (
          <Notice tone="warning" title={title}>
            {text.nextMend({ count: problems.length })}
          </Notice>
        );
      return (
        <Notice tone="success" title={title}>
          {text.nextReady()}
        </Notice>
      );
  }
}

function DraftFacts({ visit, draft }: DraftView) {
  const { basedOn, discussionFrom, discussionUntil } = draft;
  return (
    <Facts
      facts={[
        [text.state(), <DraftBadge key="state" state={draft.state} />],
        [text.code(), text.schemeVersion({ id: draft.schemeId, version: String(draft.version) })],
        [
          text.basedOn(),
          basedOn ? (
            <a
              key="base"
              class="link wrap-anywhere"
              href={visit.path(`/schemes/${basedOn.id}/${basedOn.version}`)}
            >
              {text.schemeVersion({ id: basedOn.id, version: String(basedOn.version) })}
            </a>
          ) : (
            text.basedOnNothing()
          ),
        ],
        [text.startedBy(), savedWhen(visit, draft.createdBy, draft.createdAt)],
        [text.lastSaved(), savedWhen(visit, draft.updatedBy, draft.updatedAt)],
        [text.revision(), text.revisionNumber({ number: draft.revision })],
        ...(discussionFrom && discussionUntil
          ? [
              [
                text.discussionSpan(),
                text.spanOf({ from: formatDate(discussionFrom), until: formatDate(discussionUntil) }),
              ] as const,
            ]
          : []),
      ]}
    />
  );
}

function Links({ visit, draft, examination }: DraftView) {
  const to = (inside: string) => draftPath(visit, draft, inside);
  return (
    <div class="flex flex-wrap gap-2 mt-5">
      {examination.scheme ? (
        <LinkButton href={to('/page')} small icon="search">
          {text.readAsPage()}
        </LinkButton>
      ) : null}
      {draft.discussionFrom ? (
        <LinkButton href={to('/discussion')} small icon="message">
          {text.toDiscussion()}
        </LinkButton>
      ) : null}
      {examination.scheme && isAgencyOfficer(visit.actor) ? (
        <>
          <LinkButton href={visit.path(`/scheme-trials?subject=draft:${draft.id}`)} small icon="chart">
            {text.tryOnPast()}
          </LinkButton>
          <LinkButton href={visit.path(`/laboratory/new?subject=draft:${draft.id}`)} small icon="scale">
            {text.simulate()}
          </LinkButton>
        </>
      ) : null}
      <LinkButton href={to('/revisions')} small icon="history">
        {text.toRevisions()}
      </LinkButton>
      <LinkButton href={to('/source.yaml')} small icon="download" download>
        {text.download()}
      </LinkButton>
    </div>
  );
}

function Acts({ visit, draft, errors, fields, examination }: DraftView) {
  const acts = openDraftActs(draft.state, visit.actor).map((row) => row.act);
  if (acts.length === 0) return null;
  const to = (inside: string) => draftPath(visit, draft, inside);
  return (
    <>
      {acts.includes('open-discussion') && examination.isReadable ? (
        <Card title={text.openDiscussion()}>
          <p class="text-sm text-base-content/85 -mt-3 mb-4 max-w-prose">{text.openDiscussionHint()}</p>
          <form method="post" action={to('/discussion-opening')} class="grid gap-4" data-controller="once">
            <div class="grid sm:grid-cols-2 gap-4">
              <TextField
                name="from"
                type="date"
                label={text.from()}
                required
                value={fields.from}
                error={errors.from}
              />
              <TextField
                name="until"
                type="date"
                label={text.until()}
                required
                value={fields.until}
                error={errors.until}
              />
            </div>
            <div>
              <SubmitButton look="outline" icon="message">
                {text.openDiscussion()}
              </SubmitButton>
            </div>
          </form>
        </Card>
      ) : null}
      {acts.includes('close-discussion') ? (
        <Card title={text.closeDiscussion()}>
          <p class="text-sm text-base-content/85 -mt-3 mb-4 max-w-prose">{text.closeHint()}</p>
          <form method="post" action={to('/discussion-closing')} class="grid gap-4" data-controller="once">
            <TextArea name="reason" label={text.reason()} maxLength={2000} value={fields.reason} rows={2} />
            <div>
              <SubmitButton look="outline">{text.closeDiscussion()}</SubmitButton>
            </div>
          </form>
        </Card>
      ) : null}
      {acts.includes('drop') ? (
        <details class="bg-base-100 border border-base-300 rounded-box" open={Boolean(errors.dropReason)}>
          <summary class="px-5 py-4 cursor-pointer font-medium">{text.dropIt()}</summary>
          <form method="post" action={to('/dropping')} class="px-5 pb-5 grid gap-4" data-controller="once">
            <p class="text-sm text-base-content/85 max-w-prose">{text.dropHint()}</p>
            <TextArea
              name="dropReason"
              label={text.dropReason()}
              required
              maxLength={2000}
              rows={2}
              value={fields.dropReason}
              error={errors.dropReason}
            />
            <div>
              <SubmitButton look="error">{text.dropIt()}</SubmitButton>
            </div>
          </form>
        </details>
      ) : null}
    </>
  );
}

function History({ visit, history }: DraftView) {
  return (
    <Card title={text.history()}>
      {history.length === 0 ? <p class="text-base-content/75">{text.noHistory()}</p> : null}
      <ul class="divide-y divide-base-300 -my-2">
        {history.map((line) => (
          <li key={line.id} class="py-2.5">
            <p>
              {text.actLine({
                act: ACT_LABELS[line.act as DraftAct](),
                name: line.actorName ?? text.system(),
                at: formatInstant(line.at, visit.agency.zone),
              })}
            </p>
            {line.reason ? <p class="text-sm text-base-content/85">{line.reason}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
