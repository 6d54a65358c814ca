/** All sections of the guided editor for one draft, in the order in which a scheme is made. */
import type { Path } from '../source/edit-yaml.ts';
import { word } from './choices.ts';
import { type Field, field, nameOf, type Section } from './model.ts';
import { componentsSection } from './section-parts.ts';
import { componentSections } from './sections-components.ts';
import { gatesSection } from './sections-gates.ts';
import { indicatorsSection, opennessSection, stepsSection, trainingSection } from './sections-process.ts';
import { weightsSection } from './sections-result.ts';
import { scaleSections, scalesSection } from './sections-scales.ts';
import { thresholdsSection } from './sections-thresholds.ts';
import { voicesSection } from './sections-voices.ts';
import { guidedText } from './text.ts';

export function sectionsOf(data: unknown): readonly Section[] {
  return [
    titleSection(data),
    componentsSection(data),
    ...componentSections(data),
    scalesSection(data),
    ...scaleSections(data),
    weightsSection(data),
    thresholdsSection(data),
    gatesSection(data),
    voicesSection(data),
    stepsSection(data),
    opennessSection(data),
    trainingSection(data),
    indicatorsSection(data),
  ];
}

function titleSection(data: unknown): Section {
  const fields: Field[] = [
    field(data, 'texts', ['title'], word('title')),
    field(data, 'longTexts', ['summary'], word('summary')),
    field(data, 'date', ['effective', 'from'], `${word('effective')}: ${word('from').toLowerCase()}`),
    field(data, 'date', ['effective', 'until'], `${word('effective')}: ${word('until').toLowerCase()}`, {
      isOptional: true,
    }),
  ];
  return {
    key: 'title',
    title: guidedText.s_title(),
    intro: guidedText.s_title_intro(),
    groups: [{ path: ['title'], title: '', fields, rows: [] }],
  };
}

export interface Place {
  readonly section: Section;
  /** Id of the element on the page of the section. */
  readonly anchor: string;
}

/**
 * Finds where the guided editor mends a problem: the field itself, the entry or list that is faulty as a whole, or the
 * first field inside of what is. Nothing for what only the YAML editor can change.
 */
export function placeOf(sections: readonly Section[], path: string): Place | undefined {
  let best: (Place & { readonly weight: number }) | undefined;
  const consider = (section: Section, anchor: string, weight: number) => {
    if (weight > (best?.weight ?? 0)) best = { section, anchor, weight };
  };
  for (const section of sections) {
    for (const group of section.groups) {
      if (group.path.length > 0)
        consider(section, groupId(group.path), holderWeight(nameOf(group.path), path));
      for (const row of group.rows) consider(section, rowId(row.path), holderWeight(nameOf(row.path), path));
      for (const each of [...group.fields, ...group.rows.flatMap((row) => row.fields)]) {
        const name = nameOf(each.path);
        const anchor = path === `${name}.en` ? path : inputId(each);
        consider(section, anchor, isBelow(path, name) ? 9_000 + name.length : holderWeight(name, path) * 2);
      }
    }
    if (section.absent && nameOf(section.absent.path) === path) consider(section, 'main', 100);
  }
  return best && { section: best.section, anchor: best.anchor };
}

/** Faulty as a whole, or holding what is: the outermost first. */
function holderWeight(name: string, path: string): number {
  if (path === '') return 0;
  if (name === path) return 5_000;
  return isBelow(name, path) ? 500 - Math.min(name.length, 499) : 0;
}

export function isBelow(path: string, above: string): boolean {
  return path.startsWith(above) && /^[.[]/.test(path.slice(above.length));
}

export function groupId(path: Path): string {
  return `list-${nameOf(path)}`;
}

export function rowId(path: Path): string {
  return `entry-${nameOf(path)}`;
}

/** Id of the first input of a field. */
export function inputId({ path, kind }: Field): string {
  return kind === 'texts' || kind === 'longTexts' ? `${nameOf(path)}.id` : nameOf(path);
}
