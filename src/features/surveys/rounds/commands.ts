/** An officer's acts on a round: draft it, open it, close it early, drop a draft. */
import { z } from 'zod';
import { type Actor, recordAct, unitsBelow } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { civilDate, someText } from '#platform/web/forms.ts';
import { listCounters } from '../counters/queries.ts';
import { surveyEvents } from '../events.ts';
import { text } from '../text.ts';
import { decideRound, mayManage, type RoundAct, rolesFor } from '../transitions.ts';
import { type Extra, findRound, type Round, requireRound } from './queries.ts';

export const MOST_EXTRAS = 5;
/** Fewer than five could be recognised; many more would keep small counters silent for ever. */
export const LEAST_ANSWERS = { lowest: 5, highest: 30 } as const;

/** In the form: a browser refuses an empty choice where one is required. */
export const WHOLE = 'whole';

const checkbox = () =>
  z
    .string()
    .optional()
    .transform((value) => value === 'yes');

export const roundForm = z.object({
  unit: z.string().transform((value) => (value === WHOLE || value === '' ? null : value)),
  name: someText(120),
  startsOn: civilDate(),
  endsOn: civilDate(),
  asksProfile: checkbox(),
  asksWords: checkbox(),
  least: z.coerce.number().int().min(LEAST_ANSWERS.lowest).max(LEAST_ANSWERS.highest),
});

export type RoundInput = z.output<typeof roundForm> & {
  readonly counterIds: readonly string[];
  readonly extras: readonly Extra[];
};

/** `counter-<id>` boxes and `extra-<n>-id`, `extra-<n>-en` fields of the form. */
export function listsOf(fields: Readonly<Record<string, string>>): Pick<RoundInput, 'counterIds' | 'extras'> {
  const counterIds = Object.keys(fields).flatMap((name) =>
    name.startsWith('counter-') ? [name.slice('counter-'.length)] : [],
  );
  const extras = Array.from({ length: MOST_EXTRAS }, (_, index) => ({
    code: `x${index + 1}`,
    id: (fields[`extra-${index + 1}-id`] ?? '').trim().slice(0, 200),
    en: (fields[`extra-${index + 1}-en`] ?? '').trim().slice(0, 200),
  })).filter(({ id }) => id !== '');
  return { counterIds, extras };
}

/** Writes a draft, new or known; the same form sent twice makes one. */
export async function saveRound(tx: Tx, actor: Actor, id: string, input: RoundInput): Promise<void> {
  const known = await findRound(tx, id, { lock: 'update' });
  if (known) {
    await requireRound(tx, actor, id);
    if (!mayManage(actor, known.unitId)) throw new NotAllowed();
    if (known.state !== 'draft') throw new Conflict(text.roundIsOpen());
  }
  const modes = await checkRound(tx, actor, input);
  const columns = {
    unit_id: input.unit,
    name: input.name,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    extras: JSON.stringify(input.extras),
    asks_profile: input.asksProfile,
    asks_words: input.asksWords,
    least_answers: input.least,
    updated_by: actor.personId,
    updated_at: tx.now,
  };
  if (known)
    await tx.db
      .updateTable('survey_rounds')
      .set(columns)
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', id)
      .execute();
  else
    await tx.db
      .insertInto('survey_rounds')
      .values({
        agency_id: tx.agencyId,
        id,
        ...columns,
        question_set: 'service-elements',
        state: 'draft',
        created_by: actor.personId,
        created_at: tx.now,
      })
      .execute();
  await writeCounters(tx, id, input, modes);
  await record(tx, surveyEvents.roundSaved, {
    actorId: actor.personId,
    subject: { kind: 'survey-round', id },
    payload: { round: input.name, startsOn: input.startsOn, endsOn: input.endsOn },
  });
}

