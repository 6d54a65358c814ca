/**
 * Conflicts between participants of open periods and those who appraise them, kept as rows: what an officer has to
 * decide stays there until it is decided, and what no longer stands is marked as gone.
 */
import { sql } from 'kysely';
import { askingRules, type ConflictKind, type Consequence, consequenceOf } from '#domain/schemes/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { type Conflict, conflictsBetween, pairKey } from '../between.ts';
import type { CaseState } from '../transitions.ts';

export interface Sought {
  readonly people: number;
  readonly found: number;
  /** How many ask for a decision now and did not before. */
  readonly opened: number;
  readonly gone: number;
}

interface Appraised {
  readonly id: string;
  readonly period_id: string;
  readonly person_id: string;
  readonly appraiser_id: string;
  readonly scheme_id: string;
  readonly scheme_version: number;
  readonly period_starts_on: string;
  readonly period_ends_on: string;
}

interface Known {
  readonly id: string;
  readonly participant_id: string;
  readonly rater_id: string;
  readonly kind: ConflictKind;
  readonly source: string;
  readonly declaration_id: string | null;
  readonly since: string;
  readonly consequence: Consequence;
  readonly state: CaseState;
}

/** Every participant of an open period. */
export async function refreshCases(
  tx: Tx,
  schemes: SchemeStore,
  periodId: string,
  today: string,
): Promise<Sought> {
  return refresh(tx, schemes, await appraised(tx, { periodId }), today);
}

/** Only the appraisals of these people, in every open period: after a relation was declared or decided on. */
export async function refreshCasesOf(
  tx: Tx,
  schemes: SchemeStore,
  personIds: readonly string[],
  today: string,
): Promise<Sought> {
  return refresh(tx, schemes, await appraised(tx, { personIds }), today);
}

async function appraised(
  tx: Tx,
  which: { readonly periodId?: string; readonly personIds?: readonly string[] },
): Promise<readonly Appraised[]> {
  const people = which.personIds ? [...which.personIds] : null;
  const { rows } = await sql<Appraised>`
    select participant.id, participant.period_id, participant.person_id, participant.appraiser_id,
      participant.scheme_id, participant.scheme_version,
      period.starts_on as period_starts_on, period.ends_on as period_ends_on
    from participants participant
      join periods period on period.agency_id = ${tx.agencyId} and period.id = participant.period_id
    where participant.agency_id = ${tx.agencyId} and participant.state <> 'excluded'
      and participant.appraiser_id is not null and period.state = 'open'
      and (${which.periodId ?? null}::uuid is null or participant.period_id = ${which.periodId ?? null}::uuid)
      and (${people}::uuid[] is null or participant.person_id = any(${people}::uuid[]))`.execute(tx.db);
  return rows;
}

async function refresh(
  tx: Tx,
  schemes: SchemeStore,
  participants: readonly Appraised[],
  today: string,
): Promise<Sought> {
  const periods = [...new Set(participants.map((each) => each.period_id))];
  for (const periodId of periods.toSorted()) await oneAtATime(tx, periodId);
  const known = new Map(
    (await knownCases(tx, participants)).map((each) => [keyOf(each.participant_id, each), each]),
  );
  const found = await findAll(tx, schemes, participants, today);
  const fresh = found.filter((each) => hasChanged(known.get(each.key), each));
  await upsert(tx, fresh);
  const standing = new Set(found.map((each) => each.key));
  const gone = [...known].flatMap(([key, each]) =>
    !standing.has(key) && (each.state === 'open' || each.state === 'noted') ? [each] : [],
  );
  await markGone(tx, gone);
  const opened = fresh.filter(
    (each) => each.consequence !== 'flag' && !['open', 'settled'].includes(known.get(each.key)?.state ?? ''),
  );
  return { people: participants.length, found: found.length, opened: opened.length, gone: gone.length };
}

