/**
 * Card numbers and addresses are compared and never kept: what is stored is a hash under a key that stands outside
 * the database and differs by agency, so that a copy of the database tells no number and no address.
 */
import { createHmac } from 'node:crypto';

/** A family card number has 16 digits; undefined for anything else. Dots, spaces and apostrophes are left out. */
export function normalCard(typed: string): string | undefined {
  const digits = typed.replace(/[\s.'’-]/g, '');
  return /^\d{16}$/.test(digits) ? digits : undefined;
}

const WORDS: Readonly<Record<string, string>> = {
  jl: 'jalan',
  jln: 'jalan',
  gg: 'gang',
  no: 'nomor',
  nmr: 'nomor',
  perum: 'perumahan',
  komp: 'kompleks',
  kec: 'kecamatan',
  kel: 'kelurahan',
  ds: 'desa',
};
const SHORTEST = 12;

/**
 * An address as it is compared: `Jl. Mawar No. 05, RT 01/RW 02` → `jalan mawar nomor 5 rt 1 rw 2`. Undefined where it
 * is too general to say that two people live in one house: without any number, or a few letters.
 */
export function normalAddress(typed: string): string | undefined {
  const words = typed
    .toLowerCase()
    .normalize('NFKC')
    .replace(/(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : (WORDS[word] ?? word)));
  const address = words.join(' ');
  return address.length >= SHORTEST && /\d/.test(address) ? address : undefined;
}

/** Hexadecimal; the same value gives the same fingerprint within one agency and nowhere else. */
export function fingerprint(
  secret: Buffer,
  agencyId: string,
  what: 'card' | 'address',
  value: string,
): string {
  const key = createHmac('sha256', secret).update(`tera households\0${agencyId}`).digest();
  return createHmac('sha256', key).update(`${what}\0${value}`).digest('hex');
}
