import { Hono } from 'hono';
import { z } from 'zod';
import { ORGANISATION_PREDICATES } from '#domain/rules/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { formFields, maybeText, parseFields, someText } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { fixUnitPredicate } from './commands/fix-unit-predicate.ts';
import { WORDS } from './content.ts';
import { UnitPage } from './pages/unit-page.tsx';
import { text } from './text-unit.ts';
import { loadUnit } from './unit-view.ts';

const fixForm = z.object({
  periodId: z.uuid(),
  evaluationId: z.uuid(),
  seenId: z.uuid().or(z.literal('')),
  predicate: z.enum(ORGANISATION_PREDICATES),
  reason: someText(WORDS.reason),
  distributionReason: maybeText(WORDS.reason),
});

export function unitRoutes({ schemes }: { schemes: SchemeStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();

  routes.get('/organisation/units/:unitId', async (c) => {
    const { visit } = c.var;
    const asked = { unitId: c.req.param('unitId'), periodId: c.req.query('period') };
    const view = await visit.db.read((tx) => loadUnit(tx, schemes, visit.actor, asked));
    return page(c, <UnitPage visit={visit} view={view} evaluationId={newId()} />);
  });

  routes.post('/organisation/units/:unitId/evaluations', async (c) => {
    const { visit } = c.var;
    const unitId = c.req.param('unitId');
    const fields = await formFields(c);
    const refused = async (errors: Record<string, string>) => {
      const asked = { unitId, periodId: fields.periodId };
      const view = await visit.db.read((tx) => loadUnit(tx, schemes, visit.actor, asked));
      const evaluationId = fields.evaluationId ?? newId();
      const shown = { visit, view, evaluationId, errors, typed: fields };
      return page(c, <UnitPage {...shown} />, 422);
    };
    const parsed = parseFields(fixForm, fields);
    if (!parsed.ok) {
      if (parsed.errors.periodId || parsed.errors.evaluationId || parsed.errors.seenId) throw new NotFound();
      return refused(parsed.errors);
    }
    try {
      await visit.db.write((tx) => fixUnitPredicate(tx, schemes, visit.actor, { unitId, ...parsed.value }));
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
      return refused({ [error.field ?? 'predicate']: error.message });
    }
    const back = visit.path(`/organisation/units/${unitId}?period=${parsed.value.periodId}`);
    return seeOther(c, back, text.fixedFlash());
  });
  return routes;
}
