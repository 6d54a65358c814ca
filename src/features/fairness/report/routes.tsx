/** `/fairness/reports`: drafts for those who oversee the agency, published ones for everybody in it. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isAgencyOfficer, overseesAgency, type VisitEnv } from '#features/people/index.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { publishReport, requestReport, saveWords } from './commands.ts';
import { ReportsPage } from './pages/list-page.tsx';
import { ReportPage } from './pages/report-page.tsx';
import { paperName, reportPaper } from './paper.ts';
import { findReport, listReports, reportYears } from './queries.ts';
import { text } from './text.ts';
import { type Report, type ReportWords, reportWordsSchema } from './types.ts';

type C = Context<VisitEnv>;

export function reportRoutes({ files }: { readonly files: FileStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/fairness/reports', (c) => list(c));
  routes.post('/fairness/reports', make);
  routes.get('/fairness/reports/:id', (c) => show(c));
  routes.post('/fairness/reports/:id/words', (c) => writeWords(c, files));
  routes.get('/fairness/reports/:id/paper.pdf', (c) => sendPaper(c, files));
  routes.get('/fairness/reports/:id/data.csv', (c) => sendData(c, files));
  return routes;
}

/** Drafts are for those who oversee the agency. */
const publishedOnly = (c: C) => !overseesAgency(c.var.visit.actor);
/** The forms without names: for those who check, not for leaders, who know enough to recognise people. */
const mayReadData = (c: C) => isAgencyOfficer(c.var.visit.actor) || c.var.visit.actor.isAuditor;

async function list(c: C, errors: Record<string, string> = {}): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => ({
    reports: await listReports(tx, { publishedOnly: publishedOnly(c) }),
    years: isAgencyOfficer(visit.actor) ? await reportYears(tx) : [],
  }));
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  const mayReadFigures = overseesAgency(visit.actor);
  return page(c, <ReportsPage {...{ visit, errors, mayReadFigures, ...view }} newId={newId()} />, status);
}

async function make(c: C): Promise<Response> {
  const { visit } = c.var;
  if (!isAgencyOfficer(visit.actor)) throw publishedOnly(c) ? new NotFound() : new NotAllowed();
  const form = z.object({ id: z.uuid(), year: z.coerce.number().int() });
  const parsed = parseFields(form, await formFields(c));
  if (!parsed.ok) return list(c, { year: text.yearWrong() });
  try {
    await visit.db.write((tx) => requestReport(tx, visit.actor, parsed.value));
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return list(c, { [error.field]: error.message });
  }
  return seeOther(c, visit.path(`/fairness/reports/${parsed.value.id}`), text.requested());
}

async function requireReport(c: C): Promise<Report> {
  const id = c.req.param('id') ?? '';
  const report = await c.var.visit.db.read((tx) => findReport(tx, id, { publishedOnly: publishedOnly(c) }));
  if (!report) throw new NotFound();
  return report;
}

async function show(
  c: C,
  refused?: { errors: Record<string, string>; typed: ReportWords },
): Promise<Response> {
  const report = await requireReport(c);
  const shared = { visit: c.var.visit, report, mayReadData: mayReadData(c) };
  return refused
    ? page(c, <ReportPage {...shared} {...refused} />, 422)
    : page(c, <ReportPage {...shared} errors={{}} />);
}

async function writeWords(c: C, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const report = await requireReport(c);
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const fields = await formFields(c);
  const typed: ReportWords = { foreword: fields.foreword ?? '', measures: fields.measures ?? '' };
  const parsed = parseFields(reportWordsSchema, { ...typed });
  if (!parsed.ok) return show(c, { errors: parsed.errors, typed });
  const path = visit.path(`/fairness/reports/${report.id}`);
  await visit.db.write((tx) => saveWords(tx, visit.actor, report.id, parsed.value));
  if (fields.step !== 'publish') return seeOther(c, path, text.saved());
  try {
    await publish(c, files, report.id);
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return show(c, { errors: { [error.field]: error.message }, typed });
  }
  return seeOther(c, path, text.published());
}

/** The paper is set from what is stored, and published only if that is still what is stored. */
async function publish(c: C, files: FileStore, id: string): Promise<void> {
  const { visit } = c.var;
  const report = await requireReport(c);
  if (!report.words.foreword.trim()) throw new Refusal(text.forewordMissing(), 'foreword');
  const bytes = reportPaper({ ...report, state: 'published' });
  const sha256 = await files.put(visit.db.agencyId, bytes);
  const paper = {
    fileId: newId(),
    name: paperName(report),
    sha256,
    byteSize: bytes.length,
    words: report.words,
  };
  await visit.db.write((tx) => publishReport(tx, visit.actor, id, paper));
}

async function sendPaper(c: C, files: FileStore): Promise<Response> {
  const report = await requireReport(c);
  if (!report.figures) throw new NotFound();
  const bytes = report.paper
    ? await files.get(c.var.visit.db.agencyId, report.paper.sha256)
    : new Uint8Array(reportPaper(report));
  return download(c, bytes, { name: paperName(report), mediaType: 'application/pdf' });
}

async function sendData(c: C, files: FileStore): Promise<Response> {
  const report = await requireReport(c);
  if (!mayReadData(c)) throw new NotAllowed();
  if (!report.data) throw new NotFound();
  const bytes = await files.get(c.var.visit.db.agencyId, report.data.sha256);
  return download(c, bytes, { name: report.data.name, mediaType: 'text/csv' });
}
