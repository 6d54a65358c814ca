import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess, requireParticipation } from '#features/periods/index.ts';
import { agreedContent } from '#features/planning/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { isShownInPlace } from '#platform/storage/upload.ts';
import { parseFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { earlier } from '../days.ts';
import { textFields } from '../forms.ts';
import { blockedBecause } from '../policy.ts';
import { attempt } from '../routes/refused.ts';
import { uploadLimit } from '../routes/upload-limit.ts';
import { type KeptFile, keepUploads } from '../uploads.ts';
import { blockedWords } from '../words.ts';
import {
  changeObservation,
  diaryRole,
  removeObservation,
  shareObservation,
  writeObservation,
} from './commands.ts';
import { changeForm, observationForm } from './forms.ts';
import { allLines, diaryLines, lineValue } from './lines.ts';
import { ChangePage } from './pages/change-page.tsx';
import { DiaryPage } from './pages/diary-page.tsx';
import { isRated, observationFor, observationsFor, pastWordings } from './queries.ts';
import { diaryText as text } from './text.ts';
import { stateOf } from './transitions.ts';

type C = Context<VisitEnv>;
export interface DiaryServices {
  readonly files: FileStore;
  readonly schemes: SchemeStore;
}

export function diaryRoutes(services: DiaryServices): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  const DIARY = '/appraisals/:id/diary';
  const NOTE = `${DIARY}/:observationId` as const;
  routes.get(DIARY, (c) => showDiary(c, services, c.req.param('id')));
  routes.post(DIARY, uploadLimit(), (c) => postNew(c, services, c.req.param('id')));
  routes.get(NOTE, (c) => showNote(c, services, c.req.param()));
  routes.post(NOTE, uploadLimit(), (c) => postChange(c, services, c.req.param()));
  routes.get(`${NOTE}/file`, (c) => serveFile(c, services, c.req.param()));
  routes.post(`${NOTE}/sharing`, async (c) => {
    const { visit } = c.var;
    const { id, observationId } = c.req.param();
    await visit.db.write((tx) => shareObservation(tx, visit.actor, { participantId: id, observationId }));
    return seeOther(c, visit.path(`/appraisals/${id}/diary`), text.shared());
  });
  routes.post(`${NOTE}/removal`, async (c) => {
    const { visit } = c.var;
    const { id, observationId } = c.req.param();
    await visit.db.write((tx) => removeObservation(tx, visit.actor, { participantId: id, observationId }));
    return seeOther(c, visit.path(`/appraisals/${id}/diary`), text.removed());
  });
  return routes;
}

/** What every page of the diary needs; strangers are told that there is nothing. */
function common({ visit }: C['var'], { schemes }: DiaryServices, id: string) {
  return visit.db.read(async (tx) => {
    const view = await requireParticipation(tx, visit.actor, id);
    const { participation } = view;
    const { scheme } = await schemes.load(tx, participation.scheme.id, participation.scheme.version);
    const blocked = blockedBecause(view, true);
    return {
      view,
      observations: await observationsFor(tx, id, visit.actor.personId),
      lines: diaryLines((await agreedContent(tx, id))?.content ?? null, scheme),
      keeps: diaryRole(view.relations) !== null,
      closed: blocked ? blockedWords(blocked) : (await isRated(tx, id)) ? text.rated() : null,
      days: { from: participation.startsOn, until: earlier(visit.today, participation.endsOn) },
    };
  });
}

interface Refused {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly kept: readonly KeptFile[];
}

async function showDiary(c: C, services: DiaryServices, id: string, refused?: Refused): Promise<Response> {
  const { visit } = c.var;
  const data = await common(c.var, services, id);
  if (!refused) await logAccess(visit, data.view.participation.person.id, 'diary');
  const line = c.req.query('line');
  const fresh = { id: newId(), onDate: data.days.until, ...(line ? { line } : {}) };
  return page(
    c,
    <DiaryPage
      visit={visit}
      {...data}
      typed={refused?.typed ?? fresh}
      errors={refused?.errors ?? {}}
      kept={refused?.kept ?? []}
    />,
    refused ? 422 : 200,
  );
}

