/**
 * What could stand on the agenda, each with its reasons: results at the ends of the scale, close to the border of a
 * category, or from units whose spread departs. Only results that are given and not yet ratified.
 */
import { sql } from 'kysely';
import {
  checkDistribution,
  NATIONAL_PATTERNS,
  ORGANISATION_PREDICATES,
  PREDICATES,
  RATINGS,
  type Rating,
} from '#domain/rules/index.ts';
import { type CompiledScheme, distributionPatternsOf } from '#domain/schemes/index.ts';
import { type RatedLine, suggestionOf } from '#features/evaluation/index.ts';
import { fullName, unitsBelow } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Meeting } from '../meetings/queries.ts';
import { CAUSES, type Cause } from '../transitions.ts';

/** A score this close to where a category begins, in points, counts as at its border. */
export const BORDER_POINTS = 1;
/** A unit with fewer results says nothing by all being alike. */
const LEAST_ALIKE = 5;
const OF_ONE_UNIT = 3;

export interface Proposal {
  readonly participantId: string;
  readonly name: string;
  readonly unitName: string;
  readonly appraiserName: string;
  readonly predicate: string;
  readonly category: { readonly id: string; readonly en: string } | null;
  readonly score: string | null;
  /** Empty for one that can only be chosen by hand. */
  readonly causes: readonly Cause[];
}

interface Row {
  readonly id: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly ratee: { name: string; title_before: string | null; title_after: string | null };
  readonly appraiser: { name: string; title_before: string | null; title_after: string | null } | null;
  readonly involved: readonly (string | null)[];
  readonly state: string;
  readonly predicate: string;
  readonly score: string | null;
  readonly category: string | null;
  readonly scheme_id: string;
  readonly scheme_version: number;
  readonly lines: readonly RatedLine[] | null;
}

export async function proposalsFor(
  tx: Tx,
  schemes: SchemeStore,
  meeting: Meeting,
  /** Chair and whoever prepares: nothing that concerns them is put before them. */
  concerned: readonly string[],
): Promise<readonly Proposal[]> {
  const rows = await resultsIn(tx, meeting);
  const departing = await departingUnits(tx, schemes, meeting, rows);
  const compiled = new Map<string, CompiledScheme>();
  for (const row of rows) {
    const key = `${row.scheme_id}@${row.scheme_version}`;
    if (!compiled.has(key)) compiled.set(key, await schemes.load(tx, row.scheme_id, row.scheme_version));
  }
  const found = rows
    .filter((row) => row.state === 'given' && !row.involved.some((id) => id && concerned.includes(id)))
    .map((row) => {
      const scheme = compiled.get(`${row.scheme_id}@${row.scheme_version}`);
      const causes: Cause[] = scheme
        ? [
            ...(isAtEnd(scheme, row) ? ['end' as const] : []),
            ...(isAtBorder(scheme, row) ? ['border' as const] : []),
          ]
        : [];
      return { row, scheme, causes };
    });
  for (const unit of departing) {
    const own = found.filter(({ row }) => row.unit_id === unit);
    const first = own.toSorted((a, b) => b.causes.length - a.causes.length).slice(0, OF_ONE_UNIT);
    for (const each of first) each.causes.push('distribution');
  }
  return found
    .toSorted((a, b) => b.causes.length - a.causes.length || a.row.id.localeCompare(b.row.id))
    .map(({ row, scheme, causes }) => ({
      participantId: row.id,
      name: fullName(row.ratee),
      unitName: row.unit_name,
      appraiserName: row.appraiser ? fullName(row.appraiser) : '',
      predicate: row.predicate,
      category:
        row.category === null
          ? null
          : (scheme?.scheme.categories.find(({ code }) => code === row.category)?.label ?? null),
      score: row.score,
      causes: CAUSES.filter((cause) => causes.includes(cause)),
    }));
}

