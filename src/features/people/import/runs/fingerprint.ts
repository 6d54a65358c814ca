/** Whether two differences are materially the same: what an officer saw and what would be written now. */
import { createHash } from 'node:crypto';
import type { Difference, FieldChange } from '../difference.ts';

export function fingerprintOf(change: Difference): string {
  // A change without a date of its own takes effect on the day it is written; that alone makes no difference.
  const day = (value: string | boolean | null) => (value === change.asOf ? 'the day' : value);
  const fields = (some: readonly FieldChange[]) => some.map(({ field, new: value }) => [field, day(value)]);
  const all = [
    change.units.added.map((unit) => [unit.code, unit.name, unit.parentCode, unit.headTitle]),
    change.units.changed.map((unit) => [unit.current.id, fields(unit.fields)]),
    change.units.ended.map((unit) => unit.id).sort(),
    change.people.added.map(({ incoming, from }) => [
      incoming.key,
      incoming.details,
      incoming.placement,
      day(from),
    ]),
    change.people.changed.map((person) => [person.current.id, fields(person.fields)]),
    change.people.ended.map(({ current }) => current.id).sort(),
  ];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}
