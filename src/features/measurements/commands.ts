/** An officer's acts on measurements: keep an uploaded file, record what it holds, correct one person's value. */
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { type Actor, covers, isOfficer } from '#features/people/index.ts';
import { findPeriod, type Participation, type Period } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { Accepted } from './check-file.ts';
import { currentMeasurements, measurementsOf } from './queries.ts';
import { recordMeasurements } from './record.ts';
import { recordKept } from './records/record-kept.ts';
import { text } from './text.ts';
import { besideOtherVoices, withoutAppraiser } from './voices.ts';

export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
}

/** Keeps the file under the id that the form carried: the same form sent twice is one file. */
export async function keepFile(
  tx: Tx,
  actor: Actor,
  file: StoredFile & { readonly mediaType: string; readonly byteSize: number },
): Promise<void> {
  if (!isOfficer(actor)) throw new NotAllowed();
  await tx.db
    .insertInto('files')
    .values({
      agency_id: tx.agencyId,
      id: file.id,
      sha256: file.sha256,
      name: file.name,
      media_type: file.mediaType,
      byte_size: file.byteSize,
      uploaded_by: actor.personId,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .execute();
}

/** A file that this person uploaded; nobody else goes on with it. */
export async function ownFile(tx: Tx, actor: Actor, id: string): Promise<StoredFile> {
  const row = isId(id)
    ? await tx.db
        .selectFrom('files')
        .select(['id', 'sha256', 'name'])
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', id)
        .where('uploaded_by', '=', actor.personId)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  return row;
}

export async function requireOpen(tx: Tx, periodId: string): Promise<Period> {
  const period = await findPeriod(tx, periodId, { lock: true });
  if (!period) throw new NotFound();
  if (period.state !== 'open') throw new Conflict(text.notOpen());
  return period;
}

/** Records what a checked file holds; the same file a second time changes nothing. */
export async function recordFile(
  tx: Tx,
  actor: Actor,
  schemes: SchemeStore,
  given: {
    readonly periodId: string;
    readonly component: string;
    readonly file: StoredFile;
    readonly accepted: readonly Accepted[];
  },
): Promise<void> {
  if (!isOfficer(actor)) throw new NotAllowed();
  await requireOpen(tx, given.periodId);
  const again = await tx.db
    .selectFrom('measurements')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('file_id', '=', given.file.id)
    .where('component', '=', given.component)
    .limit(1)
    .executeTakeFirst();
  if (again) return;
  if (given.accepted.some(({ kept }) => kept)) return recordKept(tx, actor, schemes, given);
  const known = await measurementsOf(
    tx,
    given.accepted.map((each) => each.subject.participantId),
  );
  const isReleased = ({ subject }: Accepted) =>
    known.get(subject.participantId)?.get(given.component)?.origin === 'voices';
  // What was promised to be released once is not replaced by a file.
  if (given.accepted.some(isReleased)) throw new Refusal(text.voicesFinal());
  await recordMeasurements(
    tx,
    actor,
    { origin: 'file', note: given.file.name, fileId: given.file.id },
    given.accepted.map(({ subject, value }) => ({
      participantId: subject.participantId,
      personId: subject.personId,
      component: given.component,
      value: besideOtherVoices(known.get(subject.participantId)?.get(given.component)?.value, value),
    })),
  );
}

/** Records one person's value of one component, as an officer read it from a paper or corrects it. */
export async function recordByOfficer(
  tx: Tx,
  actor: Actor,
  given: {
    readonly participation: Participation;
    readonly compiled: CompiledScheme;
    readonly component: string;
    readonly value: unknown;
    readonly note: string;
  },
): Promise<void> {
  const { participation, compiled, component } = given;
  const value = withoutAppraiser(given.value);
  if (!covers(actor.officer, participation.unit.id)) throw new NotAllowed();
  await requireOpen(tx, participation.period.id);
  const standing = (await currentMeasurements(tx, participation.id)).get(component);
  if (standing?.origin === 'voices') throw new Refusal(text.voicesFinal());
  const note = given.note.trim();
  if (!note) throw new Refusal(text.noteMissing(), 'note');
  const [problem] = compiled.evaluate({ [component]: value }).problems;
  if (problem) throw new Refusal(`${inLocale(problem.what)}; ${inLocale(problem.remedy)}`, 'value');
  await recordMeasurements(tx, actor, { origin: 'officer', note, fileId: null }, [
    { participantId: participation.id, personId: participation.person.id, component, value },
  ]);
}
