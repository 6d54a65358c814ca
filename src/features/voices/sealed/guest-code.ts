/**
 * The one-time code in the link of somebody without an account: sixteen characters (80 bits) that only the key of the
 * installation can make, always the same for a request, so that a reminder carries the link of the first letter. The
 * database keeps its hash.
 */
import { createHmac } from 'node:crypto';
import { codeOf } from '#platform/printed-code.ts';
import type { VoiceKey } from './seal.ts';

const LENGTH = 16;

export function guestCodeOf(key: VoiceKey, requestId: string): string {
  const bytes = createHmac('sha256', key.secret).update(`tera voices guest\0${requestId}`).digest();
  return codeOf(bytes.subarray(0, LENGTH));
}
