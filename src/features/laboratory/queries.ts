import { sql } from 'kysely';
import { z } from 'zod';
import {
  type LaboratorySettings,
  type Period,
  periodSchema,
  type Structure,
  settingsSchema,
  structureSchema,
} from '#domain/laboratory/index.ts';
import { type Actor, fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { mayReadRuns } from './access.ts';
import type { Subject } from './subjects.ts';
import type { RunState } from './transitions.ts';
import { workOf } from './words.ts';

/** A run as a list shows it. */
export interface RunLine extends Subject {
  readonly id: string;
  readonly name: string;
  /** Title of the draft; undefined for a version. */
  readonly draftTitle: string | undefined;
  readonly state: RunState;
  readonly seed: number;
  readonly done: number;
  readonly total: number;
  readonly people: number;
  readonly workMs: number;
  readonly besideId: string | null;
  readonly requestedBy: string;
  readonly requesterId: string;
  readonly createdAt: Date;
}

export interface Run extends RunLine {
  readonly settings: LaboratorySettings;
  readonly structure: Structure;
  readonly structureKind: 'own' | 'invented';
  readonly span: number | null;
  readonly unitSize: number | null;
  readonly periods: readonly Period[];
}

export const periodsSchema = z.array(periodSchema);

function lines(tx: Tx) {
  return tx.db
    .selectFrom('laboratory_runs as run')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'run.requested_by').on('people.agency_id', '=', tx.agencyId),
    )
    .leftJoin('scheme_drafts as draft', (join) =>
      join.onRef('draft.id', '=', 'run.draft_id').on('draft.agency_id', '=', tx.agencyId),
    )
    .select(['run.id', 'run.name', 'run.scheme_id', 'run.version', 'run.draft_id', 'run.draft_revision'])
    .select(['run.state', 'run.seed', 'run.done', 'run.total', 'run.work_ms', 'run.beside_id'])
    .select([
      'run.requested_by',
      'run.created_at',
      'draft.title as draft_title',
      'draft.state as draft_state',
    ])
    .select(['people.name as person_name', 'people.title_before', 'people.title_after'])
    .select(sql<number>`run.total / (run.settings ->> 'periods')::integer`.as('people'))
    .where('run.agency_id', '=', tx.agencyId);
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>;

function lineOf(row: Row): RunLine {
  return {
    id: row.id,
    name: row.name,
    schemeId: row.scheme_id,
    version: row.version,
    draftId: row.draft_id,
    draftRevision: row.draft_revision,
    draftTitle: row.draft_title ?? undefined,
    state: row.state as RunState,
    seed: row.seed,
    done: row.done,
    total: row.total,
    people: row.people,
    workMs: row.work_ms,
    besideId: row.beside_id,
    requestedBy: fullName({
      name: row.person_name,
      title_before: row.title_before,
      title_after: row.title_after,
    }),
    requesterId: row.requested_by,
    createdAt: row.created_at,
  };
}

type DraftState = Parameters<typeof mayReadRuns>[1];

function isReadable(actor: Actor, { draft_id, draft_state }: Row): boolean {
  const draft = draft_id ? ({ state: draft_state ?? 'dropped' } as DraftState) : undefined;
  return mayReadRuns(actor, draft);
}

export interface RunQuestion {
  readonly words: string;
  readonly draftId?: string | undefined;
}

/** The latest runs that this person may read. */
export async function listRuns(tx: Tx, actor: Actor, question: RunQuestion): Promise<readonly RunLine[]> {
  let query = lines(tx).orderBy('run.created_at', 'desc').orderBy('run.id').limit(200);
  if (question.draftId) query = query.where('run.draft_id', '=', question.draftId);
  if (question.words) {
    const like = `%${question.words.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) =>
      where.or([
        where('run.name', 'ilike', like),
        where('draft.title', 'ilike', like),
        where('run.scheme_id', 'ilike', like),
      ]),
    );
  }
  return (await query.execute()).filter((row) => isReadable(actor, row)).map(lineOf);
}

/** A run that this person may read; "not there" for every other. */
export async function requireRun(tx: Tx, actor: Actor, id: string): Promise<Run> {
  const found = isId(id) ? await findRun(tx, id) : undefined;
  if (!found || !isReadable(actor, found.row)) throw new NotFound();
  return found.run;
}

/** The same for the job that computes it. */
export async function runForWork(tx: Tx, id: string): Promise<Run | undefined> {
  return (await findRun(tx, id))?.run;
}

async function findRun(tx: Tx, id: string) {
  const row = await lines(tx)
    .select([
      'run.settings',
      'run.structure',
      'run.structure_kind',
      'run.span',
      'run.unit_size',
      'run.periods',
    ])
    .where('run.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const run: Run = {
    ...lineOf(row),
    settings: settingsSchema.parse(row.settings),
    structure: structureSchema.parse(row.structure),
    structureKind: row.structure_kind === 'own' ? 'own' : 'invented',
    span: row.span,
    unitSize: row.unit_size,
    periods: periodsSchema.parse(row.periods),
  };
  return { row, run };
}

/** Runs of one person that are not finished yet. */
export async function countUnfinished(tx: Tx, personId: string): Promise<number> {
  const { count } = await tx.db
    .selectFrom('laboratory_runs')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('agency_id', '=', tx.agencyId)
    .where('requested_by', '=', personId)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirstOrThrow();
  return count;
}

/** Milliseconds of one unit of work (see words.ts), from the latest finished runs; undefined before the first. */
export async function measuredPace(tx: Tx): Promise<number | undefined> {
  const rows = await tx.db
    .selectFrom('laboratory_runs')
    .select(['work_ms', 'total'])
    .where('agency_id', '=', tx.agencyId)
    .where('state', '=', 'done')
    .where('total', '>=', 1000)
    .orderBy('created_at', 'desc')
    .limit(5)
    .execute();
  const paces = rows.map(({ work_ms, total }) => work_ms / workOf(total)).filter((pace) => pace > 0);
  return paces.toSorted((first, second) => first - second)[Math.floor(paces.length / 2)];
}
