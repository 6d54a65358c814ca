import type { ComponentChildren } from 'preact';
import type { Visit } from '#features/people/index.ts';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, LinkButton, Notice, PageHeading, Pagination, SubmitButton } from '#ui/parts.tsx';
import type { CheckOutcome, Finding, Preflight } from '../preflight/index.ts';
import type { Period } from '../queries.ts';
import { text } from '../text.ts';
import { openPeriodActs } from '../transitions.ts';

const SHOWN = 8;
export const FINDINGS_A_PAGE = 100;

export function PreflightPage(props: {
  visit: Visit;
  period: Period;
  found: Preflight;
  people: number;
  refusal?: string;
}) {
  const { visit, period, found, people, refusal } = props;
  const base = visit.path(`/periods/${period.id}`);
  const mayOpen = openPeriodActs(period.state, visit.actor).some((row) => row.act === 'open');
  return (
    <Layout chrome={visit.chrome} title={text.readiness({ name: period.name })} current="periods">
      <PageHeading
        title={text.readiness({ name: period.name })}
        above={
          <a class="link" href={base}>
            {period.name}
          </a>
        }
      />
      {refusal ? <Notice tone="error">{refusal}</Notice> : null}
      <Verdict found={found} people={people}>
        {mayOpen && found.blocking === 0 ? (
          <form method="post" action={`${base}/opening`} class="mt-3" data-controller="once">
            <SubmitButton icon="check">{text.openPeriod()}</SubmitButton>
          </form>
        ) : null}
      </Verdict>
      {found.outcomes.map((outcome) => (
        <OutcomeCard key={outcome.check.code} visit={visit} period={period} outcome={outcome} />
      ))}
      {found.passed.length > 0 ? (
        <p class="text-sm text-base-content/75">{text.passed({ count: found.passed.length })}</p>
      ) : null}
    </Layout>
  );
}

function Verdict(props: { found: Preflight; people: number; children: ComponentChildren }) {
  const { found, people, children } = props;
  if (found.blocking > 0) {
    return (
      <Notice tone="warning" title={text.blockingCount({ count: found.blocking })}>
        <p>{text.blockingHint()}</p>
        {children}
      </Notice>
    );
  }
  return (
    <Notice tone="success" title={text.ready()}>
      <p>{text.readyHint({ people })}</p>
      {children}
    </Notice>
  );
}

function OutcomeCard({ visit, period, outcome }: { visit: Visit; period: Period; outcome: CheckOutcome }) {
  const { check, findings } = outcome;
  const isBlocking = check.severity === 'blocking';
  return (
    <Card
      id={check.code}
      title={check.title(findings.length)}
      aside={
        <Badge tone={isBlocking ? 'error' : 'warning'}>{isBlocking ? text.blocking() : text.warning()}</Badge>
      }
    >
      <p class="-mt-3 mb-3 text-base-content/85 max-w-prose">{check.advice()}</p>
      <FindingList visit={visit} findings={findings.slice(0, SHOWN)} />
      {findings.length > SHOWN ? (
        <p class="mt-3">
          <a class="link" href={visit.path(`/periods/${period.id}/preflight?check=${check.code}`)}>
            {text.showAll({ count: findings.length })}
          </a>
        </p>
      ) : null}
    </Card>
  );
}

function FindingList({ visit, findings }: { visit: Visit; findings: readonly Finding[] }) {
  return (
    <ul class="divide-y divide-base-300 border-t border-base-300">
      {findings.map((each, index) => (
        <li key={`${each.path}-${index}`} class="py-2.5 flex flex-wrap items-center gap-x-4 gap-y-1">
          <div class="min-w-0 grow basis-60">
            <p class="font-medium break-words">{each.name}</p>
            <p class="text-sm text-base-content/75 break-words">
              {[each.unitName, each.detail].filter(Boolean).join(' · ')}
            </p>
          </div>
          <a
            class="btn btn-sm btn-outline"
            href={visit.path(each.path)}
            aria-label={text.mendFor({ name: each.name })}
          >
            {text.mend()}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** All findings of one check, in pages. */
export function CheckPage(props: { visit: Visit; period: Period; outcome: CheckOutcome; page: number }) {
  const { visit, period, outcome, page } = props;
  const { check, findings } = outcome;
  const back = visit.path(`/periods/${period.id}/preflight`);
  const start = (page - 1) * FINDINGS_A_PAGE;
  return (
    <Layout chrome={visit.chrome} title={check.title(findings.length)} current="periods">
      <PageHeading
        title={check.title(findings.length)}
        above={
          <a class="link" href={back}>
            {text.backToReadiness()}
          </a>
        }
        intro={check.advice()}
      />
      <Card>
        <FindingList visit={visit} findings={findings.slice(start, start + FINDINGS_A_PAGE)} />
      </Card>
      <Pagination
        page={page}
        pageSize={FINDINGS_A_PAGE}
        total={findings.length}
        href={(to) => `${back}?check=${check.code}&page=${to}`}
      />
      <div>
        <LinkButton href={back} icon="arrowLeft">
          {text.backToReadiness()}
        </LinkButton>
      </div>
    </Layout>
  );
}
