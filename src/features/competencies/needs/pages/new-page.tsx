import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, ProblemSummary, RadioGroup, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Competency } from '../../dictionary/model.ts';
import { navigationKey } from '../../frame.tsx';
import { HUNDREDTHS, hundredthsInWords, LEVELS } from '../../levels.ts';
import type { ProfileView } from '../../profile/access.ts';
import type { ProfileRow } from '../../profile/model.ts';
import { nextLevel } from '../../profile/words.ts';
import { text } from '../text.ts';
import { LEARNING_LABELS, LEARNINGS, PRIORITIES, PRIORITY_LABELS } from '../transitions.ts';

export interface NewNeedView extends ProfileView {
  readonly visit: Visit;
  readonly formId: string;
  readonly row: ProfileRow;
  readonly competency: Competency | undefined;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
}

/** A whole level or more below the standard presses most. */
function proposedPriority({ gap }: ProfileRow): string {
  return gap !== null && gap <= -HUNDREDTHS ? 'high' : 'medium';
}

export function NewNeedPage(view: NewNeedView) {
  const { visit, person, roles, formId, row, typed, errors } = view;
  const isOwn = roles.has('employee');
  const back = `${visit.path(isOwn ? '/mine' : `/people/${person.id}`)}/development`;
  return (
    <Layout
      chrome={visit.chrome}
      title={text.newTitle()}
      current={isOwn ? 'mine' : navigationKey(visit.actor)}
    >
      <PageHeading
        title={text.newTitle()}
        above={
          <a class="link" href={back}>
            {isOwn ? text.own() : text.of({ name: person.name })}
          </a>
        }
      />
      <Card title={inLocale(row.name)}>
        <GapWords {...view} />
        <form
          method="post"
          action={visit.path(`/people/${person.id}/development`)}
          class="grid gap-4 max-w-prose mt-4"
          data-controller="once"
          noValidate
        >
          <input type="hidden" name="id" value={formId} />
          <input type="hidden" name="code" value={row.code} />
          <ProblemSummary errors={errors} />
          <RadioGroup
            name="priority"
            label={text.priority()}
            choices={PRIORITIES.map((each) => ({ value: each, label: inLocale(PRIORITY_LABELS[each]) }))}
            value={typed.priority ?? proposedPriority(row)}
            error={errors.priority}
            inline
            required
          />
          <SelectField
            name="learning"
            label={text.learning()}
            hint={text.newHint()}
            options={LEARNINGS.map((each) => ({ value: each, label: inLocale(LEARNING_LABELS[each]) }))}
            value={typed.learning}
            empty={text.learningEmpty()}
            error={errors.learning}
          />
          <TextField
            name="targetOn"
            type="date"
            label={text.target()}
            value={typed.targetOn}
            error={errors.targetOn}
            min={visit.today}
          />
          <TextArea
            name="note"
            label={text.note()}
            hint={text.noteHint()}
            value={typed.note}
            error={errors.note}
            maxLength={2000}
            rows={3}
          />
          <div class="flex flex-wrap gap-2">
            <SubmitButton icon="check">{text.save()}</SubmitButton>
            <LinkButton href={back} look="ghost">
              {text.cancel()}
            </LinkButton>
          </div>
        </form>
      </Card>
    </Layout>
  );
}

function GapWords({ row, competency }: NewNeedView) {
  const level = LEVELS.find((each) => each === String(nextLevel(row)));
  return (
    <div class="grid gap-2 max-w-prose">
      <p>
        {text.gapNow({
          achieved: hundredthsInWords(row.achieved ?? 0),
          required: hundredthsInWords((row.required ?? 0) * HUNDREDTHS),
          gap: hundredthsInWords(Math.abs(row.gap ?? 0)),
        })}
      </p>
      {level && competency ? (
        <p class="text-sm">
          <span class="font-medium">{text.expected({ level })}:</span> {inLocale(competency.levels[level])}
        </p>
      ) : null}
    </div>
  );
}
