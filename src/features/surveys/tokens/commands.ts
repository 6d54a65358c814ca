/** Rights to answer once: rolls of numbered tokens, single ones for a case, and how many of a roll were handed out. */
import type { Actor } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { randomCode } from '#platform/printed-code.ts';
import { surveyEvents } from '../events.ts';
import { type Round, type RoundCounter, requireRound, requireRoundCounter } from '../rounds/queries.ts';
import { text } from '../text.ts';
import { mayManage } from '../transitions.ts';

/** Ten characters of five random bits: 10^15 codes for a handful of tokens. */
export const TOKEN_CODE = 10;
export const MOST_TOKENS = 500;

interface Place {
  readonly roundId: string;
  readonly counterId: string;
}

/** The counter in its round, for an officer of its unit; closed and dropped rounds give no tokens. */
async function requirePlace(
  tx: Tx,
  actor: Actor,
  { roundId, counterId }: Place,
): Promise<{ round: Round; counter: RoundCounter }> {
  const round = await requireRound(tx, actor, roundId, { lock: 'share' });
  const counter = requireRoundCounter(round, counterId);
  if (!mayManage(actor, counter.unitId)) throw new NotAllowed();
  if (round.state !== 'open') throw new Conflict(text.roundNotOpen());
  return { round, counter };
}

/** A roll of `count` tokens, numbered on from the last one of the counter. The same form twice makes one roll. */
export async function makeRoll(
  tx: Tx,
  actor: Actor,
  given: Place & { readonly id: string; readonly count: number },
): Promise<void> {
  const { round, counter } = await requirePlace(tx, actor, given);
  if (!Number.isInteger(given.count) || given.count < 1 || given.count > MOST_TOKENS)
    throw new Refusal(text.tokenCount({ most: MOST_TOKENS }), 'count');
  await lockCounter(tx, round.id, counter.id);
  const known = await tx.db
    .selectFrom('survey_token_blocks')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', given.id)
    .executeTakeFirst();
  if (known) return;
  const last = await tx.db
    .selectFrom('survey_tokens')
    .select((each) => each.fn.max('number').as('number'))
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where('counter_id', '=', counter.id)
    .executeTakeFirst();
  const first = (last?.number ?? 0) + 1;
  const place = {
    agency_id: tx.agencyId,
    round_id: round.id,
    counter_id: counter.id,
    made_by: actor.personId,
  };
  await tx.db
    .insertInto('survey_token_blocks')
    .values({ ...place, id: given.id, first_number: first, size: given.count, made_at: tx.now })
    .execute();
  await tx.db
    .insertInto('survey_tokens')
    .values(
      Array.from({ length: given.count }, (_, index) => ({
        ...place,
        id: newId(),
        block_id: given.id,
        number: first + index,
        code: randomCode(TOKEN_CODE),
        is_used: false,
      })),
    )
    .execute();
  await recordMade(tx, actor, { round, counter, count: given.count });
}

/** One token for a case: asked again for the same case, it is the same token. */
export async function makeCaseToken(
  tx: Tx,
  actor: Actor,
  given: Place & { readonly caseNumber: string },
): Promise<string> {
  const { round, counter } = await requirePlace(tx, actor, given);
  const caseNumber = given.caseNumber.trim();
  if (!caseNumber || caseNumber.length > 60) throw new Refusal(text.caseMissing(), 'case');
  await lockCounter(tx, round.id, counter.id);
  const known = await tx.db
    .selectFrom('survey_tokens')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .where('counter_id', '=', counter.id)
    .where('case_number', '=', caseNumber)
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await tx.db
    .insertInto('survey_tokens')
    .values({
      agency_id: tx.agencyId,
      id,
      round_id: round.id,
      counter_id: counter.id,
      code: randomCode(TOKEN_CODE),
      case_number: caseNumber,
      is_used: false,
      made_by: actor.personId,
    })
    .execute();
  await recordMade(tx, actor, { round, counter, count: 1 });
  return id;
}

async function lockCounter(tx: Tx, roundId: string, counterId: string): Promise<void> {
  await tx.db
    .selectFrom('survey_round_counters')
    .select('counter_id')
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', roundId)
    .where('counter_id', '=', counterId)
    .forUpdate()
    .execute();
}

async function recordMade(
  tx: Tx,
  actor: Actor,
  { round, counter, count }: { round: Round; counter: RoundCounter; count: number },
): Promise<void> {
  await record(tx, surveyEvents.tokensMade, {
    actorId: actor.personId,
    subject: { kind: 'survey-round', id: round.id },
    payload: { round: round.name, counter: counter.name, count },
  });
}

/** Up to which token a roll was handed out: the base of the response rate. */
export async function noteGivenOut(
  tx: Tx,
  actor: Actor,
  given: Place & { readonly blockId: string; readonly count: number },
): Promise<void> {
  const round = await requireRound(tx, actor, given.roundId, { lock: 'share' });
  const counter = requireRoundCounter(round, given.counterId);
  if (!mayManage(actor, counter.unitId)) throw new NotAllowed();
  const block = isId(given.blockId)
    ? await tx.db
        .selectFrom('survey_token_blocks')
        .select('size')
        .where('agency_id', '=', tx.agencyId)
        .where('round_id', '=', round.id)
        .where('counter_id', '=', counter.id)
        .where('id', '=', given.blockId)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!block) throw new NotFound();
  if (!Number.isInteger(given.count) || given.count < 0 || given.count > block.size)
    throw new Refusal(text.givenCount({ size: block.size }), `given-${given.blockId}`);
  await tx.db
    .updateTable('survey_token_blocks')
    .set({ given_out: given.count })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', given.blockId)
    .execute();
}
