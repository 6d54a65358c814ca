/** `/people/history` for officers who record earlier years; `/people/:id/history` and `/mine/history` to read them. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { keepFile, ownFile } from '#features/measurements/index.ts';
import { isOfficer, type VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { NotAllowed, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { LIMITS } from '#platform/spreadsheet/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { checkUpload } from '#platform/storage/upload.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { named, requireHistory } from './access.ts';
import { checkRows, nipsOf, readFile } from './check-file.ts';
import { recordPastResults, seenOf, withdrawPastResult } from './commands.ts';
import { CheckedPage } from './pages/checked-page.tsx';
import { HistoryPage, type HistoryView } from './pages/history-page.tsx';
import { ImportPage } from './pages/import-page.tsx';
import { currentPast, importedFiles, spansInTera, subjectsByNip } from './queries.ts';
import { pastSchemes } from './rules.ts';
import { pastTemplate } from './template.ts';
import { text } from './text.ts';
import { historyOf } from './years.ts';

export interface HistoryOptions {
  readonly schemes: SchemeStore;
  readonly files: FileStore;
}

type Visiting = Context<VisitEnv>;
const PERSON = '/people/:id{[0-9a-f-]{36}}/history';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TAKEN = new Set([XLSX, 'text/csv']);
const FILES_SHOWN = 50;

export function historyRoutes(options: HistoryOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/people/history', (c) => showImport(c));
  routes.get('/people/history/template.xlsx', sendTemplate);
  routes.post(
    '/people/history/files',
    bodyLimit({
      maxSize: LIMITS.bytes + 2 ** 20,
      onError: (c) =>
        showImport(c as Visiting, text.fileTooLarge({ file: text.file(), limit: LIMITS.bytes >> 20 })),
    }),
    (c) => upload(c, options),
  );
  routes.get('/people/history/files/:file', (c) => showChecked(c, options));
  routes.post('/people/history/files/:file', (c) => recordFile(c, options));
  routes.get('/mine/history', (c) => showOwn(c, options));
  routes.get(PERSON, (c) => showPerson(c, options));
  routes.post(`${PERSON}/:result/withdrawal`, (c) => withdraw(c, options));
  return routes;
}

async function showImport(c: Visiting, error?: string): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const files = await visit.db.read((tx) => importedFiles(tx, FILES_SHOWN));
  return page(
    c,
    <ImportPage visit={visit} fileId={newId()} files={files} error={error} />,
    error ? 422 : 200,
  );
}

async function sendTemplate(c: Visiting): Promise<Response> {
  if (!isOfficer(c.var.visit.actor)) throw new NotAllowed();
  const bytes = await pastTemplate();
  return download(c, new Uint8Array(bytes), { name: 'templat-hasil-tahun-lalu.xlsx', mediaType: XLSX });
}

async function upload(c: Visiting, { files }: HistoryOptions): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const body = await c.req.parseBody();
  const given = body.file;
  if (!(given instanceof File) || given.size === 0) return showImport(c, text.noFile());
  const checked = await checkUpload(given, LIMITS.bytes);
  if (!checked.ok || !TAKEN.has(checked.upload.mediaType))
    return showImport(c, text.fileKind({ file: given.name }));
  const { bytes, name, mediaType } = checked.upload;
  const id = typeof body.id === 'string' && isId(body.id) ? body.id : newId();
  const sha256 = await files.put(visit.agency.id, bytes);
  await visit.db.write((tx) =>
    keepFile(tx, visit.actor, { id, sha256, name, mediaType, byteSize: bytes.byteLength }),
  );
  return seeOther(c, visit.path(`/people/history/files/${id}`));
}

/** Reads the uploaded file again: what was shown and what is recorded come from the same bytes. */
async function checkAgain(c: Visiting, options: HistoryOptions) {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const file = await visit.db.read((tx) => ownFile(tx, visit.actor, c.req.param('file') ?? ''));
  const found = await readFile(await options.files.get(visit.agency.id, file.sha256), file.name);
  if (!found.ok) return { file, checked: found };
  const schemes = pastSchemes(options.schemes);
  const known = await visit.db.read(async (tx) => {
    const subjects = await subjectsByNip(tx, visit.actor, nipsOf(found.rows), visit.today);
    const personIds = [...subjects.values()].map((subject) => subject.personId);
    return {
      subjects,
      current: await currentPast(tx, personIds),
      inTera: await spansInTera(tx, personIds),
    };
  });
  return { file, checked: checkRows(found.rows, { ...known, schemes, today: visit.today }) };
}

async function showChecked(c: Visiting, options: HistoryOptions): Promise<Response> {
  const { visit } = c.var;
  const { file, checked } = await checkAgain(c, options);
  if (!checked.ok) return showImport(c, checked.message);
  const { accepted, refused } = checked;
  const schemes = pastSchemes(options.schemes);
  return page(
    c,
    <CheckedPage
      visit={visit}
      file={file}
      accepted={accepted}
      refused={refused}
      schemes={schemes}
      seen={seenOf(accepted)}
    />,
  );
}

async function recordFile(c: Visiting, options: HistoryOptions): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const { file, checked } = await checkAgain(c, options);
  if (!checked.ok) return showImport(c, checked.message);
  const given = { file, accepted: checked.accepted, seen: fields.seen ?? '' };
  const counts = await visit.db.write((tx) => recordPastResults(tx, visit.actor, given));
  return seeOther(c, visit.path('/people/history'), text.recorded({ ...counts }));
}

async function showOwn(c: Visiting, options: HistoryOptions): Promise<Response> {
  const { visit } = c.var;
  const { personId } = visit.actor;
  const view = await visit.db.read(async (tx) => ({
    person: await named(tx, personId),
    history: await historyOf(tx, options.schemes, personId),
  }));
  const schemes = pastSchemes(options.schemes);
  return page(c, <HistoryPage visit={visit} {...view} schemes={schemes} isOwn mayWithdraw={false} />);
}

async function showPerson(
  c: Visiting,
  options: HistoryOptions,
  refused?: HistoryView['refused'],
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const read = await requireHistory(tx, visit.actor, c.req.param('id') ?? '');
    return { ...read, history: await historyOf(tx, options.schemes, read.person.id) };
  });
  if (!refused) await logAccess(visit, view.person.id, 'history');
  return page(
    c,
    <HistoryPage
      visit={visit}
      {...view}
      schemes={pastSchemes(options.schemes)}
      isOwn={false}
      refused={refused}
    />,
    refused ? 422 : 200,
  );
}

async function withdraw(c: Visiting, options: HistoryOptions): Promise<Response> {
  const { visit } = c.var;
  const [personId, id] = [c.req.param('id') ?? '', c.req.param('result') ?? ''];
  await visit.db.read((tx) => requireHistory(tx, visit.actor, personId));
  const fields = await formFields(c);
  try {
    const given = { personId, id, reason: fields[`reason-${id}`] ?? '' };
    await visit.db.write((tx) => withdrawPastResult(tx, visit.actor, given));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'reason') throw error;
    return showPerson(c, options, { id, error: error.message });
  }
  return seeOther(c, visit.path(`/people/${personId}/history`), text.withdrawnFlash());
}
