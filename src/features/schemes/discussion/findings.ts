/** What of a discussion still stands between a draft and its adoption. */
import { sql } from 'kysely';
import { addDays, daysBetween, todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Draft } from '../drafts/queries.ts';
import { readYaml } from '../drafts/source/edit-yaml.ts';
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

interface Round {
  readonly from: string;
  /** The first day after it. */
  readonly end: string;
}

/**
 * Whole days during which everyone could take part, all rounds together. A round runs from the day it was opened, never
 * earlier than announced, to the day it was closed; the dates of the present round bound it too.
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
  const days = acts.map((each) => ({ ...each, day: todayIn(zone, each.at) }));
  const rounds: Round[] = days.flatMap((opened, index) => {
    if (opened.act !== 'open-discussion') return [];
    return [{ from: opened.day, end: days[index + 1]?.day ?? today }];
  });
  const last = rounds.at(-1);
  const bounded = last ? [...rounds.slice(0, -1), withinDates(last, draft)] : [];
  return bounded.reduce((sum, { from, end }) => sum + Math.max(0, daysBetween(from, end)), 0);
}

/** What was announced bounds what was done: the last day counts whole. */
function withinDates(round: Round, { discussionFrom, discussionUntil }: Draft): Round {
  const from = discussionFrom && discussionFrom > round.from ? discussionFrom : round.from;
  const afterLast = discussionUntil ? addDays(discussionUntil, 1) : round.end;
  return { from, end: afterLast < round.end ? afterLast : round.end };
}
