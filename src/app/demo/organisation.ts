/** The units of an invented city, in the shape of a real one (Perda tentang susunan perangkat daerah). */
import { newId } from '#platform/identifier.ts';
import type { CitySpec, UnitSpec } from './cities/spec.ts';
import type { FamilyName } from './work.ts';

export interface DemoUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parent: DemoUnit | null;
  readonly headTitle: string;
  readonly headKind: UnitSpec['headKind'];
  readonly family: FamilyName;
  /** How many people work here besides the head. */
  readonly staff: number;
}

export interface DemoOrganisation {
  readonly units: readonly DemoUnit[];
  readonly city: DemoUnit;
}

/** Units above come before those below them. */
export function demoOrganisation(spec: CitySpec): DemoOrganisation {
  const units: DemoUnit[] = [];
  const add = (unit: UnitSpec, parent: DemoUnit | null): DemoUnit => {
    const { name, headTitle, headKind, family, staff } = unit;
    const code = `${spec.prefix}-${String(units.length + 1).padStart(3, '0')}`;
    const made: DemoUnit = { id: newId(), code, name, parent, headTitle, headKind, family, staff };
    units.push(made);
    for (const below of unit.below ?? []) add(below, made);
    return made;
  };
  const city = add(
    {
      name: spec.name.replace(/ \(.*\)$/, ''),
      headTitle: 'Wali Kota',
      headKind: 'jpt-pratama',
      family: 'secretariat',
      staff: 0,
    },
    null,
  );
  for (const unit of spec.units) add(unit, city);
  return { units, city };
}
