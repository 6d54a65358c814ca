import { countedWords, registeredWords } from '#domain/attendance/index.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { civilDateIn, formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Badge, Card, EmptyState, Facts } from '#ui/parts.tsx';
import { contestableUntil } from '../commands.ts';
import type { Contest } from '../contests.ts';
import { type DayRow, isDecided } from '../days.ts';
import { monthName } from '../months.ts';
import { text } from '../text.ts';
import type { AttendanceView } from '../view.ts';
import { type ContestForm, DayContestForm } from './contest-form.tsx';
import { CONTEST_TONES, dayOrigin, dayState } from './words.ts';

export interface DayPageView {
  readonly visit: Visit;
  readonly attendance: AttendanceView;
  readonly date: string;
  readonly history: readonly DayRow[];
  readonly form: ContestForm | null;
}

/** One day: what was registered, how it counts, where it comes from, and the way to contest it. */
export function DayPage(props: DayPageView) {
  const { visit, attendance, date, history } = props;
  const { view, month } = attendance;
  const day = history.find(({ supersededAt }) => supersededAt === null);
  const former = history.filter(({ supersededAt }) => supersededAt !== null);
  const contests = attendance.contests.filter(
    ({ subject }) => subject.kind === 'day' && subject.date === date,
  );
  const name = attendance.component?.settings.label;
  const registered = day && registeredWords(day);
  return (
    <AppraisalFrame
      visit={visit}
      view={view}
      current="progress"
      title={text.dayTitle({ date: formatDate(date) })}
      width="narrow"
    >
      <p>
        <a class="link" href={visit.path(`/appraisals/${view.participation.id}/attendance?month=${month}`)}>
          {text.backToMonth({ month: monthName(month) })}
        </a>
      </p>
      {day ? (
        <Card
          title={dayState(day)}
          aside={isDecided(day) ? <Badge tone="info">{text.corrected()}</Badge> : undefined}
        >
          <p class="text-lg">{inLocale(countedWords(day, attendance.component?.settings))}</p>
          <div class="mt-4">
            <Facts
              facts={[
                [text.registered(), registered ? inLocale(registered) : text.noTimes()],
                [
                  text.source(),
                  text.sourceOf({
                    note: dayOrigin(day),
                    date: formatDate(civilDateIn(visit.agency.zone, day.recordedAt), 'short'),
                  }),
                ],
                ...(name ? [[text.component(), inLocale(name)] as const] : []),
              ]}
            />
          </div>
          {former.length > 0 ? <Former {...props} former={former} /> : null}
        </Card>
      ) : (
        <Card>
          <EmptyState icon="calendar" title={attendance.holidays.get(date) ?? text.unknown()}>
            {text.notRecorded()}
          </EmptyState>
        </Card>
      )}
      {contests.map((contest) => (
        <ContestLine key={contest.id} visit={visit} contest={contest} />
      ))}
      {day ? <ContestCard {...props} day={day} contests={contests} /> : null}
      <CorrectCard {...props} />
    </AppraisalFrame>
  );
}

function Former({ visit, former }: DayPageView & { former: readonly DayRow[] }) {
  return (
    <details class="mt-3">
      <summary class="link cursor-pointer">{text.formerly()}</summary>
      <ul class="mt-2 grid gap-1 list-disc ps-5">
        {former.map((day) => (
          <li key={day.id}>
            {dayState(day)} · {dayOrigin(day)} ·{' '}
            {formatDate(civilDateIn(visit.agency.zone, day.recordedAt), 'short')}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** An objection in one line, with its state in words. */
export function ContestLine({ visit, contest }: { visit: Visit; contest: Contest }) {
  return (
    <Card>
      <p class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Badge tone={CONTEST_TONES[contest.state]}>{text[contest.state]()}</Badge>
        <a class="link font-medium" href={visit.path(`/contests/${contest.id}`)}>
          {text.contests()}
        </a>
        <span>{formatDate(civilDateIn(visit.agency.zone, contest.createdAt))}</span>
      </p>
      <p class="mt-2 max-w-prose">{contest.reason}</p>
      {contest.decision ? (
        <p class="mt-2 max-w-prose">
          {contest.decidedByName}: {contest.decision}
        </p>
      ) : null}
    </Card>
  );
}

function ContestCard(props: DayPageView & { day: DayRow; contests: readonly Contest[] }) {
  const { visit, attendance, form, day, contests, date } = props;
  const { relations, participation } = attendance.view;
  if (!relations.has('employee') || !attendance.component) return null;
  if (participation.period.state !== 'open' || contests.some(({ state }) => state === 'open')) return null;
  const until = contestableUntil(day.recordedAt, attendance.settings.contestDays, visit.agency.zone);
  if (visit.today > until)
    return (
      <Card>
        <p class="max-w-prose">{text.windowOver({ date: formatDate(until) })}</p>
      </Card>
    );
  if (!form || form.corrects) return null;
  const crossesMidnight = (attendance.shiftOn(date)?.to ?? 0) > 1440;
  return (
    <Card title={text.contest()} id="contest">
      <p class="max-w-prose mb-4">{text.contestUntil({ date: formatDate(until) })}</p>
      <DayContestForm {...form} crossesMidnight={crossesMidnight} />
    </Card>
  );
}

/** An officer corrects somebody else's day directly, for what nobody contested or no longer can. */
function CorrectCard({ attendance, form, date }: DayPageView) {
  const { relations, participation } = attendance.view;
  if (!form?.corrects || !relations.has('officer') || relations.has('employee')) return null;
  if (participation.period.state !== 'open') return null;
  const hasErrors = Object.keys(form.errors).length > 0;
  return (
    <Card>
      <details open={hasErrors}>
        <summary class="link cursor-pointer py-1">{text.correct()}</summary>
        <p class="max-w-prose my-3">{text.correctHint()}</p>
        <DayContestForm {...form} crossesMidnight={(attendance.shiftOn(date)?.to ?? 0) > 1440} />
      </details>
    </Card>
  );
}
