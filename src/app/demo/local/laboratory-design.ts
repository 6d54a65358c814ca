/** What the demonstration tried in the laboratory: a draft under discussion before and after what was taken up. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inventStructure, type LaboratorySettings, type Period, simulate } from '#domain/laboratory/index.ts';
import { type CompiledScheme, compileScheme, parseScheme } from '#domain/schemes/index.ts';
import { settingsOf } from '#features/laboratory/index.ts';
import { projectRoot } from '#platform/project-root.ts';
import { DISCUSSIONS } from './discussions.ts';
import { changed, nextVersion } from './draft-text.ts';

export const SEED = 2026;
export const SIZE = { people: 200, span: 8, unit: 40 } as const;
export const SETTINGS: LaboratorySettings = { ...settingsOf('reported'), periods: 8 };
export const STRUCTURE = inventStructure(SIZE);

/** The two texts of a draft, in the order of its revisions. */
export const SIDES = ['before', 'after'] as const;
export type Side = (typeof SIDES)[number];

export function compiledSide(folder: string, schemeId: string, side: Side): CompiledScheme {
  const file = path.join(projectRoot(), 'schemes', folder, schemeId, 'v1', 'scheme.yaml');
  const before = nextVersion(readFileSync(file, 'utf8'));
  const change = DISCUSSIONS.find((each) => each.schemeId === schemeId)?.change ?? [];
  const parsed = parseScheme(side === 'before' ? before : changed(before, change), 'scheme.yaml');
  if (!parsed.ok) throw new Error(`the draft of ${schemeId} has problems`);
  return compileScheme(parsed.scheme);
}

/** Seconds of work: done once, and kept in laboratory-runs.ts. */
export function computeSide(folder: string, schemeId: string, side: Side): readonly Period[] {
  const scheme = compiledSide(folder, schemeId, side);
  return simulate({ scheme, structure: STRUCTURE, settings: SETTINGS, seed: SEED });
}
