/** Groups in words, in the order in which people expect them. */
import { inLocale } from '#platform/locale/locale.ts';
import { valueLabel } from './attributes/values.ts';
import { text } from './text.ts';
import { type Attribute, HELD_ATTRIBUTES } from './types.ts';

const KNOWN = ['female', 'male', 'pns', 'pppk', 'below-30', '30-39', '40-49', '50-up'] as const;

export function attributeLabel(attribute: Attribute): string {
  return text[`attribute-${attribute}`]();
}

export function groupLabel(attribute: Attribute, group: string): string {
  const held = HELD_ATTRIBUTES.find((each) => each === attribute);
  if (held) return inLocale(valueLabel(held, group));
  const known = attribute === 'unit' ? undefined : KNOWN.find((each) => each === group);
  return known ? text[known]() : group;
}

/** Ages by age, everything else by its name. */
export function inOrder<Row extends { readonly group: string }>(
  attribute: Attribute,
  rows: readonly Row[],
): readonly Row[] {
  const place = ({ group }: Row) => (KNOWN as readonly string[]).indexOf(group);
  return rows.toSorted((a, b) =>
    attribute === 'age'
      ? place(a) - place(b)
      : groupLabel(attribute, a.group).localeCompare(groupLabel(attribute, b.group), 'id'),
  );
}
