import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { projectRoot } from './project-root.ts';

test('is found from a source file and from a bundle alike', () => {
  const root = projectRoot(import.meta.url);
  expect(existsSync(path.join(root, 'package-lock.json'))).toBe(true);
  expect(projectRoot(pathToFileURL(path.join(root, 'dist/server/main.js')).href)).toBe(root);
});

test('a module outside the project is told so', () => {
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
  expect(() => projectRoot(pathToFileURL(path.join(elsewhere, 'x.js')).href)).toThrow(/no package.json/);
});
