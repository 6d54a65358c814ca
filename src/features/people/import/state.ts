/** What is recorded now, in the shape that an import is compared with. */
import type { PersonDetails, PlacementRecord, UnitRecord } from './records.ts';

export type CurrentUnit = UnitRecord & {
  readonly id: string;
  readonly endedOn: string | null;
  /** The code it has in the database, where a file is about to give it another. */
  readonly formerCode?: string;
};

export type CurrentPlacement = PlacementRecord & {
  readonly id: string;
  readonly from: string;
  /** End of the placement before this one: it cannot begin earlier. */
  readonly notBefore: string | null;
};

export type CurrentPerson = {
  readonly id: string;
  readonly key: string;
  readonly nip: string | null;
  readonly externalId: string | null;
  readonly details: PersonDetails;
  /** First day on which the person no longer works for the agency; null while employed. */
  readonly endedOn: string | null;
  /** The definitive placement without an end. */
  readonly placement: CurrentPlacement | null;
  /** Has a role in Tera, so that no file alone can take it away together with the person. */
  readonly holdsRole?: boolean;
  /** End of the last placement that has one; null where there is none. */
  readonly lastUntil: string | null;
};

export type CurrentState = {
  readonly units: readonly CurrentUnit[];
  readonly people: readonly CurrentPerson[];
};

export const NOTHING: CurrentState = { units: [], people: [] };
