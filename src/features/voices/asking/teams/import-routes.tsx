/** `/teams/import`: a spreadsheet is kept, checked and shown, and recorded only when somebody says so. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { LIMITS, SpreadsheetError, writeWorkbook } from '#platform/spreadsheet/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { checkUpload } from '#platform/storage/upload.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { teamText as text } from '../text-teams.ts';
import { keepsTeamsOf } from './access.ts';
import { CheckedTeamsPage, ImportPage } from './import-page.tsx';
import { readTeamRows } from './read-sheet.ts';
import { recordTeamRows } from './record-sheet.ts';
import { checkTeamRows, TEAM_HEADINGS } from './sheet.ts';

type Visiting = Context<VisitEnv>;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TAKEN = new Set([XLSX, 'text/csv']);
const READY_ROWS = 300;

export function importRoutes({ files }: { readonly files: FileStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  for (const path of ['/teams/import', '/teams/import/*'])
    routes.use(path, async (c, next) => {
      const { visit } = c.var;
      const kept = await visit.db.read((tx) => keepsTeamsOf(tx, visit.actor, visit.today));
      if (kept?.size === 0) throw new NotAllowed();
      await next();
    });
  routes.get('/teams/template.xlsx', sendTemplate);
  routes.get('/teams/import', (c) => showImport(c));
  routes.post(
    '/teams/import',
    bodyLimit({
      maxSize: LIMITS.bytes + 2 ** 20,
      onError: (c) => showImport(c as Visiting, text.fileTooLarge({ limit: LIMITS.bytes >> 20 })),
    }),
    (c) => upload(c, files),
  );
  routes.get('/teams/import/:file', (c) => showChecked(c, files));
  routes.post('/teams/import/:file', (c) => recordFile(c, files));
  return routes;
}

async function sendTemplate(c: Visiting): Promise<Response> {
  const [nip, team, role, from, until, decree] = TEAM_HEADINGS();
  const bytes = await writeWorkbook([
    {
      name: text.title(),
      columns: [
        { heading: nip ?? '', width: 22, format: 'text' },
        { heading: team ?? '', width: 34, format: 'text' },
        { heading: role ?? '', width: 14, format: 'text', choices: ['ketua', 'anggota'] },
        { heading: from ?? '', width: 14, format: 'text' },
        { heading: until ?? '', width: 14, format: 'text' },
        { heading: decree ?? '', width: 34, format: 'text' },
      ],
      rows: [],
      readyRows: READY_ROWS,
    },
  ]);
  return download(c, new Uint8Array(bytes), { name: 'templat-tim-kerja.xlsx', mediaType: XLSX });
}

async function showImport(c: Visiting, error?: string): Promise<Response> {
  return page(c, <ImportPage visit={c.var.visit} fileId={newId()} error={error} />, error ? 422 : 200);
}

async function upload(c: Visiting, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const body = await c.req.parseBody();
  const given = body.file;
  if (!(given instanceof File) || given.size === 0) return showImport(c, text.noFile());
  const checked = await checkUpload(given, LIMITS.bytes);
  if (!checked.ok || !TAKEN.has(checked.upload.mediaType))
    return showImport(c, text.fileKind({ file: given.name }));
  const { bytes, name, mediaType } = checked.upload;
  try {
    if (!(await readTeamRows(bytes, name))) return showImport(c, text.noHeading());
  } catch (error) {
    if (error instanceof SpreadsheetError) return showImport(c, error.describe());
    throw error;
  }
  const id = typeof body.id === 'string' && isId(body.id) ? body.id : newId();
  const sha256 = await files.put(visit.agency.id, bytes);
  await visit.db.write((tx) =>
    tx.db
      .insertInto('files')
      .values({
        agency_id: tx.agencyId,
        id,
        sha256,
        name,
        media_type: mediaType,
        byte_size: bytes.byteLength,
        uploaded_by: visit.actor.personId,
        created_at: tx.now,
      })
      .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
      .execute(),
  );
  return seeOther(c, visit.path(`/teams/import/${id}`));
}

/** What was shown and what is recorded come from the same bytes; nobody else goes on with a file. */
async function rowsOf(c: Visiting, files: FileStore) {
  const { visit } = c.var;
  const file = await visit.db.read((tx) => ownFile(tx, visit.actor.personId, c.req.param('file') ?? ''));
  const rows = await readTeamRows(await files.get(visit.agency.id, file.sha256), file.name);
  if (!rows) throw new NotFound();
  return { file, rows };
}

async function ownFile(tx: Tx, personId: string, id: string) {
  const row = isId(id)
    ? await tx.db
        .selectFrom('files')
        .select(['id', 'sha256', 'name'])
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', id)
        .where('uploaded_by', '=', personId)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  return row;
}

async function showChecked(c: Visiting, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const { file, rows } = await rowsOf(c, files);
  const checked = await visit.db.read((tx) => checkTeamRows(tx, visit.actor, rows));
  return page(c, <CheckedTeamsPage visit={visit} file={file} checked={checked} />);
}

async function recordFile(c: Visiting, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const { file, rows } = await rowsOf(c, files);
  const count = await visit.db.write((tx) => recordTeamRows(tx, visit.actor, file.name, rows));
  return seeOther(c, visit.path('/teams'), text.recorded({ count }));
}
