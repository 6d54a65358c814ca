import { createHash, createHmac } from 'node:crypto';
import type { Digests } from '#domain/lot/index.ts';

/** The machine's own hash functions, for the draw. */
export const DIGESTS: Digests = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text, 'utf8').digest('hex'),
};
