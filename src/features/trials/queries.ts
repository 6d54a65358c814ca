import { type Actor, fullName, overseesAgency } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { type Outcome, outcomeSchema, progressSchema } from './outcome.ts';

export type TrialState = 'waiting' | 'running' | 'done' | 'failed';

export interface Trial {
  readonly id: string;
  readonly name: string;
  readonly periodId: string;
  readonly periodName: string;
  readonly draftId: string | null;
  readonly draftRevision: number | null;
  readonly schemeId: string;
  readonly version: number;
  readonly state: TrialState;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly outcome: Outcome | null;
  readonly requestedBy: string;
  readonly createdAt: Date;
}

/** Results of a whole period are compared: officers, leaders and auditors of the agency see it, as they see those. */
export function requireReader(actor: Actor): void {
  if (!overseesAgency(actor)) throw new NotFound();
}

function base(tx: Tx) {
  return tx.db
    .selectFrom('scheme_trials')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'scheme_trials.period_id').on('periods.agency_id', '=', tx.agencyId),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'scheme_trials.requested_by').on('people.agency_id', '=', tx.agencyId),
    )
    .selectAll('scheme_trials')
    .select(['periods.name as period_name', 'people.name as person_name'])
    .select(['people.title_before', 'people.title_after'])
    .where('scheme_trials.agency_id', '=', tx.agencyId);
}

type Row = Awaited<ReturnType<ReturnType<typeof base>['executeTakeFirstOrThrow']>>;

function trialOf(row: Row): Trial {
  const progress = progressSchema.safeParse(row.outcome);
  return {
    id: row.id,
    name: row.name,
    periodId: row.period_id,
    periodName: row.period_name,
    draftId: row.draft_id,
    draftRevision: row.draft_revision,
    schemeId: row.scheme_id,
    version: row.version,
    state: row.state as TrialState,
    progress: row.state === 'running' && progress.success ? progress.data : null,
    outcome: row.state === 'done' ? outcomeSchema.parse(row.outcome) : null,
    requestedBy: fullName({
      name: row.person_name,
      title_before: row.title_before,
      title_after: row.title_after,
    }),
    createdAt: row.created_at,
  };
}

export async function listTrials(tx: Tx): Promise<readonly Trial[]> {
  const rows = await base(tx).orderBy('scheme_trials.created_at', 'desc').limit(200).execute();
  return rows.map(trialOf);
}

export async function requireTrial(tx: Tx, id: string): Promise<Trial> {
  const row = isId(id) ? await base(tx).where('scheme_trials.id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new NotFound();
  return trialOf(row);
}

/** Names of those who would move. */
export async function namesOf(
  tx: Tx,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (participantIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['participants.id', 'people.name', 'people.title_before', 'people.title_after'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.id', 'in', [...participantIds])
    .execute();
  return new Map(rows.map((row) => [row.id, fullName(row)]));
}
