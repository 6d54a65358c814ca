export { type About, type Conflict, conflictsBetween, type Pair, pairKey } from './between.ts';
export { type ConflictCase, findCase, listCases, standingConflicts } from './cases/queries.ts';
export { refreshCases } from './cases/refresh.ts';
export { mayDecide, settleCase } from './cases/settle.ts';
export { type DeclarationInput, declareConflict } from './declare.ts';
export { conflictEvents } from './events.ts';
export { ConflictFacts, conflictInWords } from './facts.tsx';
export { conflictRecurring } from './jobs.ts';
export type { ConflictOptions } from './options.ts';
export { conflictCheck } from './preflight.ts';
export { conflictRoutes } from './routes.tsx';
export { strictest } from './strictest.ts';
export {
  consequenceLabel,
  DECLARED_KINDS,
  type DeclaredKind,
  type FamilyRelation,
  kindLabel,
  RELATIONS,
  relationLabel,
  settlementLabel,
} from './words.ts';
