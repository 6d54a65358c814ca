/**
 * A secret that stays outside the database, so that a copy of the database alone opens nothing that was sealed with
 * it. Made once, by whoever starts first; processes on several machines share the folder or are given the key.
 */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const KEY_BYTES = 32;

/** `given` is the key in hexadecimal, where an installation keeps it elsewhere; else the file's, made if missing. */
export async function readKey(file: string, given: string | undefined): Promise<Buffer> {
  if (given !== undefined) return keyOf(given, 'TERA_VOICE_KEY');
  const kept = await contentOf(file);
  if (kept !== undefined) return keyOf(kept, file);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const made = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(made, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flush: true });
  try {
    // A link appears whole or not at all, and only for the first of two that start at once.
    await link(made, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(made, { force: true });
  }
  return keyOf(await readFile(file, 'utf8'), file);
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function keyOf(text: string, place: string): Buffer {
  const key = Buffer.from(text.trim(), 'hex');
  if (key.length === KEY_BYTES) return key;
  throw new Error(`${place}: not a key of ${KEY_BYTES * 2} hexadecimal digits; restore it from your backup`);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
