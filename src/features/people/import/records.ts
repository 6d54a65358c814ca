/** What an import brings in, once its cells are understood. */

export type PersonKind = 'pns' | 'pppk' | 'non-asn';
export type Sex = 'male' | 'female';
export type PositionKind =
  | 'jpt-madya'
  | 'jpt-pratama'
  | 'administrator'
  | 'pengawas'
  | 'pelaksana'
  | 'jf'
  | 'other';
export type PositionLevel =
  | 'pemula'
  | 'terampil'
  | 'mahir'
  | 'penyelia'
  | 'ahli-pertama'
  | 'ahli-muda'
  | 'ahli-madya'
  | 'ahli-utama';
export type Education = 's3' | 's2' | 's1' | 'd4' | 'd3' | 'd2' | 'd1' | 'slta' | 'below-slta';

/** Where a record stands: `row` as a spreadsheet shows it. */
export type Origin = { readonly file: string; readonly sheet: string; readonly row: number };

export type UnitRecord = {
  /** The id of the unit in its source; it ties the unit to people and to later imports. */
  readonly code: string;
  readonly name: string;
  /** Null for the top of the tree. */
  readonly parentCode: string | null;
  /** Name of the post that leads the unit; who holds it is the head. */
  readonly headTitle: string | null;
};

export type IncomingUnit = UnitRecord & { readonly origin: Origin };

/** What is known of a person. In an import `undefined` means that the file says nothing about it. */
export type PersonDetails = {
  readonly kind: PersonKind;
  readonly name: string;
  readonly titleBefore: string | null;
  readonly titleAfter: string | null;
  readonly sex: Sex | null;
  readonly birthDate: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** `III/a` for a PNS, a Roman number for a PPPK. */
  readonly rank: string | null;
  readonly rankFrom: string | null;
  readonly education: Education | null;
};

export type PersonField = keyof PersonDetails;

export type PlacementRecord = {
  readonly unitCode: string;
  readonly positionName: string;
  readonly positionKind: PositionKind;
  readonly positionLevel: PositionLevel | null;
  /** `II.b` as the source writes it. */
  readonly echelon: string | null;
  readonly isHead: boolean;
};

export type IncomingPerson = {
  /** The NIP, or `id:` and the other identity of a person without one. */
  readonly key: string;
  readonly nip: string | null;
  readonly externalId: string | null;
  readonly details: Pick<PersonDetails, 'kind' | 'name'> & {
    readonly [Field in PersonField]?: PersonDetails[Field] | undefined;
  };
  readonly placement: PlacementRecord;
  /** First day in the position, where the file says so. */
  readonly since: string | null;
  readonly origin: Origin;
};

/** A person whom the file itself says has left. */
export type Leaver = { readonly key: string; readonly status: string; readonly origin: Origin };

export function keyOf(nip: string | null, externalId: string | null): string {
  return nip ?? `id:${externalId ?? ''}`;
}
