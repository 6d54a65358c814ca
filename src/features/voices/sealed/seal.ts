/**
 * How a form without a name is kept. Three means, each against somebody else:
 *
 * - The content is encrypted with the installation's key, which lies outside the database (AES-256-GCM, a key of its
 *   own for each pool by HKDF, a new nonce at every writing, padded to whole blocks): a copy of the database, or two
 *   copies of different moments, tell nothing and cannot be matched row by row.
 * - The origin (the request it answers) is split in two halves by a random pad; each half is encrypted to the public
 *   key of one holder (X25519, HKDF-SHA-256, AES-256-GCM: a sealed box). One half is noise without the other.
 * - The private keys of the holders are themselves encrypted with passphrases that are shown once and never stored.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** The installation's key for voices, from outside the database. */
export interface VoiceKey {
  readonly secret: Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A form fills one block unless somebody writes very much: lengths tell nothing. */
const BLOCK_BYTES = 8192;
const LENGTH_BYTES = 4;

function derived(secret: Buffer, purpose: string, salt: string | Buffer = ''): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, `tera voices ${purpose}`, 32));
}

function encrypt(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, sealed: Buffer): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(sealed.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(tag);
  return Buffer.concat([
    decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)),
    decipher.final(),
  ]);
}

function padded(value: unknown): Buffer {
  const plain = Buffer.from(JSON.stringify(value));
  const blocks = Math.ceil((LENGTH_BYTES + plain.length) / BLOCK_BYTES);
  const out = Buffer.alloc(blocks * BLOCK_BYTES);
  out.writeUInt32BE(plain.length);
  plain.copy(out, LENGTH_BYTES);
  return out;
}

function unpadded(padding: Buffer): unknown {
  const length = padding.readUInt32BE();
  return JSON.parse(padding.subarray(LENGTH_BYTES, LENGTH_BYTES + length).toString('utf8'));
}

/** Seals a value for one purpose and place (a pool, a request); throws when opened with another. */
export function seal(key: VoiceKey, purpose: 'draft' | 'answer', place: string, value: unknown): string {
  return encrypt(derived(key.secret, purpose, place), padded(value)).toString('base64');
}

export function unseal(key: VoiceKey, purpose: 'draft' | 'answer', place: string, sealed: string): unknown {
  return unpadded(decrypt(derived(key.secret, purpose, place), Buffer.from(sealed, 'base64')));
}

export function sealDraft(key: VoiceKey, requestId: string, draft: unknown): string {
  return seal(key, 'draft', requestId, draft);
}

export function openDraft(key: VoiceKey, requestId: string, sealed: string): unknown {
  return unseal(key, 'draft', requestId, sealed);
}

/** A new key pair as text; the private half only with the passphrase. */
export function newKeyPair(passphrase: string): { readonly publicKey: string; readonly privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: privateKey
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
      .toString(),
  };
}

/** The private key, or undefined when the passphrase does not open it. */
export function openPrivateKey(privateKey: string, passphrase: string): KeyObject | undefined {
  try {
    return createPrivateKey({ key: privateKey, format: 'pem', passphrase });
  } catch {
    return undefined;
  }
}

const ID_BYTES = 16;
const POINT_BYTES = 32;
/** Length of the DER header before the 32 bytes of an X25519 public key (RFC 8410). */
const SPKI_HEADER = Buffer.from('302a300506032b656e032100', 'hex');

/** A box that only the holder of the private key opens. */
function boxFor(publicKey: string, plain: Buffer): string {
  const once = generateKeyPairSync('x25519');
  const shared = diffieHellman({ privateKey: once.privateKey, publicKey: createPublicKey(publicKey) });
  const point = once.publicKey.export({ type: 'spki', format: 'der' }).subarray(SPKI_HEADER.length);
  return Buffer.concat([point, encrypt(derived(shared, 'origin', point), plain)]).toString('base64');
}

export function openBox(privateKey: KeyObject, box: string): Buffer {
  const bytes = Buffer.from(box, 'base64');
  const point = bytes.subarray(0, POINT_BYTES);
  const publicKey = createPublicKey({
    key: Buffer.concat([SPKI_HEADER, point]),
    format: 'der',
    type: 'spki',
  });
  const shared = diffieHellman({ privateKey, publicKey });
  return decrypt(derived(shared, 'origin', point), bytes.subarray(POINT_BYTES));
}

/** Where a form or a remark came from, in two halves, each with the key it is for. */
export interface Origin {
  readonly auditor: string;
  readonly officer: string;
}

export interface HolderKey {
  readonly id: string;
  readonly publicKey: string;
}

/** Splits the id of a request; each call gives other halves of the same id, so two cannot be matched. */
export function splitOrigin(
  requestId: string,
  keys: { readonly auditor: HolderKey; readonly officer: HolderKey },
): Origin {
  const id = Buffer.from(requestId.replaceAll('-', ''), 'hex');
  const pad = randomBytes(ID_BYTES);
  return {
    auditor: `${keys.auditor.id}.${boxFor(keys.auditor.publicKey, pad)}`,
    officer: `${keys.officer.id}.${boxFor(keys.officer.publicKey, xor(pad, id))}`,
  };
}

/** The two opened halves together: the id of the request. */
export function joinHalves(one: Buffer, other: Buffer): string {
  return xor(one, other)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)));
}
