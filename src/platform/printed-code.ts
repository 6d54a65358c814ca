/** Codes that are printed and typed again: no letters that look like others, groups of four. */
import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `length` characters of 5 random bits each. */
export function randomCode(length: number): string {
  return codeOf(randomBytes(length));
}

/** One character of 5 bits for each byte. */
export function codeOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => ALPHABET[byte % 32]).join('');
}

/** As typed: spaces, hyphens and case do not matter, O is 0, I and L are 1. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

export function inGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

export function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}
