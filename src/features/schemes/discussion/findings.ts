/** What of a discussion still stands between a draft and its adoption. */
import { sql } from 'kysely';
import { addDays, daysBetween, todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Draft } from '../drafts/queries.ts';
import { readYaml } from '../drafts/source/edit-yaml.ts';
import { schemeDiscussionOpened } from '../events.ts';
import { recordOf } from './loose.ts';
import { outcomeText } from './text-outcome.ts';

export interface DiscussionFinding {
  /** A blocking one refuses the adoption; a warning is for the officer to weigh. */
  readonly severity: 'blocking' | 'warning';
  readonly message: string;
  /** Where it is mended, inside the agency. */
  readonly path: string;
  /** Words of the link there. */
  readonly link: string;
}

export interface CivilNow {
  readonly today: string;
  /** The agency's zone: days are counted by its calendar. */
  readonly zone: string;
}

export async function discussionFindings(
  tx: Tx,
  draft: Draft,
  now: CivilNow,
): Promise<readonly DiscussionFinding[]> {
  const forum = `/scheme-drafts/${draft.id}/discussion`;
  const { unanswered, unnamed } = await countOpen(tx, draft.id);
  const asked = draftingDaysOf(draft.source);
  const done = asked === 0 ? 0 : await daysDiscussed(tx, draft, now);
  const findings: DiscussionFinding[] = [];
  if (unanswered > 0)
    findings.push({
      severity: 'blocking',
      message: outcomeText.findUnanswered({ count: unanswered }),
      path: `${forum}?show=unanswered`,
      link: outcomeText.showThem(),
    });
  if (done < asked)
    findings.push({
      severity: 'blocking',
      message: draft.discussionFrom
        ? outcomeText.findTooShort({ days: asked, done })
        : outcomeText.findNeverOpened({ days: asked }),
      path: draft.discussionFrom ? forum : `/scheme-drafts/${draft.id}`,
      link: draft.discussionFrom ? outcomeText.toDiscussion() : outcomeText.toDraft(),
    });
  if (unnamed > 0)
    findings.push({
      severity: 'warning',
      message: outcomeText.findNoChange({ count: unnamed }),
      path: `${forum}/outcome`,
      link: outcomeText.showThem(),
    });
  return findings;
}

async function countOpen(tx: Tx, draftId: string): Promise<{ unanswered: number; unnamed: number }> {
  const { rows } = await sql<{ unanswered: number; unnamed: number }>`
    select count(*) filter (where outcome is null) as unanswered,
      count(*) filter (where outcome in ('taken', 'partly') and answered_revision is null) as unnamed
    from scheme_proposals
    where agency_id = ${tx.agencyId} and draft_id = ${draftId} and kind = 'proposal'
      and withdrawn_at is null`.execute(tx.db);
  return rows[0] ?? { unanswered: 0, unnamed: 0 };
}

/** How many days of discussion the text asks for; 0 where it asks for none. */
export function draftingDaysOf(source: string): number {
  const days = recordOf(recordOf(readYaml(source)?.data).openness).draftingDays;
  return typeof days === 'number' && Number.isInteger(days) && days > 0 ? days : 0;
}

interface Span {
  readonly from: string;
  readonly until: string;
}

/**
 * Whole days during which everyone could take part, all rounds together. A round runs from the day it was opened to the
 * day it was closed, and never beyond the days that were announced for it: the last of them counts whole.
 */
export async function daysDiscussed(tx: Tx, draft: Draft, { today, zone }: CivilNow): Promise<number> {
  const acts = await tx.db
    .selectFrom('acts')
    .select(['act', 'at'])
    .where('agency_id', '=', tx.agencyId)
    .where('process', '=', 'scheme-draft')
    .where('subject_id', '=', draft.id)
    .where('act', 'in', ['open-discussion', 'close-discussion', 'adopt'])
    .orderBy('at')
    .orderBy('id')
    .execute();
  const announced = await announcedSpans(tx, draft.id);
  const lastOpening = acts.findLastIndex((each) => each.act === 'open-discussion');
  const days = acts.map((opened, index) => {
    if (opened.act !== 'open-discussion') return 0;
    const closed = acts[index + 1]?.at;
    const span = announced.get(opened.at.getTime()) ?? (index === lastOpening ? spanOf(draft) : undefined);
    return daysOf({
      from: todayIn(zone, opened.at),
      end: closed ? todayIn(zone, closed) : today,
      span,
    });
  });
  return days.reduce((sum, each) => sum + each, 0);
}

/** The days announced with each opening, by its moment: a later round replaces those of the draft itself. */
async function announcedSpans(tx: Tx, draftId: string): Promise<ReadonlyMap<number, Span>> {
  const rows = await tx.db
    .selectFrom('audit_events')
    .select(['at', 'payload'])
    .where('agency_id', '=', tx.agencyId)
    .where('subject_id', '=', draftId)
    .where('type', '=', schemeDiscussionOpened.type)
    .execute();
  return new Map(rows.map((row) => [row.at.getTime(), schemeDiscussionOpened.payload.parse(row.payload)]));
}

function spanOf({ discussionFrom, discussionUntil }: Draft): Span | undefined {
  return discussionFrom && discussionUntil ? { from: discussionFrom, until: discussionUntil } : undefined;
}

/** `end` is the first day that does not count. */
function daysOf({ from, end, span }: { from: string; end: string; span: Span | undefined }): number {
  const first = span && span.from > from ? span.from : from;
  const afterLast = span ? addDays(span.until, 1) : end;
  return Math.max(0, daysBetween(first, afterLast < end ? afterLast : end));
}
