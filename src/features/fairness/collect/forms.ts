/**
 * Every form of a period whose rater is known: the appraiser's result, a second look, a voice that speaks with its
 * name. Voices without a name are not here and cannot be: who gave which form is kept nowhere.
 */
import { sql } from 'kysely';
import type { Bilingual } from '#domain/bilingual.ts';
import type { Explanation } from '#domain/explanation.ts';
import { itemsOfAppraiser, itemsOfVoice, type RatedItem } from '#domain/ratings/given.ts';
import type { CompiledScheme, Scheme } from '#domain/schemes/index.ts';
import { agencyZone } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';

/** Roles of a named rater, in the order of the fixed part of the model. */
export const RATER_ROLES = ['appraiser', 'second-appraiser', 'appraiser-superior', 'team-lead'] as const;
export type RaterRole = (typeof RATER_ROLES)[number];

export interface Form {
  readonly participantId: string;
  readonly raterId: string;
  readonly role: RaterRole;
  /** Civil date on which it was given. */
  readonly on: string;
  /** At least one. */
  readonly items: readonly RatedItem[];
}

export interface Rated {
  readonly participantId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly appraiserId: string | null;
  readonly predicate: string;
  /** Local category; null under the national scheme. */
  readonly category: string | null;
  /** Local score, a decimal; null under the national scheme. */
  readonly score: string | null;
}

/** The forms under one scheme version of the period: scores of two schemes are not comparable. */
export interface Block {
  readonly compiled: CompiledScheme;
  readonly rated: readonly Rated[];
  readonly forms: readonly Form[];
  readonly labels: ReadonlyMap<string, Bilingual>;
}

export async function collectForms(
  tx: Tx,
  schemes: SchemeStore,
  periodId: string,
  /** Only forms about these people. */
  only: { readonly participantIds?: readonly string[] } = {},
): Promise<readonly Block[]> {
  const asked: Asked = {
    periodId,
    zone: await agencyZone(tx),
    participantIds: only.participantIds ? [...only.participantIds] : null,
  };
  const results = await resultRows(tx, asked);
  const looks = await lookRows(tx, asked);
  const statements = await statementRows(tx, asked);
  const blocks: Block[] = [];
  const bySchemes = Map.groupBy(results, (row) => `${row.scheme_id}@${row.scheme_version}`);
  for (const own of [...bySchemes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rows]) => rows)) {
    const [first] = own;
    if (!first) continue;
    const compiled = await schemes.load(tx, first.scheme_id, first.scheme_version);
    blocks.push(blockOf(compiled, own, { looks, statements }));
  }
  return blocks;
}

function blockOf(
  compiled: CompiledScheme,
  results: readonly ResultRow[],
  others: { readonly looks: readonly LookRow[]; readonly statements: readonly StatementRow[] },
): Block {
  const { scheme } = compiled;
  const here = new Set(results.map((row) => row.participant_id));
  const forms = [
    ...results.map((row) => appraiserForm(scheme, row, 'appraiser')),
    ...others.looks.map((row) => appraiserForm(scheme, row, 'second-appraiser')),
    ...others.statements.map((row) => voiceForm(scheme, row)),
  ].filter((form) => here.has(form.participantId) && form.items.length > 0);
  return {
    compiled,
    rated: results.map((row) => ({
      participantId: row.participant_id,
      personId: row.person_id,
      unitId: row.unit_id,
      appraiserId: row.appraiser_id,
      predicate: row.predicate,
      category: row.category,
      score: row.score,
    })),
    forms,
    labels: new Map(forms.flatMap(({ items }) => items.map(({ code, label }) => [code, label]))),
  };
}

function appraiserForm(scheme: Scheme, row: GivenRow, role: RaterRole): Form {
  return {
    participantId: row.participant_id,
    raterId: row.rater_id,
    role,
    on: row.on,
    // Written by the scheme engine and by nothing else.
    items: itemsOfAppraiser(scheme, row.explanation as Explanation),
  };
}

