import type { Scheme } from '#domain/schemes/index.ts';

/** The schemes of this installation, read and checked at start; handed in by the application. */
export interface SchemeLibrary {
  readonly schemes: readonly Scheme[];
}

export function findScheme(library: SchemeLibrary, id: string, version: number): Scheme | undefined {
  return library.schemes.find((scheme) => scheme.id === id && scheme.version === version);
}

/** A period takes the scheme that is effective on its first day. */
export function isEffective(scheme: Scheme, startsOn: string): boolean {
  const { from, until } = scheme.effective;
  return from <= startsOn && (until === undefined || startsOn < until);
}

/** `permenpanrb-6-2022@1`, as a form carries it. */
export function schemeKey(scheme: { readonly id: string; readonly version: number }): string {
  return `${scheme.id}@${scheme.version}`;
}

export function schemeOfKey(library: SchemeLibrary, key: string): Scheme | undefined {
  return library.schemes.find((scheme) => schemeKey(scheme) === key);
}
