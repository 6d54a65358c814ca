import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import { todayIn } from '#platform/clock/clock.ts';
import { formatDate } from '#platform/locale/format.ts';
import { ProblemSummary } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { Badge, Card, LinkButton, SubmitButton } from '#ui/parts.tsx';
import {
  type Availability,
  availability,
  begunStages,
  type Missing,
  mayPrintDraft,
  PAPER_KINDS,
  type PaperKind,
} from '../available.ts';
import type { AppraisalFacts } from '../facts.ts';
import type { CheckedSigning } from '../signing.ts';
import { text } from '../text.ts';
import { PlaceAndDate } from './place-and-date.tsx';

export interface PapersView {
  readonly visit: Visit;
  readonly view: ParticipationView;
  readonly facts: AppraisalFacts;
  readonly place: string;
  readonly checked: CheckedSigning;
  readonly mayBundle: boolean;
}

export function PapersPage(props: PapersView) {
  const { visit, view, mayBundle } = props;
  return (
    <AppraisalFrame
      visit={visit}
      view={view}
      current="papers"
      title={text.title()}
      acts={
        mayBundle ? (
          <LinkButton href={visit.path('/papers')} icon="print">
            {text.toBundle()}
          </LinkButton>
        ) : undefined
      }
    >
      <p class="max-w-prose text-base-content/85">{text.intro()}</p>
      <div class="grid gap-5 lg:grid-cols-[minmax(0,1fr)_19rem] items-start">
        <ul class="grid gap-4">
          {PAPER_KINDS.map((kind) => (
            <PaperItem key={kind} kind={kind} {...props} />
          ))}
        </ul>
        {/* What was refused is seen first, also on a phone. */}
        <div class={props.checked.ok ? '' : 'max-lg:order-first'}>
          <SigningForm {...props} />
        </div>
      </div>
    </AppraisalFrame>
  );
}

function PaperItem({ kind, ...props }: PapersView & { kind: PaperKind }) {
  const { visit, view, facts } = props;
  const isEmployee = view.relations.has('employee');
  const available = availability(facts, kind, isEmployee);
  return (
    <li class="bg-base-100 border border-base-300 rounded-box p-5 grid gap-3">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 class="text-lg font-semibold">{text[kind]()}</h2>
        <StateBadge available={available} />
      </div>
      <p class="text-sm text-base-content/75">{text[`${kind}About`]()}</p>
      {available.state === 'missing' ? (
        <MissingNote visit={visit} view={view} why={available.why} />
      ) : (
        <p class="text-sm">{noteOn(visit, facts, kind, available)}</p>
      )}
      {available.state === 'missing' ? null : kind === 'feedback' ? (
        <StageLinks {...props} />
      ) : (
        <PaperLinks {...props} file={kind} name={text[kind]()} />
      )}
      {kind === 'skp' && facts.plan && mayPrintDraft(facts, isEmployee) ? (
        <div class="border-t border-base-300 pt-3 grid gap-2">
          <h3 class="text-sm font-medium">{text.revision()}</h3>
          <PaperLinks {...props} file="skp" name={text.revision()} more={{ draft: 'yes' }} />
        </div>
      ) : null}
    </li>
  );
}

function StateBadge({ available }: { available: Availability }) {
  if (available.state === 'ready') return <Badge tone="success">{text.ready()}</Badge>;
  if (available.state === 'draft') return <Badge tone="warning">{text.draft()}</Badge>;
  return <Badge>{text.missing()}</Badge>;
}

function noteOn(
  visit: Visit,
  facts: AppraisalFacts,
  kind: PaperKind,
  available: Availability,
): string | null {
  if (available.state === 'draft') return kind === 'skp' ? text.draftPlanNote() : text.draftResultNote();
  const on = (instant: Date) => formatDate(todayIn(visit.agency.zone, instant));
  if (kind === 'skp' && facts.plan)
    return text.versionNote({ version: facts.plan.version, date: on(facts.plan.agreedAt) });
  if (kind === 'feedback' || !facts.result?.ratifiedAt) return null;
  return text.ratifiedNote({ date: on(facts.result.ratifiedAt) });
}

