/** What an invented city is made of; its units carry the names that the real city publishes, its people are invented. */
import type { FamilyName } from '../work.ts';

export interface UnitSpec {
  readonly name: string;
  readonly headTitle: string;
  readonly headKind: 'jpt-pratama' | 'administrator' | 'pengawas' | 'jf';
  readonly family: FamilyName;
  /** How many people work here besides the head. */
  readonly staff: number;
  readonly below?: readonly UnitSpec[];
}

/** Which local schemes hold where in a city. */
export interface SchemeSpec {
  /** Folder of the schemes: `schemes/<folder>/<id>/v1`. */
  readonly folder: string;
  readonly own: string;
  /** By name of the unit, with everything below it. */
  readonly rules: readonly { readonly unit: string; readonly scheme: string }[];
  readonly regulation: string;
}

export interface CitySpec {
  readonly code: string;
  readonly name: string;
  readonly zone: 'Asia/Jakarta' | 'Asia/Makassar';
  /** Before the number in the code of a unit. */
  readonly prefix: string;
  readonly units: readonly UnitSpec[];
  /** Names of the units in which one person for each role is found. */
  readonly cast: {
    readonly officer: string;
    readonly unitOfficer: string;
    readonly head: string;
    readonly appraiser: string;
    readonly auditor: string;
  };
  readonly schemes?: SchemeSpec;
}

type Options = { readonly staff: number; readonly below?: readonly UnitSpec[]; readonly title?: string };

/** An office of the city, led by a head of the first echelon below the mayor. */
export function office(name: string, family: FamilyName, { staff, below, title }: Options): UnitSpec {
  return {
    name,
    headTitle: title ?? `Kepala ${name}`,
    headKind: 'jpt-pratama',
    family,
    staff,
    ...(below ? { below } : {}),
  };
}

export function section(name: string, family: FamilyName, { staff, below, title }: Options): UnitSpec {
  return {
    name,
    headTitle: title ?? `Kepala ${name}`,
    headKind: 'administrator',
    family,
    staff,
    ...(below ? { below } : {}),
  };
}

export function school(name: string, staff: number): UnitSpec {
  return { name, headTitle: `Kepala ${name}`, headKind: 'jf', family: 'education', staff };
}

/** A district with its villages. */
export function district(
  name: string,
  villages: readonly string[],
  staff: { own: number; village: number },
): UnitSpec {
  return section(`Kecamatan ${name}`, 'service', {
    staff: staff.own,
    title: `Camat ${name}`,
    below: villages.map((village) => ({
      name: `Kelurahan ${village}`,
      headTitle: `Lurah ${village}`,
      headKind: 'pengawas' as const,
      family: 'service' as const,
      staff: staff.village,
    })),
  });
}

/** The secretariat of the city with its divisions. */
export function citySecretariat(
  divisions: readonly string[],
  staff: { own: number; division: number },
): UnitSpec {
  return office('Sekretariat Daerah', 'secretariat', {
    staff: staff.own,
    title: 'Sekretaris Daerah',
    below: divisions.map((name) => section(`Bagian ${name}`, 'secretariat', { staff: staff.division })),
  });
}
