import type { Schemes } from '#features/evaluation/index.ts';
import { loadScheme } from './schemes.ts';

const known = new Map<string, ReturnType<Schemes['load']>>();

/** Compiled schemes for pages and commands: looked for on disk once, for a version in use never changes. */
export const schemeStore: Schemes = {
  load(id, version) {
    const key = `${id}@${version}`;
    const scheme = known.get(key) ?? loadScheme(id, version);
    if (!scheme) throw new Error(`a period uses the scheme ${key}, which is not installed`);
    known.set(key, scheme);
    return scheme;
  },
};
