/**
 * Everything that was said in a round is released after its last day, in batches of participants: forms from the
 * least number up become measurements, each component shuffled by itself; words are shuffled apart from forms. What
 * was too few is removed unread. Nobody chooses the moment, and nothing is released twice.
 */

import { randomUUID } from 'node:crypto';
import {
  besideOtherVoices,
  measurementsOf,
  type NewMeasurement,
  recordMeasurements,
} from '#features/measurements/index.ts';
import { agencyToday } from '#features/people/index.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { type Round, requireRound } from '../queries.ts';
import { endRound } from './end-round.ts';
import {
  type AnswerContent,
  answersOf,
  removePool,
  type SealedAnswer,
  type Shuffle,
  shuffled,
} from './give.ts';
import { withoutRare } from './rare.ts';
import type { Origin, VoiceKey } from './seal.ts';
import { sealText } from './text.ts';

const PARTICIPANTS_A_BATCH = 50;

export interface ReleaseOptions {
  readonly key: VoiceKey;
  readonly shuffle?: Shuffle;
}

/** Rounds of an agency whose last day is over; safe to run twice, at once, and after being killed in between. */
export async function releaseDueRounds(db: AgencyDb, options: ReleaseOptions): Promise<number> {
  const due = await db.read(async (tx) =>
    tx.db
      .selectFrom('voice_rounds')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where('state', '=', 'asking')
      .where('closes_on', '<', await agencyToday(tx))
      .execute(),
  );
  for (const { id } of due) {
    while (await db.write((tx) => releaseBatch(tx, options, id)));
    await db.write((tx) => endRound(tx, id));
  }
  return due.length;
}

interface Pool {
  readonly id: string;
  readonly participantId: string;
  readonly personId: string;
  readonly voice: string;
  readonly isAnonymous: boolean;
  readonly least: number;
}

/** One batch in one transaction; false when nothing is left. */
async function releaseBatch(tx: Tx, options: ReleaseOptions, roundId: string): Promise<boolean> {
  const round = await requireRound(tx, roundId);
  const pools = await lockPools(tx, roundId);
  if (pools.length === 0) return false;
  const released: Released[] = [];
  for (const pool of pools) {
    const heard = pool.isAnonymous ? await sealedForms(tx, options.key, pool) : await statements(tx, pool);
    const isEnough = heard.length >= pool.least;
    await settlePool(tx, pool, isEnough ? heard.length : null);
    if (isEnough) released.push({ pool, heard });
    else await removePool(tx, pool.id);
  }
  const shuffle = options.shuffle ?? shuffled;
  await keepForms(tx, round, released, shuffle);
  await keepRemarks(tx, released, shuffle);
  return true;
}

async function lockPools(tx: Tx, roundId: string): Promise<readonly Pool[]> {
  const participants = await tx.db
    .selectFrom('voice_pools')
    .select('participant_id')
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', roundId)
    .where('state', '=', 'collecting')
    .orderBy('participant_id')
    .limit(PARTICIPANTS_A_BATCH)
    .execute();
  if (participants.length === 0) return [];
  const rows = await tx.db
    .selectFrom('voice_pools as pool')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.id', '=', 'pool.participant_id')
        .on('participants.agency_id', '=', tx.agencyId),
    )
    .select(['pool.id', 'pool.participant_id', 'pool.voice', 'pool.is_anonymous', 'pool.least'])
    .select('participants.person_id')
    .where('pool.agency_id', '=', tx.agencyId)
    .where('pool.round_id', '=', roundId)
    .where('pool.state', '=', 'collecting')
    .where(
      'pool.participant_id',
      'in',
      participants.map((row) => row.participant_id),
    )
    .orderBy('pool.id')
    .forUpdate('pool')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    participantId: row.participant_id,
    personId: row.person_id,
    voice: row.voice,
    isAnonymous: row.is_anonymous,
    least: row.least,
  }));
}

interface Heard {
  readonly content: AnswerContent;
  /** By remark, in the order of the content. */
  readonly remarkOrigins: readonly (Origin | null)[];
  readonly saidBy: string | null;
}

interface Released {
  readonly pool: Pool;
  readonly heard: readonly Heard[];
}

