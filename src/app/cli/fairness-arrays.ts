/** The columns that rows are put into: typed arrays with room to grow. */
import type { ColumnName, ColumnPlaces } from './fairness-columns.ts';

export interface Arrays {
  readonly ratee: Int32Array;
  readonly rater: Int32Array;
  readonly score: Float64Array;
  readonly item?: Int32Array;
  readonly day?: Int32Array;
  readonly group?: Uint8Array;
  readonly tie?: Uint8Array;
  readonly role?: Uint8Array;
  readonly weight?: Float64Array;
}

export function roomFor(rows: number, places: ColumnPlaces): Arrays {
  const has = (column: ColumnName) => places[column] !== undefined;
  return {
    ratee: new Int32Array(rows),
    rater: new Int32Array(rows),
    score: new Float64Array(rows),
    ...(has('item') ? { item: new Int32Array(rows) } : {}),
    ...(has('day') ? { day: new Int32Array(rows) } : {}),
    ...(has('group') ? { group: new Uint8Array(rows) } : {}),
    ...(has('tie') ? { tie: new Uint8Array(rows) } : {}),
    ...(has('role') ? { role: new Uint8Array(rows) } : {}),
    ...(has('weight') ? { weight: new Float64Array(rows) } : {}),
  };
}

/** The same rows with room for a third more. */
export function enlarged(arrays: Arrays, places: ColumnPlaces): Arrays {
  const larger = roomFor(Math.ceil(arrays.score.length * 1.3) + 16, places);
  larger.ratee.set(arrays.ratee);
  larger.rater.set(arrays.rater);
  larger.score.set(arrays.score);
  if (arrays.item) larger.item?.set(arrays.item);
  if (arrays.day) larger.day?.set(arrays.day);
  if (arrays.group) larger.group?.set(arrays.group);
  if (arrays.tie) larger.tie?.set(arrays.tie);
  if (arrays.role) larger.role?.set(arrays.role);
  if (arrays.weight) larger.weight?.set(arrays.weight);
  return larger;
}

/** The rows that were filled. */
export function cut(arrays: Arrays, rows: number): Arrays {
  const { ratee, rater, score, item, day, group, tie, role, weight } = arrays;
  return {
    ratee: ratee.subarray(0, rows),
    rater: rater.subarray(0, rows),
    score: score.subarray(0, rows),
    ...(item ? { item: item.subarray(0, rows) } : {}),
    ...(day ? { day: day.subarray(0, rows) } : {}),
    ...(group ? { group: group.subarray(0, rows) } : {}),
    ...(tie ? { tie: tie.subarray(0, rows) } : {}),
    ...(role ? { role: role.subarray(0, rows) } : {}),
    ...(weight ? { weight: weight.subarray(0, rows) } : {}),
  };
}

/** Without the columns that were empty throughout. */
export function without(arrays: Arrays, names: ReadonlySet<string>): Arrays {
  const { item, day, role, weight, ...others } = arrays;
  return {
    ...others,
    ...(item && !names.has('item') ? { item } : {}),
    ...(day && !names.has('day') ? { day } : {}),
    ...(role && !names.has('role') ? { role } : {}),
    ...(weight && !names.has('weight') ? { weight } : {}),
  };
}
