/** An officer's acts on the dictionary. A change is one more version; what an assessment used is never touched. */
import { createHash } from 'node:crypto';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { record, recordAll } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import {
  competenciesAdopted,
  competenciesImported,
  competencyRecorded,
  competencyRestored,
  competencyRetired,
} from '../events.ts';
import {
  type Competency,
  type CompetencyContent,
  codeOf,
  contentOf,
  isSameContent,
  type Origin,
  type TypedContent,
} from './model.ts';
import { dictionaryOf, versionsOf } from './queries.ts';
import { type ShippedCompetency, shippedCompetencies } from './shipped.ts';
import { text } from './text.ts';

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

interface NewVersion {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly content: CompetencyContent;
  readonly isActive: boolean;
  readonly origin: Origin;
  readonly note: string;
  readonly fileId: string | null;
}

function rowOf(tx: Tx, actor: Actor, { content, ...each }: NewVersion) {
  return {
    agency_id: tx.agencyId,
    id: each.id,
    code: each.code,
    version: each.version,
    kind: content.kind,
    family: content.family && JSON.stringify(content.family),
    name: JSON.stringify(content.name),
    definition: JSON.stringify(content.definition),
    levels: JSON.stringify(content.levels),
    is_active: each.isActive,
    origin: each.origin,
    note: each.note,
    file_id: each.fileId,
    recorded_by: actor.personId,
    recorded_at: tx.now,
  };
}

/** False where this very form was sent before; whoever wrote another version meanwhile is noticed. */
async function insertVersion(tx: Tx, actor: Actor, version: NewVersion): Promise<boolean> {
  const made = await tx.db
    .insertInto('competency_versions')
    .values(rowOf(tx, actor, version))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) return true;
  const same = await tx.db
    .selectFrom('competency_versions')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', version.id)
    .executeTakeFirst();
  if (same) return false;
  throw new Conflict(text.changedMeanwhile());
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

/** What a checked file would write: the typed words with the version that was before the officer, 0 for a new one. */
export interface FileEntry {
  readonly code: string;
  readonly seen: number;
  readonly typed: TypedContent;
}

/** Writes what a checked file holds; the same file a second time changes nothing. */
export async function recordDictionaryFile(
  tx: Tx,
  actor: Actor,
  given: {
    readonly file: { readonly id: string; readonly name: string };
    readonly entries: readonly FileEntry[];
    readonly seen: string;
  },
): Promise<{ readonly added: number; readonly changed: number }> {
  requireDictionaryOfficer(actor);
  const again = await tx.db
    .selectFrom('competency_versions')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('file_id', '=', given.file.id)
    .limit(1)
    .executeTakeFirst();
  if (again) return { added: 0, changed: 0 };
  if (seenOf(given.entries) !== given.seen) throw new Conflict(text.changedMeanwhile());
  const known = new Map((await dictionaryOf(tx)).map((each) => [each.code, each]));
  const news = given.entries.map((entry): NewVersion => {
    const before = known.get(entry.code);
    if ((before?.version ?? 0) !== entry.seen) throw new Conflict(text.changedMeanwhile());
    return {
      id: newId(),
      code: entry.code,
      version: entry.seen + 1,
      content: contentOf(entry.typed, before),
      isActive: true,
      origin: 'file',
      note: given.file.name,
      fileId: given.file.id,
    };
  });
  if (news.length === 0) return { added: 0, changed: 0 };
  const made = await tx.db
    .insertInto('competency_versions')
    .values(news.map((each) => rowOf(tx, actor, each)))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  if (made.length < news.length) throw new Conflict(text.changedMeanwhile());
  const counts = {
    added: news.filter((each) => each.version === 1).length,
    changed: news.filter((each) => each.version > 1).length,
  };
  await recordFile(tx, actor, given.file, news, counts);
  return counts;
}

async function recordFile(
  tx: Tx,
  actor: Actor,
  file: { readonly id: string; readonly name: string },
  news: readonly NewVersion[],
  counts: { readonly added: number; readonly changed: number },
): Promise<void> {
  await record(tx, competenciesImported, {
    actorId: actor.personId,
    subject: { kind: 'file', id: file.id },
    payload: { file: file.name, ...counts },
  });
  await recordAll(
    tx,
    competencyRecorded,
    news.map(({ id, code, version, content }) => ({
      actorId: actor.personId,
      subject: { kind: 'competency', id },
      payload: { code, version, name: content.name, note: '', file: file.name },
    })),
  );
}

/** What was shown of a file, in short: sent back with the form. */
export function seenOf(entries: readonly FileEntry[]): string {
  const hash = createHash('sha256');
  for (const { code, seen } of entries) hash.update(`${code} ${seen}\n`);
  return hash.digest('base64url');
}
