import { isAgencyOfficer, isOfficer, type Visit } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, Notice, PageHeading, ProgressBar, SubmitButton } from '#ui/parts.tsx';
import type { Draw } from '../draws/queries.ts';
import type { Look } from '../looks/queries.ts';
import { DrawCard, type DrawForm } from './draw-card.tsx';
import { LookBadge } from './parts.tsx';
import { text } from './text.ts';

export const DAYS_TO_DO_IT = 14;

interface Props {
  readonly visit: Visit;
  readonly period: Period;
  readonly draws: readonly Draw[];
  readonly looks: readonly Look[];
  readonly id: string;
  readonly secret: string;
  readonly form: DrawForm;
}

/** The draws of a period and what became of those that were drawn. */
export function PeriodLooksPage(props: Props) {
  const { visit, period, draws, looks, form } = props;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="periods">
      <PageHeading
        title={text.title()}
        above={
          <a class="link" href={visit.path(`/periods/${period.id}`)}>
            {period.name}
          </a>
        }
        intro={<p>{text.intro()}</p>}
      />
      {form.errors.form ? <Notice tone="error">{form.errors.form}</Notice> : null}
      {draws.slice(0, 1).map((draw) => (
        <DrawCard key={draw.id} {...props} draw={draw} />
      ))}
      {draws.length === 0 ? <Prepare {...props} /> : null}
      <Looks visit={visit} looks={looks} periodId={period.id} />
      {draws.length > 0 ? <Prepare {...props} /> : null}
      {draws.slice(1).map((draw) => (
        <DrawCard key={draw.id} {...props} draw={draw} />
      ))}
    </Layout>
  );
}

function Prepare({ visit, period, draws, id }: Props) {
  if (!isAgencyOfficer(visit.actor)) return draws.length > 0 ? null : <EmptyState title={text.noDraw()} />;
  if (draws.some(({ state }) => state === 'committing' || state === 'revealing')) return null;
  const hasDrawn = draws.some(({ state }) => state === 'drawn');
  return (
    <Card title={text.prepare()}>
      <form
        method="post"
        action={visit.path(`/periods/${period.id}/second-looks`)}
        class="grid gap-4"
        data-controller="once"
      >
        <input type="hidden" name="id" value={id} />
        <p class="max-w-prose">{hasDrawn ? text.prepareAgain() : text.prepareIntro()}</p>
        <div>
          <SubmitButton icon="list" look={hasDrawn ? 'outline' : 'primary'}>
            {text.prepare()}
          </SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function Looks({ visit, looks, periodId }: { visit: Visit; looks: readonly Look[]; periodId: string }) {
  const counted = looks.filter(({ state }) => state !== 'cancelled');
  const waiting = looks.filter(({ state }) => state === 'waiting');
  return (
    <Card title={text.looks()} padded={false}>
      {counted.length > 0 ? (
        <div class="px-5 py-3">
          <ProgressBar
            label={text.progress()}
            done={counted.filter(({ state }) => state === 'given').length}
            total={counted.length}
          />
        </div>
      ) : null}
      {waiting.length > 0 && isOfficer(visit.actor) ? (
        <form
          method="post"
          action={visit.path(`/periods/${periodId}/second-looks/requests`)}
          class="px-5 py-4 grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem_auto] items-end border-y border-base-300 bg-base-200"
          data-controller="once"
        >
          <p class="text-sm">{text.askAllIntro()}</p>
          <TextField
            name="dueOn"
            type="date"
            label={text.due()}
            required
            value={addDays(visit.today, DAYS_TO_DO_IT)}
            min={visit.today}
          />
          <SubmitButton icon="send">{text.askAll()}</SubmitButton>
        </form>
      ) : null}
      {looks.length === 0 ? (
        <EmptyState icon="users" title={text.none()}>
          {text.noneHint()}
        </EmptyState>
      ) : (
        <LookTable visit={visit} looks={looks} />
      )}
    </Card>
  );
}

function LookTable({ visit, looks }: { visit: Visit; looks: readonly Look[] }) {
  return (
    <DataTable
      caption={text.looks()}
      rows={looks}
      rowKey={(look) => look.id}
      columns={[
        {
          key: 'employee',
          heading: text.employee(),
          isTitle: true,
          cell: (look) => (
            <>
              <a class="link link-hover" href={visit.path(`/second-looks/${look.id}`)}>
                {look.rateeName}
              </a>
              <span class="block text-xs font-normal text-base-content/75">{look.unitName}</span>
            </>
          ),
        },
        { key: 'first', heading: text.first(), cell: (look) => look.firstName ?? '–' },
        { key: 'second', heading: text.second(), cell: (look) => look.secondName ?? '–' },
        {
          key: 'cause',
          heading: text.cause(),
          cell: (look) =>
            look.cause === 'lot' ? `${text.lot()} ${look.drawRank ?? ''}`.trim() : text.conflict(),
        },
        {
          key: 'state',
          heading: text.state(),
          cell: (look) => (
            <>
              <LookBadge look={look} today={visit.today} />
              {look.state === 'asked' && look.dueOn ? (
                <span class="block text-xs text-base-content/75">{formatDate(look.dueOn, 'short')}</span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
