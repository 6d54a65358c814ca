/**
 * The one-time code in the link of somebody without an account, as `guestCodeOf` makes it for the letter. The database
 * keeps its hash; the code ends with the form that it sends.
 */
import { hashCode, readCode } from '#platform/printed-code.ts';

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
