import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess, requireParticipation, SOURCE_READERS } from '#features/periods/index.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { isShownInPlace } from '#platform/storage/upload.ts';
import { parseFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { addEvidence } from '../commands/attach-evidence.ts';
import { askLinkAgain } from '../commands/check-link.ts';
import { withdrawEvidence } from '../commands/withdraw-evidence.ts';
import { evidenceForm, newEvidence, reasonForm, textFields } from '../forms.ts';
import { AddEvidencePage } from '../pages/add-evidence-page.tsx';
import { ReasonPage } from '../pages/reason-page.tsx';
import { mayRecord } from '../policy.ts';
import { entriesOf, evidenceOf } from '../queries.ts';
import { text } from '../text.ts';
import { type KeptFile, keepUploads } from '../uploads.ts';
import { attempt } from './refused.ts';
import { uploadLimit } from './upload-limit.ts';

type C = Context<VisitEnv>;

export function evidenceRoutes({ files }: { files: FileStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  const ENTRY = '/appraisals/:id/progress/entries/:entryId/evidence';
  const PIECE = '/appraisals/:id/evidence/:evidenceId';
  routes.get(ENTRY, (c) => showAdd(c, c.req.param()));
  routes.post(ENTRY, uploadLimit(), (c) => postAdd(c, c.req.param(), files));
  routes.get(PIECE, (c) => serveFile(c, c.req.param(), files));
  routes.get(`${PIECE}/withdrawal`, (c) => showWithdrawal(c, c.req.param()));
  routes.post(`${PIECE}/withdrawal`, (c) => postWithdrawal(c, c.req.param()));
  routes.post(`${PIECE}/check`, (c) => postCheck(c, c.req.param()));
  return routes;
}

interface Asked {
  readonly typed: Record<string, string>;
  readonly errors: Record<string, string>;
}
const FRESH: Asked = { typed: {}, errors: {} };

async function showAdd(
  c: C,
  { id, entryId }: { id: string; entryId: string },
  refused: Asked = FRESH,
  kept: readonly KeptFile[] = [],
): Promise<Response> {
  const { visit } = c.var;
  const { view, entry } = await visit.db.read(async (tx) => ({
    view: await requireParticipation(tx, visit.actor, id),
    entry: ((await entriesOf(tx, [id])).get(id) ?? []).find((each) => each.id === entryId),
  }));
  if (!mayRecord(view.relations)) throw new NotAllowed();
  if (!entry) throw new NotFound();
  const base = visit.path(`/appraisals/${id}/progress`);
  return page(
    c,
    <AddEvidencePage
      visit={visit}
      view={view}
      action={`${base}/entries/${entryId}/evidence`}
      back={`${base}/${entry.indicatorId}`}
      typed={{ linkId: newId(), ...refused.typed }}
      errors={refused.errors}
      kept={kept}
    />,
    Object.keys(refused.errors).length > 0 ? 422 : 200,
  );
}

async function postAdd(c: C, at: { id: string; entryId: string }, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const { relations } = await visit.db.read((tx) => requireParticipation(tx, visit.actor, at.id));
  if (!mayRecord(relations)) throw new NotAllowed();
  const form = await c.req.formData();
  const fields = textFields(form);
  const typed = { ...fields, linkId: isId(fields.linkId ?? '') ? (fields.linkId as string) : newId() };
  const uploads = await keepUploads(visit, files, form);
  const parsed = parseFields(evidenceForm, typed);
  if (!parsed.ok) {
    return showAdd(c, at, { typed, errors: { ...parsed.errors, ...uploads.errors } }, uploads.files);
  }
  if (uploads.errors) return showAdd(c, at, { typed, errors: uploads.errors }, uploads.files);
  const refused = await attempt(() =>
    visit.db.write((tx) =>
      addEvidence(tx, visit.actor, {
        participantId: at.id,
        entryId: at.entryId,
        evidence: newEvidence(uploads.files, parsed.value),
      }),
    ),
  );
  if (refused) return showAdd(c, at, { typed, errors: refused.errors }, uploads.files);
  return seeOther(c, await addressOfEntry(c, at), text.evidenceSaved());
}

async function addressOfEntry(c: C, { id, entryId }: { id: string; entryId: string }): Promise<string> {
  const { visit } = c.var;
  const entries = await visit.db.read((tx) => entriesOf(tx, [id]));
  const entry = entries.get(id)?.find((each) => each.id === entryId);
  return visit.path(`/appraisals/${id}/progress${entry ? `/${entry.indicatorId}#entry-${entryId}` : ''}`);
}

/** A file goes only to those who may read the appraisal, and never as something that could run. */
async function serveFile(
  c: C,
  { id, evidenceId }: { id: string; evidenceId: string },
  files: FileStore,
): Promise<Response> {
  const { visit } = c.var;
  const { view, file } = await visit.db.read(async (tx) => {
    const shownTo = await requireParticipation(tx, visit.actor, id, SOURCE_READERS);
    if (!isId(evidenceId)) throw new NotFound();
    const row = await tx.db
      .selectFrom('evidence')
      .innerJoin('files', (join) =>
        join.onRef('files.id', '=', 'evidence.file_id').on('files.agency_id', '=', tx.agencyId),
      )
      .select(['files.sha256', 'files.name', 'files.media_type'])
      .where('evidence.agency_id', '=', tx.agencyId)
      .where('evidence.participant_id', '=', id)
      .where('evidence.id', '=', evidenceId)
      .executeTakeFirst();
    return { view: shownTo, file: row };
  });
  if (!file) throw new NotFound();
  await logAccess(visit, view.participation.person.id, 'evidence');
  const bytes = await files.get(visit.agency.id, file.sha256);
  return download(c, bytes, {
    name: file.name,
    mediaType: file.media_type,
    inline: isShownInPlace(file.media_type),
  });
}

async function showWithdrawal(
  c: C,
  { id, evidenceId }: { id: string; evidenceId: string },
  refused: Asked = FRESH,
): Promise<Response> {
  const { visit } = c.var;
  const { view, evidence } = await visit.db.read(async (tx) => ({
    view: await requireParticipation(tx, visit.actor, id),
    evidence: ((await evidenceOf(tx, [id])).get(id) ?? []).find((each) => each.id === evidenceId),
  }));
  if (!mayRecord(view.relations)) throw new NotAllowed();
  if (!evidence) throw new NotFound();
  return page(
    c,
    <ReasonPage
      visit={visit}
      view={view}
      title={text.withdrawEvidence()}
      subject={<p class="font-medium break-all">{evidence.title}</p>}
      action={visit.path(`/appraisals/${id}/evidence/${evidenceId}/withdrawal`)}
      back={visit.path(`/appraisals/${id}/progress/${evidence.indicatorId}`)}
      {...refused}
    />,
    Object.keys(refused.errors).length > 0 ? 422 : 200,
  );
}

async function postWithdrawal(c: C, at: { id: string; evidenceId: string }): Promise<Response> {
  const { visit } = c.var;
  const fields = textFields(await c.req.formData());
  const parsed = parseFields(reasonForm, fields);
  if (!parsed.ok) return showWithdrawal(c, at, { typed: fields, errors: parsed.errors });
  const refused = await attempt(() =>
    visit.db.write((tx) =>
      withdrawEvidence(tx, visit.actor, {
        participantId: at.id,
        evidenceId: at.evidenceId,
        reason: parsed.value.reason,
      }),
    ),
  );
  if (refused) return showWithdrawal(c, at, { typed: fields, errors: refused.errors });
  return seeOther(c, visit.path(`/appraisals/${at.id}/progress`), text.evidenceWithdrawn());
}

async function postCheck(c: C, { id, evidenceId }: { id: string; evidenceId: string }): Promise<Response> {
  const { visit } = c.var;
  const evidence = await visit.db.write(async (tx) => {
    await askLinkAgain(tx, visit.actor, { participantId: id, evidenceId });
    return ((await evidenceOf(tx, [id])).get(id) ?? []).find((each) => each.id === evidenceId);
  });
  return seeOther(
    c,
    visit.path(`/appraisals/${id}/progress${evidence ? `/${evidence.indicatorId}` : ''}`),
    text.linkAsked(),
  );
}
