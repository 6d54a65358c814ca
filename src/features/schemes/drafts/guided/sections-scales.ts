import type { Path } from '../source/edit-yaml.ts';
import { labelAt, levelChoices, word } from './choices.ts';
import { field, freeCode, type Group, itemsAt, keysAt, type Row, type Section } from './model.ts';
import { guidedText } from './text.ts';

/** The list of scales, where a new one is added. */
export function scalesSection(data: unknown): Section {
  const names = keysAt(data, ['scales']);
  return {
    key: 'scales',
    title: guidedText.s_scales(),
    intro: guidedText.s_scales_intro(),
    groups: [
      {
        path: ['scales'],
        title: guidedText.s_scales(),
        fields: [],
        rows: names.map((name) => ({
          path: ['scales', name],
          title: labelAt(data, ['scales', name, 'label'], name),
          fields: [field(data, 'texts', ['scales', name, 'label'], word('label'))],
          isRemovable: true,
        })),
        add: {
          label: guidedText.addScale(),
          keys: { label: guidedText.newCode() },
          value: {
            label: { id: 'Skala baru', en: 'New scale' },
            levels: [
              { code: 'baik', label: { id: 'Baik', en: 'Good' }, score: 100 },
              { code: 'kurang', label: { id: 'Kurang', en: 'Poor' }, score: 0 },
            ],
          },
        },
      },
    ],
  };
}

/** One page a scale: its levels with scores and meanings. */
export function scaleSections(data: unknown): readonly Section[] {
  return keysAt(data, ['scales']).map((name) => ({
    key: `scale.${name}`,
    title: guidedText.s_scale({ name: labelAt(data, ['scales', name, 'label'], name) }),
    intro: guidedText.s_scale_intro(),
    brief: levelChoices(data, name)
      .map(({ label }) => label)
      .join(' · '),
    groups: [levelGroup(data, ['scales', name, 'levels'])],
  }));
}

function levelGroup(data: unknown, path: Path): Group {
  return {
    path,
    title: guidedText.levels(),
    fields: [],
    rows: itemsAt(data, path).map((_, index) => levelRow(data, [...path, index], index)),
    add: {
      label: guidedText.addLevel(),
      value: {
        code: freeCode(data, path, 'tingkat'),
        label: { id: 'Tingkat baru', en: 'New level' },
        score: 0,
      },
    },
  };
}

function levelRow(data: unknown, path: Path, index: number): Row {
  return {
    path,
    title: labelAt(data, [...path, 'label'], guidedText.entry({ number: index + 1 })),
    isRemovable: true,
    fields: [
      field(data, 'code', [...path, 'code'], word('code')),
      field(data, 'number', [...path, 'score'], word('score'), { isOptional: true }),
      field(data, 'texts', [...path, 'label'], word('label')),
      field(data, 'longTexts', [...path, 'meaning'], word('meaning'), { isOptional: true }),
    ],
  };
}
