import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { Card, EmptyState, LinkButton, Notice } from '#ui/parts.tsx';
import { text } from '../text.ts';
import { openCommentCount, type PlanView } from '../view.ts';
import { ActPanel, type Refused } from './act-panel.tsx';
import { LineComments } from './comments.tsx';
import { PlanContentView } from './content-view.tsx';
import { CopyForm } from './copy-form.tsx';
import { ACT_LABELS, daysInWords, PlanBadge } from './state.tsx';

export function PlanPage(props: { visit: Visit; view: PlanView; refused?: Refused | undefined }) {
  const { visit, view, refused } = props;
  const { plan, participation } = view;
  const base = visit.path(`/appraisals/${participation.participation.id}/plan`);
  const wholePlan = view.comments.get('plan') ?? [];
  return (
    <AppraisalFrame
      visit={visit}
      view={participation}
      current="plan"
      title={text.plan()}
      width="wide"
      acts={<PageActs view={view} base={base} />}
    >
      {plan ? <StatusCard visit={visit} view={view} base={base} refused={refused} /> : null}
      {plan ? (
        <PlanContentView
          content={plan.content}
          vocabulary={view.vocabulary}
          demand={view.demand}
          gaps={view.gaps}
          beside={(lineId, title) => (
            <LineComments
              visit={visit}
              participantId={participation.participation.id}
              lineId={lineId}
              title={title}
              comments={view.comments.get(lineId) ?? []}
              mayComment={view.mayComment}
            />
          )}
        />
      ) : (
        <NotBegun visit={visit} view={view} base={base} />
      )}
      {plan && (view.mayComment || wholePlan.length > 0) ? (
        <Card title={text.comments()}>
          <LineComments
            visit={visit}
            participantId={participation.participation.id}
            lineId="plan"
            title={text.wholePlan()}
            comments={wholePlan}
            mayComment={view.mayComment}
          />
        </Card>
      ) : null}
      {plan ? <PastCard visit={visit} view={view} base={base} /> : null}
    </AppraisalFrame>
  );
}

function PageActs({ view, base }: { view: PlanView; base: string }) {
  const hasResults = (view.plan?.content.results.length ?? 0) > 0;
  return (
    <>
      {view.mayEdit && view.plan ? (
        <LinkButton href={`${base}/edit`} look="primary" icon="edit">
          {text.editPlan()}
        </LinkButton>
      ) : null}
      {hasResults ? (
        <LinkButton href={`${base}/matrix`} icon="users">
          {text.matrixShort()}
        </LinkButton>
      ) : null}
    </>
  );
}

function NotBegun({ visit, view, base }: { visit: Visit; view: PlanView; base: string }) {
  const { participation } = view;
  const isOwn = participation.relations.has('employee');
  const { period, person } = participation.participation;
  return (
    <Card>
      <EmptyState
        icon="target"
        title={isOwn ? text.noPlanOwn() : text.noPlanOther({ name: person.name })}
        act={
          view.mayEdit ? (
            <div class="flex flex-wrap justify-center gap-2">
              <LinkButton href={`${base}/edit`} look="primary" icon="edit">
                {text.startPlan()}
              </LinkButton>
              {view.earlier ? <CopyForm base={base} revision={0} from={view.earlier.periodName} /> : null}
            </div>
          ) : null
        }
      >
        <p>{isOwn ? text.noPlanOwnHint() : text.noPlanOtherHint()}</p>
        <p class="mt-1">
          {text.due({ date: formatDate(period.planDueOn) })} · {daysInWords(visit.today, period.planDueOn)}
        </p>
        {view.earlier ? <p class="mt-1">{text.copyHint()}</p> : null}
      </EmptyState>
    </Card>
  );
}

