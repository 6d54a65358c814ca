/**
 * When a rating has to be explained by something that happened. A rating at either end of its scale, or a form on
 * which everything is alike, rests on evidence: something of the year that is cited, or an example with its date.
 * Accountable raters are more accurate (Mero & Motowidlo 1995) and diaries give better separated ratings (DeNisi &
 * Peters 1996). The numbers are defaults of the product.
 */

/** Characters an example needs to say what happened. */
export const LEAST_EXAMPLE = 30;
/** Rated items from which on one value for all of them is asked about. */
export const LEAST_ALIKE = 4;

/** What was given to explain a rating. */
export interface Grounds {
  readonly reason: string;
  /** Civil date of the example; null where none was given or it cannot be read. */
  readonly on: string | null;
  /** How many observations, pieces of evidence or feedback of the year are cited. */
  readonly cited: number;
}

export interface RatedItem {
  /** Names the item to the caller. */
  readonly key: string;
  /** Items are alike within one form, because only there do they share a scale. */
  readonly form: string;
  /** The level that was chosen; null where none was, or the item was left out on purpose. */
  readonly level: string | null;
  /** Levels of its scale from one end to the other. */
  readonly levels: readonly string[];
  readonly grounds: Grounds;
}

/** First and last civil day on which an example can have happened, both included. */
export interface Days {
  readonly from: string;
  readonly until: string;
}

/**
 * `reason`: nothing was written · `ground`: nothing is cited and the example has no date · `outside`: the date is not
 * within the days · `short`: the example does not say what happened.
 */
export type Lack = 'reason' | 'ground' | 'outside' | 'short';

/** What a reason still lacks to rest on evidence; undefined where it does. */
export function lackOf({ reason, on, cited }: Grounds, days: Days): Lack | undefined {
  const words = reason.trim();
  if (words === '') return 'reason';
  if (cited > 0) return undefined;
  if (on === null) return 'ground';
  if (on < days.from || on > days.until) return 'outside';
  return words.length < LEAST_EXAMPLE ? 'short' : undefined;
}

/** Whether a level is the first or the last of its scale; a scale of one level has no ends. */
export function isAtEnd({ level, levels }: Pick<RatedItem, 'level' | 'levels'>): boolean {
  return level !== null && levels.length > 1 && (level === levels[0] || level === levels.at(-1));
}

export interface Lacks {
  /** By key of the item: what its reason lacks. */
  readonly items: ReadonlyMap<string, Lack>;
  /** Forms filled with one value without a single reason that rests on evidence. */
  readonly alike: readonly { readonly form: string; readonly firstKey: string; readonly level: string }[];
}

export function lacksOf(items: readonly RatedItem[], days: Days): Lacks {
  const lacking = new Map<string, Lack>();
  for (const item of items) {
    const lack = isAtEnd(item) ? lackOf(item.grounds, days) : undefined;
    if (lack) lacking.set(item.key, lack);
  }
  return { items: lacking, alike: alikeForms(items).filter(({ form }) => !rests(items, form, days)) };
}

/** Forms on which at least so many items were rated and all alike. */
export function alikeForms(items: readonly RatedItem[]): Lacks['alike'] {
  const rated = items.filter((item): item is RatedItem & { level: string } => item.level !== null);
  return [...Map.groupBy(rated, (item) => item.form)].flatMap(([form, own]) => {
    const [first] = own;
    if (!first || own.length < LEAST_ALIKE) return [];
    return own.every((item) => item.level === first.level)
      ? [{ form, firstKey: first.key, level: first.level }]
      : [];
  });
}

function rests(items: readonly RatedItem[], form: string, days: Days): boolean {
  return items.some((item) => item.form === form && lackOf(item.grounds, days) === undefined);
}
