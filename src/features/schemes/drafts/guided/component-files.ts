/** Lists of the mechanisms that count files: deductions for lateness, services and their time, stages of innovation. */
import type { Path } from '../source/edit-yaml.ts';
import { labelAt, word, wordWithUnit } from './choices.ts';
import { at, field, freeCode, type Group, itemsAt, textAt } from './model.ts';
import { guidedText } from './text.ts';

export function fileGroups(data: unknown, path: Path, mechanism: string): readonly Group[] {
  switch (mechanism) {
    case 'presence':
      return [
        stepGroup(data, [...path, 'deductions', 'late'], word('late')),
        ...(at(data, [...path, 'deductions', 'earlyLeave']) === undefined
          ? []
          : [stepGroup(data, [...path, 'deductions', 'earlyLeave'], word('earlyLeave'))]),
      ];
    case 'service-standard':
      return [
        codedGroup(data, [...path, 'services'], {
          title: word('services'),
          number: 'targetHours',
          base: 'layanan',
          add: guidedText.addService(),
        }),
      ];
    case 'innovation':
      return [
        codedGroup(data, [...path, 'stages'], {
          title: word('stages'),
          number: 'points',
          base: 'tahap',
          add: guidedText.addStage(),
        }),
      ];
    default:
      return [];
  }
}

/** Steps by minutes; the last one covers all the rest. */
function stepGroup(data: unknown, path: Path, title: string): Group {
  return {
    path,
    title,
    fields: [],
    rows: itemsAt(data, path).map((_, index) => {
      const minutes = textAt(data, [...path, index, 'upTo']);
      return {
        path: [...path, index],
        title: minutes ? guidedText.stepUpTo({ minutes }) : guidedText.stepLast(),
        isRemovable: true,
        fields: [
          field(data, 'whole', [...path, index, 'upTo'], wordWithUnit('upTo'), { isOptional: true }),
          field(data, 'number', [...path, index, 'points'], word('points')),
        ],
      };
    }),
    add: { label: guidedText.addStep(), value: { points: 1 } },
  };
}

function codedGroup(
  data: unknown,
  path: Path,
  { title, number, base, add }: { title: string; number: string; base: string; add: string },
): Group {
  return {
    path,
    title,
    fields: [],
    rows: itemsAt(data, path).map((_, index) => ({
      path: [...path, index],
      title: labelAt(data, [...path, index, 'label'], guidedText.entry({ number: index + 1 })),
      isRemovable: true,
      fields: [
        field(data, 'code', [...path, index, 'code'], word('code')),
        field(data, 'number', [...path, index, number], wordWithUnit(number)),
        field(data, 'texts', [...path, index, 'label'], word('label')),
      ],
    })),
    add: {
      label: add,
      value: { code: freeCode(data, path, base), label: { id: 'Butir baru', en: 'New entry' }, [number]: 1 },
    },
  };
}
