import type { FairnessWarning, FairnessWarningCode } from '#domain/statistics/fairness/types.ts';
import { Card } from '#ui/parts.tsx';
import { sharesOf } from './summary.ts';
import { text } from './text.ts';
import type { BoardView } from './view.ts';
import { percent, whyNot } from './words.ts';

/** The first sentences: what the data can tell, and what not, before any plot. */
export function SummaryCard({ view }: { view: BoardView }) {
  const { summary } = view;
  const { model } = view.model.report;
  const limits = limitsOf(view);
  return (
    <Card id="summary">
      <div class="grid gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div class="grid grid-cols-[minmax(0,1fr)] gap-3 content-start">
          <p class="text-sm text-base-content/75">{text.found()}</p>
          <h2 class="text-xl font-semibold text-balance">
            {summary.raterShare === null
              ? text.headlineNone()
              : text.headlineShare({ share: percent(summary.raterShare) })}
          </h2>
          <p class="max-w-prose">
            {model.kind === 'estimated'
              ? text.shareMeaning({
                  ratee: percent(sharesOf(model).ratee),
                  residual: percent(sharesOf(model).residual),
                })
              : whyNot(model.reason)}{' '}
            {summary.comparable > 0
              ? text.comparable({ comparable: summary.comparable, raters: summary.raters })
              : text.comparableNone()}
          </p>
          {view.isWhole || summary.raterShare === null ? null : (
            <p class="text-sm text-base-content/85 max-w-prose">{text.shareOfAgency()}</p>
          )}
          <p class="font-medium max-w-prose">
            {summary.patterns > 0 ? (
              <a class="link" href="#patterns">
                {text.patternsSome({ patterns: summary.patterns, raters: summary.patternRaters })}
              </a>
            ) : (
              text.patternsNone()
            )}
          </p>
        </div>
        {limits.length > 0 ? (
          <div class="grid grid-cols-[minmax(0,1fr)] gap-2 content-start md:border-l md:border-base-300 md:pl-6">
            <h3 class="font-medium">{text.cannot()}</h3>
            <ul class="list-disc pl-5 text-sm grid gap-1.5">
              {limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

const WARNINGS: Readonly<Record<FairnessWarningCode, ((warning: FairnessWarning) => string) | null>> = {
  subsets: ({ count = 0 }) => text.warnSubsets({ count }),
  // Said with the raters in view.
  'unlinked-raters': null,
  'depends-on-assumption': ({ count = 0 }) => text.warnDepends({ count }),
  'no-rater-variance': () => text.warnNoRater(),
  'no-ratee-variance': () => text.warnNoRatee(),
  'not-converged': () => text.warnNotConverged(),
  'few-raters': () => text.warnFewRaters(),
  'few-values': ({ count = 0 }) => text.warnFewValues({ count }),
  'unequal-items': () => text.warnOther(),
  'repeated-items': () => text.warnOther(),
  'repeated-forms': () => text.warnOther(),
  'items-not-crossed': () => text.warnOther(),
  'outside-scale': () => text.warnOther(),
  'missing-scores': () => text.warnOther(),
  // Said as the headline.
  'not-estimable': null,
};

function limitsOf({ summary, model }: BoardView): readonly string[] {
  const own = [
    ...(summary.unlinked > 0 ? [text.cannotUnlinked({ count: summary.unlinked })] : []),
    ...(summary.limited > 0 ? [text.cannotLimited({ count: summary.limited })] : []),
  ];
  const others = model.report.warnings.flatMap((warning) => WARNINGS[warning.code]?.(warning) ?? []);
  return [...new Set([...own, ...others])];
}
