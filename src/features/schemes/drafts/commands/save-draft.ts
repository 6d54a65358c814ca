import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { schemeDraftSaved } from '../../events.ts';
import type { SchemeStore } from '../../store.ts';
import { otherOfficers } from '../officers.ts';
import { identityOf } from '../problems.ts';
import { type Draft, requireDraft } from '../queries.ts';
import { text } from '../text.ts';
import { isEditable } from '../transitions.ts';
import { nextVersion } from '../versions.ts';

/** Several times the longest scheme that anybody would read aloud. */
export const MOST_CHARACTERS = 300_000;
export const LONGEST_NOTE = 500;

export interface SaveInput {
  readonly id: string;
  /** Revision that the editor had before their eyes. */
  readonly revision: number;
  readonly source: string;
  readonly note: string;
}

export type Saved =
  | { readonly ok: true; readonly revision: number; readonly isNew: boolean }
  /** Somebody else saved in between; nothing was written. */
  | { readonly ok: false; readonly current: Draft };

/** Saves a text, whole or faulty, as the next revision. The same text again writes nothing. */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  input: SaveInput,
  schemes: SchemeStore,
): Promise<Saved> {
  const draft = await requireDraft(tx, actor, input.id, { lock: true });
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  if (!isEditable(draft.state)) throw new Conflict(text.notEditable());
  const source = normalised(input.source);
  if (source.length > MOST_CHARACTERS) throw new Refusal(text.tooLarge({ limit: MOST_CHARACTERS }), 'source');
  if (source === draft.source) return { ok: true, revision: draft.revision, isNew: false };
  if (input.revision !== draft.revision) return { ok: false, current: draft };
  const revision = draft.revision + 1;
  const { schemeId = draft.schemeId, title = draft.title } = identityOf(source);
  const version = schemeId === draft.schemeId ? draft.version : await nextVersion(tx, schemes, schemeId);
  await tx.db
    .updateTable('scheme_drafts')
    .set({
      source,
      revision,
      scheme_id: schemeId,
      version,
      title,
      updated_by: actor.personId,
      updated_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', draft.id)
    .execute();
  const note = input.note.trim().slice(0, LONGEST_NOTE);
  await addRevision(tx, actor, { draftId: draft.id, revision, source, note });
  await record(tx, schemeDraftSaved, {
    actorId: actor.personId,
    subject: { kind: 'scheme-draft', id: draft.id },
    payload: { title, revision, note: note || null },
  });
  // Whoever has the same draft open sees the new text, or is told of it while they type.
  tx.touch(...(await otherOfficers(tx, actor)));
  return { ok: true, revision, isNew: true };
}

/** Line ends of forms become those of files; a text ends with its last line. */
export function normalised(source: string): string {
  const plain = source.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\0', '');
  return plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`;
}

export async function addRevision(
  tx: Tx,
  actor: Actor,
  saved: { draftId: string; revision: number; source: string; note: string },
): Promise<void> {
  await tx.db
    .insertInto('scheme_draft_revisions')
    .values({
      agency_id: tx.agencyId,
      draft_id: saved.draftId,
      revision: saved.revision,
      source: saved.source,
      note: saved.note,
      saved_by: actor.personId,
      saved_at: tx.now,
    })
    .execute();
}
