/** A letter a day to whoever has unread notifications and an address, where the installation has a mail server. */

import type { NotificationKind } from '#features/people/index.ts';
import { fullName } from '#features/people/index.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { messages } from '#platform/locale/messages.ts';
import { notificationSentence } from './notification-text.ts';

/** What this feature asks of a mailer. */
export interface DigestMailer {
  send(mail: { readonly to: string; readonly subject: string; readonly body: string }): Promise<void>;
}

const text = messages({
  subject: {
    id: '{count} pemberitahuan dari Tera',
    en: { one: '{count} notification from Tera', other: '{count} notifications from Tera' },
  },
  greeting: { id: 'Yth. {name},', en: 'Dear {name},' },
  intro: { id: 'Yang baru untuk Anda di {agency}:', en: 'New for you at {agency}:' },
  open: { id: 'Buka Tera: {address}', en: 'Open Tera: {address}' },
  why: {
    id: 'Surat ini dikirim paling banyak sekali sehari dan hanya bila ada yang belum Anda baca.',
    en: 'This letter is sent at most once a day, and only when something is unread.',
  },
});

/** Lines in one letter; the rest stands in Tera. */
const MOST_LINES = 20;

/**
 * Sends the letters of one agency. A letter and its mark are one transaction: what the mail server refused stays
 * unmarked and is tried again with the next run.
 */
export async function mailNotifications(
  db: AgencyDb,
  mailer: DigestMailer,
  baseUrl: string,
): Promise<number> {
  const people = await db.read(peopleWithNews);
  const failures: unknown[] = [];
  let sent = 0;
  for (const personId of people) {
    try {
      if (await db.write((tx) => mailPerson(tx, personId, mailer, baseUrl))) sent += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} letters were not sent`);
  return sent;
}

async function peopleWithNews(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('notifications')
    .innerJoin('people', (join) =>
      join
        .onRef('people.id', '=', 'notifications.person_id')
        .on('people.agency_id', '=', tx.agencyId)
        .on('people.email', 'is not', null)
        .on('people.ended_on', 'is', null),
    )
    .select('notifications.person_id')
    .distinct()
    .where('notifications.agency_id', '=', tx.agencyId)
    .where('notifications.read_at', 'is', null)
    .where('notifications.mailed_at', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}

async function mailPerson(tx: Tx, personId: string, mailer: DigestMailer, baseUrl: string): Promise<boolean> {
  const rows = await tx.db
    .updateTable('notifications')
    .set({ mailed_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where('mailed_at', 'is', null)
    .returning(['kind', 'parameters', 'created_at'])
    .execute();
  const person = await tx.db
    .selectFrom('people')
    .select(['name', 'title_before', 'title_after', 'email'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', personId)
    .executeTakeFirst();
  if (rows.length === 0 || !person?.email) return false;
  const agency = await tx.db
    .selectFrom('agencies')
    .select(['code', 'name'])
    .where('id', '=', tx.agencyId)
    .executeTakeFirstOrThrow();
  const sentences = rows
    .sort((one, other) => other.created_at.getTime() - one.created_at.getTime())
    .map((row) =>
      notificationSentence(row.kind as NotificationKind, row.parameters as Record<string, string>),
    );
  const lines = [
    text.greeting({ name: fullName(person) }),
    '',
    text.intro({ agency: agency.name }),
    ...sentences.slice(0, MOST_LINES).map((sentence) => `- ${sentence}`),
    '',
    text.open({ address: `${baseUrl}/a/${agency.code}/notifications` }),
    '',
    text.why(),
  ];
  const subject = text.subject({ count: rows.length });
  await mailer.send({ to: person.email, subject, body: lines.join('\n') });
  return true;
}
