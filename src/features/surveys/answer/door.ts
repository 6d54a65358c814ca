/** What stands behind a code that somebody scanned or typed: a form, a reason why there is none, or nothing. */
import type { Tx } from '#platform/database/database.ts';
import { COUNTER_CODE } from '../counters/commands.ts';
import { type Counter, findCounter, findCounterByCode } from '../counters/queries.ts';
import { findRound, type Round } from '../rounds/queries.ts';
import { TOKEN_CODE } from '../tokens/commands.ts';

export type Door =
  | {
      readonly kind: 'form';
      readonly round: Round;
      readonly counter: Counter;
      readonly tokenId: string | undefined;
    }
  /** The counter asks for the code on a receipt. */
  | { readonly kind: 'token-needed'; readonly counter: Counter }
  | { readonly kind: 'used'; readonly counter: Counter }
  | { readonly kind: 'early'; readonly counter: Counter; readonly startsOn: string }
  | { readonly kind: 'over'; readonly counter: Counter };

/** Undefined for a code that was never given out. */
export async function doorOf(tx: Tx, code: string, today: string): Promise<Door | undefined> {
  if (code.length === COUNTER_CODE) return counterDoor(tx, code, today);
  return code.length === TOKEN_CODE ? tokenDoor(tx, code, today) : undefined;
}

async function tokenDoor(tx: Tx, code: string, today: string): Promise<Door | undefined> {
  const token = await tx.db
    .selectFrom('survey_tokens')
    .select(['id', 'round_id', 'counter_id', 'is_used'])
    .where('agency_id', '=', tx.agencyId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!token) return undefined;
  const round = await findRound(tx, token.round_id);
  const counter = await findCounter(tx, token.counter_id);
  if (!round || !counter) return undefined;
  if (token.is_used) return { kind: 'used', counter };
  return dated(round, counter, today) ?? { kind: 'form', round, counter, tokenId: token.id };
}

async function counterDoor(tx: Tx, code: string, today: string): Promise<Door | undefined> {
  const counter = await findCounterByCode(tx, code);
  if (!counter) return undefined;
  const rows = await tx.db
    .selectFrom('survey_round_counters')
    .select(['round_id', 'mode', 'ends_on'])
    .where('agency_id', '=', tx.agencyId)
    .where('counter_id', '=', counter.id)
    .where('is_running', '=', true)
    .orderBy('starts_on')
    .execute();
  const held = rows.find((row) => row.ends_on >= today) ?? rows.at(-1);
  const round = held && (await findRound(tx, held.round_id));
  if (!held || !round) return { kind: 'over', counter };
  const closed = dated(round, counter, today);
  if (closed) return closed;
  return held.mode === 'open'
    ? { kind: 'form', round, counter, tokenId: undefined }
    : { kind: 'token-needed', counter };
}

function dated(round: Round, counter: Counter, today: string): Door | undefined {
  if (round.state !== 'open' || today > round.endsOn) return { kind: 'over', counter };
  return today < round.startsOn ? { kind: 'early', counter, startsOn: round.startsOn } : undefined;
}
