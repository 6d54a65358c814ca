import { openActs } from '#domain/workflow/workflow.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import { Card, EmptyState, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import { allLines } from '../lines.ts';
import type { Observation } from '../model.ts';
import { diaryText as text } from '../text.ts';
import { OBSERVATION, stateOf } from '../transitions.ts';
import { type FormProps, ObservationForm } from './observation-form.tsx';
import { ObservationWords, Openness } from './observation-words.tsx';

export interface DiaryView extends Omit<FormProps, 'action'> {
  readonly visit: Visit;
  readonly view: ParticipationView;
  readonly observations: readonly Observation[];
  /** Whether the reader keeps a diary about this person. */
  readonly keeps: boolean;
  /** Why nothing can be written now, in words; null where it can. */
  readonly closed: string | null;
}

export function DiaryPage(props: DiaryView) {
  const { visit, view, keeps, closed } = props;
  const isOwn = view.relations.has('employee');
  const action = visit.path(`/appraisals/${view.participation.id}/diary`);
  const title = isOwn ? text.titleOwn() : text.titleFor({ name: view.participation.person.name });
  return (
    <AppraisalFrame visit={visit} view={view} current="progress" title={title}>
      {keeps ? null : <p class="max-w-prose">{isOwn ? text.whoOwn() : text.whoReader()}</p>}
      {keeps && closed === null ? (
        <Card title={text.write()} id="write">
          <ObservationForm {...props} action={action} />
          <p class="mt-4 max-w-prose text-sm text-base-content/75">
            {text.who()} {text.intro()}
          </p>
        </Card>
      ) : null}
      {keeps && closed !== null ? <Notice>{closed}</Notice> : null}
      <Notes {...props} base={action} />
    </AppraisalFrame>
  );
}

function Notes(props: DiaryView & { base: string }) {
  const { observations, keeps, view, closed } = props;
  return (
    <Card title={text.mine()} id="notes">
      {keeps && closed === null && observations.length > 0 ? (
        <p class="mb-5 text-sm text-base-content/75">{text.shareHint()}</p>
      ) : null}
      {observations.length === 0 ? (
        <EmptyState icon="edit" title={text.none()}>
          {keeps ? text.noneHint() : view.relations.has('employee') ? text.noneOwn() : text.noneReader()}
        </EmptyState>
      ) : (
        <ul class="divide-y divide-base-300 -my-4">
          {observations.map((each) => (
            <Note key={each.id} {...props} observation={each} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Note(props: DiaryView & { base: string; observation: Observation }) {
  const { observation, visit, base, closed } = props;
  const isMine = observation.author.id === visit.actor.personId;
  const acts =
    isMine && closed === null
      ? openActs(OBSERVATION, stateOf(observation), new Set(['author'] as const))
      : [];
  const mayChange = acts.some((each) => each.act === 'change');
  return (
    <li class="py-4 grid gap-2" id={`observation-${observation.id}`}>
      <div class="flex flex-wrap gap-2 items-center text-sm">
        {isMine ? null : (
          <span class="font-medium">
            {text.by({ name: observation.author.name, role: text[observation.author.role]() })}
          </span>
        )}
        <Openness observation={observation} />
      </div>
      <ObservationWords
        wording={observation}
        lineNames={lineNamesOf(props)}
        fileHref={observation.file ? `${base}/${observation.id}/file` : null}
      />
      {mayChange ? (
        <div class="flex flex-wrap gap-2 items-center">
          <LinkButton href={`${base}/${observation.id}`} small icon="edit">
            {text.change()}
          </LinkButton>
          <form method="post" action={`${base}/${observation.id}/sharing`} data-controller="once">
            <SubmitButton look="outline" small icon="send">
              {text.share()}
            </SubmitButton>
          </form>
        </div>
      ) : null}
    </li>
  );
}

export function lineNamesOf({ lines }: Pick<DiaryView, 'lines'>): ReadonlyMap<string, string> {
  return new Map(allLines(lines).map((line) => [line.lineId, line.label]));
}
