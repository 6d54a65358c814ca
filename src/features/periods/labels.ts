import { POSITION_KINDS } from '#features/people/index.ts';

type PositionKind = (typeof POSITION_KINDS)[number];

export function isPositionKind(kind: string | null): kind is PositionKind {
  return POSITION_KINDS.some((each) => each === kind);
}