/** What stands in the way of a draft; else the counters with their modes. */
async function checkRound(
  tx: Tx,
  actor: Actor,
  input: RoundInput,
): Promise<ReadonlyMap<string, 'token' | 'open'>> {
  if (input.unit !== null && !isId(input.unit)) throw new Refusal(text.chooseUnit(), 'unit');
  if (!mayManage(actor, input.unit)) throw new Refusal(text.chooseUnit(), 'unit');
  if (input.endsOn < input.startsOn) throw new Refusal(text.endBeforeStart(), 'endsOn');
  const below = input.unit === null ? undefined : await unitsBelow(tx, [input.unit]);
  if (below?.size === 0) throw new Refusal(text.chooseUnit(), 'unit');
  const counters = new Map((await listCounters(tx)).map((each) => [each.id, each]));
  const modes = new Map<string, 'token' | 'open'>();
  for (const id of input.counterIds) {
    const counter = counters.get(id);
    if (!counter || !mayManage(actor, counter.unitId)) throw new Refusal(text.chooseCounters(), 'counters');
    if (below && !below.has(counter.unitId))
      throw new Refusal(text.counterElsewhere({ counter: counter.name }), 'counters');
    modes.set(id, counter.mode);
  }
  return modes;
}

async function writeCounters(
  tx: Tx,
  roundId: string,
  input: RoundInput,
  modes: ReadonlyMap<string, 'token' | 'open'>,
): Promise<void> {
  await tx.db
    .deleteFrom('survey_round_counters')
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', roundId)
    .execute();
  if (modes.size === 0) return;
  await tx.db
    .insertInto('survey_round_counters')
    .values(
      [...modes].map(([counter_id, mode]) => ({
        agency_id: tx.agencyId,
        round_id: roundId,
        counter_id,
        mode,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        is_running: false,
      })),
    )
    .execute();
}

/** Opens, drops or closes a round; who may and when stands in the table of transitions. */
export async function actOnRound(
  tx: Tx,
  actor: Actor,
  given: {
    readonly roundId: string;
    readonly act: Exclude<RoundAct, 'end'>;
    readonly reason: string;
    readonly today: string;
  },
): Promise<Round> {
  const round = await requireRound(tx, actor, given.roundId, { lock: 'update' });
  const decision = decideRound(round.state, given.act, rolesFor(actor, round.unitId), given.reason);
  await recordAct(
    tx,
    {
      process: 'survey-round',
      subjectId: round.id,
      act: given.act,
      actorId: actor.personId,
      reason: given.reason,
    },
    decision,
  );
  if (given.act === 'open') await openCounters(tx, round, given.today);
  if (given.act === 'close') await closeCounters(tx, round, given.today);
  await tx.db
    .updateTable('survey_rounds')
    .set({
      state: decision.ok ? decision.to : round.state,
      ...(given.act === 'close' ? { closed_on: closingDay(round, given.today) } : {}),
      updated_by: actor.personId,
      updated_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', round.id)
    .execute();
  await record(tx, surveyEvents.roundActed, {
    actorId: actor.personId,
    subject: { kind: 'survey-round', id: round.id },
    payload: { round: round.name, act: given.act, reason: given.reason.trim() || null },
  });
  tx.touch(actor.personId);
  return round;
}

function closingDay(round: Round, today: string): string {
  return today < round.startsOn ? round.startsOn : today < round.endsOn ? today : round.endsOn;
}

async function openCounters(tx: Tx, round: Round, today: string): Promise<void> {
  if (round.counters.length === 0) throw new Refusal(text.noCounterYet());
  if (round.endsOn < today) throw new Refusal(text.roundIsPast());
  const ids = round.counters.map(({ id }) => id);
  // Two rounds that are opened at once over the same counter: one waits here and then sees the other.
  await tx.db
    .selectFrom('survey_counters')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  const taken = await tx.db
    .selectFrom('survey_round_counters')
    .select('counter_id')
    .where('agency_id', '=', tx.agencyId)
    .where('counter_id', 'in', ids)
    .where('is_running', '=', true)
    .where('starts_on', '<=', round.endsOn)
    .where('ends_on', '>=', round.startsOn)
    .executeTakeFirst();
  const name = taken && round.counters.find(({ id }) => id === taken.counter_id)?.name;
  if (name) throw new Refusal(text.counterTaken({ counter: name }));
  await tx.db
    .updateTable('survey_round_counters')
    .set({ is_running: true })
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .execute();
}

async function closeCounters(tx: Tx, round: Round, today: string): Promise<void> {
  const closed = closingDay(round, today);
  await tx.db
    .updateTable('survey_round_counters')
    .set({ ends_on: closed })
    .where('agency_id', '=', tx.agencyId)
    .where('round_id', '=', round.id)
    .execute();
}
