/** Writes what a checked spreadsheet of competencies holds: all of it, or nothing where the dictionary has changed. */
import { createHash } from 'node:crypto';
import type { Actor } from '#features/people/index.ts';
import { record, recordAll } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { competenciesImported, competencyRecorded } from '../events.ts';
import { requireDictionaryOfficer } from './commands.ts';
import { contentOf, type TypedContent } from './model.ts';
import { dictionaryOf } from './queries.ts';
import { text } from './text.ts';
import { type NewVersion, rowOf } from './write-version.ts';

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
