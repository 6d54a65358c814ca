/** The list of components, where a new one is added with everything that its mechanism needs. */
import type { Plain } from '../source/edit-yaml.ts';
import { codeLabel, keysOfComponents, labelAt, mechanismOf, scaleChoices, word } from './choices.ts';
import { defaultBasis, field, type Section } from './model.ts';
import { guidedText } from './text.ts';

export function componentsSection(data: unknown): Section {
  const path = ['components'];
  return {
    key: 'components',
    title: word('components'),
    intro: guidedText.s_components_intro(),
    groups: [
      {
        path,
        title: word('components'),
        fields: [],
        rows: keysOfComponents(data).map((name) => ({
          path: [...path, name],
          title: guidedText.componentAs({
            name: labelAt(data, [...path, name, 'label'], name),
            mechanism: codeLabel(mechanismOf(data, name)),
          }),
          fields: [field(data, 'texts', [...path, name, 'label'], word('label'))],
          isRemovable: true,
        })),
        add: {
          label: guidedText.addComponent(),
          keys: { label: guidedText.newCode(), hint: guidedText.componentCodeHint() },
          value: {},
          variants: {
            label: word('mechanism'),
            choices: componentTemplates(data).map(([mechanism, value]) => ({
              value: mechanism,
              label: codeLabel(mechanism),
              plain: value,
            })),
          },
        },
      },
    ],
  };
}

const label = (id: string, en: string) => ({ label: { id, en } });
const APPRAISER = { appraiser: { percent: 100, required: true } };

/** What a new component begins with, by mechanism; the numbers are ours and say so by their confidence. */
export function componentTemplates(data: unknown): readonly (readonly [mechanism: string, value: Plain])[] {
  const levels = scaleChoices(data)[0]?.value ?? '';
  const basis = defaultBasis(data);
  const made = (mechanism: string, settings: Readonly<Record<string, Plain>>) =>
    [mechanism, { ...label('Komponen baru', 'New component'), mechanism, ...settings, basis }] as const;
  return [
    made('planned-results', {
      weighting: 'equal',
      conversion: {
        roundPercent: 2,
        segments: [
          { from: 0, to: 100, score: 0, reaching: 100 },
          { from: 100, score: 100 },
        ],
      },
    }),
    made('rated-items', {
      scale: levels,
      items: [{ code: 'butir-1', ...label('Butir baru', 'New item') }],
      voices: APPRAISER,
    }),
    made('competencies', { dictionary: [competency()], voices: APPRAISER }),
    made('presence', {
      dayMinutes: 450,
      deductions: { absentDay: 3, late: [{ upTo: 30, points: '0.5' }, { points: 1 }] },
    }),
    made('service-standard', {
      clock: { days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' },
      services: [{ code: 'layanan-1', ...label('Layanan', 'Service'), targetHours: 8 }],
      withoutCases: 'not-applicable',
    }),
    made('survey', { scale: levels, items: 'service-elements', atLeast: 5, tooFew: 'not-applicable' }),
    made('innovation', {
      stages: [
        { code: 'diterapkan', ...label('Diterapkan', 'Adopted'), points: 50 },
        { code: 'direplikasi', ...label('Dipakai unit lain', 'Taken over by another unit'), points: 100 },
      ],
      unverifiedPercent: 0,
      atMost: 100,
    }),
    made('team-contribution', { scale: levels, withoutTeam: 'not-applicable' }),
    made('fact', {}),
  ];
}

function competency(): Plain {
  const level = { id: 'Uraian perilaku', en: 'Description of conduct' };
  return {
    code: 'kompetensi-1',
    kind: 'technical',
    ...label('Kompetensi baru', 'New competency'),
    levels: { '1': level, '2': level, '3': level, '4': level, '5': level },
  };
}
