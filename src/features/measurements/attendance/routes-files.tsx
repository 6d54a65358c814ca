/** `/attendance`: an officer uploads what a machine wrote, sees what it would record, agrees, follows. */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { isOfficer, type VisitEnv } from '#features/people/index.ts';
import { NotAllowed, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { LIMITS, writeWorkbook } from '#platform/spreadsheet/index.ts';
import { checkUpload } from '#platform/storage/upload.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { recordSettings } from '../records/calendar.ts';
import { PRESENCE_SHEET } from '../sheets/presence.ts';
import { agreeToFile, assignNumbers, beginFile, checkAgain, dropFile, resumeFile } from './acts.ts';
import type { AttendanceServices } from './job.ts';
import { CheckedPage } from './pages/checked-page.tsx';
import { EndPage, WorkingPage } from './pages/run-pages.tsx';
import { StartPage } from './pages/start-page.tsx';
import { unpackReport } from './report.ts';
import { type AttendanceRun, findRun, listRuns, phaseOf } from './run.ts';
import { text } from './text.ts';

type Visiting = Context<VisitEnv>;
const RUN = '/attendance/files/:run';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TAKEN = new Set([XLSX, 'text/csv', 'text/plain']);

export function fileRoutes(services: AttendanceServices): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.use('/attendance', officersOnly);
  routes.use('/attendance/*', officersOnly);
  routes.get('/attendance', (c) => showStart(c));
  routes.get('/attendance/template.xlsx', sendTemplate);
  routes.post(
    '/attendance/files',
    bodyLimit({
      maxSize: LIMITS.bytes + 2 ** 20,
      onError: (c) => showStart(c as Visiting, text.fileTooLarge({ limit: LIMITS.bytes >> 20 })),
    }),
    (c) => upload(c, services),
  );
  routes.get(RUN, (c) => showRun(c, services));
  routes.post(`${RUN}/check`, recheck);
  routes.post(`${RUN}/numbers`, (c) => saveNumbers(c, services));
  routes.post(`${RUN}/commitment`, async (c) => {
    const { report = '' } = await formFields(c);
    await c.var.visit.db.write((tx) => agreeToFile(tx, c.var.visit.actor, idOf(c), report));
    return toRun(c);
  });
  routes.post(`${RUN}/resumption`, async (c) => {
    await c.var.visit.db.write((tx) => resumeFile(tx, c.var.visit.actor, idOf(c)));
    return toRun(c);
  });
  routes.post(`${RUN}/cancellation`, async (c) => {
    const { visit } = c.var;
    await visit.db.write((tx) => dropFile(tx, visit.actor, idOf(c)));
    return seeOther(c, visit.path('/attendance'), text.dropped());
  });
  return routes;
}

/** Before anything else, so that nobody's upload is read in vain. */
export const officersOnly: MiddlewareHandler<VisitEnv> = async (c, next) => {
  if (!isOfficer(c.var.visit.actor)) throw new NotAllowed();
  await next();
};

const idOf = (c: Visiting): string => c.req.param('run') ?? '';
const toRun = (c: Visiting): Response => seeOther(c, c.var.visit.path(`/attendance/files/${idOf(c)}`));

async function showStart(c: Visiting, error?: string, machine = ''): Promise<Response> {
  const { visit } = c.var;
  const runs = await visit.db.read((tx) => listRuns(tx, visit.actor));
  return page(
    c,
    <StartPage visit={visit} runs={runs} runId={newId()} machine={machine} error={error} />,
    error ? 422 : 200,
  );
}

/** The same columns that a component's own template has, for people of every scheme. */
async function sendTemplate(c: Visiting): Promise<Response> {
  const bytes = await writeWorkbook([
    {
      name: text.title(),
      columns: [
        { heading: 'NIP', width: 22, format: 'text' as const },
        ...PRESENCE_SHEET.columns.map(({ heading, choices }) => ({
          heading: inLocale(heading),
          width: 20,
          format: 'text' as const,
          ...(choices ? { choices } : {}),
        })),
      ],
      rows: [],
      readyRows: 500,
    },
  ]);
  return download(c, new Uint8Array(bytes), { name: 'templat-presensi.xlsx', mediaType: XLSX });
}