function StatusCard(props: { visit: Visit; view: PlanView; base: string; refused?: Refused | undefined }) {
  const { visit, view, base, refused } = props;
  const { plan, versions } = view;
  if (!plan) return null;
  const { period } = view.participation.participation;
  const agreed = versions[0];
  const open = openCommentCount(view.comments);
  const facts = [
    agreed
      ? text.agreedVersion({
          version: agreed.version,
          date: formatInstant(agreed.agreedAt, visit.agency.zone),
        })
      : `${text.due({ date: formatDate(period.planDueOn) })} · ${daysInWords(visit.today, period.planDueOn)}`,
    ...(open > 0 ? [text.openComments({ count: open })] : []),
  ];
  return (
    <Card>
      <div class="flex flex-wrap items-center gap-x-4 gap-y-1">
        <PlanBadge state={plan.state} />
        <p class="text-sm text-base-content/75">{facts.join(' · ')}</p>
      </div>
      {agreed && plan.state !== 'agreed' ? (
        <p class="mt-2 text-sm">
          {text.revisionOf({ version: agreed.version })}{' '}
          <a class="link" href={`${base}/compare?from=${agreed.version}&to=draft`}>
            {text.seeDifference()}
          </a>
        </p>
      ) : null}
      <WhatNow view={view} />
      <ActPanel visit={visit} view={view} base={base} refused={refused} />
    </Card>
  );
}

/** Who is waited for, why it came back, and what is still missing. */
function WhatNow({ view }: { view: PlanView }) {
  const { plan, participation, history } = view;
  if (!plan) return null;
  const { person, appraiser } = participation.participation;
  const isOwn = participation.relations.has('employee');
  const isAppraiser = participation.relations.has('appraiser');
  const last = history[0];
  const waits = plan.state === 'proposed' || plan.state === 'revision-proposed';
  const returned = plan.state === 'returned' || plan.state === 'revision-returned';
  return (
    <div class="grid gap-3 mt-3 empty:hidden">
      {waits && isAppraiser ? <Notice tone="info">{text.waitsForYou()}</Notice> : null}
      {waits && isOwn ? (
        <p>{text.waitsForAppraiser({ name: appraiser?.name ?? text.noAppraiser() })}</p>
      ) : null}
      {!waits && plan.state !== 'agreed' && isAppraiser ? (
        <p class="text-sm text-base-content/75">{text.waitsForEmployee({ name: person.name })}</p>
      ) : null}
      {(returned || plan.state === 'revising') && last?.reason ? (
        <Notice
          tone="warning"
          title={
            returned
              ? text.returnedBecause({ name: last.actorName })
              : text.revisionBecause({ name: last.actorName })
          }
        >
          <p class="whitespace-pre-line">{last.reason}</p>
        </Notice>
      ) : null}
    </div>
  );
}

function PastCard({ visit, view, base }: { visit: Visit; view: PlanView; base: string }) {
  const { versions, history } = view;
  if (history.length === 0 && versions.length === 0) return null;
  return (
    <Card title={text.history()}>
      <div class="grid md:grid-cols-2 gap-6">
        <ol class="grid gap-3 content-start empty:hidden">
          {history.map((line) => (
            <li key={line.id}>
              <p class="font-medium">{text.by({ act: ACT_LABELS[line.act](), name: line.actorName })}</p>
              <p class="text-sm text-base-content/75">{formatInstant(line.at, visit.agency.zone)}</p>
              {line.reason ? <p class="text-sm mt-0.5 whitespace-pre-line">{line.reason}</p> : null}
            </li>
          ))}
        </ol>
        {versions.length > 0 ? (
          <div>
            <h3 class="font-medium">{text.versions()}</h3>
            <ul class="grid gap-1.5 mt-1.5 text-sm">
              {versions.map((each) => (
                <li key={each.version} class="flex flex-wrap gap-x-3">
                  <span>
                    {text.agreedVersion({
                      version: each.version,
                      date: formatInstant(each.agreedAt, visit.agency.zone),
                    })}
                  </span>
                  {each.version > 1 ? (
                    <a class="link" href={`${base}/compare?from=${each.version - 1}&to=${each.version}`}>
                      {text.seeDifference()}
                    </a>
                  ) : null}
                  {each.reason ? <span class="basis-full text-base-content/75">{each.reason}</span> : null}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </Card>
  );
}
