/**
 * The file that came with an objection. It is kept at once under the name of who sent it, so that a form refused for
 * another reason does not ask for it again.
 */
import type { Visit } from '#features/people/index.ts';
import { isId, newId } from '#platform/identifier.ts';
import { messages } from '#platform/locale/messages.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { checkUpload, UPLOAD_LIMIT_BYTES } from '#platform/storage/upload.ts';

const text = messages({
  empty: { id: '{name} kosong.', en: '{name} is empty.' },
  'too-large': { id: '{name} lebih besar dari {limit} MB.', en: '{name} is larger than {limit} MB.' },
  kind: {
    id: '{name} bukan jenis yang diterima. Kirim foto, PDF, atau dokumen.',
    en: '{name} is not of a kind that is taken. Send a photo, PDF or document.',
  },
  'not-what-it-says': {
    id: 'Isi {name} tidak sesuai dengan namanya.',
    en: 'The content of {name} is not what its name says.',
  },
});

export interface KeptProof {
  readonly id: string;
  readonly name: string;
}

export async function keepProof(
  visit: Visit,
  store: FileStore,
  body: Readonly<Record<string, unknown>>,
): Promise<{ readonly kept: KeptProof | null; readonly error: string | null }> {
  const before = typeof body.kept === 'string' ? await ownProof(visit, body.kept) : null;
  const given = body.files;
  if (!(given instanceof File) || given.name === '') return { kept: before, error: null };
  const checked = await checkUpload(given);
  if (!checked.ok) {
    const limit = Math.floor(UPLOAD_LIMIT_BYTES / 2 ** 20);
    return { kept: before, error: text[checked.problem]({ name: checked.name, limit }) };
  }
  const { name, mediaType, bytes } = checked.upload;
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
  return { kept: { id, name }, error: null };
}

/** Ids in a form prove nothing: only the sender's own file counts. */
async function ownProof(visit: Visit, id: string): Promise<KeptProof | null> {
  if (!isId(id)) return null;
  const row = await visit.db.read((tx) =>
    tx.db
      .selectFrom('files')
      .select(['id', 'name'])
      .where('agency_id', '=', tx.agencyId)
      .where('uploaded_by', '=', visit.actor.personId)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  return row ?? null;
}