async function postNew(c: C, services: DiaryServices, id: string): Promise<Response> {
  const { visit } = c.var;
  const { view, lines } = await common(c.var, services, id);
  if (diaryRole(view.relations) === null) throw new NotAllowed();
  const sent = await sentForm(c, services);
  const typed = { ...sent.typed, id: sent.typed.id ?? newId() };
  const parsed = parseFields(observationForm, typed);
  if (!parsed.ok || sent.fileError)
    return showDiary(c, services, id, {
      typed,
      errors: { ...(parsed.ok ? {} : parsed.errors), ...sent.fileError },
      kept: sent.kept,
    });
  const { id: observationId, share, ...words } = parsed.value;
  const refused = await attempt(() =>
    visit.db.write((tx) =>
      writeObservation(tx, visit.actor, {
        id: observationId,
        participantId: id,
        words: { ...words, fileId: sent.kept[0]?.id ?? null },
        lines: allLines(lines),
        shares: share === 'yes',
        today: visit.today,
      }),
    ),
  );
  if (refused) return showDiary(c, services, id, { typed, errors: refused.errors, kept: sent.kept });
  return seeOther(c, visit.path(`/appraisals/${id}/diary`), share ? text.savedShared() : text.saved());
}

/** The fields and the one file of the form; a file that is sent anew takes the place of the one kept before. */
async function sentForm(c: C, { files }: DiaryServices) {
  const form = await c.req.formData();
  const uploads = await keepUploads(c.var.visit, files, form);
  return { typed: textFields(form), kept: uploads.files.slice(-1), fileError: uploads.errors };
}

interface NoteAt {
  readonly id: string;
  readonly observationId: string;
}

async function showNote(c: C, services: DiaryServices, at: NoteAt, refused?: Refused): Promise<Response> {
  const { visit } = c.var;
  const data = await common(c.var, services, at.id);
  const found = await visit.db.read(async (tx) => {
    const observation = await observationFor(
      tx,
      { participantId: at.id, observationId: at.observationId },
      visit.actor.personId,
    );
    return observation && { observation, past: await pastWordings(tx, observation) };
  });
  if (!found) throw new NotFound();
  const { observation } = found;
  const isAuthor = observation.author.id === visit.actor.personId;
  if (!refused) await logAccess(visit, data.view.participation.person.id, 'diary');
  const now = {
    revision: String(observation.revision),
    onDate: observation.onDate,
    line: lineValue(observation),
    seen: observation.seen,
    effect: observation.effect,
    link: observation.link ?? '',
  };
  return page(
    c,
    <ChangePage
      visit={visit}
      {...data}
      observation={observation}
      past={isAuthor ? found.past : []}
      isOpen={isAuthor && stateOf(observation) === 'kept'}
      typed={refused?.typed ?? now}
      errors={refused?.errors ?? {}}
      kept={refused?.kept ?? []}
    />,
    refused ? 422 : 200,
  );
}

async function postChange(c: C, services: DiaryServices, at: NoteAt): Promise<Response> {
  const { visit } = c.var;
  const { view, lines } = await common(c.var, services, at.id);
  if (diaryRole(view.relations) === null) throw new NotAllowed();
  const { typed, kept, fileError } = await sentForm(c, services);
  const parsed = parseFields(changeForm, typed);
  if (!parsed.ok || fileError)
    return showNote(c, services, at, {
      typed,
      errors: { ...(parsed.ok ? {} : parsed.errors), ...fileError },
      kept,
    });
  const { revision, ...words } = parsed.value;
  const refused = await attempt(() =>
    visit.db.write((tx) =>
      changeObservation(tx, visit.actor, {
        participantId: at.id,
        observationId: at.observationId,
        revision,
        words: { ...words, fileId: kept[0]?.id ?? null },
        lines: allLines(lines),
        today: visit.today,
      }),
    ),
  );
  if (refused) return showNote(c, services, at, { typed, errors: refused.errors, kept });
  return seeOther(c, visit.path(`/appraisals/${at.id}/diary`), text.saved());
}

/** A file goes only to those who may read the note. */
async function serveFile(c: C, { files }: DiaryServices, at: NoteAt): Promise<Response> {
  const { visit } = c.var;
  const { view, file } = await visit.db.read(async (tx) => {
    const shownTo = await requireParticipation(tx, visit.actor, at.id);
    const note = await observationFor(
      tx,
      { participantId: at.id, observationId: at.observationId },
      visit.actor.personId,
    );
    if (!note?.file) throw new NotFound();
    const row = await tx.db
      .selectFrom('files')
      .select(['sha256', 'name', 'media_type'])
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', note.file.id)
      .executeTakeFirstOrThrow();
    return { view: shownTo, file: row };
  });
  await logAccess(visit, view.participation.person.id, 'diary');
  const bytes = await files.get(visit.agency.id, file.sha256);
  return download(c, bytes, {
    name: file.name,
    mediaType: file.media_type,
    inline: isShownInPlace(file.media_type),
  });
}
