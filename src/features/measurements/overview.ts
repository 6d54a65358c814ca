/** Which components of a period come from data, and for how many people they are there. */
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Actor } from '#features/people/index.ts';
import type { Period, SchemeRef } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { sheetOf } from './sheets/index.ts';
import { type Subject, subjectsOf } from './subjects.ts';

export interface MeasuredComponent {
  readonly compiled: CompiledScheme;
  readonly component: string;
  readonly total: number;
  readonly done: number;
}

/** Codes of the components that a file may bring, in the order of the scheme. */
export function measuredComponents(compiled: CompiledScheme): readonly string[] {
  return Object.keys(compiled.scheme.components).filter((code) => sheetOf(compiled.scheme, code));
}

export async function schemesOfPeriod(tx: Tx, periodId: string): Promise<readonly SchemeRef[]> {
  const rows = await tx.db
    .selectFrom('participants')
    .select(['scheme_id', 'scheme_version'])
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .orderBy('scheme_id')
    .orderBy('scheme_version')
    .execute();
  return rows.map((row) => ({ id: row.scheme_id, version: row.scheme_version }));
}

export async function measuredIn(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  period: Period,
): Promise<readonly MeasuredComponent[]> {
  const found: MeasuredComponent[] = [];
  for (const ref of await schemesOfPeriod(tx, period.id)) {
    const compiled = await schemes.load(tx, ref.id, ref.version);
    const components = measuredComponents(compiled);
    if (components.length === 0) continue;
    const subjects = await subjectsOf(tx, actor, period.id, ref);
    const counts = await countsOf(tx, period.id, ref, subjects);
    for (const component of components)
      found.push({ compiled, component, total: subjects.length, done: counts.get(component) ?? 0 });
  }
  return found;
}

async function countsOf(
  tx: Tx,
  periodId: string,
  scheme: SchemeRef,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, number>> {
  const mine = new Set(subjects.map((subject) => subject.participantId));
  const rows = await tx.db
    .selectFrom('measurements')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.id', '=', 'measurements.participant_id')
        .on('participants.agency_id', '=', tx.agencyId),
    )
    .select(['measurements.component', 'measurements.participant_id'])
    .where('measurements.agency_id', '=', tx.agencyId)
    .where('measurements.superseded_at', 'is', null)
    .where('participants.period_id', '=', periodId)
    .where('participants.scheme_id', '=', scheme.id)
    .where('participants.scheme_version', '=', scheme.version)
    .execute();
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (mine.has(row.participant_id)) counts.set(row.component, (counts.get(row.component) ?? 0) + 1);
  }
  return counts;
}
