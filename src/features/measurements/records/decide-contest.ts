/** An officer decides about a contested day or case, or the employee withdraws what they said. One transaction. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, notify, recordAct } from '#features/people/index.ts';
import { findPeriod } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound } from '#platform/errors.ts';
import { recordContestDecided, recordContestWithdrawn } from '../events.ts';
import { text as measured } from '../text.ts';
import { judging } from './calendar.ts';
import { findCase, writeCases } from './cases.ts';
import { actOf, contestRoles, named, nameOf } from './commands.ts';
import { type Contest, findContest } from './contests.ts';
import { writeDays } from './days.ts';
import { proposedCase, proposedDay } from './proposal.ts';
import { refreshCases, refreshPresence } from './refresh.ts';
import { text } from './text.ts';
import { CONTEST, type ContestAct, type ContestRole, type ContestState } from './transitions.ts';

export interface ContestDecision {
  readonly contestId: string;
  readonly act: 'accept' | 'refuse' | 'withdraw';
  readonly reason: string;
}

/** Of two officers who decide at once, one decides; the other is told what it is now. */
export async function decideContest(
  tx: Tx,
  actor: Actor,
  schemes: SchemeStore,
  given: ContestDecision,
): Promise<Contest> {
  const before = await findContest(tx, given.contestId);
  if (!before) throw new NotFound();
  const participant = await tx.db
    .selectFrom('participants')
    .select(['period_id', 'appraiser_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', before.participantId)
    .executeTakeFirstOrThrow();
  const period = await findPeriod(tx, participant.period_id, { lock: true });
  const locked = await tx.db
    .selectFrom('record_contests')
    .select('state')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', before.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const decision = decide<ContestState, ContestAct, ContestRole>(CONTEST, {
    state: locked.state as ContestState,
    act: given.act,
    roles: contestRoles(actor, before),
    reason: given.reason,
  });
  await recordAct(
    tx,
    { ...actOf(before.id, before.participantId, given.act, actor), reason: given.reason },
    decision,
  );
  if (!decision.ok) throw new Conflict(text.changedMeanwhile());
  if (given.act === 'accept' && period?.state !== 'open') throw new Conflict(measured.notOpen());
  const isDecision = given.act !== 'withdraw';
  await tx.db
    .updateTable('record_contests')
    .set({
      state: decision.to,
      decided_by: isDecision ? actor.personId : null,
      decided_at: tx.now,
      decision: given.reason.trim() || null,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', before.id)
    .execute();
  if (given.act === 'accept') await correct(tx, actor, schemes, before);
  const about = {
    participantId: before.participantId,
    component: before.component,
    ...named(before.subject),
  };
  const subject = { kind: 'record-contest', id: before.id };
  const entry = { actorId: actor.personId, subject, personId: before.personId };
  if (given.act === 'withdraw') await record(tx, recordContestWithdrawn, { ...entry, payload: about });
  else {
    await record(tx, recordContestDecided, {
      ...entry,
      payload: {
        ...about,
        outcome: given.act === 'accept' ? 'accepted' : 'refused',
        reason: given.reason.trim(),
      },
    });
    await notify(tx, {
      personId: before.personId,
      kind: given.act === 'accept' ? 'record-contest-accepted' : 'record-contest-refused',
      parameters: { what: nameOf(before.subject), person: actor.name },
      path: `/contests/${before.id}`,
    });
  }
  tx.touch(before.personId, participant.appraiser_id);
  return before;
}

/** The day or case becomes what was proposed, as a new row, and the component is made anew from its rows. */
async function correct(tx: Tx, actor: Actor, schemes: SchemeStore, contest: Contest): Promise<void> {
  const { subject } = contest;
  const note = text.correctedNote({ what: nameOf(subject), reason: contest.reason }).slice(0, 300);
  const source = { origin: 'contest' as const, note: contest.reason.slice(0, 300), fileId: null };
  if (subject.kind === 'day') {
    const judged = await judging(tx, [contest.personId]);
    const day = proposedDay(contest.personId, subject.date, subject.proposal, judged);
    await writeDays(tx, actor.personId, source, [{ personId: contest.personId, day }]);
    await refreshPresence(tx, schemes, actor, [contest.personId], {
      origin: 'officer',
      note,
      fileId: null,
    });
    return;
  }
  const { participantId, component, personId } = contest;
  const former = await currentCase(tx, contest);
  if (!former) throw new Conflict(text.changedMeanwhile());
  const content = proposedCase(former, subject.proposal);
  await writeCases(tx, actor.personId, source, component, [{ participantId, content }]);
  await refreshCases(
    tx,
    actor,
    { participantId, personId, component },
    { origin: 'officer', note, fileId: null },
  );
}

async function currentCase(tx: Tx, { participantId, recordId, component, subject }: Contest) {
  const row = await findCase(tx, participantId, recordId);
  if (row && !row.supersededAt) return row;
  if (subject.kind !== 'case') return undefined;
  const now = await tx.db
    .selectFrom('service_cases')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .where('component', '=', component)
    .where('case_number', '=', subject.number)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return now && findCase(tx, participantId, now.id);
}
