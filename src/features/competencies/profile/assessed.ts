/**
 * What results say of competencies: read from the explanation that each result keeps, never counted again. Of voices
 * without a name nothing but what their forms together came to is in it.
 */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Bilingual } from '#domain/bilingual.ts';
import type { CompiledScheme, Scheme } from '#domain/schemes/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { hundredthsOf, type Kind } from '../levels.ts';

type Competencies = Extract<Scheme['components'][string], { readonly mechanism: 'competencies' }>;

export interface AssessedLevel {
  readonly code: string;
  readonly name: Bilingual;
  readonly kind: Kind;
  readonly family: Bilingual | null;
  /** In hundredths; null where nobody rated it. */
  readonly achieved: number | null;
  /** By the standard of the scheme, as it held for that post. */
  readonly required: number;
}

/** One result of one person that assessed competencies. */
export interface Assessed {
  readonly personId: string;
  readonly unitId: string;
  readonly participantId: string;
  readonly periodId: string;
  readonly period: string;
  /** Last day that the result is about. */
  readonly on: string;
  readonly isRatified: boolean;
  readonly scheme: Bilingual;
  /** Match in percent as the result says it; null where it could not be counted. */
  readonly matchPercent: string | null;
  readonly levels: readonly AssessedLevel[];
}

export interface Asked {
  readonly personId?: string;
  readonly periodId?: string;
  /** Of each person and scheme only the latest: what a city of many years is read by. */
  readonly isLatestOnly?: boolean;
}

/** Results that stand, with competencies; the latest first. */
export async function assessedIn(tx: Tx, schemes: SchemeStore, asked: Asked): Promise<readonly Assessed[]> {
  const found: Assessed[] = [];
  for (const { compiled, component, settings } of await competencySchemes(tx, schemes, asked))
    for (const row of await rowsOf(tx, compiled, component, asked))
      found.push(assessedOf(row, compiled, component, settings));
  return found.toSorted((a, b) => b.on.localeCompare(a.on) || b.participantId.localeCompare(a.participantId));
}

export interface AssessedPeriod {
  readonly id: string;
  readonly name: string;
}

/** Periods with such results, the latest first. */
export async function assessedPeriods(tx: Tx, schemes: SchemeStore): Promise<readonly AssessedPeriod[]> {
  const found = new Map<string, AssessedPeriod & { readonly endsOn: string }>();
  for (const { compiled } of await competencySchemes(tx, schemes, {})) {
    const rows = await tx.db
      .selectFrom('participants')
      .innerJoin('periods', (join) =>
        join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', tx.agencyId),
      )
      .innerJoin('results', (join) =>
        join
          .onRef('results.participant_id', '=', 'participants.id')
          .on('results.agency_id', '=', tx.agencyId)
          .on('results.superseded_at', 'is', null),
      )
      .select(['periods.id', 'periods.name', 'periods.ends_on'])
      .distinct()
      .where('participants.agency_id', '=', tx.agencyId)
      .where('participants.scheme_id', '=', compiled.scheme.id)
      .where('participants.scheme_version', '=', compiled.scheme.version)
      .execute();
    for (const row of rows) found.set(row.id, { id: row.id, name: row.name, endsOn: row.ends_on });
  }
  return [...found.values()].toSorted((a, b) => b.endsOn.localeCompare(a.endsOn));
}

interface CompetencyScheme {
  readonly compiled: CompiledScheme;
  readonly component: string;
  readonly settings: Competencies;
}

/** The schemes under which such results were given, component by component. */
async function competencySchemes(
  tx: Tx,
  schemes: SchemeStore,
  { personId, periodId }: Asked,
): Promise<readonly CompetencyScheme[]> {
  let query = tx.db
    .selectFrom('participants')
    .select(['scheme_id', 'scheme_version'])
    .distinct()
    .where('agency_id', '=', tx.agencyId);
  if (personId) query = query.where('person_id', '=', personId);
  if (periodId) query = query.where('period_id', '=', periodId);
  const found: CompetencyScheme[] = [];
  for (const { scheme_id, scheme_version } of await query.execute()) {
    const compiled = await schemes.load(tx, scheme_id, scheme_version);
    for (const [component, settings] of Object.entries(compiled.scheme.components))
      if (settings.mechanism === 'competencies') found.push({ compiled, component, settings });
  }
  return found;
}

