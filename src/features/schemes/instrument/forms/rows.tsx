/** Forms of a few rows, with empty ones for more: innovations and teams. */
import { inLocale } from '#platform/locale/locale.ts';
import { ChoiceList, FieldGrid, levelsOf, ShortField } from '../fields.tsx';
import { text } from '../text.ts';
import {
  type ComponentForm,
  isRecord,
  listIn,
  type Part,
  type Reader,
  type SettingsOf,
  textIn,
} from '../types.ts';

/** The most rows that a form of these kinds reads; the mechanisms allow no more. */
const MOST_ROWS = 60;

/** Rows that stand already and rows that were typed into, and an empty one for the next. */
function rowsToShow(part: Part<unknown>, list: string, typed: (row: number) => boolean): readonly number[] {
  const known = listIn(part.base, list).length;
  let last = known;
  for (let row = known; row < MOST_ROWS; row += 1) if (typed(row)) last = row + 1;
  return Array.from({ length: Math.min(last + 1, MOST_ROWS) }, (_, row) => row);
}

/** Whether a row can be used; a half-filled one is a problem at its first empty field, an empty one is no row. */
function isFilled(reader: Reader, names: readonly string[]): boolean {
  const empty = names.filter((name) => reader.text(name) === '');
  if (empty.length === names.length) return false;
  for (const name of empty.slice(0, 1)) reader.problem(name, text.rowIncomplete());
  return empty.length === 0;
}

const ALL_ROWS = Array.from({ length: MOST_ROWS }, (_, row) => row);

export function innovationForm(part: Part<SettingsOf<'innovation'>>): ComponentForm {
  const { code, settings, base } = part;
  const name = (row: number, field: string) => `${code}.items.${row}.${field}`;
  const stages = settings.stages.map((stage) => ({
    code: stage.code,
    label: `${inLocale(stage.label)} (${text.points({ score: stage.points })})`,
  }));
  return {
    fields: Object.fromEntries(
      listIn(base, 'items').flatMap((row, index) =>
        ['title', 'stage', 'verifiedBy'].map((field) => [name(index, field), textIn(row, field)]),
      ),
    ),
    read(reader) {
      const items: Record<string, unknown>[] = [];
      for (const row of ALL_ROWS) {
        if (!isFilled(reader, [name(row, 'title'), name(row, 'stage')])) continue;
        const stage = reader.choice(
          name(row, 'stage'),
          stages.map((each) => each.code),
        );
        const verifiedBy = reader.text(name(row, 'verifiedBy'));
        reader.at(`${code}.items[${items.length}]`, name(row, 'title'));
        items.push({ title: reader.text(name(row, 'title')), stage, ...(verifiedBy ? { verifiedBy } : {}) });
      }
      return items.length === 0 && !isRecord(base) ? undefined : { items };
    },
    draw: (state) => (
      <div class="divide-y divide-base-300">
        {rowsToShow(part, 'items', (row) => Boolean(state.fields[name(row, 'title')])).map((row) => (
          <div key={row} class="p-5">
            <FieldGrid>
              <ShortField
                state={state}
                name={name(row, 'title')}
                label={text.innovationTitle({ number: row + 1 })}
                numeric={false}
              />
              <ChoiceList
                state={state}
                name={name(row, 'stage')}
                label={text.stage({ number: row + 1 })}
                options={[{ code: '', label: text.choose() }, ...stages]}
              />
              <ShortField
                state={state}
                name={name(row, 'verifiedBy')}
                label={text.verifiedBy()}
                numeric={false}
              />
            </FieldGrid>
          </div>
        ))}
      </div>
    ),
  };
}

export function teamContributionForm(part: Part<SettingsOf<'team-contribution'>>): ComponentForm {
  const { code, settings, frame, base } = part;
  const name = (row: number, field: string) => `${code}.teams.${row}.${field}`;
  const levels = levelsOf(frame.scheme, settings.scale);
  const roles = [
    { code: 'lead', label: text.lead() },
    { code: 'member', label: text.member() },
  ];
  return {
    fields: Object.fromEntries(
      listIn(base, 'teams').flatMap((row, index) =>
        ['name', 'role', 'months', 'level'].map((field) => [name(index, field), textIn(row, field)]),
      ),
    ),
    read(reader) {
      const teams: Record<string, unknown>[] = [];
      for (const row of ALL_ROWS) {
        const names = ['name', 'role', 'months'].map((field) => name(row, field));
        if (!isFilled(reader, names)) continue;
        const months = reader.whole(name(row, 'months'), text.months());
        const role = reader.choice(name(row, 'role'), ['lead', 'member']);
        const level = reader.choice(
          name(row, 'level'),
          levels.map((each) => each.code),
        );
        reader.at(`${code}.teams[${teams.length}]`, name(row, 'name'));
        reader.at(`${code}.teams[${teams.length}].months`, name(row, 'months'));
        if (months === undefined || !role) continue;
        teams.push({ name: reader.text(name(row, 'name')), role, months, ...(level ? { level } : {}) });
      }
      return teams.length === 0 && !isRecord(base) ? undefined : { teams };
    },
    draw: (state) => (
      <div class="divide-y divide-base-300">
        {rowsToShow(part, 'teams', (row) => Boolean(state.fields[name(row, 'name')])).map((row) => (
          <div key={row} class="p-5">
            <FieldGrid>
              <ShortField
                state={state}
                name={name(row, 'name')}
                label={text.teamName({ number: row + 1 })}
                numeric={false}
              />
              <ChoiceList
                state={state}
                name={name(row, 'role')}
                label={text.teamRole({ number: row + 1 })}
                options={[{ code: '', label: text.choose() }, ...roles]}
              />
              <ShortField state={state} name={name(row, 'months')} label={text.months()} />
              <ChoiceList
                state={state}
                name={name(row, 'level')}
                label={text.teamLevel({ number: row + 1 })}
                options={[{ code: '', label: text.notYet() }, ...levels]}
              />
            </FieldGrid>
          </div>
        ))}
      </div>
    ),
  };
}
