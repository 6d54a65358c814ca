/**
 * What the appraiser rated on the instrument of a scheme, as places on the scale of each item from 0 (the lowest level)
 * to 100 (the highest), and the evidence with other levels put in their places. Pure.
 */
import type { CompiledScheme, Scheme } from '../schemes/index.ts';

export type Evidence = Readonly<Record<string, unknown>>;

/** One rating by the appraiser. */
export interface AppraiserItem {
  /** Where it stands in the evidence, by names and places. */
  readonly path: readonly (string | number)[];
  /** Codes of the levels, the lowest first. */
  readonly levels: readonly unknown[];
  /** Place in `levels`. */
  readonly level: number;
}

type Settings = Scheme['components'][string];

/** Levels of PermenPANRB 38/2017; 0, nothing shown yet, has no place on the scale and is not moved. */
const COMPETENCY_LEVELS = [1, 2, 3, 4, 5];

export function isRecord(value: unknown): value is Evidence {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every rating of the appraiser in this evidence, in the order of the scheme. */
export function appraiserItems({ scheme }: CompiledScheme, evidence: Evidence): readonly AppraiserItem[] {
  return Object.entries(scheme.components).flatMap(([code, settings]) => {
    const given = evidence[code];
    return isRecord(given) ? itemsIn(scheme, settings, code, given) : [];
  });
}

function itemsIn(scheme: Scheme, settings: Settings, code: string, given: Evidence): AppraiserItem[] {
  switch (settings.mechanism) {
    case 'rated-items':
      return ofForm([code], given, 'items', levelsOf(scheme, settings.scale));
    case 'competencies':
      return ofForm([code], given, 'levels', COMPETENCY_LEVELS);
    case 'planned-results':
      return settings.scale === undefined
        ? []
        : ofLines([code], given, 'level', levelsOf(scheme, settings.scale));
    case 'rated-lines': {
      const levels = levelsOf(scheme, settings.scale);
      const lines = ofLines([code], given, 'rating', levels);
      return lines.length > 0 ? lines : ofRecord([code], { rating: given.rating }, levels);
    }
    case 'rating': {
      if ((settings.givenBy ?? 'appraiser') !== 'appraiser') return [];
      const levels = levelsOf(scheme, settings.scale);
      const values = isRecord(given.values) ? ofRecord([code, 'values'], given.values, levels) : [];
      return values.length > 0 ? values : ofRecord([code], { rating: given.rating }, levels);
    }
    default:
      return [];
  }
}

/** Codes of a scale, the lowest level first. */
function levelsOf(scheme: Scheme, scale: string): readonly string[] {
  return (scheme.scales?.[scale]?.levels ?? []).map((level) => level.code).reverse();
}

function ofForm(
  path: readonly string[],
  { forms }: Evidence,
  within: string,
  levels: readonly unknown[],
): AppraiserItem[] {
  const list: unknown = isRecord(forms) ? forms.appraiser : undefined;
  const form: unknown = Array.isArray(list) ? list[0] : undefined;
  const items = isRecord(form) ? form[within] : undefined;
  return isRecord(items) ? ofRecord([...path, 'forms', 'appraiser', 0, within], items, levels) : [];
}

function ofLines(
  path: readonly string[],
  { lines }: Evidence,
  name: string,
  levels: readonly unknown[],
): AppraiserItem[] {
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line: unknown, index) =>
    isRecord(line) ? ofRecord([...path, 'lines', index], { [name]: line[name] }, levels) : [],
  );
}

function ofRecord(
  path: readonly (string | number)[],
  items: Evidence,
  levels: readonly unknown[],
): AppraiserItem[] {
  return Object.entries(items).flatMap(([name, given]) => {
    const level = levels.indexOf(given);
    return level < 0 || levels.length < 2 ? [] : [{ path: [...path, name], levels, level }];
  });
}

/** Place on the scale of the item, from 0 to 100. */
export function placeOf({ level, levels }: AppraiserItem): number {
  return (100 * level) / (levels.length - 1);
}

/**
 * The evidence with other levels, item by item; nothing that was given is changed. What is returned is one and the same
 * copy each time, with the levels asked for last: hundreds of draws copy it once.
 */
export function levelSetter(
  evidence: Evidence,
  items: readonly AppraiserItem[],
): (levels: ArrayLike<number>) => Evidence {
  const copy = structuredClone(evidence) as Record<string | number, unknown>;
  const places = items.map(({ path, levels }) => {
    let at: unknown = copy;
    for (const step of path.slice(0, -1)) at = (at as Record<string | number, unknown>)[step];
    // The path was read from this very evidence.
    return { at: at as Record<string | number, unknown>, name: path.at(-1) ?? '', levels };
  });
  return (levels) => {
    for (const [index, place] of places.entries()) place.at[place.name] = place.levels[levels[index] ?? 0];
    return copy;
  };
}
