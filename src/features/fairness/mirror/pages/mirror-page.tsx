import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Run } from '../../store/types.ts';
import { text } from '../text.ts';
import { text as answersText, PATTERNS } from '../text-answers.ts';
import type { MirrorSection, MirrorView } from '../view.ts';
import { capital } from './answers-page.tsx';
import { DriftCard } from './drift-card.tsx';
import { HaloCard } from './halo-card.tsx';
import { LooksCard } from './looks-card.tsx';
import { Answered, AnswerField, PatternBody } from './patterns.tsx';
import { PowerCard } from './power-card.tsx';
import { SeverityCard } from './severity-card.tsx';
import { UseCard } from './use-card.tsx';

interface Props {
  readonly visit: Visit;
  readonly view: MirrorView;
  readonly typed?: Readonly<Record<string, string | undefined>>;
  readonly errors?: FieldErrors;
}

/** An appraiser's own ratings against comparable ones. The one who looks is the one who rated: there is no other way in. */
export function MirrorPage(props: Props) {
  const { visit, view } = props;
  const { run, sections } = view;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="team">
      <PageHeading title={text.title()} above={view.period.name} intro={<p>{text.intro()}</p>} />
      <Periods visit={visit} view={view} />
      {run && sections.length > 0 ? (
        <>
          <Patterns {...props} />
          {sections.map((section) => (
            <Section key={section.model.ordinal} visit={visit} run={run} section={section} />
          ))}
          <HowTo />
        </>
      ) : (
        <Nothing visit={visit} isComputed={run !== undefined} />
      )}
    </Layout>
  );
}

function Periods({ visit, view }: { visit: Visit; view: MirrorView }) {
  if (view.periods.length < 2) return null;
  return (
    <nav aria-label={text.periods()}>
      <ul class="flex flex-wrap gap-2">
        {view.periods.map((period) => {
          const isCurrent = period.id === view.period.id;
          return (
            <li key={period.id}>
              <a
                class={`btn btn-sm ${isCurrent ? 'btn-primary' : 'btn-outline'}`}
                href={visit.path(`/fairness/mirror/${period.id}`)}
                aria-current={isCurrent ? 'page' : undefined}
              >
                {period.name}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Nothing({ visit, isComputed }: { visit: Visit; isComputed: boolean }) {
  return (
    <Card>
      <EmptyState
        icon="chart"
        title={isComputed ? text.noForms() : text.noFigures()}
        act={<LinkButton href={visit.path('/team')}>{text.goToTeam()}</LinkButton>}
      >
        {isComputed ? text.noFormsBody() : text.noFiguresBody()}
      </EmptyState>
    </Card>
  );
}

/** Each pattern with its explanation, or with the field to give it: once sent it stays as it is. */
function Patterns({ visit, view, typed, errors }: Props) {
  const { patterns, period } = view;
  if (patterns.length === 0) {
    return (
      <Card title={answersText.none()}>
        <p class="max-w-prose">{answersText.noneBody()}</p>
      </Card>
    );
  }
  const action = visit.path(`/fairness/mirror/${period.id}/answers`);
  return (
    <Card title={answersText.cardTitle()} aside={<Badge tone="warning">{patterns.length}</Badge>}>
      <p class="max-w-prose">{answersText.cardIntro()}</p>
      <div class="divide-y divide-base-300 mt-4">
        {patterns.map((pattern) => (
          <section key={pattern.detector} class="py-5 first:pt-2 last:pb-0 grid gap-4">
            <h3 class="font-semibold">{capital(PATTERNS[pattern.detector].name())}</h3>
            <PatternBody visit={visit} pattern={pattern} />
            {pattern.answer ? (
              <Answered visit={visit} answer={pattern.answer} />
            ) : (
              <form class="grid gap-3" method="post" action={action} data-controller="once">
                <AnswerField pattern={pattern} typed={typed ?? {}} errors={errors ?? {}} />
                <div>
                  <SubmitButton icon="send">{answersText.send()}</SubmitButton>
                </div>
              </form>
            )}
          </section>
        ))}
      </div>
    </Card>
  );
}

function Section({ visit, run, section }: { visit: Visit; run: Run; section: MirrorSection }) {
  const { model, rater } = section;
  const { settings } = run;
  const people = new Set(section.forms.map(({ participantId }) => participantId));
  const shared = new Set(
    section.forms.flatMap(({ participantId, isShared }) => (isShared ? [participantId] : [])),
  );
  return (
    <>
      <div class="grid gap-1">
        <p class="font-semibold">
          {text.scheme({ scheme: inLocale(section.title), version: String(model.scheme.version) })}
        </p>
        <p class="text-sm text-base-content/75">
          {text.basedOn({
            forms: rater.n,
            shared: shared.size,
            people: people.size,
            when: formatInstant(run.finishedAt ?? run.requestedAt, visit.agency.zone),
            all: model.report.counts.forms,
            raters: model.report.counts.raters,
          })}
        </p>
        <p class="text-sm text-base-content/75">{text.points()}</p>
      </div>
      <SeverityCard visit={visit} section={section} settings={settings} />
      <LooksCard visit={visit} section={section} />
      <UseCard section={section} />
      <HaloCard section={section} />
      <DriftCard section={section} settings={settings} />
      <PowerCard section={section} settings={settings} />
    </>
  );
}

function HowTo() {
  return (
    <Card title={text.howTo()}>
      <ul class="list-disc pl-5 grid gap-2 max-w-prose">
        {[text.howTo1(), text.howTo2(), text.howTo3(), text.howTo4()].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}
