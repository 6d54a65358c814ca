import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function packageName(file: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof parsed === 'object' && parsed !== null && 'name' in parsed
      ? String(parsed.name)
      : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The folder that holds the project's package.json, seen from a module of it. A module may be running as a
 * source file or out of a bundle in `dist/server`, so files that are read at run time are found from here.
 */
export function projectRoot(moduleUrl: string, name = 'tera'): string {
  let folder = path.dirname(fileURLToPath(moduleUrl));
  for (;;) {
    if (packageName(path.join(folder, 'package.json')) === name) return folder;
    const parent = path.dirname(folder);
    if (parent === folder)
      throw new Error(`no package.json named "${name}" above ${fileURLToPath(moduleUrl)}`);
    folder = parent;
  }
}