async function resultsIn(tx: Tx, meeting: Meeting): Promise<readonly Row[]> {
  const units = meeting.unitId ? [...(await unitsBelow(tx, [meeting.unitId]))] : null;
  const { rows } = await sql<Row>`
    select participant.id, participant.unit_id, unit.name as unit_name, to_json(ratee) as ratee,
      to_json(appraiser) as appraiser,
      array[participant.person_id, participant.appraiser_id, result.given_by] as involved, result.state,
      result.predicate, result.score, result.category, result.scheme_id, result.scheme_version,
      result.evidence #> '{scheme,results,lines}' as lines
    from participants participant
      join results result on result.agency_id = ${tx.agencyId} and result.participant_id = participant.id
        and result.superseded_at is null
      join units unit on unit.agency_id = ${tx.agencyId} and unit.id = participant.unit_id
      join people ratee on ratee.agency_id = ${tx.agencyId} and ratee.id = participant.person_id
      left join people appraiser on appraiser.agency_id = ${tx.agencyId} and appraiser.id = participant.appraiser_id
    where participant.agency_id = ${tx.agencyId} and participant.period_id = ${meeting.periodId}
      and participant.state = 'active' and (${units}::uuid[] is null or participant.unit_id = any(${units}::uuid[]))
      and not exists (select from calibration_items item where item.agency_id = ${tx.agencyId}
        and item.meeting_id = ${meeting.id} and item.participant_id = participant.id and item.state <> 'dropped')
    order by ratee.name, participant.id`.execute(tx.db);
  return rows;
}

/** The best and the worst: categories of the own scheme, else the predicates that few should have. */
function isAtEnd({ scheme }: CompiledScheme, { category, predicate }: Row): boolean {
  if (category !== null)
    return category === scheme.categories[0]?.code || category === scheme.categories.at(-1)?.code;
  return predicate === 'sangat-baik' || predicate === 'kurang' || predicate === 'sangat-kurang';
}

/** A score beside a band of the scheme; under the national rule one line rated a step otherwise changes the rating. */
function isAtBorder(compiled: CompiledScheme, { score, lines }: Row): boolean {
  const { combination } = compiled.scheme;
  if (score !== null && combination.mechanism === 'weighted-mean')
    return combination.bands.some(
      ({ from }) => Number(from) > 0 && Math.abs(Number(score) - Number(from)) <= BORDER_POINTS,
    );
  if (!lines || lines.length === 0) return false;
  const suggested = suggestionOf(compiled, lines)?.suggested;
  return lines.some((line, index) =>
    neighbours(line.rating).some((rating) => {
      const changed = lines.with(index, { ...line, rating });
      return suggestionOf(compiled, changed)?.suggested !== suggested;
    }),
  );
}

function neighbours(rating: Rating): readonly Rating[] {
  const at = RATINGS.indexOf(rating);
  return RATINGS.filter((_, index) => Math.abs(index - at) === 1);
}

/** Units whose predicates break the pattern of the unit's own predicate, or that all have the same one. */
async function departingUnits(
  tx: Tx,
  schemes: SchemeStore,
  meeting: Meeting,
  rows: readonly Row[],
): Promise<readonly string[]> {
  const fixed = await tx.db
    .selectFrom('unit_evaluations')
    .select(['unit_id', 'predicate'])
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', meeting.periodId)
    .where('superseded_at', 'is', null)
    .execute();
  const predicateOf = new Map(fixed.map((row) => [row.unit_id, row.predicate]));
  const period = await tx.db
    .selectFrom('periods')
    .select(['scheme_id', 'scheme_version'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', meeting.periodId)
    .executeTakeFirstOrThrow();
  const { scheme } = await schemes.load(tx, period.scheme_id, period.scheme_version);
  const patterns = distributionPatternsOf(scheme) ?? NATIONAL_PATTERNS;
  return [...Map.groupBy(rows, (row) => row.unit_id)].flatMap(([unitId, own]) => {
    const counts = Object.fromEntries(
      PREDICATES.map((predicate) => [predicate, own.filter((row) => row.predicate === predicate).length]),
    );
    const predicate = ORGANISATION_PREDICATES.find((each) => each === predicateOf.get(unitId));
    if (predicate) return checkDistribution(predicate, counts, patterns).ok ? [] : [unitId];
    const isAlike = own.length >= LEAST_ALIKE && Object.values(counts).some((count) => count === own.length);
    return isAlike ? [unitId] : [];
  });
}
