import type { Visit } from '#features/people/index.ts';
import { type FieldErrors, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
import { Card, LinkButton, SubmitButton } from '#ui/parts.tsx';
import { CompetencyFrame } from '../../frame.tsx';
import { LEVELS, levelLabel } from '../../levels.ts';
import { LIMITS_OF_TEXT } from '../model.ts';
import { text } from '../text.ts';

export interface FormView {
  readonly visit: Visit;
  readonly formId: string;
  /** Undefined for a new competency. */
  readonly editing?: {
    readonly code: string;
    readonly name: string;
    readonly seen: number;
    readonly isTechnical: boolean;
  };
  readonly families: readonly string[];
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
}

export function FormPage(view: FormView) {
  const { visit, formId, editing, typed, errors } = view;
  const list = visit.path('/competencies');
  const back = editing ? `${list}/${editing.code}` : list;
  return (
    <CompetencyFrame
      visit={visit}
      title={editing ? text.editTitle({ name: editing.name }) : text.newTitle()}
      intro={editing ? text.editHint({ number: editing.seen + 1 }) : undefined}
      current="dictionary"
      hasTabs={false}
      above={
        <a class="link" href={back}>
          {editing ? editing.name : text.title()}
        </a>
      }
    >
      <form
        method="post"
        action={editing ? `${back}/versions` : list}
        class="grid gap-6"
        data-controller="once"
        noValidate
      >
        <input type="hidden" name="id" value={formId} />
        {editing ? <input type="hidden" name="seen" value={String(editing.seen)} /> : null}
        <ProblemSummary errors={errors} />
        <Card>
          <div class="grid gap-4 max-w-prose">
            <TextField
              name="name"
              label={text.nameField()}
              value={typed.name}
              error={errors.name}
              maxLength={LIMITS_OF_TEXT.name}
              required
            />
            {editing?.isTechnical === false ? null : <FamilyField {...view} />}
            <TextArea
              name="definition"
              label={text.definition()}
              hint={text.definitionHint()}
              value={typed.definition}
              error={errors.definition}
              maxLength={LIMITS_OF_TEXT.definition}
              rows={2}
              required
            />
          </div>
        </Card>
        <Card title={text.levels()}>
          <div class="grid gap-4 max-w-prose">
            <p class="text-sm text-base-content/75">{text.levelHint()}</p>
            {LEVELS.map((level) => (
              <TextArea
                key={level}
                name={`level-${level}`}
                label={`${text.levelHeading({ level })} · ${levelLabel(level)}`}
                value={typed[`level-${level}`]}
                error={errors[`level-${level}`]}
                maxLength={LIMITS_OF_TEXT.level}
                rows={2}
                required
              />
            ))}
          </div>
        </Card>
        {editing ? (
          <Card>
            <div class="max-w-prose">
              <TextArea
                name="note"
                label={text.note()}
                hint={text.noteHint()}
                value={typed.note}
                error={errors.note}
                maxLength={LIMITS_OF_TEXT.note}
                rows={2}
                required
              />
            </div>
          </Card>
        ) : null}
        <div class="flex flex-wrap gap-2">
          <SubmitButton icon="check">{text.save()}</SubmitButton>
          <LinkButton href={back} look="ghost">
            {text.cancel()}
          </LinkButton>
        </div>
      </form>
    </CompetencyFrame>
  );
}

/** Families that are there are offered; another one is simply typed. */
function FamilyField({ families, typed, errors }: FormView) {
  return (
    <>
      <TextField
        name="family"
        label={text.family()}
        hint={text.familyHint()}
        value={typed.family}
        error={errors.family}
        maxLength={LIMITS_OF_TEXT.family}
        list="families"
        required
      />
      <datalist id="families">
        {families.map((family) => (
          <option key={family} value={family} />
        ))}
      </datalist>
    </>
  );
}
