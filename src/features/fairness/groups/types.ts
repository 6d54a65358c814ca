/** Differences between groups as a run leaves them and pages read them. */
import type { GroupComparison, GroupFinding } from '#domain/statistics/groups/index.ts';

/** What every agency knows of its people. */
export const KNOWN_ATTRIBUTES = ['sex', 'age', 'employment', 'unit'] as const;
/** What it may hold only on a legal basis, registered with purpose and last day. */
export const HELD_ATTRIBUTES = ['place', 'religion', 'disability'] as const;
export type KnownAttribute = (typeof KNOWN_ATTRIBUTES)[number];
export type HeldAttribute = (typeof HELD_ATTRIBUTES)[number];
export type Attribute = KnownAttribute | HeldAttribute;

export interface NamedFinding extends Omit<GroupFinding, 'group'> {
  /** Code of the group; the name itself of units and places. */
  readonly group: string;
  /** Share of wrong findings expected among findings this strong or stronger, over all comparisons of the run. */
  readonly q: number | null;
}

export interface GroupFigures {
  readonly people: number;
  readonly unknown: number;
  readonly hidden: GroupComparison['hidden'];
  readonly shown: readonly { readonly group: string; readonly people: number }[];
  readonly findings: readonly NamedFinding[];
  /** What was allowed for. */
  readonly allowedFor: readonly ('post' | 'unit')[];
  readonly appraisers: number;
  /** Comparisons of the whole run that q counts. */
  readonly comparisons: number;
  /** Numbers of people are rounded to five and points to whole ones: the attribute is nobody's to know. */
  readonly isRounded: boolean;
}

export interface GroupRow {
  readonly ordinal: number;
  readonly attribute: Attribute;
  readonly figures: GroupFigures;
}

/** Fewest people of a group, and of a grade within it, of whom anything is said. */
export const LEAST_PEOPLE = 10;
export const LEAST_COUNT = 5;
