/** Letters as jobs: rows first, then sending, one sender a round. */
import { z } from 'zod';
import { defineTask, type Task } from '#platform/jobs/jobs.ts';
import type { Mailer } from '#platform/mail/mail.ts';
import type { VoiceKey } from '../sealed/index.ts';
import { prepareLetters } from './prepare.ts';
import { sendLetters } from './send.ts';

export const PREPARE_LETTERS = 'voices.prepare-letters';
export const SEND_LETTERS = 'voices.send-letters';

/** `post` is missing where the installation has no mail server: the letters wait and the page says so. */
export function letterTasks(options: {
  readonly key: VoiceKey;
  readonly post: { readonly mailer: Mailer; readonly baseUrl: string } | undefined;
}) {
  const { key, post } = options;
  const prepare = defineTask(
    PREPARE_LETTERS,
    { roundId: z.uuid(), kind: z.enum(['invitation', 'reminder']) },
    (db, input) =>
      db.write(async (tx) => {
        await prepareLetters(tx, key, input);
        if (post) await tx.enqueue(SEND_LETTERS, { roundId: input.roundId }, sendOptions(input.roundId));
      }),
  );
  const send = defineTask(SEND_LETTERS, { roundId: z.uuid() }, async (db, { roundId }) => {
    if (post) await sendLetters(db, { ...post, key }, roundId);
  });
  // biome-ignore lint/suspicious/noExplicitAny: each task checks its own payload; the list only holds them.
  return [prepare, send] as readonly Task<any>[];
}

export function sendOptions(roundId: string) {
  return { key: `${SEND_LETTERS}:${roundId}`, queue: `${SEND_LETTERS}:${roundId}`, maxAttempts: 12 };
}
