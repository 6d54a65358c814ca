/** Appraisals as they were against the same evidence under the tried version. Pure. */
import type { Bilingual } from '#domain/bilingual.ts';
import { PREDICATES, type Predicate, predicateLabel } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import {
  type CategoryLabel,
  counted,
  type Direction,
  EMPTY_TALLY,
  type Moved,
  type Outcome,
  type Tally,
} from './outcome.ts';

/** One appraisal of the period, with all evidence that is known of it. */
export interface Kept {
  readonly participantId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly category: string | null;
  readonly score: string | null;
  readonly predicate: Predicate;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly groups: Readonly<Record<Outcome['groups'][number]['group'], string>>;
}

export interface Comparison {
  readonly add: (kept: Kept) => void;
  readonly outcome: () => Outcome;
}

/** Gathers appraisals one by one, so that a city needs no more memory than its summary. */
export function comparison(
  tried: CompiledScheme,
  before: { readonly schemes: readonly CompiledScheme[]; readonly scope: Outcome['scope'] },
): Comparison {
  const after = tried.scheme.categories.map(({ code, label }) => ({ code, label }));
  const [own] = before.schemes;
  const comparedBy =
    before.schemes.length === 1 && own && sameCategories(own, tried) ? 'category' : 'predicate';
  const predicates: CategoryLabel[] = PREDICATES.map((code) => ({ code, label: predicateLabel(code) }));
  const [from, to] = comparedBy === 'category' ? [after, after] : [predicates, predicates];
  const rank = new Map(to.map(({ code }, index) => [code, index]));
  let total: Tally = EMPTY_TALLY;
  const flows = new Map<string, number>();
  const units = new Map<string, { name: string; tally: Tally }>();
  const groups = new Map<string, Outcome['groups'][number]>();
  const missing = new Map<string, number>();
  const moved: Moved[] = [];

  return {
    add(kept) {
      const found = tried.evaluate(usable(tried, kept.evidence));
      const fromCode = comparedBy === 'category' ? (kept.category ?? kept.predicate) : kept.predicate;
      const toCode = comparedBy === 'category' ? found.category : found.official.predicate;
      const direction = directionOf(rank.get(fromCode), toCode === null ? undefined : rank.get(toCode));
      total = counted(total, direction);
      const unit = units.get(kept.unitId) ?? { name: kept.unitName, tally: EMPTY_TALLY };
      units.set(kept.unitId, { ...unit, tally: counted(unit.tally, direction) });
      for (const [group, value] of Object.entries(kept.groups) as [
        Outcome['groups'][number]['group'],
        string,
      ][]) {
        const known = groups.get(`${group} ${value}`) ?? { group, value, tally: EMPTY_TALLY };
        groups.set(`${group} ${value}`, { ...known, tally: counted(known.tally, direction) });
      }
      for (const code of found.missing) missing.set(code, (missing.get(code) ?? 0) + 1);
      if (toCode !== null) flows.set(`${fromCode} ${toCode}`, (flows.get(`${fromCode} ${toCode}`) ?? 0) + 1);
      if (direction === 'same') return;
      moved.push({
        participantId: kept.participantId,
        unitId: kept.unitId,
        direction,
        from: fromCode,
        to: toCode,
        scoreFrom: kept.score,
        scoreTo: found.score,
        predicateFrom: kept.predicate,
        predicateTo: found.official.predicate,
        missing: [...found.missing],
      });
    },
    outcome: () => ({
      people: total.up + total.down + total.same + total.unknown,
      total,
      comparedBy,
      scope: before.scope,
      before: from,
      after: to,
      flows: [...flows].map(([key, count]) => {
        const [source = '', target = ''] = key.split(' ');
        return { from: source, to: target, count };
      }),
      units: [...units].map(([unitId, unit]) => ({ unitId, ...unit })),
      groups: [...groups.values()],
      missing: [...missing].map(([component, count]) => ({
        component,
        label: labelOf(tried, component),
        count,
      })),
      moved,
    }),
  };
}

function labelOf(tried: CompiledScheme, component: string): Bilingual {
  return tried.scheme.components[component]?.label ?? { id: component, en: component };
}

function sameCategories(one: CompiledScheme, other: CompiledScheme): boolean {
  const codes = ({ scheme }: CompiledScheme) => scheme.categories.map(({ code }) => code).join(' ');
  return codes(one) === codes(other);
}

/** A smaller rank is better. */
function directionOf(from: number | undefined, to: number | undefined): Direction {
  if (from === undefined || to === undefined) return 'unknown';
  return to < from ? 'up' : to > from ? 'down' : 'same';
}

/**
 * The evidence that the tried version can read: what a component of that name refuses is left out, so that it counts
 * as missing and not as a fault of the whole.
 */
function usable(
  tried: CompiledScheme,
  evidence: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const known = Object.entries(evidence).filter(
    ([name]) => name in tried.scheme.components || (name === 'official' && tried.scheme.official),
  );
  const all = Object.fromEntries(known);
  if (tried.evaluate(all).problems.length === 0) return all;
  return Object.fromEntries(
    known.filter(([name, value]) => tried.evaluate({ [name]: value }).problems.length === 0),
  );
}
