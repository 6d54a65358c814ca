/** Development needs of one person with everything that was done to them. */
import { z } from 'zod';
import type { Bilingual } from '#domain/bilingual.ts';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Learning, NeedAct, NeedState, Priority } from './transitions.ts';

const bilingual = z.object({ id: z.string(), en: z.string() });
/** Which assessment found the gap, as it was called then. */
export const assessedBySchema = z.object({ name: z.string(), on: z.string() });

export interface NeedStep {
  readonly act: NeedAct | 'add' | 'change';
  readonly by: string;
  readonly at: Date;
  readonly reason: string | null;
}

export interface Need {
  readonly id: string;
  readonly code: string;
  readonly name: Bilingual;
  /** In hundredths, as they stood when the need was added. */
  readonly required: number;
  readonly achieved: number;
  readonly assessedBy: { readonly name: string; readonly on: string };
  readonly priority: Priority;
  readonly learning: Learning | null;
  readonly targetOn: string | null;
  readonly note: string;
  readonly state: NeedState;
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** The latest first. */
  readonly steps: readonly NeedStep[];
}

const ORDER: readonly NeedState[] = ['open', 'planned', 'done', 'dropped'];
const PRIORITY: readonly Priority[] = ['high', 'medium', 'low'];

/** What still waits first, the most pressing above. */
export async function needsOf(tx: Tx, personId: string): Promise<readonly Need[]> {
  const rows = await tx.db
    .selectFrom('development_needs')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'development_needs.created_by').on('people.agency_id', '=', tx.agencyId),
    )
    .selectAll('development_needs')
    .select(['people.name as creator', 'people.title_before', 'people.title_after'])
    .where('development_needs.agency_id', '=', tx.agencyId)
    .where('development_needs.person_id', '=', personId)
    .orderBy('development_needs.created_at')
    .execute();
  const steps = await stepsOf(
    tx,
    rows.map((row) => row.id),
  );
  return rows
    .map((row) => ({
      id: row.id,
      code: row.code,
      name: bilingual.parse(row.name),
      required: row.required_hundredths,
      achieved: row.achieved_hundredths,
      assessedBy: assessedBySchema.parse(row.assessed_by),
      priority: row.priority as Priority,
      learning: row.learning as Learning | null,
      targetOn: row.target_on,
      note: row.note,
      state: row.state as NeedState,
      revision: row.revision,
      createdBy: fullName({ ...row, name: row.creator }),
      createdAt: row.created_at,
      steps: steps.get(row.id) ?? [],
    }))
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
        PRIORITY.indexOf(a.priority) - PRIORITY.indexOf(b.priority) ||
        (a.targetOn ?? '9999').localeCompare(b.targetOn ?? '9999'),
    );
}

async function stepsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly NeedStep[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('acts')
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'acts.actor_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['acts.subject_id', 'acts.act', 'acts.at', 'acts.reason'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('acts.agency_id', '=', tx.agencyId)
    .where('acts.process', '=', 'development-need')
    .where('acts.subject_id', 'in', [...ids])
    .orderBy('acts.at', 'desc')
    .orderBy('acts.id', 'desc')
    .execute();
  const steps = rows.map((row) => ({
    subjectId: row.subject_id,
    act: row.act as NeedStep['act'],
    by: row.name === null ? '–' : fullName({ ...row, name: row.name }),
    at: row.at,
    reason: row.reason,
  }));
  return Map.groupBy(steps, (step) => step.subjectId);
}

/** Codes for which a need is open or planned. */
export async function openCodesOf(tx: Tx, personId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('development_needs')
    .select('code')
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', personId)
    .where('state', 'in', ['open', 'planned'])
    .execute();
  return new Set(rows.map((row) => row.code));
}
