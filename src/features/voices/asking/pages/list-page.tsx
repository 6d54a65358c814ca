import { voiceLabel } from '#domain/schemes/index.ts';
import { conflictInWords } from '#features/conflicts/index.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { Badge, Card, EmptyState, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import type { Round } from '../../queries.ts';
import type { RequestRole } from '../../transitions.ts';
import { CHOSEN_VOICES } from '../commands/request.ts';
import type { AskedLine, AskedPool, ChangeLine } from '../list-queries.ts';
import { listText as text } from '../text-list.ts';
import { type AskingScheme, isLive, SYSTEM_REASONS } from '../world.ts';
import { AddCard, type AddForm } from './add-card.tsx';

export interface ListView {
  readonly visit: Visit;
  readonly view: ParticipationView;
  readonly asking: AskingScheme;
  readonly round: Round | undefined;
  readonly isWorking: boolean;
  readonly pools: readonly AskedPool[];
  readonly changes: readonly ChangeLine[];
  /** What the one who looks may act as now; empty where the list can no longer be changed by them. */
  readonly roles: ReadonlySet<RequestRole>;
  readonly form: AddForm;
  /** Of a withdrawal or an address, by the request it concerns. */
  readonly refused?: { readonly requestId: string; readonly errors: FieldErrors; readonly typed: string };
}

export function ListPage(props: ListView) {
  const { visit, view, round, asking, isWorking, roles } = props;
  const isOwn = view.relations.has('employee');
  return (
    <AppraisalFrame visit={visit} view={view} current="voices" title={text.title()}>
      <p class="max-w-prose">
        {isOwn ? text.introOwn() : text.intro({ person: view.participation.person.name })}
      </p>
      {round && asking.voices.length > 0 ? (
        <>
          <Standing {...props} round={round} />
          {isWorking ? <Notice>{text.working()}</Notice> : null}
          {isWorking
            ? null
            : props.pools.map((pool) => (
                <PoolCard key={pool.rules.voice} {...props} round={round} pool={pool} />
              ))}
          {roles.size > 0 && !isWorking ? <AddCard {...props} /> : null}
          <Changes {...props} />
        </>
      ) : (
        <Card>
          <EmptyState icon="users" title={text.noRound()}>
            {asking.voices.length === 0 ? text.noVoices() : text.noRoundHint()}
          </EmptyState>
        </Card>
      )}
    </AppraisalFrame>
  );
}

function Standing({ visit, view, round }: ListView & { round: Round }) {
  if (round.state === 'preparing')
    return <Notice>{text.preparingUntil({ date: formatDate(round.opensOn) })}</Notice>;
  if (round.state === 'asking')
    return <Notice>{text.askingUntil({ date: formatDate(round.closesOn) })}</Notice>;
  return (
    <Notice tone="success" title={text.released()}>
      <a class="link" href={visit.path(`/appraisals/${view.participation.id}/heard`)}>
        {text.seeHeard()}
      </a>
    </Notice>
  );
}

type PoolProps = ListView & { round: Round; pool: AskedPool };

