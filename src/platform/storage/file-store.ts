/** Uploaded files, kept under the SHA-256 of their content: the same file twice is stored once and cannot change. */
import { createHash } from 'node:crypto';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

export interface FileStore {
  /** Stores the bytes and returns their SHA-256 in hexadecimal. */
  put(agencyId: string, bytes: Uint8Array): Promise<string>;
  get(agencyId: string, sha256: string): Promise<Uint8Array<ArrayBuffer>>;
}

export function openFileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  const keyOf = (agencyId: string, sha256: string) => `${agencyId}/${sha256.slice(0, 2)}/${sha256}`;
  return {
    async put(agencyId, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const key = keyOf(agencyId, sha256);
      if (!(await disk.exists(key))) await disk.put(key, bytes);
      return sha256;
    },
    async get(agencyId, sha256) {
      return new Uint8Array(await disk.getBytes(keyOf(agencyId, sha256)));
    },
  };
}
