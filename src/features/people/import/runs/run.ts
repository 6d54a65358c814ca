/** An import as work that can be left and resumed: one row of `runs`, first checked, then committed. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import type { Runs } from '#tables';
import { fullName } from '../../actor.ts';

export const RUN_KIND = 'people-import';
/** Someone at work on a run says so at least this often; after a silence it may be started anew. */
export const SILENCE_MILLISECONDS = 60_000;

const inputSchema = z.object({
  files: z.array(
    z.object({
      id: z.uuid(),
      sha256: z.string(),
      name: z.string(),
      holds: z.enum(['units', 'people']),
    }),
  ),
  completeness: z.enum(['auto', 'complete', 'partial']),
  /** The civil date on which changes without a date of their own take effect: the day of the last request. */
  asOf: z.iso.date(),
  step: z.enum(['check', 'commit']),
  /** What the officer agreed to: these very changes, and whether one refused row stops them. */
  agreed: z.object({ mode: z.enum(['good-rows', 'all-or-nothing']), fingerprint: z.string() }).nullable(),
});
export type RunInput = z.output<typeof inputSchema>;

const counts = z.object({
  added: z.number(),
  changed: z.number(),
  ended: z.number(),
  unchanged: z.number(),
});

const resultSchema = z.object({
  step: z.enum(['checked', 'committed']),
  units: counts,
  people: counts,
  refused: z.number(),
  warnings: z.number(),
  /** Tells whether two differences are the same. */
  fingerprint: z.string(),
  /** How many would end, where that is so many that it must be confirmed; otherwise 0. */
  endingsToConfirm: z.number(),
  /** People missing from the file of whom none is ended, because they are so many; otherwise 0. */
  keptThoughAbsent: z.number(),
  /** Why the officer is asked again although they had agreed. */
  again: z.enum(['data-changed', 'rows-refused']).nullable(),
  /** SHA-256 under which the whole report is kept. */
  report: z.string(),
});
export type RunResult = z.output<typeof resultSchema>;

const outcomeSchema = z.object({
  stage: z.enum(['reading', 'comparing', 'writing']).optional(),
  result: resultSchema.optional(),
});

export interface ImportRun {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly input: RunInput;
  readonly stage: 'reading' | 'comparing' | 'writing' | undefined;
  readonly result: RunResult | undefined;
  readonly done: number;
  readonly total: number;
  readonly requestedBy: string | null;
  readonly requesterName: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type RunPhase = 'working' | 'checked' | 'committed' | 'failed' | 'cancelled';

/** What there is to see and do. */
export function phaseOf(run: ImportRun): RunPhase {
  if (run.state === 'waiting' || run.state === 'running') return 'working';
  if (run.state === 'failed' || run.state === 'cancelled') return run.state;
  return run.result?.step === 'committed' ? 'committed' : 'checked';
}

export function isSilent(run: ImportRun, now: Date): boolean {
  return phaseOf(run) === 'working' && now.getTime() - run.updatedAt.getTime() > SILENCE_MILLISECONDS;
}

type Row = Selectable<Runs> & {
  name: string | null;
  title_before: string | null;
  title_after: string | null;
};

function fromRow(row: Row): ImportRun {
  const { stage, result } = outcomeSchema.parse(row.outcome ?? {});
  const { name, title_before, title_after } = row;
  return {
    id: row.id,
    state: row.state as ImportRun['state'],
    input: inputSchema.parse(row.input),
    stage,
    result,
    done: row.done,
    total: row.total ?? 0,
    requestedBy: row.requested_by,
    requesterName: name === null ? null : fullName({ name, title_before, title_after }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function select(tx: Tx) {
  return tx.db
    .selectFrom('runs')
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'runs.requested_by').on('people.agency_id', '=', tx.agencyId),
    )
    .selectAll('runs')
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('runs.agency_id', '=', tx.agencyId)
    .where('runs.kind', '=', RUN_KIND);
}

export async function findRun(tx: Tx, id: string): Promise<ImportRun> {
  if (!isId(id)) throw new NotFound();
  const row = await select(tx).where('runs.id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound();
  return fromRow(row);
}

/** The same, locked until the end of the transaction: of two acts at once the second sees what the first did. */
export async function lockRun(tx: Tx, id: string): Promise<ImportRun> {
  if (!isId(id)) throw new NotFound();
  const row = await select(tx).where('runs.id', '=', id).forUpdate('runs').executeTakeFirst();
  if (!row) throw new NotFound();
  return fromRow(row);
}

/** Earlier imports, latest first. */
export async function listRuns(tx: Tx, limit = 30): Promise<readonly ImportRun[]> {
  const rows = await select(tx).orderBy('runs.created_at', 'desc').limit(limit).execute();
  return rows.map(fromRow);
}
