import { type Actor, notify, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { schemeDiscussionClosed, schemeDiscussionOpened } from '../../events.ts';
import { examine } from '../problems.ts';
import { type Draft, requireDraft } from '../queries.ts';
import { text } from '../text.ts';
import { type DraftState, decideDraft } from '../transitions.ts';

export interface DiscussionDates {
  /** First and last day on which everyone may take part; civil dates. */
  readonly from: string;
  readonly until: string;
}

const LONGEST_DAYS = 366;
const ROWS_A_STATEMENT = 1000;

/** Puts a draft before everyone of the agency until a day. A faulty draft can be discussed: that mends faults too. */
export async function openDiscussion(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly dates: DiscussionDates; readonly today: string },
): Promise<void> {
  const draft = await requireDraft(tx, actor, input.id, { lock: true });
  const decision = decideDraft(draft.state, 'open-discussion', actor);
  if (!decision.ok) throw refusalOf(decision.why);
  const { from, until } = input.dates;
  if (until < from) throw new Refusal(text.untilBeforeFrom(), 'until');
  if (until < input.today) throw new Refusal(text.untilIsPast(), 'until');
  if (until > addDays(from, LONGEST_DAYS)) throw new Refusal(text.tooLongDiscussion(), 'until');
  if (!examine(draft.source).isReadable) throw new Refusal(text.unreadableNotDiscussed());
  await setState(tx, draft, decision.to, { discussion_from: from, discussion_until: until });
  await recordAct(tx, actOf(actor, draft, 'open-discussion'), decision);
  await record(tx, schemeDiscussionOpened, {
    actorId: actor.personId,
    subject: { kind: 'scheme-draft', id: draft.id },
    payload: { title: draft.title, from, until },
  });
  await tellEveryone(tx, draft, { from, until, today: input.today });
}

/** Ends the discussion: the draft is again only with its officers. */
export async function closeDiscussion(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): Promise<void> {
  const draft = await requireDraft(tx, actor, input.id, { lock: true });
  const reason = input.reason.trim().slice(0, 2000);
  const decision = decideDraft(draft.state, 'close-discussion', actor, reason);
  if (!decision.ok) throw refusalOf(decision.why);
  await setState(tx, draft, decision.to, {});
  await recordAct(tx, { ...actOf(actor, draft, 'close-discussion'), reason }, decision);
  await record(tx, schemeDiscussionClosed, {
    actorId: actor.personId,
    subject: { kind: 'scheme-draft', id: draft.id },
    payload: { title: draft.title, reason: reason || null },
  });
}

export function actOf(actor: Actor, draft: Draft, act: string) {
  return { process: 'scheme-draft' as const, subjectId: draft.id, act, actorId: actor.personId };
}

export async function setState(
  tx: Tx,
  draft: Draft,
  state: DraftState,
  more: { discussion_from?: string; discussion_until?: string; version?: number },
): Promise<void> {
  await tx.db
    .updateTable('scheme_drafts')
    .set({ state, ...more, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', draft.id)
    .execute();
}

/** Everyone with an account who holds a post on that day: those whom the scheme may come to hold for. */
async function tellEveryone(
  tx: Tx,
  draft: Draft,
  { until, today }: DiscussionDates & { today: string },
): Promise<void> {
  const rows = await tx.db
    .selectFrom('people')
    .innerJoin('placements', (join) =>
      join.onRef('placements.person_id', '=', 'people.id').on('placements.agency_id', '=', tx.agencyId),
    )
    .select('people.id')
    .distinct()
    .where('people.agency_id', '=', tx.agencyId)
    .where('people.account_id', 'is not', null)
    .where((where) =>
      where.or([where('placements.valid_until', 'is', null), where('placements.valid_until', '>', today)]),
    )
    .execute();
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await notify(
      tx,
      ...rows.slice(start, start + ROWS_A_STATEMENT).map((row) => ({
        personId: row.id,
        kind: 'scheme-discussion-opened' as const,
        parameters: { what: draft.title, date: formatDate(until) },
        path: `/scheme-drafts/${draft.id}/discussion`,
        dedupeKey: `discussion ${draft.id} ${until}`,
      })),
    );
  }
}
