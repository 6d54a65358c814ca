/** What is known of everybody's competencies, made ready for figures by unit. */
import { sql } from 'kysely';
import { type Actor, covers } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { dictionaryOf } from '../dictionary/queries.ts';
import { type Assessed, type AssessedPeriod, assessedIn, assessedPeriods } from '../profile/assessed.ts';
import { inOrder, type Outcome, type ProfileRow, profileOf } from '../profile/model.ts';
import { outcomeLevelsSchema } from '../profile/queries.ts';
import { holdingOn, type Post, requiredOf, standardsFor } from '../standards/model.ts';
import { ancestorsOf, standardsOf, type UnitInTree, unitTree } from '../standards/queries.ts';
import { cellsOf, type Sample } from './cells.ts';
import { rowsOfUnits } from './partition.ts';

export interface UnitRow {
  readonly id: string;
  readonly name: string;
  /** Names of the units below whose people count here. */
  readonly with: readonly string[];
}

export interface UnitFigures {
  /** Rows that the reader may see, in the order of the organisation. */
  readonly units: readonly UnitRow[];
  readonly samples: readonly Sample[];
  readonly competencies: readonly Pick<ProfileRow, 'code' | 'name' | 'kind' | 'family'>[];
}

/** The latest profile of everybody, or what the results of one period say. */
export async function unitFigures(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  asked: { readonly today: string; readonly periodId: string | undefined },
): Promise<UnitFigures & { readonly periods: readonly AssessedPeriod[] }> {
  const units = await unitTree(tx);
  const posts = await currentPosts(tx, asked.today);
  const rowOf = rowsOfUnits(units, headsIn(posts));
  const periods = await assessedPeriods(tx, schemes);
  const period = periods.find(({ id }) => id === asked.periodId);
  const needs = await openNeeds(tx);
  const rows = period
    ? rowsInPeriod(await assessedIn(tx, schemes, { periodId: period.id }))
    : await latestRows(tx, {
        posts,
        assessed: await assessedIn(tx, schemes, { isLatestOnly: true }),
        units,
        today: asked.today,
      });
  const visible = new Set(units.filter(({ id }) => mayRead(actor, id)).map(({ id }) => id));
  const samples = rows.flatMap(({ personId, unitId, row }): Sample[] => {
    const place = rowOf.get(unitId);
    if (!place || !visible.has(place) || row.required === null || row.achieved === null) return [];
    const hasOpenNeed = needs.has(`${personId} ${row.code}`);
    return [{ unitId: place, code: row.code, required: row.required, achieved: row.achieved, hasOpenNeed }];
  });
  const named = new Map(rows.map(({ row }) => [row.code, row]));
  const used = codesSaid(samples);
  return {
    periods,
    units: unitRows(units, rowOf, visible),
    samples,
    competencies: [...named.values()].filter(({ code }) => used.has(code)).toSorted(inOrder),
  };
}

/** A competency that no unit has assessed often enough is not even named. */
function codesSaid(samples: readonly Sample[]): ReadonlySet<string> {
  const cells = [...cellsOf(samples).values()].flatMap((own) => [...own]);
  return new Set(cells.filter(([, cell]) => cell.assessed !== 'few').map(([code]) => code));
}

function mayRead({ officer, leader, isAuditor }: Actor, unitId: string): boolean {
  return isAuditor || covers(officer, unitId) || covers(leader, unitId);
}

function unitRows(
  units: readonly UnitInTree[],
  rowOf: ReadonlyMap<string, string>,
  visible: ReadonlySet<string>,
): readonly UnitRow[] {
  return units.flatMap(({ id, name }) => {
    if (rowOf.get(id) !== id || !visible.has(id)) return [];
    const others = units.filter((each) => each.id !== id && rowOf.get(each.id) === id);
    return [{ id, name, with: others.map((each) => each.name) }];
  });
}

interface PersonPost extends Post {
  readonly personId: string;
}

async function currentPosts(tx: Tx, today: string): Promise<readonly PersonPost[]> {
  const { rows } = await sql<PersonPost>`
    select person_id as "personId", unit_id as "unitId", position_name as "positionName",
      position_kind as "positionKind", position_level as "positionLevel"
    from placements
    where agency_id = ${tx.agencyId} and kind = 'definitive' and valid_from <= ${today}
      and (valid_until is null or valid_until > ${today})`.execute(tx.db);
  return rows;
}

function headsIn(posts: readonly PersonPost[]): ReadonlyMap<string, number> {
  const heads = new Map<string, number>();
  for (const { unitId } of posts) heads.set(unitId, (heads.get(unitId) ?? 0) + 1);
  return heads;
}

interface PersonRow {
  readonly personId: string;
  readonly unitId: string;
  readonly row: ProfileRow;
}

async function latestRows(
  tx: Tx,
  known: {
    readonly posts: readonly PersonPost[];
    readonly assessed: readonly Assessed[];
    readonly units: readonly UnitInTree[];
    readonly today: string;
  },
): Promise<readonly PersonRow[]> {
  const dictionary = await dictionaryOf(tx);
  const holding = holdingOn(await standardsOf(tx), known.today);
  const ancestors = ancestorsOf(known.units);
  const results = Map.groupBy(known.assessed, ({ personId }) => personId);
  const outcomes = await outcomesByPerson(tx);
  return known.posts.flatMap((post) => {
    const own = { assessed: results.get(post.personId) ?? [], outcomes: outcomes.get(post.personId) ?? [] };
    if (own.assessed.length + own.outcomes.length === 0) return [];
    const standards = standardsFor(post, holding, ancestors);
    const { rows } = profileOf({ dictionary, ...own, required: requiredOf(standards), standards });
    return rows.map((row) => ({ personId: post.personId, unitId: post.unitId, row }));
  });
}

/** Against the standard by which the result itself counted. */
function rowsInPeriod(assessed: readonly Assessed[]): readonly PersonRow[] {
  return assessed.flatMap(({ personId, unitId, levels }) =>
    levels.map(({ code, name, kind, family, required, achieved }) => ({
      personId,
      unitId,
      row: { code, name, kind, family, required, achieved, source: null, gap: null },
    })),
  );
}

async function outcomesByPerson(tx: Tx): Promise<ReadonlyMap<string, readonly Outcome[]>> {
  const rows = await tx.db
    .selectFrom('competency_outcomes')
    .select(['id', 'person_id', 'assessed_on', 'institution', 'levels', 'recorded_at'])
    .where('agency_id', '=', tx.agencyId)
    .where('withdrawn_at', 'is', null)
    .orderBy('assessed_on', 'desc')
    .execute();
  const outcomes = rows.map((row) => ({
    personId: row.person_id,
    outcome: {
      id: row.id,
      assessedOn: row.assessed_on,
      institution: row.institution,
      levels: outcomeLevelsSchema.parse(row.levels),
      note: '',
      fileName: null,
      recordedBy: '',
      recordedAt: row.recorded_at,
      withdrawn: null,
    },
  }));
  const grouped = Map.groupBy(outcomes, ({ personId }) => personId);
  return new Map([...grouped].map(([id, own]) => [id, own.map(({ outcome }) => outcome)]));
}

/** `person code` of needs that are open or planned. */
async function openNeeds(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('development_needs')
    .select(['person_id', 'code'])
    .where('agency_id', '=', tx.agencyId)
    .where('state', 'in', ['open', 'planned'])
    .execute();
  return new Set(rows.map(({ person_id, code }) => `${person_id} ${code}`));
}
