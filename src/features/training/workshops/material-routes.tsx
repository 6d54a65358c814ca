/** Files of a workshop: anybody of the agency may read them, officers of the agency bring and remove them. */
import { type Context, Hono } from 'hono';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { seeOther } from '#platform/web/respond.ts';
import { keepUpload, sendFile, uploadLimit } from '../files.ts';
import type { TrainingOptions } from '../options.ts';
import { office } from '../text-office.ts';
import { text } from '../text-workshops.ts';
import { materialsOf, requireWorkshop } from './queries.ts';

type Visiting = Context<VisitEnv>;
type ShowAgain = (c: Visiting, errors: Readonly<Record<string, string>>) => Promise<Response>;
const ONE = '/training/workshops/:workshop{[0-9a-f-]{36}}';
const FILE = `${ONE}/materials/:file{[0-9a-f-]{36}}`;

export function materialRoutes(options: TrainingOptions, showAgain: ShowAgain): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  const tooLarge = (c: Visiting) => showAgain(c, { file: office.fileTooLarge() });
  routes.post(`${ONE}/materials`, uploadLimit(tooLarge), (c) => add(c, options, showAgain));
  routes.get(FILE, (c) => send(c, options));
  routes.post(`${FILE}/removal`, remove);
  return routes;
}

const idOf = (c: Visiting) => c.req.param('workshop') ?? '';

async function add(c: Visiting, { files }: TrainingOptions, showAgain: ShowAgain): Promise<Response> {
  const { visit } = c.var;
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  await visit.db.read((tx) => requireWorkshop(tx, idOf(c)));
  const body = await c.req.parseBody();
  const kept = await keepUpload(visit, files, body.file);
  if (!kept.ok) return showAgain(c, { file: kept.error });
  const fileId = kept.id;
  if (fileId === null) return showAgain(c, { file: text.noFile() });
  await visit.db.write((tx) =>
    tx.db
      .insertInto('training_materials')
      .values({
        agency_id: tx.agencyId,
        workshop_id: idOf(c),
        file_id: fileId,
        added_by: visit.actor.personId,
        added_at: tx.now,
      })
      .execute(),
  );
  return seeOther(c, visit.path(`/training/workshops/${idOf(c)}`));
}

async function send(c: Visiting, { files }: TrainingOptions): Promise<Response> {
  return sendFile(c, files, async (tx) => {
    const workshop = await requireWorkshop(tx, idOf(c));
    const file = c.req.param('file');
    return (await materialsOf(tx, workshop.id)).find(({ fileId }) => fileId === file)?.fileId;
  });
}

async function remove(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  await visit.db.write(async (tx) => {
    const workshop = await requireWorkshop(tx, idOf(c));
    const { numUpdatedRows: removed } = await tx.db
      .updateTable('training_materials')
      .set({ removed_at: tx.now })
      .where('agency_id', '=', tx.agencyId)
      .where('workshop_id', '=', workshop.id)
      .where('file_id', '=', c.req.param('file') ?? '')
      .executeTakeFirstOrThrow();
    if (!removed) throw new NotFound();
  });
  return seeOther(c, visit.path(`/training/workshops/${idOf(c)}`));
}
