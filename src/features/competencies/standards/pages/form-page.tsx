import { POST_LEVELS, postLevelLabel } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, ProblemSummary, SelectField, TextField } from '#ui/form.tsx';
import { Card, LinkButton, SubmitButton } from '#ui/parts.tsx';
import type { Competency } from '../../dictionary/model.ts';
import { CompetencyFrame } from '../../frame.tsx';
import { LevelFields } from '../../level-fields.tsx';
import { LEVELS } from '../../levels.ts';
import type { UnitInTree } from '../queries.ts';
import { text } from '../text.ts';

export interface FormView {
  readonly visit: Visit;
  readonly formId: string;
  /** Of the standard that is changed; undefined for a new one. */
  readonly changing?: { readonly id: string; readonly name: string } | undefined;
  readonly seen: number;
  readonly competencies: readonly Competency[];
  readonly units: readonly UnitInTree[];
  readonly positions: readonly string[];
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
}

export function StandardFormPage(view: FormView) {
  const { visit, formId, changing, seen, competencies, typed, errors } = view;
  const list = visit.path('/competencies/standards');
  const back = changing ? `${list}/${changing.id}` : list;
  return (
    <CompetencyFrame
      visit={visit}
      title={changing ? text.changeTitle({ post: changing.name }) : text.newTitle()}
      current="standards"
      hasTabs={false}
      above={
        <a class="link" href={back}>
          {changing ? changing.name : text.title()}
        </a>
      }
    >
      <form method="post" action={list} class="grid gap-6" data-controller="once" noValidate>
        <input type="hidden" name="id" value={formId} />
        <input type="hidden" name="seen" value={String(seen)} />
        <ProblemSummary errors={errors} />
        <Card>
          <div class="grid gap-4 max-w-prose">
            {changing ? <Fixed {...view} /> : <PostFields {...view} />}
            <TextField
              name="validFrom"
              type="date"
              label={text.since()}
              hint={text.validFromHint()}
              value={typed.validFrom}
              error={errors.validFrom}
              required
            />
            <TextField
              name="basis"
              label={text.basis()}
              hint={text.basisHint()}
              value={typed.basis}
              error={errors.basis}
              maxLength={300}
              required
            />
          </div>
        </Card>
        <Card title={text.levels()} id="levels">
          <p class="text-sm text-base-content/75 max-w-prose mb-4">
            {text.levelsHint()} {changing ? text.levelsEmptyHint() : null}
          </p>
          <LevelFields competencies={competencies} typed={typed} empty={text.notAsked()} choices={LEVELS} />
        </Card>
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

/** A standard stays the standard of its post; another post has another one. */
function Fixed({ typed, changing }: FormView) {
  return (
    <>
      <input type="hidden" name="changing" value={changing?.id ?? ''} />
      <input type="hidden" name="postLevel" value={typed.postLevel ?? ''} />
      <input type="hidden" name="positionName" value={typed.positionName ?? ''} />
      <input type="hidden" name="unitId" value={typed.unitId ?? ''} />
    </>
  );
}

function PostFields({ units, positions, typed, errors }: FormView) {
  return (
    <>
      <SelectField
        name="postLevel"
        label={text.postLevel()}
        options={POST_LEVELS.map((level) => ({ value: level, label: inLocale(postLevelLabel(level)) }))}
        value={typed.postLevel}
        empty={text.postLevelEmpty()}
        error={errors.postLevel}
      />
      <TextField
        name="positionName"
        label={text.positionName()}
        hint={text.positionHint()}
        value={typed.positionName}
        error={errors.positionName}
        maxLength={200}
        list="positions"
      />
      <datalist id="positions">
        {positions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <SelectField
        name="unitId"
        label={text.unit()}
        hint={text.unitHint()}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.unitId}
        empty={text.everywhere()}
        error={errors.unitId}
      />
    </>
  );
}
