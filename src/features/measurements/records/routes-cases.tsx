/** `/appraisals/:id/cases/:component`: the cases of one person, one case, and what is said against it. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { traceCase } from '#domain/attendance/index.ts';
import type { Visit, VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { UPLOAD_LIMIT_BYTES } from '#platform/storage/upload.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { renderBarPlot } from '#ui/plot/index.ts';
import type { MeasurementOptions } from '../routes.tsx';
import { recordSettings, workCalendar } from './calendar.ts';
import { casesOf, findCase, historyOfCase } from './cases.ts';
import { contestRecord } from './commands.ts';
import { serviceOf } from './components.ts';
import { contestsOf } from './contests.ts';
import { readCaseForm, type Typed } from './forms.ts';
import { monthName, monthOf, monthsBetween } from './months.ts';
import { CasePage } from './pages/case-page.tsx';
import { CasesPage, type MonthShare, type TracedCase } from './pages/cases-page.tsx';
import { type KeptProof, keepProof } from './proof.ts';
import { text } from './text.ts';
import { loadOne } from './view.ts';

type Visiting = Context<VisitEnv>;
const CASES = '/appraisals/:id/cases/:component';

export function caseRoutes(options: MeasurementOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(CASES, (c) => showCases(c, options));
  routes.get(`${CASES}/:case`, (c) => showCase(c, options));
  routes.post(
    `${CASES}/:case/contests`,
    bodyLimit({
      maxSize: UPLOAD_LIMIT_BYTES + 2 ** 20,
      onError: (c) =>
        showCase(c as Visiting, options, { typed: {}, errors: { files: text.proofTooLarge() } }),
    }),
    (c) => contest(c, options),
  );
  return routes;
}

async function loadCases(c: Visiting, tx: Tx, visit: Visit, { schemes }: MeasurementOptions) {
  const one = await loadOne(tx, visit, schemes, c.req.param('id') ?? '');
  const component = c.req.param('component') ?? '';
  const settings = serviceOf(one.compiled, component);
  if (!settings) throw new NotFound();
  const holidays = [...(await workCalendar(tx)).holidays.keys()];
  const contests = await contestsOf(tx, one.view.participation.id);
  return {
    one,
    component,
    settings,
    holidays,
    contests: contests.filter((each) => each.component === component),
  };
}

async function showCases(c: Visiting, options: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const { one, component, contests, cases } = await visit.db.read(async (tx) => {
    const loaded = await loadCases(c, tx, visit, options);
    const rows = await casesOf(tx, [loaded.one.view.participation.id], loaded.component);
    const traced = rows.map(
      (row): TracedCase => ({ row, trace: traceCase(row, loaded.settings, loaded.holidays) }),
    );
    return { ...loaded, cases: traced };
  });
  await logAccess(visit, one.view.participation.person.id, 'service-cases');
  const shares = sharesOf(cases);
  const plot = await renderBarPlot({
    max: '100',
    bars: shares.map(({ month, share, closed }) => ({
      label: monthName(month).split(' ')[0]?.slice(0, 3) ?? month,
      value: String(share),
      valueLabel: closed === 0 ? '–' : `${share} %`,
    })),
  });
  return page(c, <CasesPage {...{ visit, one, component, contests, cases, shares, plot }} />);
}

/** The share in time by the month in which a case was finished; at most the last twelve. */
function sharesOf(cases: readonly TracedCase[]): readonly MonthShare[] {
  const closed = cases.filter(({ row, trace }) => row.end && row.isCounted && trace);
  const ends = closed.map(({ row }) => monthOf(row.end ?? '')).sort();
  return monthsBetween(ends[0] ?? '9', ends.at(-1) ?? '')
    .slice(-12)
    .map((month) => {
      const own = closed.filter(({ row }) => row.end?.startsWith(month));
      const onTime = own.filter(({ trace }) => trace?.onTime).length;
      const share = own.length === 0 ? 0 : Math.round((onTime / own.length) * 100);
      return { month, closed: own.length, onTime, share };
    });
}

