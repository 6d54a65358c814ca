/**
 * Whoever starts a fresh installation reads a key on its console; a stranger on the network cannot claim it.
 * The key is derived from the installation's secret, so every process and every start shows the same one, nothing
 * needs to be stored, and it is worth nothing as soon as there is an agency.
 */
import type { Accounts } from './accounts.ts';
import { inGroups, readCode } from './code.ts';
import { hasAgency } from './commands/first-run.ts';
import { equals, sign } from './secret.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function keyOf(secret: string): string {
  const bytes = Buffer.from(sign(secret, 'setup', 'first-run'), 'base64url').subarray(0, 16);
  return [...bytes].map((byte) => ALPHABET[byte % 32]).join('');
}

export function isSetupKey(secret: string, typed: string): boolean {
  return equals(readCode(typed), keyOf(secret));
}

/** The address to print at start while nobody has set the installation up; undefined afterwards. */
export async function setupLink(accounts: Accounts, origin: string): Promise<string | undefined> {
  if (await hasAgency(accounts.database)) return undefined;
  return `${origin}/start?key=${inGroups(keyOf(accounts.secret))}`;
}
