/** Deadlines that pass by themselves: objections lapse, and whoever owes a word is reminded. */
import { notify } from '#features/people/index.ts';
import { findParticipation } from '#features/periods/index.ts';
import { addDays, todayIn } from '#platform/clock/clock.ts';
import type { AgencyDb, Database } from '#platform/database/database.ts';
import type { Recurring } from '#platform/jobs/jobs.ts';
import { formatDate } from '#platform/locale/format.ts';
import { lapseObjection } from './commands/accept-result.ts';
import { text } from './text.ts';

/** Days before a deadline on which the one it binds is reminded. */
const REMIND_BEFORE_DAYS = [3, 1] as const;

/**
 * Every hour at ten past, so that each zone is served ten minutes after its midnight: an objection sent in the last
 * second has long been committed by then.
 */
export const evaluationRecurring: readonly Recurring[] = [
  { name: 'evaluation-deadlines', pattern: '10 * * * *', run: runEvaluationDeadlines },
];

export async function runEvaluationDeadlines(database: Database): Promise<void> {
  const agencies = await database.shared.selectFrom('agencies').select(['id', 'zone']).execute();
  for (const agency of agencies) {
    const db = database.forAgency(agency.id);
    await lapseObjections(db, agency.zone);
    await remindOfDeadlines(db, agency.zone);
  }
}

/** Each in a transaction of its own: a failure on one person's result stops nobody else's. Returns how many lapsed. */
export async function lapseObjections(db: AgencyDb, zone: string): Promise<number> {
  const today = todayIn(zone, db.clock());
  const due = await db.read((tx) =>
    tx.db
      .selectFrom('results')
      .select('participant_id')
      .where('agency_id', '=', tx.agencyId)
      .where('state', '=', 'ratified')
      .where('superseded_at', 'is', null)
      .where('objection_deadline', '<', today)
      .execute(),
  );
  let lapsed = 0;
  for (const { participant_id: participantId } of due)
    if (await db.write((tx) => lapseObjection(tx, { participantId, zone }))) lapsed += 1;
  return lapsed;
}

interface Due {
  readonly participantId: string;
  readonly resultId: string;
  readonly on: string;
  readonly who: 'employee' | 'appraiser' | 'superior';
  readonly what: string;
}

/** Safe to run any number of times: each reminder has its key and is told once. */
export async function remindOfDeadlines(db: AgencyDb, zone: string): Promise<void> {
  const today = todayIn(zone, db.clock());
  for (const due of await dueSoonOf(db, today)) {
    const days = REMIND_BEFORE_DAYS.find((each) => addDays(today, each) === due.on);
    const passed = due.on < today;
    if (!passed && days === undefined) continue;
    await db.write(async (tx) => {
      const participation = await findParticipation(tx, due.participantId);
      if (!participation) return;
      const { person, superior } = participation;
      const appraiser = participation.appraiser ?? superior;
      const bound = { employee: person, appraiser, superior }[due.who];
      await notify(tx, {
        personId: bound?.id,
        kind: passed ? 'deadline-passed' : 'deadline-near',
        parameters: {
          what: due.what,
          person: person.name,
          period: participation.period.name,
          date: formatDate(due.on),
        },
        path: `/appraisals/${due.participantId}/result`,
        dedupeKey: `${due.who}:${due.resultId}:${due.on}:${passed ? 'passed' : days}`,
      });
    });
  }
}

async function dueSoonOf(db: AgencyDb, today: string): Promise<readonly Due[]> {
  const horizon = addDays(today, Math.max(...REMIND_BEFORE_DAYS));
  return db.read(async (tx) => {
    const rows = await tx.db
      .selectFrom('results')
      .leftJoin('objections', (join) =>
        join.onRef('objections.result_id', '=', 'results.id').on('objections.agency_id', '=', tx.agencyId),
      )
      .select([
        'results.id',
        'results.participant_id',
        'results.state',
        'results.objection_deadline',
        'objections.explanation_due_on',
        'objections.decision_due_on',
      ])
      .where('results.agency_id', '=', tx.agencyId)
      .where('results.superseded_at', 'is', null)
      .where('results.state', 'in', ['ratified', 'objected', 'explained'])
      .execute();
    return rows.flatMap((row): Due[] => {
      const common = { participantId: row.participant_id, resultId: row.id };
      const list: (Due | undefined)[] = [
        due(
          common,
          row.state === 'ratified' ? row.objection_deadline : null,
          'employee',
          text.dueObjection(),
        ),
        due(
          common,
          row.state === 'objected' ? row.explanation_due_on : null,
          'appraiser',
          text.dueExplanation(),
        ),
        due(common, row.decision_due_on, 'superior', text.dueDecision()),
      ];
      return list.filter((each): each is Due => each !== undefined && each.on <= horizon);
    });
  });
}

function due(
  common: { readonly participantId: string; readonly resultId: string },
  on: string | null,
  who: Due['who'],
  what: string,
): Due | undefined {
  return on === null ? undefined : { ...common, on, who, what };
}
