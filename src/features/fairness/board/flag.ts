/** What stands behind one pattern: the evidence, the explanation, and the ratings that this reader may see. */
import { covers, type Scope } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { flagsOf, modelsOf, rateesOf, runOfFlag } from '../store/queries.ts';
import { findRun } from '../store/runs.ts';
import type { Run, StoredFlag, StoredRatee } from '../store/types.ts';

export interface Case {
  readonly ratee: StoredRatee;
  /** Mean of what this rater gave, 0 … 100. */
  readonly given: number;
  readonly on: string;
  /** Mean of the others; null where there are none. */
  readonly others: { readonly mean: number; readonly raters: number } | null;
}

export interface FlagView {
  readonly flag: StoredFlag;
  readonly run: Run;
  readonly schemeTitle: string;
  /** The most telling first. */
  readonly cases: readonly Case[];
  /** The pattern rests on single ratings, not on all of them alike. */
  readonly hasCases: boolean;
  /** Ratings behind it about people whom this reader may not see. */
  readonly outside: number;
}

export async function loadFlag(
  tx: Tx,
  schemes: SchemeStore,
  scope: Scope,
  flagId: string,
): Promise<FlagView> {
  const runId = await runOfFlag(tx, flagId);
  if (!runId) throw new NotFound();
  const [flag] = await flagsOf(tx, runId, { id: flagId });
  const run = await findRun(tx, runId);
  const model = (await modelsOf(tx, runId)).find(({ ordinal }) => ordinal === flag?.ordinal);
  if (!flag || !run || !model) throw new NotFound();
  const rated = await rateesOf(tx, runId, { ordinal: flag.ordinal, raterId: flag.raterId });
  const seen = rated.filter(({ unitId }) => covers(scope, unitId));
  // A rater who rated nobody in the reader's units is not the reader's to see.
  if (seen.length === 0) throw new NotFound();
  const hasCases = flag.cases.length > 0;
  const place = new Map(flag.cases.map((id, index) => [id, index]));
  const behind = (ratee: StoredRatee) => !hasCases || place.has(ratee.participantId);
  const { scheme } = await schemes.load(tx, model.scheme.id, model.scheme.version);
  return {
    flag,
    run,
    schemeTitle: inLocale(scheme.title),
    hasCases,
    cases: seen
      .filter(behind)
      .sort((one, other) => (place.get(one.participantId) ?? 0) - (place.get(other.participantId) ?? 0))
      .flatMap((ratee) => caseOf(ratee, flag.raterId)),
    outside: rated.filter(behind).length - seen.filter(behind).length,
  };
}

function caseOf(ratee: StoredRatee, raterId: string): readonly Case[] {
  const own = ratee.forms.filter((form) => form.raterId === raterId);
  const others = ratee.forms.filter((form) => form.raterId !== raterId);
  const mean = (forms: StoredRatee['forms']) =>
    forms.reduce((sum, { score }) => sum + score, 0) / Math.max(forms.length, 1);
  const last = own.at(-1);
  if (!last) return [];
  return [
    {
      ratee,
      given: mean(own),
      on: last.on,
      others:
        others.length > 0
          ? { mean: mean(others), raters: new Set(others.map((form) => form.raterId)).size }
          : null,
    },
  ];
}
