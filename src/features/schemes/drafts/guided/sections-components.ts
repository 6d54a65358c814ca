/** One page a component: what it appraises, and the settings of its mechanism. */
import type { Path } from '../source/edit-yaml.ts';
import { codeLabel, keysOfComponents, labelAt, mechanismOf, word } from './choices.ts';
import { competencyGroups } from './component-competencies.ts';
import { fileGroups } from './component-files.ts';
import { itemGroups, surveyGroups } from './component-items.ts';
import { settingsGroup } from './component-settings.ts';
import { field, type Group, type Section } from './model.ts';
import { guidedText } from './text.ts';

export function componentSections(data: unknown): readonly Section[] {
  return keysOfComponents(data).map((name) => {
    const path = ['components', name];
    return {
      key: `component.${name}`,
      title: guidedText.s_component({ name: labelAt(data, [...path, 'label'], name) }),
      intro: guidedText.s_component_intro(),
      brief: mechanismWords(data, name),
      groups: [aboutGroup(data, path), ...groupsOf(data, path, mechanismOf(data, name))],
    };
  });
}

function mechanismWords(data: unknown, name: string): string {
  return guidedText.mechanismIs({ mechanism: codeLabel(mechanismOf(data, name)) });
}

function aboutGroup(data: unknown, path: Path): Group {
  return {
    path,
    title: guidedText.about(),
    hint: mechanismWords(data, String(path[1])),
    fields: [
      field(data, 'texts', [...path, 'label'], word('label')),
      field(data, 'longTexts', [...path, 'meaning'], word('meaning'), { isOptional: true }),
      field(data, 'longTexts', [...path, 'source'], word('source'), { isOptional: true }),
    ],
    rows: [],
  };
}

function groupsOf(data: unknown, path: Path, mechanism: string): readonly Group[] {
  const settings = settingsGroup(data, path, mechanism);
  const own = settings ? [settings] : [];
  switch (mechanism) {
    case 'rated-items':
      return [...own, ...itemGroups(data, path)];
    case 'survey':
      return [...own, ...surveyGroups(data, path)];
    case 'competencies':
      return [...own, ...competencyGroups(data, path)];
    default:
      return [...own, ...fileGroups(data, path, mechanism)];
  }
}
