/** Conflicts of interest below `/a/:agency`: the officers' list, and what stands on one appraisal. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { askingRules, CONFLICT_KINDS } from '#domain/schemes/index.ts';
import { type Actor, isOfficer, type VisitEnv } from '#features/people/index.ts';
import { findPeriod, listPeriods, logAccess, requireParticipation } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { writeWorkbook } from '#platform/spreadsheet/index.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { conflictsBetween, pairKey } from './between.ts';
import { type ConflictCase, listCases } from './cases/queries.ts';
import { refreshCases } from './cases/refresh.ts';
import { caseRoutes } from './cases/routes.tsx';
import { conflictsExported, conflictsSought } from './events.ts';
import { householdRoutes } from './households/routes.tsx';
import type { ConflictOptions } from './options.ts';
import { AppraisalPage } from './pages/appraisal-page.tsx';
import { type OfficerFilter, OfficerPage } from './pages/officer-page.tsx';
import { text } from './pages/text.ts';
import { listDeclarations } from './queries.ts';
import { declarationRoutes } from './routes-declarations.tsx';
import { consequenceLabel, DECLARED_KINDS, kindLabel, settlementLabel } from './words.ts';

type C = Context<VisitEnv>;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function conflictRoutes(options: ConflictOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/conflicts', showList);
  routes.get('/conflicts/list.xlsx', exportList);
  routes.post('/conflicts/findings', (c) => look(c, options));
  routes.get('/appraisals/:id/conflicts', (c) => showAppraisal(c, options));
  routes.route('/', householdRoutes(options));
  routes.route('/', declarationRoutes(options));
  routes.route('/', caseRoutes(options));
  return routes;
}

/** Officers of their units, auditors everywhere. */
function requireOverseer(actor: Actor): void {
  if (!isOfficer(actor) && !actor.isAuditor) throw new NotAllowed();
}

function reachOf(actor: Actor) {
  return actor.isAuditor ? ({ kind: 'agency' } as const) : actor.officer;
}

