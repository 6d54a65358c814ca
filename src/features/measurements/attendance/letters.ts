/** Letters that excuse days: recorded one by one or from a file, withdrawn with the days read again. */
import { EXCUSES, type Excuse, PARTS, type Part } from '#domain/attendance/index.ts';
import { type Actor, isOfficer, requireScope } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record, recordAll } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { attendanceLetterRecorded, attendanceLetterWithdrawn } from '../events.ts';
import { bumpRevision, lockRecords } from '../records/calendar.ts';
import { type Employee, employeesIn } from './people.ts';
import { readDaysAgain } from './recompute.ts';
import { text } from './text-calendar.ts';

export interface NewLetter {
  readonly id: string;
  readonly personId: string;
  readonly kind: Excuse;
  readonly part: Part;
  readonly from: string;
  readonly until: string;
  readonly number: string;
}

/** The same letter sent twice is one. */
export async function recordLetters(
  tx: Tx,
  actor: Actor,
  schemes: SchemeStore,
  letters: readonly NewLetter[],
): Promise<number> {
  if (!isOfficer(actor)) throw new NotAllowed();
  if (letters.length === 0) return 0;
  await requireScope(tx, actor, [...new Set(letters.map(({ personId }) => personId))]);
  await lockRecords(tx);
  const inserted = new Set<string>();
  for (let start = 0; start < letters.length; start += 1000) {
    const rows = await tx.db
      .insertInto('attendance_letters')
      .values(
        letters.slice(start, start + 1000).map((letter) => ({
          agency_id: tx.agencyId,
          id: letter.id,
          person_id: letter.personId,
          kind: letter.kind,
          part: letter.part,
          starts_on: letter.from,
          ends_on: letter.until,
          number: letter.number,
          recorded_by: actor.personId,
          recorded_at: tx.now,
        })),
      )
      .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
      .returning('id')
      .execute();
    for (const { id } of rows) inserted.add(id);
  }
  const fresh = letters.filter(({ id }) => inserted.has(id));
  if (fresh.length === 0) return 0;
  await bumpRevision(tx, actor.personId);
  await recordAll(
    tx,
    attendanceLetterRecorded,
    fresh.map(({ id, personId, kind, from, until, number }) => ({
      actorId: actor.personId,
      subject: { kind: 'attendance-letter', id },
      personId,
      payload: { kind, from, until, number },
    })),
  );
  for (const { personId, from, until, number } of fresh)
    await readDaysAgain(tx, schemes, actor.personId, {
      personIds: [personId],
      from,
      until,
      note: text.letterNote({ number }),
    });
  tx.touch(...fresh.map(({ personId }) => personId));
  return fresh.length;
}

export async function withdrawLetter(tx: Tx, actor: Actor, schemes: SchemeStore, id: string): Promise<void> {
  if (!isOfficer(actor)) throw new NotAllowed();
  if (!isId(id)) throw new NotFound();
  await lockRecords(tx);
  const row = await tx.db
    .selectFrom('attendance_letters')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  await requireScope(tx, actor, [row.person_id]);
  if (row.withdrawn_at) return;
  await tx.db
    .updateTable('attendance_letters')
    .set({ withdrawn_by: actor.personId, withdrawn_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .execute();
  await bumpRevision(tx, actor.personId);
  await record(tx, attendanceLetterWithdrawn, {
    actorId: actor.personId,
    subject: { kind: 'attendance-letter', id },
    personId: row.person_id,
    payload: { from: row.starts_on, until: row.ends_on, number: row.number },
  });
  await readDaysAgain(tx, schemes, actor.personId, {
    personIds: [row.person_id],
    from: row.starts_on,
    until: row.ends_on,
    note: text.letterWithdrawnNote({ number: row.number }),
  });
  tx.touch(row.person_id);
}

export interface LetterLine {
  readonly id: string;
  readonly person: Employee;
  readonly kind: Excuse;
  readonly part: Part;
  readonly from: string;
  readonly until: string;
  readonly number: string;
  readonly isWithdrawn: boolean;
}

/** Letters of those in the officer's scope, latest first. */
export async function lettersIn(tx: Tx, actor: Actor, limit = 200): Promise<readonly LetterLine[]> {
  const people = new Map((await employeesIn(tx, actor.officer)).map((each) => [each.id, each]));
  const rows = await tx.db
    .selectFrom('attendance_letters')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .orderBy('starts_on', 'desc')
    .orderBy('id')
    .limit(5000)
    .execute();
  return rows
    .flatMap((row): LetterLine[] => {
      const person = people.get(row.person_id);
      const kind = EXCUSES.find((each) => each === row.kind);
      const part = PARTS.find((each) => each === row.part);
      if (!person || !kind || !part) return [];
      return [
        {
          id: row.id,
          person,
          kind,
          part,
          from: row.starts_on,
          until: row.ends_on,
          number: row.number,
          isWithdrawn: row.withdrawn_at !== null,
        },
      ];
    })
    .slice(0, limit);
}
