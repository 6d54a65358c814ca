/** `/conflicts/households`: a spreadsheet is read, compared as fingerprints, and forgotten. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { LIMITS, writeWorkbook } from '#platform/spreadsheet/index.ts';
import { checkUpload } from '#platform/storage/upload.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import type { ConflictOptions } from '../options.ts';
import { checkHouseholds } from './check-file.ts';
import { findBatch, keepBatch, knownHouseholds, recordBatch, removeHouseholds } from './commands.ts';
import { BatchPage, HouseholdsPage } from './pages.tsx';
import { text } from './text.ts';

type C = Context<VisitEnv>;
const PATH = '/conflicts/households';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TAKEN = new Set([XLSX, 'text/csv']);

export function householdRoutes(options: ConflictOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  for (const path of [PATH, `${PATH}/*`])
    routes.use(path, async (c, next) => {
      if (!isAgencyOfficer(c.var.visit.actor)) throw new NotAllowed();
      await next();
    });
  routes.get(PATH, (c) => show(c));
  routes.post(
    PATH,
    bodyLimit({
      maxSize: LIMITS.bytes + 2 ** 20,
      onError: (c) => show(c as C, { error: text.tooLarge({ limit: LIMITS.bytes >> 20 }) }),
    }),
    (c) => upload(c, options),
  );
  routes.get(`${PATH}/template.xlsx`, sendTemplate);
  routes.post(`${PATH}/removal`, (c) => remove(c, options));
  routes.get(`${PATH}/:batch`, showBatch);
  routes.post(`${PATH}/:batch`, (c) => recordChecked(c, options));
  return routes;
}

async function show(c: C, errors: { error?: string; removeError?: string } = {}): Promise<Response> {
  const { visit } = c.var;
  const known = await visit.db.read((tx) => knownHouseholds(tx));
  const status = errors.error || errors.removeError ? 422 : 200;
  return page(c, <HouseholdsPage visit={visit} id={newId()} known={known} {...errors} />, status);
}

async function upload(c: C, options: ConflictOptions): Promise<Response> {
  const { visit } = c.var;
  const body = await c.req.parseBody();
  const given = body.file;
  if (!(given instanceof File) || given.size === 0) return show(c, { error: text.noFile() });
  const uploaded = await checkUpload(given, LIMITS.bytes);
  if (!uploaded.ok || !TAKEN.has(uploaded.upload.mediaType))
    return show(c, { error: text.fileKind({ file: given.name }) });
  const { bytes, name } = uploaded.upload;
  const people = await visit.db.read((tx) => peopleByNip(tx));
  const checked = await checkHouseholds(bytes, name, people);
  if (!checked.ok) return show(c, { error: checked.message });
  const id = typeof body.id === 'string' && isId(body.id) ? body.id : newId();
  await visit.db.write((tx) => keepBatch(tx, options, visit.actor, { id, fileName: name, ...checked }));
  return seeOther(c, visit.path(`${PATH}/${id}`));
}

async function peopleByNip(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db
    .selectFrom('people')
    .select(['id', 'nip'])
    .where('agency_id', '=', tx.agencyId)
    .where('nip', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.nip ?? '', row.id]));
}

async function sendTemplate(c: C): Promise<Response> {
  const bytes = await writeWorkbook([
    {
      name: text.title(),
      columns: [
        { heading: 'NIP', width: 22, format: 'text' },
        { heading: 'No. KK', width: 22, format: 'text' },
        { heading: 'Alamat', width: 60, format: 'text' },
      ],
      rows: [],
      readyRows: 500,
    },
  ]);
  return download(c, new Uint8Array(bytes), { name: 'templat-rumah-tangga.xlsx', mediaType: XLSX });
}

async function showBatch(c: C): Promise<Response> {
  const { visit } = c.var;
  const batch = await visit.db.read((tx) => findBatch(tx, c.req.param('batch') ?? ''));
  if (!batch) throw new NotFound();
  return page(c, <BatchPage visit={visit} batch={batch} />);
}

async function recordChecked(c: C, options: ConflictOptions): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('batch') ?? '';
  await visit.db.write((tx) => recordBatch(tx, options, visit.actor, id, visit.today));
  return seeOther(c, visit.path('/conflicts'), text.recorded());
}

async function remove(c: C, options: ConflictOptions): Promise<Response> {
  const { visit } = c.var;
  const { sure } = await formFields(c);
  if (sure !== 'yes') return show(c, { removeError: text.tick() });
  await visit.db.write((tx) => removeHouseholds(tx, options, visit.actor, visit.today));
  return seeOther(c, visit.path(PATH), text.removed());
}
