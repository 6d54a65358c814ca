/**
 * What an invitation link carries: the agency's code and sixteen random characters (80 bits), such as
 * `kota-contoh-7QM4XRT9WPD2F3HK`. Only a hash of it is kept.
 */
import { inGroups, randomCode, readCode } from '../code.ts';

const LENGTH = 16;

export interface Token {
  readonly agencyCode: string;
  readonly code: string;
}

export function newCode(): string {
  return randomCode(LENGTH);
}

export function tokenText({ agencyCode, code }: Token): string {
  return `${agencyCode}-${code}`;
}

/** As printed for typing: `kota-contoh-7QM4-XRT9-WPD2-F3HK`. */
export function tokenInGroups({ agencyCode, code }: Token): string {
  return `${agencyCode}-${inGroups(code)}`;
}

/** From an address or as somebody typed it, with or without hyphens and spaces; undefined when it cannot be one. */
export function readToken(typed: string): Token | undefined {
  const compact = typed.trim().replace(/\s+/g, '');
  const match = /^([a-z0-9-]*[a-z0-9])-((?:[0-9a-z]-?){15}[0-9a-z])$/i.exec(compact);
  if (!match?.[1] || !match[2]) return undefined;
  return { agencyCode: match[1].toLowerCase(), code: readCode(match[2]) };
}
