import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '#platform/errors.ts';
import { UPLOAD_LIMIT_BYTES } from '#platform/storage/upload.ts';
import { FILES_AT_ONCE } from '../uploads.ts';
import { refusals } from '../words.ts';

/** Room for the words of a form besides its files. */
const FORM_BYTES = 256 * 1024;

/** Stops reading what is larger than a form with all its files can be. */
export function uploadLimit(): MiddlewareHandler {
  return bodyLimit({
    maxSize: FILES_AT_ONCE * UPLOAD_LIMIT_BYTES + FORM_BYTES,
    onError: () => {
      throw new Refusal(refusals.tooMuch());
    },
  });
}
