/**
 * Everything that is held about one person, as it is stored: the right of access of UU 27/2022. What an appraiser has
 * not given yet (a draft) is not about the person before it is given.
 */
import { sql } from 'kysely';
import { withoutFormsOfOthers } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';

/** Tables that name the person, with the column that does. */
const BY_PERSON = [
  ['placements', 'person_id'],
  ['appraiser_assignments', 'person_id'],
  ['appraiser_flags', 'person_id'],
  ['role_grants', 'person_id'],
  ['participants', 'person_id'],
  ['past_results', 'person_id'],
  ['competency_outcomes', 'person_id'],
  ['development_needs', 'person_id'],
  ['notifications', 'person_id'],
  ['scheme_proposals', 'author_id'],
  ['scheme_votes', 'person_id'],
  ['criteria_confirmations', 'person_id'],
  ['training_lesson_reads', 'person_id'],
  ['training_attempts', 'person_id'],
  ['training_certificates', 'person_id'],
  ['training_enrolments', 'person_id'],
  ['survey_counter_people', 'person_id'],
  ['person_households', 'person_id'],
  ['attendance_days', 'person_id'],
  ['attendance_letters', 'person_id'],
  ['attendance_pins', 'person_id'],
  ['team_members', 'person_id'],
  // As one of those who judged: own part, own judgements.
  ['calibration_members', 'person_id'],
  ['calibration_judgements', 'person_id'],
  ['calibration_recusals', 'person_id'],
  ['innovation_members', 'person_id'],
  // Whom they were asked about; what they said without a name is nobody's any more.
  ['voice_requests', 'rater_id'],
  // What the models said of their own ratings, and what they said about it.
  ['fairness_raters', 'rater_id'],
  ['fairness_flags', 'rater_id'],
  ['fairness_answers', 'rater_id'],
  ['audit_events', 'person_id'],
  ['access_log', 'person_id'],
] as const;

/** Tables that belong to a participation of the person. */
const BY_PARTICIPANT = [
  'plans',
  'progress_entries',
  'evidence',
  'feedback',
  'feedback_requests',
  'check_ins',
  'service_cases',
  'record_contests',
  'measurements',
  'results',
  'objections',
  'acts',
] as const;

/** Tables one step further down: the table, its column, the table above. */
const BY_PARENT = [
  ['plan_versions', 'plan_id', 'plans'],
  ['plan_comments', 'plan_id', 'plans'],
  ['check_in_versions', 'check_in_id', 'check_ins'],
] as const;

type Rows = readonly Record<string, unknown>[];

export async function ownData(tx: Tx, personId: string): Promise<Record<string, Rows>> {
  const held: Record<string, Rows> = {
    people: await rowsOf(tx, sql`select * from people where agency_id = ${tx.agencyId} and id = ${personId}`),
  };
  held.conflict_declarations = await rowsOf(
    tx,
    sql`select * from conflict_declarations
      where agency_id = ${tx.agencyId} and ${personId}::uuid in (rater_id, ratee_id)`,
  );
  for (const [table, column] of BY_PERSON) {
    held[table] = await rowsOf(
      tx,
      sql`select * from ${sql.table(table)} where agency_id = ${tx.agencyId} and ${sql.ref(column)} = ${personId}`,
    );
  }
  // What an agency may hold on a legal basis only, with that basis; nobody else reads the value.
  held.person_attributes = await rowsOf(
    tx,
    sql`select attribute.kind, held.value, attribute.legal_basis, attribute.purpose, attribute.ends_on
      from person_attribute_values held
        join person_attributes attribute
          on attribute.agency_id = ${tx.agencyId} and attribute.id = held.attribute_id
      where held.agency_id = ${tx.agencyId} and held.person_id = ${personId}`,
  );
  const participants = idsOf(held.participants);
  for (const table of BY_PARTICIPANT) {
    held[table] = await rowsOf(
      tx,
      sql`select * from ${sql.table(table)} where agency_id = ${tx.agencyId} and participant_id = any(${participants}::uuid[])`,
    );
  }
  // What others answered without a name is theirs too: the person gets how many there were.
  held.results = (held.results ?? []).map((row) => ({
    ...row,
    evidence: withoutFormsOfOthers(row.evidence),
  }));
  held.measurements = (held.measurements ?? []).map((row) => ({
    ...row,
    value: withoutFormsOfOthers(row.value),
  }));
  held.voice_remarks = await releasedWords(tx, participants);
  held.calibration_items = await calibrationOf(tx, participants);
  held.calibration_ratings = await calibrationRatings(tx, participants);
  held.assessments = await rowsOf(
    tx,
    sql`select * from assessments where agency_id = ${tx.agencyId} and participant_id = any(${participants}::uuid[])
      and (voice = 'self' or state = 'submitted')`,
  );
  // A note of the diary is its author's own until it is shared or a given rating rests on it.
  held.observations = await rowsOf(
    tx,
    sql`select * from observations where agency_id = ${tx.agencyId} and participant_id = any(${participants}::uuid[])
      and removed_at is null and (shared_at is not null or cited_at is not null)`,
  );
  for (const [table, column, parent] of BY_PARENT) {
    held[table] = await rowsOf(
      tx,
      sql`select * from ${sql.table(table)} where agency_id = ${tx.agencyId} and ${sql.ref(column)} = any(${idsOf(held[parent])}::uuid[])`,
    );
  }
  return held;
}

