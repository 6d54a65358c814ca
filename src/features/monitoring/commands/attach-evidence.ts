import type { Actor } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { evidenceAdded } from '../events.ts';
import { CHECK_LINK_TASK } from '../link-task.ts';
import { mayRecord } from '../policy.ts';
import { refusals } from '../words.ts';
import { requireOpenPeriod, subjectOf, watchers } from './subject.ts';

/** Ids are made when the form is drawn or the file is kept, so that a second click attaches nothing twice. */
export type NewEvidence =
  | { readonly id: string; readonly kind: 'file'; readonly fileId: string; readonly title: string }
  | { readonly id: string; readonly kind: 'link'; readonly url: string; readonly title: string };

export interface Attachment {
  readonly participantId: string;
  readonly entryId: string;
  readonly indicatorId: string;
  readonly evidence: readonly NewEvidence[];
}

/** More evidence for an entry that was recorded before. */
export async function addEvidence(
  tx: Tx,
  actor: Actor,
  input: Omit<Attachment, 'indicatorId'>,
): Promise<void> {
  const view = await subjectOf(tx, actor, input.participantId, mayRecord);
  requireOpenPeriod(view);
  const entry = isId(input.entryId)
    ? await tx.db
        .selectFrom('progress_entries')
        .select(['indicator_id', 'withdrawn_at'])
        .where('agency_id', '=', tx.agencyId)
        .where('participant_id', '=', input.participantId)
        .where('id', '=', input.entryId)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!entry) throw new NotFound();
  if (entry.withdrawn_at) throw new Refusal(refusals.alreadyWithdrawn());
  if (input.evidence.length === 0) throw new Refusal(refusals.nothingAttached(), 'files');
  await attachEvidence(tx, actor, { ...input, indicatorId: entry.indicator_id });
  tx.touch(...watchers(view));
}

/** Writes the rows and asks for the links to be looked at; returns the ids that are new. */
export async function attachEvidence(tx: Tx, actor: Actor, to: Attachment): Promise<string[]> {
  const written: string[] = [];
  for (const each of to.evidence) {
    const sha256 = each.kind === 'file' ? await ownFile(tx, actor, each.fileId) : null;
    const row = await tx.db
      .insertInto('evidence')
      .values({
        agency_id: tx.agencyId,
        id: each.id,
        participant_id: to.participantId,
        progress_entry_id: to.entryId,
        line_id: to.indicatorId,
        kind: each.kind,
        title: each.title,
        file_id: each.kind === 'file' ? each.fileId : null,
        url: each.kind === 'link' ? each.url : null,
        link_state: each.kind === 'link' ? 'unchecked' : null,
        created_by: actor.personId,
        created_at: tx.now,
      })
      .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row) continue;
    written.push(row.id);
    if (each.kind === 'link') {
      await tx.enqueue(CHECK_LINK_TASK, { evidenceId: each.id }, { key: `check-link:${each.id}` });
    }
    await record(tx, evidenceAdded, {
      actorId: actor.personId,
      subject: { kind: 'evidence', id: each.id },
      personId: actor.personId,
      payload: { participantId: to.participantId, entryId: to.entryId, sha256 },
    });
  }
  return written;
}

/** A file can only be attached by the person who uploaded it: its id proves nothing. */
async function ownFile(tx: Tx, actor: Actor, fileId: string): Promise<string> {
  const file = await tx.db
    .selectFrom('files')
    .select('sha256')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', fileId)
    .where('uploaded_by', '=', actor.personId)
    .executeTakeFirst();
  if (!file) throw new NotFound();
  return file.sha256;
}
