/**
 * The one-time code in the link of somebody without an account: sixteen random characters (80 bits), made when the
 * letter is written. Only its hash is kept; the code ends with the form that it sends.
 */
import { hashCode, randomCode, readCode } from '#features/accounts/index.ts';

const LENGTH = 16;

export function newGuestCode(): string {
  return randomCode(LENGTH);
}

export function guestHash(code: string): string {
  return hashCode(code);
}

/** Address of the form on this site: `/voices/kota-contoh/7QM4XRT9WPD2F3HK`. */
export function guestPath(agencyCode: string, code: string): string {
  return `/voices/${agencyCode}/${code}`;
}

/** As it stands in an address or was typed from a letter; undefined when it cannot be a code. */
export function readGuestCode(typed: string): string | undefined {
  const code = readCode(typed);
  return /^[0-9A-Z]{16}$/.test(code) ? code : undefined;
}
