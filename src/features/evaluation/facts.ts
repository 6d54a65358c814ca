/**
 * Facts that an appraiser sees before ratifying: not accusations and not a score, only what a careful reader would
 * notice. Pure.
 */
import { lastQuarterFrom } from '#domain/ratings/recency.ts';
import { isLocalEvidence, type ResultEvidence } from './content.ts';
import { appraiserChoices } from './local/choices.ts';

export interface ObjectivityFacts {
  readonly lineCount: number;
  /** Statements of rated lines without any evidence. */
  readonly withoutEvidence: readonly string[];
  /** How many reasons repeat another one word for word. */
  readonly repeatedReasons: number;
  /** True when every line and every value has one and the same rating. */
  readonly allAlike: boolean;
  /** Evidence in the last quarter of the span, and all of it; null when there is none at all. */
  readonly recency: { readonly late: number; readonly all: number; readonly from: string } | null;
  /** Lines that the employee rated otherwise: statement, own rating, appraiser's rating. */
  readonly differences: readonly {
    readonly statement: string;
    readonly self: string;
    readonly appraiser: string;
  }[];
}

export function objectivityFacts(
  evidence: ResultEvidence,
  evidenceDates: readonly string[],
  span: { readonly startsOn: string; readonly endsOn: string },
): ObjectivityFacts {
  const said = saidIn(evidence);
  const from = lastQuarterFrom(span);
  return {
    lineCount: evidence.lines.length,
    withoutEvidence: evidence.lines.filter((line) => line.evidenceCount === 0).map((line) => line.statement),
    repeatedReasons: repeated(said.reasons),
    allAlike: new Set(said.ratings).size === 1,
    recency:
      evidenceDates.length === 0
        ? null
        : { late: evidenceDates.filter((date) => date >= from).length, all: evidenceDates.length, from },
    differences: isLocalEvidence(evidence)
      ? []
      : evidence.lines.flatMap((line) =>
          line.selfRating && line.selfRating !== line.rating
            ? [{ statement: line.statement, self: line.selfRating, appraiser: line.rating }]
            : [],
        ),
  };
}

/** What the appraiser chose and wrote, line by line and item by item. */
function saidIn(evidence: ResultEvidence): {
  readonly ratings: readonly string[];
  readonly reasons: readonly string[];
} {
  if (!isLocalEvidence(evidence)) {
    const said = [...evidence.lines, ...evidence.values];
    return { ratings: said.map((each) => each.rating), reasons: said.map((each) => each.reason) };
  }
  return {
    ratings: appraiserChoices(evidence.scheme),
    reasons: Object.values(evidence.annotations).flatMap(({ note }) => note ?? []),
  };
}

/** How many texts say what another one says, not counting the empty ones. */
function repeated(reasons: readonly string[]): number {
  const said = reasons.map((reason) => reason.trim().toLowerCase()).filter((reason) => reason !== '');
  return said.filter((reason, index) => said.indexOf(reason) !== index).length;
}