/** The daily work and an officer's button may meet: the second sees what the first has left. */
async function oneAtATime(tx: Tx, periodId: string): Promise<void> {
  const key = `conflict-cases:${tx.agencyId}:${periodId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db);
}

async function knownCases(tx: Tx, participants: readonly Appraised[]): Promise<readonly Known[]> {
  const { rows } = await sql<Known>`
    select id, participant_id, rater_id, kind, source, declaration_id, since, consequence, state
    from conflict_cases
    where agency_id = ${tx.agencyId} and participant_id = any(${participants.map((each) => each.id)}::uuid[])`.execute(
    tx.db,
  );
  return rows;
}

interface Found {
  readonly key: string;
  readonly participant: Appraised;
  readonly conflict: Conflict;
  readonly consequence: Consequence;
}

function keyOf(participantId: string, { rater_id, kind }: Pick<Known, 'rater_id' | 'kind'>): string {
  return `${participantId} ${rater_id} ${kind}`;
}

async function findAll(
  tx: Tx,
  schemes: SchemeStore,
  participants: readonly Appraised[],
  today: string,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  const groups = Map.groupBy(
    participants,
    (each) => `${each.period_id} ${each.scheme_id}@${each.scheme_version}`,
  );
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const { scheme } = await schemes.load(tx, first.scheme_id, first.scheme_version);
    const conflicts = await conflictsBetween(
      tx,
      group.map((each) => ({ raterId: each.appraiser_id, rateeId: each.person_id })),
      {
        on: clamp(today, first.period_starts_on, first.period_ends_on),
        contactMonths: askingRules(scheme).contactMonths,
        periodId: first.period_id,
      },
    );
    for (const participant of group)
      for (const conflict of conflicts.get(pairKey(participant.appraiser_id, participant.person_id)) ?? [])
        found.push({
          key: keyOf(participant.id, { rater_id: participant.appraiser_id, kind: conflict.kind }),
          participant,
          conflict,
          consequence: consequenceOf(scheme, conflict.kind),
        });
  }
  return found;
}

function clamp(day: string, from: string, to: string): string {
  if (day < from) return from;
  return day > to ? to : day;
}

function hasChanged(known: Known | undefined, { conflict, consequence }: Found): boolean {
  return (
    !known ||
    known.state === 'gone' ||
    known.consequence !== consequence ||
    known.since !== conflict.since ||
    known.declaration_id !== conflict.id
  );
}

const ROWS_A_STATEMENT = 1000;

/** What was settled stays settled. */
async function upsert(tx: Tx, found: readonly Found[]): Promise<void> {
  for (let start = 0; start < found.length; start += ROWS_A_STATEMENT)
    await tx.db
      .insertInto('conflict_cases')
      .values(
        found.slice(start, start + ROWS_A_STATEMENT).map(({ participant, conflict, consequence }) => ({
          agency_id: tx.agencyId,
          id: newId(),
          period_id: participant.period_id,
          participant_id: participant.id,
          rater_id: participant.appraiser_id,
          kind: conflict.kind,
          source: conflict.source,
          declaration_id: conflict.id,
          since: conflict.since,
          consequence,
          state: consequence === 'flag' ? 'noted' : 'open',
          found_at: tx.now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'participant_id', 'rater_id', 'kind']).doUpdateSet((set) => ({
          source: set.ref('excluded.source'),
          declaration_id: set.ref('excluded.declaration_id'),
          since: set.ref('excluded.since'),
          consequence: set.ref('excluded.consequence'),
          state: sql<string>`case when conflict_cases.state = 'settled' then 'settled' else excluded.state end`,
        })),
      )
      .execute();
}

async function markGone(tx: Tx, gone: readonly Known[]): Promise<void> {
  if (gone.length === 0) return;
  await sql`
    update conflict_cases set state = 'gone'
    where agency_id = ${tx.agencyId} and id = any(${gone.map((each) => each.id)}::uuid[])`.execute(tx.db);
}
