/** What a rule makes of the values of an earlier year, with its reasons. */
import type { Explanation } from '#domain/explanation.ts';
import { PREDICATES } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { nodeOf } from '#features/schemes/index.ts';
import type { Given, PastEvidence } from './past.ts';
import type { PastSchemes } from './rules.ts';
import type { ColumnKey } from './sheet/columns.ts';

export interface Evaluated {
  readonly evidence: PastEvidence;
  readonly explanation: Explanation | null;
  /** What the scheme refuses, by column. */
  readonly problems: readonly {
    readonly key: ColumnKey;
    readonly what: Explanation['label'];
    readonly remedy: Explanation['label'];
  }[];
}

export function evaluatePast(given: Given, schemes: PastSchemes): Evaluated {
  const asked = askedOf(given, schemes);
  if (!asked)
    return {
      evidence: { given, scheme: null, computed: null, missing: [] },
      explanation: null,
      problems: [],
    };
  const { compiled, evidence } = asked;
  const explained = compiled.explain(evidence);
  const category = PREDICATES.find((code) => code === explained.category);
  const { id, version } = compiled.scheme;
  return {
    evidence: {
      given,
      scheme: evidence,
      computed: category
        ? {
            score: explained.score,
            category,
            resultsScore: given.lines ? scoreOf(explained.explanation, 'results') : null,
            by: { id, version },
          }
        : null,
      missing: [...explained.missing],
    },
    explanation: category ? explained.explanation : null,
    problems: explained.problems.map(({ path, what, remedy }) => ({ key: columnOf(path), what, remedy })),
  };
}

type Evidence = Record<string, unknown>;

/** Undefined where the row gives nothing that its rule counts. */
function askedOf(
  given: Given,
  schemes: PastSchemes,
): { readonly compiled: CompiledScheme; readonly evidence: Evidence } | undefined {
  const evidence = evidenceOf(given);
  if (given.rule === 'predicate-only' || !evidence) return undefined;
  // PermenPANRB 8/2021 counts the plan's score from its results. A paper that prints only that score is counted by
  // Article 41 of PP 30/2019, by which both rules combine the scores.
  const rule = given.rule === 'permenpanrb-8-2021' && !given.lines ? 'pp-30-2019' : given.rule;
  return { compiled: schemes[rule], evidence };
}

function evidenceOf(given: Given): Evidence | undefined {
  const { rule, resultsScore, behaviourScore, opinions, newIdea, lines } = given;
  const evidence: Evidence =
    rule === 'permenpanrb-6-2022'
      ? {
          results: given.resultsRating && { rating: given.resultsRating },
          behaviour: given.behaviourRating && { rating: given.behaviourRating },
        }
      : {
          results: lines ? { lines: lines.map(lineEvidence) } : resultsScore && { score: resultsScore },
          behaviour: behaviourScore && { score: behaviourScore },
          opinions: opinions === undefined ? undefined : { value: opinions },
          newIdea: newIdea === undefined ? undefined : { value: newIdea },
        };
  const there = Object.entries(evidence).filter(([, value]) => value !== undefined);
  return there.length > 0 ? Object.fromEntries(there) : undefined;
}

function lineEvidence({ kind, weight, realisation, target, isMaximum }: NonNullable<Given['lines']>[number]) {
  return {
    kind,
    weight,
    indicators: [
      {
        direction: 'higher',
        target,
        summary: 'latest',
        realisations: [realisation],
        ...(isMaximum ? { maximum: true } : {}),
      },
    ],
  };
}

function scoreOf(explanation: Explanation | null, component: string): string | null {
  const node = explanation && nodeOf(explanation, component);
  return node?.value.state === 'value' ? node.value.value : null;
}

const COLUMN_OF: Readonly<Record<string, ColumnKey>> = {
  'results.score': 'resultsScore',
  'results.lines': 'mainResults',
  'results.rating': 'resultsRating',
  'behaviour.score': 'behaviourScore',
  'behaviour.rating': 'behaviourRating',
  opinions: 'opinions',
  newIdea: 'newIdea',
};

function columnOf(path: string): ColumnKey {
  const known = Object.entries(COLUMN_OF).find(([start]) => path.startsWith(start));
  return known?.[1] ?? 'category';
}
