/**
 * Invitations by e-mail, as a job. The code is made when the letter is sent, so it never lies in the queue; a
 * second attempt after a failure makes a new code and ends the first.
 */
import { z } from 'zod';
import type { AgencyDb } from '#platform/database/database.ts';
import { defineTask, type Task } from '#platform/jobs/jobs.ts';
import { formatInstant } from '#platform/locale/format.ts';
import type { Accounts } from '../accounts.ts';
import { realEmail } from '../commands/add-account.ts';
import { text } from '../text.ts';
import { createInvitations } from './create.ts';
import { tokenText } from './tokens.ts';

export const MAIL_INVITATION = 'accounts.mail-invitation';

const shape = { personId: z.uuid(), actorId: z.uuid().nullable() };

export interface MailInvitation {
  readonly personId: string;
  /** The officer who invites; null when the person asked themselves (a forgotten password). */
  readonly actorId: string | null;
}

export function mailInvitationTask(accounts: Accounts): Task<MailInvitation> {
  return defineTask(MAIL_INVITATION, shape, (db, payload) => mailInvitation(accounts, db, payload));
}

async function mailInvitation(accounts: Accounts, db: AgencyDb, { personId, actorId }: MailInvitation) {
  const { mailer, baseUrl } = accounts;
  if (!mailer || !baseUrl)
    throw new Error('no mail server is configured: set TERA_SMTP_URL and TERA_BASE_URL');
  const ready = await db.write(async (tx) => {
    const person = await tx.db
      .selectFrom('people')
      .innerJoin('agencies', 'agencies.id', 'people.agency_id')
      .leftJoin('account_users', 'account_users.id', 'people.account_id')
      .select(['people.name', 'people.email', 'agencies.name as agency', 'agencies.zone'])
      .select(['account_users.id as accountId', 'account_users.email as accountEmail'])
      .where('people.agency_id', '=', tx.agencyId)
      .where('people.id', '=', personId)
      .where('people.ended_on', 'is', null)
      .executeTakeFirst();
    // Whoever has an account is written to at the address they sign in with, not at one changed since.
    const to = person?.accountEmail ? realEmail(person.accountEmail) : person?.email;
    if (!person || !to) return undefined;
    const [invitation] = await createInvitations(tx, actorId, [personId], 'mail');
    return invitation && { person, to, invitation };
  });
  if (!ready) return;
  const { person, to, invitation } = ready;
  const words = {
    name: person.name,
    agency: person.agency,
    link: `${baseUrl}/invitations/${tokenText(invitation.token)}`,
    until: formatInstant(invitation.expiresAt, person.zone),
  };
  const isReset = person.accountId !== null;
  await mailer.send({
    to,
    subject: isReset ? text.resetMailSubject() : text.inviteMailSubject({ agency: person.agency }),
    body: isReset ? text.resetMailBody(words) : text.inviteMailBody(words),
  });
}
