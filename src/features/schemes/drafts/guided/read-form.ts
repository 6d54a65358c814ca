/** Between a section of the guided editor and the form it is shown in: what stands in a field, and what was changed. */
import { parseDecimal } from '#platform/web/forms.ts';
import type { Edit, Path, Plain } from '../source/edit-yaml.ts';
import { type Field, type Group, isRecord, nameOf, type Section } from './model.ts';

/** What a form brought: text by name, several for boxes of one name. */
export type Form = ReadonlyMap<string, readonly string[]>;

/** A form as it was posted; files and characters of code zero are left out. */
export function formOf(body: Readonly<Record<string, unknown>>): Form {
  const form = new Map<string, readonly string[]>();
  for (const [name, given] of Object.entries(body)) {
    const texts = (Array.isArray(given) ? given : [given]).filter((each) => typeof each === 'string');
    if (texts.length > 0)
      form.set(
        name,
        texts.map((each) => each.replaceAll('\0', '')),
      );
  }
  return form;
}

/** What stands in a field of the page; both languages for texts, several codes for boxes. */
export function shown(field: Field): {
  readonly text: string;
  readonly en: string;
  readonly many: readonly string[];
} {
  const { value, kind } = field;
  if (kind === 'texts' || kind === 'longTexts') {
    const both = isRecord(value) ? value : {};
    return { text: plainText(both.id), en: plainText(both.en), many: [] };
  }
  if (kind === 'many') return { text: '', en: '', many: Array.isArray(value) ? value.map(plainText) : [] };
  if (kind === 'flag') return { text: value === true ? 'yes' : '', en: '', many: [] };
  return { text: plainText(value), en: '', many: [] };
}

function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

export function fieldsOf(section: Section): readonly Field[] {
  return section.groups.flatMap((group) => [...group.fields, ...group.rows.flatMap((row) => row.fields)]);
}

/** The changes that a posted section asks for: fields first, then the entry that is added or removed. */
export function editsOf(section: Section, form: Form): readonly Edit[] {
  const edits = fieldsOf(section).flatMap((field) => editsOfField(field, form));
  const act = form.get('act')?.at(-1) ?? '';
  return [...edits, ...actEdits(section, act, form)];
}

/** The fields whose value the form changes, by name. */
export function changedNames(section: Section, form: Form): ReadonlySet<string> {
  return new Set(
    fieldsOf(section)
      .filter((field) => editsOfField(field, form).length > 0)
      .map((field) => nameOf(field.path)),
  );
}

function editsOfField(field: Field, form: Form): readonly Edit[] {
  const name = nameOf(field.path);
  const { kind, path, isOptional = false, value } = field;
  if (kind === 'texts' || kind === 'longTexts') return textsEdits(field, form);
  if (kind === 'flag') {
    const isChecked = form.has(name);
    if (isChecked === (value === true)) return [];
    return isChecked || !isOptional
      ? [{ kind: 'set', path, value: isChecked }]
      : [{ kind: 'remove', path, prune: true }];
  }
  if (kind === 'many') return manyEdits(field, form.get(name) ?? []);
  const typed = form.get(name)?.at(-1);
  if (typed === undefined) return [];
  const wanted = plainOf(field, typed);
  if (wanted === undefined)
    return value === undefined || !isOptional ? [] : [{ kind: 'remove', path, prune: true }];
  return sameText(wanted, value) ? [] : [{ kind: 'set', path, value: wanted }];
}

/** What was typed as the file holds it; undefined for an optional field left empty. */
function plainOf({ kind, isOptional }: Field, typed: string): Plain | undefined {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (text === '') return isOptional ? undefined : kind === 'number' || kind === 'whole' ? null : '';
  if (kind !== 'number' && kind !== 'whole') return text;
  const decimal = parseDecimal(text);
  if (decimal === null) return text;
  const number = Number(decimal);
  return Number.isSafeInteger(number) ? number : decimal.replace(/0+$/, '');
}

/** A number and the same number in quotes mean the same, so that a field only looked at changes nothing. */
function sameText(wanted: Plain, value: unknown): boolean {
  if (wanted === null) return value === null || value === undefined;
  return plainText(value) === String(wanted) && value !== undefined;
}

function textsEdits({ path, isOptional = false, value }: Field, form: Form): readonly Edit[] {
  const name = nameOf(path);
  const typed = { id: form.get(`${name}.id`)?.at(-1), en: form.get(`${name}.en`)?.at(-1) };
  if (typed.id === undefined || typed.en === undefined) return [];
  const wanted = { id: folded(typed.id), en: folded(typed.en) };
  if (isOptional && wanted.id === '' && wanted.en === '')
    return value === undefined ? [] : [{ kind: 'remove', path, prune: true }];
  if (!isRecord(value)) return [{ kind: 'set', path, value: wanted }];
  return (['id', 'en'] as const)
    .filter((language) => folded(plainText(value[language])) !== wanted[language])
    .map((language) => ({ kind: 'set', path: [...path, language], value: wanted[language] }));
}

function folded(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function manyEdits(
  { path, isOptional = false, value, choices = [] }: Field,
  checked: readonly string[],
): readonly Edit[] {
  const wanted = choices.map((choice) => choice.value).filter((each) => checked.includes(each));
  const now = Array.isArray(value) ? value.map(plainText) : [];
  // Names that are no choice of the page stay, so that nothing is lost unseen.
  const kept = now.filter((each) => !choices.some((choice) => choice.value === each));
  const next = [...wanted, ...kept];
  if (next.length === now.length && next.every((each) => now.includes(each))) return [];
  if (next.length === 0 && isOptional) return [{ kind: 'remove', path, prune: true }];
  return [{ kind: 'set', path, value: next }];
}

function actEdits(section: Section, act: string, form: Form): readonly Edit[] {
  if (act === 'create' && section.absent) return [{ kind: 'set', ...section.absent }];
  for (const group of section.groups) {
    if (act === `add:${nameOf(group.path)}`) return addition(group, form);
    for (const row of group.rows)
      if (row.isRemovable && act === `remove:${nameOf(row.path)}`) return [removal(group, row.path)];
  }
  return [];
}

/** The last entry goes with its list: an empty list would only be a fault. */
function removal(group: Group, path: Path): Edit {
  return { kind: 'remove', path: group.rows.length === 1 ? group.path : path };
}

function addition({ path, add, rows }: Group, form: Form): readonly Edit[] {
  if (!add) return [];
  const wanted = form.get(`variant:${nameOf(path)}`)?.at(-1);
  const variant = add.variants?.choices.find((choice) => choice.value === wanted);
  if (add.variants && !variant) return [];
  const value = variant?.plain ?? add.value;
  if (!add.keys) return [{ kind: 'append', path, value }];
  const key = folded(form.get(`key:${nameOf(path)}`)?.at(-1) ?? '');
  if (key === '' || rows.some((row) => row.path.at(-1) === key)) return [];
  if (add.keys.choices && !add.keys.choices.some((choice) => choice.value === key)) return [];
  return [{ kind: 'set', path: [...path, key.slice(0, 60)], value }];
}
