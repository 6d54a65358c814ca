/** An officer's acts on the dictionary. A change is one more version; what an assessment used is never touched. */
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { competenciesAdopted, competencyRecorded, competencyRestored, competencyRetired } from '../events.ts';
import {
  type Competency,
  type CompetencyContent,
  codeOf,
  contentOf,
  isSameContent,
  type TypedContent,
} from './model.ts';
import { versionsOf } from './queries.ts';
import { type ShippedCompetency, shippedCompetencies } from './shipped.ts';
import { text } from './text.ts';
import { insertVersion, type NewVersion, rowOf } from './write-version.ts';

export function requireDictionaryOfficer(actor: Actor): void {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
}

/** Takes competencies that come with Tera into the dictionary; those that are there already stay as they are. */
export async function adoptShipped(tx: Tx, actor: Actor, codes: readonly string[]): Promise<number> {
  requireDictionaryOfficer(actor);
  const chosen = shippedCompetencies().filter(({ code }) => codes.includes(code));
  if (chosen.length === 0) throw new Refusal(text.nothingChosen(), 'codes');
  const rows = await tx.db
    .insertInto('competency_versions')
    .values(chosen.map((each) => rowOf(tx, actor, first(each))))
    .onConflict((conflict) => conflict.columns(['agency_id', 'code', 'version']).doNothing())
    .returning('code')
    .execute();
  if (rows.length === 0) return 0;
  await record(tx, competenciesAdopted, {
    actorId: actor.personId,
    subject: { kind: 'competency-dictionary', id: tx.agencyId },
    payload: { codes: rows.map((row) => row.code) },
  });
  return rows.length;
}

function first({ code, ...content }: ShippedCompetency): NewVersion {
  return {
    id: newId(),
    code,
    version: 1,
    content,
    isActive: true,
    origin: 'shipped',
    note: '',
    fileId: null,
  };
}

/** Writes a new technical competency; returns its code. */
export async function addCompetency(
  tx: Tx,
  actor: Actor,
  given: { readonly id: string; readonly typed: TypedContent },
): Promise<string> {
  requireDictionaryOfficer(actor);
  const code = codeOf(given.typed.name);
  if (!code) throw new Refusal(text.nameWithoutLetters(), 'name');
  const own = await tx.db
    .selectFrom('competency_versions')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('code', '=', code)
    .where('version', '=', 1)
    .executeTakeFirst();
  if (own && own.id !== given.id) throw new Refusal(text.nameTaken({ name: given.typed.name }), 'name');
  const content = contentOf(given.typed, undefined);
  const isNew = await insertVersion(tx, actor, {
    id: given.id,
    code,
    version: 1,
    content,
    isActive: true,
    origin: 'officer',
    note: '',
    fileId: null,
  });
  if (isNew) await recordOne(tx, actor, given.id, { code, version: 1, name: content.name, note: '' });
  return code;
}

interface Change {
  readonly id: string;
  readonly code: string;
  /** The version that the officer had before them. */
  readonly seen: number;
}

/** Writes the next version of a competency, with why. */
export async function changeCompetency(
  tx: Tx,
  actor: Actor,
  given: Change & { readonly typed: TypedContent; readonly note: string },
): Promise<void> {
  requireDictionaryOfficer(actor);
  const before = await seenVersion(tx, given);
  if (before === 'sent-before') return;
  const content = contentOf(given.typed, before);
  if (isSameContent(before, content)) throw new Refusal(text.nothingChanged(), 'form');
  const note = given.note.trim();
  if (!note) throw new Refusal(text.noteMissing(), 'note');
  const version = given.seen + 1;
  const next = {
    ...given,
    version,
    content,
    isActive: before.isActive,
    origin: 'officer',
    note,
    fileId: null,
  } as const;
  if (!(await insertVersion(tx, actor, next))) return;
  await recordOne(tx, actor, given.id, { code: given.code, version, name: content.name, note });
}

async function recordOne(
  tx: Tx,
  actor: Actor,
  id: string,
  payload: Pick<NewVersion, 'code' | 'version' | 'note'> & Pick<CompetencyContent, 'name'>,
): Promise<void> {
  await record(tx, competencyRecorded, {
    actorId: actor.personId,
    subject: { kind: 'competency', id },
    payload: { ...payload, file: null },
  });
}

/** The version that was seen, when it still is the latest. */
async function seenVersion(tx: Tx, { id, code, seen }: Change): Promise<Competency | 'sent-before'> {
  const [latest, ...older] = await versionsOf(tx, code);
  if (!latest) throw new NotFound();
  if ([latest, ...older].some((each) => each.id === id)) return 'sent-before';
  if (latest.version !== seen) throw new Conflict(text.changedMeanwhile());
  return latest;
}

/** Takes a competency out of use or back into it; new standards and outcomes then name it no more, or again. */
export async function setActive(
  tx: Tx,
  actor: Actor,
  given: Change & { readonly isActive: boolean; readonly reason: string },
): Promise<void> {
  requireDictionaryOfficer(actor);
  const before = await seenVersion(tx, given);
  if (before === 'sent-before') return;
  const reason = given.reason.trim();
  if (!reason) throw new Refusal(text.reasonMissing(), 'reason');
  if (before.isActive === given.isActive) throw new Conflict(text.changedMeanwhile());
  const version = given.seen + 1;
  const { isActive, id, code } = given;
  const next = {
    id,
    code,
    version,
    content: before,
    isActive,
    origin: before.origin,
    note: reason,
    fileId: null,
  };
  if (!(await insertVersion(tx, actor, next))) return;
  await record(tx, isActive ? competencyRestored : competencyRetired, {
    actorId: actor.personId,
    subject: { kind: 'competency', id },
    payload: { code, version, name: before.name, reason },
  });
}
