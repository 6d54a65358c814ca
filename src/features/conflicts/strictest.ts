import {
  CONFLICT_KINDS,
  CONSEQUENCES,
  type ConflictKind,
  type Consequence,
  consequenceOf,
  type Scheme,
} from '#domain/schemes/index.ts';

/** The strictest consequence by the scheme; undefined where there is nothing. */
export function strictest(
  scheme: Scheme,
  conflicts: readonly { readonly kind: ConflictKind }[],
): Consequence | undefined {
  const ranks = conflicts.map(({ kind }) => CONSEQUENCES.indexOf(consequenceOf(scheme, kind)));
  return ranks.length === 0 ? undefined : CONSEQUENCES[Math.max(...ranks)];
}

export function isConflictKind(value: string): value is ConflictKind {
  return CONFLICT_KINDS.some((kind) => kind === value);
}
