/**
 * A form that is being filled in, sealed with the installation's key and the request it belongs to: neither another
 * rater nor whoever looks into the database reads it. Each step saves what stands on its page.
 */
import { z } from 'zod';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound } from '#platform/errors.ts';
import { openDraft, sealDraft, type VoiceKey } from '../sealed/index.ts';
import type { AskedRequest } from './asked.ts';
import { standingOf } from './asked.ts';
import { text } from './text.ts';

export const LONGEST_REMARK = 600;

const draftSchema = z.object({
  /** Level by key of the question. */
  answers: z.record(z.string(), z.string()),
  /** Words by key of the question; the empty key for the form as a whole. */
  remarks: z.record(z.string(), z.string()),
  /** The drawn page that wrote last: its own late save is no second device. */
  page: z.string(),
});
export type Draft = z.output<typeof draftSchema>;

export const EMPTY_DRAFT: Draft = { answers: {}, remarks: {}, page: '' };

/** Key of the words about the form as a whole. */
export const WHOLE = '';

export interface StoredDraft {
  readonly draft: Draft;
  /** 0 before anything was saved. */
  readonly revision: number;
}

export async function readDraft(tx: Tx, key: VoiceKey, requestId: string): Promise<StoredDraft> {
  const row = await tx.db
    .selectFrom('voice_drafts')
    .select(['sealed', 'revision'])
    .where('agency_id', '=', tx.agencyId)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  if (!row) return { draft: EMPTY_DRAFT, revision: 0 };
  return { draft: draftSchema.parse(openDraft(key, requestId, row.sealed)), revision: row.revision };
}

/** What stood on one page when it was sent; only these questions are changed. */
export interface PageInput {
  readonly revision: number;
  readonly page: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly remarks: Readonly<Record<string, string>>;
  readonly isAutosave: boolean;
}

export type Saved =
  | { readonly isStale: false; readonly revision: number }
  | ({ readonly isStale: true } & StoredDraft);

/** Saves a page. A form that another device has changed meanwhile is not overwritten: the caller shows both. */
export async function saveDraft(
  tx: Tx,
  key: VoiceKey,
  find: (tx: Tx) => Promise<AskedRequest | undefined>,
  input: PageInput & { readonly today: string },
): Promise<Saved> {
  const asked = await lockedRequest(tx, find);
  if (standingOf(asked, input.today) !== 'open') throw new Conflict(text.notOpenAnyMore());
  const stored = await readDraft(tx, key, asked.id);
  if (stored.revision !== input.revision && differs(stored.draft, input)) {
    if (stored.draft.page !== input.page) return { isStale: true, ...stored };
    // A save in the background that was overtaken by the button of the same page.
    if (input.isAutosave) return { isStale: false, revision: stored.revision };
  }
  const draft: Draft = {
    answers: { ...stored.draft.answers, ...input.answers },
    remarks: without({ ...stored.draft.remarks, ...input.remarks }),
    page: input.page,
  };
  const row = { sealed: sealDraft(key, asked.id, draft), revision: stored.revision + 1 };
  await tx.db
    .insertInto('voice_drafts')
    .values({ agency_id: tx.agencyId, request_id: asked.id, ...row })
    .onConflict((conflict) => conflict.columns(['agency_id', 'request_id']).doUpdateSet(row))
    .execute();
  return { isStale: false, revision: row.revision };
}

/** The request, locked until the end of the transaction, so that two first saves do not meet. */
export async function lockedRequest(
  tx: Tx,
  find: (tx: Tx) => Promise<AskedRequest | undefined>,
): Promise<AskedRequest> {
  const known = await find(tx);
  if (!known) throw new NotFound();
  await tx.db
    .selectFrom('voice_requests')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', known.id)
    .forUpdate()
    .execute();
  return (await find(tx)) ?? known;
}

/** Whether something was saved for the questions of this page that is not what the page brings. */
function differs(draft: Draft, input: PageInput): boolean {
  const differ = (stored: Readonly<Record<string, string>>, given: Readonly<Record<string, string>>) =>
    Object.entries(given).some(([key, value]) => stored[key] && stored[key] !== value);
  return differ(draft.answers, input.answers) || differ(draft.remarks, input.remarks);
}

function without(remarks: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(remarks).filter(([, body]) => body !== ''));
}
