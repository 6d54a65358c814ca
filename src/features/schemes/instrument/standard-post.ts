import type { Scheme } from '#domain/schemes/index.ts';

export interface PostHeld {
  readonly positionLevel: string | null;
  readonly positionKind: string | null;
}

/** The post by which a component of competencies finds its standard; undefined where the scheme has none for it. */
export function standardPost(
  scheme: Scheme,
  code: string,
  { positionLevel, positionKind }: PostHeld,
): string | undefined {
  const settings = scheme.components[code];
  if (settings?.mechanism !== 'competencies') return undefined;
  const known: readonly string[] = Object.keys(settings.standards ?? {});
  return [positionLevel, positionKind].find((post): post is string => post !== null && known.includes(post));
}