interface Row {
  readonly person_id: string;
  readonly unit_id: string;
  readonly participant_id: string;
  readonly period_id: string;
  readonly period: string;
  readonly ends_on: string;
  readonly ratified_at: Date | null;
  readonly match: unknown;
  readonly levels: unknown;
  readonly post: string | null;
  readonly required: unknown;
}

/**
 * The database takes the few numbers out of each explanation, so that a whole city can be read at once: about half a
 * millisecond a result, nearly all of it for unpacking the explanation.
 */
async function rowsOf(
  tx: Tx,
  { scheme }: CompiledScheme,
  component: string,
  { personId, periodId, isLatestOnly = false }: Asked,
): Promise<readonly Row[]> {
  const ofPerson = personId ? sql`and participants.person_id = ${personId}` : sql``;
  const ofPeriod = periodId ? sql`and participants.period_id = ${periodId}` : sql``;
  const one = isLatestOnly ? sql`distinct on (participants.person_id)` : sql``;
  const { rows } = await sql<Row>`
    select picked.person_id, picked.unit_id, picked.participant_id, picked.period_id, picked.period, picked.ends_on,
      picked.ratified_at, node.found -> 'value' as match,
      (select jsonb_object_agg(child ->> 'code', child -> 'value' -> 'value')
        from jsonb_array_elements(node.found -> 'children') child) as levels,
      results.evidence -> 'scheme' -> ${component} ->> 'post' as post,
      results.evidence -> 'scheme' -> ${component} -> 'required' as required
    from (
      select ${one} participants.person_id, participants.unit_id, participants.id as participant_id,
        periods.id as period_id, periods.name as period, participants.ends_on, results.ratified_at,
        results.id as result_id
      from participants
      join periods on periods.agency_id = ${tx.agencyId} and periods.id = participants.period_id
      join results on results.agency_id = ${tx.agencyId} and results.participant_id = participants.id
        and results.superseded_at is null
      where participants.agency_id = ${tx.agencyId} and participants.state <> 'excluded'
        and periods.state <> 'draft' and participants.scheme_id = ${scheme.id}
        and participants.scheme_version = ${scheme.version} ${ofPerson} ${ofPeriod}
      order by participants.person_id, participants.ends_on desc, participants.id desc
    ) picked
    join results on results.agency_id = ${tx.agencyId} and results.id = picked.result_id
    cross join lateral (
      select jsonb_path_query_first(results.explanation, '$.** ? (@.code == $code)',
        jsonb_build_object('code', ${component}::text)) as found
    ) node
    where node.found is not null`.execute(tx.db);
  return rows;
}

const decimals = z.record(z.string(), z.string().nullable());
const standard = z.record(z.string(), z.number());
const value = z.object({ state: z.string(), value: z.string().optional() });

function assessedOf(
  row: Row,
  { scheme }: CompiledScheme,
  component: string,
  { dictionary, standards = {} }: Competencies,
): Assessed {
  const levels = decimals.parse(row.levels ?? {});
  const post = Object.entries(standards).find(([name]) => name === row.post)?.[1];
  const required = { ...post, ...standard.parse(row.required ?? {}) };
  const match = value.parse(row.match);
  return {
    personId: row.person_id,
    unitId: row.unit_id,
    participantId: row.participant_id,
    periodId: row.period_id,
    period: row.period,
    on: row.ends_on,
    isRatified: row.ratified_at !== null,
    scheme: scheme.title,
    matchPercent: match.state === 'value' ? (match.value ?? null) : null,
    levels: dictionary.flatMap(({ code, label, kind, jobFamily }) => {
      const asked = required[code];
      if (asked === undefined) return [];
      const achieved = levels[`${component}-${code}`];
      return [
        {
          code,
          name: label,
          kind,
          family: jobFamily ?? null,
          achieved: achieved ? (hundredthsOf(achieved) ?? null) : null,
          required: asked,
        },
      ];
    }),
  };
}
