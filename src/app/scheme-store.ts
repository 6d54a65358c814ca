import { makeSchemeStore, type SchemeStore } from '#features/schemes/index.ts';
import { listSchemes, loadScheme, readSchemeSource } from './schemes.ts';

let store: SchemeStore | undefined;

/** All schemes of this installation, read and checked once a process, and those that agencies adopted. */
export function schemeStore(): SchemeStore {
  store ??= makeSchemeStore(
    listSchemes().flatMap((entry) => loadScheme(entry.id, entry.version) ?? []),
    readSchemeSource,
  );
  return store;
}
