/** Files that officers bring: attachments of lessons, materials of workshops, certificates from outside. */
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Visit, VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { checkUpload, isShownInPlace, UPLOAD_LIMIT_BYTES } from '#platform/storage/upload.ts';
import { download } from '#platform/web/respond.ts';
import { office } from './text-office.ts';

/** Forms may be a little larger than the file they carry. */
export function uploadLimit(onError: (c: Context<VisitEnv>) => Response | Promise<Response>) {
  return bodyLimit({
    maxSize: UPLOAD_LIMIT_BYTES + 2 ** 20,
    onError: (c) => onError(c as Context<VisitEnv>),
  });
}

export type KeptFile =
  | { readonly ok: true; readonly id: string | null }
  | { readonly ok: false; readonly error: string };

/** Keeps the file of a form field; none was chosen: `id` is null. */
export async function keepUpload(visit: Visit, store: FileStore, given: unknown): Promise<KeptFile> {
  if (!(given instanceof File) || (given.size === 0 && given.name === '')) return { ok: true, id: null };
  const checked = await checkUpload(given);
  if (!checked.ok)
    return {
      ok: false,
      error: checked.problem === 'too-large' ? office.fileTooLarge() : office.fileKind(),
    };
  const { bytes, name, mediaType } = checked.upload;
  const sha256 = await store.put(visit.agency.id, bytes);
  const id = newId();
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
      .execute(),
  );
  return { ok: true, id };
}

/** Sends a kept file whose reader was checked by the caller. */
export async function sendFile(
  c: Context<VisitEnv>,
  store: FileStore,
  find: (tx: Tx) => Promise<string | null | undefined>,
): Promise<Response> {
  const { visit } = c.var;
  const file = await visit.db.read(async (tx) => {
    const id = await find(tx);
    if (!id) throw new NotFound();
    return tx.db
      .selectFrom('files')
      .select(['sha256', 'name', 'media_type'])
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  });
  const bytes = await store.get(visit.agency.id, file.sha256);
  return download(c, bytes, {
    name: file.name,
    mediaType: file.media_type,
    inline: isShownInPlace(file.media_type),
  });
}
