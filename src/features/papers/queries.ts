/**
 * From the database to the facts of papers, for one participant or for many: the number of queries does not grow
 * with the number of people.
 */
import { progressOfMany } from '#features/monitoring/index.ts';
import type { PersonInBrief } from '#features/periods/index.ts';
import {
  type AgreedPlan,
  agreedContents,
  type PlanContent,
  planContentSchema,
} from '#features/planning/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { AppraisalFacts, FeedbackLine, Stage, Subject } from './facts.ts';
import { peopleByEnd } from './people-by-end.ts';
import { organisationPredicates, resultsInForce } from './queries-results.ts';

/** Facts by participant id. People who are not participants of this agency are absent. */
export async function appraisalFacts(
  tx: Tx,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, AppraisalFacts>> {
  const subjects = await subjectsOf(tx, participantIds);
  const ids = subjects.map((subject) => subject.participantId);
  if (ids.length === 0) return new Map();
  const progress = await progressOfMany(tx, ids);
  const plans = new Map([...progress].map(([id, each]) => [id, each.plan]));
  const drafts = await draftsOf(tx, ids);
  const served = await servedStatements(tx, [
    ...[...plans.values()].map((plan) => plan.content),
    ...[...drafts.values()].map((draft) => draft.content),
  ]);
  const feedback = await feedbackLines(tx, ids);
  const results = await resultsInForce(tx, subjects);
  const predicates = await organisationPredicates(tx, subjects);
  const stages = await stagesOf(tx, subjects);
  const agreers = await agreersOf(tx, subjects, plans);
  return new Map(
    subjects.map((subject) => {
      const id = subject.participantId;
      const plan = plans.get(id) ?? null;
      return [
        id,
        {
          subject,
          stages: (stages.get(subject.periodId) ?? []).filter(
            (stage) => stage.endsOn >= subject.startsOn && stage.startsOn <= subject.endsOn,
          ),
          plan,
          planAgreedBy: (plan?.agreedBy && agreers.get(plan.agreedBy)) || null,
          draft: drafts.get(id) ?? null,
          progress: progress.get(id)?.indicators ?? [],
          feedback: feedback.get(id) ?? [],
          served,
          result: results.get(id) ?? null,
          organisationPredicate: predicates.get(`${subject.periodId}:${subject.unitId}`) ?? null,
        },
      ];
    }),
  );
}

async function subjectsOf(tx: Tx, participantIds: readonly string[]): Promise<readonly Subject[]> {
  if (participantIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', tx.agencyId),
    )
    .innerJoin('placements', (join) =>
      join
        .onRef('placements.id', '=', 'participants.placement_id')
        .on('placements.agency_id', '=', tx.agencyId),
    )
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'participants.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .selectAll('participants')
    .select([
      'participants.scheme_id',
      'participants.scheme_version',
      'placements.position_name',
      'units.name as unit_name',
    ])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.id', 'in', [...participantIds])
    .execute();
  const people = await peopleByEnd(
    tx,
    rows.map((row) => ({ on: row.ends_on, ids: [row.person_id, row.appraiser_id, row.superior_id] })),
  );
  return rows.map((row) => {
    const find = (id: string | null) => (id && people.get(`${row.ends_on}:${id}`)) || null;
    const person = find(row.person_id);
    if (!person) throw new Error('a participant has a person');
    return {
      participantId: row.id,
      periodId: row.period_id,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      schemeId: row.scheme_id,
      schemeVersion: row.scheme_version,
      unitId: row.unit_id,
      person: { ...person, position: row.position_name, unitName: row.unit_name },
      appraiser: find(row.appraiser_id),
      superior: find(row.superior_id),
    };
  });
}

async function agreersOf(
  tx: Tx,
  subjects: readonly Subject[],
  plans: ReadonlyMap<string, AgreedPlan>,
): Promise<ReadonlyMap<string, PersonInBrief>> {
  const people = await peopleByEnd(
    tx,
    subjects.map((subject) => ({
      on: subject.endsOn,
      ids: [plans.get(subject.participantId)?.agreedBy],
    })),
  );
  return new Map([...people.values()].map((person) => [person.id, person]));
}

/** Plans that are being written or revised, not those that stand as agreed. */
async function draftsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { content: PlanContent; state: string }>> {
  const rows = await tx.db
    .selectFrom('plans')
    .select(['participant_id', 'content', 'state'])
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', 'in', [...ids])
    .where('state', '<>', 'agreed')
    .execute();
  return new Map(
    rows.map((row) => [
      row.participant_id,
      { content: planContentSchema.parse(row.content), state: row.state },
    ]),
  );
}

/** The agreed results of leaders that these plans say they serve. */
async function servedStatements(
  tx: Tx,
  contents: readonly PlanContent[],
): Promise<ReadonlyMap<string, string>> {
  const leaders = contents.flatMap((content) =>
    content.results.flatMap((result) => (result.serves ? [result.serves.participantId] : [])),
  );
  const plans = await agreedContents(tx, [...new Set(leaders)]);
  return new Map(
    [...plans.values()].flatMap((plan) =>
      plan.content.results.map((result): [string, string] => [result.id, result.statement]),
    ),
  );
}

async function feedbackLines(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly FeedbackLine[]>> {
  const rows = await tx.db
    .selectFrom('feedback')
    .select(['participant_id', 'target', 'line_id', 'body', 'author_role', 'created_at'])
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', 'in', [...ids])
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const lines = Map.groupBy(rows, (row) => row.participant_id);
  return new Map(
    [...lines].map(([id, own]) => [
      id,
      own.map((row) => ({
        target: row.target as FeedbackLine['target'],
        lineId: row.line_id,
        body: row.body,
        role: row.author_role as FeedbackLine['role'],
        createdAt: row.created_at,
      })),
    ]),
  );
}

async function stagesOf(
  tx: Tx,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, readonly Stage[]>> {
  const rows = await tx.db
    .selectFrom('checkpoints')
    .select(['period_id', 'ordinal', 'name', 'starts_on', 'ends_on'])
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', 'in', [...new Set(subjects.map((subject) => subject.periodId))])
    .orderBy('ordinal')
    .execute();
  const stages = Map.groupBy(rows, (row) => row.period_id);
  return new Map(
    [...stages].map(([id, own]) => [
      id,
      own.map((row) => ({
        ordinal: row.ordinal,
        name: row.name,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
      })),
    ]),
  );
}
