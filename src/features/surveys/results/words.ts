/** Words that citizens wrote: shown in no order, reported by whoever reads them, hidden by an officer with a reason. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, notify, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { surveyEvents } from '../events.ts';
import { type Round, type RoundCounter, requireRoundCounter } from '../rounds/queries.ts';
import { rolesFor, type WordsAct, type WordsState, wordsTransitions } from '../transitions.ts';

export interface Words {
  readonly id: string;
  readonly counterId: string;
  readonly body: string;
  readonly state: WordsState;
  readonly reportReason: string | null;
  readonly hiddenReason: string | null;
}

interface Row {
  readonly reported_at: Date | null;
  readonly hidden_at: Date | null;
}

function stateOf(row: Row): WordsState {
  if (row.hidden_at) return 'hidden';
  return row.reported_at ? 'reported' : 'shown';
}

/** In the order of their ids, which are random: nothing says when or with what they came. */
export async function wordsOf(
  tx: Tx,
  round: Round,
  counters: readonly RoundCounter[],
): Promise<readonly Words[]> {
  if (counters.length === 0) return [];
  const rows = await tx.db
    .selectFrom('survey_words')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where(
      'counter_id',
      'in',
      counters.map(({ id }) => id),
    )
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    counterId: row.counter_id,
    body: row.body,
    state: stateOf(row),
    reportReason: row.report_reason,
    hiddenReason: row.hidden_reason,
  }));
}

/** Reports, hides or lets stand; the caller has made sure that this person may read words of this counter. */
export async function actOnWords(
  tx: Tx,
  actor: Actor,
  given: {
    readonly round: Round;
    readonly wordsId: string;
    readonly act: WordsAct;
    readonly reason: string;
    readonly mayRead: (counter: RoundCounter) => boolean;
  },
): Promise<void> {
  const { round, wordsId, act } = given;
  const row = isId(wordsId)
    ? await tx.db
        .selectFrom('survey_words')
        .select(['id', 'counter_id', 'reported_at', 'hidden_at'])
        .where('agency_id', '=', tx.agencyId)
        .where('round_id', '=', round.id)
        .where('id', '=', wordsId)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  const counter = requireRoundCounter(round, row.counter_id);
  if (!given.mayRead(counter)) throw new NotFound();
  const reason = given.reason.trim().slice(0, 500);
  const decision = decide(wordsTransitions, {
    state: stateOf(row),
    act,
    roles: rolesFor(actor, counter.unitId),
    reason,
  });
  await recordAct(
    tx,
    { process: 'survey-words', subjectId: row.id, act, actorId: actor.personId, reason },
    decision,
  );
  await tx.db
    .updateTable('survey_words')
    .set(columnsOf(tx, actor, act, reason))
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', row.id)
    .execute();
  await record(tx, surveyEvents.wordsActed, {
    actorId: actor.personId,
    subject: { kind: 'survey-words', id: row.id },
    payload: { round: round.name, act, reason },
  });
  if (act === 'report')
    await notify(tx, {
      personId: round.createdBy,
      kind: 'survey-words-reported',
      parameters: { what: round.name },
      path: `/surveys/rounds/${round.id}/units/${counter.unitId}#words`,
      dedupeKey: `survey-words:${row.id}`,
    });
}

function columnsOf(tx: Tx, actor: Actor, act: WordsAct, reason: string) {
  const [by, at, why] = [actor.personId, tx.now, reason];
  if (act === 'report') return { reported_by: by, reported_at: at, report_reason: why };
  if (act === 'hide') return { hidden_by: by, hidden_at: at, hidden_reason: why };
  const nothing = { reported_by: null, reported_at: null, report_reason: null };
  return { ...nothing, hidden_by: null, hidden_at: null, hidden_reason: null };
}
