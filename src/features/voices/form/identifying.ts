/**
 * What in a remark may tell who wrote it. Simple, honest checks that warn and never forbid: the words are released as
 * they stand, and only the writer can know whether they fit one person alone. Pure.
 */

/** What is known of the writer; nothing of it is kept with the remark. */
export interface Writer {
  readonly name: string;
  readonly nip: string | null;
  readonly position: string | null;
  readonly unitName: string | null;
}

export type Hint = 'name' | 'number' | 'phone' | 'mail' | 'role' | 'post';

export interface Finding {
  readonly hint: Hint;
  /** The words as they stand in the remark. */
  readonly words: string;
}

const MAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const PHONE = /(?:\+62|62|0)[\s.-]?8(?:[\s.-]?\d){7,11}/;
/** A NIP has 18 digits, a NIK 16; people write them in groups. */
const LONG_NUMBER = /\d(?:[\s.]?\d){15,17}/;
const ROLE =
  /\b(?:saya|kami|aku)\s+(?:selaku|sebagai|adalah)\s+\p{L}+(?:\s+\p{L}+)?|\b(?:as|i am|i'm)\s+(?:your|his|her|their|the)\s+\p{L}+/iu;
const SHORTEST_NAME = 4;
/** Before a name, and in half of all sentences about anybody. */
const HONORIFICS = new Set(['bapak', 'saudara', 'saudari', 'nyonya', 'tuan', 'haji', 'hajah']);

export function findingsIn(remark: string, writer: Writer): readonly Finding[] {
  const found: Finding[] = [];
  const add = (hint: Hint, words: string | undefined) => {
    if (words !== undefined) found.push({ hint, words: words.trim() });
  };
  add('mail', MAIL.exec(remark)?.[0]);
  add('number', LONG_NUMBER.exec(remark)?.[0] ?? ownNumber(remark, writer));
  if (!found.some(({ hint }) => hint === 'number')) add('phone', PHONE.exec(remark)?.[0]);
  add('role', ROLE.exec(remark)?.[0]);
  add('name', namesOf(writer).flatMap((name) => wordsIn(remark, name))[0]);
  for (const post of [writer.position, writer.unitName]) if (post) add('post', wordsIn(remark, post)[0]);
  return found;
}

/** The last digits of the own NIP, which colleagues know as well. */
function ownNumber(remark: string, { nip }: Writer): string | undefined {
  return nip !== null && remark.replaceAll(/[\s.]/g, '').includes(nip) ? nip : undefined;
}

/** The whole name and each part that is long enough to mean somebody; titles are no names. */
function namesOf({ name }: Writer): readonly string[] {
  const parts = name
    .replace(/,.*$/, '')
    .split(/\s+/)
    .filter(
      (part) => part.length >= SHORTEST_NAME && !part.endsWith('.') && !HONORIFICS.has(part.toLowerCase()),
    );
  return [name, ...parts];
}

function wordsIn(remark: string, words: string): readonly string[] {
  const literal = words
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\s+/g, '\\s+');
  if (literal === '') return [];
  const match = new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'iu').exec(remark);
  return match ? [match[0]] : [];
}
