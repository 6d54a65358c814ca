/** An attendance file as work that can be left and resumed: one row of `runs`, first checked, then recorded. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type Actor, fullName, isAgencyOfficer, type Scope } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import type { Runs } from '#tables';

export const RUN_KIND = 'attendance-import';
/** Someone at work on a run says so at least this often; after a silence it may be resumed. */
const SILENCE_MILLISECONDS = 60_000;

const inputShape = z.object({
  file: z.object({ id: z.uuid(), sha256: z.string(), name: z.string() }),
  machine: z.string(),
  /** What the officer limited the file to; null for all of it. */
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  /** Units in which the officer may record; null for the whole agency. */
  units: z.array(z.uuid()).nullable(),
  zone: z.string(),
  /** The day on which it was asked: days that are not over are not read. */
  today: z.iso.date(),
  step: z.enum(['check', 'commit']),
});
export type RunInput = z.output<typeof inputShape>;

const resultShape = z.object({
  step: z.enum(['checked', 'committed', 'unrecognised']),
  /** SHA-256 under which the report is kept; empty where there is none. */
  report: z.string(),
  people: z.number(),
  days: z.number(),
  /** Why there is none, in the officer's language. */
  why: z.string(),
  /** The officer is asked again although they had agreed: what days are judged by had changed. */
  again: z.boolean(),
});
export type RunResult = z.output<typeof resultShape>;

const outcomeShape = z.object({ result: resultShape.optional() });

export interface AttendanceRun {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly input: RunInput;
  readonly result: RunResult | undefined;
  readonly done: number;
  readonly total: number;
  readonly requestedBy: string;
  readonly requesterName: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type RunPhase = 'working' | 'checked' | 'committed' | 'unrecognised' | 'failed' | 'cancelled';

export function phaseOf(run: AttendanceRun): RunPhase {
  if (run.state === 'waiting' || run.state === 'running') return 'working';
  if (run.state === 'failed' || run.state === 'cancelled') return run.state;
  return run.result?.step ?? 'failed';
}

export function isSilent(run: AttendanceRun, now: Date): boolean {
  return phaseOf(run) === 'working' && now.getTime() - run.updatedAt.getTime() > SILENCE_MILLISECONDS;
}

export function scopeOf({ units }: RunInput): Scope {
  return units ? { kind: 'units', unitIds: new Set(units) } : { kind: 'agency' };
}

type Row = Selectable<Runs> & {
  name: string;
  title_before: string | null;
  title_after: string | null;
};

function fromRow(row: Row): AttendanceRun {
  return {
    id: row.id,
    state: row.state as AttendanceRun['state'],
    input: inputShape.parse(row.input),
    result: outcomeShape.parse(row.outcome ?? {}).result,
    done: row.done,
    total: row.total ?? 0,
    requestedBy: row.requested_by ?? '',
    requesterName: fullName(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function select(tx: Tx) {
  return tx.db
    .selectFrom('runs')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'runs.requested_by').on('people.agency_id', '=', tx.agencyId),
    )
    .selectAll('runs')
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('runs.agency_id', '=', tx.agencyId)
    .where('runs.kind', '=', RUN_KIND);
}

/** An officer of units sees the own files, one of the agency all. */
function isTheirs(actor: Actor, run: AttendanceRun): boolean {
  return isAgencyOfficer(actor) || run.requestedBy === actor.personId;
}

export async function findRun(tx: Tx, actor: Actor, id: string): Promise<AttendanceRun> {
  const row = isId(id) ? await select(tx).where('runs.id', '=', id).executeTakeFirst() : undefined;
  const run = row && fromRow(row);
  if (!run || !isTheirs(actor, run)) throw new NotFound();
  return run;
}

export async function lockRun(tx: Tx, id: string): Promise<AttendanceRun> {
  const row = isId(id)
    ? await select(tx).where('runs.id', '=', id).forUpdate('runs').executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  return fromRow(row);
}

export async function listRuns(tx: Tx, actor: Actor): Promise<readonly AttendanceRun[]> {
  const rows = await select(tx).orderBy('runs.created_at', 'desc').limit(30).execute();
  return rows.map(fromRow).filter((run) => isTheirs(actor, run));
}
