/** Bundles as rows of `runs`: what was asked, how far it is, what came of it. */
import { z } from 'zod';
import { type Actor, covers, fullName, isAgencyOfficer } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { PAPER_KINDS } from './available.ts';

export const RUN_KIND = 'papers';
export const BUNDLE_TASK = 'papers-bundle';

export const bundleInputSchema = z.object({
  periodId: z.uuid(),
  /** Null prints the requester's own team. */
  unitId: z.uuid().nullable(),
  withUnitsBelow: z.boolean(),
  papers: z.array(z.enum(PAPER_KINDS)).min(1),
  place: z.string().nullable(),
  date: z.string().nullable(),
});
export type BundleInput = z.output<typeof bundleInputSchema>;

const lacking = z.object({ name: z.string(), papers: z.array(z.enum(PAPER_KINDS)) });

/** `attempt` names the worker's present try: a later one takes over, an earlier one then stops. */
const outcomeSchema = z.object({
  attempt: z.string().optional(),
  people: z.int().optional(),
  papers: z.int().optional(),
  lacking: z.array(lacking).optional(),
  /** Those whose papers are in the file; whoever downloads it has read them. */
  personIds: z.array(z.string()).optional(),
  problem: z.enum(['nothing', 'unprintable', 'unexpected']).optional(),
  person: z.string().optional(),
});
export type BundleOutcome = z.output<typeof outcomeSchema>;
export type Lacking = z.output<typeof lacking>;

export type RunState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface Run {
  readonly id: string;
  readonly state: RunState;
  readonly input: BundleInput;
  readonly outcome: BundleOutcome;
  readonly done: number;
  readonly total: number | null;
  readonly fileId: string | null;
  readonly requestedBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface RunInBrief extends Run {
  readonly periodName: string;
  readonly unitName: string | null;
  readonly requester: string;
}

export async function findRun(
  tx: Tx,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Run | undefined> {
  if (!isId(id)) return undefined;
  let query = tx.db
    .selectFrom('runs')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .where('kind', '=', RUN_KIND);
  if (options.lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row && toRun(row);
}

/** The run for whoever may see it: who asked for it, or an officer of the unit; others learn nothing. */
export async function requireRun(
  tx: Tx,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Run> {
  const run = await findRun(tx, id, options);
  if (!run || !maySeeRun(actor, run)) throw new NotFound();
  return run;
}

export function maySeeRun(actor: Actor, run: Run): boolean {
  if (run.requestedBy === actor.personId) return true;
  return run.input.unitId ? covers(actor.officer, run.input.unitId) : isAgencyOfficer(actor);
}

const LISTED = 20;

/** The latest bundles that this person may see, the newest first. */
export async function recentRuns(tx: Tx, actor: Actor): Promise<readonly RunInBrief[]> {
  const rows = await tx.db
    .selectFrom('runs')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('kind', '=', RUN_KIND)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute();
  const visible = rows.map(toRun).filter((run) => maySeeRun(actor, run));
  return inBrief(tx, visible.slice(0, LISTED));
}

export async function inBrief(tx: Tx, runs: readonly Run[]): Promise<readonly RunInBrief[]> {
  if (runs.length === 0) return [];
  const ids = (pick: (run: Run) => string | null) => [
    ...new Set(runs.map(pick).filter((id): id is string => id !== null)),
  ];
  const periods = await tx.db
    .selectFrom('periods')
    .select(['id', 'name'])
    .where('agency_id', '=', tx.agencyId)
    .where(
      'id',
      'in',
      ids((run) => run.input.periodId),
    )
    .execute();
  const unitIds = ids((run) => run.input.unitId);
  const units =
    unitIds.length === 0
      ? []
      : await tx.db
          .selectFrom('units')
          .select(['id', 'name'])
          .where('agency_id', '=', tx.agencyId)
          .where('id', 'in', unitIds)
          .execute();
  const people = await tx.db
    .selectFrom('people')
    .select(['id', 'name', 'title_before', 'title_after'])
    .where('agency_id', '=', tx.agencyId)
    .where(
      'id',
      'in',
      ids((run) => run.requestedBy),
    )
    .execute();
  const requester = (run: Run) => people.find((each) => each.id === run.requestedBy);
  return runs.map((run) => {
    const person = requester(run);
    return {
      ...run,
      periodName: periods.find((each) => each.id === run.input.periodId)?.name ?? '',
      unitName: units.find((each) => each.id === run.input.unitId)?.name ?? null,
      requester: person ? fullName(person) : '',
    };
  });
}

function toRun(row: {
  id: string;
  state: string;
  input: unknown;
  outcome: unknown;
  done: number;
  total: number | null;
  file_id: string | null;
  requested_by: string | null;
  created_at: Date;
  updated_at: Date;
}): Run {
  return {
    id: row.id,
    state: row.state as RunState,
    input: bundleInputSchema.parse(row.input),
    outcome: outcomeSchema.parse(row.outcome ?? {}),
    done: row.done,
    total: row.total,
    fileId: row.file_id,
    requestedBy: row.requested_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** A worker that was killed leaves its run behind; after this long anybody who may see it can start it again. */
const SILENT_MINUTES = 3;

export function isSilent(run: Run, now: Date): boolean {
  const isUnderWay = run.state === 'running' || run.state === 'waiting';
  return isUnderWay && now.getTime() - run.updatedAt.getTime() > SILENT_MINUTES * 60_000;
}
