/** Who plays which role in a city of the demonstration, and the roles granted to them. */
import { newId } from '#platform/identifier.ts';
import type { CitySpec } from './cities/spec.ts';
import type { DemoPeople, DemoPerson } from './people.ts';
import type { DemoCity } from './seed.ts';

export function castOf({ cast, code }: CitySpec, people: DemoPeople): DemoCity['cast'] {
  const inUnit = (unit: string, isHead: boolean): DemoPerson => {
    const person = people.everyone.find((each) => each.isHead === isHead && each.unit.name === unit);
    if (!person) throw new Error(`${code}: nobody in ${unit}`);
    return person;
  };
  return {
    officer: inUnit(cast.officer, false),
    unitOfficer: inUnit(cast.unitOfficer, false),
    mayor: people.mayor,
    head: inUnit(cast.head, true),
    appraiser: inUnit(cast.appraiser, true),
    employee: inUnit(cast.appraiser, false),
    auditor: inUnit(cast.auditor, false),
  };
}

export function grantsOf(cast: DemoCity['cast'], agency_id: string, granted_at: Date) {
  const grant = (person: DemoPerson, role: 'officer' | 'auditor' | 'leader', unit_id: string | null) => ({
    agency_id,
    id: newId(),
    person_id: person.id,
    role,
    unit_id,
    granted_at,
  });
  return [
    grant(cast.officer, 'officer', null),
    grant(cast.unitOfficer, 'officer', officeOf(cast).id),
    grant(cast.auditor, 'auditor', null),
    grant(cast.mayor, 'leader', null),
    grant(cast.head, 'leader', cast.head.unit.id),
  ];
}

/** The unit officer works for the office above, or for the district itself. */
function officeOf({ unitOfficer, head }: DemoCity['cast']) {
  const { unit } = unitOfficer;
  return unit.parent === head.unit ? head.unit : unit;
}