function PoolCard(props: PoolProps) {
  const { pool } = props;
  const { rules } = pool;
  const live = pool.lines.filter(isLive);
  const gone = pool.lines.filter((line) => !isLive(line));
  const label = inLocale(voiceLabel(rules.voice));
  const count =
    rules.most > 1
      ? text.count({ count: live.length, fewest: rules.fewest, most: rules.most })
      : text.countOne({ count: live.length });
  return (
    <Card
      title={label}
      id={rules.voice}
      aside={
        <span class="flex flex-wrap gap-2 items-center">
          <span class="num">{count}</span>
          <Badge>{rules.isAnonymous ? text.anonymous() : text.named()}</Badge>
        </span>
      }
    >
      <Shortage {...props} live={live.length} label={label} />
      {live.length > 0 ? (
        <ul class="grid divide-y divide-base-300">
          {live.map((line) => (
            <Line key={line.requestId} {...props} line={line} />
          ))}
        </ul>
      ) : null}
      {gone.length > 0 ? (
        <details class="mt-3 text-sm" open={gone.some((line) => line.requestId === props.refused?.requestId)}>
          <summary class="link cursor-pointer w-fit">
            {text.withdrawn()} ({gone.length})
          </summary>
          <ul class="grid divide-y divide-base-300 mt-2">
            {gone.map((line) => (
              <Gone key={line.requestId} {...props} line={line} />
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}

function Shortage({ pool, round, live, label }: PoolProps & { live: number; label: string }) {
  const { rules } = pool;
  if (pool.state === 'too-few' && round.state !== 'released')
    return <Notice tone="warning">{text.tooFewAsking()}</Notice>;
  if (round.state !== 'preparing') return null;
  if (!rules.isAnonymous)
    return live === 0 ? (
      <p class="text-base-content/75">{text.nobodyNamed({ voice: label.toLowerCase() })}</p>
    ) : null;
  if (live >= rules.least) return null;
  return (
    <div class="grid gap-2 mb-2">
      {['service-user', 'outsider'].includes(rules.voice) && live === 0 ? <p>{text.onlyAdded()}</p> : null}
      <Notice tone="warning">{text.tooFewHere({ least: rules.least, count: live })}</Notice>
    </div>
  );
}

function Line(props: PoolProps & { line: AskedLine }) {
  const { line, asking, round, roles, pool } = props;
  const isChosen = CHOSEN_VOICES.includes(pool.rules.voice);
  const mayWithdraw = roles.has('officer')
    ? line.state === 'proposed' || line.state === 'asked'
    : roles.size > 0 && isChosen && line.state === 'proposed';
  return (
    <li class="py-3 grid gap-2 sm:grid-cols-[1fr_auto] sm:items-start">
      <div class="min-w-0">
        <p class="font-medium">{line.name}</p>
        <p class="text-sm text-base-content/75 wrap-anywhere">
          {[line.about, line.addedBy ? text.addedBy({ name: line.addedBy }) : text.proposedByTera()]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {roles.has('officer') && round.state === 'asking' ? (
          <p class="mt-1">
            <Badge tone={line.state === 'answered' ? 'success' : 'neutral'}>
              {line.state === 'answered' ? text.done() : text.open()}
            </Badge>
          </p>
        ) : null}
        {line.conflicts.map((conflict) => (
          <p key={conflict.kind} class="text-sm mt-1">
            <Badge tone="warning">{text.relation()}</Badge> {conflictInWords(asking.scheme, conflict)}
          </p>
        ))}
        {line.raterId === null && roles.size > 0 ? <Address {...props} /> : null}
      </div>
      {mayWithdraw ? <Withdraw {...props} /> : null}
    </li>
  );
}

function Withdraw({ visit, line, refused }: PoolProps & { line: AskedLine }) {
  const own = refused?.requestId === line.requestId ? refused : undefined;
  const field = `reason-${line.requestId}`;
  return (
    <details class="sm:max-w-xs" open={own?.errors.reason !== undefined}>
      <summary class="link cursor-pointer text-sm w-fit" aria-label={text.withdrawName({ name: line.name })}>
        {text.withdraw()}
      </summary>
      <form
        method="post"
        action={visit.path(`/voice-requests/${line.requestId}/withdrawal`)}
        class="grid gap-2 mt-2"
        data-controller="once"
      >
        <label class="font-medium text-sm" for={field}>
          {text.reason()}
        </label>
        <p class="text-sm text-base-content/75">{text.withdrawReasonHint()}</p>
        <textarea
          class={`textarea w-full ${own?.errors.reason ? 'textarea-error' : ''}`}
          id={field}
          name="reason"
          rows={2}
          maxLength={500}
          required
          aria-invalid={own?.errors.reason ? true : undefined}
          aria-describedby={own?.errors.reason ? `${field}-error` : undefined}
        >
          {own?.typed ?? ''}
        </textarea>
        {own?.errors.reason ? (
          <p id={`${field}-error`} class="text-sm text-error">
            {own.errors.reason}
          </p>
        ) : null}
        <div>
          <SubmitButton look="outline" small>
            {text.withdraw()}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}

function Address({ visit, line, refused }: PoolProps & { line: AskedLine }) {
  const own = refused?.requestId === line.requestId ? refused : undefined;
  const field = `email-${line.requestId}`;
  return (
    <form
      method="post"
      action={visit.path(`/voice-requests/${line.requestId}/address`)}
      class="grid gap-1 mt-2 max-w-md"
      data-controller="once"
    >
      <label class="text-sm" for={field}>
        {line.email ? text.emailOf({ name: line.name }) : `${text.noAddress()}:`}
      </label>
      <span class="flex gap-2">
        <input
          class={`input input-sm grow min-w-0 ${own?.errors.email ? 'input-error' : ''}`}
          type="email"
          id={field}
          name="email"
          required
          maxLength={200}
          value={own?.errors.email ? own.typed : (line.email ?? '')}
          aria-invalid={own?.errors.email ? true : undefined}
          aria-describedby={own?.errors.email ? `${field}-error` : undefined}
        />
        <SubmitButton look="outline" small>
          {text.saveEmail()}
        </SubmitButton>
      </span>
      {own?.errors.email ? (
        <p id={`${field}-error`} class="text-sm text-error">
          {own.errors.email}
        </p>
      ) : null}
    </form>
  );
}

function Gone({ visit, line, round, roles, pool, refused }: PoolProps & { line: AskedLine }) {
  const mayRestore =
    round.state === 'preparing' &&
    line.state === 'withdrawn' &&
    (roles.has('officer') || (roles.has('appraiser') && CHOSEN_VOICES.includes(pool.rules.voice)));
  const error = refused?.requestId === line.requestId ? refused.errors.rater : undefined;
  return (
    <li class="py-2 flex flex-wrap justify-between gap-2">
      <span class="min-w-0">
        <span class="font-medium">{line.name}</span>
        <span class="block text-base-content/75">{whyGone(line, roles.has('officer'))}</span>
        {error ? <span class="block text-error">{error}</span> : null}
      </span>
      {mayRestore ? (
        <form
          method="post"
          action={visit.path(`/voice-requests/${line.requestId}/restoration`)}
          data-controller="once"
        >
          <button
            class="btn btn-sm btn-outline"
            type="submit"
            aria-label={text.restoreName({ name: line.name })}
          >
            {text.restore()}
          </button>
        </form>
      ) : null}
    </li>
  );
}

/** Why somebody declined is for officers; a reason of the system is a word, a person's stands as it was written. */
function whyGone({ state, reason }: AskedLine, isOfficer: boolean): string {
  if (state === 'declined')
    return isOfficer && reason ? `${text.declined()}. ${text.declinedWhy({ reason })}` : text.declined();
  const known = SYSTEM_REASONS.find((each) => each === reason);
  return known ? text[`why-${known}`]() : (reason ?? '');
}

function Changes({ visit, changes, view, roles }: ListView) {
  return (
    <Card
      title={text.history()}
      aside={
        roles.has('officer') ? (
          <LinkButton
            small
            href={visit.path(`/periods/${view.participation.period.id}/voices/people`)}
            icon="list"
          >
            {view.participation.period.name}
          </LinkButton>
        ) : null
      }
    >
      {changes.length === 0 ? <p class="text-base-content/75">{text.noHistory()}</p> : null}
      <ol class="grid gap-3">
        {changes.map((line) => (
          <li key={line.id}>
            <p>{sentenceOf(line)}</p>
            <p class="text-sm text-base-content/75">{formatInstant(line.at, visit.agency.zone)}</p>
            {line.reason ? <p class="text-sm">{line.reason}</p> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function sentenceOf({ act, by, rater }: ChangeLine): string {
  const said = { name: by, rater };
  if (act === 'add') return text['act-add'](said);
  return act === 'restore' ? text['act-restore'](said) : text['act-withdraw'](said);
}
