import { type Context, Hono } from 'hono';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { candidates, takingPart } from '../candidates.ts';
import { schemesInUse } from '../commands/schemes-in-use.ts';
import type { PeriodOptions } from '../options.ts';
import { type Period, requirePeriod } from '../queries.ts';
import { schemeKey } from '../schemes.ts';
import { confirmCriteria, publishCriteria, remindReaders, withdrawCriteria } from './commands.ts';
import { MyCriteriaPage, type OwnCriteria } from './my-page.tsx';
import { CriteriaPage, type CriteriaView } from './officer-page.tsx';
import { askedBy, readingOf } from './readers.ts';
import { text } from './text.ts';

type Visiting = Context<VisitEnv>;

/** `/periods/:id/criteria` for officers, `/criteria/:id` for those who are appraised by them. */
export function criteriaRoutes(options: PeriodOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/periods/:id/criteria', (c) => show(c, options));
  routes.post('/periods/:id/criteria', (c) => publish(c, options));
  routes.post('/periods/:id/criteria/withdrawal', (c) => withdraw(c, options));
  routes.post('/periods/:id/criteria/reminders', (c) => remind(c));
  routes.get('/criteria/:id', (c) => showMine(c, options));
  routes.post('/criteria/:id', (c) => confirm(c));
  return routes;
}

function idOf(c: Visiting): string {
  return c.req.param('id') ?? '';
}

async function show(
  c: Visiting,
  { schemes }: PeriodOptions,
  refusal?: CriteriaView['refusal'],
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const period = await requirePeriod(tx, idOf(c));
    const taking = takingPart(await candidates(tx, period, visit.today));
    const inUse = await schemesInUse(tx, schemes, period, taking);
    const reading = await readingOf(tx, period.id, taking);
    return { period, schemes: inUse, asked: askedBy(inUse), reading };
  });
  const number = Number(c.req.query('page'));
  return page(
    c,
    <CriteriaPage
      visit={visit}
      {...view}
      mayAct={isAgencyOfficer(visit.actor) && view.period.state === 'draft'}
      words={(c.req.query('q') ?? '').trim().slice(0, 100)}
      page={Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1}
      refusal={refusal}
    />,
    refusal ? 422 : 200,
  );
}

async function publish(c: Visiting, options: PeriodOptions): Promise<Response> {
  const { visit } = c.var;
  const input = { periodId: idOf(c), zone: visit.agency.zone };
  try {
    const count = await visit.db.write((tx) => publishCriteria(tx, options.schemes, visit.actor, input));
    return seeOther(c, visit.path(`/periods/${idOf(c)}/criteria`), text.publishedDone({ count }));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return show(c, options, { message: error.message, field: null });
  }
}

async function withdraw(c: Visiting, options: PeriodOptions): Promise<Response> {
  const { visit } = c.var;
  const { reason = '' } = await formFields(c);
  try {
    await visit.db.write((tx) => withdrawCriteria(tx, visit.actor, { periodId: idOf(c), reason }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'reason') throw error;
    return show(c, options, { message: error.message, field: 'reason' });
  }
  return seeOther(c, visit.path(`/periods/${idOf(c)}/criteria`), text.withdrawnDone());
}

async function remind(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const input = { periodId: idOf(c), zone: visit.agency.zone };
  const count = await visit.db.write((tx) => remindReaders(tx, visit.actor, input));
  const done = count > 0 ? text.reminded({ count }) : text.remindedAlready();
  return seeOther(c, visit.path(`/periods/${idOf(c)}/criteria`), done);
}

async function showMine(c: Visiting, { schemes }: PeriodOptions): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const period = await requirePeriod(tx, idOf(c));
    // A draft that was not published is an officer's own business.
    if (!period.criteriaPublishedOn) throw new NotFound();
    const own = await ownCriteria(tx, period, visit.today, visit.actor.personId);
    const found: OwnCriteria[] = [];
    for (const { id, version, confirmedAt } of own)
      found.push({ scheme: await schemes.load(tx, id, version), confirmedAt });
    return { period, own: found };
  });
  return page(c, <MyCriteriaPage visit={visit} {...view} />);
}

async function ownCriteria(tx: Tx, period: Period, today: string, personId: string) {
  const taking = takingPart(await candidates(tx, period, today, personId));
  const refs = new Map(
    taking.filter((each) => !each.hasEnded).map(({ scheme }) => [schemeKey(scheme), scheme]),
  );
  const rows = await tx.db
    .selectFrom('criteria_confirmations')
    .select(['scheme_id', 'scheme_version', 'confirmed_at'])
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', period.id)
    .where('person_id', '=', personId)
    .execute();
  const confirmed = new Map(
    rows.map((row) => [schemeKey({ id: row.scheme_id, version: row.scheme_version }), row.confirmed_at]),
  );
  return [...refs].map(([key, ref]) => ({ ...ref, confirmedAt: confirmed.get(key) ?? null }));
}

async function confirm(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const { scheme = '' } = await formFields(c);
  const input = { periodId: idOf(c), zone: visit.agency.zone, scheme };
  await visit.db.write((tx) => confirmCriteria(tx, visit.actor, input));
  return seeOther(c, visit.path(`/criteria/${idOf(c)}`), text.confirmedDone());
}
