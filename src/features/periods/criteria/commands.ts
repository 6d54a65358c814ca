/** Publishing the criteria of a period, withdrawing the publication, reminding, and confirming that one has read. */
import { type Actor, notify, recordAct, refusalOf } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { type Candidate, candidates, takingPart } from '../candidates.ts';
import { schemesInUse } from '../commands/schemes-in-use.ts';
import { criteriaConfirmed, criteriaPublished, criteriaWithdrawn } from '../events.ts';
import { type Period, requirePeriod } from '../queries.ts';
import { schemeKey } from '../schemes.ts';
import { decidePeriod } from '../transitions.ts';
import { readingOf } from './readers.ts';
import { text } from './text.ts';

const ROWS_A_STATEMENT = 1000;

/** Publishes to everybody who would take part; returns how many were told. */
export async function publishCriteria(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  input: { readonly periodId: string; readonly zone: string },
): Promise<number> {
  const period = await requirePeriod(tx, input.periodId, { lock: true });
  const decision = decidePeriod(period.state, 'publish-criteria', actor);
  if (!decision.ok) throw refusalOf(decision.why);
  if (period.criteriaPublishedOn) throw new Conflict(text.alreadyPublished());
  const today = todayIn(input.zone, tx.now);
  const taking = takingPart(await candidates(tx, period, today)).filter((each) => !each.hasEnded);
  if (taking.length === 0) throw new Refusal(text.nobodyToTell());
  const inUse = await schemesInUse(tx, schemes, period, taking);
  const gone = inUse.find((each) => !each.scheme);
  if (gone) throw new Refusal(text.schemeMissing({ scheme: schemeKey(gone) }));
  await tx.db
    .updateTable('periods')
    .set({ criteria_published_on: today, criteria_published_by: actor.personId })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', period.id)
    .execute();
  await tell(tx, period, taking, `criteria-published:${period.id}:${today}`);
  const act = { process: 'period' as const, subjectId: period.id, actorId: actor.personId };
  await recordAct(tx, { ...act, act: 'publish-criteria' }, decision);
  const people = new Set(taking.map((each) => each.personId)).size;
  await record(tx, criteriaPublished, {
    actorId: actor.personId,
    subject: { kind: 'period', id: period.id },
    payload: { name: period.name, people, schemes: inUse.map(schemeKey) },
  });
  return people;
}

export async function withdrawCriteria(
  tx: Tx,
  actor: Actor,
  input: { readonly periodId: string; readonly reason: string },
): Promise<void> {
  const period = await requirePeriod(tx, input.periodId, { lock: true });
  const decision = decidePeriod(period.state, 'withdraw-criteria', actor, input.reason);
  if (!decision.ok) throw refusalOf(decision.why);
  if (!period.criteriaPublishedOn) throw new Conflict(text.notPublished());
  await tx.db
    .updateTable('periods')
    .set({ criteria_published_on: null, criteria_published_by: null })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', period.id)
    .execute();
  const act = { process: 'period' as const, subjectId: period.id, actorId: actor.personId };
  await recordAct(tx, { ...act, act: 'withdraw-criteria', reason: input.reason }, decision);
  await record(tx, criteriaWithdrawn, {
    actorId: actor.personId,
    subject: { kind: 'period', id: period.id },
    payload: { name: period.name, reason: input.reason.trim() },
  });
}

/** Reminds everybody who has not confirmed, each at most once a day; returns how many. */
export async function remindReaders(
  tx: Tx,
  actor: Actor,
  input: { readonly periodId: string; readonly zone: string },
): Promise<number> {
  const period = await requirePeriod(tx, input.periodId);
  const decision = decidePeriod(period.state, 'remind-readers', actor);
  if (!decision.ok) throw refusalOf(decision.why);
  if (!period.criteriaPublishedOn) throw new Conflict(text.notPublished());
  const today = todayIn(input.zone, tx.now);
  const { waiting } = await readingOf(tx, period.id, takingPart(await candidates(tx, period, today)));
  return tell(tx, period, waiting, `criteria-reminder:${period.id}:${today}`);
}

async function tell(
  tx: Tx,
  period: Period,
  people: readonly Candidate[],
  dedupeKey: string,
): Promise<number> {
  const ids = [...new Set(people.map((each) => each.personId))];
  let told = 0;
  for (let start = 0; start < ids.length; start += ROWS_A_STATEMENT) {
    told += await notify(
      tx,
      ...ids.slice(start, start + ROWS_A_STATEMENT).map((personId) => ({
        personId,
        kind: 'criteria-published' as const,
        parameters: { period: period.name, date: formatDate(period.startsOn) },
        path: `/criteria/${period.id}`,
        dedupeKey,
      })),
    );
  }
  return told;
}

/** The person has read the criteria that hold for them; a second time changes nothing. */
export async function confirmCriteria(
  tx: Tx,
  actor: Actor,
  input: { readonly periodId: string; readonly zone: string; readonly scheme: string },
): Promise<void> {
  const period = await requirePeriod(tx, input.periodId);
  if (!period.criteriaPublishedOn) throw new NotFound();
  const today = todayIn(input.zone, tx.now);
  const own = takingPart(await candidates(tx, period, today, actor.personId)).find(
    (each) => !each.hasEnded && schemeKey(each.scheme) === input.scheme,
  );
  if (!own) throw new NotFound();
  const added = await tx.db
    .insertInto('criteria_confirmations')
    .values({
      agency_id: tx.agencyId,
      period_id: period.id,
      person_id: actor.personId,
      scheme_id: own.scheme.id,
      scheme_version: own.scheme.version,
      confirmed_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'period_id', 'person_id', 'scheme_id', 'scheme_version']).doNothing(),
    )
    .returning('person_id')
    .executeTakeFirst();
  if (!added) return;
  await record(tx, criteriaConfirmed, {
    actorId: actor.personId,
    subject: { kind: 'period', id: period.id },
    personId: actor.personId,
    payload: { name: period.name, scheme: schemeKey(own.scheme) },
  });
}
