/** The calculator of rules: public pages and the same as a call for other systems. Nothing is kept. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Problem } from '#domain/problem.ts';
import { type Rule, type RuleAnswer, ruleNamed, rules } from '#domain/rules/index.ts';
import { NotFound } from '#platform/errors.ts';
import { formFields } from '#platform/web/forms.ts';
import { page } from '#platform/web/respond.ts';
import type { Chrome } from '#ui/layout.tsx';
import { errorsByField } from './field-errors.ts';
import { RulePage } from './pages/rule-page.tsx';
import { RulesPage } from './pages/rules-page.tsx';
import { type Fields, inputOf, withoutGaps } from './read-form.ts';

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

function showRule(c: Context<RulesEnv>, rule: Rule, typed: Fields): Response {
  const fields = withoutGaps(rule.fields, typed);
  const answer = fields.calculate === 'yes' ? rule.run(inputOf(rule.fields, fields)) : null;
  const errors = answer?.ok === false ? errorsByField(rule, answer.problems, fields) : {};
  const isPrivate = PRIVATE.has(rule.name);
  return page(
    c,
    <RulePage {...{ rule, fields, answer, errors, isPrivate }} chrome={c.var.chrome} />,
    answer?.ok === false ? 422 : 200,
  );
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
