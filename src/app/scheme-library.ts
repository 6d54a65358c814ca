import type { SchemeLibrary } from '#features/periods/index.ts';
import { listSchemes, loadScheme } from './schemes.ts';

let library: SchemeLibrary | undefined;

/** All schemes of this installation, read and checked once a process. */
export function schemeLibrary(): SchemeLibrary {
  library ??= {
    schemes: listSchemes().flatMap((entry) => {
      const compiled = loadScheme(entry.id, entry.version);
      return compiled ? [compiled.scheme] : [];
    }),
  };
  return library;
}