function voiceForm(scheme: Scheme, row: StatementRow): Form {
  const role = RATER_ROLES.find((each) => each === row.voice) ?? 'team-lead';
  const items = itemsOfVoice(scheme, row.components ?? {});
  return { participantId: row.participant_id, raterId: row.rater_id, role, on: row.on, items };
}

interface Asked {
  readonly periodId: string;
  readonly zone: string;
  readonly participantIds: string[] | null;
}

interface GivenRow {
  readonly participant_id: string;
  readonly rater_id: string;
  readonly on: string;
  readonly explanation: unknown;
}

interface ResultRow extends GivenRow {
  readonly person_id: string;
  readonly unit_id: string;
  readonly appraiser_id: string | null;
  readonly scheme_id: string;
  readonly scheme_version: number;
  readonly predicate: string;
  readonly category: string | null;
  readonly score: string | null;
}

type LookRow = GivenRow;

interface StatementRow extends Omit<GivenRow, 'explanation'> {
  readonly voice: string;
  readonly components: Readonly<Record<string, unknown>> | null;
}

/** Where an objection was decided, the appraiser's own last version is the appraiser's form. */
async function resultRows(tx: Tx, asked: Asked): Promise<readonly ResultRow[]> {
  const { periodId, zone, participantIds } = asked;
  const { rows } = await sql<ResultRow>`
    select current.participant_id, own.given_by as rater_id,
      to_char(own.given_at at time zone ${zone}, 'YYYY-MM-DD') as on, own.explanation,
      participant.person_id, participant.unit_id, participant.appraiser_id, current.scheme_id,
      current.scheme_version, current.predicate, current.category, current.score
    from results current
      join participants participant
        on participant.agency_id = ${tx.agencyId} and participant.id = current.participant_id
      join lateral (
        select given_by, given_at, explanation from results version
        where version.agency_id = ${tx.agencyId} and version.participant_id = current.participant_id
          and not exists (
            select 1 from objections objection
            where objection.agency_id = ${tx.agencyId} and objection.new_result_id = version.id)
        order by version.version desc limit 1
      ) own on true
    where current.agency_id = ${tx.agencyId} and participant.period_id = ${periodId}
      and participant.state <> 'excluded' and current.superseded_at is null
      and (${participantIds}::uuid[] is null or current.participant_id = any(${participantIds}::uuid[]))
    order by current.participant_id`.execute(tx.db);
  return rows;
}

async function lookRows(tx: Tx, asked: Asked): Promise<readonly LookRow[]> {
  const { periodId, zone, participantIds } = asked;
  const { rows } = await sql<LookRow>`
    select participant_id, appraiser_id as rater_id,
      to_char(given_at at time zone ${zone}, 'YYYY-MM-DD') as on, explanation
    from second_looks
    where agency_id = ${tx.agencyId} and period_id = ${periodId} and state = 'given' and explanation is not null
      and appraiser_id is not null
      and (${participantIds}::uuid[] is null or participant_id = any(${participantIds}::uuid[]))
    order by participant_id, id`.execute(tx.db);
  return rows;
}

/** Only what was released, and only of voices with a name. */
async function statementRows(tx: Tx, asked: Asked): Promise<readonly StatementRow[]> {
  const { periodId, zone, participantIds } = asked;
  const { rows } = await sql<StatementRow>`
    select pool.participant_id, request.rater_id, pool.voice, statement.content -> 'components' as components,
      to_char(statement.answered_at at time zone ${zone}, 'YYYY-MM-DD') as on
    from voice_statements statement
      join voice_requests request
        on request.agency_id = ${tx.agencyId} and request.id = statement.request_id and request.rater_id is not null
      join voice_pools pool on pool.agency_id = ${tx.agencyId} and pool.id = request.pool_id
      join participants participant
        on participant.agency_id = ${tx.agencyId} and participant.id = pool.participant_id
    where statement.agency_id = ${tx.agencyId} and participant.period_id = ${periodId}
      and pool.state = 'released' and not pool.is_anonymous
      and (${participantIds}::uuid[] is null or pool.participant_id = any(${participantIds}::uuid[]))
    order by pool.participant_id, request.id`.execute(tx.db);
  return rows;
}