/** Words about the person, as the page shows them: nothing of their origin, and none that an officer has hidden. */
function releasedWords(tx: Tx, participants: readonly string[]): Promise<Rows> {
  return rowsOf(
    tx,
    sql`select pool.participant_id, pool.voice, remark.ordinal, remark.item, remark.body
      from voice_remarks remark
      join voice_pools pool on pool.agency_id = ${tx.agencyId} and pool.id = remark.pool_id
      join voice_rounds round on round.agency_id = ${tx.agencyId} and round.id = pool.round_id
      where remark.agency_id = ${tx.agencyId} and pool.participant_id = any(${[...participants]}::uuid[])
        and round.state = 'released' and remark.decision is distinct from 'hidden'
      order by pool.participant_id, pool.voice, remark.ordinal`,
  );
}

/** What calibration meetings decided about the person and what the appraiser answered; nothing before they decided. */
function calibrationOf(tx: Tx, participants: readonly string[]): Promise<Rows> {
  return rowsOf(
    tx,
    sql`select item.participant_id, meeting.held_on, item.state, item.kind, item.reason, item.due_on, item.answer,
        item.answered_at
      from calibration_items item
      join calibration_meetings meeting on meeting.agency_id = ${tx.agencyId} and meeting.id = item.meeting_id
      where item.agency_id = ${tx.agencyId} and item.participant_id = any(${[...participants]}::uuid[])
        and item.state in ('noted', 'returned', 'stood', 'changed')
      order by meeting.held_on, item.id`,
  );
}

/** The ratings that members gave, sorted by what they are: nothing says who gave which. */
function calibrationRatings(tx: Tx, participants: readonly string[]): Promise<Rows> {
  return rowsOf(
    tx,
    sql`select item.participant_id, judgement.results_rating, judgement.behaviour_rating, judgement.predicate,
        judgement.category
      from calibration_judgements judgement
      join calibration_items item on item.agency_id = ${tx.agencyId} and item.id = judgement.item_id
      where judgement.agency_id = ${tx.agencyId} and item.participant_id = any(${[...participants]}::uuid[])
        and judgement.state = 'submitted' and item.state in ('noted', 'returned', 'stood', 'changed')
      order by item.participant_id, judgement.results_rating, judgement.behaviour_rating, judgement.category`,
  );
}

async function rowsOf(tx: Tx, query: ReturnType<typeof sql>): Promise<Rows> {
  const { rows } = await query.execute(tx.db);
  // The agency is the same for every row and says nothing about the person.
  return (rows as Record<string, unknown>[]).map(({ agency_id: _agency, ...row }) => row);
}

function idsOf(rows: Rows | undefined): string[] {
  return (rows ?? []).map((row) => String(row.id));
}
