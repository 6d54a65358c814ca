/** Taking the register into a period: what each participant's innovations count, shown before anything is recorded. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Scheme } from '#domain/schemes/index.ts';
import { measurementsOf, recordMeasurements } from '#features/measurements/index.ts';
import { type Actor, covers, fullName } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { listInnovations } from './queries.ts';
import { countedStep, innovationComponent } from './stages.ts';
import { text } from './text.ts';

export interface Counted {
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
  readonly component: string;
  readonly items: readonly { readonly title: string; readonly stage: string; readonly verifiedBy?: string }[];
  /** Words for the stages, in the order of the items. */
  readonly stageLabels: readonly Scheme['title'][];
  /** What stands now, where it is something else. */
  readonly change: 'new' | 'same' | 'replaces';
}

/** Participants of the period whose scheme counts innovations, within the officer's units. */
export async function countedInnovations(
  tx: Tx,
  actor: Actor,
  schemes: SchemeStore,
  periodId: string,
): Promise<readonly Counted[]> {
  const participants = await tx.db
    .selectFrom('participants')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'participants.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .select(['participants.id', 'participants.person_id', 'participants.unit_id', 'units.name as unit_name'])
    .select(['participants.starts_on', 'participants.ends_on'])
    .select(['participants.scheme_id', 'participants.scheme_version'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.period_id', '=', periodId)
    .where('participants.state', '=', 'active')
    .orderBy('units.name')
    .orderBy('people.name')
    .execute();
  const own = participants.filter(({ unit_id: unitId }) => covers(actor.officer, unitId));
  const memberships = await membershipsOf(
    tx,
    own.map((row) => row.person_id),
  );
  const innovations = new Map(
    (await adoptedOnes(tx, [...memberships.values()].flat())).map((each) => [each.id, each]),
  );
  const measured = await measurementsOf(
    tx,
    own.map(({ id }) => id),
  );
  const counted: Counted[] = [];
  for (const row of own) {
    const { scheme } = await schemes.load(tx, row.scheme_id, row.scheme_version);
    const component = innovationComponent(scheme);
    if (!component) continue;
    const items = (memberships.get(row.person_id) ?? []).flatMap((id) => {
      const innovation = innovations.get(id);
      const step =
        innovation &&
        countedStep(component, innovation.steps, { startsOn: row.starts_on, endsOn: row.ends_on });
      return innovation && step ? [{ title: innovation.title, ...step }] : [];
    });
    const standing = measured.get(row.id)?.get(component.name);
    const isSame = standing !== undefined && isDeepStrictEqual(standing.value, { items });
    counted.push({
      participantId: row.id,
      personId: row.person_id,
      name: fullName(row),
      unitName: row.unit_name,
      component: component.name,
      items,
      stageLabels: items.map(
        ({ stage }) => component.stages.find(({ code }) => code === stage)?.label ?? { id: stage, en: stage },
      ),
      change: standing === undefined ? 'new' : isSame ? 'same' : 'replaces',
    });
  }
  return counted;
}

async function membershipsOf(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('innovation_members')
    .innerJoin('innovations', (join) =>
      join
        .onRef('innovations.id', '=', 'innovation_members.innovation_id')
        .on('innovations.agency_id', '=', tx.agencyId),
    )
    .select(['innovation_members.person_id', 'innovations.id'])
    .where('innovation_members.agency_id', '=', tx.agencyId)
    .where('innovation_members.person_id', 'in', [...personIds])
    .where('innovations.state', '=', 'adopted')
    .orderBy('innovations.created_at')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.person_id)].map(([id, list]) => [id, list.map((row) => row.id)]),
  );
}

async function adoptedOnes(tx: Tx, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  const found: Awaited<ReturnType<typeof listInnovations>>[number][] = [];
  for (let start = 0; start < wanted.length; start += 50)
    found.push(...(await listInnovations(tx, { ids: wanted.slice(start, start + 50) })));
  return found;
}

/** Records what was shown; refused where something changed since. */
export async function recordInnovations(
  tx: Tx,
  actor: Actor,
  schemes: SchemeStore,
  input: { readonly periodId: string; readonly seen: string },
): Promise<number> {
  const counted = await countedInnovations(tx, actor, schemes, input.periodId);
  if (seenOf(counted) !== input.seen) throw new Refusal(text.countChanged());
  const changed = counted.filter(({ change }) => change !== 'same');
  await recordMeasurements(
    tx,
    actor,
    { origin: 'register', note: text.fromRegister(), fileId: null },
    changed.map(({ participantId, personId, component, items }) => ({
      participantId,
      personId,
      component,
      value: { items },
    })),
  );
  return changed.length;
}

/** What was shown, in short: sent back with the form. */
export function seenOf(counted: readonly Counted[]): string {
  const changed = counted.filter(({ change }) => change !== 'same');
  const lines = changed.map(({ participantId, items }) => [participantId, items]);
  return createHash('sha256').update(JSON.stringify(lines)).digest('base64url');
}
