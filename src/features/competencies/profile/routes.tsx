/** `/mine/competencies` and `/people/:id/competencies`: one person's profile, and what assessment centres found. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import { NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { checkUpload, isShownInPlace, UPLOAD_LIMIT_BYTES } from '#platform/storage/upload.ts';
import { civilDate, formFields, maybeText, parseFields, someText } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { dictionaryOf } from '../dictionary/queries.ts';
import { levelsFrom } from '../level-fields.tsx';
import { openCodesOf } from '../needs/queries.ts';
import type { CompetencyOptions } from '../routes.tsx';
import { requireProfile, requireRole } from './access.ts';
import { type NewOutcome, recordOutcome, withdrawOutcome } from './commands.ts';
import { OUTCOME_LEVELS, OutcomePage } from './pages/outcome-page.tsx';
import { type PersonView, ProfilePage } from './pages/profile-page.tsx';
import { competenciesOf } from './queries.ts';
import { text } from './text.ts';

type Visiting = Context<VisitEnv>;
export const PERSON = '/people/:id{[0-9a-f-]{36}}';
const OUTCOMES = `${PERSON}/competencies/outcomes`;

export function profileRoutes(options: CompetencyOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/mine/competencies', (c) => showProfile(c, options, c.var.visit.actor.personId));
  routes.get(`${PERSON}/competencies`, (c) => showProfile(c, options, c.req.param('id')));
  routes.get(`${OUTCOMES}/new`, (c) => showForm(c));
  routes.post(
    OUTCOMES,
    bodyLimit({
      maxSize: UPLOAD_LIMIT_BYTES + 2 ** 20,
      onError: (c) =>
        showForm(c as Visiting, { typed: {}, errors: { file: text.fileKind({ file: text.file() }) } }),
    }),
    (c) => addOutcome(c, options.files),
  );
  routes.get(`${OUTCOMES}/:outcome/file`, (c) => sendFile(c, options.files));
  routes.post(`${OUTCOMES}/:outcome/withdrawal`, (c) => withdraw(c, options));
  return routes;
}

async function showProfile(
  c: Visiting,
  { schemes }: CompetencyOptions,
  personId: string,
  refused?: PersonView['refused'],
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const found = await requireProfile(tx, visit.actor, personId, visit.today);
    return {
      ...found,
      ...(await competenciesOf(tx, schemes, found.person, visit.today)),
      needed: await openCodesOf(tx, personId),
    };
  });
  if (!refused) await logAccess(visit, personId, 'competencies');
  return page(c, <ProfilePage visit={visit} {...view} refused={refused} />, refused ? 422 : 200);
}

async function showForm(
  c: Visiting,
  refused?: { readonly typed: Record<string, string>; readonly errors: Record<string, string> },
): Promise<Response> {
  const { visit } = c.var;
  const { person, dictionary } = await visit.db.read(async (tx) => ({
    ...(await requireRole(tx, visit.actor, c.req.param('id') ?? '', {
      today: visit.today,
      allowed: ['officer'],
    })),
    dictionary: await dictionaryOf(tx),
  }));
  const given = refused?.typed.id ?? '';
  return page(
    c,
    <OutcomePage
      visit={visit}
      person={person}
      formId={isId(given) ? given : newId()}
      fileId={newId()}
      competencies={dictionary.filter((each) => each.isActive)}
      typed={refused?.typed ?? {}}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

const outcomeForm = z.object({
  assessedOn: civilDate(),
  institution: someText(200),
  note: maybeText(1000),
});

async function addOutcome(c: Visiting, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const personId = c.req.param('id') ?? '';
  await visit.db.read((tx) =>
    requireRole(tx, visit.actor, personId, { today: visit.today, allowed: ['officer'] }),
  );
  const fields = await formFields(c);
  const parsed = parseFields(outcomeForm, fields);
  if (!parsed.ok) return showForm(c, parsed);
  const file = await fileFrom(c, files, fields.fileId ?? '');
  if (file === 'refused')
    return showForm(c, { typed: fields, errors: { file: text.fileKind({ file: text.file() }) } });
  const given = {
    id: isId(fields.id ?? '') ? (fields.id ?? '') : newId(),
    personId,
    assessedOn: parsed.value.assessedOn,
    institution: parsed.value.institution,
    note: parsed.value.note ?? '',
    levels: levelsFrom(fields, OUTCOME_LEVELS),
    file,
  };
  try {
    await visit.db.write((tx) => recordOutcome(tx, visit.actor, visit.today, given));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error;
    return showForm(c, { typed: fields, errors: { [error.field]: error.message } });
  }
  return seeOther(c, visit.path(`/people/${personId}/competencies`), text.recorded());
}

/** The report, when one was chosen; only what a browser draws without running anything. */
async function fileFrom(
  c: Visiting,
  files: FileStore,
  fileId: string,
): Promise<NewOutcome['file'] | 'refused'> {
  const given = (await c.req.parseBody()).file;
  if (!(given instanceof File) || given.size === 0) return null;
  const checked = await checkUpload(given);
  if (!checked.ok || !isShownInPlace(checked.upload.mediaType)) return 'refused';
  const { bytes, name, mediaType } = checked.upload;
  const sha256 = await files.put(c.var.visit.agency.id, bytes);
  return { id: isId(fileId) ? fileId : newId(), sha256, name, mediaType, byteSize: bytes.byteLength };
}

async function sendFile(c: Visiting, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const [personId, id] = [c.req.param('id') ?? '', c.req.param('outcome') ?? ''];
  const file = await visit.db.read(async (tx) => {
    await requireProfile(tx, visit.actor, personId, visit.today);
    if (!isId(id)) return undefined;
    return tx.db
      .selectFrom('competency_outcomes')
      .innerJoin('files', (join) =>
        join.onRef('files.id', '=', 'competency_outcomes.file_id').on('files.agency_id', '=', tx.agencyId),
      )
      .select(['files.sha256', 'files.name', 'files.media_type'])
      .where('competency_outcomes.agency_id', '=', tx.agencyId)
      .where('competency_outcomes.person_id', '=', personId)
      .where('competency_outcomes.id', '=', id)
      .executeTakeFirst();
  });
  if (!file) throw new NotFound();
  await logAccess(visit, personId, 'competencies');
  const bytes = await files.get(visit.agency.id, file.sha256);
  return download(c, bytes, { name: file.name, mediaType: file.media_type, inline: true });
}

async function withdraw(c: Visiting, options: CompetencyOptions): Promise<Response> {
  const { visit } = c.var;
  const [personId, id] = [c.req.param('id') ?? '', c.req.param('outcome') ?? ''];
  const fields = await formFields(c);
  try {
    const given = { personId, id, reason: fields[`reason-${id}`] ?? '' };
    await visit.db.write((tx) => withdrawOutcome(tx, visit.actor, visit.today, given));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'reason') throw error;
    return showProfile(c, options, personId, { id, error: error.message });
  }
  return seeOther(c, visit.path(`/people/${personId}/competencies`), text.withdrawnFlash());
}
