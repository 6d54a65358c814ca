/**
 * Schemes on disk: `schemes/<agency>/<id>/v<version>/scheme.yaml` under the root of the project.
 * Files are read and checked once; a compiled scheme is kept for the life of the process, because a
 * version in use never changes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type CompiledScheme, compileScheme, type FileProblem, parseScheme } from '#domain/schemes/index.ts';
import { projectRoot } from '#platform/project-root.ts';

/** A scheme version found on disk; its content was not read yet. */
export type SchemeEntry = {
  /** Folder of the authority: `nasional`, or an agency. */
  readonly agency: string;
  readonly id: string;
  readonly version: number;
  readonly file: string;
};

/** A scheme file that does not pass its check. A scheme of the project never does this; an edited one may. */
export class SchemeRefused extends Error {
  readonly problems: readonly FileProblem[];

  constructor(file: string, problems: readonly FileProblem[]) {
    super(`${file}: ${problems.length} problem(s); see tera scheme check`);
    this.name = 'SchemeRefused';
    this.problems = problems;
  }
}

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Every scheme version on disk, by agency, id and version. */
export function listSchemes(root: string = path.join(projectRoot(), 'schemes')): readonly SchemeEntry[] {
  const found: SchemeEntry[] = [];
  for (const agency of foldersIn(root)) {
    for (const id of foldersIn(path.join(root, agency))) {
      for (const folder of foldersIn(path.join(root, agency, id))) {
        const version = /^v([1-9]\d{0,3})$/.exec(folder)?.[1];
        const file = path.join(root, agency, id, folder, 'scheme.yaml');
        if (version && existsSync(file)) found.push({ agency, id, version: Number(version), file });
      }
    }
  }
  return found.sort((first, second) =>
    first.agency === second.agency && first.id === second.id ? first.version - second.version : 0,
  );
}

const loaded = new Map<string, CompiledScheme>();

/**
 * The compiled scheme of that id; without a version, its newest. Undefined when there is none.
 * Throws SchemeRefused when the file does not pass its check.
 */
export function loadScheme(id: string, version?: number): CompiledScheme | undefined {
  const entry = listSchemes()
    .filter((candidate) => candidate.id === id && (version === undefined || candidate.version === version))
    .at(-1);
  if (!entry) return undefined;
  const known = loaded.get(entry.file);
  if (known) return known;
  const parsed = parseScheme(readFileSync(entry.file, 'utf8'), path.relative(projectRoot(), entry.file));
  if (!parsed.ok) throw new SchemeRefused(entry.file, parsed.problems);
  const compiled = compileScheme(parsed.scheme);
  loaded.set(entry.file, compiled);
  return compiled;
}

/** The YAML of a scheme of this installation, as its author wrote it; undefined when there is none. */
export function readSchemeSource(id: string, version: number): string | undefined {
  const entry = listSchemes().find((candidate) => candidate.id === id && candidate.version === version);
  return entry && readFileSync(entry.file, 'utf8');
}

const exampleFile = z.object({
  examples: z.array(z.object({ name: z.string(), evidence: z.unknown() })),
});
type Examples = z.infer<typeof exampleFile>['examples'];

const examplesRead = new Map<string, Examples>();

/** The examples beside a scheme of this installation; none where it brings no file of them. */
export function readSchemeExamples(id: string, version: number): Examples {
  const entry = listSchemes().find((candidate) => candidate.id === id && candidate.version === version);
  const file = entry && path.join(path.dirname(entry.file), 'examples.yaml');
  if (!file || !existsSync(file)) return [];
  const known = examplesRead.get(file);
  if (known) return known;
  const { examples } = exampleFile.parse(parse(readFileSync(file, 'utf8')));
  examplesRead.set(file, examples);
  return examples;
}
