/**
 * What was judged. The blindness is kept here and nowhere else: one's own draft and judgement at any time; those of
 * others, and what the appraiser gave, only of an item that was opened, and to a member only after an own judgement.
 */
import { sql } from 'kysely';
import type { Predicate, Rating } from '#domain/rules/index.ts';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { JudgementState } from '../transitions.ts';

export interface Ratings {
  readonly resultsRating: Rating;
  readonly behaviourRating: Rating;
  readonly predicate: Predicate;
  readonly category: string | null;
}

export interface OwnJudgement {
  readonly state: JudgementState;
  readonly resultsRating: Rating | null;
  readonly behaviourRating: Rating | null;
  readonly category: string | null;
  readonly reason: string;
  readonly revision: number;
  readonly submittedAt: Date | null;
}

export interface Judgement extends Ratings {
  readonly personId: string;
  readonly name: string;
  readonly reason: string;
}

/** Drafts are one's own. */
export async function ownJudgement(
  tx: Tx,
  itemId: string,
  personId: string,
): Promise<OwnJudgement | undefined> {
  const row = await tx.db
    .selectFrom('calibration_judgements')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('item_id', '=', itemId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return (
    row && {
      state: row.state as JudgementState,
      resultsRating: row.results_rating as Rating | null,
      behaviourRating: row.behaviour_rating as Rating | null,
      category: row.category,
      reason: row.reason,
      revision: row.revision,
      submittedAt: row.submitted_at,
    }
  );
}

/** Items of the meeting that the person has judged for good. */
export async function judgedBy(tx: Tx, meetingId: string, personId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('calibration_judgements as judgement')
    .innerJoin('calibration_items as item', (join) =>
      join.onRef('item.id', '=', 'judgement.item_id').on('item.agency_id', '=', tx.agencyId),
    )
    .select('judgement.item_id')
    .where('judgement.agency_id', '=', tx.agencyId)
    .where('item.meeting_id', '=', meetingId)
    .where('judgement.person_id', '=', personId)
    .where('judgement.state', '=', 'submitted')
    .execute();
  return new Set(rows.map((row) => row.item_id));
}

/** Who asks: a member has to have judged, whoever oversees the meeting does not. */
export interface Asker {
  readonly personId: string;
  readonly isMember: boolean;
}

/** Everybody's judgements; undefined while they are closed to whoever asks. */
export async function judgementsOf(
  tx: Tx,
  itemId: string,
  asker: Asker,
): Promise<readonly Judgement[] | undefined> {
  const { rows } = await sql<{
    person_id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
    results_rating: Rating;
    behaviour_rating: Rating;
    predicate: Predicate;
    category: string | null;
    reason: string;
  }>`
    select judgement.person_id, people.name, people.title_before, people.title_after, judgement.results_rating,
      judgement.behaviour_rating, judgement.predicate, judgement.category, judgement.reason
    from calibration_judgements judgement
      join people on people.agency_id = ${tx.agencyId} and people.id = judgement.person_id
    where judgement.agency_id = ${tx.agencyId} and judgement.item_id = ${itemId} and judgement.state = 'submitted'
      and ${openTo(tx, itemId, asker)}
    order by people.name, people.id`.execute(tx.db);
  if (rows.length === 0) return undefined;
  return rows.map((row) => ({
    personId: row.person_id,
    name: fullName(row),
    resultsRating: row.results_rating,
    behaviourRating: row.behaviour_rating,
    predicate: row.predicate,
    category: row.category,
    reason: row.reason,
  }));
}

/** What the appraiser gave: the version on the agenda; undefined while it is closed to whoever asks. */
export async function givenIn(tx: Tx, itemId: string, asker: Asker): Promise<Ratings | undefined> {
  const { rows } = await sql<{
    results_rating: Rating;
    behaviour_rating: Rating;
    predicate: Predicate;
    category: string | null;
  }>`
    select result.results_rating, result.behaviour_rating, result.predicate, result.category
    from calibration_items item
      join results result on result.agency_id = ${tx.agencyId} and result.id = item.result_id
    where item.agency_id = ${tx.agencyId} and item.id = ${itemId} and ${openTo(tx, itemId, asker)}`.execute(
    tx.db,
  );
  const [row] = rows;
  return (
    row && {
      resultsRating: row.results_rating,
      behaviourRating: row.behaviour_rating,
      predicate: row.predicate,
      category: row.category,
    }
  );
}

function openTo(tx: Tx, itemId: string, { personId, isMember }: Asker) {
  return sql`exists (select from calibration_items opened where opened.agency_id = ${tx.agencyId}
      and opened.id = ${itemId} and opened.opened_at is not null)
    and (not ${isMember}::boolean or exists (select from calibration_judgements own where own.agency_id = ${tx.agencyId}
      and own.item_id = ${itemId} and own.person_id = ${personId} and own.state = 'submitted'))`;
}
