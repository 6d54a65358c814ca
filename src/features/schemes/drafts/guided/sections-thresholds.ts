/** From which score on: categories, official ratings, conversion of achievements, and the gates before categories. */
import type { Path, Plain } from '../source/edit-yaml.ts';
import {
  categoryChoices,
  componentChoices,
  labelAt,
  predicateChoices,
  ratingChoices,
  word,
} from './choices.ts';
import {
  at,
  type Choice,
  field,
  freeCode,
  type Group,
  isRecord,
  itemsAt,
  type Row,
  type Section,
  textAt,
} from './model.ts';
import { guidedText } from './text.ts';

const COMBINATION = ['combination'];
const AXES = ['results', 'behaviour'] as const;

export function thresholdsSection(data: unknown): Section {
  const bands = [...COMBINATION, 'bands'];
  return {
    key: 'thresholds',
    title: guidedText.s_thresholds(),
    intro: guidedText.s_thresholds_intro(),
    groups: [
      ...(Array.isArray(at(data, bands))
        ? [
            bandGroup(data, bands, {
              title: guidedText.bands(),
              key: 'category',
              choices: categoryChoices(data),
            }),
          ]
        : []),
      categoryGroup(data),
      ...AXES.filter((axis) => isRecord(at(data, ['official', axis]))).map((axis) =>
        bandGroup(data, ['official', axis, 'bands'], {
          title: guidedText.officialBands({ axis: word(axis) }),
          key: 'rating',
          choices: ratingChoices(),
          isFixed: true,
        }),
      ),
      ...componentChoices(data, ['planned-results']).map(({ value, label }) =>
        conversionGroup(data, ['components', value, 'conversion'], label),
      ),
    ],
  };
}

interface Banded {
  readonly title: string;
  /** What each band gives. */
  readonly key: 'category' | 'rating';
  readonly choices: readonly Choice[];
  /** As many bands as there are choices, no more and no fewer. */
  readonly isFixed?: boolean;
}

function bandGroup(data: unknown, path: Path, { title, key, choices, isFixed = false }: Banded): Group {
  const rows: Row[] = itemsAt(data, path).map((_, index) => {
    const code = textAt(data, [...path, index, key]);
    return {
      path: [...path, index],
      title: choices.find((each) => each.value === code)?.label ?? guidedText.entry({ number: index + 1 }),
      isRemovable: !isFixed,
      fields: [
        field(data, 'choice', [...path, index, key], word(key), { choices }),
        field(data, 'number', [...path, index, 'from'], word('from')),
      ],
    };
  });
  const add = isFixed
    ? undefined
    : { label: guidedText.addBand(), value: { [key]: choices.at(-1)?.value ?? '', from: 0 } };
  return { path, title, hint: guidedText.bandsHint(), fields: [], rows, add };
}

function categoryGroup(data: unknown): Group {
  const path: Path = ['categories'];
  const value: Plain = {
    code: freeCode(data, path, 'kategori'),
    label: { id: 'Kategori baru', en: 'New category' },
    predicates: ['baik'],
  };
  return {
    path,
    title: guidedText.categories(),
    fields: [],
    rows: itemsAt(data, path).map((_, index) => ({
      path: [...path, index],
      title: labelAt(data, [...path, index, 'label'], guidedText.entry({ number: index + 1 })),
      isRemovable: true,
      fields: [
        field(data, 'code', [...path, index, 'code'], word('code')),
        field(data, 'texts', [...path, index, 'label'], word('label')),
        field(data, 'many', [...path, index, 'predicates'], word('predicates'), {
          isOptional: true,
          choices: predicateChoices(),
        }),
      ],
    })),
    add: { label: guidedText.addCategory(), value },
  };
}

function conversionGroup(data: unknown, path: Path, name: string): Group {
  const list = [...path, 'segments'];
  return {
    path: list,
    title: guidedText.conversionOf({ name }),
    fields: [field(data, 'whole', [...path, 'roundPercent'], word('roundPercent'))],
    rows: itemsAt(data, list).map((_, index) => ({
      path: [...list, index],
      title: guidedText.segment({ from: textAt(data, [...list, index, 'from']) || '?' }),
      isRemovable: true,
      fields: [
        field(data, 'number', [...list, index, 'from'], `${word('from')} (%)`),
        field(data, 'number', [...list, index, 'to'], `${word('to')} (%)`, { isOptional: true }),
        field(data, 'number', [...list, index, 'score'], word('score')),
        field(data, 'number', [...list, index, 'reaching'], word('reaching'), { isOptional: true }),
      ],
    })),
    add: { label: guidedText.addSegment(), value: { from: 100, score: 100 } },
  };
}