interface Refused {
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string | undefined>>;
  readonly kept?: KeptProof | null;
}

async function showCase(c: Visiting, options: MeasurementOptions, refused?: Refused): Promise<Response> {
  const { visit } = c.var;
  const found = await visit.db.read(async (tx) => {
    const loaded = await loadCases(c, tx, visit, options);
    const asked = c.req.param('case') ?? '';
    const participantId = loaded.one.view.participation.id;
    const named = isId(asked) ? await findCase(tx, participantId, asked) : undefined;
    if (!named || named.component !== loaded.component) throw new NotFound();
    const history = await historyOfCase(tx, {
      participantId,
      component: loaded.component,
      number: named.number,
    });
    // An address may name a row that was replaced since: what holds now is shown.
    const row = history.find(({ supersededAt }) => supersededAt === null) ?? named;
    return { ...loaded, history, row, contestDays: (await recordSettings(tx)).contestDays };
  });
  const { one, component, contests, history, row, settings, holidays, contestDays } = found;
  if (!refused) await logAccess(visit, one.view.participation.person.id, 'service-cases');
  const shown = { row, trace: traceCase(row, settings, holidays) };
  const form = {
    action: visit.path(`/appraisals/${one.view.participation.id}/cases/${component}/${row.id}/contests`),
    id: refused?.typed.id && isId(refused.typed.id) ? refused.typed.id : newId(),
    recordId: refused?.typed.recordId ?? row.id,
    typed: refused?.typed ?? {
      start: written(row.start),
      end: row.end ? written(row.end) : '',
    },
    errors: refused?.errors ?? {},
    kept: refused?.kept ?? null,
  };
  return page(
    c,
    <CasePage {...{ visit, one, component, contests, history, shown, contestDays, form }} />,
    refused ? 422 : 200,
  );
}

/** `02-03-2026 09.15`, as the form asks for it. */
function written(moment: string): string {
  const [date = '', time = ''] = moment.split('T');
  return `${date.split('-').reverse().join('-')} ${time.replace(':', '.')}`;
}

async function contest(c: Visiting, options: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const { one, component, row } = await visit.db.read(async (tx) => {
    const loaded = await loadCases(c, tx, visit, options);
    const asked = c.req.param('case') ?? '';
    const named = isId(asked) ? await findCase(tx, loaded.one.view.participation.id, asked) : undefined;
    if (!loaded.one.view.relations.has('employee')) throw new NotAllowed();
    if (!named || named.component !== loaded.component) throw new NotFound();
    return { ...loaded, row: named };
  });
  const typed = await formFields(c);
  const { kept, error } = await keepProof(visit, options.files, await c.req.parseBody());
  const read = readCaseForm(typed);
  const errors = { ...(read.ok ? {} : read.errors), ...(error ? { files: error } : {}) };
  if (!read.ok || error) return showCase(c, options, { typed, errors, kept });
  try {
    await visit.db.write((tx) =>
      contestRecord(tx, visit.actor, {
        id: typed.id && isId(typed.id) ? typed.id : newId(),
        participation: one.view.participation,
        component,
        recordId: typed.recordId && isId(typed.recordId) ? typed.recordId : row.id,
        subject: { kind: 'case', number: row.number, proposal: read.proposal },
        reason: read.reason,
        link: read.link,
        fileIds: kept ? [kept.id] : [],
        zone: visit.agency.zone,
        today: visit.today,
      }),
    );
  } catch (failure) {
    if (!(failure instanceof Refusal) || !failure.field) throw failure;
    return showCase(c, options, { typed, errors: { [failure.field]: failure.message }, kept });
  }
  const path = visit.path(`/appraisals/${one.view.participation.id}/cases/${component}/${row.id}`);
  return seeOther(c, path, text.sent());
}
