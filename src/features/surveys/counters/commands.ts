/** An officer's acts on counters: set one up, change it, bind and release those who serve there. */
import { z } from 'zod';
import { type Actor, unitsBelow } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { randomCode } from '#platform/printed-code.ts';
import { civilDate, someText } from '#platform/web/forms.ts';
import { overseesUnit } from '../access.ts';
import { surveyEvents } from '../events.ts';
import { text } from '../text.ts';
import { mayManage } from '../transitions.ts';
import { boundPeople, type Counter, findCounter, peopleOfUnits } from './queries.ts';

const maybeDate = () => z.union([z.literal('').transform(() => null), civilDate()]).default(null);

export const counterForm = z.object({
  unit: someText(36),
  name: someText(120),
  service: someText(200),
  mode: z.enum(['token', 'open']),
  activeFrom: civilDate(),
  activeUntil: maybeDate(),
});
export type CounterInput = z.output<typeof counterForm>;

export const bindingForm = z.object({ person: someText(36), from: civilDate(), until: maybeDate() });

/** Length of a counter's code; tokens are longer, so that one is never taken for the other. */
export const COUNTER_CODE = 6;

/** A counter that this person may know of; a stranger is told that there is none. */
export async function requireCounter(tx: Tx, actor: Actor, id: string): Promise<Counter> {
  const counter = await findCounter(tx, id);
  if (!counter || !overseesUnit(actor, counter.unitId)) throw new NotFound();
  return counter;
}

export async function requireOwnCounter(tx: Tx, actor: Actor, id: string): Promise<Counter> {
  const counter = await requireCounter(tx, actor, id);
  if (!mayManage(actor, counter.unitId)) throw new NotAllowed();
  return counter;
}

/** The same form sent twice makes one counter. */
export async function addCounter(tx: Tx, actor: Actor, id: string, input: CounterInput): Promise<void> {
  await checkCounter(tx, actor, input);
  const made = await tx.db
    .insertInto('survey_counters')
    .values({
      agency_id: tx.agencyId,
      id,
      code: randomCode(COUNTER_CODE),
      ...columnsOf(tx, actor, input),
      created_by: actor.personId,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .executeTakeFirst();
  if (!made.numInsertedOrUpdatedRows) return;
  await record(tx, surveyEvents.counterAdded, {
    actorId: actor.personId,
    subject: { kind: 'survey-counter', id },
    payload: { counter: input.name, unit: await unitName(tx, input.unit) },
  });
}

export async function changeCounter(tx: Tx, actor: Actor, id: string, input: CounterInput): Promise<void> {
  const counter = await requireOwnCounter(tx, actor, id);
  await checkCounter(tx, actor, input);
  if (input.unit !== counter.unitId && (await isInRound(tx, id)))
    throw new Refusal(text.unitIsFixed(), 'unit');
  await tx.db
    .updateTable('survey_counters')
    .set(columnsOf(tx, actor, input))
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .execute();
  await record(tx, surveyEvents.counterChanged, {
    actorId: actor.personId,
    subject: { kind: 'survey-counter', id },
    payload: { counter: input.name, unit: await unitName(tx, input.unit) },
  });
}

function columnsOf(tx: Tx, actor: Actor, input: CounterInput) {
  return {
    unit_id: input.unit,
    name: input.name,
    service: input.service,
    mode: input.mode,
    active_from: input.activeFrom,
    active_until: input.activeUntil,
    updated_by: actor.personId,
    updated_at: tx.now,
  };
}

async function checkCounter(tx: Tx, actor: Actor, input: CounterInput): Promise<void> {
  if (!isId(input.unit) || !mayManage(actor, input.unit)) throw new Refusal(text.chooseUnit(), 'unit');
  await unitName(tx, input.unit);
  if (input.activeUntil !== null && input.activeUntil <= input.activeFrom)
    throw new Refusal(text.endBeforeStart(), 'activeUntil');
}

async function unitName(tx: Tx, id: string): Promise<string> {
  const row = await tx.db
    .selectFrom('units')
    .select('name')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Refusal(text.chooseUnit(), 'unit');
  return row.name;
}

/** Answers of a round count for the unit that the counter belonged to. */
async function isInRound(tx: Tx, counterId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('survey_round_counters')
    .select('round_id')
    .where('agency_id', '=', tx.agencyId)
    .where('counter_id', '=', counterId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function bindPerson(
  tx: Tx,
  actor: Actor,
  given: {
    readonly counterId: string;
    readonly id: string;
    readonly input: z.output<typeof bindingForm>;
    readonly today: string;
  },
): Promise<void> {
  const counter = await requireOwnCounter(tx, actor, given.counterId);
  const { person, from, until } = given.input;
  if (until !== null && until <= from) throw new Refusal(text.endBeforeStart(), 'until');
  const people = await peopleOfUnits(tx, await unitsBelow(tx, [counter.unitId]), given.today);
  if (!people.some((each) => each.id === person)) throw new Refusal(text.choosePerson(), 'person');
  await lockCounter(tx, counter.id);
  const bound = await boundPeople(tx, counter.id);
  if (bound.some((each) => each.id === given.id)) return;
  const overlaps = bound.some(
    (each) =>
      each.personId === person &&
      (each.validUntil === null || each.validUntil > from) &&
      (until === null || until > each.validFrom),
  );
  if (overlaps) throw new Refusal(text.alreadyBound(), 'person');
  await tx.db
    .insertInto('survey_counter_people')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      counter_id: counter.id,
      person_id: person,
      valid_from: from,
      valid_until: until,
      recorded_by: actor.personId,
      recorded_at: tx.now,
    })
    .execute();
  await record(tx, surveyEvents.personBound, {
    actorId: actor.personId,
    subject: { kind: 'survey-counter', id: counter.id },
    personId: person,
    payload: { counter: counter.name, from, until },
  });
}

async function lockCounter(tx: Tx, id: string): Promise<void> {
  await tx.db
    .selectFrom('survey_counters')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

/** Ends today what has begun; a binding that has not begun yet, or begins today, ends the day after it begins. */
export async function releasePerson(
  tx: Tx,
  actor: Actor,
  given: { readonly counterId: string; readonly bindingId: string; readonly today: string },
): Promise<void> {
  const counter = await requireOwnCounter(tx, actor, given.counterId);
  await lockCounter(tx, counter.id);
  const bound = (await boundPeople(tx, counter.id)).find((each) => each.id === given.bindingId);
  if (!bound) throw new NotFound();
  if (bound.validUntil !== null && bound.validUntil <= given.today) return;
  const until = given.today > bound.validFrom ? given.today : addDays(bound.validFrom, 1);
  await tx.db
    .updateTable('survey_counter_people')
    .set({ valid_until: until })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', bound.id)
    .execute();
  await record(tx, surveyEvents.personReleased, {
    actorId: actor.personId,
    subject: { kind: 'survey-counter', id: counter.id },
    personId: bound.personId,
    payload: { counter: counter.name, until },
  });
}
