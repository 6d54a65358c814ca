/** One choice of level for every competency, by kind and family: for standards and for outcomes. */
import { inLocale } from '#platform/locale/locale.ts';
import type { Competency } from './dictionary/model.ts';
import { kindLabel, LEVELS, levelInWords } from './levels.ts';

export const LEVEL_FIELD = 'level-';

export interface LevelFieldsProps {
  readonly competencies: readonly Competency[];
  /** As it was typed: `level-integritas` → `3`. */
  readonly typed: Readonly<Record<string, string | undefined>>;
  /** What the empty choice is called. */
  readonly empty: string;
  /** Levels that may be chosen, as a form sends them. */
  readonly choices: readonly string[];
}

export function LevelFields(props: LevelFieldsProps) {
  const { competencies, typed } = props;
  const groups = Map.groupBy(competencies, ({ kind, family }) =>
    family ? `${kindLabel(kind)}: ${inLocale(family)}` : kindLabel(kind),
  );
  return (
    <div class="grid gap-3">
      {[...groups].map(([name, own]) => {
        const isTechnical = own[0]?.kind === 'technical';
        const fields = <Fields {...props} competencies={own} name={name} />;
        if (!isTechnical) return fields;
        return (
          <details
            key={name}
            open={own.some(({ code }) => Boolean(typed[LEVEL_FIELD + code]))}
            class="border-t border-base-300 pt-3"
          >
            <summary class="cursor-pointer font-medium text-sm py-1">{name}</summary>
            {fields}
          </details>
        );
      })}
    </div>
  );
}

function Fields({ name, competencies, typed, empty, choices }: LevelFieldsProps & { name: string }) {
  return (
    <fieldset key={name} class="grid gap-x-6 gap-y-2 sm:grid-cols-2 min-w-0">
      <legend class="font-medium text-sm mb-2">{name}</legend>
      {competencies.map(({ code, name: label }) => {
        const field = LEVEL_FIELD + code;
        return (
          <label
            key={code}
            class="grid grid-cols-[minmax(0,1fr)_9.5rem] sm:grid-cols-[minmax(0,1fr)_11rem] gap-3 items-center text-sm"
          >
            <span>{inLocale(label)}</span>
            <select class="select w-full" name={field}>
              <option value="" selected={!typed[field]}>
                {empty}
              </option>
              {choices.map((choice) => (
                <option key={choice} value={choice} selected={typed[field] === choice}>
                  {choice === '0' ? choice : levelInWords(Number(choice))}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </fieldset>
  );
}

/** What a form says of levels; anything that is no level of this list counts as not said. */
export function levelsFrom(
  fields: Readonly<Record<string, string>>,
  choices: readonly string[] = LEVELS,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(LEVEL_FIELD) && choices.includes(value)
        ? [[name.slice(LEVEL_FIELD.length), Number(value)]]
        : [],
    ),
  );
}
