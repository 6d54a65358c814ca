import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { listPeriods } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { notReady } from '../results/commands.ts';
import { unitResult } from '../results/figures.ts';
import { requireResult } from '../results/routes.tsx';
import type { SurveyOptions } from '../routes.tsx';
import { mayManage } from '../transitions.ts';
import { useResult } from './command.ts';
import { UsePage } from './page.tsx';
import { planUse, type UseQuestion } from './plan.ts';
import { text } from './text.ts';

type Visiting = Context<VisitEnv>;
const USE = '/surveys/rounds/:id/units/:unitId/use';

export function useRoutes(options: SurveyOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(USE, (c) => show(c, options));
  routes.post(USE, (c) => use(c, options));
  return routes;
}

const unitIdOf = (c: Visiting) => c.req.param('unitId') ?? '';

function questionOf(fields: Readonly<Record<string, string | undefined>>): UseQuestion {
  return {
    periodId: fields.period ?? '',
    withBelow: fields.below === 'yes',
    byCounter: fields.counter === 'yes',
  };
}

/** The preview: the latest open period where none was chosen. */
async function show(c: Visiting, { schemes }: SurveyOptions): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const { round, unit } = await requireResult(tx, c, unitIdOf(c));
    if (!mayManage(visit.actor, unit.id)) throw new NotAllowed();
    const result = await unitResult(tx, round, unit);
    const stop = notReady(round, result);
    if (stop) throw new Conflict(stop);
    const periods = (await listPeriods(tx)).filter(({ state }) => state === 'open');
    const asked = questionOf(c.req.query());
    const period = periods.find(({ id }) => id === asked.periodId) ?? periods[0];
    const question = period && { ...asked, periodId: period.id };
    return {
      round,
      result,
      periods,
      question,
      plan: question && (await planUse(tx, schemes, { round, result, question })),
      before: await usedBefore(tx, round.id, unit.id),
    };
  });
  return page(c, <UsePage visit={visit} {...view} id={newId()} />);
}

async function usedBefore(tx: Tx, roundId: string, unitId: string) {
  const rows = await tx.db
    .selectFrom('survey_uses')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'survey_uses.period_id').on('periods.agency_id', '=', tx.agencyId),
    )
    .select(['survey_uses.id', 'periods.name', 'survey_uses.participants', 'survey_uses.used_at'])
    .where('survey_uses.agency_id', '=', tx.agencyId)
    .where('survey_uses.round_id', '=', roundId)
    .where('survey_uses.unit_id', '=', unitId)
    .orderBy('survey_uses.used_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    period: row.name,
    participants: row.participants,
    at: row.used_at,
  }));
}

async function use(c: Visiting, { schemes }: SurveyOptions): Promise<Response> {
  const { visit } = c.var;
  const unitId = unitIdOf(c);
  await visit.db.read((tx) => requireResult(tx, c, unitId));
  if (!mayManage(visit.actor, unitId)) throw new NotAllowed();
  const fields = await formFields(c);
  const id = isId(fields.id ?? '') ? (fields.id ?? '') : newId();
  const roundId = c.req.param('id') ?? '';
  const given = { id, roundId, unitId, question: questionOf(fields) };
  const count = await visit.db.write((tx) => useResult(tx, visit.actor, schemes, given));
  const path = visit.path(`/surveys/rounds/${roundId}/units/${unitId}/use`);
  return seeOther(c, `${path}?period=${given.question.periodId}`, text.done({ count }));
}
