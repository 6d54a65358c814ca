/** What closes the best categories and keeps a suggested official rating from being better. */
import type { Path, Plain } from '../source/edit-yaml.ts';
import { categoryChoices, factChoices, labelAt, ratingChoices, scoredChoices, word } from './choices.ts';
import {
  at,
  defaultBasis,
  type Field,
  field,
  freeCode,
  type Group,
  isRecord,
  itemsAt,
  type Row,
  type Section,
} from './model.ts';
import { guidedText } from './text.ts';

export function gatesSection(data: unknown): Section {
  const path: Path = ['gates'];
  const axes = (['results', 'behaviour'] as const).filter((axis) => isRecord(at(data, ['official', axis])));
  return {
    key: 'gates',
    title: guidedText.s_gates(),
    intro: guidedText.s_gates_intro(),
    groups: [
      {
        path,
        title: word('gates'),
        fields: [],
        rows: itemsAt(data, path).map((_, index) => gateRow(data, [...path, index], index)),
        add: {
          label: guidedText.addGate(),
          value: {
            code: freeCode(data, path, 'syarat'),
            label: { id: 'Syarat baru', en: 'New gate' },
            ...condition(data),
            atMost: categoryChoices(data)[1]?.value ?? '',
            reason: REASON,
            basis: defaultBasis(data),
          },
        },
      },
      ...axes.map((axis) => officialGroup(data, ['official', axis, 'gates'], word(axis))),
    ],
  };
}

const REASON = { id: 'Alasan syarat ini', en: 'Reason for this gate' };

/** What a new gate waits for: a fact where the scheme has one, else a low score. */
function condition(data: unknown): Readonly<Record<string, Plain>> {
  const [fact] = factChoices(data);
  return fact
    ? { when: { [fact.value]: true } }
    : { component: scoredChoices(data)[0]?.value ?? '', below: 50 };
}

function conditionFields(data: unknown, path: Path): readonly Field[] {
  return [
    ...factChoices(data).map(({ value, label }) =>
      field(data, 'flag', [...path, 'when', value], guidedText.gateFact({ fact: label }), {
        isOptional: true,
      }),
    ),
    field(data, 'choice', [...path, 'component'], word('component'), {
      isOptional: true,
      choices: scoredChoices(data),
    }),
    field(data, 'number', [...path, 'below'], guidedText.scoreBelow(), { isOptional: true }),
    field(data, 'longTexts', [...path, 'reason'], word('reason')),
  ];
}

function gateRow(data: unknown, path: Path, index: number): Row {
  return {
    path,
    title: labelAt(data, [...path, 'label'], guidedText.entry({ number: index + 1 })),
    isRemovable: true,
    fields: [
      field(data, 'code', [...path, 'code'], word('code')),
      field(data, 'choice', [...path, 'atMost'], guidedText.bestLeft(), { choices: categoryChoices(data) }),
      field(data, 'texts', [...path, 'label'], word('label')),
      ...conditionFields(data, path),
    ],
  };
}

/** The same for a suggested rating, so that the official result does not undo what a gate has closed. */
function officialGroup(data: unknown, path: Path, axis: string): Group {
  return {
    path,
    title: guidedText.officialGates({ axis }),
    hint: guidedText.officialGatesHint(),
    fields: [],
    rows: itemsAt(data, path).map((_, index) => ({
      path: [...path, index],
      title: labelAt(data, [...path, index, 'reason'], guidedText.entry({ number: index + 1 })),
      isRemovable: true,
      fields: [
        field(data, 'choice', [...path, index, 'atMost'], guidedText.bestRatingLeft(), {
          choices: ratingChoices().slice(1),
        }),
        ...conditionFields(data, [...path, index]),
      ],
    })),
    add: { label: guidedText.addGate(), value: { ...condition(data), atMost: 'below', reason: REASON } },
  };
}