const filterSchema = z.object({
  tab: z.enum(['open', 'declared', 'appraisals']).catch('open'),
  q: z.string().trim().max(100).catch(''),
  kind: z.enum(CONFLICT_KINDS).optional().catch(undefined),
  period: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

async function declarationsFor(tx: Tx, c: C, filter: OfficerFilter) {
  const { visit } = c.var;
  if (filter.tab === 'appraisals') return [];
  const kind = DECLARED_KINDS.find((each) => each === filter.kind);
  if (filter.kind && !kind) return [];
  return listDeclarations(
    tx,
    {
      scope: reachOf(visit.actor),
      words: filter.q,
      kind,
      ...(filter.tab === 'open' ? { states: ['declared' as const] } : {}),
    },
    visit.today,
  );
}

function casesFor(tx: Tx, c: C, filter: OfficerFilter, size?: number) {
  if (filter.tab === 'declared') return { cases: [], total: 0 };
  return listCases(
    tx,
    {
      scope: reachOf(c.var.visit.actor),
      words: filter.q,
      kind: filter.kind,
      periodId: filter.period,
      states: filter.tab === 'open' ? ['open'] : ['open', 'noted', 'settled'],
    },
    { number: filter.page, ...(size ? { size } : {}) },
  );
}

async function showList(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  const filter: OfficerFilter = { period: undefined, kind: undefined, ...filterSchema.parse(c.req.query()) };
  const view = await visit.db.read(async (tx) => {
    const declarations = await declarationsFor(tx, c, filter);
    const { cases, total } = await casesFor(tx, c, filter);
    const waiting = await casesFor(tx, c, { ...NOTHING_CHOSEN, page: 1 }, 1);
    const declared = await declarationsFor(tx, c, NOTHING_CHOSEN);
    const periods = (await listPeriods(tx)).filter(({ state }) => state === 'open');
    return {
      declarations,
      cases,
      total,
      periods,
      counts: { open: waiting.total + declared.length, declared: declared.length },
    };
  });
  return page(c, <OfficerPage visit={visit} filter={filter} {...view} />);
}

const NOTHING_CHOSEN: OfficerFilter = { tab: 'open', q: '', kind: undefined, period: undefined, page: 1 };
const MOST_ROWS = 20_000;

async function exportList(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  const filter: OfficerFilter = { period: undefined, kind: undefined, ...filterSchema.parse(c.req.query()) };
  const cases = await visit.db.write(async (tx) => {
    const shown: OfficerFilter = { ...filter, tab: filter.tab === 'open' ? 'open' : 'appraisals', page: 1 };
    const { cases: all } = await casesFor(tx, c, shown, MOST_ROWS);
    await record(tx, conflictsExported, {
      actorId: visit.actor.personId,
      subject: { kind: 'agency', id: tx.agencyId },
      payload: { rows: all.length },
    });
    return all;
  });
  const bytes = await writeWorkbook([{ name: text.sheet(), ...sheetOf(cases) }]);
  return download(c, new Uint8Array(bytes), {
    name: `benturan-${visit.agency.code}-${visit.today}.xlsx`,
    mediaType: XLSX,
  });
}

function sheetOf(cases: readonly ConflictCase[]) {
  const columns: readonly (readonly [string, (each: ConflictCase) => string])[] = [
    [text.period(), (each) => each.periodName],
    [text.employee(), (each) => each.rateeName],
    [text.appraiser(), (each) => each.raterName],
    [text.kind(), (each) => inLocale(kindLabel(each.kind))],
    [text.source(), (each) => (each.source === 'declared' ? text.fromDeclaration() : text.fromData())],
    [text.since(), (each) => formatDate(each.since)],
    [text.consequence(), (each) => inLocale(consequenceLabel(each.consequence))],
    [text.decisions(), (each) => (each.settlement ? inLocale(settlementLabel(each.settlement)) : '')],
    [text.reason(), (each) => each.reason ?? ''],
  ];
  return {
    columns: columns.map(([heading]) => ({ heading, width: 24 })),
    rows: cases.map((each) => columns.map(([, value]) => value(each))),
  };
}

/** Looks through a whole period: for officers of any unit, since it changes nothing but the list. */
async function look(c: C, { schemes }: ConflictOptions): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const { periodId = '' } = await formFields(c);
  const sought = await visit.db.write(async (tx) => {
    const period = await findPeriod(tx, periodId);
    if (!period) throw new NotFound();
    const found = await refreshCases(tx, schemes, period.id, visit.today);
    await record(tx, conflictsSought, {
      actorId: visit.actor.personId,
      subject: { kind: 'period', id: period.id },
      payload: {
        period: period.name,
        people: found.people,
        found: found.found,
        open: found.opened,
        gone: found.gone,
      },
    });
    return found;
  });
  const { people, found, opened } = sought;
  return seeOther(
    c,
    visit.path(`/conflicts?tab=open&period=${periodId}`),
    text.looked({ people, found, opened }),
  );
}

async function showAppraisal(c: C, { schemes }: ConflictOptions): Promise<Response> {
  const { visit } = c.var;
  const shown = await visit.db.read(async (tx) => {
    const view = await requireParticipation(tx, visit.actor, c.req.param('id') ?? '');
    const { participation } = view;
    const { scheme } = await schemes.load(tx, participation.scheme.id, participation.scheme.version);
    const raterId = participation.appraiser?.id;
    const pair = raterId ? [{ raterId, rateeId: participation.person.id }] : [];
    const conflicts = await conflictsBetween(tx, pair, {
      on: visit.today < participation.endsOn ? visit.today : participation.endsOn,
      contactMonths: askingRules(scheme).contactMonths,
      periodId: participation.period.id,
    });
    const { cases } = await listCases(tx, {
      participantId: participation.id,
      states: ['open', 'settled'],
    });
    return {
      view,
      scheme,
      cases,
      conflicts: (raterId && conflicts.get(pairKey(raterId, participation.person.id))) || [],
    };
  });
  await logAccess(visit, shown.view.participation.person.id, 'conflicts');
  return page(c, <AppraisalPage visit={visit} {...shown} />);
}