async function upload(c: Visiting, { files }: AttendanceServices): Promise<Response> {
  const { visit } = c.var;
  const body = await c.req.parseBody();
  const machine = typeof body.machine === 'string' ? body.machine.trim().slice(0, 60) : '';
  const given = body.file;
  if (!(given instanceof File) || given.size === 0) return showStart(c, text.noFile(), machine);
  // Logs of machines are words under names of their own.
  const known = given.name.replace(/\.(?:dat|log|tsv)$/i, '.txt');
  const checked = await checkUpload(
    { name: known, size: given.size, arrayBuffer: () => given.arrayBuffer() },
    LIMITS.bytes,
  );
  if (!checked.ok || !TAKEN.has(checked.upload.mediaType))
    return showStart(c, text.fileKind({ file: given.name }), machine);
  const { bytes, mediaType } = checked.upload;
  const name = known === given.name ? checked.upload.name : given.name.slice(0, 120);
  const id = typeof body.id === 'string' && isId(body.id) ? body.id : newId();
  const sha256 = await files.put(visit.agency.id, bytes);
  await visit.db.write((tx) =>
    beginFile(tx, visit.actor, {
      id,
      fileId: newId(),
      sha256,
      name,
      mediaType,
      byteSize: bytes.byteLength,
      machine,
      zone: visit.agency.zone,
      today: visit.today,
    }),
  );
  return seeOther(c, visit.path(`/attendance/files/${id}`));
}

async function showRun(c: Visiting, services: AttendanceServices): Promise<Response> {
  const { visit } = c.var;
  const { run, contestDays } = await visit.db.read(async (tx) => ({
    run: await findRun(tx, visit.actor, idOf(c)),
    contestDays: (await recordSettings(tx)).contestDays,
  }));
  const phase = phaseOf(run);
  if (phase === 'working') return page(c, <WorkingPage visit={visit} run={run} />);
  if (phase === 'checked') return showChecked(c, services, run);
  return page(c, <EndPage visit={visit} run={run} contestDays={contestDays} />);
}

const viewShape = z.object({
  q: z.string().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  person: z.string().max(40).catch(''),
});

async function showChecked(
  c: Visiting,
  { files }: AttendanceServices,
  run: AttendanceRun,
  refused?: { readonly typed: Record<string, string>; readonly errors: Record<string, string> },
): Promise<Response> {
  const { visit } = c.var;
  const report = unpackReport(await files.get(visit.agency.id, run.result?.report ?? ''));
  const view = viewShape.parse(c.req.query());
  return page(
    c,
    <CheckedPage
      visit={visit}
      run={run}
      report={report}
      words={view.q.trim()}
      page={view.page}
      person={view.person}
      typed={refused?.typed ?? {}}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

async function recheck(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const date = z.iso.date().nullable().catch(null);
  const fields = await formFields(c);
  const span = { from: date.parse(fields.from), until: date.parse(fields.until) };
  await visit.db.write((tx) => checkAgain(tx, visit.actor, idOf(c), span));
  return toRun(c);
}

async function saveNumbers(c: Visiting, services: AttendanceServices): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const run = await visit.db.read((tx) => findRun(tx, visit.actor, idOf(c)));
  const numbers = Object.entries(typed).flatMap(([name, value]) => {
    const nip = value.replace(/\D/g, '');
    return name.startsWith('pin-') && nip ? [{ pin: name.slice(4).slice(0, 40), nip }] : [];
  });
  try {
    await visit.db.write(async (tx) => {
      await assignNumbers(tx, visit.actor, { machine: run.input.machine, numbers });
      await checkAgain(tx, visit.actor, run.id, { from: run.input.from, until: run.input.until });
    });
  } catch (failure) {
    if (!(failure instanceof Refusal) || !failure.field) throw failure;
    return showChecked(c, services, run, { typed, errors: { [failure.field]: failure.message } });
  }
  return toRun(c);
}
