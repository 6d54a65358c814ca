export { type About, type Conflict, conflictsBetween, type Pair, pairKey } from './between.ts';
export { type DeclarationInput, declareConflict } from './declare.ts';
export { conflictEvents } from './events.ts';
export { ConflictFacts, conflictInWords } from './facts.tsx';
export { strictest } from './strictest.ts';
export {
  consequenceLabel,
  type DeclaredKind,
  type FamilyRelation,
  kindLabel,
  relationLabel,
  settlementLabel,
} from './words.ts';
