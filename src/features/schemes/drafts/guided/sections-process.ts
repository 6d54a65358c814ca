/** What happens around the result: steps, openness, training, indicators. */
import { AUDIENCES, DIRECTIONS, MEASURABLE_PARTS } from '#domain/schemes/sections.ts';
import type { Path } from '../source/edit-yaml.ts';
import { codeChoices, componentChoices, labelAt, voiceChoices, word, wordWithUnit } from './choices.ts';
import { at, defaultBasis, type Field, field, freeCode, type Group, itemsAt, type Section } from './model.ts';
import { guidedText } from './text.ts';

export function stepsSection(data: unknown): Section {
  const path: Path = ['steps'];
  const dates: Field[] = [
    ...(at(data, ['plan']) === undefined
      ? []
      : [field(data, 'line', ['plan', 'agreedBy'], word('agreedBy'), { hint: guidedText.agreedByHint() })]),
    ...(at(data, ['objection']) === undefined
      ? []
      : [field(data, 'whole', ['objection', 'days'], guidedText.objectionDays())]),
  ];
  return {
    key: 'steps',
    title: guidedText.s_steps(),
    intro: guidedText.s_steps_intro(),
    groups: [
      ...(dates.length > 0 ? [{ path: [], title: guidedText.dates(), fields: dates, rows: [] }] : []),
      {
        path,
        title: word('steps'),
        fields: [],
        rows: itemsAt(data, path).map((_, index) => ({
          path: [...path, index],
          title: labelAt(data, [...path, index, 'label'], guidedText.entry({ number: index + 1 })),
          isRemovable: true,
          fields: [
            field(data, 'code', [...path, index, 'code'], word('code')),
            field(data, 'choice', [...path, index, 'by'], word('by'), { choices: voiceChoices() }),
            field(data, 'texts', [...path, index, 'label'], word('label')),
            field(data, 'longTexts', [...path, index, 'meaning'], word('meaning')),
            field(data, 'whole', [...path, index, 'dueDays'], wordWithUnit('dueDays'), { isOptional: true }),
          ],
        })),
        add: {
          label: guidedText.addStepOfYear(),
          value: {
            code: freeCode(data, path, 'tahap'),
            label: { id: 'Tahapan baru', en: 'New step' },
            by: 'appraiser',
            meaning: { id: 'Apa yang dilakukan', en: 'What is done' },
          },
        },
      },
    ],
  };
}

const SHOWN = {
  what: { id: 'Hasil penilaian', en: 'The result' },
  to: ['employee'],
  when: { id: 'Setelah diberikan', en: 'Once it is given' },
};

export function opennessSection(data: unknown): Section {
  const path = ['openness'];
  const list = [...path, 'shown'];
  const head = { key: 'openness', title: guidedText.s_openness(), intro: guidedText.s_openness_intro() };
  if (at(data, path) === undefined)
    return {
      ...head,
      groups: [],
      absent: { path, value: { noticeDays: 14, shown: [SHOWN], basis: defaultBasis(data) } },
    };
  const fields: Field[] = [
    field(data, 'whole', [...path, 'noticeDays'], wordWithUnit('noticeDays')),
    field(data, 'whole', [...path, 'readConfirmation', 'atLeastPercent'], `${word('readConfirmation')} (%)`, {
      isOptional: true,
    }),
    field(data, 'whole', [...path, 'draftingDays'], wordWithUnit('draftingDays'), { isOptional: true }),
    field(data, 'whole', [...path, 'anonymousFrom'], word('anonymousFrom'), { isOptional: true }),
  ];
  const rows = itemsAt(data, list).map((_, index) => ({
    path: [...list, index],
    title: labelAt(data, [...list, index, 'what'], guidedText.entry({ number: index + 1 })),
    isRemovable: true,
    fields: [
      field(data, 'texts', [...list, index, 'what'], word('what')),
      field(data, 'many', [...list, index, 'to'], guidedText.shownTo(), { choices: codeChoices(AUDIENCES) }),
      field(data, 'texts', [...list, index, 'when'], guidedText.shownWhen()),
    ],
  }));
  return {
    ...head,
    groups: [
      { path, title: guidedText.dates(), fields, rows: [] },
      {
        path: list,
        title: word('shown'),
        fields: [],
        rows,
        add: { label: guidedText.addShown(), value: SHOWN },
      },
    ],
  };
}

export function trainingSection(data: unknown): Section {
  const path = ['training'];
  const head = { key: 'training', title: guidedText.s_training(), intro: guidedText.s_training_intro() };
  if (at(data, path) === undefined)
    return {
      ...head,
      groups: [],
      absent: { path, value: { certificate: 'recommended', validMonths: 24, basis: defaultBasis(data) } },
    };
  return {
    ...head,
    groups: [
      {
        path,
        title: '',
        fields: [
          field(data, 'choice', [...path, 'certificate'], word('certificate'), {
            choices: codeChoices(['required', 'recommended']),
          }),
          field(data, 'whole', [...path, 'validMonths'], wordWithUnit('validMonths')),
        ],
        rows: [],
      },
    ],
  };
}

export function indicatorsSection(data: unknown): Section {
  const path: Path = ['indicators'];
  const parts = ['measurability', 'require'];
  const measurability: Group[] =
    at(data, ['measurability']) === undefined
      ? []
      : [
          {
            path: ['measurability'],
            title: word('measurability'),
            fields: [field(data, 'many', parts, word('require'), { choices: codeChoices(MEASURABLE_PARTS) })],
            rows: [],
          },
        ];
  return {
    key: 'indicators',
    title: guidedText.s_indicators(),
    intro: guidedText.s_indicators_intro(),
    groups: [...measurability, indicatorGroup(data, path)],
  };
}

function indicatorGroup(data: unknown, path: Path): Group {
  const components = componentChoices(data);
  const blank = { id: '…', en: '…' };
  return {
    path,
    title: word('indicators'),
    fields: [],
    isFolded: true,
    rows: itemsAt(data, path).map((_, index) => {
      const own = [...path, index];
      return {
        path: own,
        title: labelAt(data, [...own, 'label'], guidedText.entry({ number: index + 1 })),
        isRemovable: true,
        fields: [
          field(data, 'code', [...own, 'code'], word('code')),
          field(data, 'choice', [...own, 'component'], word('component'), { choices: components }),
          field(data, 'texts', [...own, 'jobFamily'], word('jobFamily')),
          field(data, 'texts', [...own, 'label'], word('label')),
          field(data, 'longTexts', [...own, 'meaning'], word('meaning')),
          field(data, 'longTexts', [...own, 'measure'], word('measure')),
          field(data, 'texts', [...own, 'unit'], word('unit')),
          field(data, 'choice', [...own, 'direction'], word('direction'), {
            choices: codeChoices(DIRECTIONS),
          }),
          field(data, 'texts', [...own, 'dataSource'], word('dataSource')),
          field(data, 'longTexts', [...own, 'example'], word('example')),
        ],
      };
    }),
    add: {
      label: guidedText.addIndicator(),
      value: {
        code: freeCode(data, path, 'indikator'),
        component: components[0]?.value ?? '',
        jobFamily: { id: 'Semua jabatan', en: 'All posts' },
        label: { id: 'Indikator baru', en: 'New indicator' },
        meaning: blank,
        measure: blank,
        unit: { id: 'persen', en: 'percent' },
        direction: 'higher',
        dataSource: blank,
        example: blank,
      },
    },
  };
}
