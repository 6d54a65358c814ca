/** Who appraises: the weights of voices, and the source of components that one voice gives. */
import { FORM_VOICES } from '#domain/schemes/mechanisms/weighted-voices.ts';
import type { Path } from '../source/edit-yaml.ts';
import { codeChoices, keysOfComponents, labelAt, voiceChoices, word, wordWithUnit } from './choices.ts';
import { at, field, type Group, isRecord, keysAt, type Section } from './model.ts';
import { guidedText } from './text.ts';

export function voicesSection(data: unknown): Section {
  const names = keysOfComponents(data);
  const voiced = names.filter((name) => isRecord(at(data, ['components', name, 'voices'])));
  const single = names.filter((name) => !voiced.includes(name));
  return {
    key: 'voices',
    title: guidedText.s_voices(),
    intro: guidedText.s_voices_intro(),
    groups: [
      ...voiced.map((name) => voiceGroup(data, ['components', name])),
      ...(single.length > 0
        ? [
            {
              path: [],
              title: guidedText.singleVoice(),
              fields: single.map((name) =>
                field(
                  data,
                  'choice',
                  ['components', name, 'givenBy'],
                  labelAt(data, ['components', name, 'label'], name),
                  { isOptional: true, choices: voiceChoices() },
                ),
              ),
              rows: [],
            },
          ]
        : []),
    ],
  };
}

function voiceGroup(data: unknown, component: Path): Group {
  const path = [...component, 'voices'];
  const names = keysAt(data, path);
  const others = voiceChoices(FORM_VOICES).filter(({ value }) => !names.includes(value));
  const known = voiceChoices();
  return {
    path,
    title: labelAt(data, [...component, 'label'], String(component[1])),
    fields: [
      field(data, 'choice', [...component, 'whenNobody'], word('whenNobody'), {
        isOptional: true,
        choices: codeChoices(['missing', 'not-applicable']),
      }),
    ],
    rows: names.map((name) => ({
      path: [...path, name],
      title: known.find((each) => each.value === name)?.label ?? name,
      isRemovable: true,
      fields: [
        field(data, 'number', [...path, name, 'percent'], wordWithUnit('percent')),
        field(data, 'whole', [...path, name, 'atLeast'], guidedText.atLeastForms(), { isOptional: true }),
        field(data, 'flag', [...path, name, 'required'], word('required'), { isOptional: true }),
      ],
    })),
    sumOf: names.map((name) => [...path, name, 'percent']),
    add:
      others.length > 0
        ? {
            label: guidedText.addVoice(),
            value: { percent: 0 },
            keys: { label: guidedText.s_voices(), choices: others },
          }
        : undefined,
  };
}
