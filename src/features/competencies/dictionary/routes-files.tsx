/** `/competencies/files`: the dictionary from a spreadsheet, checked before anything is written. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { keepFile, ownFile } from '#features/measurements/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { isId, newId } from '#platform/identifier.ts';
import { LIMITS } from '#platform/spreadsheet/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { checkUpload } from '#platform/storage/upload.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { checkRows } from './check-file.ts';
import { requireDictionaryOfficer } from './commands.ts';
import { CheckedPage } from './pages/checked-page.tsx';
import { ImportPage } from './pages/import-page.tsx';
import { dictionaryOf } from './queries.ts';
import { recordDictionaryFile, seenOf } from './record-file.ts';
import { XLSX } from './routes.tsx';
import { readDictionary, writeDictionary } from './sheet.ts';
import { text } from './text.ts';

type Visiting = Context<VisitEnv>;
const TAKEN = new Set([XLSX, 'text/csv']);

export function dictionaryFileRoutes(files: FileStore): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/competencies/files', (c) => showImport(c));
  routes.get('/competencies/template.xlsx', sendTemplate);
  routes.post(
    '/competencies/files',
    bodyLimit({
      maxSize: LIMITS.bytes + 2 ** 20,
      onError: (c) => showImport(c as Visiting, text.fileTooLarge({ limit: LIMITS.bytes >> 20 })),
    }),
    (c) => upload(c, files),
  );
  routes.get('/competencies/files/:file', (c) => showChecked(c, files));
  routes.post('/competencies/files/:file', (c) => recordFile(c, files));
  return routes;
}

async function showImport(c: Visiting, error?: string): Promise<Response> {
  const { visit } = c.var;
  requireDictionaryOfficer(visit.actor);
  return page(c, <ImportPage visit={visit} fileId={newId()} error={error} />, error ? 422 : 200);
}

async function sendTemplate(c: Visiting): Promise<Response> {
  requireDictionaryOfficer(c.var.visit.actor);
  const bytes = await writeDictionary([]);
  return download(c, new Uint8Array(bytes), { name: 'templat-kamus-kompetensi.xlsx', mediaType: XLSX });
}

async function upload(c: Visiting, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  requireDictionaryOfficer(visit.actor);
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
  return seeOther(c, visit.path(`/competencies/files/${id}`));
}

/** Reads the uploaded file again: what was shown and what is written come from the same bytes. */
async function checkAgain(c: Visiting, files: FileStore) {
  const { visit } = c.var;
  requireDictionaryOfficer(visit.actor);
  const { file, dictionary } = await visit.db.read(async (tx) => ({
    file: await ownFile(tx, visit.actor, c.req.param('file') ?? ''),
    dictionary: await dictionaryOf(tx),
  }));
  const read = await readDictionary(await files.get(visit.agency.id, file.sha256), file.name);
  if (!read.ok) return { ok: false, message: read.message } as const;
  const checked = checkRows(read.rows, dictionary);
  return {
    ok: true,
    file,
    checked,
    news: checked.accepted.filter(({ action }) => action !== 'same'),
  } as const;
}

async function showChecked(c: Visiting, files: FileStore): Promise<Response> {
  const found = await checkAgain(c, files);
  if (!found.ok) return showImport(c, found.message);
  const { visit } = c.var;
  return page(
    c,
    <CheckedPage visit={visit} file={found.file} {...found.checked} seen={seenOf(found.news)} />,
  );
}

async function recordFile(c: Visiting, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const found = await checkAgain(c, files);
  if (!found.ok) return showImport(c, found.message);
  const given = { file: found.file, entries: found.news, seen: fields.seen ?? '' };
  const counts = await visit.db.write((tx) => recordDictionaryFile(tx, visit.actor, given));
  return seeOther(c, visit.path('/competencies'), text.recorded(counts));
}
