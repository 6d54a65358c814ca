// From rows to forms. A form is what one rater said of one person on one day; its score is the mean of its items.
//
// Model of a row: form + item + within, item effects of mean 0, removed before the mean is taken, so that a form with
// only the easy items is not counted as a better one. With the same items on every form this changes nothing.
// Assumes that an item is as much easier for everybody. Minimum: two items that stand together on two forms; below
// that the rows are taken as they are and a warning says so.
// References: Searle, Casella & McCulloch 1992, Variance Components, ch. 4 (balanced), 8 (REML).
// The item effects must not be used to say that an item is bad: they are its difficulty, nothing more.
import { fitCrossed } from '../crossed/index.ts';
import type { Ratings } from '../ratings.ts';
import { positions, sortedBy } from './order.ts';
import type { RatingColumns } from './types.ts';

export interface Forms {
  /** One row per form; score = adjusted mean. Sorted by ratee, rater and day where there are items, else as in the table. */
  readonly ratings: Ratings;
  readonly day?: Int32Array;
  readonly group?: Uint8Array;
  readonly tie?: Uint8Array;
  readonly role?: Uint8Array;
  readonly items?: FormItems;
  /** Rows that repeat an item of their form. */
  readonly repeatedItems: number;
}

export interface FormItems {
  /** Items answered, per form. */
  readonly count: Int32Array;
  /** Sum of squares of the items about the form's mean, difficulties removed. */
  readonly squares: Float64Array;
  /** 1 where every item (of at least two) has the same value. */
  readonly straight: Uint8Array;
  /** Difficulty in points, mean 0, per item. */
  readonly effects: Float64Array;
  readonly variance: { readonly item: number; readonly within: number };
  /** Whether every form holds the same number of rows. */
  readonly equal: boolean;
  /** The item of each form, where every form is a single item. */
  readonly single?: Int32Array;
  /** False where items and forms cannot be told apart; effects are then 0. */
  readonly crossed: boolean;
}

/** The forms of a table. Linear in its rows. */
export function formsOf(table: RatingColumns): Forms {
  const { item } = table;
  if (!item || table.items === 0) return rowsAsForms(table);
  const { order, start } = grouped(table);
  const forms = start.length - 1;
  const first = (source: Int32Array) => pick(source, order, start, new Int32Array(forms));
  const flag = (source: Uint8Array | undefined) =>
    source && pick(source, order, start, new Uint8Array(forms));
  const parts = itemsOf(table, item, order, start);
  const weight = table.weight && pick(table.weight, order, start, new Float64Array(forms));
  const ratings = {
    ratees: table.ratees,
    raters: table.raters,
    ratee: first(table.ratee),
    rater: first(table.rater),
    score: parts.means,
    ...(weight ? { weight } : {}),
  };
  const [group, tie, role] = [flag(table.group), flag(table.tie), flag(table.role)];
  return {
    ratings,
    ...(table.day ? { day: first(table.day) } : {}),
    ...(group ? { group } : {}),
    ...(tie ? { tie } : {}),
    ...(role ? { role } : {}),
    items: parts.items,
    repeatedItems: parts.repeated,
  };
}

function rowsAsForms(table: RatingColumns): Forms {
  const { ratee, rater, score, day, group, tie, role, weight } = table;
  return {
    ratings: {
      ratees: table.ratees,
      raters: table.raters,
      ratee,
      rater,
      score,
      ...(weight ? { weight } : {}),
    },
    ...(day ? { day } : {}),
    ...(group ? { group } : {}),
    ...(tie ? { tie } : {}),
    ...(role ? { role } : {}),
    repeatedItems: 0,
  };
}

type Column = Int32Array | Uint8Array | Float64Array;

/** The value of the first row of each form. */
function pick<T extends Column>(source: T, order: Int32Array, start: Int32Array, into: T): T {
  for (let form = 0; form < into.length; form++) into[form] = source[order[start[form]!]!]!;
  return into;
}

/** Rows in the order of their forms, items ascending within each, and where each form begins. */
function grouped(table: RatingColumns): { readonly order: Int32Array; readonly start: Int32Array } {
  const { ratee, rater, item, day } = table;
  const rows = ratee.length;
  let order = positions(rows);
  if (item) order = sortedBy(order, item, table.items);
  if (day) order = sortedByDay(order, day);
  order = sortedBy(order, rater, table.raters);
  order = sortedBy(order, ratee, table.ratees);
  const begins = new Int32Array(rows + 1);
  let forms = 0;
  for (let k = 0; k < rows; k++) {
    const row = order[k]!;
    const before = order[k - 1];
    const isNew =
      before === undefined ||
      ratee[row] !== ratee[before] ||
      rater[row] !== rater[before] ||
      (day !== undefined && day[row] !== day[before]);
    if (isNew) begins[forms++] = k;
  }
  begins[forms] = rows;
  return { order, start: begins.slice(0, forms + 1) };
}

function sortedByDay(order: Int32Array, day: Int32Array): Int32Array {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let k = 0; k < day.length; k++) {
    const value = day[k]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(high > low)) return order;
  if (high - low > 10_000_000) return Int32Array.from(order).sort((one, other) => day[one]! - day[other]!);
  return sortedBy(
    order,
    day.map((value) => value - low),
    high - low + 1,
  );
}

