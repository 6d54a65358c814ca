/**
 * From the flat fields of a form or an address to the input of a rule and back. A field of a list stands as
 * `lines.0.rating`, one of a table of counts as `counts.baik`; what is left empty is left out. Nothing is
 * checked here: the rule itself is the strict door.
 */
import type { RuleField } from '#domain/rules/index.ts';
import { parseDecimal } from '#platform/web/forms.ts';

export type Fields = Readonly<Record<string, string>>;

const ROWS_AT_FIRST = 5;
const ROWS_MORE = 5;

/** The value of one field; undefined when nothing was given. */
function readField(field: RuleField, path: string, fields: Fields): unknown {
  const given = fields[path]?.trim() ?? '';
  switch (field.kind) {
    case 'boolean':
      return given === 'yes';
    case 'integer':
      // What is no whole number stays text, and the rule says so in its own words.
      return given === '' ? undefined : /^-?\d{1,9}$/.test(given) ? Number(given) : given;
    case 'decimal':
      return given === '' ? undefined : (parseDecimal(given) ?? given);
    case 'counts':
      return countsOf(field.options, path, fields);
    case 'list':
      return rowsOf(field, path, fields);
    default:
      return given === '' ? undefined : given;
  }
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
    const row = inputOf(field.item, fields, `${path}.${index}.`);
    if (Object.keys(row).length > 0) rows.push(row);
  }
  return rows;
}

export function inputOf(rule: readonly RuleField[], fields: Fields, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    rule
      .map((field) => [field.name, readField(field, prefix + field.name, fields)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

/** An input as the fields of its form: for examples, so that each is a link. */
export function fieldsOf(input: Readonly<Record<string, unknown>>, prefix = ''): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(input)) {
    const path = prefix + name;
    if (Array.isArray(value)) {
      value.forEach((row: Record<string, unknown>, index) => {
        Object.assign(fields, fieldsOf(row, `${path}.${index}.`));
      });
    } else if (typeof value === 'object' && value !== null) {
      Object.assign(fields, fieldsOf(value as Record<string, unknown>, `${path}.`));
    } else if (typeof value === 'boolean') {
      if (value) fields[path] = 'yes';
    } else {
      fields[path] = String(value);
    }
  }
  return fields;
}

/** How many rows of a list to draw: those filled in, those asked for, never more than the rule takes. */
export function rowCount(field: RuleField & { kind: 'list' }, fields: Fields): number {
  const indices = Object.entries(fields)
    .filter(([name, value]) => name.startsWith(`${field.name}.`) && value !== '')
    .map(([name]) => Number(name.slice(field.name.length + 1).split('.')[0]) + 1)
    .filter((count) => Number.isInteger(count));
  const asked = Number(fields.rows);
  const rows = Math.max(ROWS_AT_FIRST, ...indices, Number.isInteger(asked) ? asked : 0);
  return Math.min(rows, field.maximumLength);
}

export function moreRows(rows: number): number {
  return rows + ROWS_MORE;
}

/** The field of the form that a problem of the rule belongs to: `lines[0].rating` → `lines.0.rating`. */
export function fieldOfPath(path: string): string {
  return path.replace(/\[(\d+)\]/g, '.$1');
}