async function sealedForms(tx: Tx, key: VoiceKey, pool: Pool): Promise<readonly Heard[]> {
  const answers: readonly SealedAnswer[] = await answersOf(tx, key, pool.id);
  return answers.map(({ content, remarkOrigins }) => ({ content, remarkOrigins, saidBy: null }));
}

async function statements(tx: Tx, pool: Pool): Promise<readonly Heard[]> {
  const rows = await tx.db
    .selectFrom('voice_statements as statement')
    .innerJoin('voice_requests as request', (join) =>
      join.onRef('request.id', '=', 'statement.request_id').on('request.agency_id', '=', tx.agencyId),
    )
    .select(['statement.content', 'request.rater_id'])
    .where('statement.agency_id', '=', tx.agencyId)
    .where('request.pool_id', '=', pool.id)
    .orderBy('statement.answered_at')
    .execute();
  return rows.map((row) => {
    // Written by `giveAnswer` alone.
    const content = row.content as unknown as AnswerContent;
    return { content, remarkOrigins: content.remarks.map(() => null), saidBy: row.rater_id };
  });
}

async function settlePool(tx: Tx, pool: Pool, forms: number | null): Promise<void> {
  await tx.db
    .updateTable('voice_pools')
    .set({ state: forms === null ? 'too-few' : 'released', released_forms: forms })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', pool.id)
    .execute();
}

/** Components that enough people spoke to: whoever could not say leaves a component with fewer forms than the pool. */
function componentsOf({ pool, heard }: Released): ReadonlyMap<string, readonly unknown[]> {
  const names = [...new Set(heard.flatMap(({ content }) => Object.keys(content.components)))].sort();
  const forms = names.map((name) => {
    const all = heard.flatMap(({ content }) => content.components[name] ?? []);
    return [name, pool.isAnonymous ? withoutRare(all, pool.least) : all] as const;
  });
  return new Map(forms.filter(([, list]) => list.length >= pool.least));
}

async function keepForms(
  tx: Tx,
  round: Round,
  released: readonly Released[],
  shuffle: Shuffle,
): Promise<void> {
  const former = await measurementsOf(tx, [...new Set(released.map(({ pool }) => pool.participantId))]);
  const values = new Map<string, NewMeasurement>();
  for (const each of released) {
    const { participantId, personId, voice } = each.pool;
    for (const [component, forms] of componentsOf(each)) {
      const place = `${participantId} ${component}`;
      const before = values.get(place)?.value ?? former.get(participantId)?.get(component)?.value;
      const value = besideOtherVoices(before, evidenceOf(voice, shuffle(forms)));
      values.set(place, { participantId, personId, component, value });
    }
  }
  if (values.size === 0) return;
  await recordMeasurements(
    tx,
    { personId: round.createdBy },
    { origin: 'voices', note: sealText.releasedNote(), fileId: null },
    [...values.values()],
  );
}

/** Forms by voice; of teams, each lead's own. */
function evidenceOf(voice: string, forms: readonly unknown[]): unknown {
  const teams = forms.flatMap((form) =>
    typeof form === 'object' && form !== null && 'teams' in form && Array.isArray(form.teams)
      ? form.teams
      : [],
  );
  return teams.length > 0 ? { teams } : { forms: { [voice]: forms } };
}

async function keepRemarks(tx: Tx, released: readonly Released[], shuffle: typeof shuffled): Promise<void> {
  const rows = released.flatMap((each) => {
    const components = componentsOf(each);
    const remarks = each.heard.flatMap(({ content, remarkOrigins, saidBy }) =>
      content.remarks.map(({ item, body }, index) => ({
        item,
        body,
        origin: remarkOrigins[index] ?? null,
        saidBy,
      })),
    );
    return shuffle(remarks.filter(({ item }) => item === '' || components.has(item.split('.')[0] ?? ''))).map(
      ({ item, body, origin, saidBy }, ordinal) => ({
        agency_id: tx.agencyId,
        id: randomUUID(),
        pool_id: each.pool.id,
        ordinal,
        item,
        body,
        said_by: saidBy,
        origin_auditor: origin?.auditor ?? null,
        origin_officer: origin?.officer ?? null,
      }),
    );
  });
  for (let start = 0; start < rows.length; start += 500)
    await tx.db
      .insertInto('voice_remarks')
      .values(rows.slice(start, start + 500))
      .execute();
}
