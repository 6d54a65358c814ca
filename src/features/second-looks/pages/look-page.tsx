import type { ComponentChildren } from 'preact';
import type { Scheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { formatDate } from '#platform/locale/format.ts';
import { type FieldErrors, ProblemSummary, RadioGroup, TextArea, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Facts, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { SecondCandidate } from '../looks/candidates.ts';
import type { Look, StoredDifferences } from '../looks/queries.ts';
import type { Reader } from '../looks/standing.ts';
import { ComparisonCard, type ResultInShort } from './comparison.tsx';
import { LookBadge } from './parts.tsx';
import { DAYS_TO_DO_IT } from './period-page.tsx';
import { text } from './text.ts';

export interface Compared {
  readonly first: ResultInShort;
  readonly second: ResultInShort;
  readonly differences: StoredDifferences;
}

interface Props {
  readonly visit: Visit;
  readonly look: Look;
  readonly scheme: Scheme;
  readonly readers: ReadonlySet<Reader>;
  readonly candidates: readonly SecondCandidate[];
  readonly compared: Compared | null;
  readonly typed?: Readonly<Record<string, string | undefined>>;
  readonly errors?: FieldErrors;
}

/** One second look: arranged by an officer, compared once both are there. */
export function LookPage(props: Props) {
  const { visit, look, readers, compared, scheme } = props;
  const title = text.formTitle({ name: look.rateeName });
  const oversees = readers.has('officer') || readers.has('auditor');
  return (
    <Layout chrome={visit.chrome} title={title} current={oversees ? 'periods' : 'team'}>
      <PageHeading
        title={title}
        above={
          <a
            class="link"
            href={visit.path(oversees ? `/periods/${look.periodId}/second-looks` : '/second-looks')}
          >
            {look.periodName} · {text.title()}
          </a>
        }
        intro={<LookBadge look={look} today={visit.today} />}
      />
      {readers.has('officer') && look.state === 'waiting' ? <Ask {...props} /> : null}
      {compared && look.outcome ? (
        <ComparisonCard scheme={scheme} outcome={look.outcome} {...compared} />
      ) : look.state === 'given' ? (
        <Notice tone="info">{text.waitsForFirst()}</Notice>
      ) : null}
      {look.outcome === 'category' ? <NoteCard {...props} /> : null}
      {look.state === 'asked' && look.secondName && look.dueOn ? (
        <Notice tone="info">
          {text.waitsForSecond({ name: look.secondName, date: formatDate(look.dueOn) })}
        </Notice>
      ) : null}
      <About look={look} />
      {readers.has('officer') && look.state === 'asked' ? (
        <ReasonCard {...props} noun="replacement" title={text.replace()} />
      ) : null}
      {readers.has('officer') && look.cause === 'conflict' && ['waiting', 'asked'].includes(look.state) ? (
        <ReasonCard {...props} noun="cancellation" title={text.cancel()} />
      ) : null}
    </Layout>
  );
}

function About({ look }: { look: Look }) {
  return (
    <Card>
      <Facts
        facts={[
          [text.employee(), look.rateeName],
          [text.unit(), look.unitName],
          [text.first(), look.firstName ?? '–'],
          [text.second(), look.secondName ?? '–'],
          [text.cause(), look.cause === 'lot' ? text.lot() : text.conflict()],
        ]}
      />
    </Card>
  );
}

function Ask({ visit, look, candidates, typed, errors = {} }: Props) {
  if (candidates.length === 0) return <Notice tone="warning">{text.nobodyFits()}</Notice>;
  return (
    <Card title={text.choose()}>
      <form
        method="post"
        action={visit.path(`/second-looks/${look.id}/request`)}
        class="grid gap-5"
        data-controller="once"
      >
        <ProblemSummary errors={errors} />
        <div id="appraiserId" tabIndex={-1}>
          <RadioGroup
            name="appraiserId"
            label={text.second()}
            hint={text.chooseHint()}
            required
            value={typed?.appraiserId ?? candidates[0]?.id}
            error={errors.appraiserId}
            choices={candidates.map((each) => ({
              value: each.id,
              label: each.name,
              hint: [
                each.position,
                each.unitName,
                ...(each.isNear ? [text.near()] : []),
                text.load({ count: each.load }),
              ].join(' · '),
            }))}
          />
        </div>
        <div class="max-w-56">
          <TextField
            name="dueOn"
            type="date"
            label={text.due()}
            hint={text.dueHint()}
            required
            min={visit.today}
            value={typed?.dueOn ?? addDays(visit.today, DAYS_TO_DO_IT)}
            error={errors.dueOn}
          />
        </div>
        <div>
          <SubmitButton icon="send">{text.ask()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function NoteCard(props: Props) {
  const { visit, look, readers, typed, errors = {} } = props;
  if (look.note) {
    return (
      <Card title={text.note()}>
        <p class="whitespace-pre-line">{look.note}</p>
      </Card>
    );
  }
  if (!readers.has('superior')) return <p class="text-base-content/75">{text.noteWaits()}</p>;
  return (
    <Card title={text.note()}>
      <form
        method="post"
        action={visit.path(`/second-looks/${look.id}/note`)}
        class="grid gap-4"
        data-controller="once"
      >
        <p class="max-w-prose">{text.noteIntro()}</p>
        <TextArea
          name="note"
          label={text.note()}
          hideLabel
          required
          value={typed?.note}
          error={errors.note}
          maxLength={2000}
        />
        <div>
          <SubmitButton icon="check">{text.noteSend()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function ReasonCard(props: Props & { noun: 'replacement' | 'cancellation'; title: string }) {
  const { visit, look, noun, title, typed, errors = {} } = props;
  const field = `reason-${noun}`;
  return (
    <Card title={title}>
      <form
        method="post"
        action={visit.path(`/second-looks/${look.id}/${noun}`)}
        class="grid gap-4"
        data-controller="once"
      >
        <TextArea
          name={field}
          label={text.reason()}
          required
          rows={2}
          value={typed?.[field]}
          error={errors[field]}
          maxLength={1000}
        />
        <div>
          <SubmitButton look="outline">{title}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

/** What the employee reads: that it was made and what came of it, in words. */
export function OwnLookPage({ visit, look }: { visit: Visit; look: Look }) {
  return (
    <Layout chrome={visit.chrome} title={text.ownTitle()} current="mine" width="narrow">
      <PageHeading title={text.ownTitle()} above={look.periodName} />
      <Card>
        <div class="grid gap-3">
          <p>{look.cause === 'lot' ? text.ownLot() : text.ownConflict()}</p>
          <p class="font-medium">{outcomeInWords(look)}</p>
          <p>{text.unchanged()}</p>
          <div>
            <LinkButton href={visit.path(`/appraisals/${look.participantId}/result`)} icon="arrowRight">
              {text.ownResult()}
            </LinkButton>
          </div>
        </div>
      </Card>
    </Layout>
  );
}

function outcomeInWords({ outcome, comparedAt }: Look): ComponentChildren {
  if (!comparedAt || !outcome) return text.ownWaits();
  return { agrees: text.ownAgrees, items: text.ownItems, category: text.ownCategory }[outcome]();
}
