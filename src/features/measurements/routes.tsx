/** `/periods/:id/measurements` for officers, `/appraisals/:id/measurements` for whoever may read the appraisal. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { isOfficer, type VisitEnv } from '#features/people/index.ts';
import { findPeriod, mayReadPeriods, type Period } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { LIMITS } from '#platform/spreadsheet/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { checkUpload } from '#platform/storage/upload.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { attendanceRoutes } from './attendance/index.ts';
import { checkFile } from './check-file.ts';
import { keepFile, ownFile, recordFile } from './commands.ts';
import { measuredIn } from './overview.ts';
import { CheckedPage } from './pages/checked-page.tsx';
import { ComponentPage } from './pages/component-page.tsx';
import { componentPath, MeasurementsPage } from './pages/period-page.tsx';
import { measurementsOf } from './queries.ts';
import { caseRoutes } from './records/routes-cases.tsx';
import { contestRoutes } from './records/routes-contests.tsx';
import { dayRoutes } from './records/routes-days.tsx';
import { personRoutes } from './routes-person.tsx';
import { sheetOf } from './sheets/index.ts';
import { recordable, subjectsOf } from './subjects.ts';
import { templateOf } from './template.ts';
import { text } from './text.ts';

export interface MeasurementOptions {
  readonly schemes: SchemeStore;
  readonly files: FileStore;
}

type Visiting = Context<VisitEnv>;
const COMPONENT = '/periods/:id/measurements/:scheme/:version{[0-9]+}/:component';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TAKEN = new Set([XLSX, 'text/csv']);

export function measurementRoutes(options: MeasurementOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.use('/periods/:id/measurements', async (c, next) => {
    if (!mayReadPeriods(c.var.visit.actor)) throw new NotFound();
    await next();
  });
  routes.use('/periods/:id/measurements/*', async (c, next) => {
    if (!mayReadPeriods(c.var.visit.actor)) throw new NotFound();
    await next();
  });
  routes.get('/periods/:id/measurements', (c) => showPeriod(c, options));
  routes.get(COMPONENT, (c) => showComponent(c, options));
  routes.get(`${COMPONENT}/template.xlsx`, (c) => sendTemplate(c, options));
  routes.post(
    `${COMPONENT}/files`,
    bodyLimit({
      maxSize: LIMITS.bytes + 2 ** 20,
      onError: (c) =>
        showComponent(
          c as Visiting,
          options,
          text.fileTooLarge({ file: text.file(), limit: LIMITS.bytes >> 20 }),
        ),
    }),
    (c) => upload(c, options),
  );
  routes.get(`${COMPONENT}/files/:file`, (c) => showChecked(c, options));
  routes.post(`${COMPONENT}/files/:file`, (c) => record(c, options));
  routes.route('/', personRoutes(options));
  routes.route('/', dayRoutes(options));
  routes.route('/', caseRoutes(options));
  routes.route('/', contestRoutes(options));
  routes.route('/', attendanceRoutes(options));
  return routes;
}

async function showPeriod(c: Visiting, { schemes }: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const period = await periodOf(tx, c);
    return { period, components: await measuredIn(tx, schemes, visit.actor, period) };
  });
  return page(c, <MeasurementsPage visit={visit} {...view} />);
}

interface Place {
  readonly period: Period;
  readonly compiled: CompiledScheme;
  readonly component: string;
}

async function periodOf(tx: Tx, c: Visiting): Promise<Period> {
  const period = await findPeriod(tx, c.req.param('id') ?? '');
  if (!period) throw new NotFound();
  return period;
}

async function placeOf(tx: Tx, c: Visiting, schemes: SchemeStore): Promise<Place> {
  const period = await periodOf(tx, c);
  const component = c.req.param('component') ?? '';
  const compiled = await schemes.find(tx, c.req.param('scheme') ?? '', Number(c.req.param('version')));
  if (!compiled || !sheetOf(compiled.scheme, component)) throw new NotFound();
  return { period, compiled, component };
}

async function showComponent(
  c: Visiting,
  { schemes }: MeasurementOptions,
  error?: string,
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const place = await placeOf(tx, c, schemes);
    const subjects = await subjectsOf(tx, visit.actor, place.period.id, place.compiled.scheme);
    const all = await measurementsOf(
      tx,
      subjects.map((subject) => subject.participantId),
    );
    const known = new Map(
      [...all].flatMap(([id, own]) => {
        const measurement = own.get(place.component);
        return measurement ? [[id, measurement] as const] : [];
      }),
    );
    return { ...place, subjects, known };
  });
  const form = sheetOf(view.compiled.scheme, view.component);
  if (!form) throw new NotFound();
  const number = Number(c.req.query('page'));
  return page(
    c,
    <ComponentPage
      visit={visit}
      {...view}
      form={form}
      mayRecord={isOfficer(visit.actor) && view.period.state === 'open'}
      fileId={newId()}
      words={(c.req.query('q') ?? '').trim().slice(0, 100)}
      onlyMissing={c.req.query('missing') === 'yes'}
      page={Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1}
      error={error}
    />,
    error ? 422 : 200,
  );
}

async function sendTemplate(c: Visiting, { schemes }: MeasurementOptions): Promise<Response> {
  const place = await c.var.visit.db.read((tx) => placeOf(tx, c, schemes));
  const bytes = await templateOf(place.compiled.scheme, place.component);
  if (!bytes) throw new NotFound();
  const name = `templat-${place.component}.xlsx`;
  return download(c, new Uint8Array(bytes), { name, mediaType: XLSX });
}

async function upload(c: Visiting, options: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const place = await visit.db.read((tx) => placeOf(tx, c, options.schemes));
  if (place.period.state !== 'open') throw new Conflict(text.notOpen());
  const body = await c.req.parseBody();
  const given = body.file;
  if (!(given instanceof File) || given.size === 0) return showComponent(c, options, text.noFile());
  const checked = await checkUpload(given, LIMITS.bytes);
  if (!checked.ok || !TAKEN.has(checked.upload.mediaType))
    return showComponent(c, options, text.fileKind({ file: given.name }));
  const { bytes, name, mediaType } = checked.upload;
  const id = typeof body.id === 'string' && isId(body.id) ? body.id : newId();
  const sha256 = await options.files.put(visit.agency.id, bytes);
  await visit.db.write((tx) =>
    keepFile(tx, visit.actor, { id, sha256, name, mediaType, byteSize: bytes.byteLength }),
  );
  return seeOther(c, `${componentPath(visit, place.period.id, place)}/files/${id}`);
}

/** Reads the uploaded file again: what was shown and what is recorded come from the same bytes. */
async function checkAgain(c: Visiting, { schemes, files }: MeasurementOptions) {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const found = await visit.db.read(async (tx) => {
    const place = await placeOf(tx, c, schemes);
    return {
      ...place,
      file: await ownFile(tx, visit.actor, c.req.param('file') ?? ''),
      subjects: await recordable(tx, visit.actor, place.period.id, place.compiled.scheme),
    };
  });
  const bytes = await files.get(visit.agency.id, found.file.sha256);
  return { ...found, checked: await checkFile(bytes, found.file.name, found) };
}

async function showChecked(c: Visiting, options: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const { checked, subjects: _, ...place } = await checkAgain(c, options);
  if (!checked.ok) return showComponent(c, options, checked.message);
  const known = await visit.db.read((tx) =>
    measurementsOf(
      tx,
      checked.accepted.map((each) => each.subject.participantId),
    ),
  );
  const replaced = [...known.values()].filter((own) => own.has(place.component)).length;
  return page(c, <CheckedPage visit={visit} {...place} {...checked} replaced={replaced} />);
}

async function record(c: Visiting, options: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const { checked, period, component, compiled, file } = await checkAgain(c, options);
  if (!checked.ok) return showComponent(c, options, checked.message);
  const given = { periodId: period.id, component, file, accepted: checked.accepted };
  await visit.db.write((tx) => recordFile(tx, visit.actor, options.schemes, given));
  return seeOther(
    c,
    componentPath(visit, period.id, { compiled, component }),
    text.recorded({ count: checked.accepted.length }),
  );
}
