/** A file whose lines are kept one by one: the days or cases become rows, and the component is made from all of them. */
import { judgeStated } from '#domain/attendance/index.ts';
import type { Actor } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { recordAll } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Accepted } from '../check-file.ts';
import { attendanceRecorded } from '../events.ts';
import { judging } from './calendar.ts';
import { writeCases } from './cases.ts';
import { type DayToWrite, writeDays } from './days.ts';
import { refreshCases, refreshPresence } from './refresh.ts';

interface Given {
  readonly component: string;
  readonly file: { readonly id: string; readonly name: string };
  readonly accepted: readonly Accepted[];
}

export async function recordKept(
  tx: Tx,
  actor: Actor,
  schemes: SchemeStore,
  { component, file, accepted }: Given,
): Promise<void> {
  const source = { origin: 'file' as const, note: file.name, fileId: file.id };
  const people = accepted.map(({ subject }) => subject.personId);
  const judged = await judging(tx, people);
  const days: DayToWrite[] = [];
  const cases: Parameters<typeof writeCases>[4][number][] = [];
  for (const { subject, kept } of accepted) {
    if (kept?.kind === 'days')
      for (const stated of kept.days) {
        const shift = judged.shiftOf(subject.personId, stated.date);
        const day = judgeStated(stated, { shift, letters: judged.lettersOf(subject.personId) });
        // A file that lists a day says that it was one of work, whatever the calendar here says.
        days.push({
          personId: subject.personId,
          day: day.status === 'off' ? { ...day, status: stated.status, excuse: stated.excuse } : day,
        });
      }
    if (kept?.kind === 'cases')
      for (const { id, ...times } of kept.cases)
        cases.push({
          participantId: subject.participantId,
          content: { number: id, ...times, isCounted: true },
        });
  }
  await writeDays(tx, actor.personId, source, days);
  if (days.length > 0) {
    await recordAll(tx, attendanceRecorded, eventsOf(actor, file, days));
    await refreshPresence(tx, schemes, actor, people, source);
  }
  await writeCases(tx, actor.personId, source, component, cases);
  for (const { subject, kept } of accepted) {
    if (kept?.kind !== 'cases') continue;
    const { participantId, personId } = subject;
    await refreshCases(tx, actor, { participantId, personId, component }, source);
  }
}

/** One line of the record for each person of a file. */
export function eventsOf(
  actor: Pick<Actor, 'personId'>,
  file: { readonly id: string; readonly name: string },
  days: readonly DayToWrite[],
) {
  return [...Map.groupBy(days, ({ personId }) => personId)].map(([personId, own]) => {
    const dates = own.map(({ day }) => day.date).sort();
    return {
      actorId: actor.personId,
      subject: { kind: 'file', id: file.id },
      personId,
      payload: {
        file: file.name,
        from: dates[0] ?? '',
        until: dates.at(-1) ?? '',
        days: own.length,
      },
    };
  });
}
