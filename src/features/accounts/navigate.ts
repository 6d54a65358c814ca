/** Where to go after signing in. */
import { localPath } from '#platform/web/local-path.ts';
import type { Chrome } from '#ui/layout.tsx';
import type { Accounts } from './accounts.ts';
import { membershipsOf } from './memberships.ts';
import type { SignedIn } from './session.ts';

/** Environment of the public routes: the frame of the page is known, a person is not. */
export type PublicEnv = { Variables: { chrome: Chrome; requestId: string } };

/** The page asked for, else the only agency, else the choice of agencies. */
export async function homeOf(accounts: Accounts, accountId: string, back?: string): Promise<string> {
  const asked = localPath(back, '');
  if (asked && asked !== '/') return asked;
  const memberships = await membershipsOf(accounts.database, accountId);
  return memberships.length === 1 && memberships[0] ? `/a/${memberships[0].code}` : '/';
}

/** The frame of a page outside any agency for somebody who is signed in. */
export function chromeFor(chrome: Chrome, signedIn: Pick<SignedIn, 'name'>): Chrome {
  return { ...chrome, person: { name: signedIn.name, unread: 0 } };
}
