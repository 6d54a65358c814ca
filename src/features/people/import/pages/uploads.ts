/** The two files of the upload form, looked at before they are kept. */
import { LIMITS } from '#platform/spreadsheet/index.ts';
import { checkUpload, type UploadProblem } from '#platform/storage/upload.ts';
import { text } from './text.ts';

export interface Upload {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly holds: 'units' | 'people';
}

export type Uploads =
  | { readonly ok: true; readonly uploads: readonly Upload[] }
  | { readonly ok: false; readonly errors: Record<string, string> };

const TAKEN = new Set(['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv']);

export async function readUploads(body: Readonly<Record<string, unknown>>): Promise<Uploads> {
  const uploads: Upload[] = [];
  const errors: Record<string, string> = {};
  for (const holds of ['units', 'people'] as const) {
    const file = body[holds];
    // A browser sends a field without a file as a file without a name.
    if (!(file instanceof File) || (file.name === '' && file.size === 0)) continue;
    const checked = await checkUpload(file, LIMITS.bytes);
    if (!checked.ok) errors[holds] = inWords(checked.problem, checked.name);
    else if (!TAKEN.has(checked.upload.mediaType)) errors[holds] = inWords('kind', checked.upload.name);
    else uploads.push({ ...checked.upload, holds });
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  if (uploads.length === 0) return { ok: false, errors: { people: text.noFile() } };
  return { ok: true, uploads };
}

function inWords(problem: UploadProblem, file: string): string {
  if (problem === 'empty') return text.fileEmpty({ file });
  if (problem === 'too-large') return text.fileTooLarge({ file, limit: Math.floor(LIMITS.bytes / 2 ** 20) });
  return text.fileKind({ file });
}
