/**
 * From the flat fields of a form or an address to the input of a rule and back. A field of a list stands as
 * `lines.0.rating`, a number of a list as `required.0`, one of a group or of a table of counts as `counts.baik`;
 * what is left empty is left out. Nothing is checked here: the rule itself is the strict door.
 */
import type { RuleField } from '#domain/rules/index.ts';
import { parseDecimal } from '#platform/web/forms.ts';

export type Fields = Readonly<Record<string, string>>;
export type NumbersField = RuleField & { kind: 'numbers' };

const ROWS_AT_FIRST = 5;
const ROWS_MORE = 5;

/** The fields as a form draws them: lists of numbers that share their rows stand together. */
export function sectionsOf(fields: readonly RuleField[]): readonly (readonly RuleField[])[] {
  const sections: RuleField[][] = [];
  for (const field of fields) {
    const last = sections.at(-1);
    if (last?.[0] && isSameRow(last[0], field)) last.push(field);
    else sections.push([field]);
  }
  return sections;
}

function isSameRow(one: RuleField, other: RuleField): boolean {
  if (one.kind !== 'numbers' || other.kind !== 'numbers') return false;
  return one.row !== undefined && one.row.id === other.row?.id;
}

/** The names of the boxes in one row of a section; none where it has no rows. */
function rowBoxes(section: readonly RuleField[], index: number): readonly string[] {
  return section.flatMap((field) => {
    if (field.kind === 'numbers') return [`${field.name}.${index}`];
    return field.kind === 'list' ? field.item.map(({ name }) => `${field.name}.${index}.${name}`) : [];
  });
}

function rowLimit(section: readonly RuleField[]): number {
  const limits = section.map((field) => ('maximumLength' in field ? field.maximumLength : 0));
  return Math.max(0, ...limits);
}

/** How many rows of a section are filled in, counted to the last of them. */
function rowsFilled(section: readonly RuleField[], fields: Fields): number {
  let filled = 0;
  for (let index = 0; index < rowLimit(section); index += 1) {
    if (rowBoxes(section, index).some((name) => isGiven(fields[name]))) filled = index + 1;
  }
  return filled;
}

function isGiven(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '';
}

/**
 * What was typed, with the rows left empty closed up: so the number of a row is that of its value, and a
 * problem of the rule finds the box it belongs to.
 */
export function withoutGaps(rule: readonly RuleField[], fields: Fields): Fields {
  const closed: Record<string, string> = { ...fields };
  for (const section of sectionsOf(rule)) {
    let next = 0;
    for (let index = 0; index < rowsFilled(section, fields); index += 1) {
      const boxes = rowBoxes(section, index);
      const values = boxes.map((name) => fields[name] ?? '');
      for (const name of boxes) delete closed[name];
      if (!values.some(isGiven)) continue;
      for (const [place, name] of rowBoxes(section, next).entries()) closed[name] = values[place] ?? '';
      next += 1;
    }
  }
  return closed;
}

/** The input of a rule from its form. */
export function inputOf(rule: readonly RuleField[], fields: Fields): Record<string, unknown> {
  return objectOf(rule, withoutGaps(rule, fields), '');
}

function objectOf(rule: readonly RuleField[], fields: Fields, prefix: string): Record<string, unknown> {
  const entries = sectionsOf(rule).flatMap((section) => {
    const rows = section[0]?.kind === 'numbers' ? rowsFilled(section, fields) : 0;
    return section.map((field) => [field.name, readField(field, prefix, fields, rows)] as const);
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The value of one field; undefined when nothing was given. */
function readField(field: RuleField, prefix: string, fields: Fields, rows: number): unknown {
  const path = prefix + field.name;
  const given = fields[path]?.trim() ?? '';
  switch (field.kind) {
    case 'boolean':
      return readBoolean(field, prefix, fields);
    case 'integer':
    case 'decimal':
      return given === '' ? undefined : readNumber(field.kind, given);
    case 'counts':
      return countsOf(field.options, path, fields);
    case 'group':
      return readGroup(field, path, fields);
    case 'numbers':
      return readNumbers(field, fields, rows);
    case 'list':
      return rowsOf(field, path, fields);
    default:
      return given === '' ? undefined : given;
  }
}

/** What is no number stays text, and the rule says so in its own words. */
function readNumber(kind: 'integer' | 'decimal', given: string): unknown {
  if (kind === 'decimal') return parseDecimal(given) ?? given;
  return /^-?\d{1,9}$/.test(given) ? Number(given) : given;
}

/** A box not ticked means no, and nothing at all where the question does not arise. */
function readBoolean(field: RuleField & { kind: 'boolean' }, prefix: string, fields: Fields): unknown {
  if (fields[prefix + field.name] === 'yes') return true;
  const { onlyWhen } = field;
  return onlyWhen && fields[prefix + onlyWhen.field] !== onlyWhen.value ? undefined : false;
}

/** A group that must be given is an object even when empty, so that each of its boxes is asked for. */
function readGroup(field: RuleField & { kind: 'group' }, path: string, fields: Fields): unknown {
  const group = objectOf(field.fields, fields, `${path}.`);
  return field.optional && Object.keys(group).length === 0 ? undefined : group;
}

/** Every number of the filled rows; where only a neighbour was filled an empty text, which the rule refuses. */
function readNumbers(field: NumbersField, fields: Fields, rows: number): unknown {
  if (rows === 0 && field.optional) return undefined;
  return Array.from({ length: rows }, (_, index) =>
    readNumber(field.of, fields[`${field.name}.${index}`]?.trim() ?? ''),
  );
}

function countsOf(options: readonly { value: string }[], path: string, fields: Fields): unknown {
  const entries = options.flatMap(({ value }) => {
    const given = fields[`${path}.${value}`]?.trim() ?? '';
    if (given === '') return [];
    return [[value, /^\d{1,9}$/.test(given) ? Number(given) : given] as const];
  });
  return Object.fromEntries(entries);
}

function rowsOf(field: RuleField & { kind: 'list' }, path: string, fields: Fields): unknown {
  const rows: unknown[] = [];
  for (let index = 0; index < field.maximumLength; index += 1) {
    const row = objectOf(field.item, fields, `${path}.${index}.`);
    if (Object.keys(row).length > 0) rows.push(row);
  }
  return rows;
}

/** An input as the fields of its form: for examples, so that each is a link. */
export function fieldsOf(input: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(leavesOf(input, ''));
}

function leavesOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) =>
      leavesOf(each, path === '' ? name : `${path}.${name}`),
    );
  if (typeof value === 'boolean') return value ? [[path, 'yes']] : [];
  return [[path, String(value)]];
}

/** How many rows to draw: those filled in, those asked for, never more than the rule takes. */
export function rowCount(section: readonly RuleField[], fields: Fields): number {
  const [first] = section;
  const asked = Number(fields.rows);
  const rows = Math.max(
    first?.kind === 'numbers' ? first.rowsAtFirst : ROWS_AT_FIRST,
    rowsFilled(section, fields),
    Number.isInteger(asked) ? asked : 0,
  );
  return Math.min(rows, rowLimit(section));
}

export function moreRows(rows: number): number {
  return rows + ROWS_MORE;
}

/** The field of the form that a problem of the rule belongs to: `lines[0].rating` → `lines.0.rating`. */
export function fieldOfPath(path: string): string {
  return path.replace(/\[(\d+)\]/g, '.$1');
}
