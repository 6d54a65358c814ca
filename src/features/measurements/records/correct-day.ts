/** An officer corrects one day of somebody else, with a reason that the employee reads. One transaction. */
import { type Actor, covers } from '#features/people/index.ts';
import { findPeriod, type Participation } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { attendanceCorrected } from '../events.ts';
import { text as measured } from '../text.ts';
import { judging } from './calendar.ts';
import { writeDays } from './days.ts';
import { type DayProposal, proposedDay } from './proposal.ts';
import { refreshPresence } from './refresh.ts';
import { text } from './text.ts';

export async function correctDay(
  tx: Tx,
  actor: Actor,
  schemes: SchemeStore,
  given: {
    readonly participation: Participation;
    readonly date: string;
    readonly proposal: DayProposal;
    readonly reason: string;
  },
): Promise<void> {
  const { participation, date, proposal, reason } = given;
  const personId = participation.person.id;
  if (actor.personId === personId || !covers(actor.officer, participation.unit.id)) throw new NotAllowed();
  const period = await findPeriod(tx, participation.period.id, { lock: true });
  if (period?.state !== 'open') throw new Conflict(measured.notOpen());
  const day = proposedDay(personId, date, proposal, await judging(tx, [personId]));
  const source = { origin: 'officer' as const, note: reason.slice(0, 300), fileId: null };
  await writeDays(tx, actor.personId, source, [{ personId, day }]);
  const note = text.correctedNote({ what: formatDate(date), reason }).slice(0, 300);
  await refreshPresence(tx, schemes, actor, [personId], { origin: 'officer', note, fileId: null });
  await record(tx, attendanceCorrected, {
    actorId: actor.personId,
    subject: { kind: 'attendance-day', id: participation.id },
    personId,
    payload: { date, reason },
  });
  tx.touch(personId, participation.appraiser?.id);
}
