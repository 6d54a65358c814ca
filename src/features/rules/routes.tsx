/** The calculator of rules: public pages and the same as a call for other systems. Nothing is kept. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Problem } from '#domain/problem.ts';
import { type Rule, type RuleAnswer, type RuleField, ruleNamed, rules } from '#domain/rules/index.ts';
import { NotFound } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { formFields } from '#platform/web/forms.ts';
import { page } from '#platform/web/respond.ts';
import type { FieldErrors } from '#ui/form.tsx';
import type { Chrome } from '#ui/layout.tsx';
import { RulePage } from './pages/rule-page.tsx';
import { RulesPage } from './pages/rules-page.tsx';
import { type Fields, fieldOfPath, inputOf } from './read-form.ts';
import { text } from './text.ts';

/** What the routes need of the frame around them. */
export type RulesEnv = { Variables: { chrome: Chrome } };

/** Rules whose input is personal data. */
const PRIVATE: ReadonlySet<string> = new Set(['nip']);
const LARGEST_BODY = 256 * 1024;

const NOT_JSON: Problem = {
  path: '',
  what: { id: 'bukan JSON', en: 'is not JSON' },
  remedy: { id: 'kirim satu objek JSON', en: 'send one JSON object' },
};
const TOO_LARGE: Problem = {
  path: '',
  what: { id: 'terlalu besar', en: 'is too large' },
  remedy: { id: 'kirim paling banyak 256 kB', en: 'send at most 256 kB' },
};

export function ruleRoutes(): Hono<RulesEnv> {
  const routes = new Hono<RulesEnv>();
  const limited = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (c) => c.json({ problems: [TOO_LARGE] }, 413),
  });
  routes.get('/rules', (c) => page(c, <RulesPage chrome={c.var.chrome} rules={rules} />));
  routes.get('/rules/:name', (c) => {
    const rule = requireRule(c);
    return showRule(c, rule, PRIVATE.has(rule.name) ? {} : c.req.query());
  });
  routes.post('/rules/:name', limited, async (c) => showRule(c, requireRule(c), await formFields(c)));
  routes.get('/api/rules', (c) => c.json({ rules: rules.map(described) }));
  routes.get('/api/rules/:name', (c) => {
    const rule = requireRule(c);
    const input = c.req.query('input');
    return input === undefined ? c.json(described(rule)) : answerJson(c, rule, input);
  });
  routes.post('/api/rules/:name', limited, async (c) => answerJson(c, requireRule(c), await c.req.text()));
  return routes;
}

function requireRule(c: Context<RulesEnv>): Rule {
  const rule = ruleNamed(c.req.param('name') ?? '');
  if (!rule) throw new NotFound();
  return rule;
}

function showRule(c: Context<RulesEnv>, rule: Rule, fields: Fields): Response {
  const answer = fields.calculate === 'yes' ? rule.run(inputOf(rule.fields, fields)) : null;
  const errors = answer?.ok === false ? errorsByField(rule, answer.problems) : {};
  const isPrivate = PRIVATE.has(rule.name);
  return page(
    c,
    <RulePage {...{ rule, fields, answer, errors, isPrivate }} chrome={c.var.chrome} />,
    answer?.ok === false ? 422 : 200,
  );
}

/** The first problem of each field. The rule speaks to whoever writes JSON; a form says what to put into the field. */
function errorsByField(rule: Rule, problems: readonly Problem[]): FieldErrors {
  const errors: Record<string, string> = {};
  for (const problem of problems) {
    const path = fieldOfPath(problem.path);
    const field = fieldAt(rule.fields, path.split('.'));
    const said = text.problem({ what: inLocale(problem.what), remedy: inLocale(problem.remedy) });
    errors[path] ??= field ? wanted(field) : said.charAt(0).toLocaleUpperCase('id') + said.slice(1);
  }
  return errors;
}

/** The field at a path such as `lines.0.rating`; the table itself for one of its counts. */
function fieldAt(fields: readonly RuleField[], path: readonly string[]): RuleField | undefined {
  const [name, , ...rest] = path;
  const field = fields.find((each) => each.name === name);
  return field?.kind === 'list' && rest.length > 0 ? fieldAt(field.item, rest) : field;
}

function wanted(field: RuleField): string {
  switch (field.kind) {
    case 'choice':
      return text.wantChoice();
    case 'decimal':
    case 'integer':
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

function answerJson(c: Context<RulesEnv>, rule: Rule, body: string): Response {
  const answer = run(rule, body);
  c.header('cache-control', 'no-store');
  return answer.ok ? c.json(answer.output) : c.json({ problems: answer.problems }, 422);
}

function run(rule: Rule, body: string): RuleAnswer {
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch {
    return { ok: false, problems: [NOT_JSON] };
  }
  return rule.run(input);
}

function described(rule: Rule) {
  const { name, title, description, basis, fields, examples } = rule;
  return { name, title, description, basis, fields, examples };
}
