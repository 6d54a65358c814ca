/**
 * What may be a password: long rather than complicated, not one of those that everybody tries first, and not
 * made of what stands on the person's own papers. No rules about kinds of characters (NIST SP 800-63B, 5.1.1.2).
 */
import { text } from './text.ts';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

/** Cores of the commonest passwords, international and Indonesian, without the digits people put around them. */
const COMMON_CORES = new Set(
  `password passw0rd p@ssword p@ssw0rd pass pas sandi katasandi rahasia qwerty qwertyuiop qwertyui asdfghjkl asdfgh
  zxcvbnm azerty letmein welcome iloveyou admin administrator root user guest login master monkey dragon football
  superman princess sunshine charlie michael jordan shadow freedom trustno secret test testing demo default change
  changeme abc abcd abcde abcdef abcdefg abcdefgh abcdefghij qazwsx qazwsxedc aaaaaa indonesia merdeka garuda pancasila
  jakarta bandung surabaya padang sawahlunto kupang jambi sayang sayangku sayangkamu cinta cintaku cintakamu aku
  akucintakamu akusayangkamu bismillah bismillahirrahmanirrahim alhamdulillah assalamualaikum allah allahuakbar
  muhammad persib persija bobotoh doraemon naruto anjing kucing terserah lupa gaktau tidaktahu pegawai pns asn pppk
  bkd bkpsdm bkn siasn ekinerja kinerja dinas walikota bupati pemkot pemkab tera mypassword passwordku sandiku
  gantipassword gantisandi selamatdatang selamatpagi`
    .split(/\s+/)
    .filter(Boolean),
);

export interface PersonalWords {
  readonly name: string;
  readonly nip: string | null;
  readonly email: string | null;
}

/** Why this may not be a password, in words, or undefined when it may. */
export function passwordProblem(password: string, person: PersonalWords): string | undefined {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return text.passwordShort({ least: SHORTEST_PASSWORD });
  if (length > LONGEST_PASSWORD) return text.passwordLong({ most: LONGEST_PASSWORD });
  if (isCommon(password)) return text.passwordCommon();
  if (isPersonal(password, person)) return text.passwordPersonal();
  return undefined;
}

function isCommon(password: string): boolean {
  const plain = password.toLowerCase().replace(/\s/g, '');
  if (new Set(plain).size < 4) return true;
  if (isRun(plain)) return true;
  const core = plain.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const wholeIsCommon = COMMON_CORES.has(core) || COMMON_CORES.has(plain);
  return wholeIsCommon || isRepeated(plain);
}

/** `1234567890`, `abcdefghij`, `9876543210`. */
function isRun(plain: string): boolean {
  const codes = [...plain].map((character) => character.charCodeAt(0));
  const steps = codes.slice(1).map((code, index) => code - (codes[index] as number));
  const even = steps.filter((step) => step === steps[0]).length;
  return Math.abs(steps[0] ?? 0) === 1 && even >= steps.length - 1;
}

/** `sandisandi`, `kota12kota12`: one short piece over and over. */
function isRepeated(plain: string): boolean {
  return /^(.{1,6})\1+$/.test(plain);
}

function isPersonal(password: string, person: PersonalWords): boolean {
  let rest = password.toLowerCase();
  const words = [
    ...person.name.toLowerCase().split(/[^\p{L}]+/u),
    ...(person.email?.toLowerCase().split(/[@._-]/) ?? []),
  ].filter((word) => word.length >= 3);
  const nip = person.nip ?? '';
  const numbers = nip
    ? [nip, nip.slice(0, 8), birthDateAsWritten(nip), nip.slice(8, 14), nip.slice(0, 4)]
    : [];
  for (const part of [...numbers, ...words].sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(part, '');
  // What is left when name and numbers are taken away must still be something to guess.
  return rest.length !== password.length && rest.replace(/[^\p{L}\d]/gu, '').length < 6;
}

/** `26091986`: the way a birth date is written in Indonesia. */
function birthDateAsWritten(nip: string): string {
  return nip.slice(6, 8) + nip.slice(4, 6) + nip.slice(0, 4);
}
