/** Tells raters that they are asked, once each however many people it is about, and hands letters to the mail. */
import { sql } from 'kysely';
import { type NotificationKind, notify } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { formatDate } from '#platform/locale/format.ts';

/** A statement takes eight parameters a person. */
const PEOPLE_A_STATEMENT = 2000;
export const LETTERS_TASK = 'voices.prepare-letters';

export interface Telling {
  readonly id: string;
  readonly periodName: string;
  readonly closesOn: string;
  readonly kind: Extract<NotificationKind, 'voice-asked' | 'voice-reminder'>;
  /** Only these; everybody of the round where it is left out. */
  readonly raterIds?: readonly string[];
  /** Told again under another key; otherwise once a round. */
  readonly key?: string;
}

interface Rater {
  readonly rater_id: string;
  readonly count: number;
  readonly request_id: string;
}

/** How many people of the agency were told; outsiders get their letter. */
export async function tellRaters(tx: Tx, telling: Telling): Promise<number> {
  const raters = await openFor(tx, telling);
  const key = telling.key ?? `${telling.kind}:${telling.id}`;
  for (let start = 0; start < raters.length; start += PEOPLE_A_STATEMENT)
    await notify(
      tx,
      ...raters.slice(start, start + PEOPLE_A_STATEMENT).map((rater) => ({
        personId: rater.rater_id,
        kind: telling.kind,
        parameters: {
          period: telling.periodName,
          date: formatDate(telling.closesOn),
          count: String(rater.count),
        },
        path: rater.count === 1 ? `/voices/${rater.request_id}` : '/voices',
        dedupeKey: key,
      })),
    );
  await tx.enqueue(
    LETTERS_TASK,
    { roundId: telling.id, kind: telling.kind === 'voice-asked' ? 'invitation' : 'reminder' },
    { key: `${LETTERS_TASK}:${telling.id}:${telling.kind}` },
  );
  return raters.length;
}

/** People with an account who still have a form to give in this round. */
async function openFor(tx: Tx, { id, raterIds }: Telling): Promise<readonly Rater[]> {
  const only = raterIds ? [...raterIds] : null;
  const { rows } = await sql<Rater>`
    select q.rater_id, count(*) as count, min(q.id::text) as request_id
    from voice_requests q
    join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id and o.round_id = ${id}
    join people p on p.agency_id = ${tx.agencyId} and p.id = q.rater_id and p.account_id is not null
    where q.agency_id = ${tx.agencyId} and q.state = 'asked'
      and (${only}::uuid[] is null or q.rater_id = any(${only}::uuid[]))
    group by q.rater_id order by q.rater_id`.execute(tx.db);
  return rows;
}

/** How many people of the agency still have a form to give. */
export async function countOpenRaters(tx: Tx, roundId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct q.rater_id) as count from voice_requests q
    join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id
    where q.agency_id = ${tx.agencyId} and o.round_id = ${roundId} and q.state = 'asked'`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
