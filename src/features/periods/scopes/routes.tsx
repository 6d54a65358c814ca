import { type Context, Hono } from 'hono';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import { Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { candidates, takingPart } from '../candidates.ts';
import { isPositionKind } from '../labels.ts';
import type { PeriodOptions } from '../options.ts';
import { requirePeriod, unitChoices } from '../queries.ts';
import { addRule, raiseRule, removeRule } from './commands.ts';
import { OWN, ScopesPage, type ScopesView } from './page.tsx';
import { periodSchemes, ruleChooser } from './period-schemes.ts';
import { text } from './text.ts';

type Visiting = Context<VisitEnv>;
type Refused = Pick<ScopesView, 'typed' | 'errors'> & { readonly newId: string };

/** `/periods/:id/schemes`: which scheme holds for which unit and kind of post. */
export function scopeRoutes(options: PeriodOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/periods/:id/schemes', (c) => show(c, options));
  routes.post('/periods/:id/schemes', (c) => add(c, options));
  routes.post('/periods/:id/schemes/:rule', (c) => change(c));
  return routes;
}

async function show(c: Visiting, { schemes }: PeriodOptions, refused?: Refused): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const period = await requirePeriod(tx, c.req.param('id') ?? '');
    const rules = await periodSchemes(tx, period.id);
    const ruleOf = await ruleChooser(tx, rules);
    const taking = takingPart(await candidates(tx, period, visit.today));
    const hits = new Map<string, number>();
    for (const candidate of taking) {
      const key = ruleOf(candidate)?.id ?? OWN;
      hits.set(key, (hits.get(key) ?? 0) + 1);
    }
    return {
      period,
      rules,
      hits,
      usable: (await schemes.usable(tx)).map((each) => each.scheme),
      units: await unitChoices(
        tx,
        rules.flatMap((rule) => rule.unitId ?? []),
      ),
    };
  });
  return page(
    c,
    <ScopesPage
      visit={visit}
      {...view}
      newId={refused?.newId ?? newId()}
      mayChange={isAgencyOfficer(visit.actor) && view.period.state === 'draft'}
      typed={refused?.typed ?? { unit: '', positionKind: '', scheme: '' }}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

async function add(c: Visiting, options: PeriodOptions): Promise<Response> {
  const { visit } = c.var;
  const { id = '', unit = '', positionKind = '', scheme = '' } = await formFields(c);
  const periodId = c.req.param('id') ?? '';
  const input = {
    id: isId(id) ? id : newId(),
    unitId: unit || null,
    positionKind: isPositionKind(positionKind) ? positionKind : null,
    scheme,
  };
  try {
    await visit.db.write((tx) => addRule(tx, options.schemes, visit.actor, periodId, input));
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    const typed = { unit, positionKind, scheme };
    return show(c, options, { typed, errors: { [error.field]: error.message }, newId: input.id });
  }
  return seeOther(c, visit.path(`/periods/${periodId}/schemes`), text.added());
}

async function change(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const { act = '' } = await formFields(c);
  const [periodId, ruleId] = [c.req.param('id') ?? '', c.req.param('rule') ?? ''];
  const isRaised = act === 'raise';
  await visit.db.write((tx) =>
    isRaised ? raiseRule(tx, visit.actor, periodId, ruleId) : removeRule(tx, visit.actor, periodId, ruleId),
  );
  return seeOther(c, visit.path(`/periods/${periodId}/schemes`), isRaised ? text.moved() : text.removed());
}
