/** Who works in which unit and who appraises whom, without names: the agency's own or an invented one. */
import { z } from 'zod';

const MOST_PEOPLE = 2000;

/**
 * People are 0 … n − 1. `appraiserOf` may name a number ≥ n: an appraiser who is not appraised here (a mayor, a head
 * of another agency), who stands in the unit of the first of their staff.
 */
export const structureSchema = z
  .strictObject({
    unitOf: z.array(z.int().min(0).max(MOST_PEOPLE)).min(1).max(MOST_PEOPLE),
    appraiserOf: z
      .array(
        z
          .int()
          .min(0)
          .max(2 * MOST_PEOPLE),
      )
      .min(1)
      .max(MOST_PEOPLE),
  })
  .refine(({ unitOf, appraiserOf }) => unitOf.length === appraiserOf.length);
export type Structure = Readonly<z.infer<typeof structureSchema>>;

export interface InventedSize {
  readonly people: number;
  /** How many each appraiser appraises. */
  readonly span: number;
  /** How many people work in a unit. */
  readonly unit: number;
}

/** A pyramid: a head from outside, and below each person `span` others while there are any; units in that order. */
export function inventStructure({ people, span, unit }: InventedSize): Structure {
  const numbers = Array.from({ length: people }, (_, index) => index);
  return {
    unitOf: numbers.map((index) => Math.floor(index / unit)),
    appraiserOf: numbers.map((index) => (index < span ? people : Math.floor(index / span) - 1)),
  };
}

/** The structure with what a simulation asks of it again and again. */
export interface Organisation {
  readonly people: number;
  readonly units: number;
  readonly unitOf: (rater: number) => number;
  readonly appraiserOf: (person: number) => number;
  /** Undefined where nobody stands above the appraiser here. */
  readonly superiorOf: (person: number) => number | undefined;
  readonly members: readonly (readonly number[])[];
  readonly staff: (person: number) => readonly number[];
  readonly appraisers: readonly number[];
  /** Place of an appraiser in `appraisers`. */
  readonly placeOf: ReadonlyMap<number, number>;
}

const NOBODY: readonly number[] = Object.freeze([]);

export function organisationOf({ unitOf, appraiserOf }: Structure): Organisation {
  const units = Math.max(...unitOf) + 1;
  const members: number[][] = Array.from({ length: units }, () => []);
  const staff = new Map<number, number[]>();
  const outside = new Map<number, number>();
  for (const [person, unit] of unitOf.entries()) {
    members[unit]?.push(person);
    const appraiser = appraiserOf[person] ?? 0;
    staff.set(appraiser, [...(staff.get(appraiser) ?? []), person]);
    if (appraiser >= unitOf.length && !outside.has(appraiser)) outside.set(appraiser, unit);
  }
  const appraisers = [...staff.keys()].sort((first, second) => first - second);
  return {
    people: unitOf.length,
    units,
    unitOf: (rater) => unitOf[rater] ?? outside.get(rater) ?? 0,
    appraiserOf: (person) => appraiserOf[person] ?? 0,
    superiorOf: (person) => appraiserOf[appraiserOf[person] ?? -1],
    members,
    staff: (person) => staff.get(person) ?? NOBODY,
    appraisers,
    placeOf: new Map(appraisers.map((appraiser, place) => [appraiser, place])),
  };
}
