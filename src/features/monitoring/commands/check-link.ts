import type { Actor } from '#features/people/index.ts';
import { findParticipation } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { checkLink, type LinkPolicy } from '#platform/links/check-link.ts';
import { linkChecked } from '../events.ts';
import { CHECK_LINK_TASK } from '../link-task.ts';
import { mayAskLinkAgain } from '../policy.ts';
import { subjectOf, watchers } from './subject.ts';

/** Puts a link back in the queue, for instance after its sharing was changed. */
export async function askLinkAgain(
  tx: Tx,
  actor: Actor,
  input: { participantId: string; evidenceId: string },
): Promise<void> {
  const view = await subjectOf(tx, actor, input.participantId, mayAskLinkAgain);
  if (!isId(input.evidenceId)) throw new NotFound();
  const row = await tx.db
    .updateTable('evidence')
    .set({ link_state: 'unchecked' })
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', input.participantId)
    .where('id', '=', input.evidenceId)
    .where('kind', '=', 'link')
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new NotFound();
  await tx.enqueue(CHECK_LINK_TASK, { evidenceId: row.id }, { key: `check-link:${row.id}` });
  tx.touch(...watchers(view));
}

/** The job: looks at the link outside any transaction and writes down what was found. Safe to run twice. */
export async function lookAtLink(db: AgencyDb, evidenceId: string, policy?: LinkPolicy): Promise<void> {
  const link = await db.read((tx) =>
    tx.db
      .selectFrom('evidence')
      .select(['url', 'participant_id'])
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', evidenceId)
      .where('kind', '=', 'link')
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst(),
  );
  if (!link?.url) return;
  const state = await checkLink(link.url, policy);
  await db.write(async (tx) => {
    await tx.db
      .updateTable('evidence')
      .set({ link_state: state, link_checked_at: tx.now })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', evidenceId)
      .execute();
    const participation = await findParticipation(tx, link.participant_id);
    await record(tx, linkChecked, {
      actorId: null,
      subject: { kind: 'evidence', id: evidenceId },
      personId: participation?.person.id ?? null,
      payload: { participantId: link.participant_id, state },
    });
    tx.touch(participation?.person.id, participation?.appraiser?.id, participation?.superior?.id);
  });
}
