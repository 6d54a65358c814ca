/** Import by the browser: upload, look at what would change, agree, follow. Only for officers of the agency. */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { LIMITS } from '#platform/spreadsheet/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { requireAgencyOfficer } from '../../scope.ts';
import type { VisitEnv } from '../../visit.ts';
import { findingsWorkbook } from '../report.ts';
import {
  type Agreement,
  agreeToImport,
  beginImport,
  checkAgain,
  dropImport,
  startAnew,
} from '../runs/acts.ts';
import { unpackReport } from '../runs/report.ts';
import { findRun, type ImportRun, listRuns, phaseOf } from '../runs/run.ts';
import { templateCsv, templateWorkbook } from '../template.ts';
import { CheckedPage } from './checked-page.tsx';
import { firstList, LISTS } from './report-lists.tsx';
import { StartPage } from './start-page.tsx';
import { text } from './text.ts';
import { readUploads } from './uploads.ts';
import { DonePage, StoppedPage, WorkingPage } from './working-page.tsx';

type C = Context<VisitEnv>;
const RUN = '/people/import/:id{[0-9a-f-]{36}}';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';
const COMPLETENESS = z.enum(['auto', 'complete', 'partial']).catch('auto');

export function importRoutes(files: FileStore): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.use('/people/import', officersOnly);
  routes.use('/people/import/*', officersOnly);
  routes.get('/people/import', (c) => showStart(c));
  // Both files at their largest, and a little for the form itself.
  routes.post('/people/import', bodyLimit({ maxSize: 2 * LIMITS.bytes + 2 ** 20, onError: tooLarge }), (c) =>
    begin(c, files),
  );
  routes.get('/people/import/template.xlsx', async (c) =>
    download(c, new Uint8Array(await templateWorkbook()), { name: 'templat-tera.xlsx', mediaType: XLSX }),
  );
  for (const [holds, name] of [
    ['units', 'templat-unit.csv'],
    ['people', 'templat-pegawai.csv'],
  ] as const) {
    routes.get(`/people/import/${holds}.csv`, (c) =>
      download(c, new Uint8Array(templateCsv(holds)), { name, mediaType: CSV }),
    );
  }
  routes.get(RUN, (c) => showRun(c, files));
  routes.get(`${RUN}/refused.xlsx`, (c) => refusedRows(c, files));
  routes.post(`${RUN}/check`, recheck);
  routes.post(`${RUN}/commitment`, (c) => agree(c, files));
  routes.post(`${RUN}/restart`, async (c) => {
    const { visit } = c.var;
    await visit.db.write((tx) => startAnew(tx, visit.actor, idOf(c)));
    return toRun(c);
  });
  routes.post(`${RUN}/cancellation`, async (c) => {
    const { visit } = c.var;
    await visit.db.write((tx) => dropImport(tx, visit.actor, idOf(c)));
    return seeOther(c, visit.path('/people/import'), text.dropped());
  });
  return routes;
}

/** Before anything else, so that nobody's upload is read in vain. */
const officersOnly: MiddlewareHandler<VisitEnv> = async (c, next) => {
  requireAgencyOfficer(c.var.visit.actor);
  await next();
};

const idOf = (c: C): string => c.req.param('id') ?? '';
const toRun = (c: C): Response => seeOther(c, c.var.visit.path(`/people/import/${idOf(c)}`));

async function showStart(
  c: C,
  form: { errors: Record<string, string>; completeness: string } = { errors: {}, completeness: 'auto' },
): Promise<Response> {
  const { visit } = c.var;
  const runs = await visit.db.read((tx) => listRuns(tx));
  const status = Object.keys(form.errors).length > 0 ? 422 : 200;
  return page(c, <StartPage visit={visit} runs={runs} newRunId={newId()} {...form} />, status);
}

async function tooLarge(c: Context): Promise<Response> {
  const limit = Math.floor(LIMITS.bytes / 2 ** 20);
  const errors = { people: text.fileTooLarge({ file: text.files(), limit }) };
  return showStart(c as C, { errors, completeness: 'auto' });
}

async function begin(c: C, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const body = await c.req.parseBody();
  const completeness = COMPLETENESS.parse(body.completeness);
  const read = await readUploads(body);
  if (!read.ok) return showStart(c, { errors: read.errors, completeness });
  const uploads = await Promise.all(
    read.uploads.map(async ({ bytes, ...upload }) => ({
      ...upload,
      byteSize: bytes.byteLength,
      sha256: await files.put(visit.agency.id, bytes),
    })),
  );
  const id = typeof body.id === 'string' && isId(body.id) ? body.id : newId();
  await visit.db.write((tx) =>
    beginImport(tx, visit.actor, { id, uploads, completeness, today: visit.today }),
  );
  return seeOther(c, visit.path(`/people/import/${id}`));
}

async function showRun(c: C, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const run = await visit.db.read((tx) => findRun(tx, idOf(c)));
  switch (phaseOf(run)) {
    case 'working':
      return page(c, <WorkingPage visit={visit} run={run} />);
    case 'committed':
      return page(c, <DonePage visit={visit} run={run} />);
    case 'failed':
    case 'cancelled':
      return page(c, <StoppedPage visit={visit} run={run} />);
    case 'checked':
      return showChecked(c, files, run);
  }
}

const viewSchema = z.object({
  list: z.enum(LISTS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

async function showChecked(
  c: C,
  files: FileStore,
  run: ImportRun,
  form: { errors: Record<string, string>; mode: string } = { errors: {}, mode: 'good-rows' },
): Promise<Response> {
  const { visit } = c.var;
  const { result } = run;
  if (!result) throw new Error('a checked import has a result');
  const report = unpackReport(await files.get(visit.agency.id, result.report));
  const view = viewSchema.parse(c.req.query());
  const shown = { report, list: view.list ?? firstList(report), page: view.page };
  const status = Object.keys(form.errors).length > 0 ? 422 : 200;
  return page(c, <CheckedPage visit={visit} run={run} result={result} {...shown} {...form} />, status);
}

async function refusedRows(c: C, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const run = await visit.db.read((tx) => findRun(tx, idOf(c)));
  if (!run.result) return c.notFound();
  const report = unpackReport(await files.get(visit.agency.id, run.result.report));
  const name = `baris-ditolak-${visit.today}.xlsx`;
  return download(c, new Uint8Array(await findingsWorkbook(report)), { name, mediaType: XLSX });
}

async function recheck(c: C): Promise<Response> {
  const { visit } = c.var;
  const { completeness } = await formFields(c);
  const given = { completeness: COMPLETENESS.parse(completeness), today: visit.today };
  await visit.db.write((tx) => checkAgain(tx, visit.actor, idOf(c), given));
  return toRun(c);
}

const agreementSchema = z.object({
  mode: z.enum(['good-rows', 'all-or-nothing']).catch('good-rows'),
  fingerprint: z.string().catch(''),
  endings: z.string().catch(''),
});

async function agree(c: C, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const given: Agreement = { ...agreementSchema.parse(await formFields(c)), today: visit.today };
  try {
    await visit.db.write((tx) => agreeToImport(tx, visit.actor, idOf(c), given));
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    const run = await visit.db.read((tx) => findRun(tx, idOf(c)));
    return showChecked(c, files, run, { errors: { [error.field]: error.message }, mode: given.mode });
  }
  return toRun(c);
}
