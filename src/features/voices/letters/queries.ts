/** How the letters of a round stand. */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';

export const LETTER_STATES = ['waiting', 'sent', 'refused', 'bounced'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

export interface LetterCounts {
  readonly byState: Readonly<Record<LetterState, number>>;
  readonly total: number;
  /** People and outsiders who are asked and have no address at all. */
  readonly withoutAddress: number;
}

export async function letterCounts(tx: Tx, roundId: string): Promise<LetterCounts> {
  const { rows } = await sql<{ state: LetterState; count: number }>`
    select l.state, count(*) as count from voice_letters l
    join voice_requests q on q.agency_id = ${tx.agencyId} and q.id = l.request_id
    join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id and o.round_id = ${roundId}
    where l.agency_id = ${tx.agencyId} and l.state <> 'replaced' group by l.state`.execute(tx.db);
  const counted = new Map(rows.map((row) => [row.state, row.count]));
  const { rows: bare } = await sql<{ count: number }>`
    select count(distinct coalesce(q.rater_id, q.id)) as count from voice_requests q
    join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id and o.round_id = ${roundId}
    left join people p on p.agency_id = ${tx.agencyId} and p.id = q.rater_id
    where q.agency_id = ${tx.agencyId} and q.state = 'asked'
      and coalesce(nullif(q.guest_email, ''), nullif(p.email, '')) is null`.execute(tx.db);
  const byState = {
    waiting: counted.get('waiting') ?? 0,
    sent: counted.get('sent') ?? 0,
    refused: counted.get('refused') ?? 0,
    bounced: counted.get('bounced') ?? 0,
  };
  return {
    byState,
    total: Object.values(byState).reduce((sum, each) => sum + each, 0),
    withoutAddress: bare[0]?.count ?? 0,
  };
}

export interface FailedLetter {
  readonly id: string;
  readonly roundId: string;
  readonly requestId: string;
  readonly name: string;
  readonly unitId: string;
  readonly address: string;
  readonly state: 'refused' | 'bounced';
  readonly kind: string;
  readonly problem: string;
}

export const LETTERS_A_PAGE = 50;

/** Letters that did not arrive, oldest first. */
export async function failedLetters(
  tx: Tx,
  where: { readonly roundId?: string; readonly id?: string; readonly after?: string },
): Promise<readonly FailedLetter[]> {
  const { rows } = await sql<{
    id: string;
    round_id: string;
    request_id: string;
    name: string;
    unit_id: string;
    address: string;
    state: 'refused' | 'bounced';
    kind: string;
    problem: string | null;
  }>`
    select l.id, o.round_id, l.request_id, coalesce(q.guest_name, p.name) as name, t.unit_id, l.address, l.state,
      l.kind, l.problem
    from voice_letters l
    join voice_requests q on q.agency_id = ${tx.agencyId} and q.id = l.request_id
    join voice_pools o on o.agency_id = ${tx.agencyId} and o.id = q.pool_id
    join participants t on t.agency_id = ${tx.agencyId} and t.id = o.participant_id
    left join people p on p.agency_id = ${tx.agencyId} and p.id = q.rater_id
    where l.agency_id = ${tx.agencyId} and l.state in ('refused', 'bounced')
      and (${where.roundId ?? null}::uuid is null or o.round_id = ${where.roundId ?? null}::uuid)
      and (${where.id ?? null}::uuid is null or l.id = ${where.id ?? null}::uuid)
      and (${where.after ?? null}::uuid is null or l.id > ${where.after ?? null}::uuid)
    order by l.id limit ${LETTERS_A_PAGE + 1}`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    roundId: row.round_id,
    requestId: row.request_id,
    name: row.name,
    unitId: row.unit_id,
    address: row.address,
    state: row.state,
    kind: row.kind,
    problem: row.problem ?? '',
  }));
}
