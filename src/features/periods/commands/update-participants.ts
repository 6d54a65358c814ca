/** Brings the participants of an open period up to today's personnel data: an officer's act, seen before it is done. */
import { sql } from 'kysely';
import { type Actor, isAgencyOfficer, notify } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed } from '#platform/errors.ts';
import { type Candidate, candidates } from '../candidates.ts';
import { type ParticipantChanges, participantChanges, type Removed } from '../changes.ts';
import { participantChanged, participantsUpdated } from '../events.ts';
import { type Period, requirePeriod } from '../queries.ts';
import { text } from '../text.ts';
import { insertParticipants } from './open-period.ts';

const ROWS_A_STATEMENT = 1000;

/** What would change if the participants were updated now. */
export async function pendingChanges(tx: Tx, period: Period, zone: string): Promise<ParticipantChanges> {
  const all = await candidates(tx, period, todayIn(zone, tx.now));
  const known = new Set(all.flatMap((each) => (each.participant ? [each.participant.id] : [])));
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'participants.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .select(['participants.id', 'participants.person_id', 'people.name', 'units.name as unit_name'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.period_id', '=', period.id)
    .where('participants.state', '=', 'active')
    .execute();
  const dropped: Removed[] = rows
    .filter((row) => !known.has(row.id))
    .map((row) => ({
      participantId: row.id,
      personId: row.person_id,
      name: row.name,
      unitName: row.unit_name,
    }));
  return participantChanges(all, dropped);
}

/** Applies exactly the changes whose fingerprint was shown; refused when they are others by now. */
export async function updateParticipants(
  tx: Tx,
  actor: Actor,
  periodId: string,
  input: { readonly fingerprint: string; readonly zone: string },
): Promise<number> {
  const period = await requirePeriod(tx, periodId, { lock: true });
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  if (period.state !== 'open') throw new Conflict(text.periodNotOpen());
  const changes = await pendingChanges(tx, period, input.zone);
  if (changes.fingerprint !== input.fingerprint) throw new Conflict(text.changedMeanwhile());
  if (changes.count === 0) return 0;
  await insertParticipants(tx, period, changes.added);
  await writeKnown(tx, changes);
  await dropParticipants(tx, changes.dropped);
  await recordChanges(tx, actor, period, changes);
  await tellThem(tx, period, changes.appraiser);
  return changes.count;
}

/** One statement a thousand participants; `values` of parameters only, so that it runs unchanged on a cluster. */
async function writeKnown(tx: Tx, changes: ParticipantChanges): Promise<void> {
  const all = [...new Set([...changes.moved, ...changes.appraiser, ...changes.detail])];
  for (let start = 0; start < all.length; start += ROWS_A_STATEMENT) {
    const rows = all.slice(start, start + ROWS_A_STATEMENT).map((each) => {
      // Who has moved keeps the appraiser under whom the work was done.
      const keeps = each.hasEnded ? each.participant : null;
      const appraiserId = keeps ? keeps.appraiserId : (each.appraiser?.id ?? null);
      const superiorId = keeps ? keeps.superiorId : each.superiorId;
      const state = each.hasEnded ? 'moved' : 'active';
      return sql`(${each.participant?.id}::uuid, ${each.unitId}::uuid, ${appraiserId}::uuid, ${superiorId}::uuid,
        ${each.startsOn}::date, ${each.endsOn}::date, ${state}::text)`;
    });
    await sql`
      update participants set unit_id = v.unit_id, appraiser_id = v.appraiser_id, superior_id = v.superior_id,
        starts_on = v.starts_on, ends_on = v.ends_on, state = v.state
      from (values ${sql.join(rows)}) as v (id, unit_id, appraiser_id, superior_id, starts_on, ends_on, state)
      where participants.agency_id = ${tx.agencyId} and participants.id = v.id`.execute(tx.db);
  }
}

async function dropParticipants(tx: Tx, dropped: readonly Removed[]): Promise<void> {
  if (dropped.length === 0) return;
  await tx.db
    .updateTable('participants')
    .set({ state: 'excluded', excluded_reason: text.droppedReason() })
    .where('agency_id', '=', tx.agencyId)
    .where(
      'id',
      'in',
      dropped.map((each) => each.participantId),
    )
    .execute();
}

async function recordChanges(
  tx: Tx,
  actor: Actor,
  period: Period,
  changes: ParticipantChanges,
): Promise<void> {
  await record(tx, participantsUpdated, {
    actorId: actor.personId,
    subject: { kind: 'period', id: period.id },
    payload: {
      name: period.name,
      added: changes.added.length,
      moved: changes.moved.length,
      appraiserChanged: changes.appraiser.length,
      dropped: changes.dropped.length,
    },
  });
  const about = (
    person: { participantId: string; personId: string },
    change: 'moved' | 'dropped' | 'appraiser' | 'dates' | 'unit',
    from: string | null,
    to: string | null,
  ) =>
    record(tx, participantChanged, {
      actorId: actor.personId,
      subject: { kind: 'participant', id: person.participantId },
      personId: person.personId,
      payload: { period: period.name, change, from, to, reason: null },
    });
  const idsOf = (each: Candidate) => ({
    participantId: each.participant?.id ?? '',
    personId: each.personId,
  });
  for (const each of changes.moved)
    await about(idsOf(each), 'moved', each.participant?.endsOn ?? null, each.endsOn);
  for (const each of changes.appraiser)
    await about(idsOf(each), 'appraiser', each.participant?.appraiserId ?? null, each.appraiser?.id ?? null);
  for (const each of changes.detail)
    await about(idsOf(each), 'dates', null, `${each.startsOn}/${each.endsOn}`);
  for (const each of changes.dropped) {
    await about(each, 'dropped', null, null);
    tx.touch(each.personId);
  }
}

async function tellThem(tx: Tx, period: Period, changed: readonly Candidate[]): Promise<void> {
  for (let start = 0; start < changed.length; start += ROWS_A_STATEMENT) {
    await notify(
      tx,
      ...changed.slice(start, start + ROWS_A_STATEMENT).flatMap((each) => {
        const path = `/appraisals/${each.participant?.id}/plan`;
        const kind = 'appraiser-changed' as const;
        return [
          {
            personId: each.personId,
            kind,
            parameters: { person: each.appraiser?.name ?? text.none(), period: period.name },
            path,
          },
        ];
      }),
    );
  }
}
