/** Making a report, saying what the agency makes of it, publishing it. A published report is never changed. */
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { fairnessReportPublished } from '../events.ts';
import { findReport, reportYears } from './queries.ts';
import { text } from './text.ts';
import { NO_WORDS, type Report, type ReportWords } from './types.ts';

export const REPORT_TASK = 'fairness-report';

/** A new version; the words of the version before go on. `id` is made when the form is drawn: a second click adds none. */
export async function requestReport(
  tx: Tx,
  actor: Actor,
  { id, year }: { readonly id: string; readonly year: number },
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  if (!(await reportYears(tx)).includes(year)) throw new Refusal(text.yearWrong(), 'year');
  // Two officers at once: the second version is made after the first.
  await tx.db.selectFrom('agencies').select('id').where('id', '=', tx.agencyId).forUpdate().execute();
  const earlier = await tx.db
    .selectFrom('fairness_reports')
    .select(['version', 'words'])
    .where('agency_id', '=', tx.agencyId)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const added = await tx.db
    .insertInto('fairness_reports')
    .values({
      agency_id: tx.agencyId,
      id,
      year,
      version: (earlier?.version ?? 0) + 1,
      state: 'making',
      words: JSON.stringify(earlier?.words ?? NO_WORDS),
      made_by: actor.personId,
      made_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return;
  await enqueueReport(tx, id);
  tx.touch(actor.personId);
}

/** After the runs of the agency that wait already. */
export async function enqueueReport(tx: Tx, reportId: string): Promise<void> {
  const options = { queue: `fairness:${tx.agencyId}`, key: `${REPORT_TASK}:${reportId}`, maxAttempts: 6 };
  await tx.enqueue(REPORT_TASK, { reportId }, options);
}

export async function saveWords(tx: Tx, actor: Actor, id: string, words: ReportWords): Promise<void> {
  const report = await lockedDraft(tx, actor, id);
  await tx.db
    .updateTable('fairness_reports')
    .set({ words: JSON.stringify(words) })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', report.id)
    .execute();
}

/** `paper` was set from the words that are published: whoever changed them meanwhile is told to look again. */
export async function publishReport(
  tx: Tx,
  actor: Actor,
  id: string,
  paper: {
    readonly fileId: string;
    readonly name: string;
    readonly sha256: string;
    readonly byteSize: number;
    readonly words: ReportWords;
  },
): Promise<void> {
  const report = await lockedDraft(tx, actor, id);
  if (JSON.stringify(report.words) !== JSON.stringify(paper.words)) throw new Conflict(text.wordsChanged());
  if (!report.words.foreword.trim()) throw new Refusal(text.forewordMissing(), 'foreword');
  await tx.db
    .insertInto('files')
    .values({
      agency_id: tx.agencyId,
      id: paper.fileId,
      sha256: paper.sha256,
      name: paper.name,
      media_type: 'application/pdf',
      byte_size: paper.byteSize,
      uploaded_by: actor.personId,
      created_at: tx.now,
    })
    .execute();
  await tx.db
    .updateTable('fairness_reports')
    .set({
      state: 'published',
      paper_id: paper.fileId,
      published_by: actor.personId,
      published_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', report.id)
    .execute();
  await record(tx, fairnessReportPublished, {
    actorId: actor.personId,
    subject: { kind: 'fairness-report', id: report.id },
    payload: { year: report.year, version: report.version, sha256: paper.sha256 },
  });
}

async function lockedDraft(tx: Tx, actor: Actor, id: string): Promise<Report> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const found = await findReport(tx, id, { publishedOnly: false });
  if (!found) throw new NotFound();
  await tx.db
    .selectFrom('fairness_reports')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', found.id)
    .forUpdate()
    .execute();
  const report = await findReport(tx, id, { publishedOnly: false });
  if (report?.state !== 'draft')
    throw new Conflict(report?.state === 'published' ? text.isPublished() : text.notReady());
  return report;
}
