import { voiceLabel } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { Badge, Card, EmptyState, LinkButton, Notice } from '#ui/parts.tsx';
import type { Round } from '../../queries.ts';
import type { RequestRole } from '../../transitions.ts';
import type { AskedPool, ChangeLine } from '../list-queries.ts';
import { listText as text } from '../text-list.ts';
import { type AskingScheme, isLive } from '../world.ts';
import { AddCard, type AddForm } from './add-card.tsx';
import { Gone, Line } from './list-line.tsx';

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
        {isOwn
          ? text.introOwn()
          : (roles.has('officer') && round?.state === 'asking' ? text.introOfficer : text.intro)({
              person: view.participation.person.name,
            })}
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

export type PoolProps = ListView & { round: Round; pool: AskedPool };

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
