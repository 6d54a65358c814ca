/** A forgotten password: a link by mail where that is possible; the answer is the same in any case. */
import { setTimeout } from 'node:timers/promises';
import type { Context } from 'hono';
import { record } from '#platform/audit/audit.ts';
import { type Accounts, canMail } from './accounts.ts';
import { realEmail } from './commands/add-account.ts';
import { resetRequested } from './events.ts';
import { beginAttempt, networkOf } from './failures.ts';
import { MAIL_INVITATION } from './invitations/mail.ts';
import { membershipsOf } from './memberships.ts';
import { addressOf } from './request.ts';
import { sign } from './secret.ts';
import { findByLogin, normalLogin } from './sign-in.ts';

const FLOOR_MILLISECONDS = 300;

/** Until when no more requests are taken from this network for this login; undefined when it was taken. */
export async function askForReset(accounts: Accounts, c: Context, typed: string): Promise<Date | undefined> {
  const until = await beginAttempt(accounts.database, {
    login: sign(accounts.secret, 'forgotten', normalLogin(typed)),
    network: networkOf(addressOf(accounts, c)),
    device: undefined,
  });
  if (until || !canMail(accounts)) return until;
  // The floor hides whether there was something to do.
  await Promise.all([sendReset(accounts, typed), setTimeout(FLOOR_MILLISECONDS)]);
  return undefined;
}

async function sendReset(accounts: Accounts, typed: string): Promise<void> {
  const account = await findByLogin(accounts, typed);
  if (!account || !realEmail(account.email)) return;
  const [membership] = await membershipsOf(accounts.database, account.id);
  if (!membership) return;
  const { agencyId, personId } = membership;
  await accounts.database.forAgency(agencyId).write(async (tx) => {
    await tx.enqueue(MAIL_INVITATION, { personId, actorId: null }, { key: `invitation:${personId}` });
    await record(tx, resetRequested, {
      actorId: null,
      subject: { kind: 'person', id: personId },
      personId,
      payload: { channel: 'mail' },
    });
  });
}