const WORDS: Record<Missing, { why: () => string; link: () => string; step: string }> = {
  'no-plan': { why: text.noPlan, link: text.toPlan, step: 'plan' },
  'plan-not-agreed': { why: text.planNotAgreed, link: text.toPlan, step: 'plan' },
  'no-result': { why: text.noResult, link: text.toEvaluation, step: 'evaluation' },
  'not-ratified': { why: text.notRatified, link: text.toResult, step: 'result' },
};

function MissingNote({ visit, view, why }: { visit: Visit; view: ParticipationView; why: Missing }) {
  const words = WORDS[why];
  return (
    <p class="text-sm flex flex-wrap gap-x-3 gap-y-1">
      <span>{words.why()}</span>
      <a class="link" href={visit.path(`/appraisals/${view.participation.id}/${words.step}`)}>
        {words.link()}
      </a>
    </p>
  );
}

function StageLinks(props: PapersView) {
  const stages = begunStages(props.facts, props.visit.today);
  return (
    <ul class="grid gap-1 divide-y divide-base-300">
      {stages.map((stage) => (
        <li key={stage.ordinal} class="flex flex-wrap items-center justify-between gap-2 py-1.5">
          <span class="text-sm">{stage.name}</span>
          <PaperLinks
            {...props}
            file="feedback"
            name={`${text.feedback()} ${stage.name}`}
            more={{ stage: String(stage.ordinal) }}
            small
          />
        </li>
      ))}
      <li class="flex flex-wrap items-center justify-between gap-2 py-1.5">
        <span class="text-sm font-medium">{text.wholePeriod()}</span>
        <PaperLinks {...props} file="feedback" name={`${text.feedback()} ${text.wholePeriod()}`} small />
      </li>
    </ul>
  );
}

function PaperLinks(
  props: PapersView & {
    file: PaperKind;
    name: string;
    more?: Record<string, string>;
    small?: boolean;
  },
) {
  const { visit, view, checked, file, name, more = {}, small } = props;
  const signing = checked.ok ? checked.signing : {};
  const chosen = Object.entries({ ...signing, ...more }).flatMap(([key, value]) =>
    value ? [[key, value]] : [],
  );
  const address = (extra: string[][]) => {
    const query = new URLSearchParams([...chosen, ...extra] as [string, string][]).toString();
    return `${visit.path(`/appraisals/${view.participation.id}/papers/${file}.pdf`)}${query ? `?${query}` : ''}`;
  };
  const size = small ? 'btn-sm' : '';
  return (
    <div class="flex flex-wrap gap-2">
      <a
        class={`btn btn-outline ${size}`}
        href={address([])}
        target="_blank"
        rel="noopener"
        data-turbo="false"
        aria-label={`${text.viewOf({ paper: name })} ${text.newTab()}`}
      >
        <Icon name="file" /> {text.view()}
      </a>
      <a
        class={`btn btn-ghost ${size}`}
        href={address([['download', 'yes']])}
        data-turbo="false"
        aria-label={text.downloadOf({ paper: name })}
      >
        <Icon name="download" /> {text.download()}
      </a>
    </div>
  );
}

function SigningForm({ visit, view, place, checked }: PapersView) {
  const typed = checked.ok ? checked.signing : checked.typed;
  const errors = checked.ok ? {} : checked.errors;
  const isChosen = checked.ok && Boolean(checked.signing.place ?? checked.signing.date);
  return (
    <Card title={text.signing()}>
      <form
        method="get"
        action={visit.path(`/appraisals/${view.participation.id}/papers`)}
        class="grid gap-4"
      >
        <ProblemSummary errors={errors} />
        <PlaceAndDate place={place} typed={typed} errors={errors} />
        <div>
          <SubmitButton look="outline">{text.apply()}</SubmitButton>
        </div>
        {isChosen ? (
          <p role="status" class="text-sm text-base-content/75">
            {text.applied()}
          </p>
        ) : null}
      </form>
    </Card>
  );
}
