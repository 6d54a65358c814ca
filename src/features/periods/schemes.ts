import type { Scheme } from '#domain/schemes/index.ts';

/** A period takes a scheme that is effective on its first day. */
export function isEffective(scheme: Scheme, startsOn: string): boolean {
  const { from, until } = scheme.effective;
  return from <= startsOn && (until === undefined || startsOn < until);
}

/** `permenpanrb-6-2022@1`, as a form carries it. */
export function schemeKey(scheme: { readonly id: string; readonly version: number }): string {
  return `${scheme.id}@${scheme.version}`;
}

export function schemeOfKey(usable: readonly Scheme[], key: string): Scheme | undefined {
  return usable.find((scheme) => schemeKey(scheme) === key);
}
