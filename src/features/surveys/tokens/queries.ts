import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';

export interface Roll {
  readonly id: string;
  readonly firstNumber: number;
  readonly size: number;
  /** How many were handed out; null stands for all. */
  readonly givenOut: number | null;
  readonly madeAt: Date;
}

export interface Token {
  readonly id: string;
  readonly number: number | null;
  readonly caseNumber: string | null;
  readonly code: string;
}

export async function rollsOf(tx: Tx, roundId: string, counterId: string): Promise<readonly Roll[]> {
  const rows = await tx.db
    .selectFrom('survey_token_blocks')
    .select(['id', 'first_number', 'size', 'given_out', 'made_at'])
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', roundId)
    .where('counter_id', '=', counterId)
    .orderBy('first_number', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    firstNumber: row.first_number,
    size: row.size,
    givenOut: row.given_out,
    madeAt: row.made_at,
  }));
}

/** Tokens of a roll, or the one of this id; never whether they were used. */
export async function tokensOf(
  tx: Tx,
  roundId: string,
  counterId: string,
  of: { readonly rollId: string } | { readonly tokenId: string },
): Promise<readonly Token[]> {
  const id = 'rollId' in of ? of.rollId : of.tokenId;
  if (!isId(id)) return [];
  const rows = await tx.db
    .selectFrom('survey_tokens')
    .select(['id', 'number', 'case_number', 'code'])
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', roundId)
    .where('counter_id', '=', counterId)
    .where('rollId' in of ? 'block_id' : 'id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    caseNumber: row.case_number,
    code: row.code,
  }));
}

/** How many rights to answer were given out, by counter of a round. */
export async function givenOut(tx: Tx, roundId: string): Promise<ReadonlyMap<string, number>> {
  const blocks = await tx.db
    .selectFrom('survey_token_blocks')
    .select(['counter_id', 'size', 'given_out'])
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', roundId)
    .execute();
  const cases = await tx.db
    .selectFrom('survey_tokens')
    .select((each) => ['counter_id', each.fn.countAll<number>().as('count')])
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', roundId)
    .where('block_id', 'is', null)
    .groupBy('counter_id')
    .execute();
  const given = new Map<string, number>();
  const add = (id: string, count: number) => given.set(id, (given.get(id) ?? 0) + count);
  for (const block of blocks) add(block.counter_id, block.given_out ?? block.size);
  for (const each of cases) add(each.counter_id, Number(each.count));
  return given;
}
