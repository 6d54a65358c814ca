/** What sign-in leaves behind and nobody needs: expired sessions and challenges, counters of quiet places. */
import type { Recurring } from '#platform/jobs/jobs.ts';

const DAY = 24 * 60 * 60 * 1000;

export const cleanUpSignIn: Recurring = {
  name: 'accounts.clean-up',
  pattern: '17 * * * *',
  run: async ({ shared, clock }) => {
    const now = new Date();
    await shared.deleteFrom('account_sessions').where('expires_at', '<', now).execute();
    await shared.deleteFrom('account_verifications').where('expires_at', '<', now).execute();
    const quiet = new Date(clock().getTime() - DAY);
    await shared.deleteFrom('sign_in_failures').where('last_at', '<', quiet).execute();
  },
};
