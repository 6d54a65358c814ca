/** What an officer does with an attendance file: begin, check again, agree, resume, drop. A job does the work. */
import { type Actor, isOfficer } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { attendanceCalendarChanged } from '../events.ts';
import { bumpRevision, lockRecords } from '../records/calendar.ts';
import { employeesIn } from './people.ts';
import { type AttendanceRun, findRun, isSilent, lockRun, phaseOf, RUN_KIND, type RunInput } from './run.ts';
import { text } from './text.ts';

export interface NewFile {
  readonly id: string;
  readonly fileId: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly machine: string;
  readonly zone: string;
  readonly today: string;
}

/** The same form sent twice is one file. */
export async function beginFile(tx: Tx, actor: Actor, given: NewFile): Promise<void> {
  if (!isOfficer(actor)) throw new NotAllowed();
  const { officer } = actor;
  const input: RunInput = {
    file: { id: given.fileId, sha256: given.sha256, name: given.name },
    machine: given.machine,
    from: null,
    until: null,
    units: officer.kind === 'units' ? [...officer.unitIds] : null,
    zone: given.zone,
    today: given.today,
    step: 'check',
  };
  const inserted = await tx.db
    .insertInto('runs')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      kind: RUN_KIND,
      state: 'waiting',
      input: JSON.stringify(input),
      requested_by: actor.personId,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return;
  await tx.db
    .insertInto('files')
    .values({
      agency_id: tx.agencyId,
      id: given.fileId,
      sha256: given.sha256,
      name: given.name,
      media_type: given.mediaType,
      byte_size: given.byteSize,
      uploaded_by: actor.personId,
      created_at: tx.now,
    })
    .execute();
  await enqueue(tx, given.id);
}

async function own(tx: Tx, actor: Actor, id: string): Promise<AttendanceRun> {
  if (!isOfficer(actor)) throw new NotAllowed();
  await findRun(tx, actor, id);
  return lockRun(tx, id);
}

/** Checks the file anew, in a part of its span where the officer says so. */
export async function checkAgain(
  tx: Tx,
  actor: Actor,
  id: string,
  span: { readonly from: string | null; readonly until: string | null },
): Promise<void> {
  const run = await own(tx, actor, id);
  const phase = phaseOf(run);
  if (phase === 'working') return;
  if (phase !== 'checked') throw new Conflict(text.notChecked());
  await moveOn(tx, run, { ...run.input, ...span, step: 'check' });
}

/** What was shown is recorded; a second click finds it under way or done. */
export async function agreeToFile(tx: Tx, actor: Actor, id: string, report: string): Promise<void> {
  const run = await own(tx, actor, id);
  const phase = phaseOf(run);
  if (phase === 'committed' || (phase === 'working' && run.input.step === 'commit')) return;
  if (phase !== 'checked' || run.result?.report !== report) throw new Conflict(text.notChecked());
  await moveOn(tx, run, { ...run.input, step: 'commit' });
}

/** After a failure, or when whoever worked on it has fallen silent: what was recorded is not recorded again. */
export async function resumeFile(tx: Tx, actor: Actor, id: string): Promise<void> {
  const run = await own(tx, actor, id);
  if (run.state === 'failed' || isSilent(run, tx.now)) await moveOn(tx, run, run.input);
}

export async function dropFile(tx: Tx, actor: Actor, id: string): Promise<void> {
  const run = await own(tx, actor, id);
  if (run.state === 'cancelled') return;
  const phase = phaseOf(run);
  if (phase === 'committed' || (phase === 'working' && run.input.step === 'commit'))
    throw new Conflict(text.notChecked());
  await tx.db
    .updateTable('runs')
    .set({ state: 'cancelled', updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .execute();
}

async function moveOn(tx: Tx, run: AttendanceRun, input: RunInput): Promise<void> {
  await tx.db
    .updateTable('runs')
    .set({ state: 'waiting', input: JSON.stringify(input), done: 0, total: null, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', run.id)
    .execute();
  await enqueue(tx, run.id);
  tx.touch(run.requestedBy);
}

function enqueue(tx: Tx, runId: string): Promise<void> {
  return tx.enqueue(RUN_KIND, { runId }, { key: `${RUN_KIND}:${runId}` });
}

/** Numbers with the NIP of whose they are, for one machine; a former owner of a number loses it. */
export async function assignNumbers(
  tx: Tx,
  actor: Actor,
  given: {
    readonly machine: string;
    readonly numbers: readonly { readonly pin: string; readonly nip: string }[];
  },
): Promise<number> {
  if (!isOfficer(actor)) throw new NotAllowed();
  if (given.numbers.length === 0) return 0;
  const byNip = new Map((await employeesIn(tx, actor.officer)).map((each) => [each.nip, each]));
  for (const { pin, nip } of given.numbers)
    if (!byNip.has(nip)) throw new Refusal(text.pinUnknown({ nip }), `pin-${pin}`);
  await lockRecords(tx);
  for (let start = 0; start < given.numbers.length; start += 1000)
    await tx.db
      .insertInto('attendance_pins')
      .values(
        given.numbers.slice(start, start + 1000).map(({ pin, nip }) => ({
          agency_id: tx.agencyId,
          machine: given.machine,
          pin,
          person_id: byNip.get(nip)?.id ?? '',
          recorded_by: actor.personId,
          recorded_at: tx.now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'machine', 'pin']).doUpdateSet((set) => ({
          person_id: set.ref('excluded.person_id'),
          recorded_by: set.ref('excluded.recorded_by'),
          recorded_at: set.ref('excluded.recorded_at'),
        })),
      )
      .execute();
  await bumpRevision(tx, actor.personId);
  await record(tx, attendanceCalendarChanged, {
    actorId: actor.personId,
    subject: { kind: 'attendance-pins', id: tx.agencyId },
    payload: { what: 'machine-numbers', name: String(given.numbers.length) },
  });
  return given.numbers.length;
}
