/** Items that people rate or answer, with what each level looks like. */
import type { Path } from '../source/edit-yaml.ts';
import { labelAt, levelChoices, word } from './choices.ts';
import { at, type Field, field, freeCode, type Group, itemsAt, type Row, textAt } from './model.ts';
import { guidedText } from './text.ts';

export function itemGroups(data: unknown, path: Path): readonly Group[] {
  const list = [...path, 'items'];
  if (at(data, list) === 'behaviours')
    return [{ path: list, title: word('items'), hint: guidedText.behavioursItems(), fields: [], rows: [] }];
  const levels = levelChoices(data, textAt(data, [...path, 'scale']));
  return [
    {
      path: list,
      title: word('items'),
      fields: [],
      rows: itemsAt(data, list).map((_, index) => {
        const own = [...list, index];
        return row(data, own, index, [
          field(data, 'number', [...own, 'weight'], word('weight'), { isOptional: true }),
          ...levels.map(({ value, label }) =>
            field(data, 'longTexts', [...own, 'anchors', value], guidedText.anchorOf({ level: label }), {
              isOptional: true,
            }),
          ),
        ]);
      }),
      isFolded: true,
      add: {
        label: guidedText.addItem(),
        value: { code: freeCode(data, list, 'butir'), label: { id: 'Butir baru', en: 'New item' } },
      },
    },
  ];
}

export function surveyGroups(data: unknown, path: Path): readonly Group[] {
  const list = [...path, 'items'];
  const bands = [...path, 'bands'];
  const questions: Group =
    at(data, list) === 'service-elements'
      ? { path: list, title: word('items'), hint: guidedText.serviceElements(), fields: [], rows: [] }
      : {
          path: list,
          title: word('items'),
          fields: [],
          rows: itemsAt(data, list).map((_, index) => row(data, [...list, index], index, [])),
          isFolded: true,
          add: {
            label: guidedText.addItem(),
            value: { code: freeCode(data, list, 'butir'), label: { id: 'Butir baru', en: 'New item' } },
          },
        };
  return [
    questions,
    {
      path: bands,
      title: word('bands'),
      fields: [],
      rows: itemsAt(data, bands).map((_, index) => ({
        path: [...bands, index],
        title: labelAt(data, [...bands, index, 'label'], guidedText.entry({ number: index + 1 })),
        isRemovable: true,
        fields: [
          field(data, 'texts', [...bands, index, 'label'], word('label')),
          field(data, 'number', [...bands, index, 'from'], word('from')),
        ],
      })),
      add: { label: guidedText.addBand(), value: { label: { id: 'Mutu baru', en: 'New band' }, from: 0 } },
    },
  ];
}

function row(data: unknown, path: Path, index: number, more: readonly Field[]): Row {
  return {
    path,
    title: labelAt(data, [...path, 'label'], guidedText.entry({ number: index + 1 })),
    isRemovable: true,
    fields: [
      field(data, 'code', [...path, 'code'], word('code')),
      field(data, 'texts', [...path, 'label'], word('label')),
      field(data, 'longTexts', [...path, 'meaning'], word('meaning'), { isOptional: true }),
      ...more,
    ],
  };
}
