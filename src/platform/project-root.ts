import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** The folder of Tera's own package.json, whether the code runs from `src/` or bundled from `dist/`. */
export function projectRoot(): string {
  if (found) return found;
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'tera') {
      found = folder;
      return folder;
    }
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('package.json of Tera was not found');
    folder = parent;
  }
}
