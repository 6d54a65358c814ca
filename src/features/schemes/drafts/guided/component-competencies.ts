/** The dictionary of competencies and the standards of posts. */
import type { Path } from '../source/edit-yaml.ts';
import { codeChoices, labelAt, word } from './choices.ts';
import { field, freeCode, type Group, itemsAt, keysAt, textAt } from './model.ts';
import { guidedText } from './text.ts';

const LEVELS = ['1', '2', '3', '4', '5'] as const;
const KINDS = ['technical', 'managerial', 'sociocultural'];

export function competencyGroups(data: unknown, path: Path): readonly Group[] {
  const list = [...path, 'dictionary'];
  const standards = [...path, 'standards'];
  const codes = itemsAt(data, list).map((_, index) => textAt(data, [...list, index, 'code']));
  const labelOf = (code: string) => labelAt(data, [...list, codes.indexOf(code), 'label'], code);
  return [
    dictionaryGroup(data, list),
    ...keysAt(data, standards).map((post) => {
      const own = [...standards, post];
      const named = keysAt(data, own);
      const others = codes.filter((code) => code !== '' && !named.includes(code));
      return {
        path: own,
        title: guidedText.standardOf({ post }),
        fields: [],
        isFolded: true,
        rows: named.map((code) => ({
          path: [...own, code],
          title: labelOf(code),
          isRemovable: true,
          fields: [field(data, 'whole', [...own, code], guidedText.levelNumber({ number: '1–5' }))],
        })),
        add:
          others.length > 0
            ? {
                label: guidedText.addItem(),
                value: 1,
                keys: {
                  label: word('dictionary'),
                  choices: others.map((code) => ({ value: code, label: labelOf(code) })),
                },
              }
            : undefined,
      };
    }),
  ];
}

function dictionaryGroup(data: unknown, list: Path): Group {
  const empty = { id: 'Uraian perilaku', en: 'Description of conduct' };
  return {
    path: list,
    title: word('dictionary'),
    fields: [],
    isFolded: true,
    rows: itemsAt(data, list).map((_, index) => {
      const own = [...list, index];
      return {
        path: own,
        title: labelAt(data, [...own, 'label'], guidedText.entry({ number: index + 1 })),
        isRemovable: true,
        fields: [
          field(data, 'code', [...own, 'code'], word('code')),
          field(data, 'choice', [...own, 'kind'], word('kind'), { choices: codeChoices(KINDS) }),
          field(data, 'texts', [...own, 'label'], word('label')),
          field(data, 'longTexts', [...own, 'meaning'], word('meaning'), { isOptional: true }),
          field(data, 'texts', [...own, 'jobFamily'], word('jobFamily'), { isOptional: true }),
          ...LEVELS.map((level) =>
            field(data, 'longTexts', [...own, 'levels', level], guidedText.levelNumber({ number: level })),
          ),
        ],
      };
    }),
    add: {
      label: guidedText.addItem(),
      value: {
        code: freeCode(data, list, 'kompetensi'),
        kind: 'technical',
        label: { id: 'Kompetensi baru', en: 'New competency' },
        levels: Object.fromEntries(LEVELS.map((level) => [level, empty])),
      },
    },
  };
}
