/** Who is asked about one participant. Whether somebody has answered is left out, except for officers. */
import { type AskedVoice, consequenceOf } from '#domain/schemes/index.ts';
import { type Conflict, pairKey } from '#features/conflicts/index.ts';
import { agencyToday, fullName } from '#features/people/index.ts';
import type { ParticipationView } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { namesOf } from '../names.ts';
import type { Round } from '../queries.ts';
import type { RequestState } from '../transitions.ts';
import { conflictsAsked } from './conflicts.ts';
import { type AskingScheme, isLive, type VoiceRules } from './world.ts';

export interface AskedLine {
  readonly requestId: string;
  readonly voice: AskedVoice;
  readonly raterId: string | null;
  readonly name: string;
  /** Post and unit, or the organisation of an outsider. */
  readonly about: string;
  readonly email: string | null;
  readonly source: string;
  readonly addedBy: string | null;
  /** Answered stands as asked for everybody but officers. */
  readonly state: RequestState;
  readonly reason: string | null;
  /** What stands between the two and is only to be known. */
  readonly conflicts: readonly Conflict[];
}

export interface AskedPool {
  readonly rules: VoiceRules;
  readonly state: 'collecting' | 'released' | 'too-few';
  readonly lines: readonly AskedLine[];
}

export interface ChangeLine {
  readonly id: string;
  readonly act: string;
  readonly by: string;
  readonly rater: string;
  readonly reason: string | null;
  readonly at: Date;
}

function requestRows(tx: Tx) {
  return tx.db
    .selectFrom('voice_requests as request')
    .innerJoin('voice_pools as pool', (join) =>
      join.onRef('pool.id', '=', 'request.pool_id').on('pool.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'request.rater_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['request.id', 'request.rater_id', 'request.guest_name', 'request.guest_organisation'])
    .select([
      'request.guest_email',
      'request.source',
      'request.state',
      'request.reason',
      'request.created_by',
    ])
    .select(['pool.voice', 'pool.participant_id'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('request.agency_id', '=', tx.agencyId);
}

/** Lists by voice, in the order of the scheme; voices without a pool yet are empty lists. */
export async function askedPools(
  tx: Tx,
  { participation }: ParticipationView,
  round: Round,
  asking: AskingScheme,
  seesAnswers: boolean,
): Promise<readonly AskedPool[]> {
  const pools = await tx.db
    .selectFrom('voice_pools')
    .select(['voice', 'state'])
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participation.id)
    .execute();
  const rows = await requestRows(tx)
    .where('pool.participant_id', '=', participation.id)
    .orderBy('people.name')
    .orderBy('request.guest_name')
    .execute();
  const names = await namesOf(
    tx,
    rows.map((row) => row.created_by),
  );
  const posts = await postsOf(
    tx,
    rows.flatMap((row) => row.rater_id ?? []),
  );
  const conflicts = await conflictsOf(tx, { participation, round, asking, rows });
  const lines = rows.map((row): AskedLine => {
    const state = row.state as RequestState;
    return {
      requestId: row.id,
      voice: row.voice as AskedVoice,
      raterId: row.rater_id,
      name: row.name === null ? (row.guest_name ?? '') : fullName({ ...row, name: row.name }),
      about: (row.rater_id ? posts.get(row.rater_id) : row.guest_organisation) ?? '',
      email: row.guest_email,
      source: row.source,
      addedBy: row.created_by ? (names.get(row.created_by) ?? null) : null,
      state: state === 'answered' && !seesAnswers ? 'asked' : state,
      reason: row.reason,
      conflicts: (row.rater_id && conflicts.get(row.rater_id)) || [],
    };
  });
  return asking.voices.map((rules) => ({
    rules,
    state: (pools.find(({ voice }) => voice === rules.voice)?.state ?? 'collecting') as AskedPool['state'],
    lines: lines.filter(({ voice }) => voice === rules.voice),
  }));
}

/** By rater: relations that the scheme only wants known. */
async function conflictsOf(
  tx: Tx,
  about: {
    readonly participation: ParticipationView['participation'];
    readonly round: Round;
    readonly asking: AskingScheme;
    readonly rows: readonly {
      readonly rater_id: string | null;
      readonly state: string;
      readonly voice: string;
    }[];
  },
): Promise<ReadonlyMap<string, readonly Conflict[]>> {
  const { participation, asking, rows, round } = about;
  const pairs = rows.flatMap(({ rater_id, state, voice }) =>
    rater_id && isLive({ state: state as RequestState })
      ? [{ raterId: rater_id, rateeId: participation.person.id, as: voice }]
      : [],
  );
  const found = await conflictsAsked(tx, pairs, {
    on: await agencyToday(tx),
    contactMonths: asking.rules.contactMonths,
    periodId: round.periodId,
  });
  return new Map(
    pairs.map(({ raterId, rateeId }) => [
      raterId,
      (found.get(pairKey(raterId, rateeId)) ?? []).filter(
        ({ kind }) => consequenceOf(asking.scheme, kind) !== 'replace',
      ),
    ]),
  );
}

async function postsOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('placements')
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'placements.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .select(['placements.person_id', 'placements.position_name', 'units.name'])
    .where('placements.agency_id', '=', tx.agencyId)
    .where('placements.kind', '=', 'definitive')
    .where('placements.person_id', 'in', [...new Set(personIds)])
    .orderBy('placements.valid_from')
    .execute();
  return new Map(rows.map((row) => [row.person_id, `${row.position_name} · ${row.name}`]));
}

/** What people changed, the latest first. */
export async function changesOf(tx: Tx, participantId: string): Promise<readonly ChangeLine[]> {
  const rows = await tx.db
    .selectFrom('acts')
    .innerJoin('voice_requests as request', (join) =>
      join.onRef('request.id', '=', 'acts.subject_id').on('request.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'acts.actor_id').on('people.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people as rater', (join) =>
      join.onRef('rater.id', '=', 'request.rater_id').on('rater.agency_id', '=', tx.agencyId),
    )
    .select(['acts.id', 'acts.act', 'acts.reason', 'acts.at', 'request.guest_name'])
    .select(['people.name as actor_name', 'rater.name as rater_name'])
    .where('acts.agency_id', '=', tx.agencyId)
    .where('acts.participant_id', '=', participantId)
    .where('acts.process', '=', 'voice-request')
    .orderBy('acts.at', 'desc')
    .orderBy('acts.id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    act: row.act,
    by: row.actor_name ?? 'Tera',
    rater: row.rater_name ?? row.guest_name ?? '',
    reason: row.reason,
    at: row.at,
  }));
}

export interface Asked {
  readonly requestId: string;
  readonly voice: AskedVoice;
  readonly name: string;
  /** Who has answered is shown as asked. */
  readonly state: 'proposed' | 'asked';
}

/** Who is asked about a participant, for pages of other parts: never who has answered. */
export async function askedOf(tx: Tx, participantId: string): Promise<readonly Asked[]> {
  const rows = await requestRows(tx)
    .where('pool.participant_id', '=', participantId)
    .where('request.state', 'in', ['proposed', 'asked', 'answered'])
    .orderBy('people.name')
    .orderBy('request.guest_name')
    .execute();
  return rows.map((row) => ({
    requestId: row.id,
    voice: row.voice as AskedVoice,
    name: row.name === null ? (row.guest_name ?? '') : fullName({ ...row, name: row.name }),
    state: row.state === 'proposed' ? 'proposed' : 'asked',
  }));
}
