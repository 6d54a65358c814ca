/** What this feature does outside requests. */
import { defineTask, type Recurring, type Task } from '#platform/jobs/jobs.ts';
import { type DigestMailer, mailNotifications } from './mail.ts';
import { remindAll } from './reminders.ts';

/** A mail server and the address under which people reach Tera; undefined where letters are not sent. */
export type Letters = { readonly mailer: DigestMailer; readonly baseUrl: string } | undefined;

const MAIL_TASK = 'mail-notifications';

export function overviewTasks(letters: Letters): readonly Task<Record<string, never>>[] {
  return [
    defineTask(MAIL_TASK, {}, async (db) => {
      if (letters) await mailNotifications(db, letters.mailer, letters.baseUrl);
    }),
  ];
}

/** Looks every hour, because seven in the morning comes three times between Sabang and Merauke. */
export function overviewRecurring(letters: Letters): readonly Recurring[] {
  return [
    {
      name: 'remind-deadlines',
      pattern: '5 * * * *',
      run: (database) =>
        remindAll(database, async (db) => {
          if (letters) await db.write((tx) => tx.enqueue(MAIL_TASK, {}, { key: MAIL_TASK }));
        }),
    },
  ];
}