/** Means, spreads and difficulties of the items. */
function itemsOf(table: RatingColumns, item: Int32Array, order: Int32Array, start: Int32Array) {
  const forms = start.length - 1;
  const levels = table.items;
  const { count, repeated, equal } = itemCounts(item, order, start);
  const complete = equal && repeated === 0 && count[0] === levels;
  const fitted = complete ? balancedItems(table, item, forms) : crossedItems(table, item, order, start);
  const { means, squares, straight } = spreads(table, item, order, start, fitted.effects);
  const variance = complete
    ? balancedVariance(squares, fitted.itemSquare, forms, levels)
    : { item: fitted.item, within: fitted.within };
  const items: FormItems = {
    count,
    squares,
    straight,
    effects: fitted.effects,
    variance,
    equal,
    ...(equal && count[0] === 1 ? { single: pick(item, order, start, new Int32Array(forms)) } : {}),
    crossed: fitted.crossed,
  };
  return { means, items, repeated };
}

function itemCounts(item: Int32Array, order: Int32Array, start: Int32Array) {
  const count = new Int32Array(start.length - 1);
  let [repeated, equal] = [0, true];
  for (let form = 0; form < count.length; form++) {
    const end = start[form + 1]!;
    count[form] = end - start[form]!;
    if (count[form] !== count[0]) equal = false;
    for (let k = start[form]! + 1; k < end; k++) if (item[order[k]!] === item[order[k - 1]!]) repeated++;
  }
  return { count, repeated, equal };
}

function spreads(
  { score }: RatingColumns,
  item: Int32Array,
  order: Int32Array,
  start: Int32Array,
  effects: Float64Array,
) {
  const forms = start.length - 1;
  const means = new Float64Array(forms);
  const squares = new Float64Array(forms);
  const straight = new Uint8Array(forms);
  for (let form = 0; form < forms; form++) {
    const from = start[form]!;
    const end = start[form + 1]!;
    let sum = 0;
    let same = end - from > 1 ? 1 : 0;
    for (let k = from; k < end; k++) {
      const row = order[k]!;
      sum += score[row]! - effects[item[row]!]!;
      if (score[row] !== score[order[from]!]) same = 0;
    }
    const mean = sum / (end - from);
    let square = 0;
    for (let k = from; k < end; k++) {
      const row = order[k]!;
      square += (score[row]! - effects[item[row]!]! - mean) ** 2;
    }
    means[form] = mean;
    squares[form] = square;
    straight[form] = same;
  }
  return { means, squares, straight };
}

/** REML of a complete two-way table is its analysis of variance; a negative part is 0. */
function balancedVariance(squares: Float64Array, itemSquare: number, forms: number, levels: number) {
  let sum = 0;
  for (let form = 0; form < forms; form++) sum += squares[form]!;
  const within = sum / Math.max(1, (forms - 1) * (levels - 1));
  const item = levels > 1 ? Math.max(0, (itemSquare - within) / forms) : 0;
  return { item, within };
}

interface FittedItems {
  readonly effects: Float64Array;
  /** Mean square between items; only where every form holds every item. */
  readonly itemSquare: number;
  readonly item: number;
  readonly within: number;
  readonly crossed: boolean;
}

/** Every item once on every form: its difficulty is its mean, and REML is the analysis of variance. */
function balancedItems(table: RatingColumns, item: Int32Array, forms: number): FittedItems {
  const levels = table.items;
  const effects = new Float64Array(levels);
  let total = 0;
  for (let k = 0; k < item.length; k++) {
    effects[item[k]!]! += table.score[k]!;
    total += table.score[k]!;
  }
  const mean = total / item.length;
  let square = 0;
  for (let i = 0; i < levels; i++) {
    effects[i] = effects[i]! / forms - mean;
    square += effects[i]! ** 2;
  }
  const itemSquare = (forms * square) / Math.max(1, levels - 1);
  return { effects, itemSquare, item: 0, within: 0, crossed: levels > 1 && forms > 1 };
}

/** Items missing here and there: the crossed model of forms and items, by REML. */
function crossedItems(
  table: RatingColumns,
  item: Int32Array,
  order: Int32Array,
  start: Int32Array,
): FittedItems {
  const levels = table.items;
  const form = new Int32Array(item.length);
  for (let f = 0; f < start.length - 1; f++) {
    for (let k = start[f]!; k < start[f + 1]!; k++) form[order[k]!] = f;
  }
  const ratings: Ratings = {
    ratees: start.length - 1,
    raters: levels,
    ratee: form,
    rater: item,
    score: table.score,
  };
  const fit = fitCrossed(ratings, { standardErrors: false });
  if (fit.kind === 'not-estimable')
    return { effects: new Float64Array(levels), itemSquare: 0, item: 0, within: 0, crossed: false };
  const effects = Float64Array.from(fit.rater);
  let mean = 0;
  for (let i = 0; i < levels; i++) mean += effects[i]! / levels;
  for (let i = 0; i < levels; i++) effects[i]! -= mean;
  return {
    effects,
    itemSquare: 0,
    item: fit.variance.rater,
    within: fit.variance.residual,
    crossed: true,
  };
}
