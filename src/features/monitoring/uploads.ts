/**
 * Files that came with a form. What is good is kept at once under the name of who sent it, so that a form that is
 * refused for another reason does not ask for the same upload again: it carries the ids of the kept files.
 */
import type { Visit } from '#features/people/index.ts';
import { isId, newId } from '#platform/identifier.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { type CheckedUpload, checkUpload } from '#platform/storage/upload.ts';
import { refusals, uploadWords } from './words.ts';

export const FILES_AT_ONCE = 5;

export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

export interface KeptUploads {
  readonly files: readonly KeptFile[];
  /** What is wrong with the others, in words for the field `files`. */
  readonly errors: { readonly files: string } | null;
}

export async function keepUploads(visit: Visit, store: FileStore, form: FormData): Promise<KeptUploads> {
  const sent = form
    .getAll('files')
    .filter((entry): entry is File => entry instanceof File && entry.name !== '');
  const before = form.getAll('kept').filter((entry): entry is string => typeof entry === 'string');
  const kept = await keptBefore(visit, before);
  if (sent.length + kept.length > FILES_AT_ONCE) {
    return { files: kept, errors: { files: refusals.tooManyFiles({ count: FILES_AT_ONCE }) } };
  }
  const problems: string[] = [];
  const files = [...kept];
  for (const file of sent) {
    const checked = await checkUpload(file);
    if (checked.ok) files.push(await keep(visit, store, checked.upload));
    else problems.push(uploadWords(checked.problem, checked.name || file.name));
  }
  return { files, errors: problems.length > 0 ? { files: problems.join(' ') } : null };
}

async function keep(visit: Visit, store: FileStore, upload: CheckedUpload): Promise<KeptFile> {
  const sha256 = await store.put(visit.agency.id, upload.bytes);
  const id = newId();
  await visit.db.write((tx) =>
    tx.db
      .insertInto('files')
      .values({
        agency_id: tx.agencyId,
        id,
        sha256,
        name: upload.name,
        media_type: upload.mediaType,
        byte_size: upload.bytes.length,
        uploaded_by: visit.actor.personId,
        created_at: tx.now,
      })
      .execute(),
  );
  return { id, name: upload.name };
}

/** Ids in a form prove nothing: only the sender's own files count. */
async function keptBefore(visit: Visit, ids: readonly string[]): Promise<KeptFile[]> {
  const wanted = ids.filter(isId).slice(0, FILES_AT_ONCE);
  if (wanted.length === 0) return [];
  return visit.db.read((tx) =>
    tx.db
      .selectFrom('files')
      .select(['id', 'name'])
      .where('agency_id', '=', tx.agencyId)
      .where('uploaded_by', '=', visit.actor.personId)
      .where('id', 'in', wanted)
      .execute(),
  );
}
