import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Newest modification time, in milliseconds, among the files that the build reads. */
export async function newestSource() {
  const roots = ['src', 'client', 'scripts/build.mjs', 'package-lock.json'];
  let newest = 0;
  const visit = async (target) => {
    const info = await stat(target);
    if (!info.isDirectory()) {
      newest = Math.max(newest, info.mtimeMs);
      return;
    }
    for (const entry of await readdir(target)) await visit(path.join(target, entry));
  };
  for (const entry of roots) await visit(path.join(root, entry));
  return newest;
}
