/**
 * Passwords are kept as scrypt hashes. The work is done by node:crypto in the thread pool, so that pages are
 * served while somebody signs in. Cost: OWASP Password Storage Cheat Sheet, scrypt with N=2^13 (8 MiB), r=8, p=10; of
 * its equal choices the one that leaves most to others when a whole office signs in at once.
 */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

const COST = 2 ** 13;
const BLOCK_SIZE = 8;
const PARALLEL = 10;
const KEY_BYTES = 32;

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFKC'),
      salt,
      KEY_BYTES,
      { ...options, maxmem: 128 * 1024 * 1024 },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}

/** `scrypt$32768$8$1$<salt>$<key>`: carries its own cost, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, { N: COST, r: BLOCK_SIZE, p: PARALLEL });
  return ['scrypt', COST, BLOCK_SIZE, PARALLEL, salt.toString('base64url'), key.toString('base64url')].join(
    '$',
  );
}

export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const [kind, cost, blockSize, parallel, salt, key] = stored.split('$');
  if (kind !== 'scrypt' || !salt || !key) return false;
  const expected = Buffer.from(key, 'base64url');
  const options = { N: Number(cost), r: Number(blockSize), p: Number(parallel) };
  const actual = await derive(password, Buffer.from(salt, 'base64url'), options);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
