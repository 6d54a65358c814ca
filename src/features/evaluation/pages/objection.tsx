/** The objection as a conversation that all sides read alike, and the form of whoever speaks next. */
import type { ComponentChildren } from 'preact';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { RadioGroup, SelectField } from '#ui/form.tsx';
import { Card, SubmitButton } from '#ui/parts.tsx';
import { WORDS } from '../content.ts';
import { text as localText } from '../text-local.ts';
import { text } from '../text-result.ts';
import { ratingChoices, Words } from './parts.tsx';
import { ActForm, actsFor, type NextProps } from './result-next.tsx';

export function ObjectionDialogue(props: NextProps & { newResultId: string }) {
  const { visit, evaluation, result } = props;
  const { objection, view, names } = evaluation;
  const acts = actsFor(props);
  if (!objection && !acts.has('object')) return null;
  const at = (instant: Date | null) => (instant ? formatInstant(instant, visit.agency.zone) : '');
  const name = (id: string | null) => (id ? (names.get(id) ?? '') : '');
  return (
    <Card title={objection ? text.dialogue() : text.object()} id="objection">
      <div class="grid gap-4">
        {objection ? (
          <>
            <Voice
              role={text.roleEmployee()}
              name={view.participation.person.name}
              when={at(objection.filedAt)}
              words={objection.body}
            />
            {objection.explanation ? (
              <Voice
                role={text.roleAppraiser()}
                name={name(objection.explainedBy)}
                when={at(objection.explainedAt)}
                words={objection.explanation}
              />
            ) : objection.decision ? (
              <p class="text-sm text-base-content/75">
                {text.notExplained({ date: formatDate(objection.explanationDueOn) })}
              </p>
            ) : null}
            {objection.decision && objection.decisionReason ? (
              <Voice
                role={text.roleSuperior()}
                name={name(objection.decidedBy)}
                when={at(objection.decidedAt)}
                words={objection.decisionReason}
              >
                <p class="font-medium">{text[objection.decision]()}</p>
              </Voice>
            ) : null}
          </>
        ) : null}
        {acts.has('object') ? <ObjectForm {...props} /> : null}
        {acts.has('explain') && result.state === 'objected' ? <ExplainForm {...props} /> : null}
        {acts.has('uphold') ? <DecideForm {...props} /> : null}
      </div>
    </Card>
  );
}

function Voice(props: {
  role: string;
  name: string;
  when: string;
  words: string;
  children?: ComponentChildren;
}) {
  return (
    <figure class="border-l-2 border-base-300 pl-4">
      <figcaption class="text-sm text-base-content/75">
        {props.role} · {props.name} · {props.when}
      </figcaption>
      {props.children}
      <blockquote class="mt-1 whitespace-pre-line max-w-prose">{props.words}</blockquote>
    </figure>
  );
}

function ObjectForm({ visit, evaluation, result, errors, typed }: NextProps) {
  const { participation } = evaluation.view;
  const superior = participation.superior?.name ?? text.nobody();
  const appraiser = participation.appraiser?.name ?? superior;
  const action = visit.path(`/appraisals/${result.participantId}/result/objection`);
  const isTyped = typed.act === 'objection';
  return (
    <ActForm action={action} resultId={result.id} class="grid gap-3 max-w-prose">
      <p class="text-sm text-base-content/75">{text.objectIntro({ appraiser, superior })}</p>
      <Words
        name="objection-reason"
        label={text.objectLabel()}
        value={isTyped ? typed.reason : ''}
        error={isTyped ? errors.reason : undefined}
        rows={6}
        maxLength={WORDS.objection}
      />
      <div>
        <SubmitButton look="outline" icon="send">
          {text.objectSend()}
        </SubmitButton>
      </div>
    </ActForm>
  );
}

function ExplainForm({ visit, result, errors, typed }: NextProps) {
  const action = visit.path(`/appraisals/${result.participantId}/result/explanation`);
  const isTyped = typed.act === 'explanation';
  return (
    <ActForm action={action} resultId={result.id} class="grid gap-3 max-w-prose">
      <Words
        name="explanation-reason"
        label={text.explainLabel()}
        value={isTyped ? typed.reason : ''}
        error={isTyped ? errors.reason : undefined}
        rows={6}
        maxLength={WORDS.objection}
      />
      <div>
        <SubmitButton icon="send">{text.explain()}</SubmitButton>
      </div>
    </ActForm>
  );
}

function DecideForm(props: NextProps & { newResultId: string }) {
  const { visit, evaluation, result, errors } = props;
  const { objection } = evaluation;
  if (objection && result.state === 'objected' && visit.today <= objection.explanationDueOn) {
    return <p class="text-sm">{text.decideWaits({ date: formatDate(objection.explanationDueOn) })}</p>;
  }
  const typed = props.typed.act === 'decision' ? props.typed : {};
  const ratings = [
    ['results-rating', text.newResults()],
    ['behaviour-rating', text.newBehaviour()],
  ] as const;
  return (
    <ActForm
      action={visit.path(`/appraisals/${result.participantId}/result/decision`)}
      resultId={result.id}
      class="grid gap-4 max-w-prose border-t border-base-300 pt-4"
    >
      <p class="text-sm text-base-content/75">
        {text.decideIntro()} {result.category === null ? '' : localText.localOnlyOfficial()}
      </p>
      <input type="hidden" name="newResultId" value={props.newResultId} />
      <div id="decision">
        <RadioGroup
          name="decision"
          label={text.decision()}
          value={typed.decision}
          error={errors.decision}
          required
          choices={[
            { value: 'upheld', label: text.upheld() },
            { value: 'changed', label: text.changed() },
          ]}
        />
      </div>
      <div class="grid gap-3 sm:grid-cols-2">
        {ratings.map(([name, label]) => (
          <SelectField
            key={name}
            name={name}
            label={label}
            hint={text.onlyIfChanged()}
            empty={text.keep()}
            value={typed[name]}
            error={errors[name]}
            options={ratingChoices()}
          />
        ))}
      </div>
      <Words
        name="decision-reason"
        label={text.decisionReason()}
        value={typed.reason}
        error={props.typed.act === 'decision' ? errors.reason : undefined}
        rows={5}
        maxLength={WORDS.objection}
      />
      <div>
        <SubmitButton icon="check">{text.decide()}</SubmitButton>
      </div>
    </ActForm>
  );
}
