/** A discussion that was opened is read by every person of the agency, also when it is over. */
import { sql } from 'kysely';
import type { Actor } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { type Draft, findDraft } from '../drafts/queries.ts';
import { mayReadDraft, mayReadDrafts } from '../drafts/transitions.ts';
import { phaseOf } from './rules.ts';
import { text } from './text.ts';

/** The draft whose discussion was opened once; "not there" for every other, to whoever it is. */
export async function requireDiscussed(tx: Tx, id: string): Promise<Draft> {
  const draft = await findDraft(tx, id);
  if (!draft?.discussionFrom) throw new NotFound();
  return draft;
}

/**
 * The same for an act. Many may take part at once; an act that ends the discussion waits for them, and whoever comes
 * after it sees that it is closed.
 */
export async function shareDiscussed(tx: Tx, id: string): Promise<Draft> {
  if (!isId(id)) throw new NotFound();
  await sql`select 1 from scheme_drafts where agency_id = ${tx.agencyId} and id = ${id} for share`.execute(
    tx.db,
  );
  return requireDiscussed(tx, id);
}

/** The same for whoever takes part: between the first and the last day. */
export async function shareOpen(tx: Tx, id: string, today: string): Promise<Draft> {
  const draft = await shareDiscussed(tx, id);
  if (phaseOf(draft, today) !== 'open') throw new Conflict(text.notOpenForWriting());
  return draft;
}

/** Where the outcome of the discussion of an adopted version is read, inside the agency; undefined without one. */
export async function outcomeOfVersion(
  tx: Tx,
  schemeId: string,
  version: number,
): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('scheme_versions')
    .innerJoin('scheme_drafts', (join) =>
      join
        .onRef('scheme_drafts.id', '=', 'scheme_versions.draft_id')
        .on('scheme_drafts.agency_id', '=', tx.agencyId),
    )
    .select('scheme_drafts.id')
    .where('scheme_versions.agency_id', '=', tx.agencyId)
    .where('scheme_versions.scheme_id', '=', schemeId)
    .where('scheme_versions.version', '=', version)
    .where('scheme_drafts.discussion_from', 'is not', null)
    .executeTakeFirst();
  return row && `/scheme-drafts/${row.id}/discussion/outcome`;
}

export interface ShownText {
  readonly revision: number;
  readonly source: string;
}

/**
 * The text that a reader may see: the present one, or, where the draft went back to its officers, the text as it was
 * when the discussion was closed.
 */
export async function shownText(tx: Tx, actor: Actor, draft: Draft): Promise<ShownText> {
  if (mayReadDraft(draft.state, actor) || draft.state === 'adopted') return draft;
  const { rows } = await sql<ShownText>`
    select revision, source from scheme_draft_revisions
    where agency_id = ${tx.agencyId} and draft_id = ${draft.id} and saved_at <= coalesce((
      select max(at) from acts where agency_id = ${tx.agencyId} and process = 'scheme-draft'
        and subject_id = ${draft.id} and act = 'close-discussion'), ${draft.updatedAt})
    order by revision desc limit 1`.execute(tx.db);
  return rows[0] ?? draft;
}

/** Whether the reader can also open the pages of the draft itself. */
export function seesDraft(actor: Actor, draft: Draft): boolean {
  return draft.state === 'discussion' || mayReadDrafts(actor);
}
