import type { CompiledScheme } from '#domain/schemes/index.ts';
import { makeSchemeStore, type SchemeStore } from '#features/schemes/index.ts';
import {
  listSchemes,
  loadScheme,
  readSchemeExamples,
  readSchemeSource,
  type SchemeEntry,
  SchemeRefused,
} from './schemes.ts';

let store: SchemeStore | undefined;

/** All schemes of this installation, read and checked once a process, and those that agencies adopted. */
export function schemeStore(): SchemeStore {
  if (store) return store;
  const isNational = (entry: SchemeEntry) => entry.agency === 'nasional';
  const entries = listSchemes();
  store = makeSchemeStore(
    entries.filter(isNational).flatMap(opened),
    () => entries.filter((entry) => !isNational(entry)).flatMap(opened),
    { source: readSchemeSource, examples: readSchemeExamples },
  );
  return store;
}

/**
 * A template that somebody edited on disk and that no longer passes its check is left out: `tera scheme check` says
 * why. Without a national scheme there is nothing to appraise by, so there the start fails.
 */
function opened(entry: SchemeEntry): readonly CompiledScheme[] {
  try {
    return [loadScheme(entry.id, entry.version)].filter((scheme) => scheme !== undefined);
  } catch (error) {
    if (error instanceof SchemeRefused && entry.agency !== 'nasional') return [];
    throw error;
  }
}
