/** How components become a result: weights, thresholds, gates. */
import type { Path } from '../source/edit-yaml.ts';
import {
  categoryChoices,
  componentChoices,
  labelAt,
  levelChoices,
  scoredChoices,
  word,
  wordWithUnit,
} from './choices.ts';
import {
  at,
  type Field,
  field,
  type Group,
  isRecord,
  itemsAt,
  keysAt,
  type Section,
  textAt,
} from './model.ts';
import { guidedText } from './text.ts';

const COMBINATION = ['combination'];

export function weightsSection(data: unknown): Section {
  const mechanism = textAt(data, [...COMBINATION, 'mechanism']);
  return {
    key: 'weights',
    title: guidedText.s_weights(),
    intro: guidedText.s_weights_intro(),
    groups: [
      ...(mechanism === 'weighted-mean' ? meanGroups(data) : []),
      ...(mechanism === 'matrix' ? [matrixGroup(data)] : []),
      ...(mechanism === 'lowest-of' ? [lowestGroup(data)] : []),
      ...officialWeightGroups(data),
    ],
  };
}

function meanGroups(data: unknown): readonly Group[] {
  const list = [...COMBINATION, 'weights'];
  const sets = itemsAt(data, list);
  const sum = sets.map((_, index) => {
    const title = sets.length > 1 ? guidedText.weightsOf({ number: index + 1 }) : guidedText.weightsOnly();
    const when = at(data, [...list, index, 'when']);
    return percentGroup(data, [...list, index, 'percent'], title, heldWhen(data, when));
  });
  return [
    ...sum,
    {
      path: [...COMBINATION, 'decimals'],
      title: guidedText.rounding(),
      fields: [
        field(data, 'many', [...COMBINATION, 'optional'], word('optional'), {
          isOptional: true,
          hint: guidedText.optionalHint(),
          choices: scoredChoices(data),
        }),
        shownField(data),
        field(data, 'whole', [...COMBINATION, 'decimals'], wordWithUnit('decimals'), { isOptional: true }),
        field(data, 'number', [...COMBINATION, 'atMost'], word('atMost'), { isOptional: true }),
      ],
      rows: [],
    },
    bonusGroup(data),
  ];
}

/** Components that are explained and never counted. */
function shownField(data: unknown): Field {
  return field(data, 'many', [...COMBINATION, 'shown'], guidedText.shownOnly(), {
    isOptional: true,
    choices: componentChoices(data),
  });
}

function heldWhen(data: unknown, when: unknown): string | undefined {
  if (!isRecord(when)) return undefined;
  const list = Object.entries(when).map(([name, answer]) => {
    const fact = labelAt(data, ['components', name, 'label'], name);
    return answer === true ? guidedText.isTrue({ fact }) : guidedText.isFalse({ fact });
  });
  return guidedText.heldWhen({ list: list.join('; ') });
}

/** Percents by component, together 100. */
function percentGroup(data: unknown, path: Path, title: string, hint?: string): Group {
  const names = keysAt(data, path);
  const others = scoredChoices(data).filter(({ value }) => !names.includes(value));
  return {
    path,
    title,
    hint,
    fields: [],
    rows: names.map((name) => ({
      path: [...path, name],
      title: labelAt(data, ['components', name, 'label'], name),
      fields: [field(data, 'number', [...path, name], wordWithUnit('percent'))],
      isRemovable: true,
    })),
    sumOf: names.map((name) => [...path, name]),
    add:
      others.length > 0
        ? {
            label: guidedText.addComponent(),
            value: 0,
            keys: { label: word('component'), choices: others },
          }
        : undefined,
  };
}

function bonusGroup(data: unknown): Group {
  const path = [...COMBINATION, 'bonus'];
  const components = scoredChoices(data);
  return {
    path,
    title: word('bonus'),
    hint: guidedText.bonusHint(),
    fields: [],
    rows: itemsAt(data, path).map((_, index) => ({
      path: [...path, index],
      title: labelAt(
        data,
        ['components', textAt(data, [...path, index, 'component']), 'label'],
        guidedText.entry({ number: index + 1 }),
      ),
      isRemovable: true,
      fields: [
        field(data, 'choice', [...path, index, 'component'], word('component'), { choices: components }),
        field(data, 'number', [...path, index, 'percent'], wordWithUnit('percent')),
        field(data, 'number', [...path, index, 'atMost'], word('atMost')),
      ],
    })),
    add: {
      label: guidedText.addBonus(),
      value: { component: components.at(-1)?.value ?? '', percent: 10, atMost: 10 },
    },
  };
}

function matrixGroup(data: unknown): Group {
  const axis = (name: 'rows' | 'columns') => {
    const given = at(data, [...COMBINATION, name]);
    const component = isRecord(given) ? textAt(given, ['component']) : textAt(data, [...COMBINATION, name]);
    const scale = isRecord(given)
      ? textAt(given, ['scale'])
      : textAt(data, ['components', component, 'scale']);
    return {
      component: labelAt(data, ['components', component, 'label'], component),
      levels: levelChoices(data, scale),
    };
  };
  const [rows, columns] = [axis('rows'), axis('columns')];
  const labelOf = (levels: typeof rows.levels, code: string) =>
    levels.find((each) => each.value === code)?.label ?? code;
  const cells = [...COMBINATION, 'cells'];
  const fields: Field[] = keysAt(data, cells).flatMap((row) =>
    keysAt(data, [...cells, row]).map((column) =>
      field(
        data,
        'choice',
        [...cells, row, column],
        guidedText.cell({ row: labelOf(rows.levels, row), column: labelOf(columns.levels, column) }),
        { choices: categoryChoices(data) },
      ),
    ),
  );
  const title = guidedText.matrix({ rows: rows.component, columns: columns.component });
  return { path: cells, title, fields: [...fields, shownField(data)], rows: [] };
}

function lowestGroup(data: unknown): Group {
  const path = [...COMBINATION, 'categories'];
  return {
    path,
    title: guidedText.lowest(),
    fields: keysAt(data, path).map((level) =>
      field(data, 'choice', [...path, level], level, { choices: categoryChoices(data) }),
    ),
    rows: [],
  };
}

const AXES = ['results', 'behaviour'] as const;

function officialWeightGroups(data: unknown): readonly Group[] {
  return AXES.filter((axis) => isRecord(at(data, ['official', axis, 'from']))).map((axis) =>
    percentGroup(data, ['official', axis, 'from'], guidedText.officialFrom({ axis: word(axis) })),
  );
}
