import { openActs } from '#domain/workflow/workflow.ts';
import type { Visit } from '#features/people/index.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, Facts, LinkButton, PageHeading, type Tone } from '#ui/parts.tsx';
import { navigationKey } from '../../frame.tsx';
import { hundredthsInWords } from '../../levels.ts';
import type { ProfileView } from '../../profile/access.ts';
import type { ProfileRow } from '../../profile/model.ts';
import type { Need } from '../queries.ts';
import { text } from '../text.ts';
import {
  LEARNING_LABELS,
  NEED,
  type NeedRole,
  type NeedState,
  PRIORITY_LABELS,
  STATE_LABELS,
} from '../transitions.ts';
import { ActForm, ChangeForm, type RefusedForm } from './act-forms.tsx';

export interface NeedsView extends ProfileView {
  readonly visit: Visit;
  readonly needs: readonly Need[];
  /** Below the standard and not taken up yet, the widest first. */
  readonly gaps: readonly ProfileRow[];
  readonly refused?: RefusedForm | undefined;
}

export function writerRoles({ roles }: Pick<ProfileView, 'roles'>): ReadonlySet<NeedRole> {
  return new Set((['employee', 'appraiser'] as const).filter((role) => roles.has(role)));
}

export function NeedsPage(view: NeedsView) {
  const { visit, person, roles, needs, gaps } = view;
  const isOwn = roles.has('employee');
  const mayWrite = writerRoles(view).size > 0;
  const base = visit.path(isOwn ? '/mine' : `/people/${person.id}`);
  const title = isOwn ? text.own() : text.of({ name: person.name });
  return (
    <Layout
      chrome={visit.chrome}
      title={title}
      current={isOwn ? 'mine' : roles.has('officer') ? navigationKey(visit.actor) : 'team'}
      width="wide"
    >
      <PageHeading
        title={title}
        above={person.post ? `${person.post.positionName} · ${person.post.unitName}` : undefined}
        intro={isOwn ? text.intro() : `${text.intro()} ${text.readingIsLogged()}`}
        acts={
          <LinkButton href={`${base}/competencies`} icon="chart">
            {text.profile()}
          </LinkButton>
        }
      />
      {needs.length === 0 ? (
        <Card>
          <EmptyState icon="trending" title={text.empty()}>
            {mayWrite ? (gaps.length > 0 ? text.emptyWrite() : text.emptyNoGap()) : text.emptyRead()}
          </EmptyState>
        </Card>
      ) : null}
      {needs.map((need) => (
        <NeedCard key={need.id} {...view} need={need} />
      ))}
      {mayWrite && gaps.length > 0 ? (
        <Card title={text.openGaps()}>
          <ul class="grid gap-3">
            {gaps.map((row) => (
              <li key={row.code} class="flex flex-wrap items-center gap-x-3 gap-y-2 justify-between">
                <span>
                  {inLocale(row.name)}{' '}
                  <Badge tone="warning">
                    {text.below({ gap: hundredthsInWords(Math.abs(row.gap ?? 0)) })}
                  </Badge>
                </span>
                <LinkButton
                  small
                  icon="plus"
                  href={`${base}/development/new?code=${encodeURIComponent(row.code)}`}
                >
                  {text.add()}
                  <span class="sr-only">: {inLocale(row.name)}</span>
                </LinkButton>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Layout>
  );
}

const TONES: Readonly<Record<NeedState, Tone>> = {
  open: 'warning',
  planned: 'info',
  done: 'success',
  dropped: 'neutral',
};

function NeedCard({ need, ...view }: NeedsView & { need: Need }) {
  const acts = openActs(NEED, need.state, writerRoles(view));
  const isRunning = need.state === 'open' || need.state === 'planned';
  return (
    <Card
      id={`need-${need.id}`}
      title={inLocale(need.name)}
      aside={
        <span class="flex flex-wrap gap-2">
          <Badge tone={TONES[need.state]}>{inLocale(STATE_LABELS[need.state])}</Badge>
          <Badge>{text.priorityIs({ priority: inLocale(PRIORITY_LABELS[need.priority]) })}</Badge>
        </span>
      }
    >
      <NeedFacts visit={view.visit} need={need} />
      {acts.length > 0 ? (
        <div class="flex flex-wrap gap-2 mt-4">
          {acts.map(({ act }, index) => (
            <ActForm
              key={act}
              visit={view.visit}
              person={view.person}
              need={need}
              act={act}
              isFirst={index === 0}
              refused={view.refused}
            />
          ))}
          {isRunning ? (
            <ChangeForm visit={view.visit} person={view.person} need={need} refused={view.refused} />
          ) : null}
        </div>
      ) : null}
      <Steps visit={view.visit} need={need} />
    </Card>
  );
}

function NeedFacts({ visit, need }: { visit: Visit; need: Need }) {
  const { learning, targetOn, note, state, assessedBy } = need;
  const isLate = targetOn !== null && targetOn < visit.today && (state === 'open' || state === 'planned');
  return (
    <Facts
      facts={[
        [
          text.gap(),
          text.gapWords({
            achieved: hundredthsInWords(need.achieved),
            required: hundredthsInWords(need.required),
            source: assessedBy.name,
            date: formatDate(assessedBy.on, 'short'),
          }),
        ],
        [text.learning(), learning ? inLocale(LEARNING_LABELS[learning]) : '–'],
        [
          text.target(),
          targetOn ? (
            <>
              {formatDate(targetOn)} {isLate ? <Badge tone="warning">{text.overdue()}</Badge> : null}
            </>
          ) : (
            '–'
          ),
        ],
        ...(note
          ? ([
              [
                text.note(),
                <span key="note" class="whitespace-pre-line">
                  {note}
                </span>,
              ],
            ] as const)
          : []),
      ]}
    />
  );
}

const STEPS = {
  add: text.step_add,
  change: text.step_change,
  plan: text.step_plan,
  finish: text.step_finish,
  drop: text.step_drop,
  reopen: text.step_reopen,
} as const;

function Steps({ visit, need }: { visit: Visit; need: Need }) {
  const latest = need.steps[0];
  return (
    <div class="mt-4 text-sm">
      {latest?.reason && need.state !== 'open' && need.state !== 'planned' ? (
        <p class="mb-2 max-w-prose whitespace-pre-line">{latest.reason}</p>
      ) : null}
      <details>
        <summary class="cursor-pointer link">
          {text.steps({ count: need.steps.length })}
          <span class="sr-only">: {inLocale(need.name)}</span>
        </summary>
        <ol class="grid gap-2 mt-2">
          {need.steps.map(({ act, by, at, reason }) => (
            <li key={`${act} ${at.toISOString()}`}>
              {STEPS[act]()} · {by} · <span class="num">{formatInstant(at, visit.agency.zone)}</span>
              {reason ? <span class="block max-w-prose whitespace-pre-line">{reason}</span> : null}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
