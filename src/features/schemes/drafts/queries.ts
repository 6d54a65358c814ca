import type { Actor } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { type DraftState, mayReadDraft } from './transitions.ts';

export interface Draft {
  readonly id: string;
  readonly schemeId: string;
  /** The number that the version is to have; settled by the adoption. */
  readonly version: number;
  readonly title: string;
  readonly source: string;
  readonly revision: number;
  readonly state: DraftState;
  readonly basedOn: { readonly id: string; readonly version: number } | undefined;
  readonly discussionFrom: string | null;
  readonly discussionUntil: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** A draft without its text, for lists. */
export type DraftLine = Omit<Draft, 'source'>;

const COLUMNS = [
  'scheme_drafts.id',
  'scheme_drafts.scheme_id',
  'scheme_drafts.version',
  'scheme_drafts.title',
  'scheme_drafts.revision',
  'scheme_drafts.state',
  'scheme_drafts.based_on_id',
  'scheme_drafts.based_on_version',
  'scheme_drafts.discussion_from',
  'scheme_drafts.discussion_until',
  'scheme_drafts.created_at',
  'scheme_drafts.updated_at',
] as const;

function withNames(tx: Tx) {
  return tx.db
    .selectFrom('scheme_drafts')
    .innerJoin('people as creator', (join) =>
      join.onRef('creator.id', '=', 'scheme_drafts.created_by').on('creator.agency_id', '=', tx.agencyId),
    )
    .innerJoin('people as editor', (join) =>
      join.onRef('editor.id', '=', 'scheme_drafts.updated_by').on('editor.agency_id', '=', tx.agencyId),
    )
    .select(COLUMNS)
    .select(['creator.name as creator_name', 'editor.name as editor_name'])
    .where('scheme_drafts.agency_id', '=', tx.agencyId);
}

type Row = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>;

function lineOf(row: Row): DraftLine {
  return {
    id: row.id,
    schemeId: row.scheme_id,
    version: row.version,
    title: row.title,
    revision: row.revision,
    state: row.state as DraftState,
    basedOn:
      row.based_on_id !== null && row.based_on_version !== null
        ? { id: row.based_on_id, version: row.based_on_version }
        : undefined,
    discussionFrom: row.discussion_from,
    discussionUntil: row.discussion_until,
    createdAt: row.created_at,
    createdBy: row.creator_name,
    updatedAt: row.updated_at,
    updatedBy: row.editor_name,
  };
}

/** Drafts in these states, the last touched first. */
export async function listDrafts(tx: Tx, states: readonly DraftState[]): Promise<readonly DraftLine[]> {
  const rows = await withNames(tx)
    .where('scheme_drafts.state', 'in', [...states])
    .orderBy('scheme_drafts.updated_at', 'desc')
    .orderBy('scheme_drafts.id')
    .limit(200)
    .execute();
  return rows.map(lineOf);
}

/** Texts of drafts by id. */
export async function draftSources(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('scheme_drafts')
    .select(['id', 'source'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.source]));
}

export async function findDraft(
  tx: Tx,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Draft | undefined> {
  if (!isId(id)) return undefined;
  let query = withNames(tx).select('scheme_drafts.source').where('scheme_drafts.id', '=', id);
  if (options.lock) query = query.forUpdate('scheme_drafts');
  const row = await query.executeTakeFirst();
  return row && { ...lineOf(row), source: row.source };
}

/** The draft, or "not there" for whoever may not know of it. */
export async function requireDraft(
  tx: Tx,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Draft> {
  const draft = await findDraft(tx, id, options);
  if (!draft || !mayReadDraft(draft.state, actor)) throw new NotFound();
  return draft;
}

export interface Revision {
  readonly revision: number;
  readonly note: string;
  readonly savedAt: Date;
  readonly savedBy: string;
}

export const REVISIONS_A_PAGE = 50;

/** Saved texts of a draft without the texts, the newest first. */
export async function listRevisions(tx: Tx, draftId: string, page = 1): Promise<readonly Revision[]> {
  const rows = await tx.db
    .selectFrom('scheme_draft_revisions as saved')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'saved.saved_by').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['saved.revision', 'saved.note', 'saved.saved_at', 'people.name'])
    .where('saved.agency_id', '=', tx.agencyId)
    .where('saved.draft_id', '=', draftId)
    .orderBy('saved.revision', 'desc')
    .limit(REVISIONS_A_PAGE)
    .offset((page - 1) * REVISIONS_A_PAGE)
    .execute();
  return rows.map((row) => ({
    revision: row.revision,
    note: row.note,
    savedAt: row.saved_at,
    savedBy: row.name,
  }));
}

/** The text as it was saved then; undefined where there is no such revision. */
export async function revisionSource(
  tx: Tx,
  draftId: string,
  revision: number,
): Promise<(Revision & { readonly source: string }) | undefined> {
  if (!Number.isInteger(revision) || revision < 1 || revision > 2 ** 31 - 1) return undefined;
  const row = await tx.db
    .selectFrom('scheme_draft_revisions as saved')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'saved.saved_by').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['saved.revision', 'saved.note', 'saved.saved_at', 'saved.source', 'people.name'])
    .where('saved.agency_id', '=', tx.agencyId)
    .where('saved.draft_id', '=', draftId)
    .where('saved.revision', '=', revision)
    .executeTakeFirst();
  return (
    row && {
      revision: row.revision,
      note: row.note,
      savedAt: row.saved_at,
      savedBy: row.name,
      source: row.source,
    }
  );
}

export interface DraftHistoryLine {
  readonly id: string;
  readonly act: string;
  readonly actorName: string | null;
  readonly reason: string | null;
  readonly at: Date;
}

/** What was done with the draft, the newest first. */
export async function draftHistory(tx: Tx, draftId: string): Promise<readonly DraftHistoryLine[]> {
  const rows = await tx.db
    .selectFrom('acts')
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'acts.actor_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['acts.id', 'acts.act', 'acts.reason', 'acts.at', 'people.name'])
    .where('acts.agency_id', '=', tx.agencyId)
    .where('acts.subject_id', '=', draftId)
    .where('acts.process', '=', 'scheme-draft')
    .orderBy('acts.at', 'desc')
    .orderBy('acts.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    act: row.act,
    actorName: row.name,
    reason: row.reason,
    at: row.at,
  }));
}
