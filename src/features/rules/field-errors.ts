/** What a form says beside its fields when the rule refuses what was typed. */
import { isCivilDate, type Problem } from '#domain/problem.ts';
import type { Rule, RuleField } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { parseDecimal } from '#platform/web/forms.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { type Fields, fieldOfPath } from './read-form.ts';
import { text } from './text.ts';

/**
 * The first problem of each field. The rule speaks to whoever writes JSON; a form says what to put into the
 * box, unless what stands there is well formed and the rule has another reason to refuse it.
 */
export function errorsByField(rule: Rule, problems: readonly Problem[], fields: Fields): FieldErrors {
  const errors: Record<string, string> = {};
  for (const problem of problems) {
    const path = fieldOfPath(problem.path);
    const field = fieldAt(rule.fields, path.split('.'));
    const own = field !== undefined && !hasReasonOfRule(field, path, fields);
    errors[path] ??= own ? wanted(field) : said(problem);
  }
  return errors;
}

function said(problem: Problem): string {
  const sentence = text.problem({ what: inLocale(problem.what), remedy: inLocale(problem.remedy) });
  return `${sentence.charAt(0).toLocaleUpperCase('id')}${sentence.slice(1)}.`;
}

/** The field at a path such as `lines.0.rating` or `weights.discipline`; the table itself for one of its counts. */
function fieldAt(fields: readonly RuleField[], path: readonly string[]): RuleField | undefined {
  const [name, ...rest] = path;
  const field = fields.find((each) => each.name === name);
  if (field?.kind === 'list' && rest.length > 1) return fieldAt(field.item, rest.slice(1));
  if (field?.kind === 'group' && rest.length > 0) return fieldAt(field.fields, rest);
  return field;
}

/** Whether what is wrong is not how the value was written, but what the rule makes of it. */
function hasReasonOfRule(field: RuleField, path: string, fields: Fields): boolean {
  const given = fields[path]?.trim() ?? '';
  if (field.kind === 'group') return true;
  if (field.kind === 'numbers' && path === field.name) return given === '' && isAnyGiven(path, fields);
  if (given === '') return field.optional === true;
  return isWellFormed(field, given);
}

function isAnyGiven(path: string, fields: Fields): boolean {
  return Object.entries(fields).some(([name, value]) => name.startsWith(`${path}.`) && value.trim() !== '');
}

function isWellFormed(field: RuleField, given: string): boolean {
  switch (field.kind) {
    case 'boolean':
      return true;
    case 'date':
      return isCivilDate(given);
    case 'choice':
      return field.options.some(({ value }) => value === given);
    case 'integer':
    case 'decimal':
      return isWithin(field.kind, field, given);
    case 'numbers':
      return isWithin(field.of, field, given);
    default:
      return false;
  }
}

function isWithin(
  kind: 'integer' | 'decimal',
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  given: string,
): boolean {
  const parsed = parseDecimal(given);
  if (parsed === null || (kind === 'integer' && !/^\d+$/.test(parsed))) return false;
  return Number(parsed) >= minimum && Number(parsed) <= maximum;
}

function wanted(field: RuleField): string {
  switch (field.kind) {
    case 'choice':
      return text.wantChoice();
    case 'decimal':
    case 'integer':
    case 'numbers':
      return text.wantNumber({ minimum: field.minimum, maximum: field.maximum });
    case 'counts':
      return text.wantCount();
    case 'date':
      return text.wantDate();
    case 'list':
      return text.wantRow();
    default:
      return text.wantText();
  }
}
